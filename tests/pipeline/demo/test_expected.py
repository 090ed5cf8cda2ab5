"""Every document of the demo says what a person read in it: all rows of all tables, none more, none less.

The annotations lie in ottersbrueck.yaml and wendelmoor.yaml. Compared are the columns of the contract but for the evidence
(quotes are held against the text by `read_document` itself) and the raw words of a status. Of amounts those of resolutions
count, of deadlines those outside debates, as in the contract's scoring.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

from extractors.text.fact import row_of
from pipeline.demo import SOURCES, demo_councils, wendelmoor_files
from pipeline.demo.oparl import city_of
from pipeline.extraction import Context, ReadDocument, read_document
from pipeline.limits import Limits
from pipeline.readers import Terms, UnreadableError

HERE = Path(__file__).parent
NOT_COMPARED = {"quote", "char_start", "char_end", "page", "rule", "status_raw"}
DEFAULTS: dict[str, dict[str, Any]] = {
    "votes": {
        "subject": "main", "subject_text": None, "points": [], "yes": None, "no": None, "abstain": None, "present": None,
        "recused": None, "unanimous": None, "method": None, "groups": [], "flags": [], "agenda_item": None,
    },
    "amounts": {
        "amount_max": None, "currency": "EUR", "bound": "exact", "basis": "total", "fiscal_years": [], "section": "resolution", "agenda_item": None,
    },
    "deadlines": {
        "date_from": None, "date_to": None, "precision": None, "recurrence": None, "duration": None, "anchor": None,
        "section": "resolution", "agenda_item": None,
    },
    "resolution_points": {"heading": None, "addressee": None, "stage": "adopted", "agenda_item": None},
    "follow_ups": {"agenda_item": None},
    "references": {},
    "recusals": {"count": 1, "statute": None, "agenda_item": None},
    "agenda_items": {"public": True, "result_raw": None, "paper": None},
}  # fmt: skip
COUNTED = {
    "amounts": lambda row: row["section"] == "resolution",
    "deadlines": lambda row: row["section"] != "debate",
}


@dataclass(frozen=True)
class Either:
    """A column in which several values are right."""

    values: list[Any]

    def __eq__(self, other: object) -> bool:
        return other in self.values

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return " or ".join(map(repr, self.values))


class Loader(yaml.SafeLoader):
    """YAML in which `yes` and `no` are the words, as in the table of votes, and only true and false are truths."""

    yaml_implicit_resolvers: ClassVar = {
        letter: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:bool"]
        for letter, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))
Loader.add_constructor("!any", lambda loader, node: Either(loader.construct_sequence(node, deep=True)))


@cache
def annotations() -> dict[str, dict[str, Any]]:
    return {
        name: said
        for town in ("ottersbrueck", "wendelmoor")
        for name, said in yaml.load((HERE / f"{town}.yaml").read_text("utf-8"), Loader).items()  # noqa: S506  a safe loader
    }


@cache
def files() -> dict[str, bytes]:
    city = city_of(SOURCES / "ottersbrueck")
    meetings = {
        f"{path.rsplit('/', 1)[-1]}.json": json.dumps(city.objects[path], ensure_ascii=False).encode() for path in city.lists["meeting"]
    }
    return city.files | meetings | wendelmoor_files()


@pytest.fixture(scope="module")
def habits(tmp_path_factory):
    with demo_councils(tmp_path_factory.mktemp("demo")) as councils:
        return {council.id: council.habits for council in councils}


@cache
def read(name: str, habits: Any) -> ReadDocument:
    return read_document(files()[name], name, Context(habits=habits))


def rows_of(document: ReadDocument, table: str) -> list[dict[str, Any]]:
    rows = [_plain(row_of(fact)) for fact in document.extraction.tables.get(table, ())]
    for row in rows:
        if table in ("references", "agenda_items"):  # a paper is named in several items; an item is its own number
            del row["agenda_item"]
    return [row for row in rows if COUNTED.get(table, bool)(row)]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _listed(value) for name, value in row.items() if name not in NOT_COMPARED}


def _listed(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_listed(part) for part in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    return value


def expected_rows(said: dict[str, Any], table: str) -> list[dict[str, Any]]:
    of_document = {name: said["document"].get(name) for name in ("body", "meeting_date")} if table == "agenda_items" else {}
    return [
        DEFAULTS[table] | of_document | {"agenda_item" if name == "item" else name: value for name, value in row.items()}
        for row in said.get(table, [])
    ]


def differences(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    left = list(found)
    missing = []
    for row in expected:
        if row in left:
            left.remove(row)
        else:
            missing.append(row)
    return [f"- {_short(row, left)}" for row in missing] + [f"+ {_short(row, missing)}" for row in left]


def _short(row: dict[str, Any], others: list[dict[str, Any]]) -> str:
    """The row; beside a row of the other side that is nearly the same, only what distinguishes the two and what they are."""
    nearest = max(others, key=lambda other: sum(row[name] == other.get(name) for name in row), default=None)
    shown = {
        name: value
        for name, value in row.items()
        if nearest is None or value != nearest.get(name) or name in {"outcome", "text", "amount", "kind"}
    }
    return ", ".join(f"{name}={value!r}" for name, value in shown.items())


@cache
def still_wrong() -> dict[tuple[str, str], str]:
    """Document and table with the sentence that says why they are not read right yet."""
    entries = yaml.safe_load((HERE / "open.yaml").read_text("utf-8"))
    return {tuple(place.rsplit(" ", 1)): entry["why"] for entry in entries for place in entry["where"]}


def cases() -> list[Any]:
    expected_to_fail = {place: [pytest.mark.xfail(strict=True, reason=why)] for place, why in still_wrong().items()}
    return [
        pytest.param(name, table, id=f"{name}-{table}", marks=expected_to_fail.get((name, table), []))
        for name in annotations()
        for table in ["document", *DEFAULTS]
    ]


def test_what_is_still_wrong_names_documents_and_tables():
    assert [place for place in still_wrong() if place[0] not in annotations() or place[1] not in ["document", *DEFAULTS]] == []


def test_every_document_is_annotated():
    unreadable = {"vorlage-ds-0251-24.pdf", "satzung-1987-scan.pdf"}
    assert set(annotations()) | unreadable == set(files())


@pytest.mark.parametrize("name", annotations())
def test_an_annotation_quotes_its_document(name, habits):
    document = read(name, habits["wendelmoor" if name in wendelmoor_files() else "ottersbrueck"])
    words = _letters(document.reading.source.text)
    said = annotations()[name]
    stated = [
        row[column]
        for table in DEFAULTS
        for row in said.get(table, [])
        for column in ("text", "title", "heading", "value", "person")
        if row.get(column)
    ]
    assert [text for text in stated if _letters(text) not in words] == []


def _letters(text: str) -> str:
    """The text without blanks, hyphens and page furniture, which stand between words of one sentence."""
    return re.sub(r"[\s-]+|^(?:Stadt \w+, .*|Seite \d+ von \d+|– \d+ –)$", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize(("name", "table"), cases())
def test_a_document_says(name, table, habits):
    said = annotations()[name]
    document = read(name, habits["wendelmoor" if name in wendelmoor_files() else "ottersbrueck"])
    if table == "document":
        head = document.extraction.head
        expected = {"body": None, "meeting_date": None, "document_date": None, "marking": None} | said["document"]
        assert expected == {column: getattr(head, column) for column in expected}
    else:
        wrong = differences(expected_rows(said, table), rows_of(document, table))
        assert not wrong, "\n".join(["", *wrong])


@pytest.mark.parametrize(
    ("name", "code", "limits"),
    [
        pytest.param("vorlage-ds-0251-24.pdf", "corrupt", Limits(), id="broken"),
        pytest.param("satzung-1987-scan.pdf", "no_text_layer", Limits(scans=0), id="scan without OCR"),
        pytest.param("satzung-1987-scan.pdf", "no_text_layer", Limits(), id="scan", marks=pytest.mark.slow),
    ],
)
def test_two_files_cannot_be_read(name, code, limits):
    with pytest.raises(UnreadableError) as error:
        read_document(files()[name], name, Context(), Terms(limits))
    assert error.value.code == code
