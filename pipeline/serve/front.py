"""The first page: what this is, where to search, what can be asked, which tables there are."""

from __future__ import annotations

import html
import sqlite3
from pathlib import Path

from pipeline.release.made import sqlite_tables
from pipeline.release.sqlite import FILE
from pipeline.serve.queries import Query, queries

DATABASE = Path(FILE).stem
START = ("decisions", "money", "resolution_points", "due_dates", "follow_ups", "documents", "papers", "changes", "issues")
WHAT_IT_IS = (
    "Was Räte und Ausschüsse beschlossen haben, mit wie vielen Stimmen, für wie viel Geld, bis wann, und was daraus wurde. Jede Zeile"
    " führt mit „Beleg“ zu dem Satz, aus dem sie gelesen ist, und mit „Original“ zur Kommune. Gelesen hat ein Programm: was eine Zeile"
    " behauptet, prüfen Sie am Beleg, bevor Sie es weitersagen. Was fehlt, ist nicht gefunden, nicht „nicht geschehen“."
)
BESIDE = {
    "evidence/index.html": "Alle Dokumente",
    "feeds/beschluesse.atom": "Feed: Beschlüsse",
    "feeds/knappe-abstimmungen.atom": "Feed: knappe Abstimmungen",
    "feeds/grosse-summen.atom": "Feed: große Summen",
    "feeds/beschlusskontrolle.atom": "Feed: Beschlusskontrolle",
    "feeds/feeds.opml": "Alle Feeds, je Kommune und Politikfeld",
    "calendar/alle.ics": "Kalender: Fristen und Berichte",
}
"""Files of a release that are served as they are."""
HOW = "Jede Tabelle lässt sich durchsuchen und nach Kommune, Jahr und anderem eingrenzen; was Sie sehen, gibt es auch als CSV."


def search_field() -> str:
    """A field to type words into."""
    return (
        f'<form class="suche" action="/{DATABASE}/suche" method="get"><input type="search" name="search" autofocus'
        ' placeholder="Wonach suchen Sie? Etwa Geflüchtete oder Haushalt" aria-label="Suche"><button>Suchen</button></form>'
    )


def front_page(release: Path, connection: sqlite3.Connection) -> str:
    """The first page: what this is, where to search, what can be asked."""
    councils = [html.escape(name or key) for name, key in connection.execute("SELECT name, id FROM councils ORDER BY name, id LIMIT 13")]
    of = f"<p>Mit {', '.join(councils[:12])}{' und weiteren' if len(councils) > 12 else ''}.</p>" if councils else ""
    shown = "".join(f'<li><a href="/{DATABASE}/{name}">{html.escape(_title(name))}</a> ({_rows(connection, name)})</li>' for name in START)
    asked = "".join(f'<li><a href="{_address(query)}">{html.escape(query.title)}</a></li>' for query in queries())
    more = "".join(f'<li><a href="/{path}">{title}</a></li>' for path, title in BESIDE.items() if (release / path).is_file())
    columns = {"Fragen": asked, "Tabellen": shown, "Nachlesen und abonnieren": more}
    offered = "".join(f"<div><h3>{title}</h3><ul>{items}</ul></div>" for title, items in columns.items() if items)
    return (
        f'<p>{WHAT_IT_IS}</p>{of}{search_field()}<div class="angebot">{offered}</div><p>{HOW}</p><p>Ausgabe {html.escape(release.name)}</p>'
    )


def _address(query: Query) -> str:
    return html.escape(f"/{DATABASE}/{query.name}" + (f"#{query.fragment}" if query.fragment else ""))


def _rows(connection: sqlite3.Connection, name: str) -> str:
    count: int = connection.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0]  # noqa: S608  our own names
    return f"{count:,}".replace(",", ".")


def _title(name: str) -> str:
    return sqlite_tables()[name].title
