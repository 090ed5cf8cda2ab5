"""What a public document says of items that are not public: withheld like a document that is marked, until somebody releases the document.

N 3  Verkauf eines Grundstücks        ─▶   N 3  ███████ █████ ████████████        the item stays in the tables, by its number
Der Rat beschließt den Verkauf …           ███ ███ ██████████ ███ ███████ █       no fact that quotes it does
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.reading import Result
from pipeline.release.masking import masked
from pipeline.statuses import Status

Row = Mapping[str, Any]
Spans = Sequence[tuple[int, int]]
ITEMS = "agenda_items"
TOLD_OF_AN_ITEM = ("number", "public", "body", "meeting_date")


def without_closed(result: Result, file_of_releases: str) -> Result:
    """What may be kept of a document that was read."""
    if not result.closed:
        return result
    facts = {table: list(_open(rows, table, result)) for table, rows in result.facts.items()}
    left_out = sum(map(len, result.facts.values())) - sum(map(len, facts.values()))
    issues = result.document.get("issues", [])
    if left_out:  # an agenda that names an item has lost no more than a title
        sentence = (
            f"{len(result.closed)} part(s) of {result.job.name} are not public; their words and {left_out} row(s) are withheld. "
            f"An entry in {file_of_releases} of the data folder releases the document."
        )
        issues = [*issues, {"code": Status.MIXED_VISIBILITY, "sentence": sentence}]
    personal = tuple(place for place in result.personal if not _reaches_into(result.closed, place[0], place[1]))
    text = masked(result.text, result.closed)
    return replace(result, text=text, facts=facts, personal=personal, document={**result.document, "issues": issues})


def _open(rows: Sequence[Row], table: str, result: Result) -> Iterator[dict[str, Any]]:
    for row in rows:
        start, end = row["char_start"], row["char_end"]
        behind = next((closed[0] for closed in result.closed if start < closed[0] < end), None)
        if not _reaches_into(result.closed, start, end):
            yield dict(row)
        elif table == ITEMS and behind is not None:
            said = {name: value if name in TOLD_OF_AN_ITEM or name in EVIDENCE else None for name, value in row.items()}
            words = result.text[start:behind].rstrip()
            yield said | {"quote": words, "char_end": start + len(words)}


EVIDENCE = ("quote", "char_start", "char_end", "page", "agenda_item", "rule")


def _reaches_into(closed: Spans, start: int, end: int) -> bool:
    return any(start < last and first < end for first, last in closed)
