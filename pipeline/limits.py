"""What reading one document may cost; every limit is finite."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

VARIABLE = "BESCHLUSSBUCH_LIMITS"
MIB = 1024 * 1024
MAY_BE_NONE = ("scans",)
NO_OCR = "OCR is switched off"  # what scans=0 means, as the end of a sentence
NO_MORE_OCR = "so many scans have been read that the next run shall go on (--limit scans_of_all=)"


class LimitError(ValueError):
    """A limit that does not exist, or is no positive number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may cost its reader, and how long a reader process is kept."""

    seconds: int = 60
    seconds_per_page: int = 1
    """Added for each page, once the document is open."""
    memory: int = 1024
    """MiB of address space above what a reader process has before its first document (about 300 MiB, most of it libraries)."""
    seconds_per_scan: int = 30
    """For each page that is read by OCR; a page that takes longer is lost, not its document."""
    seconds_of_scans: int = 1200
    """For the OCR of one document; the pages that it has not come to by then are left unread, and told of."""
    file: int = 100
    """MiB."""
    pages: int = 2000
    scans: int = 200
    """Pages without text that are read by OCR; 0 reads none."""
    scans_of_all: int = 5000
    """About so many pages are read by OCR for all documents of one run or call: an hour or three. The others wait for the next."""
    characters: int = 20_000_000
    output: int = 64
    """MiB that a reader process may send or write for one document; whoever reads it needs about three times as much."""
    documents: int = 1000
    """After so many a reader process is replaced."""
    growth: int = 256
    """MiB that a reader process may have grown by; beyond that it is replaced."""

    def without_scans(self) -> Limits:
        """These limits when all scans that may be read have been."""
        return replace(self, scans=0, scans_of_all=0)

    def why_no_scans(self) -> str | None:
        """Why no page is read by OCR, as the end of a sentence; None where some may be."""
        return None if self.scans else NO_OCR if self.scans_of_all else NO_MORE_OCR

    def changed(self, said: Iterable[str]) -> Limits:
        """These limits with some of them set, each as `name=number`.

        Raises LimitError.
        """
        known = [field.name for field in fields(self)]
        found: dict[str, int] = {}
        for words in said:
            name, _, number = words.partition("=")
            if name not in known or not number.isascii() or not number.isdigit() or (int(number) == 0 and name not in MAY_BE_NONE):
                raise LimitError(f"{words!r} is no limit; say NAME=NUMBER with a NAME of {', '.join(known)} and a NUMBER above 0.")
            found[name] = int(number)
        return replace(self, **found)


def limits_of(environment: Mapping[str, str] = os.environ) -> Limits:
    """The limits of this process: the defaults, but what BESCHLUSSBUCH_LIMITS says ("seconds=30 pages=500").

    Raises LimitError.
    """
    return Limits().changed(environment.get(VARIABLE, "").replace(",", " ").split())
