"""Which marked documents a person has released: `releases.yml` in the data folder; all other marked ones are withheld.

    - document: https://rat.example.org/getfile?id=17     # its address, or its SHA-256
      who: Anna Beispiel, Redaktion
      when: 2026-11-22
      why: The city has published it itself, with the agenda of 12 November.

A document is marked where it says of itself that it is not for everybody (extractors.text.marking). A careful tool flags, a person
decides: nothing is republished in silence, and nothing disappears in silence either.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.files_of_people import Said, Signed, is_no_list, read_file

FILE = "releases.yml"
NAMED = "document, who, when (YYYY-MM-DD) and why"


class DisclosureError(ValueError):
    """A wrong file; the message is one sentence."""


class Disclosure(Signed):
    """A document that was released."""

    document: Said


def disclosed_in(data: Path) -> frozenset[str]:
    """The addresses and hashes of the documents that were released.

    Raises DisclosureError where the file cannot be understood: then nothing is released, and the run says so.
    """
    entries = read_file(data / FILE, list[Disclosure], [], DisclosureError, is_no_list(NAMED))
    return frozenset(entry.document.strip() for entry in entries)
