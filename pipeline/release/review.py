"""A sample of the facts of a release as a sheet for people who check it: each fact with its sentence and what the program made of it.

    row, table, council, values, quote, before, after, permalink, original_url      what is to be checked
    checked, value, coder, remark                                                   what a person fills in

`values` says `outcome=adopted | yes=20 | no=4`; who finds one wrong writes `wrong` under checked and `no=14` under value. The same
release, seed and size give the same sample; drawn are facts of every council, in proportion, and of each at least one.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.release.cells import excel_text
from pipeline.release.corrigible import why_not
from pipeline.release.schema import PublicTable, public_tables
from pipeline.release.values import as_text
from pipeline.release.writers import TABLES

TOLD = ("row", "table", "council", "values", "quote", "before", "after", "permalink", "original_url")
FILLED_IN = ("checked", "value", "coder", "remark")
COLUMNS = (*TOLD, *FILLED_IN)
KINDS = ("votes", "amounts", "deadlines", "resolution_points", "follow_ups", "references", "recusals", "agenda_items")
WORDS_AROUND = 300
"""Characters of the text before and after a quote."""
BETWEEN = " | "
BEGINS = re.compile(r"\s*\|\s*(?=[a-z_]+=)")
"""Where the next of several values begins."""
NOT_ASKED = ("review_state", "agenda_item")
BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Sampled:
    """A fact to be checked."""

    table: PublicTable
    row: Mapping[str, Any]
    before: str
    after: str
    base: str = ""
    """What the links into the release's own folder begin with."""

    def cells(self) -> dict[str, str]:
        """The fact as a row of the sheet."""
        said = {name: as_text(self.row[name]) for name in ("council", "quote", "permalink", "original_url")}
        around = {"before": self.before, "after": self.after, "values": BETWEEN.join(_values(self.table, self.row))}
        if said["permalink"] and not said["permalink"].startswith(("http://", "https://")):
            said["permalink"] = self.base + said["permalink"]
        return dict.fromkeys(COLUMNS, "") | said | around | {"row": self.row["id"], "table": self.table.name}


def asked_of(table: PublicTable) -> list[str]:
    """The columns of a kind of fact that are checked: those that a correction may change."""
    return [column.name for column in table.columns if column.name not in NOT_ASKED and why_not(table.name, column.name, "") is None]


def sample(release: Path, kinds: Sequence[str], size: int, seed: str) -> list[Sampled]:
    """Facts of a release drawn by chance, `size` of each kind, in the order of kinds, councils and ids.

    Links into the release's own folder are told with that folder: a sheet is opened elsewhere.
    """
    drawn = [(public_tables()[kind], _drawn(release, kind, size, seed)) for kind in kinds]
    rows = [(table, row) for table, ids in drawn for row in _rows(release, table.name, "id", ids)]
    texts = {row["id"]: row["text"] for row in _rows(release, "document_texts", "id", {row["document_id"] for _, row in rows})}
    base = f"{release.resolve().as_uri()}/"
    found = [Sampled(table, row, *_around(texts.get(row["document_id"]) or "", row), base) for table, row in rows]
    return sorted(found, key=lambda one: (kinds.index(one.table.name), one.row["council"] or "", one.row["id"]))


def _drawn(release: Path, kind: str, size: int, seed: str) -> set[str]:
    """The ids of a kind of fact that are drawn; a fact that another document repeats is drawn once at most."""
    known = pq.read_table(release / TABLES / f"{kind}.parquet", columns=["id", "council", "same_as"]).to_pydict()
    by_council: dict[str, list[str]] = {}
    for key, council, same_as in zip(known["id"], known["council"], known["same_as"], strict=True):
        if same_as is None or same_as == key:
            by_council.setdefault(council or "", []).append(key)
    shares = shares_of({council: len(ids) for council, ids in by_council.items()}, size)
    return {key for council, ids in by_council.items() for key in sorted(ids, key=lambda one: lot(seed, one))[: shares[council]]}


def lot(seed: str, key: str) -> str:
    """The lot that a row draws: as good as chance, and the same on every machine."""
    return hashlib.sha256(f"{seed}\x1f{key}".encode()).hexdigest()


def shares_of(counts: Mapping[str, int], size: int) -> dict[str, int]:
    """How many of each council are drawn: at least one, the others in proportion, the largest remainders first.

    >>> shares_of({"a": 900, "b": 99, "c": 1}, 10)
    {'a': 8, 'b': 1, 'c': 1}
    """
    total = sum(counts.values())
    if total <= size:
        return dict(counts)
    largest = sorted(counts, key=lambda council: (-counts[council], council))
    shares = {council: 1 if place < size else 0 for place, council in enumerate(largest)}
    wanted = {council: counts[council] * size / total for council in counts}
    while (left := size - sum(shares.values())) > 0:
        open_to = [council for council in counts if shares[council] < counts[council]]
        best = sorted(open_to, key=lambda council: (shares[council] - wanted[council], council))
        for council in best[: max(1, min(left, len(best) // 2))]:
            shares[council] += 1
    return {council: shares[council] for council in counts}


def _rows(release: Path, table: str, column: str, wanted: set[str]) -> Iterator[dict[str, Any]]:
    keys = pa.array(sorted(wanted), pa.string())
    with pq.ParquetFile(release / TABLES / f"{table}.parquet") as file:
        for batch in file.iter_batches(BATCH if table != "document_texts" else 200):
            yield from batch.filter(pc.is_in(batch.column(column), keys)).to_pylist()


def _around(text: str, row: Mapping[str, Any]) -> tuple[str, str]:
    """The words before and after a quote, on one line."""
    start, end = row["char_start"], row["char_end"]
    before, after = text[max(0, start - WORDS_AROUND) : start], text[end : end + WORDS_AROUND]
    if start > WORDS_AROUND:
        before = before.partition(" ")[2]
    if end + WORDS_AROUND < len(text):
        after = after.rpartition(" ")[0]
    return " ".join(before.split()), " ".join(after.split())


def _values(table: PublicTable, row: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{name}={as_text(row[name])}" for name in asked_of(table))


def values_in(cell: str, main: str | None = None) -> dict[str, str]:
    """The values that a cell names; a value without a name is that of the main column.

    >>> values_in("no=14 | outcome=rejected"), values_in("90000.00", "amount")
    ({'no': '14', 'outcome': 'rejected'}, {'amount': '90000.00'})
    """
    found: dict[str, str] = {}
    for part in BEGINS.split(cell.strip()):
        name, sign, value = part.partition("=")
        if sign and re.fullmatch(r"[a-z_]+", name.strip()):
            found[name.strip()] = value.strip()
        elif part.strip() and main:
            found[main] = part.strip()
    return found


def canonical(sampled: Sequence[Sampled]) -> bytes:
    """The sheet as CSV for programs: comma, UTF-8."""
    return _csv([list(COLUMNS), *([one.cells()[name] for name in COLUMNS] for one in sampled)], ",", "\n").encode()


def for_excel(sampled: Sequence[Sampled]) -> bytes:
    """The sheet as CSV for a German Excel: semicolon, no cell that it would change."""
    rows = [[excel_text(one.cells()[name]) for name in COLUMNS] for one in sampled]
    return _csv([list(COLUMNS), *rows], ";", "\r\n").encode("utf-8-sig")


def _csv(rows: Sequence[Sequence[str]], delimiter: str, end: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()
