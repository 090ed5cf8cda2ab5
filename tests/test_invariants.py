"""Laws for every extractor at once, on our own documents and on texts that nobody wrote."""

from __future__ import annotations

import ast
import json
import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import extractors as package
from extractors import Extraction, extract, extractors
from extractors.text.agenda import minutes_of
from extractors.text.fact import Fact, fields_of, row_of
from extractors.text.minutes import DocumentText

ROOT = Path(__file__).parent.parent
GOLD = [
    json.loads(line) for file in sorted((ROOT / "data" / "gold").glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()
]
TEXTS = [document["text"] for document in GOLD if "text" in document] + [
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "data" / "demo-councils").rglob("*.txt"))
]

# `make fuzz` asks for many; the suite takes the same few each time.
FEW = 150
EXAMPLES = int(os.environ.get("BESCHLUSSBUCH_EXAMPLES", FEW))

# The words that patterns wait for, in any order and number: far more of them meet than in real texts.
FRAGMENTS = (
    "Beschluss:", "Beschlussvorschlag:", "Abstimmungsergebnis:", "Begründung:", "TOP 4.2 ", "Punkt 7 der Tagesordnung: ", "1. ", "a) ", "- ", "2.1 ",
    "Der Gemeinderat beschließt", "Die Verwaltung wird beauftragt,", "einstimmig", "mehrheitlich abgelehnt", "Ja: 12, Nein: 3, Enthaltungen: 1", "40/7/7",
    "12 Ja-Stimmen", "ohne Gegenstimme", "vertagt", "90.000,00 EUR", "je 1,5 Mio. €", "bis zu", "Haushaltsjahr 2031", "bis Ende März 2031", "jährlich",
    "innerhalb von drei Monaten nach", "am 31.02.2031", "III. Quartal 2031", "§ 20 SächsGemO", "§ 5", "Art. 49 GO", "Vorlage: 2031/0439", "V1234/31",
    "VI-DS-04711-NF-02", "Befangen: 1", "Frau Dr. Muster ist befangen", "nimmt nicht teil", "Beschlusskontrolle zu V1234/31", "Zu Beschlusspunkt 2",
    "Umsetzungsstand: laufend", "ist umgesetzt", "nächste Beschlusskontrolle: 31. Oktober 2031", "Stadtrat Muster (SPD): ", "– 2 –", "\uf0b7 ", "☒ Ja ☐",
    "\n", "\n\n", " ", "\t", "\u00a0", "\u00ad", "-\n", ".", ",", ":", "(", ")", "„", "“", "\f",
)  # fmt: skip
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=300)
MADE_TEXT = st.lists(st.sampled_from(FRAGMENTS) | st.text("abcÄßE019 .,:/-\n§€", max_size=8), max_size=40).map("".join)


def facts_of(extraction: Extraction) -> Iterator[Fact]:
    for facts in extraction.tables.values():
        yield from facts


def check_evidence(source: DocumentText, extraction: Extraction) -> None:
    """Every fact says words of the text: verbatim at their offsets, on their page, in their item."""
    numbers = {item.number for item in minutes_of(source).items}
    for fact in facts_of(extraction):
        quote = fact.quote
        assert 0 <= quote.start < quote.end <= len(source.text), fact
        assert source.text[quote.start : quote.end] == quote.text, fact
        assert quote.text == quote.text.strip(), fact
        assert quote.page == source.page_at(quote.start), fact
        assert fact.agenda_item in numbers or fact.agenda_item in source.text, fact
        assert fact.rule, fact


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_our_documents(text: str) -> None:
    source = DocumentText(text, page_starts=(0, len(text) // 2))
    extraction = extract(source)
    check_evidence(source, extraction)
    assert extract(source) == extraction, "the same text gives the same facts"


@pytest.mark.parametrize("texts", [ANY_TEXT, MADE_TEXT], ids=["any characters", "our words in any order"])
def test_any_text_gives_facts_and_no_exception(texts: st.SearchStrategy[str]) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=EXAMPLES == FEW)
    @given(text=texts, day=st.none() | st.dates(date(1990, 1, 1), date(2040, 12, 31)))
    def check(text: str, day: date | None) -> None:
        source = DocumentText(text, page_starts=(0,), meeting_date=day)
        check_evidence(source, extract(source))

    check()


def values(extraction: Extraction) -> dict[str, list[tuple[object, ...]]]:
    """The facts without their evidence and without the words that a different layout prints differently."""
    worded = {"text", "subject_text", "status_raw", "anchor", "title", "result_raw", "heading", "person", "addressee"}
    return {
        table: sorted(tuple(repr(getattr(fact, name)) for name in fields_of(type(fact)) if name not in worded) for fact in facts)
        for table, facts in extraction.tables.items()
    }


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_blanks_and_empty_lines_carry_no_meaning(text: str) -> None:
    wide = text.replace(" ", "  ").replace("\n\n", "\n \n\n")
    assert values(extract(DocumentText(wide))) == values(extract(DocumentText(text)))


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=repr)
def test_time_grows_with_the_text_and_not_faster(fragment: str) -> None:
    source = DocumentText(fragment * (6_000 // len(fragment)))
    began = time.perf_counter()
    extract(source)
    assert time.perf_counter() - began < 5, "a pattern searches again and again in what it has read"


def modules() -> list[str]:
    return sorted(extractors())


@pytest.mark.parametrize("table", modules())
def test_an_extractor_is_a_table(table: str) -> None:
    """`extract` yields facts of one frozen class whose table is the module's name and whose columns are declared."""
    find = extractors()[table]
    (kind,) = get_args(get_type_hints(find)["return"])
    assert issubclass(kind, Fact)
    assert (kind.table, find.__module__.split(".")[1]) == (table, table)
    assert kind.__dataclass_params__.frozen
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}(")
    assert all(immutable(hint) for name, hint in get_type_hints(kind).items() if name in fields_of(kind)), get_type_hints(kind)


def immutable(hint: object) -> bool:
    """Whether values of an annotation cannot change: tables are tuples, never lists."""
    if get_origin(hint) in (Literal, None):
        return hint not in (list, dict, set)
    if get_origin(hint) in (list, dict, set):
        return False
    return all(immutable(part) for part in get_args(hint)) or isinstance(hint, UnionType)


def test_the_tables_of_the_contract() -> None:
    expected = ["agenda_items", "amounts", "deadlines", "follow_ups", "recusals", "references", "resolution_points", "votes"]
    assert modules() == expected


def test_a_row_ends_with_its_evidence() -> None:
    text = "TOP 3 Halle\nAbstimmung: Ja: 5, Nein: 1, Befangen: 2"
    (fact,) = extract(DocumentText(text)).tables["recusals"]
    assert row_of(fact) == {
        "person": None, "count": 2, "act": "declared", "statute": None,
        "quote": "Befangen: 2", "char_start": 40, "char_end": 51, "page": None, "agenda_item": "3", "rule": "counter",
    }  # fmt: skip


def test_extractors_write_nothing_and_print_nothing() -> None:
    """No call of `open`, `print` or `eval` stands in the package."""
    for path in Path(package.__path__[0]).rglob("*.py"):
        calls = {
            node.func.id
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not calls & {"open", "print", "eval", "exec", "input"}, path
