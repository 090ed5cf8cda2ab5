"""Which rows state the same thing: a vote stands in the minutes, in the extract, on the page of the meeting, in the OParl object.

No row is merged away: each keeps its own sentence. But all of them but one name, in `same_as`, the row that stands for them, so
that who counts votes or adds up sums counts rows without `same_as`.

Two rows are the same if they are of one item of one meeting, in different documents, and nothing that one says contradicts the
other. What stands for the others is the row that says most.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.store import Store
from pipeline.store.schema import fact_kinds

Row = Mapping[str, Any]
OWN = {"id", "council", "document_id", "quote", "char_start", "char_end", "page", "agenda_item", "rule"}
# What may differ between two statements of one thing: our own remarks, and what is derived from other columns.
ASIDE = {"flags", "status_raw", "as_of", "unanimous"}
# The first says less than the second: "zugestimmt" in a list where the minutes say "in geänderter Fassung zugestimmt".
LESS = {("adopted", "adopted_amended"), ("recommended", "recommended_amended"), ("adopted", "elected")}
VAGUE = {"outcome": {"unknown"}, "subject": {"main"}, "act": {"other"}, "duty": {"other"}, "kind": {"paper"}}
RANK = ("results_protocol", "resolution_file", "extract", "meeting")
"""Where two rows say equally much, the one in the first of these stands for the others."""
PART = re.compile(r"^\s*(?:TOP|Punkt)?\s*(?:(?P<open>Ö)|(?P<closed>NÖ|N))?\s*(?P<number>[\d.]*\d|.*?)\.?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Same:
    """A row and the one that stands for it."""

    row: str
    same_as: str
    table: str


def note_same(store: Store, council: str) -> int:
    """Find anew which rows of a council state the same thing; returns how many do. Inside a transaction of the caller."""
    store.connection.execute("DELETE FROM same_facts WHERE council = ?", [council])
    count = 0
    elsewhere = _elsewhere(store, council)
    for table in fact_kinds():
        rows = _rows(store, council, table)
        if table == "votes":
            _of_their_meetings(rows, elsewhere)
        for same in _same_in(table, rows):
            store.put("same_facts", [{"id": same.row, "council": council, "fact_table": table, "same_as": same.same_as}])
            count += 1
    return count


def _rows(store: Store, council: str, table: str) -> list[dict[str, Any]]:
    """The rows of a table with what they are of: a meeting, or a paper and its files. Some cities hang minutes at papers (Karlsruhe)."""
    query = f"""SELECT "{table}".*, documents.role AS role_of_document,
                  CASE WHEN documents.role IN ('main_file', 'auxiliary_file', 'paper')
                    AND NOT (documents.kind IN ('minutes', 'extract') AND documents.meeting_id IS NOT NULL)
                  THEN (SELECT MIN(files.owner_id) FROM files WHERE files.document_id = documents.id)
                  ELSE documents.meeting_id END AS matter
                FROM "{table}" JOIN documents ON documents.id = "{table}".document_id
                WHERE documents.council = ? AND documents.deleted_at IS NULL AND matter IS NOT NULL
                ORDER BY documents.source_url, char_start, "{table}".id"""  # noqa: S608  our own names
    return [dict(row) for row in store.rows(query, council)]


def _elsewhere(store: Store, council: str) -> dict[tuple[str, str], tuple[str, str]]:
    """By paper and body: the meeting and the item at which that body decided on that paper, where there is only one."""
    query = """SELECT consultations.paper_id AS paper, organizations.name AS body, consultations.meeting_id AS meeting,
                 agenda_entries.number AS number, agenda_entries.public AS public
               FROM consultations JOIN agenda_entries ON agenda_entries.id = consultations.agenda_item_id
               JOIN meetings ON meetings.id = consultations.meeting_id
               JOIN json_each(meetings.organization_ids) AS body_id JOIN organizations ON organizations.id = body_id.value
               WHERE consultations.council = ?"""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in store.rows(query, council):
        found[row["paper"], row["body"]].append((row["meeting"], item_key(row["number"], closed=row["public"] == 0)))
    return {key: at[0] for key, at in found.items() if len(at) == 1}


def _of_their_meetings(rows: list[dict[str, Any]], elsewhere: Mapping[tuple[str, str], tuple[str, str]]) -> None:
    """Votes that a paper's page tells of its way through the bodies belong to the meetings of those bodies: "Rat", "Rat: Ziffer 2"."""
    for row in rows:
        body, _, part = (row["subject_text"] or "").partition(": ")
        at = elsewhere.get((row["matter"], body))
        if row["role_of_document"] == "paper" and at:
            row["matter"], row["agenda_item"] = at
            row["subject_text"] = part or None


def _same_in(table: str, rows: Iterable[dict[str, Any]]) -> Iterator[Same]:
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        item = "" if table == "references" else item_key(row["agenda_item"], closed=row.get("public") == 0)
        groups[row["matter"], item].append(row)
    for group in groups.values():
        for said_again, first in paired(group, by_item=table != "references"):
            yield Same(said_again["id"], first["id"], table)


def paired(group: Iterable[Row], *, by_item: bool = True) -> Iterator[tuple[Row, Row]]:
    """Each row of a group that another document states too, with the row that stands for it; two rows of one document are two things.

    So are, where rows are told apart by items, two rows of two extracts: each has an item of its own, though Wiesbaden numbers the
    items of each part of an agenda from 1 (2026-10).
    """
    mains: list[tuple[Row, set[str]]] = []
    for row in sorted(group, key=lambda row: (-_said(row), _rank(row))):  # in the order of the page where nothing else tells
        own = {row["document_id"]} | ({"extract"} if by_item and row["role_of_document"] == "extract" else set())
        found = next((main for main in mains if main[1].isdisjoint(own) and agrees(row, main[0])), None)
        if found is None:
            mains.append((row, own))
        else:
            found[1].update(own)
            yield row, found[0]


def agrees(row: Row, other: Row) -> bool:
    """Whether nothing that one row says contradicts the other, and both say the same of the matter."""
    return all(_fits(name, row[name], other[name]) for name in row if name not in OWN | ASIDE | {"matter", "role_of_document", "number"})


def _fits(name: str, one: Any, other: Any) -> bool:
    if _is_empty(one) or _is_empty(other) or one == other:
        return True
    vague = VAGUE.get(name, set())
    if one in vague or other in vague or (one, other) in LESS or (other, one) in LESS:
        return True
    if isinstance(one, str) and isinstance(other, str):
        return _plain(one) == _plain(other)
    return False


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", "[]")


def _plain(text: str) -> str:
    """A text without what two prints of it may differ in: blanks, dashes, quotes, case."""
    return re.sub(r"[\W_]+", "", text).lower()


def _said(row: Row) -> int:
    """How much a row says."""
    vague = sum(row.get(name) in values for name, values in VAGUE.items())
    return sum(not _is_empty(value) for name, value in row.items() if name not in OWN) - vague


def _rank(row: Row) -> int:
    return RANK.index(row["role_of_document"]) if row["role_of_document"] in RANK else len(RANK)


def item_key(number: str | None, *, closed: bool = False) -> str:
    """An item's number as all documents of a meeting mean it: "Ö 3", "TOP 3" and "3." are one, "N 3" is another.

    >>> item_key("Ö 3"), item_key("TOP 3."), item_key("N 3")
    ('3', '3', 'N3')
    """
    match = PART.match(number or "")
    if not match or not match["number"]:
        return ""
    return ("N" if match["closed"] or (closed and not match["open"]) else "") + match["number"].replace(" ", "")
