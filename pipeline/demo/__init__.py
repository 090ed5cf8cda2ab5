"""Two invented councils for `beschlussbuch run --demo`: Ottersbrück with an OParl server, Wendelmoor with a folder of files.

    data/demo-councils/*/files/*.pdf.txt ──typesetting──▶ PDF ──┬── oparl, server ──▶ http://127.0.0.1:…/oparl/system
                                        *.html, *.txt ──────────┴── a folder

All texts are our own; places, offices and persons are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.councils import Council
from pipeline.demo.oparl import city_of
from pipeline.demo.server import Server
from pipeline.demo.typesetting import SET, broken_pdf, pdf_of, scan_pdf

SOURCES = Path(__file__).resolve().parent.parent.parent / "data" / "demo-councils"


@contextmanager
def demo_councils(folder: Path) -> Iterator[tuple[Council, ...]]:
    """The demo's councils, Ottersbrück served on loopback while the context lasts, Wendelmoor's files written to `folder`."""
    files = folder / "wendelmoor"
    write_wendelmoor(files)
    with Server(city_of(SOURCES / "ottersbrueck"), folder / "server.port") as server:
        yield (
            Council(
                id="ottersbrueck",
                name="Stadt Ottersbrück (erfunden)",
                source="oparl",
                url=f"{server.url}/oparl/system",
                seats=33,
                pause=0,
                note="An invented town: the OParl half of the demo.",
            ),
            Council(
                id="wendelmoor",
                name="Stadt Wendelmoor (erfunden)",
                source="folder",
                url=str(files),
                seats=21,
                paper_patterns=(r"DS-\d{4}/\d{2}",),
                note="An invented town: the half of the demo that is a folder of files.",
            ),
        )


def write_wendelmoor(folder: Path) -> None:
    """Write the folder of files; a file that is there already with the same bytes keeps its time."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in wendelmoor_files().items():
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def wendelmoor_files() -> dict[str, bytes]:
    """The folder's files by name, and two among them that cannot be read."""
    found = {"vorlage-ds-0251-24.pdf": broken_pdf(), "satzung-1987-scan.pdf": scan_pdf()}
    for path in sorted((SOURCES / "wendelmoor" / "files").iterdir()):
        if path.name.endswith(SET):
            found[path.name.removesuffix(".txt")] = pdf_of(path.read_text(encoding="utf-8"))
        else:
            found[path.name] = path.read_bytes()
    return dict(sorted(found.items()))
