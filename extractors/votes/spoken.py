"""Results that only the chair's speech states: "Ich bitte um Ihr Votum. – Das ist mehrheitlich abgelehnt." (Karlsruhe, Köln).

They are read only where nothing is printed: a spoken repetition of a printed vote is no second row.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractors.text.minutes import Section
from extractors.text.search import places_of
from extractors.votes.drafts import drafts_in
from extractors.votes.statements import Statement, sentences
from extractors.votes.told import Meeting
from extractors.votes.words import may_speak_of_a_vote

VERBATIM = re.compile(r"(?<!\w)(?:[Ii]ch|[Ww]ir|[Mm]eine Damen|Ihr Votum|Ihnen)(?!\w)")
# What asks for the votes, shortly before the result.
CALL = re.compile(
    r"Votum|Abstimm|abstimm|Handzeichen|stimmen wir|ab jetzt|Karten?(?:zeichen)?\b|karten?(?:zeichen)?\b|gegen(?:teilige)? Stimm"
    r"|dafür|dagegen|Enthält|enthält|einverstanden|Gegenstimmen ?\?|Enthaltungen ?\?"
)
# Every call holds one of them: looked for in whole sections, at a third of the time.
CALL_STEMS = (
    "Votum", "bstimm", "Handzeichen", "stimmen wir", "ab jetzt", "arte", "egen", "dafür", "nthält", "einverstanden", "nthaltungen",
)  # fmt: skip
SPOKEN = re.compile(
    r"(?:Das|Dies|Da|Auch (?:das|hier)|Damit|Somit|Dann|Es|So|Ich stelle fest|Sie haben|Bei|Mit|Einstimmig\w*|Mehrheitlich\w*"
    r"|Angenommen|Abgelehnt|Keine Gegenstimmen|Vielen Dank|\d{1,2} (?:Gegen|Nein|Ja|Enthalt))"
)

# In one breath with its result: "… bitte ich um Ihr Votum – (mehrheitliche Zustimmung)."
BREATH = re.compile(r" [–-] ?(?=\(?[A-ZÄÖÜ]|\([a-z])")
REACH = 260  # characters between the call and its result
LENGTH = 160  # of the sentence that declares a result


def verbatim(text: str, section: Section) -> bool:
    """Whether speeches are given word by word: "ich", "wir", more than once."""
    first = VERBATIM.search(text, section.start, section.end)
    return first is not None and VERBATIM.search(text, first.end(), section.end) is not None


def spoken(text: str, section: Section, meeting: Meeting) -> Iterator[Statement]:
    """The results that the chair declares in a section."""
    for first, last in _breaths(text, section):
        start = first
        while start < last and text[start] in "–- \n(":
            start += 1
        if not _declares(text, section, first, start, last) or meeting.tells(text[start:last]):
            continue
        for draft in drafts_in(text, start, last, lines=False):
            told = draft.has("unanimous", "majority", "rejected", "adopted", "rest") or (draft.counted and draft.judged)
            if told and not draft.has("noted", "settled", "referred", "forwarded", "recommended"):
                draft.start = start
                yield Statement(draft, "speech", section)


def _breaths(text: str, section: Section) -> Iterator[tuple[int, int]]:
    """Sentences that a call for votes stands in or before, divided where the call and its result stand in one."""
    calls = places_of(CALL_STEMS, text, section.start, section.end)
    for first, last in sentences(text, section.start, section.end) if calls else ():
        near = bisect_left(calls, first - REACH)
        if near == len(calls) or calls[near] >= last:
            continue
        for dash in BREATH.finditer(text, first, last):
            if CALL.search(text, first, dash.start()):
                yield first, dash.start()
                first = dash.start()  # noqa: PLW2901  # the rest of the sentence
        yield first, last


def _declares(text: str, section: Section, first: int, start: int, last: int) -> bool:
    """Whether a sentence declares a result: short, after a call for votes, behind a dash or with "Das ist", "Damit ist"."""
    answers = "–" in text[first:start] or SPOKEN.match(text, start) is not None
    if last - start > LENGTH or not answers or not may_speak_of_a_vote(text[start:last]):
        return False
    return CALL.search(text, max(section.start, start - REACH), start) is not None
