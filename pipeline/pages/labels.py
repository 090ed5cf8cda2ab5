"""Labelled values of a page ("Datum:" – "Di, 22.09.2026"), by label and never by position; an unknown label is an issue."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.pages.page import Element, Page, words
from pipeline.statuses import Issue, Status


@dataclass(frozen=True, slots=True)
class Labelled:
    """The values of a page's head by the names that we know their labels by."""

    values: Mapping[str, Element] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()

    def words(self, name: str) -> str | None:
        """A value's words, None where it is missing or empty."""
        return (words(self.values[name]) or None) if name in self.values else None


def strange_heads(page: Page, cells: str, known: Container[str]) -> Iterator[Issue]:
    """An issue for each head of a table that is not among the known ones: a column has got another name."""
    for cell in page.all(cells):
        said = words(cell).rstrip(" :")
        if said and said not in known:
            yield Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} has a column that we do not know: {said[:80]!r}.")


def labelled(pairs: Iterable[tuple[str, Element]], known: Mapping[str, str | None], url: str) -> Labelled:
    """Sort labelled values by name; `known` maps a label to its name, and to None where we do not want its value.

    >>> from pipeline.pages.page import page_of
    >>> cell = page_of(b"<p>Di, 22.09.2026</p>", "https://rat.example.org/").first("p")
    >>> labelled([("Datum:", cell)], {"Datum": "day"}, "https://rat.example.org/").words("day")
    'Di, 22.09.2026'
    """
    values: dict[str, Element] = {}
    issues: list[Issue] = []
    for label, value in pairs:
        said = " ".join(label.split()).rstrip(" :")
        if said in known:
            name = known[said]
            if name is not None:
                values.setdefault(name, value)
        elif said and words(value):
            issues.append(Issue(Status.LAYOUT_UNKNOWN, url, f"{url} has a label that we do not know: {said[:80]!r}."))
    return Labelled(values, tuple(issues))
