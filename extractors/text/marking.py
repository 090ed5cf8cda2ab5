"""Markings: whether a document says of itself that it is not for everybody; by structure, never by a keyword in running text.

    "Status: nichtöffentlich"        a field of the document
    "TOP: NÖ 3"                      the number of its only item
    "vertraulich"                    a stamp: a line of its own at the head or the foot of the first page

A form that prints both words ("öffentlich ☐ nichtöffentlich ☐") says nothing, nor does the status of a mixed meeting
("Status: öffentlich/nichtöffentlich"); Karlsruhe prints both in 701 texts.
"""

from __future__ import annotations

import re

from extractors.text.minutes import DocumentText

STATUS = re.compile(
    r"""(?m)^[^\n]{0,60}?\b(?:Status|Öffentlichkeitsstatus|Sitzungsart|Behandlung)[ ]?:[ \n]{0,2}
        (?P<words>(?:(?:nicht[ -]?)?öffentlich|/|[ ])+)""",
    re.VERBOSE | re.IGNORECASE,
)
CLOSED = re.compile(r"nicht[ -]?öffentlich", re.IGNORECASE)
OPEN = re.compile(r"(?<!nicht)(?<!nicht[ -])öffentlich", re.IGNORECASE)
CLOSED_ITEM = re.compile(r"(?m)^(?:TOP|Tagesordnungspunkt)[ :]{1,2}\n?N(?:Ö|ö)?[ ]?\d")
STAMP = re.compile(
    r"""(?:streng[ ])?vertraulich!?
      | nicht[ -]?öffentlich(?:e[rs]?)?(?:[ ](?:Sitzung|Vorlage|Beschlussvorlage|Niederschrift|Anlage|Mitteilungsvorlage|Teil)s?)?
      | (?:VS[ ]?[-–][ ]?)?Nur[ ]für[ ]den[ ]Dienstgebrauch | VS-NfD""",
    re.VERBOSE | re.IGNORECASE,
)
PUBLIC_PART = re.compile(r"\W{0,4}(?:(?:[IVX]{1,4}|[AB])[.)]? )?Öffentliche[rn]? (?:Teil|Sitzung|Tagesordnung)\b", re.IGNORECASE)
PART = re.compile(r"Teil|Sitzung", re.IGNORECASE)
ITEM = re.compile(r"(?:TOP|Tagesordnungspunkt|[Zz]u|Ö)? ?\d{1,3}[.)]* \S")
EDGE = 15  # lines from the head, and as many from the foot, of the first page


def marking_of(source: DocumentText, text: str) -> str | None:
    r"""The marking of a document, None where it has none or does not say; `text` is the shadow's beginning, its first page.

    >>> marking_of(DocumentText(""), "vertraulich\n\nAn alle Fraktionen")
    'vertraulich'
    """
    if source.marks and all(mark.public is False for mark in source.marks):
        return "nichtöffentlich"
    status = STATUS.search(text)
    if status and CLOSED.search(status["words"]):
        return None if OPEN.search(status["words"]) else "nichtöffentlich"
    if CLOSED_ITEM.search(text):
        return "nichtöffentlich"
    return _stamp([line.strip(" *|–-") for line in text.split("\n") if line.strip()])


def _stamp(lines: list[str]) -> str | None:
    edges = lines if len(lines) <= 2 * EDGE else lines[:EDGE] + lines[-EDGE:]
    stamped = [line for line in edges if STAMP.fullmatch(line) and (line in edges[:EDGE] or not PART.search(line))]
    if stamped and PART.search(stamped[0]) and any(PUBLIC_PART.match(line) for line in lines):
        return None  # minutes of a meeting with a part for everybody
    if stamped and PART.search(stamped[0]) and any(ITEM.match(line) for line in lines[: lines.index(stamped[0])]):
        return None  # "Nichtöffentlicher Teil" after the first items
    if not stamped:
        return None
    closed = CLOSED.match(stamped[0])
    if closed and any(re.fullmatch(r"\W{0,4}öffentlich\W{0,4}", line, re.IGNORECASE) for line in edges):
        return None  # a form with a line for either word
    return "nichtöffentlich" if closed else re.sub(r"\s+", " ", stamped[0].rstrip("!")).lower()
