"""References: what a document names by its number, or by its paragraph: "Vorlage: 2016/0439", "SR/067/2019", "§ 20 SächsGemO"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Literal

from extractors.text.fact import Fact
from extractors.text.minutes import Minutes, Quote
from extractors.text.registry_columns import numbers_in_columns
from extractors.text.registry_forms import (
    BEFORE_TITLE,
    FOREIGN,
    LOOK_BACK,
)
from extractors.text.registry_lines import MONTH, letters_before
from extractors.text.registry_numbers import FoundNumber, NumberKind, canonical, find_numbers, form_of, is_span_of_years
from extractors.text.statutes import FoundStatute, find_statutes

FORM_DIGITS = 5  # what has fewer may be any number: "12/31"
LETTERED_DIGITS = 3  # behind letters: "AN 5/31"
YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
# Rules that read what the agenda gives as an item's paper: it may be a part of the number ("00408/2015/PE" of "00408/2015/PE I").
FROM_ITEMS = {"item_paper", "number_before_title", "number_behind_title", "known_form"}
# Rules that read what the text itself says that a number is, before all others: they know its kind.
SAID = ("label", "column")
ReferenceKind = Literal["paper", "meeting", "decision", "motion", "inquiry", "statute"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Fact):
    """A paper, a meeting or a statute that the document names."""

    table: ClassVar[str] = "references"

    kind: ReferenceKind
    value: str


def extract(minutes: Minutes) -> Iterator[Reference]:
    """Find the references of a document, each distinct value at the first place that says most about it."""
    known: set[str] = set()
    edges: set[int] = set()
    numbers = sorted(_numbers(minutes), key=lambda number: (number.rule in FROM_ITEMS, not number.rule.startswith(SAID), number.start))
    values = {found.value for found in numbers if found.rule == "label_number"}
    for found in numbers:
        part = found.rule in FROM_ITEMS and (found.start in edges or found.end in edges)
        edges |= {found.start, found.end}
        again = found.value.startswith("DS") and found.value[2:] in values  # "DS 110/2031" beside "DS-Nr.: 110/2031"
        if found.value not in known and not part and not again:
            known.add(found.value)
            yield _reference(minutes, found, found.kind)
    yield from _of_running_heads(minutes, known)
    for statute in find_statutes(minutes.text):
        key = statute.value.replace(" ", "").lower()
        if key not in known:
            known.add(key)
            yield _reference(minutes, statute, "statute")


def _reference(minutes: Minutes, found: FoundNumber | FoundStatute, kind: ReferenceKind) -> Reference:
    item = minutes.item_at(found.start)
    quote = minutes.quote(found.start, found.end)
    return Reference(quote=quote, agenda_item=item.number if item else None, rule=found.rule, kind=kind, value=found.value)


def _numbers(minutes: Minutes) -> Iterator[FoundNumber]:
    others: list[re.Match[str]] = []
    found = list(find_numbers(minutes.text, others=others))
    yield from found
    yield from _of_council(minutes)
    yield from _of_items(minutes)
    yield from _before_titles(minutes)
    yield from _known_forms(minutes, found, others)
    yield from numbers_in_columns(minutes.text)


def _of_running_heads(minutes: Minutes, known: set[str]) -> Iterator[Reference]:
    """Numbers that stand in running heads or feet only, which the shadow leaves out: "Sozialamt | V1234/19 | Folie 7"."""
    source = minutes.source
    for start, end in minutes.shadow.left_out():
        for found in find_numbers(source.text, start, end):
            if found.value not in known:
                known.add(found.value)
                quote = Quote(source.text[found.start : found.end], found.start, found.end, source.page_at(found.start))
                yield Reference(quote=quote, agenda_item=None, rule="running_head", kind=found.kind, value=found.value)


def _of_council(minutes: Minutes) -> Iterator[FoundNumber]:
    """Numbers in the shapes that the council is known to use, without any label: "OF 379/7" (Frankfurt)."""
    habits = minutes.source.habits
    kinds: tuple[tuple[NumberKind, tuple[str, ...]], ...] = (("meeting", habits.meeting_patterns), ("paper", habits.paper_patterns))
    for kind, patterns in kinds:
        for pattern in patterns:
            for match in _compiled(pattern).finditer("\n" + minutes.text):
                value = canonical(match[0][1:])
                if value and not is_span_of_years(value):
                    yield FoundNumber(match.start(), match.end() - 1, value, kind, "council_pattern")


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern with the character before it, which the engine can skip to; a look behind it cannot."""
    return re.compile(rf"[^\w/.-](?:{pattern})(?![\w/]|-\w)")


def _of_items(minutes: Minutes) -> Iterator[FoundNumber]:
    """The paper that the source itself names beside an item: the cell of a vendor's table."""
    for item in minutes.items:
        paper = (item.paper or "").strip(" -–/")
        at = minutes.text.find(paper, item.start, item.end) if paper else -1
        foreign = at >= 0 and FOREIGN.search(minutes.text, max(item.start, at - LOOK_BACK), at)
        if at >= 0 and not foreign and not is_span_of_years(canonical(paper)) and not YEAR_ALONE.fullmatch(paper):
            yield FoundNumber(at, at + len(paper), canonical(paper), "paper", "item_paper")


def _before_titles(minutes: Minutes) -> Iterator[FoundNumber]:
    """Numbers that open the line of a title, with less to tell than others must have: "25/085 Annahme von Zuwendungen" (ALLRIS)."""
    for item in minutes.items:
        for section in item.sections_of("header"):
            within = (section.start, section.end)
            for match in BEFORE_TITLE.finditer(minutes.text, *within) if minutes.text.find("/", *within) >= 0 else ():
                if not is_span_of_years(match["value"]):
                    yield FoundNumber(match.start(), match.end("value"), match["value"], "paper", "number_before_title")


def _known_forms(minutes: Minutes, numbers: Iterable[FoundNumber], others: Iterable[re.Match[str]]) -> Iterator[FoundNumber]:
    """Numbers that look as labelled ones do: "TOP 5.2  21-1967 Antrag …" beside "Drs. 21-1955", "AN 58/31" beside "Antrag AN 51/31"."""
    forms = {form_of(found.value) for found in numbers if found.rule == "label_number" and found.kind != "meeting"}
    forms = {form for form in forms if form.count("9") >= FORM_DIGITS or (form[0].isupper() and form.count("9") >= LETTERED_DIGITS)}
    for match in others if forms else ():
        letters = letters_before(minutes.text, match.start())
        start, value = match.start() - len(letters), canonical(letters + match[0])
        if form_of(value) in forms and (letters or value[0].isupper() or _in_title(minutes, start)):
            foreign = FOREIGN.search(minutes.text, max(0, start - LOOK_BACK), start)
            if not foreign and not is_span_of_years(value) and not MONTH.fullmatch(value):
                yield FoundNumber(start, match.end(), value, "paper", "known_form")


def _in_title(minutes: Minutes, start: int) -> bool:
    item = minutes.item_at(start)
    return item is not None and "\n" not in minutes.text[item.start : start]
