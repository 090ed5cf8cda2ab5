"""A value as people write it in a cell, and back: the forms of the canonical CSV, and what a German Excel makes of them.

90000.00   90000,00   90000         one sum of money
2026-11-22   22.11.2026             one day (Excel shows it so, and saves what it shows)
true   WAHR                         one truth
'=nothing   a ⏎ b                   text that pipeline.release.cells has made safe
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pipeline.release.cells import excel_text, plain_text
from pipeline.release.schema import Kind, PublicColumn, public_tables
from pipeline.release.signs import all_legible

TRUTHS = {"true": True, "wahr": True, "false": False, "falsch": False}
GERMAN_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
NUMBER = re.compile(r"-?[0-9]{1,16}(?:[.,][0-9]{1,2}|,-)?")
MADE_OF = {"groups": "vote_groups"}
"""Columns whose records are rows of a table of their own as well."""


def as_text(value: Any) -> str:
    """A value as the canonical CSV has it.

    >>> as_text([2021, 2022]), as_text(True), as_text(None)
    ('[2021, 2022]', 'true', '')
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case list() | tuple():
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def from_text(column: PublicColumn, said: str) -> Any:
    """The value of a column that a cell states; an empty cell is None.

    Raises ValueError, whose message ends the sentence "The value …".
    """
    if not said.strip():
        return None
    value = all_legible(READ[column.kind](said))
    if column.kind == "records":
        for record in value:
            _check(column, record)
    if column.terms and column.kind == "text" and value not in column.terms:
        raise ValueError(f"is none of {', '.join(column.terms)}")
    return value


def _check(column: PublicColumn, record: Mapping[str, Any]) -> None:
    """Hold a record of a list against the row that is made of it."""
    kinds = dict(column.fields)
    for name, value in record.items():
        wanted = {"integer": int, "text": str}.get(kinds.get(name, "json"))
        if wanted is None:
            raise ValueError(f"has a record with {name!r}, which is none of {', '.join(kinds)}")
        if value is not None and (not isinstance(value, wanted) or isinstance(value, bool)):
            raise ValueError(f"has a record whose {name} is {value!r}")
        terms = public_tables()[MADE_OF[column.name]].by_name[name].terms if column.name in MADE_OF else {}
        if terms and value is not None and value not in terms:
            raise ValueError(f"has a record whose {name} is none of {', '.join(terms)}")


def same(column: PublicColumn, said: str, value: Any) -> bool:
    """Whether a cell states the value that a row holds, in any of the forms above."""
    if column.kind in ("text", "json"):
        return said in ("" if value is None else value, excel_text(value or "")) or plain_text(said) == value
    try:
        return bool(from_text(column, said) == value)
    except ValueError:
        return False


def _integer(said: str) -> int:
    if not re.fullmatch(r"[0-9]{1,15}", said.strip()):
        raise ValueError("is no whole number of 0 or more")
    return int(said)


def _money(said: str) -> Decimal:
    if not NUMBER.fullmatch(said.strip()):
        raise ValueError("is no sum of money such as 90000.00")
    return Decimal(said.strip().removesuffix(",-").replace(",", ".")).quantize(Decimal("0.01"))


def _number(said: str) -> float:
    if not re.fullmatch(r"-?[0-9]{1,15}(?:[.,][0-9]{1,15})?", said.strip()):
        raise ValueError("is no number")
    return float(said.strip().replace(",", "."))


def _truth(said: str) -> bool:
    if said.strip().lower() not in TRUTHS:
        raise ValueError("is neither true nor false")
    return TRUTHS[said.strip().lower()]


def _day(said: str) -> date:
    german = GERMAN_DAY.fullmatch(said.strip())
    try:
        return date(*(int(part) for part in reversed(german.groups()))) if german else date.fromisoformat(said.strip())
    except ValueError as error:
        raise ValueError("is no day such as 2026-11-22") from error


def _moment(said: str) -> datetime:
    try:
        moment = datetime.fromisoformat(said.strip())
    except ValueError as error:
        raise ValueError("is no moment such as 2026-11-22T18:00:00+01:00") from error
    if moment.tzinfo is None:
        raise ValueError("does not say its time zone, such as +01:00")
    return moment


def _listed(kinds: type) -> Callable[[str], list[Any]]:
    def read(said: str) -> list[Any]:
        try:
            value = json.loads(said)
            json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair is no text
        except (ValueError, RecursionError) as error:
            raise ValueError("is no list in JSON") from error
        if not isinstance(value, list) or not all(isinstance(one, kinds) and not isinstance(one, bool) for one in value):
            raise ValueError(f"is no list of {'whole numbers' if kinds is int else 'texts' if kinds is str else 'records'} in JSON")
        return value

    return read


READ: Mapping[Kind, Callable[[str], Any]] = {
    "text": plain_text,
    "json": plain_text,
    "integer": _integer,
    "number": _number,
    "boolean": _truth,
    "day": _day,
    "moment": _moment,
    "money": _money,
    "texts": _listed(str),
    "integers": _listed(int),
    "records": _listed(dict),
}
