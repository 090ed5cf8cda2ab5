"""The second pass: what depends on facts of two kinds.

    an amount, a deadline  →  the resolution point it stands in ("3. … 90.000 Euro …" is money of point 3)
    a vote that rejects    →  the points it rejects ("Ziffern 2-6: … mehrheitliche Ablehnung")

Pure: facts in, facts out; nothing but the fields named here changes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from extractors.amounts import Amount
from extractors.deadlines import Deadline
from extractors.resolution_points import ResolutionPoint
from extractors.text.fact import Fact
from extractors.text.minutes import AgendaItem, Minutes, Section
from extractors.votes import Vote


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands: its item and its section."""

    item: AgendaItem
    section: Section | None


def linked(minutes: Minutes, found: Mapping[str, tuple[Fact, ...]]) -> Mapping[str, tuple[Fact, ...]]:
    """The facts with their links to each other filled in."""
    points = [fact for fact in found.get("resolution_points", ()) if isinstance(fact, ResolutionPoint)]
    if not points:
        return found
    spans = _spans(minutes, points)
    votes = [fact for fact in found.get("votes", ()) if isinstance(fact, Vote)]
    links: dict[str, Iterable[Fact]] = {
        "resolution_points": _staged(minutes, points, votes),
        "amounts": (_with_point(minutes, fact, spans) for fact in found.get("amounts", ())),
        "deadlines": (_with_point(minutes, fact, spans) for fact in found.get("deadlines", ())),
    }
    return {table: tuple(links.get(table, facts)) for table, facts in found.items()}


def _place(minutes: Minutes, fact: Fact) -> Place | None:
    at = minutes.shadow.at(fact.quote.start)
    item = minutes.item_at(at)
    return Place(item, item.section_at(at)) if item else None


def _spans(minutes: Minutes, points: Iterable[ResolutionPoint]) -> dict[Place, list[tuple[int, str]]]:
    """The starts of the points of each section with their paths, in order: a point reaches until the next one begins."""
    spans: dict[Place, list[tuple[int, str]]] = {}
    for point in points:
        place = _place(minutes, point)
        if place:
            spans.setdefault(place, []).append((point.quote.start, point.path))
    return {place: sorted(starts) for place, starts in spans.items()}


def _with_point(minutes: Minutes, fact: Fact, spans: Mapping[Place, list[tuple[int, str]]]) -> Fact:
    if not isinstance(fact, Amount | Deadline) or fact.point is not None:
        return fact
    place = _place(minutes, fact)
    starts = spans.get(place, []) if place else []
    before = bisect_right(starts, fact.quote.start, key=lambda start: start[0])
    path = starts[before - 1][1] if before else None
    return replace(fact, point=path) if path else fact


def _staged(minutes: Minutes, points: Iterable[ResolutionPoint], votes: Iterable[Vote]) -> Iterator[ResolutionPoint]:
    """The points, those rejected that a vote of their item rejects: all of them, or the paths that it names."""
    by_item: dict[AgendaItem, list[Vote]] = {}
    for vote in votes:
        place = _place(minutes, vote)
        if place:
            by_item.setdefault(place.item, []).append(vote)
    places = [(point, _place(minutes, point)) for point in points]
    decided = {id(place.item) for point, place in places if place and point.stage == "adopted"}
    for point, place in places:
        # A motion that was rejected stands in minutes as what was moved, and nothing else does: then that is what was rejected.
        alone = minutes.head.kind in ("minutes", "extract") and place is not None and id(place.item) not in decided
        votable = point.stage == "adopted" or (point.stage == "proposed" and alone)
        rejected = votable and _rejected(point.path, by_item.get(place.item, []) if place else [])
        yield replace(point, stage="rejected") if rejected else point


def _rejected(path: str, votes: list[Vote]) -> bool:
    named = [vote for vote in votes if any(path == each or path.startswith(f"{each}.") for each in vote.points)]
    decisive = named or [vote for vote in votes if vote.subject == "main" and not vote.points]
    return bool(decisive) and all(vote.outcome == "rejected" for vote in decisive)
