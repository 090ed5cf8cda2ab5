"""Names of residents and petitioners: whoever speaks in the council, or writes to it, without holding an office.

"Einwohnerin Erika Muster", "Petent: Herr Muster", "Eingabe der Eheleute Muster"; and in a question time "Herr Muster fragt, ob"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from extractors.text.personal.civil import LISTED, NAMED
from extractors.text.personal.given_names import GIVEN_NAMES
from extractors.text.personal.names import IN_OFFICE, OFFICE, WORD, begins_at, holds_office, surname
from extractors.text.personal.resident_forms import (
    ANSWERS,
    ARTICLE,
    ASKING,
    COUPLE,
    HEAD,
    LONGEST,
    MENTION,
    NAMED_BY_ROLE,
    NEXT_ITEM,
    OFFICIAL_BEFORE,
    ONE_OF_MANY,
    ORGANISATION,
    ROLE_BEHIND,
    SPEAKER,
    SPEAKS,
    WITH_A_HOME,
    WRITTEN_BY,
)


def find_residents(text: str, known: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Where residents are named, the name alone; also wherever a name that is found, or `known`, is repeated.

    >>> [text[a:b] for text in ["Einwohnerin Erika Muster fragt nach dem Weg."] for a, b in find_residents(text)]
    ['Erika Muster']
    """
    by_role = list(_by_role(text))
    sure = {*(span for span, is_sure in by_role if is_sure), *_by_home(text)}
    likely = {*(span for span, _ in by_role), *_by_writing(text), *_in_question_times(text)} - sure
    officials = _officials(text, {surname(text[start:end]) for start, end in likely}) if likely else set()
    found = sure | {(start, end) for start, end in likely if surname(text[start:end]) not in officials}
    yield from sorted(found)
    names = known | {surname(text[start:end]) for start, end in found}
    if names:
        yield from _repeated(text, names, {end for _, end in found})


def _officials(text: str, names: set[str]) -> set[str]:
    """Which of some surnames an office holder has, wherever the text names one: "Stadtrat Muster"."""
    return {
        match[0] for match in WORD.finditer(text) if match[0] in names and OFFICE.search(text, max(0, match.start() - 70), match.start())
    }


def _by_role(text: str) -> Iterator[tuple[tuple[int, int], bool]]:
    """Who is named with a role, and whether nobody in office is ever named like that."""
    for match in NAMED_BY_ROLE.finditer(text):
        if OFFICIAL_BEFORE.search(text[max(0, match.start() - 20) : match.start()]):
            continue
        if _is_person(text, match, match.end("name")):
            yield match.span("name"), match["one"] is not None
    for pattern in (ROLE_BEHIND, COUPLE, NAMED):
        for match in pattern.finditer(text):
            if not holds_office(text, match.start(), match.start()):
                yield match.span("name"), True


def _by_home(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (LISTED, WITH_A_HOME):
        for match in pattern.finditer(text):
            titled = match.groupdict().get("title")
            first = 0 if titled else begins_at(match["name"])
            if first is not None and not holds_office(text, match.start("name") + first, match.start("name") + first):
                yield match.start("name") + first, match.end("name")


def _is_person(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the word for a role is followed by a name, not by any other noun, an office, a group."""
    if IN_OFFICE.match(text, end, end + 140) or ORGANISATION.match(text[end : end + 30].lstrip(" ,")):
        return False
    if match["gap"].strip() == "," and not (match["one"] or ONE_OF_MANY.search(text, max(0, match.start() - 20), match.start())):
        return False  # "die Bürger, Herr Muster, wollen": who is spoken to
    return match["title"] is not None or (not ORGANISATION.search(match["name"]) and _is_name(text, match, end))


def _is_name(text: str, match: re.Match[str], end: int) -> bool:
    """Whether words behind the word for a role are a name, where no "Herr" or "Frau" says so."""
    words, apart = match["name"].split(), match["gap"].strip()
    if words[0] in GIVEN_NAMES:
        return len(words) > 1 or match["one"] is not None
    if len(words) == 1 and ARTICLE.search(text, max(0, match.start() - 12), match.start()) and ASKING.match(text, end):
        return not apart and "ntragsteller" not in match["many"]  # "Der Bürger Muster fragt"
    if apart in (",", "(") or match["one"] is None or words[0].islower():
        return False
    return len(words) > 1 or not (words[0].endswith(("s", "ung", "heit", "keit", "schaft", "tät")) or apart)


def _by_writing(text: str) -> Iterator[tuple[int, int]]:
    for match in WRITTEN_BY.finditer(text):
        start, end = match.span("name")
        named = match["title"] or (match["name"].split()[0] in GIVEN_NAMES and " " in match["name"])
        if named and not holds_office(text, start, end):
            yield start, end


def _in_question_times(text: str) -> Iterator[tuple[int, int]]:
    for begin, end in _question_times(text):
        part = text[begin:end]
        people = [*SPEAKER.finditer(part), *SPEAKS.finditer(part)]
        in_office = {surname(match["name"]) for match in people if _is_official(part, match)}
        for match in people:
            if surname(match["name"]) not in in_office:
                yield begin + match.start("name"), begin + match.end("name")


def _is_official(part: str, match: re.Match[str]) -> bool:
    start, end = match.span("name")
    if match.re is SPEAKS and match["name"].split()[0] not in GIVEN_NAMES:
        return True
    return holds_office(part, start, end) or ANSWERS.match(part[end : end + 120]) is not None


def _question_times(text: str) -> Iterator[tuple[int, int]]:
    """From the head of a question time to the next item of the agenda."""
    end = 0
    for head in HEAD.finditer(text):
        if head.start() < end:
            continue
        own = int(head["number"]) if head["number"] else None
        end = min(len(text), head.end() + LONGEST)
        for item in NEXT_ITEM.finditer(text, head.end(), end):
            number = item["number"]
            if number is None or (own is not None and int(number) == own + 1):
                end = item.start()
                break
        yield head.end(), end


def _repeated(text: str, names: Set[str], done: set[int]) -> Iterator[tuple[int, int]]:
    """Where a resident is named again: with an address, or a given name before it."""
    for match in MENTION.finditer(text):
        name = match["name"]
        plain = name if name in names else name[:-1] if name.endswith("s") and name[:-1] in names else None
        given = (match["given"] or "").strip()
        if plain is None or match.end("name") in done or not (match["title"] or given in GIVEN_NAMES):
            continue
        start, end = match.start("given") if given else match.start("name"), match.start("name") + len(plain)
        if not holds_office(text, match.start("name") if not given else match.start("given"), match.end("name")):
            yield start, end
