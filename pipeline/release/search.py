"""Search in German: words with and without umlauts, and parts of compounds ("Haushalt" finds "Doppelhaushalt").

Two kinds of full-text index: one over the words of each table (unicode61), one over the spelling of all distinct words (trigram). What
somebody types becomes the begins of words that lead to it, and these are looked for:

    Fluchtlinge Haushalt ─▶ ("fluchtlinge"* OR "kriegsfluchtlinge"*) AND ("haushalt"* OR "doppelhaushalt"* OR …)

An index of trigrams over the texts themselves finds the same and is four times as large as the texts.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

VOCABULARY = "vocabulary"
MOST_BEGINS = 400
"""Begins of words that a part stands for at most, the frequent ones first."""
ANYWHERE, AT_AN_END = 5, 4
"""Letters from which on a part is looked for anywhere in a word, and at its begin or end; shorter ones at its begin ("Rat" is in
"Beratung")."""
HASH = 64 * 2**20
TYPED = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')
TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
ONE_LETTER = (("ae", "a"), ("oe", "o"), ("ue", "u"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What is searched of a table: expressions over the table as t, what it is about as m, and the point of the resolution as p."""

    columns: tuple[str, ...]
    about: bool = True
    point: bool = False
    text: bool = False


SEARCHED: Mapping[str, Searched] = {
    "votes": Searched(columns=("t.quote", "t.subject_text", "m.title", "m.paper")),
    "resolution_points": Searched(columns=("t.heading", "t.text", "m.title", "m.paper")),
    "amounts": Searched(columns=("t.quote", "m.title", "m.paper", "p.text"), point=True),
    "deadlines": Searched(columns=("t.quote", "t.anchor", "m.title", "m.paper", "p.text"), point=True),
    "follow_ups": Searched(columns=("t.quote", "t.status_raw", "t.paper", "m.title")),
    "references": Searched(columns=("t.value", "t.quote", "m.title")),
    "recusals": Searched(columns=("t.person", "t.quote", "m.title")),
    "agenda_items": Searched(columns=("t.title", "t.paper", "t.result_raw"), about=False),
    "agenda_entries": Searched(columns=("t.title", "t.result", "t.resolution_text"), about=False),
    "matters": Searched(columns=("t.title", "t.paper", "t.paper_name"), about=False),
    "papers": Searched(columns=("t.name", "t.reference"), about=False),
    "meetings": Searched(columns=("t.name",), about=False),
    "organizations": Searched(columns=("t.name", "t.short_name"), about=False),
    "documents": Searched(columns=("t.name", "t.title", "x.text"), about=False, text=True),
}


def index_words(connection: sqlite3.Connection) -> None:
    """Index the words of each table that is searched; `matters` must be there."""
    for table, searched in SEARCHED.items():
        names = [name_of(column) for column in searched.columns]
        content = "content=''"
        if searched.text:  # so that an excerpt can be shown
            selected = ", ".join(f"{column} AS {name}" for column, name in zip(searched.columns, names, strict=True))
            view = f"SELECT t.rowid AS said_row, {selected} FROM {_from(table, searched)}"  # noqa: S608  our own names
            connection.execute(f"CREATE VIEW {table}_said AS {view}")
            content = f"content='{table}_said', content_rowid='said_row'"
        index = index_of(table)
        connection.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5({', '.join(names)}, {content}, tokenize='unicode61 remove_diacritics 2')"
        )
        _configure(connection, index)
        rows = f"SELECT t.rowid, {', '.join(searched.columns)} FROM {_from(table, searched)}"  # noqa: S608  our own names
        connection.execute(f"INSERT INTO {index} (rowid, {', '.join(names)}) {rows}")
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608


def index_of(table: str) -> str:
    """The name of the index of a table's words."""
    return f"{table}_words"


def index_spelling(connection: sqlite3.Connection) -> None:
    """Index the spelling of all distinct words of the indexes of words."""
    connection.execute("CREATE TEMP TABLE found_words (word TEXT PRIMARY KEY, uses INTEGER) WITHOUT ROWID")
    for table in SEARCHED:
        connection.execute(f"CREATE VIRTUAL TABLE temp.these_words USING fts5vocab(main, {index_of(table)}, 'row')")
        connection.execute(
            """INSERT INTO found_words SELECT term, doc FROM these_words WHERE LENGTH(term) BETWEEN 3 AND 60 AND NOT term GLOB '[0-9]*'
               ON CONFLICT (word) DO UPDATE SET uses = uses + excluded.uses"""
        )
        connection.execute("DROP TABLE temp.these_words")
    connection.execute(f"CREATE VIRTUAL TABLE {VOCABULARY} USING fts5(word UNINDEXED, uses UNINDEXED, spelled, tokenize='trigram')")
    _configure(connection, VOCABULARY)
    connection.create_function("spelled", 1, spelled, deterministic=True)
    connection.execute(f"INSERT INTO {VOCABULARY} (word, uses, spelled) SELECT word, uses, spelled(word) FROM found_words")  # noqa: S608
    connection.execute(f"INSERT INTO {VOCABULARY} ({VOCABULARY}) VALUES ('optimize')")  # noqa: S608
    connection.execute("DROP TABLE found_words")


def _configure(connection: sqlite3.Connection, index: str) -> None:
    for option, value in (("hashsize", HASH), ("automerge", 0), ("crisismerge", 64)):
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('{option}', {value})")  # noqa: S608  our own names


def name_of(searched: str) -> str:
    """The name of what is searched in its index: a column of another table says whose it is.

    >>> name_of("t.quote"), name_of("m.title")
    ('quote', 'about_title')
    """
    owner, _, name = searched.partition(".")
    return {"m": "about_", "p": "point_"}.get(owner, "") + name


def owner_of(searched: str, table: str) -> tuple[str, str]:
    """The table and the column that are searched, for the index of a table.

    >>> owner_of("m.title", "votes")
    ('matters', 'title')
    """
    owner, _, name = searched.partition(".")
    return {"m": "matters", "p": "resolution_points", "x": "document_texts"}.get(owner, table), name


def _from(table: str, searched: Searched) -> str:
    parts = [f'"{table}" AS t']
    if searched.about:
        parts.append("LEFT JOIN matters AS m ON m.document_id = t.document_id AND m.agenda_item IS t.agenda_item")
    if searched.point:
        parts.append(
            """LEFT JOIN resolution_points AS p ON p.rowid = (SELECT one.rowid FROM resolution_points AS one
               WHERE one.document_id = t.document_id AND one.agenda_item IS t.agenda_item AND one.path = t.point LIMIT 1)"""
        )
    if searched.text:
        parts.append("LEFT JOIN document_texts AS x ON x.id = t.id")
    return " ".join(parts)


def spelled(word: str) -> str:
    """A word as it is compared: without diacritics, ß as ss, small.

    >>> spelled("Straßenbrücke")
    'strassenbrucke'
    """
    return "".join(one for one in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(one))


def expression(connection: sqlite3.Connection, typed: str) -> str:
    """What somebody types, in the language of the index: all of the words, each as itself or as a part of others.

    "…" is looked for as it stands, and * at the end of a word for its begin only.
    """
    parts = list(_parts(connection, "".join(one if one.isprintable() else " " for one in typed)))
    return " AND ".join(parts) if parts else '""'


def _parts(connection: sqlite3.Connection, typed: str) -> Iterator[str]:
    for found in TYPED.finditer(typed):
        if found["phrase"] is not None:
            if any(one.isalnum() for one in found["phrase"]):
                yield f'"{found["phrase"]}"'
        elif any(one.isalnum() for one in found["word"]):
            word = found["word"].strip("*.,;:!?()[]'»«„“”–-")
            known = [] if found["word"].endswith("*") else _words_with(connection, word)
            yield any_of(known) if known else f'"{word}"' + ("*" if word.isalpha() else "")


def any_of(words: Sequence[str]) -> str:
    """Words of the vocabulary, in the language of the index: one of them; * at the end stands for what may follow."""
    return "(" + " OR ".join(f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"' for word in words) + ")"


def words_like(connection: sqlite3.Connection, pattern: str) -> list[str]:
    """The words of the vocabulary that a pattern of a list finds: Kita, Asyl*, *wohnheim, *flüchtling*."""
    query = f"SELECT word FROM {VOCABULARY} WHERE spelled GLOB ? ORDER BY word"  # noqa: S608
    return [word for (word,) in connection.execute(query, (spelled(pattern),))]


def _words_with(connection: sqlite3.Connection, part: str) -> list[str]:
    """The words and begins of words that a part stands for; none where it is no part of a word."""
    if not part.isalpha():
        return []
    for spelling in dict.fromkeys((spelled(part), spelled(part.casefold().translate(TWO_LETTERS)), _one_letter(spelled(part)))):
        if len(spelling) >= AT_AN_END:
            found = _looked_up(connection, spelling)
            if found:
                return found
    return []


def _one_letter(word: str) -> str:
    for two, one in ONE_LETTER:
        word = word.replace(two, one)
    return word


def _looked_up(connection: sqlite3.Connection, part: str) -> list[str]:
    """The begins that lead to a part: whatever follows "doppelhaushalt", it has "haushalt" in it."""
    anywhere = len(part) >= ANYWHERE
    found: Counter[str] = Counter()
    query = f"SELECT word, spelled, uses FROM {VOCABULARY} WHERE {VOCABULARY} MATCH ?"  # noqa: S608  our own name
    for word, spelling, uses in connection.execute(query, (f'"{part}"',)):
        at = spelling.find(part)
        if anywhere or at == 0:
            found[f"{_begin(word, spelling, at + len(part))}*"] += int(uses)
        elif spelling.endswith(part):
            found[word] += int(uses)
    return [word for word, _ in sorted(found.items(), key=lambda known: (-known[1], known[0]))[:MOST_BEGINS]]


def _begin(word: str, spelling: str, length: int) -> str:
    """The begin of a word whose spelling has a length; with ß the two are not equally long."""
    if word == spelling:
        return word[:length]
    return next(word[:end] for end in range(1, len(word) + 1) if end == len(word) or len(spelled(word[:end])) >= length)
