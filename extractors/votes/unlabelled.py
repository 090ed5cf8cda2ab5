"""Counts without labels, whose place alone says what they are: "40/7/7", "14 : 0", "6 - 1 - 2", "mit 8 Stimmen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.german.numbers import number_of
from extractors.votes.count import Count
from extractors.votes.count_forms import (
    ABSTAINING,
    APPENDED_AFTER,
    APPENDED_BEFORE,
    BARE,
    BARE_NUMBER,
    CELL_PAIR,
    DASHES,
    ELLIPTIC,
    LINE_END,
    OWN_LINE,
    PAIR,
    PAIR_SIGN,
    QUORUM,
    SIZE,
    SLASH_TOTAL,
    SLASHES,
    UNANIMOUS_NUMBER,
    WORD_PAIR,
)
from extractors.votes.voters import voters


def unlabelled(text: str, start: int, end: int, *, results: bool) -> Iterator[Iterator[Count]]:
    """The readings of a stretch, those first that leave least doubt; `results` where a line is nothing but a result."""
    yield voters(text, start, end)
    yield _slashes(text, start, end, results=results)
    yield _pairs(text, start, end, results=results)
    yield _abstaining(text, start, end)
    yield _in_brackets(text, start, end)
    yield _bare(text, start, end)


def _slashes(text: str, start: int, end: int, *, results: bool) -> Iterator[Count]:
    """Triples, in running text only behind a full stop.

    Under a legend with a line per party only the total's ("SP 14/0/0/1⏎Total 14/9/1/1", Zürich).
    """
    found = list(SLASHES.finditer(text, start, end)) if text.find("/", start, end) >= 0 else []
    if len(found) > 1:
        totals = [match for match in found if SLASH_TOTAL.search(text, max(start, match.start() - 20), match.start())]
        found = totals or found
    if results and not found:
        found = [match for match in DASHES.finditer(text, start, end) if _has_its_line(text, match, start, end, match.start())]
    for match in found:
        if (match.re is SLASHES and match[4] and text[match.start() - 1 : match.start()] == "(") or not (
            results or _appended(text, match, start, end)
        ):
            continue  # "(142/22/20/12)" is a file number
        for option, group in zip(("yes", "no", "abstain"), (1, 2, 3), strict=True):
            yield Count(option, int(match[group]), match.start(group), match.end(group), "slash_triple")


def _pairs(text: str, start: int, end: int, *, results: bool) -> Iterator[Count]:
    if not PAIR_SIGN.search(text, start, end):
        return
    for match in WORD_PAIR.finditer(text, start, end):
        for option, group in (("a", "a"), ("b", "b")):
            yield Count(option, number_of(match[group]) or 0, match.start(group), match.end(group), "word_pair")
    for match in CELL_PAIR.finditer(text, start, end) if text.find("|", start, end) >= 0 else ():
        yield Count("a", int(match["a"]), match.start(), match.end("a"), "word_pair")
        yield Count("b", int(match["b"]), match.start("b"), match.end("b"), "word_pair")
    for match in PAIR.finditer(text, start, end):
        alone = (results and _has_its_line(text, match, start, end, match.start("a"))) or _appended(text, match, start, end)
        if not (match["before"] or match["after"] or alone):
            continue
        if match["sign"] != ":" and not (match["after"] or match["before"]):
            continue
        rule = "colon_pair" if match["sign"] == ":" else "word_pair"
        yield Count("a", int(match["a"]), match.start("a"), match.end("a"), rule)
        yield Count("b", int(match["b"]), match.start("b"), match.end("b"), rule)
        if match["c"]:
            yield Count("abstain", int(match["c"]), match.start("c"), match.end("c"), rule)


def _has_its_line(text: str, match: re.Match[str], start: int, end: int, first: int) -> bool:
    """Whether a pair is all that its line says but for a bracket or a number: "12 : 2⏎", "2. 12 : 3⏎", "14:0 (ohne GR Meier)"."""
    line = max(start, text.rfind("\n", max(start, first - 12), first) + 1)
    return OWN_LINE.fullmatch(text, line, first) is not None and LINE_END.match(text, match.end(), end) is not None


def _appended(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether votes without labels stand behind the full stop of what was voted on, and nothing after them: "… zugestimmt. (30/0/4)"."""
    before = APPENDED_BEFORE.search(text, max(start, match.start() - 12), match.start())
    return before is not None and APPENDED_AFTER.match(text, match.end(), end) is not None


def _abstaining(text: str, start: int, end: int) -> Iterator[Count]:
    """Groups that abstained, each with its size in brackets: "bei Stimmenthaltung der ABC-Fraktion (9) und von Frau Muster (1)" (Linz)."""
    for match in ABSTAINING.finditer(text, start, end) if text.find("nthaltung", start, end) >= 0 else ():
        sizes = [int(size["n"]) for size in SIZE.finditer(text, match.start(), match.end())]
        yield Count("abstain", sum(sizes), match.start(), match.end(), "group_sizes")


def _in_brackets(text: str, start: int, end: int) -> Iterator[Count]:
    for match in UNANIMOUS_NUMBER.finditer(text, start, end) if text.find("(", start, end) >= 0 else ():
        yield Count("votes", int(match["n"]), match.start("n"), match.end("n"), "unanimous_number")


def _bare(text: str, start: int, end: int) -> Iterator[Count]:
    for match in ELLIPTIC.finditer(text, start, end) if text.find("entf", start, end) >= 0 else ():
        yield Count("votes", int(match["n"]), match.start("n"), match.end("n"), "bare_votes")
    for match in BARE.finditer(text, start, end):
        number = BARE_NUMBER.search(text[max(start, match.start() - 40) : match.start()])
        value = number_of(number["n"]) if number else None
        if number and value is not None and not QUORUM.search(text, max(start, match.start() - 40), match.start()):
            first = match.start() - len(number[0])
            yield Count("against" if number["against"] else "votes", value, first, match.end(), "bare_votes")
