r"""Tables of votes: who voted how, party by party or member by member, with a sum or without.

    Fraktion  Ja  Nein  Enth.          ·       CDU  SPD  Gesamt          Name            Ja  Nein
    CDU       11    0      1          Ja        11    0      11          Meier, Eva       x
    SPD        0    5      0          Nein       0    5       5          Kunz, Jan             x
    Gesamt    11    5      1

The printed sum is taken as the result; without one the cells are added. Questionnaires and forms have columns "Ja" and "Nein" too: a
table is one of votes only where its rows are parties or members, or where the words above it speak of a vote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.text.minutes import Minutes
from extractors.text.tables import Cell, Row, Table, tables_of
from extractors.votes.counts import Count

OPTIONS = {
    "yes": re.compile(r"(?i)ja(?:[- ]?stimm(?:en|e))?|da?für(?:[- ]?stimmen)?|zustimmung(?:en)?|zugestimmt|pro"),
    "no": re.compile(r"(?i)nein(?:[- ]?stimm(?:en|e))?|(?:da)?gegen(?:[- ]?stimmen)?|ablehnung(?:en)?|abgelehnt|[ck]ontra"),
    "abstain": re.compile(r"(?i)(?:stimm)?enthalt(?:ung|ungen|en)|stimmenth(?:altung|\.)|enth\.?"),
}
OTHERS = {
    "present": re.compile(r"(?i)anwesend(?:e(?:\s\w+)?)?|abgegebene stimmen"),
    "recused": re.compile(r"(?i)befangen(?:heit)?|pers(?:önlich|\.) beteiligt"),
}
TOTAL = re.compile(r"(?i)(?:gesamt\w*|summen?|insgesamt|ergebnis|total|zusammen|abstimmungsergebnis|stimmen gesamt|gesamt\w* stimmen)\W*")
# The head of a column of parties or of members
PARTIES = re.compile(r"(?i)(?:rats)?fraktion(?:en)?(?:\W.{0,30})?|partei(?:en)?(?:\W.{0,30})?|gruppe|gruppierung(?:en)?|liste|wählergruppe")
MEMBERS = re.compile(
    r"(?i)(?:nach|vor-? ?und (?:nach|zu|familien))?name|mitglied(?:er)?|ratsmitglied(?:er)?|(?:stadt|gemeinde|kreis)(?:rat|rät|rätin)\w*"
    r"|stadtverordnete[r]?|stimmberechtigte?\w*|abgeordnete[r]?"
)
PARTY = re.compile(
    r"(?:CDU|CSU|SPD|FDP|AfD|BSW|ÖDP|ödp|FWG?|UWG|BVB|ÖVP|SPÖ|FPÖ|NEOS|KPÖ|SVP|GLP|EVP|OB|BM|DIE LINKE|Linke|Bündnis|B ?90"
    r"|Piraten|Volt)(?!\w)"
    r"|(?i:grüne|freie wähler|fraktion|fraktionslos|bürgermeister|oberbürgermeister|einzelrat|.*(?:liste|block|wähler|bürger|gruppe))"
)
SPEAKS_OF_A_VOTE = re.compile(r"(?i)abstimmung|stimmenverhältnis|stimmergebnis|votum")
ROLL_CALL = re.compile(r"(?i)namentlich")
VOTE_OF_EACH = re.compile(r"(?i)(?:votum|stimme|stimmabgabe|abstimmung|abstimmungsverhalten|abgestimmt)")
NUMBER = re.compile(r"\d{1,3}")
NOBODY = re.compile(r"[-–—/.]{0,3}|keine?|☐|□")
MARK = re.compile(r"[xX✓✔✗☒☑●•]|\[[xX]\]")
MANY = 3  # members in a list


@dataclass(frozen=True, slots=True)
class VoteTable:
    """A table read: the result, and which party or member voted how; `start` and `end` are those of what is quoted."""

    table: Table
    counts: tuple[Count, ...]
    shares: tuple[tuple[str, str, int], ...]
    start: int
    end: int
    by_name: bool = False


def vote_tables(minutes: Minutes) -> Iterator[VoteTable]:
    """The tables of votes of a document."""
    for table in tables_of(minutes.source, minutes.shadow):
        read = _by_rows(table) or _by_columns(table) or _by_words(table)
        if read:
            yield read


def _by_rows(table: Table) -> VoteTable | None:
    """A party or a member in each row, an option in each column."""
    columns = {option: table.column(form) for option, form in OPTIONS.items()}
    if columns["yes"] is None or columns["no"] is None or 0 in columns.values():
        return None
    rows = [row for row in table.body if any(cell.text for cell in row.cells[1:])]
    totals = [row for row in rows if TOTAL.fullmatch(row.label)]
    single = [row for row in rows if row not in totals]
    if not single or not _is_of_votes(table, [row.label for row in single]):
        return None
    places = {option: at for option, at in columns.items() if at is not None}
    marked = sum(any(MARK.fullmatch(row.cells[at].text) for at in places.values()) for row in single)
    if marked >= max(MANY, len(single) // 2):
        return _marked(table, single, places)
    if any(_value(row.cells[at]) is None for row in rows for at in places.values()):
        return None
    shares = [(row.label, option, value) for row in single for option, at in places.items() if (value := _value(row.cells[at]))]
    if len(totals) == 1:
        places |= {option: at for option, form in OTHERS.items() if (at := table.column(form)) is not None and _value(totals[0].cells[at])}
        counts = [_count(option, totals[0].cells[at]) for option, at in places.items()]
        return VoteTable(table, tuple(counts), tuple(shares), totals[0].start, totals[0].end)
    counts = [Count(option, sum(_value(row.cells[at]) or 0 for row in single), *_span(single), "cells") for option, at in places.items()]
    return VoteTable(table, tuple(counts), tuple(shares) if len(single) > 1 else (), table.start, table.end)


def _by_columns(table: Table) -> VoteTable | None:
    """An option in each row, a party in each column."""
    found: dict[str, Row] = {}
    for option, form in OPTIONS.items():
        rows = [row for row in table.body if form.fullmatch(row.label)]
        if len(rows) > 1:
            return None
        if rows:
            found[option] = rows[0]
    if not {"yes", "no"} <= found.keys() or len(table.heads) < 3 or not all(table.heads[1:]):
        return None
    total = table.column(TOTAL)
    parties = [at for at in range(1, len(table.heads)) if at != total]
    if not _is_of_votes(table, [table.heads[at] for at in parties]):
        return None
    if any(_value(cell) is None for row in found.values() for cell in row.cells[1:]):
        return None
    shares = [(table.heads[at], option, value) for at in parties for option, row in found.items() if (value := _value(row.cells[at]))]
    counts = [
        _count(option, row.cells[total]) if total is not None
        else Count(option, sum(_value(row.cells[at]) or 0 for at in parties), row.start, row.end, "cells")
        for option, row in found.items()
    ]  # fmt: skip
    return VoteTable(table, tuple(counts), tuple(shares), *_span(list(found.values())))


def _by_words(table: Table) -> VoteTable | None:
    """A member in each row, and the word for the vote in one column."""
    at, names = table.column(VOTE_OF_EACH), table.column(MEMBERS)
    if at is None or names is None:
        return None
    cast = [(row, option) for row in table.body for option, form in OPTIONS.items() if form.fullmatch(row.cells[at].text)]
    if len(cast) < MANY:
        return None
    return _of_members(table, [(row.cells[names].text, option, row) for row, option in cast], ("yes", "no", "abstain"))


def _marked(table: Table, rows: Sequence[Row], places: dict[str, int]) -> VoteTable | None:
    """A cross in each row; None where a row has two."""
    cast = [(row.label, option, row) for row in rows for option, at in places.items() if MARK.fullmatch(row.cells[at].text)]
    if len({id(row) for _, _, row in cast}) < len(cast):
        return None
    return _of_members(table, cast, tuple(places))


def _of_members(table: Table, cast: Sequence[tuple[str, str, Row]], options: Sequence[str]) -> VoteTable:
    rows = [row for _, _, row in cast]
    counts = [Count(option, sum(of == option for _, of, _ in cast), *_span(rows), "cells_of_members") for option in options]
    return VoteTable(table, tuple(counts), tuple((name, option, 1) for name, option, _ in cast), table.start, table.end, by_name=True)


def _is_of_votes(table: Table, names: Sequence[str]) -> bool:
    if 0 in (table.column(PARTIES), table.column(MEMBERS)) or SPEAKS_OF_A_VOTE.search(table.above):
        return True
    return 2 * sum(bool(PARTY.match(name)) for name in names) > len(names)


def _value(cell: Cell) -> int | None:
    """The votes in a cell, none where it is empty or has a dash; None where it holds something else."""
    return int(cell.text) if NUMBER.fullmatch(cell.text) else 0 if NOBODY.fullmatch(cell.text) else None


def _count(option: str, cell: Cell) -> Count:
    return Count(option, _value(cell) or 0, cell.start, cell.end, "cells_total")


def _span(rows: Sequence[Row]) -> tuple[int, int]:
    return min(row.start for row in rows), max(row.end for row in rows)
