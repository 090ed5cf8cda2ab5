"""Recusals (Befangenheit): who declared an interest, left, did not vote or was excluded, and how many.

    "Frau Muster meldet Befangenheit nach § 20 SächsGemO an."     declared, with its statute
    "Befangen: 2"                                                 a count of the head line, without persons

Negations, questions, notices of the duty and "Befangen: 0" are none. One statement is one row; two persons in it count two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.recusals.forms import (
    ACTS,
    AND_ALSO,
    BEFORE_VERB,
    COUNTED_WORDS,
    COUNTER,
    FULL_NAME,
    HANDED_OVER,
    LINE_OF_COUNTS,
    LIST,
    MEMBERS,
    NO_RECUSAL,
    OFFICE,
    PRONOUN,
    REASONED,
    SPOKEN,
    TRIGGERS,
    UNREASONED,
    WHOSE,
    WORDS,
    Act,
)
from extractors.text.fact import Fact
from extractors.text.minutes import AgendaItem, Minutes
from extractors.text.persons import Persons, find_persons
from extractors.text.search import places_of
from extractors.text.sentences import sentence_at
from extractors.text.statutes import find_statutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Recusal(Fact):
    """A member who took no part, as printed; `count` alone where the document gives a number only."""

    table: ClassVar[str] = "recusals"

    person: str | None
    count: int
    act: Act
    statute: str | None


def extract(minutes: Minutes) -> Iterator[Recusal]:
    """Find the recusals of a document, item by item; a count is given only where nobody is named."""
    counted = places_of(COUNTED_WORDS, minutes.text, 0, len(minutes.text))
    for item in minutes.items:
        stated = list(_statements(minutes, item))
        yield from stated or (_counters(minutes, item) if counted else ())


def _counters(minutes: Minutes, item: AgendaItem) -> Iterator[Recusal]:
    for match in COUNTER.finditer(minutes.text, item.start, item.end):
        count = int(match["after"] or match["before"])
        if count:
            quote = minutes.quote(match.start(), match.end())
            act = _counted_act(match)
            yield Recusal(quote=quote, agenda_item=item.number, rule="counter", person=None, count=count, act=act, statute=None)


def _counted_act(match: re.Match[str]) -> Act:
    """Who is involved (BY) or barred (ST) is excluded by law; "Befangen: 1" only says that it was declared."""
    lead = match["lead"] or ""
    if lead.startswith(("n", "N")):
        return "not_voting"
    return "excluded" if lead or match["involved"] or match["barred"] else "declared"


def _statements(minutes: Minutes, item: AgendaItem) -> Iterator[Recusal]:
    text, known, total, done = minutes.text, set[str](), 0, item.start
    for trigger in places_of(TRIGGERS, text, item.start, item.end):
        if trigger < done:
            continue
        start, end = sentence_at(text, trigger, item.start, item.end)
        done = end
        start = _below_title(text, item, start, trigger)
        while start < trigger and (counts := LINE_OF_COUNTS.match(text, start, trigger)):
            start = counts.end()
        act = _act(text[start:end])
        named = _named(text, (start, end), trigger, item.start) if act else None
        if not act or not named or (named.person and named.person in known):
            continue
        if named.rule == "members" and named.count <= total:  # "(1 Mitglied befangen)" beside the vote counts who was named before
            continue
        total += named.count
        known.add(named.person or "")
        statute = next((found.value for found in find_statutes(text, start, end)), None)
        quote = minutes.quote(min(named.start, start), end)
        yield Recusal(
            quote=quote, agenda_item=item.number, rule=named.rule, person=named.person, count=named.count, act=act, statute=statute
        )  # fmt: skip


def _below_title(text: str, item: AgendaItem, start: int, trigger: int) -> int:
    """Where the sentence begins if the line of the item's title, which ends without a stop, stands before it."""
    line_ends = text.find("\n", start, trigger) if item.title else -1
    return line_ends + 1 if line_ends > 0 and text[start:line_ends].endswith(item.title or "\n") else start


def _act(sentence: str) -> Act | None:
    """What was done, None where the sentence reports no recusal; that it denies one is asked last, for that takes longest."""
    act = _told(sentence)
    return None if act and (NO_RECUSAL.search(sentence) or COUNTER.search(sentence)) else act


def _told(sentence: str) -> Act | None:
    if reason := REASONED.search(sentence):
        unsaid: Act = "excluded" if reason[0].lower().startswith("pers") else "declared"
        return next((act for act, pattern in ACTS if pattern.search(sentence)), unsaid)
    if SPOKEN.search(sentence):
        return None
    return next((act for act, pattern in UNREASONED if pattern.search(sentence)), None)


@dataclass(frozen=True, slots=True)
class Named:
    """Who is meant, and where the statement begins."""

    person: str | None
    count: int
    start: int
    rule: str


def _named(text: str, sentence: tuple[int, int], trigger: int, earliest: int) -> Named | None:
    """The persons of a statement: named in it, or by a pronoun for the one named just before, or only counted."""
    start, end = sentence
    listed = LIST.search(text, start, end)
    if listed:
        names = [name for name in re.split(r",|\b(?:und|sowie|plus)\b", listed["names"]) if name.strip()]
        return Named(_printed(listed["names"]), len(names), start, "list") if names else None
    whose = WHOSE.search(text, start, end)
    if whose and whose["office"]:
        return Named(whose["office"], 1, start, "office")
    handed = HANDED_OVER.search(text, trigger, end)
    end = handed.start() if handed else end
    groups = list(find_persons(text, whose.end() if whose else start, end)) or list(find_persons(text, start, end))
    office = OFFICE.search(text, start, groups[0].start if groups else end)
    if office:
        return Named(office["person"], 1, start, "office")
    if groups:
        before = [group for group in groups if group.start < trigger]
        first, last, count = _listed(text, before or groups[:1])
        return Named(_printed(text[first:last]), count, start, "person")
    reasoned = REASONED.search(text, start, end)
    bare = BEFORE_VERB.search(text, start, end) if reasoned else FULL_NAME.match(text, start, end)
    return Named(_printed(bare["person"]), 1, start, "name") if bare else _meant(text, start, end, earliest)


def _listed(text: str, groups: list[Persons]) -> tuple[int, int, int]:
    """The last persons named, with those before them of whom the same is said, and how many they are."""
    nearest = groups[-1]
    first, count = nearest.start, nearest.count
    for group in reversed(groups[:-1]):
        if not AND_ALSO.fullmatch(text, group.end, first):
            break
        first, count = group.start, count + group.count
    return first, nearest.end, count


def _meant(text: str, start: int, end: int, earliest: int) -> Named | None:
    if PRONOUN.match(text, start) and REASONED.search(text, start, end):
        before = list(find_persons(text, sentence_at(text, start - 1, earliest, start)[0], start)) if start > earliest else []
        if not before:
            return Named(None, 1, start, "pronoun")
        return Named(_printed(text[before[-1].start : before[-1].end]), before[-1].count, before[-1].start, "pronoun")
    members = MEMBERS.search(text, start, end)
    if members:
        number = members["number"].lower()
        return Named(None, WORDS.get(number) or int(number), start, "members")
    return None


def _printed(person: str) -> str:
    return re.sub(r"\s+", " ", person).strip(" ,\n")
