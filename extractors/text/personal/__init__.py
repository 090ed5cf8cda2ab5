"""Personal data in a text: e-mail addresses, telephone numbers, bank accounts, homes, days of birth, names of residents.

    "Einwohnerin Erika Muster, wohnhaft Mühlweg 3, Tel. 0721/133-1234, fragt"     a name, an address, a telephone number

Office holders acting in office are no personal data here: "Stadträtin Muster fragt" is as it was; nor is anything of a decision
(decided). This is no extractor of a table: what is found here is what public outputs do not say (pipeline.release).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.text.personal.bank import find_accounts
from extractors.text.personal.civil import find_addresses, find_births
from extractors.text.personal.decided import around
from extractors.text.personal.email import find_emails
from extractors.text.personal.names import surname
from extractors.text.personal.residents import find_residents
from extractors.text.personal.telephone import find_telephones

__all__ = ["Kind", "PersonalSpan", "find", "names_in"]

Kind = Literal["email", "telephone", "iban", "address", "birth_date", "resident"]
NUMBERS: tuple[Kind, ...] = ("telephone", "iban")
TAKEN = b"\x01"
APART = " \t\r\n,;:()"
"""What stands between two finds and belongs to neither."""


@dataclass(frozen=True, slots=True, order=True)
class PersonalSpan:
    """A place of a text that holds personal data, from `start` to before `end`."""

    start: int
    end: int
    kind: Kind


def find(text: str, known: frozenset[str] = frozenset()) -> tuple[PersonalSpan, ...]:
    """The personal data of a text, in its order, none within another.

    `known` are surnames of residents that the whole document names (`names_in`): a quote alone does not tell that "Herr Muster" is one.

    >>> find("Tel.: 0721/133-1234")
    (PersonalSpan(start=6, end=19, kind='telephone'),)
    """
    taken = bytearray(len(text))
    spans = []
    for whole in _found(text, known):
        for start, end in _left_of(whole, taken, text):
            taken[start:end] = TAKEN * (end - start)
            spans.append(PersonalSpan(start, end, whole[2]))
    spans.sort()
    apart = around([(span.start, span.end) for span in spans], text) if spans else ()
    return tuple(PersonalSpan(start, end, spans[number].kind) for number, start, end in apart)


def _left_of(found: tuple[int, int, Kind], taken: bytearray, text: str) -> Iterator[tuple[int, int]]:
    """What of a find no surer one has taken: cells of a table may stand together without a blank ("Mühlweg 3a.b@wehr.example")."""
    begin, end, kind = found
    start = begin
    if kind in NUMBERS and taken[start : start + 1] == TAKEN:  # the end of an account is no beginning of a telephone number
        return
    while start < end:
        start = taken.find(b"\x00", start, end)
        if start < 0:
            return
        stop = taken.find(TAKEN, start, end)
        stop = end if stop < 0 else stop
        words = text[start:stop]
        if any(map(str.isalnum, words)):
            before = 0 if start == begin else len(words) - len(words.lstrip(APART))
            behind = 0 if stop == end else len(words) - len(words.rstrip(APART))
            yield start + before, stop - behind
        start = stop


def names_in(text: str) -> frozenset[str]:
    """The surnames of the residents that a text names.

    >>> sorted(names_in("Petentin: Frau Erika Muster"))
    ['Muster']
    """
    return frozenset(surname(text[start:end]) for start, end in find_residents(text))


def _found(text: str, known: frozenset[str]) -> list[tuple[int, int, Kind]]:
    """Everything that is found: first what is surest; of what begins at the same place the longest first."""
    kinds: tuple[tuple[Kind, list[tuple[int, int]]], ...] = (
        ("email", list(find_emails(text))),
        ("iban", list(find_accounts(text))),
        ("telephone", list(find_telephones(text))),
        ("birth_date", list(find_births(text))),
        ("address", list(find_addresses(text))),
        ("resident", list(find_residents(text, known))),
    )
    return [(start, end, kind) for kind, found in kinds for start, end in sorted(found, key=lambda span: (span[0] - span[1], span))]
