"""Who may import whom: two small dicts, and a walk over the imports of every module. Change the architecture here first."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path.relative_to(ROOT).as_posix() for package in ("pipeline", "extractors") for path in (ROOT / package).rglob("*.py"))

# A library has one home: what it can do is offered there in our own words.
HOMES = {
    "pandas": "pipeline/release/*",
    "pyarrow": "pipeline/release/*",
    "pandera": "pipeline/release/frames.py",
    "xlsxwriter": "pipeline/release/excel*",
    "adbc_driver_postgresql": "pipeline/release/postgresql*",
    "icalendar": "pipeline/release/calendars.py",
    "feedgen": "pipeline/release/feeds.py",
    "datasette": "pipeline/serve/*",
    "nltk": "pipeline/release/review*",
    "prefect": "pipeline/flow*.py",
    "spacy": "extractors/text/language.py",
    "dateparser": "extractors/text/german/dates.py",
    "holidays": "extractors/deadlines/school_calendar.py",
    "pypdfium2": "pipeline/readers/pdf*",
    "pytesseract": "pipeline/readers/ocr/tesseract.py",
    "PIL": "pipeline/readers/ocr*|pipeline/readers/pdf_drawn.py",
    "numpy": "pipeline/readers/ocr*",
    "jinja2": "pipeline/release/evidence/page.py",
    "markupsafe": "pipeline/release/evidence/page.py|pipeline/serve*",
    "pdfplumber": "pipeline/readers/pdf*",
    "pdfminer": "pipeline/readers/pdf*",
    "docx": "pipeline/readers/docx.py",
    "lxml": "pipeline/readers/html*|pipeline/readers/odt.py|pipeline/pages/page.py",  # HTML as text, and pages as what a source lists
    "cssselect": "pipeline/pages/page.py",
    "httpx": "pipeline/fetch*",
    "httpcore": "pipeline/fetch*",
    "yaml": "pipeline/councils.py|pipeline/files_of_people.py|pipeline/release/*.py",
}

# What a module may not import at all. Extractors are pure functions: no files, no network, no clock, no chance.
FORBIDDEN = {
    "extractors/*": ("pipeline", "os", "pathlib", "io", "socket", "subprocess", "time", "random", "logging", "http", "urllib"),
    "extractors/text/*": ("extractors",),  # but itself
    "pipeline/sources/*": ("pipeline.fetch", "pipeline.flow", "pipeline.release"),  # sources are handed what fetches
    "pipeline/readers/*": ("pipeline.fetch", "pipeline.store", "pipeline.archive", "pipeline.sources"),
    "pipeline/release/*": ("pipeline.flow", "pipeline.fetch"),
}
SECOND_PASS = ("extractors/__init__.py", "extractors/linking.py")  # the two modules that know more than one extractor


def imports_of(source: str) -> Iterator[str]:
    """The modules that a source imports, wherever the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def violations(module: str, source: str) -> Iterator[str]:
    for name in imports_of(source):
        home = HOMES.get(name.split(".")[0])
        if home and not any(fnmatch(module, place) for place in home.split("|")):
            yield f"{module} imports {name}; only {home} may"
        if any(fnmatch(module, place) and within(name, banned) for place, those in FORBIDDEN.items() for banned in those) and not (
            module.startswith("extractors/text/") and within(name, "extractors.text")
        ):
            yield f"{module} imports {name}; it must not"
        extractor = name.removeprefix("extractors.").split(".")[0]
        if (
            module.startswith("extractors/")
            and not module.startswith("extractors/text/")
            and module not in SECOND_PASS
            and within(name, "extractors")
            and extractor not in ("text", module.removeprefix("extractors/").removesuffix(".py").split("/")[0])
        ):
            yield f"{module} imports {name}; extractors never import each other"


def test_imports() -> None:
    assert len(MODULES) > 300
    assert [said for module in MODULES for said in violations(module, (ROOT / module).read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("module", "source", "message"),
    [
        ("extractors/votes.py", "import pandas as pd", "extractors/votes.py imports pandas; only pipeline/release/* may"),
        ("pipeline/checks.py", "def check():\n    from prefect import flow", "pipeline/checks.py imports prefect; only pipeline/flow*.py may"),
        ("extractors/votes/words.py", "from extractors.amounts import Amount", "extractors/votes/words.py imports extractors.amounts; extractors never import each other"),
        ("pipeline/demo/oparl.py", "import yaml", "pipeline/demo/oparl.py imports yaml; only pipeline/councils.py|pipeline/files_of_people.py|pipeline/release/*.py may"),
        ("extractors/recusals.py", "from pathlib import Path", "extractors/recusals.py imports pathlib; it must not"),
        ("extractors/text/head.py", "from extractors.votes import Vote", "extractors/text/head.py imports extractors.votes; it must not"),
        ("extractors/text/head.py", "from pipeline.fetch import get", "extractors/text/head.py imports pipeline.fetch; it must not"),
    ],
)  # fmt: skip
def test_a_violation_is_told_in_one_sentence(module: str, source: str, message: str) -> None:
    assert list(violations(module, source)) == [message]


def test_what_is_allowed() -> None:
    assert (
        list(violations("extractors/votes/__init__.py", "from extractors.votes.words import VOTE\nfrom extractors.text.fact import Fact"))
        == []
    )
    assert list(violations("extractors/linking.py", "from extractors.votes import Vote")) == []
    assert list(violations("pipeline/release/frames.py", "import pandas")) == []


def test_reading_a_text_loads_no_heavy_library(tmp_path: Path) -> None:
    """`extract` on a text file starts fast: neither tables nor flows are imported."""
    (tmp_path / "minutes.txt").write_text("Beschluss: Der Rat stimmt zu.", encoding="utf-8")
    code = (
        "import sys; from pipeline.__main__ import main; status = main(['extract', sys.argv[1], '--json']); "
        "print(status, sorted({'prefect', 'pandas', 'pyarrow', 'pdfplumber'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "minutes.txt")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "0 []", done.stderr
