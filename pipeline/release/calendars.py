"""Calendars to subscribe to: what is due on which day, and when reports are announced; one of all councils, and one of each.

An entry is dated by when its document's present bytes came, never by the clock: where nothing is new, the files are the same byte by byte.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path

from icalendar import Calendar, Event

from pipeline.release import Draft
from pipeline.release.feeds import named, printable
from pipeline.release.schema import public_tables
from pipeline.release.settings import Settings
from pipeline.release.sqlite import FILE

FOLDER = "calendar"
ALL = "alle.ics"
MOST = 2000
NOT_LATER = 2100
"""A year from which on a day is rather a misreading than a deadline, for a calendar."""
DUE = """
SELECT due_dates.*, documents.fetched_at FROM due_dates JOIN documents ON documents.id = due_dates.document_id
WHERE due >= ? AND due < ? AND documents.fetched_at IS NOT NULL
ORDER BY due_dates.council, due, due_dates.id
"""


def make_calendars(draft: Draft) -> None:
    """Write the calendars of a release: from the begin of the year before its newest run."""
    year = int(draft.moment[:4]) if draft.moment else 1970
    with closing(sqlite3.connect(draft.folder / FILE)) as connection:
        write_calendars(connection, draft.folder / FOLDER, draft.curation.settings, date(year - 1, 1, 1))


def write_calendars(connection: sqlite3.Connection, folder: Path, settings: Settings, first: date) -> list[Path]:
    """Write a calendar of all councils, and one of each that has something due from the first day on."""
    connection.row_factory = sqlite3.Row
    folder.mkdir(parents=True, exist_ok=True)
    rows = connection.execute(DUE, (first.isoformat(), f"{NOT_LATER}-01-01")).fetchall()
    titles = dict(connection.execute("SELECT id, name FROM councils"))
    found: list[tuple[str, str, Sequence[sqlite3.Row]]] = [
        (ALL, "alle Kommunen", sorted(rows, key=lambda row: (row["due"], row["council"], row["id"])))
    ]
    for council, own in groupby(rows, key=lambda row: row["council"]):
        found.append((f"kommune-{named(council)}.ics", titles.get(council) or council, list(own)))
    for file, title, of_file in found:
        (folder / file).write_bytes(calendar(f"{settings.title} – {title}", of_file[:MOST]))
    return [folder / file for file, _, _ in found]


def calendar(title: str, rows: Sequence[sqlite3.Row]) -> bytes:
    """A calendar of rows of the view due_dates."""
    told = Calendar()
    told.add("prodid", "-//Beschlussbuch//DE")
    told.add("version", "2.0")
    told.add("x-wr-calname", printable(title))
    for row in rows:
        told.add_component(_event(row))
    made: bytes = told.to_ical()
    return made


def _event(row: sqlite3.Row) -> Event:
    day = date.fromisoformat(row["due"])
    what = "Frist" if row["what"] == "deadline" else "Bericht"
    link = row["permalink"] if row["permalink"].startswith("http") else row["original_url"]
    event = Event()
    event.add("uid", f"{row['id']}@beschlussbuch")
    event.add("dtstamp", datetime.fromisoformat(row["fetched_at"]).astimezone(UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _line(f"{what}: {row['title'] or 'ohne Titel'}"))
    event.add("description", printable("\n".join(_description(row, link))))
    event.add("categories", [_line(row["council"])])
    event.add("transp", "TRANSPARENT")
    if link:
        event.add("url", _line(link))
    return event


def _description(row: sqlite3.Row, link: str | None) -> Sequence[str]:
    precision = _meaning("precision", row["precision"])
    parts = [f"„{row['quote']}“", row["body"], _meaning("duty", row["duty"])]
    parts += [f"Genau genommen: {precision}" if row["precision"] != "day" and precision else None, link]
    return [part for part in parts if part]


def _meaning(column: str, value: str | None) -> str | None:
    words = public_tables()["deadlines"].by_name[column].terms.get(value or "")
    return words[0] if words else None


def _line(text: str) -> str:
    return " ".join(printable(text).split())
