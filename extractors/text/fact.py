"""What every fact carries: the words that state it, the agenda item it belongs to, the rule that found it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import ClassVar

from extractors.text.minutes import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement read from a document. Its subclasses are the tables: one class, one table, one column a field."""

    table: ClassVar[str]

    quote: Quote
    agenda_item: str | None
    rule: str


def row_of(fact: Fact) -> dict[str, object]:
    """The fact as a row of its table: its own fields first, then its evidence in the words of the contract."""
    own = {name: _plain(getattr(fact, name)) for name in fields_of(type(fact))}
    quote = fact.quote
    return own | {
        "quote": quote.text,
        "char_start": quote.start,
        "char_end": quote.end,
        "page": quote.page,
        "agenda_item": fact.agenda_item,
        "rule": fact.rule,
    }


def _plain(value: object) -> object:
    """A value as JSON can say it: what is itself a record (a voting group) becomes a mapping."""
    if isinstance(value, tuple):
        return tuple(_plain(part) for part in value)
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def fields_of(kind: type[Fact]) -> list[str]:
    """The names of a fact's own fields, in the order in which they are declared."""
    inherited = {field.name for field in fields(Fact)}
    return [field.name for field in fields(kind) if field.name not in inherited]
