"""A document shown with its facts: nothing of the text is lost, nothing of it is markup."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import ClassVar

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from extractors import Extraction
from extractors.text.fact import Fact
from extractors.text.minutes import DocumentText, Head, Quote
from pipeline.demo.typesetting import pdf_of
from pipeline.explain import as_page, boxes_told, on_terminal
from pipeline.extraction import Context, ReadDocument, read_document
from pipeline.passages import passages
from pipeline.readers import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum(Fact):
    table: ClassVar[str] = "amounts"
    amount: str


def fact(text: str, start: int, end: int) -> Sum:
    return Sum(quote=Quote(text[start:end], start, end), agenda_item=None, rule="a_rule", amount="5.00")


def document(text: str, *spans: tuple[int, int]) -> ReadDocument:
    facts = tuple(fact(text, *span) for span in spans)
    return ReadDocument("akte.txt", "0" * 64, Reading(DocumentText(text), "text/plain"), Extraction(Head(), {"amounts": facts}))


def shown(found: ReadDocument) -> str:
    console = Console(file=io.StringIO(), width=200)
    on_terminal(found, console)
    return console.file.getvalue()


@given(st.text(min_size=1, max_size=40), st.data())
def test_passages_joined_are_the_text(text: str, data: st.DataObject) -> None:
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda span: span[0] < span[1]), max_size=5)
    )
    cut = list(passages(text, spans))

    assert "".join(passage.text for passage in cut) == text
    for number, (start, end) in enumerate(spans, 1):
        assert "".join(passage.text for passage in cut if number in passage.facts) == text[start:end]


def test_on_a_terminal_the_rule_stands_below_the_line() -> None:
    assert shown(document("Es kostet\n5 Euro im\nJahr", (10, 16))).splitlines() == [
        "Es kostet",
        "5 Euro im",
        "      ▸ amounts: amount 5.00 [a_rule]",
        "Jahr",
    ]


def test_a_document_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in shown(document("rot \x1b[31m und laut \x07", (0, 3)))


def test_a_kind_of_fact_that_has_no_colour_yet_is_shown_like_the_others() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Quorum(Fact):
        table: ClassVar[str] = "quorums"

    quorum = Quorum(quote=Quote("beschlussfähig", 8, 22), agenda_item=None, rule="a_rule")
    text = "Rat ist beschlussfähig"
    found = ReadDocument("a.txt", "0" * 64, Reading(DocumentText(text), "text/plain"), Extraction(Head(), {"quorums": (quorum,)}))

    assert shown(found).splitlines() == [text, "      ▸ quorums: [a_rule]"]
    assert '<mark class="quorums"' in as_page(found)


def test_a_document_cannot_write_markup() -> None:
    page = as_page(document("<script>alert(1)</script> 5 Euro", (26, 32), (0, 8)))

    assert "<script>" not in page
    assert '<mark class="amounts" title="amounts: amount 5.00 [a_rule]">5 Euro</mark>' in page
    assert "default-src 'none'" in page


def test_the_places_of_quotes_on_the_pages_of_a_pdf() -> None:
    data = pdf_of(
        "title: T\n\n== TOP 1: Radweg am Wehr\n\n== Beschluss:\n\nDer Rat beschließt den Radweg.\n\n== Abstimmungsergebnis:\n\nJa: 20, Nein: 4\n"
    )
    document = read_document(data, "a.pdf", Context())
    told = [json.loads(line) for line in boxes_told(data, document)]
    vote = next(line for line in told if line["table"] == "votes")
    assert vote["quote"] == "Ja: 20, Nein: 4"
    [(page, left, bottom, right, top)] = vote["boxes"]
    assert (page, 50 < left < right < 300, 5 < top - bottom < 20) == (1, True, True)
    assert [bool(line["boxes"]) for line in told] == [True] * len(told)
