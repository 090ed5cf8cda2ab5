"""Which release is which: what it is made from, and by what.

The same store, files of people and program give the same release under the same name; another one of them, be it only the words of the
codebook, gives another release under another name, and what stands under a name stays what it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pipeline.reading import extractor_version
from pipeline.release.curation import FILES_OF_PEOPLE
from pipeline.release.matters import FILE as POLICY_FIELDS
from pipeline.release.measured import GOLD
from pipeline.release.settings import Settings
from pipeline.release.writers import TABLES
from pipeline.scoring.gold import BLIND, MEASURED
from pipeline.store import Store, store_in
from pipeline.store.schema import NOUNS

ROOT = Path(__file__).resolve().parents[2]
MAKES_IT = ("pipeline/release", "pipeline/store")
"""The code that makes a release: rows, schema, words, pages, feeds."""
TOLD = (POLICY_FIELDS, GOLD / MEASURED, GOLD / BLIND)
"""What comes with the program and is told in every release."""
FORMS = {".py", ".sql", ".html", ".css", ".js", ".jinja"}
READ = "SELECT id, status, sha256, deleted_at, read_digest, read_sha256, row_counts, ocr_pages, wants_ocr FROM documents ORDER BY id"


@cache
def program() -> str:
    """What releases are made by: the version of the program, and its code, words and figures."""
    code = hashlib.sha256()
    for path in _parts():
        code.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return f"{version('beschlussbuch')}+{code.hexdigest()[:12]}"


def _parts() -> Iterator[Path]:
    for folder in MAKES_IT:
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in FORMS)
    yield from (path for path in TOLD if path.exists())


def fingerprint(data: Path) -> str:
    """What a release is made from: what is listed and read, the files of people, and by what.

    Runs alone do not tell: one that fetched nothing may have read a scan, as OCR is installed now, or met a meeting that was moved.
    """
    said = [program(), extractor_version()]
    with Store(store_in(data)) as store:
        query = "SELECT id, finished_at, outcome FROM runs WHERE outcome IS NULL OR outcome <> 'unchanged' ORDER BY id"
        said += [repr(tuple(row)) for row in store.rows(query)]
        said += [repr(tuple(row)) for row in store.connection.execute(READ)]
        for name in NOUNS.values():
            said += [repr(tuple(row)) for row in store.connection.execute(f'SELECT * FROM "{name}" ORDER BY id')]  # noqa: S608  our own names
    for name in FILES_OF_PEOPLE:
        path = data / name
        said.append(hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "")
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def name_of(moment: str | None, folder: Path, settings: Settings) -> str:
    """The name of a release: when what it tells was found; what its tables hold, how it is published, and by what it was made."""
    content = hashlib.sha256(f"{program()}\n{settings!r}".encode())
    for path in sorted((folder / TABLES).glob("*.parquet")):
        content.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    said = "".join(sign for sign in (moment or "")[:19] if sign.isalnum())
    return f"{said or 'empty'}Z-{content.hexdigest()[:8]}"
