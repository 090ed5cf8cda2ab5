"""What Datasette shows of a release: titles, descriptions, facets, searches and questions, from the one schema and its words."""

from __future__ import annotations

import html
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.release.codebook_words import UNITS
from pipeline.release.made import columns_of, sqlite_tables
from pipeline.release.matters import known_fields
from pipeline.release.schema import PublicColumn, PublicTable
from pipeline.release.search import SEARCHED, index_of
from pipeline.release.settings import Settings
from pipeline.release.words.forms import NEVER
from pipeline.serve.front import DATABASE, front_page, search_field
from pipeline.serve.queries import Query, queries

FACETS: Mapping[str, tuple[str, ...]] = {
    "votes": ("council", "outcome", "year", "body"),
    "decisions": ("council", "outcome", "year", "body"),
    "amounts": ("council", "role", "year", "section"),
    "money": ("council", "role", "year"),
    "resolution_points": ("council", "act", "year"),
    "deadlines": ("council", "kind", "year", "duty"),
    "due_dates": ("council", "what"),
    "follow_ups": ("council", "status", "year"),
    "references": ("council", "kind", "year"),
    "recusals": ("council", "act", "year"),
    "agenda_items": ("council", "year", "body"),
    "documents": ("council", "kind", "year", "status"),
    "papers": ("council", "paper_type"),
    "meetings": ("council",),
    "issues": ("council", "code"),
    "changes": ("council", "fact_table", "change", "cause"),
    "policy_fields": ("field",),
    "close_votes": ("council", "year"),
    "money_by_policy_field": ("field", "council", "year"),
}
LABELS = dict.fromkeys(("councils", "documents", "meetings", "papers", "bodies"), "name") | dict.fromkeys(
    ("matters", "agenda_entries"), "title"
)
HIDDEN = ("pages", "files", "versions", "document_texts", "documents_said")
"""Tables that are for programs; they can be opened all the same."""
SUBSCRIBED = " Als Feed abonnierbar: unten „atom“."
ASKED = {
    "search": "Wörter",
    "council": "Kommune, Kürzel oder ein Teil des Namens",
    "year": "Jahr der Sitzung",
    "day": "Tag, etwa 2026-11-30",
    "field": "Politikfeld, etwa housing",
}
PLAIN_UNITS = {"day", "years"}
"""Units that go without saying."""
SORTED = {
    "decisions": {"sort_desc": "meeting_date"},
    "money": {"sort_desc": "meeting_date"},
    "close_votes": {"sort_desc": "meeting_date"},
    "due_dates": {"sort": "due"},
    "meetings": {"sort_desc": "start"},
    "papers": {"sort_desc": "date"},
    "documents": {"sort_desc": "meeting_date"},
}
SEARCHED_VIEWS = {"decisions": "votes", "money": "amounts"}


def metadata(release: Path, settings: Settings, connection: sqlite3.Connection) -> dict[str, Any]:
    """The metadata of a release, as Datasette reads it."""
    tables = {name: _table(table) for name, table in sqlite_tables().items() if table.group != "index"}
    for name in tables:
        tables[name] |= _offered(name)
    for view, table in SEARCHED_VIEWS.items():
        tables[view] |= {"fts_table": index_of(table), "fts_pk": "search_row"}
    tables["policy_fields"] |= {"description_html": _word_lists()}
    told = {
        "title": settings.title,
        "description_html": front_page(release, connection),
        "extra_css_urls": ["/style/beschlussbuch.css"],
        "extra_js_urls": [{"url": "/style/deutsch.js", "module": True}],
        "databases": {
            DATABASE: {
                "title": settings.title,
                "description_html": search_field() + f"<p>Ausgabe {html.escape(release.name)}.</p>",
                "tables": tables,
                "queries": {query.name: _query(query) for query in queries()},
            }
        },
    }
    return told | ({"license": settings.licence} if settings.licence else {})


def _offered(name: str) -> dict[str, Any]:
    """What can be done with a table or a view: narrow it down, search it, name its rows where others refer to them."""
    offered: dict[str, Any] = {"facets": list(FACETS[name])} if name in FACETS else {}
    if name in LABELS:
        offered["label_column"] = LABELS[name]
    if name in HIDDEN:
        offered["hidden"] = True
    if name in SORTED:
        offered |= SORTED[name]
    if name in SEARCHED:
        offered |= {"fts_table": index_of(name), "fts_pk": "rowid"}
    return offered


def _table(table: PublicTable) -> dict[str, Any]:
    columns = {column.name: _said(column) for column in columns_of(table)}
    sort = {"sort_desc": "meeting_date"} if "meeting_date" in columns and table.group == "fact" else {}
    subscribed = SUBSCRIBED if "atom_id" in columns else ""
    return {"title": table.title, "description": table.de + subscribed, "columns": columns} | sort


def _said(column: PublicColumn) -> str:
    """A column in one line: heading, meaning, unit, values, what empty means."""
    words = column.words
    parts = [f"{words.title}: {words.de}"]
    parts += [f"Einheit: {UNITS[words.unit]}."] if words.unit and words.unit not in PLAIN_UNITS else []
    parts += ["Werte: " + "; ".join(f"{value} = {de}" for value, (de, _) in column.terms.items()) + "."] if column.terms else []
    parts += [f"Leer: {words.missing_de}."] if words.missing_de != NEVER[0] else []
    return " ".join(parts)


def _query(query: Query) -> dict[str, Any]:
    fields = "; ".join(f"{name} – {ASKED[name]}" for name in query.asked)
    return {
        "title": query.title,
        "sql": query.sql,
        "params": list(query.asked),
        "description_html": f"<p>{html.escape(query.description)}</p><p>Felder, die leer bleiben dürfen: {html.escape(fields)}.</p>",
        "hide_sql": True,
    } | ({"fragment": query.fragment} if query.fragment else {})


def _word_lists() -> str:
    lists = "".join(
        f"<dt>{html.escape(name)}: {html.escape(field.de)}</dt><dd>{html.escape(', '.join(field.words))}"
        + (f"; nicht: {html.escape(', '.join(field.but))}" if field.but else "")
        + ("; nur in Titeln" if field.titles_only else "")
        + "</dd>"
        for name, field in known_fields().items()
    )
    return f"<p>{html.escape(sqlite_tables()['policy_fields'].de)}</p><details><summary>Die Wortliste</summary><dl>{lists}</dl></details>"
