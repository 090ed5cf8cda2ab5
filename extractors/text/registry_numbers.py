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
    DECISION_OF_DAY,
    DOTTED,
    DOTTED_VALUE,
    ENTRY_BEFORE,
    ENTRY_BEHIND,
    FOLLOWING,
    FOREIGN,
    INQUIRY_PREFIX,
    LETTERED,
    LETTERED_VALUE,
    LINK,
    LONGEST_LEAD,
    LOOK_BACK,
    MEETING_PREFIX,
    MOTION_PREFIX,
    OF_PERIOD,
    OTHER_NUMBER,
    PAPER_PREFIX,
    PARLIAMENT,
    PERIOD_NUMBER,
    PERIOD_YEARS,
    PLAIN,
    PLAIN_WORDS,
    SESSION,
    SHAPES,
    SHORT_LABELS,
    TELLING,
)
from extractors.text.registry_lines import FIRST_LINE, MONTH, WHOLE_LINE, letters_before, place_of
from extractors.text.registry_tokens import tokens
from extractors.text.search import places_of

NumberKind = Literal["paper", "meeting", "decision", "motion", "inquiry"]
LONGEST_LINK = 12  # " sowie AN 0051/2031"
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


def find_numbers(text: str, start: int = 0, end: int | None = None, others: list[re.Match[str]] | None = None) -> Iterator[FoundNumber]:
    """All numbers of the registry in a stretch of text, not in order: labelled ones, unmistakable shapes, forms at their place.

    What is cut like a number and is none by itself is added to `others`.

    >>> [found.value for found in find_numbers("Änderungsantrag zur Vorlage: 2016/0439 – 1")]
    ['2016/0439']
    """
    end = len(text) if end is None else end
    previous: FoundNumber | None = None
    foreign = start
    for match in tokens(text, start, end):
        if _is_foreign(match, foreign):
            foreign = match.end()
            continue
        found = _read(match, previous)
        if found:
            yield found
            previous = found
        elif others is not None:
            others.append(match)
    yield from _plain(text, start, end)
    for match in DOTTED.finditer(text, start, end) if DOTTED_VALUE.search(text, start, end) else ():
        of: NumberKind = "motion" if match["motion"] else "inquiry" if match["inquiry"] else "paper"
        group = "shaped" if match["shaped"] else "value"
        yield FoundNumber(match.start(group), match.end(group), match[group], of, "shape" if match["shaped"] else "label_dotted_number")
    yield from _of_lines(text, start, end)
    for match in LETTERED.finditer(text, start, end) if LETTERED_VALUE.search(text, start, end) else ():
        kind: NumberKind = "motion" if match["motion"] else "inquiry" if match["inquiry"] else "paper"
        for value in re.finditer(r"[A-Z]{1,2}[ ][\d/]+", match["values"]):
            at = match.start("values") + value.start()
            yield FoundNumber(at, at + len(value[0]), canonical(value[0]), kind, "label_letters_number")


def _plain(text: str, start: int, end: int) -> Iterator[FoundNumber]:
    """Numbers without a mark of division behind a label: "Drucksache 4711", "Beschluss vom 12.3.2031, Nr. 45"."""
    for at in places_of(PLAIN_WORDS, text, start + 1, end):
        match, rule = PLAIN.match(text, at - 1, end), "label_plain_number"
        if not match and text.startswith("eschl", at):
            match, rule = DECISION_OF_DAY.match(text, at - 1, end), "decision_of_day"
        if match:
            kind: NumberKind = "decision" if match["decision"] else "paper"
            yield FoundNumber(match.start("value"), match.end("value"), canonical(match["value"]), kind, rule)


def _of_lines(text: str, start: int, end: int) -> Iterator[FoundNumber]:
    """Numbers without a mark of division, known by their line: "- 101.30.845 -", "V3133 Motion (SP)"."""
    first = FIRST_LINE.match(text, start, end) if start == 0 or text[start - 1] == "\n" else None
    for match in ([first] if first else []) + list(WHOLE_LINE.finditer(text, start, end)):
        group, kind, rule = ("dotted", "paper", "between_dashes") if match["dotted"] else ("motion", "motion", "number_before_title")
        yield FoundNumber(match.start(group), match.end(group), match[group], kind, rule)  # type: ignore[arg-type]  # both are kinds


def canonical(printed: str) -> str:
    """A number as the tables give it: without blanks, every dash as "-"."""
    return re.sub(r"[–—‐‑]", "-", re.sub(r"\s+", "", printed))


def _is_foreign(match: re.Match[str], previous: int) -> bool:
    """Whether a number is that of something else, or goes on with a list of such: "Flurstücke 123/4, 124/2031 und 125/2031"."""
    text, start = match.string, match.start()
    if FOREIGN.search(text, max(0, start - LONGEST_FOREIGN), start) or PARLIAMENT.match(text, match.end()):
        return True
    return LINK.fullmatch(text, max(previous, 0), start) is not None


def _read(match: re.Match[str], previous: FoundNumber | None) -> FoundNumber | None:
    text, start, value = match.string, match.start(), canonical(match[0])
    before = text[max(0, start - LOOK_BACK) : start]
    shaped = SHAPES.fullmatch(value) is not None
    if not shaped and sum(map(str.isdigit, value)) < FEWEST_DIGITS:
        return None
    if PERIOD_YEARS.fullmatch(value):
        return _of_period(match)
    label = BEFORE.search(before)
    if label and (_plausible(label, value, shaped) or _entry(label, match)):
        prefix = _registry_letters(text, start) if shaped else label["prefix"] or _abbreviation(label)
        kind: NumberKind = "paper" if _of_short_label(label) else _kind(label)
        return FoundNumber(start - len(prefix), match.end(), canonical(prefix + value), kind, "label_number")
    if previous and start - previous.end <= LONGEST_LINK and FOLLOWING.search(before):
        prefix = letters_before(text, start)
        if form_of(prefix.strip() + value).startswith(form_of(previous.value)):
            return FoundNumber(start - len(prefix), match.end(), canonical(prefix + value), previous.kind, "label_list")
    return _unlabelled(match, before, value, shaped)


def _unlabelled(match: re.Match[str], before: str, value: str, shaped: bool) -> FoundNumber | None:
    text, start = match.string, match.start()
    if (shaped and not OTHER_NUMBER.search(before)) or (before.endswith("[") and PERIOD_NUMBER.fullmatch(value)):
        number = canonical(_registry_letters(text, start) + value)
        kind = "meeting" if SESSION.search(before) and not PAPER_PREFIX.match(number) else _kind_of_shape(number)
        return FoundNumber(start - (len(number) - len(value) and len(number) - len(value) + 1), match.end(), number, kind, "shape")
    place = None if shaped or is_span_of_years(value) else place_of(text, start, match.end(), value)
    if not place:
        return None
    number = canonical(text[place.start : match.end()])
    return FoundNumber(place.start, match.end(), number, _kind_of_shape(number), place.rule)


def _registry_letters(text: str, start: int) -> str:
    """Letters that belong to a number whose shape says enough without them; "DS 23/SVV/1310" is a label and a number."""
    letters = letters_before(text, start)
    return "" if letters == "DS " else letters


def _of_period(match: re.Match[str]) -> FoundNumber | None:
    text = match.string
    before = OF_PERIOD.search(text, max(0, match.start() - LONGEST_LEAD), match.start())
    if not before or text[match.end() : match.end() + 1] != ")":
        return None
    return FoundNumber(before.start(), match.end() + 1, canonical(text[before.start() : match.end() + 1]), "paper", "shape")


def _entry(label: re.Match[str], match: re.Match[str]) -> bool:
    """Whether a decision's number begins an entry of a list: "Beschluss 5/2031 - Freibad"."""
    entry = label["decision"] and not label["group"] and ENTRY_BEHIND.match(match.string, match.end()) and MONTH.fullmatch(match[0])
    return bool(entry and ENTRY_BEFORE.search(label.string, 0, label.start()))


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
        return not (label["day"] and MEETING_PREFIX.match(value))
    said = bool(label["number"] or label["second"] or label["colon"])
    telling = bool(label["prefix"]) or (TELLING.fullmatch(value) is not None and not MONTH.fullmatch(value))
    if is_span_of_years(value) or (label["group"] and not label["second"] and not (telling and (label["day"] or label["mark"]))):
        return False
    if _of_short_label(label):
        return True
    digits = sum(character.isdigit() for character in value)
    kind = _kind(label)
    if kind == "meeting" or (kind == "decision" and not said and not telling and not re.search(r"(?i)nummer|nr", label[kind])):
        return False
    if label[kind] in {"Betreff", "Bezug", "Mitteilung", "Siehe", "siehe"}:
        return digits >= 5
    return digits >= (FEWEST_DIGITS if said or telling else 4)


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
