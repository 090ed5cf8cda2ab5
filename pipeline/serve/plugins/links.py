"""What Datasette asks us while it answers: links to evidence and original, sums as people write them, searches, and a content policy."""

from __future__ import annotations

import mimetypes
import re
import sqlite3
from collections.abc import Awaitable, Callable, MutableMapping
from decimal import Decimal
from typing import Any

from datasette import hookimpl  # type: ignore[import-untyped]
from markupsafe import Markup

from pipeline.release.search import VOCABULARY, expression
from pipeline.serve.meanings import meaning

EVIDENCE = re.compile(r"(?:^|/)(evidence/[\w-]{1,64}\.html(?:#[\w-]{1,64})?)\Z", re.ASCII)
WEB = re.compile(r"https?://[^\s\"'<>]+\Z", re.IGNORECASE)
MONEY = {"amount", "amount_max", "largest"}
LONGEST_TERM = 40
MAPPED = 2**31
# Datasette's pages carry scripts within them, and the charts compile theirs; none may load from elsewhere, or send anything there.
POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; object-src 'none'; frame-src 'self'; frame-ancestors 'self'"
)
HEADERS = ((b"content-security-policy", POLICY.encode()), (b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"))
mimetypes.add_type("application/atom+xml", ".atom")  # Datasette asks Python for the types of files, and Python knows no feeds
mimetypes.add_type("text/x-opml", ".opml")
mimetypes.add_type("text/calendar", ".ics")
Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Any, Send], Awaitable[None]]


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(value: Any, column: str, table: str | None, datasette: Any) -> Markup | str | None:
    """Where a row can be checked, as a link; a sum with its dots; a fixed value with its meaning. Everything else is Datasette's."""
    if column in MONEY and isinstance(value, int | float):
        return written(value)
    if not isinstance(value, str):
        return None
    if column == "permalink" and (found := EVIDENCE.search(value)):
        return Markup('<a href="{}" title="Der Satz im Dokument, hervorgehoben">Beleg</a>').format(datasette.urls.path(found[1]))
    if column in ("permalink", "original_url") and WEB.match(value):
        return Markup('<a href="{}" title="{}" rel="noopener noreferrer nofollow">Original</a>').format(value, value)
    said = meaning(table or "", column, value) if len(value) <= LONGEST_TERM else None
    return Markup('<span title="{}">{}</span>').format(said, value) if said else None


def written(sum_: float) -> str:
    """A sum as it is written in German.

    >>> written(1250000), written(0.5)
    ('1.250.000', '0,50')
    """
    places = 0 if sum_ == int(sum_) else 2
    return f"{Decimal(str(sum_)):,.{places}f}".translate(str.maketrans(",.", ".,"))


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]  # after Datasette's own function of this name, which knows no parts of words
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Let searches find parts of words: what Datasette's function makes of the typed words, ours makes of the vocabulary.

    And let SQLite read the file where the system has it in memory: it never changes.
    """
    conn.execute(f"PRAGMA mmap_size = {MAPPED}")
    if conn.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (VOCABULARY,)).fetchone():
        conn.create_function("escape_fts", 1, lambda typed: expression(conn, str(typed or "")))


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    """Send the content policy with every answer."""
    del datasette

    def wrapped(app: App) -> App:
        async def with_policy(scope: Message, receive: Any, send: Send) -> None:
            async def sending(message: Message) -> None:
                if message["type"] == "http.response.start":
                    message["headers"] = [*message.get("headers", ()), *HEADERS]
                await send(message)

            await app(scope, receive, sending)

        return with_policy

    return wrapped
