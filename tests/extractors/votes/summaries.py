"""Votes of a text in a short notation, so that a test shows all of them at once.

"rejected 18/25/-"      outcome yes/no/abstain, a dash for what is not printed
"""

from __future__ import annotations

from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText, Habits
from extractors.votes import Vote, extract

OPEN, CLOSE = "⟦", "⟧"


def votes_of(text: str, seats: int | None = None) -> list[Vote]:
    return list(extract(minutes_of(DocumentText(text, habits=Habits(seats=seats)))))


def short(vote: Vote) -> str:
    counts = "/".join("-" if count is None else str(count) for count in (vote.yes, vote.no, vote.abstain))
    return f"{vote.outcome} {counts}"


def summary(text: str, seats: int | None = None) -> list[str]:
    return [short(vote) for vote in votes_of(text, seats)]


def marked(text: str) -> tuple[str, list[tuple[int, str]]]:
    """A text without its marks, and what was marked with where it stands."""
    plain, spans = "", []
    for part in text.split(OPEN):
        quote, closed, after = part.partition(CLOSE)
        if closed:
            spans.append((len(plain), quote))
        plain += quote + after
    return plain, spans


def quotes(text: str) -> list[tuple[int, str]]:
    return sorted((vote.quote.start, vote.quote.text) for vote in votes_of(text))
