"""The checked sheets of a review, as people hand them back, and what they ask to be put right."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from pipeline.release.cells import plain_text
from pipeline.release.corrections import COLUMNS as OF_CORRECTIONS
from pipeline.release.review import KINDS, asked_of, values_in
from pipeline.release.schema import public_tables
from pipeline.release.sheets import SheetError, decoded, delimiter_of, rows_of, without_separator

Answer = Literal["right", "wrong", "unclear"]
ANSWERS: Mapping[str, Answer] = {
    **{answer: answer for answer in get_args(Answer)},
    "richtig": "right",
    "falsch": "wrong",
    "unklar": "unclear",
    "r": "right",
    "w": "wrong",
    "f": "wrong",
    "u": "unclear",
    "?": "unclear",
}
NEEDED = ("row", "table", "council", "checked")
ID = re.compile(r"[0-9a-f]{16}")
IN_LINK = re.compile(r"#([0-9a-f]{16})$")
MAIN: Mapping[str, str] = {
    "votes": "outcome",
    "amounts": "amount",
    "deadlines": "date_to",
    "resolution_points": "text",
    "follow_ups": "status",
    "references": "value",
    "recusals": "act",
    "agenda_items": "title",
}
"""The column that a value without a name is meant for."""


class ReviewError(ValueError):
    """A sheet that cannot be understood; the message is one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one person says of one fact."""

    row: str
    table: str
    council: str
    coder: str
    answer: Answer
    machine: Mapping[str, str]
    """The program's values, as the sheet has them."""
    values: Mapping[str, str]
    """What is right in place of them, as far as said."""
    remark: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What the sheets say, and how many rows nobody has answered yet."""

    judgements: tuple[Judgement, ...]
    open: int


def read_sheets(paths: Sequence[Path]) -> Checked:
    """Read checked sheets; who fills in no name under coder is called as the file is.

    Raises ReviewError where a sheet cannot be understood, or one person answers twice and differently.
    """
    found: dict[tuple[str, str, str], Judgement] = {}
    unanswered = 0
    for path in paths:
        for line, judgement in _lines(path):
            if judgement is None:
                unanswered += 1
                continue
            key = (judgement.table, judgement.row, judgement.coder)
            if key in found and found[key].answer != judgement.answer:
                raise ReviewError(f"{path} cannot be understood: in line {line} {judgement.coder} answers a second time, and differently.")
            found[key] = judgement
    return Checked(tuple(found[key] for key in sorted(found)), unanswered)


def _lines(path: Path) -> list[tuple[int, Judgement | None]]:
    try:
        return [(line, _judgement(line, cells, path.name.partition(".")[0])) for line, cells in rows_of(path.read_bytes(), NEEDED)]
    except OSError as error:
        raise ReviewError(f"{path} cannot be opened: {error.strerror}.") from error
    except SheetError as error:
        raise ReviewError(f"{path} cannot be understood: {error}.") from error


def _judgement(line: int, cells: Mapping[str, str], nameless: str) -> Judgement | None:
    said = {name: plain_text(cell).strip() for name, cell in cells.items()}
    if said["table"] not in KINDS:
        raise SheetError(f"line {line} has {said['table']!r} for a table, which is none of {', '.join(KINDS)}")
    word = said["checked"].lower().rstrip(".!")
    if not word:
        return None
    if word not in ANSWERS:
        raise SheetError(f"line {line} says {said['checked']!r}, which is none of right, wrong, unclear")
    values = values_in(said.get("value", ""), MAIN[said["table"]])
    for name in values:
        if name not in asked_of(public_tables()[said["table"]]):
            raise SheetError(f"line {line} names the column {name!r}, which the table {said['table']} has not, or which is not checked")
    return Judgement(
        row=_row(line, said),
        table=said["table"],
        council=said["council"],
        coder=said.get("coder") or nameless,
        answer=ANSWERS[word],
        machine=values_in(said.get("values", "")),
        values=values,
        remark=said.get("remark", ""),
    )


def _row(line: int, said: Mapping[str, str]) -> str:
    """The id of the row that is judged: where a spreadsheet has taken it for a number, the link still names it."""
    row = said["row"].lower()
    if not ID.fullmatch(row):
        link = IN_LINK.search(said.get("permalink", ""))
        row = link[1] if link else row.zfill(16)
    if not ID.fullmatch(row):
        raise SheetError(f"line {line} has {said['row']!r} for a row, which is no id")
    return row


def corrections_from(judgements: Iterable[Judgement], when: date, *, also_checked: bool = False) -> list[dict[str, str]]:
    """Lines for corrections.csv: where all who answered say wrong and name the same value; with `also_checked` what all found right."""
    by_row: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in judgements:
        by_row.setdefault((judgement.table, judgement.row), []).append(judgement)
    lines: list[dict[str, str]] = []
    for (_, row), said in sorted(by_row.items()):
        base = {"row": row, "who": ", ".join(sorted({one.coder for one in said})), "when": when.isoformat()}
        why = "; ".join(dict.fromkeys(one.remark for one in said if one.remark)) or "found in a review"
        if also_checked and all(one.answer == "right" for one in said):
            lines.append({**base, "column": "review_state", "old": "auto", "new": "checked", "why": "checked in a review"})
        if all(one.answer == "wrong" for one in said):
            for column in {name: None for one in said for name in one.values}:
                news = {one.values.get(column) for one in said}
                if len(news) == 1 and column in said[0].machine:
                    lines.append({**base, "column": column, "old": said[0].machine[column], "new": str(news.pop()), "why": why})
    return lines


def with_lines(content: bytes | None, lines: Sequence[Mapping[str, str]]) -> bytes:
    """A file of corrections, or a new one, with lines added that it does not have yet.

    Raises SheetError where the file is none of corrections.
    """
    text = without_separator(decoded(content)) if content else ",".join(OF_CORRECTIONS) + "\n"
    there = [row for _, row in rows_of(text.encode(), OF_CORRECTIONS, OF_CORRECTIONS)]
    same = ("row", "column", "old", "new")
    known = {tuple(row[name] for name in same) for row in there}
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter_of(text), lineterminator="\r\n" if "\r\n" in text else "\n")
    head = next(csv.reader(io.StringIO(text), delimiter=delimiter_of(text)))
    for line in lines:
        if tuple(line[name] for name in same) not in known:
            writer.writerow([line.get(name.strip().lower(), "") for name in head])
    return (text + ("" if text.endswith("\n") else "\n") + out.getvalue()).encode("utf-8-sig")
