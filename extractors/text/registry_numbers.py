"""Numbers of a council's registry: of papers, motions, inquiries, decisions and meetings, as they are printed.

    "Vorlage: 2016/0439", "DS 23/SVV/1310", "Antrag Nr. 070/2025", "(Sitzungsnummer: SR/067/2019)"     known by their label
    "VI-DS-08033-NF-02", "V2927/19", "BV/473/2026", "1751/XVIII", "26-V-15-0004"                       known by their shape

No shape is the same in all councils: "2021/22" is a paper in one and a budget in the next, "1056/15" a paper or a parcel.
So a number needs a label before it, unless its shape means nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.text.registry_forms import (
    BEFORE,
    BEHIND_ITEM,
    BETWEEN_DASHES,
    DOTTED,
    DOTTED_VALUE,
    ENTRY_DECISION,
    FOLLOWING,
    FOREIGN,
    INQUIRY_PREFIX,
    LETTERED,
    LETTERED_VALUE,
    LOOK_BACK,
    MEETING_PREFIX,
    MOTION_PREFIX,
    OTHER_NUMBER,
    PAPER_PREFIX,
    PERIOD_NUMBER,
    PLAIN,
    SESSION,
    SHAPES,
    SHORT_LABELS,
    TOKEN,
    TOKEN_PLACE,
)
from extractors.text.search import found_behind

NumberKind = Literal["paper", "meeting", "decision", "motion", "inquiry"]
FEWEST_DIGITS = 3  # of a number whose shape says nothing
LONGEST_FOREIGN = 48  # "Bundestagsdrucksache Nummer ", "Bebauungsplan-Entwurfes Nr. "
KINDS: tuple[NumberKind, ...] = ("meeting", "decision", "motion", "inquiry", "paper")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number of the registry at a place of the text; `value` without blanks, every dash as "-"."""

    start: int
    end: int
    value: str
    kind: NumberKind
    rule: str


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundNumber]:
    """All numbers of the registry in a stretch of text, labelled ones and unmistakable shapes, not in order.

    >>> [found.value for found in find_numbers("Änderungsantrag zur Vorlage: 2016/0439 – 1")]
    ['2016/0439']
    """
    end = len(text) if end is None else end
    previous: FoundNumber | None = None
    for match in found_behind(TOKEN_PLACE, TOKEN, text, start, end):
        found = _read(match, previous)
        if found:
            yield found
            previous = found
    for match in PLAIN.finditer(text, start, end):
        plain: NumberKind = "decision" if match["decision"] else "paper"
        yield FoundNumber(match.start("value"), match.end("value"), match["value"], plain, "label_plain_number")
    for match in DOTTED.finditer(text, start, end) if DOTTED_VALUE.search(text, start, end) else ():
        of: NumberKind = "motion" if match["motion"] else "inquiry" if match["inquiry"] else "paper"
        yield FoundNumber(match.start("value"), match.end("value"), match["value"], of, "label_dotted_number")
    yield from _placed(text, start, end)
    for match in LETTERED.finditer(text, start, end) if LETTERED_VALUE.search(text, start, end) else ():
        kind: NumberKind = "motion" if match["motion"] else "inquiry" if match["inquiry"] else "paper"
        for value in re.finditer(r"[A-Z]{1,2}[ ][\d/]+", match["values"]):
            at = match.start("values") + value.start()
            yield FoundNumber(at, at + len(value[0]), canonical(value[0]), kind, "label_letters_number")


def _placed(text: str, start: int, end: int) -> Iterator[FoundNumber]:
    """Numbers known by where they stand in their line: "Ö 8.2 - 21-3566", "Beschluss 114/2022 - Freibad"."""
    for match in BETWEEN_DASHES.finditer(text, start, end):
        if sum(map(str.isdigit, match["value"])) > FEWEST_DIGITS and not is_span_of_years(match["value"]):
            yield FoundNumber(match.start("value"), match.end("value"), match["value"], "paper", "between_dashes")
    for match in BEHIND_ITEM.finditer(text, start, end):
        yield FoundNumber(match.start("value"), match.end("value"), match["value"], "paper", "behind_item_number")
    for match in ENTRY_DECISION.finditer(text, start, end):
        if not is_span_of_years(match["value"]):
            yield FoundNumber(match.start("value"), match.end("value"), match["value"], "decision", "entry_decision")


def canonical(printed: str) -> str:
    """A number as the tables give it: without blanks, every dash as "-"."""
    return re.sub(r"[–—‐‑]", "-", re.sub(r"\s+", "", printed))


def _read(match: re.Match[str], previous: FoundNumber | None) -> FoundNumber | None:
    text, start, value = match.string, match.start(), canonical(match[0])
    before = text[max(0, start - LOOK_BACK) : start]
    shaped = SHAPES.fullmatch(value) is not None
    if (not shaped and sum(map(str.isdigit, value)) < FEWEST_DIGITS) or FOREIGN.search(before[-LONGEST_FOREIGN:]):
        return None
    label = BEFORE.search(before)
    if label and _plausible(label, value, shaped):
        prefix = "" if shaped else label["prefix"] or _abbreviation(label)
        kind: NumberKind = "paper" if _of_short_label(label) else _kind(label)
        return FoundNumber(start - len(prefix), match.end(), prefix.strip() + value, kind, "label_number")
    if previous and start - previous.end <= 8 and FOLLOWING.search(before) and form_of(value).startswith(form_of(previous.value)):
        return FoundNumber(start, match.end(), value, previous.kind, "label_list")
    if (shaped and not OTHER_NUMBER.search(before)) or (before.endswith("[") and PERIOD_NUMBER.fullmatch(value)):
        kind = "meeting" if SESSION.search(before) and not PAPER_PREFIX.match(value) else _kind_of_shape(value)
        return FoundNumber(start, match.end(), value, kind, "shape")
    return None


def _abbreviation(label: re.Match[str]) -> str:
    """The "DS " of "DS 062a/2016": printed as a part of the number, as in "Drucksache DS 062a/2016"."""
    return label[0] if label["short"] and label[0] == f"{label['short']} " else ""


def _of_short_label(label: re.Match[str]) -> bool:
    """Whether "BV" stands nearer than any other label: "Beschluss BV 12/2016" names the paper."""
    return label["decision"] is not None and not label["number"] and (label["prefix"] or "").strip() in SHORT_LABELS


def _kind(match: re.Match[str]) -> NumberKind:
    return next(kind for kind in KINDS if match[kind])


def _plausible(label: re.Match[str], value: str, shaped: bool) -> bool:
    """Whether a labelled number can be one: no budget years, no fraction, no date; strict where words stand between."""
    if shaped:
        return True
    if is_span_of_years(value) or (label["group"] and not label["second"]):
        return False
    if _of_short_label(label):
        return True
    said = bool(label["number"] or label["second"] or label["colon"])
    digits = sum(character.isdigit() for character in value)
    kind = _kind(label)
    if kind == "meeting" or (kind == "decision" and not said and not re.search(r"(?i)nummer|nr", label[kind])):
        return False
    if label[kind] in {"Betreff", "Bezug", "Mitteilung", "Siehe", "siehe"}:
        return digits >= 5
    return digits >= (FEWEST_DIGITS if said else 4)


def is_span_of_years(value: str) -> bool:
    """Whether "2021/22" or "2003-2008" is a budget or a term of office."""
    years = re.fullmatch(r"((?:19|20)\d\d)[/-]((?:19|20)?\d\d)", value)
    return bool(years) and 0 < int(years[2][-2:]) - int(years[1][-2:]) <= 10 if years else False


def form_of(value: str) -> str:
    """What a number looks like: "21-1967" as "99-9999"."""
    return re.sub(r"\d", "9", value)


def _kind_of_shape(value: str) -> NumberKind:
    if MEETING_PREFIX.match(value):
        return "meeting"
    if INQUIRY_PREFIX.match(value):
        return "inquiry"
    return "motion" if MOTION_PREFIX.match(value) else "paper"
