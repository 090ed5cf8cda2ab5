"""Markings: whether a document says of itself that it is not for everybody; by structure, never by a keyword in running text.

    "Status: nichtöffentlich"        a field of the document
    "TOP: NÖ 3"                      the number of its only item
    "vertraulich"                    a stamp: a line of its own at the head or the foot of the first page
    "Niederschrift über die nichtöffentliche Sitzung"     a title

A form that prints both words ("öffentlich ☐ nichtöffentlich ☐") says nothing, nor does the status of a mixed meeting
("Status: öffentlich/nichtöffentlich"); Karlsruhe prints both in 701 texts.
Nor does the list of a paper's consultations, where every committee has a word of its own.
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
# The same as cells of a table, beside or below their head.
CELL = re.compile(
    r"(?m)^(?:Status|Öffentlichkeitsstatus|Sitzungsart|Behandlung|Beratungsart)[ \t]+(?P<words>(?:(?:nicht[ -]?)?öffentlich|/|[ ])+)$",
    re.IGNORECASE,
)
# "Öffentlich: nein" as a field of its own; a form says both words
CLOSED_FIELD = re.compile(r"(?mi)^öffentlich(?:[ ]\(?ja/nein\)?)?[ ]?:[ \t]*nein[ \t]*$")
CLASSED = re.compile(r"(?mi)^(?:Vertraulichkeit|Einstufung|Geheimhaltung|Vertraulichkeitsstufe)[ ]?:[ \t]*(?:streng[ ])?vertraulich[ \t]*$")
CLOSED_ITEM = re.compile(r"(?m)^(?:TOP|Tagesordnungspunkt)[ :]{1,2}\n?N(?:Ö|ö)?[ ]?\d")
PAPER = (
    r"(?:(?:(?:Beschluss|Sitzungs|Mitteilungs|Informations)?vorlage|Drucksache|Anlage|Niederschrift|Protokoll|Unterlagen?|Bericht|Entwurf)"
    r"(?:[ ](?:Nr\.[ ]?)?[\w/.-]{1,20}\d[\w/.-]{0,12}|[ ]\d{1,3})?)"
)
STAMP = re.compile(
    rf"""[(\[]?(?:(?:(?:streng|persönlich(?:[ ]?[/–-][ ]?|[ ]und[ ]|[ ]))[ ]?)?vertraulich | v[ ]e[ ]r[ ]t[ ]r[ ]a[ ]u[ ]l[ ]i[ ]c[ ]h
      | (?:streng[ ])?vertraulich[ ]?[–—-][ ](?:nur|nicht|kein|bitte)[ ].{{1,60}}     # Streng vertraulich – nicht zur Weitergabe
      | (?:bitte[ ])?(?:streng[ ])?vertraulich[ ](?:zu[ ])?behandeln
      | vertraulich[ ]?[/,][ ]?nicht[ -]?öffentlich | nicht[ -]?öffentlich[ ]?[/,][ ]?vertraulich
      | vertrauliche[rs]?[ ](?:(?:Beschluss|Sitzungs|Mitteilungs)?vorlage|Niederschrift|Anlage|Unterlagen?)(?:[ ]zu[rm]?[ ].{{1,40}})?
      | nicht[ -]?öffentlich(?:e[rs]?)?(?:[ ](?:Sitzung|Vorlage|Beschlussvorlage|Niederschrift|Anlage|Mitteilungsvorlage|Teil)s?)?
      | {PAPER}[ ]?[(–-]?[ ]?(?:nicht[ -]?öffentlich(?:er[ ]Teil)?|(?:streng[ ])?vertraulich)  # Sitzungsvorlage 17/2031 nichtöffentlich
      | (?:Hausintern\w*|Intern\w*)?[ ]?{PAPER}[ ]?[–-][ ]?vertraulich
      | (?:Die|Diese)[ ](?:Vorlage|Anlage|Unterlagen?|Niederschrift)[ ](?:ist|sind)[ ](?:streng[ ])?vertraulich(?:[ ]zu[ ]behandeln)?[.]?
      | Nicht[ ](?:zur[ ](?:Veröffentlichung|Weitergabe)|für[ ]die[ ]Öffentlichkeit)(?:[ ](?:bestimmt|an[ ]Dritte|vorgesehen))?
      | (?:VS[ ]?[-–][ ]?)?Nur[ ]für[ ]den[ ]Dienstgebrauch | VS-NfD | VS[ ]?[-–][ ]?vertraulich | Verschlusssache | (?:streng[ ])?geheim
      )!{{0,3}}[)\]]?!{{0,3}}
      | (?-i:VERTRAULICH!?)[ ]?[-–—:,][ ].{{1,60}}                                  # VERTRAULICH – nur für Mitglieder des Rates""",
    re.VERBOSE | re.IGNORECASE,
)
# Niederschrift über die nichtöffentliche Sitzung des Bauausschusses; not "die öffentliche und nichtöffentliche Sitzung"
TITLE = re.compile(
    r"(?:Niederschrift|Protokoll|Beschlussprotokoll|Auszug|Einladung|Vorlage|Unterlagen?)"
    r"\b.{0,40}\bnicht[ -]?öffentlichen?[ ].{0,30}Sitzung",
    re.IGNORECASE,
)
CONSULTATIONS = re.compile(r"(?:Bisherige |Weitere )?(?:Beratungsfolge|Beratungsgang|Beratungen|Gremi(?:um|en))\b", re.IGNORECASE)
CALLED = (
    ("streng vertraulich", "streng vertraulich"),
    ("vertraulich", "vertraulich|v e r t r a u l i c h"),
    ("nur für den dienstgebrauch", "dienstgebrauch"),
    ("vs-nfd", "vs-nfd"),
    ("geheim", "geheim|verschlusssache"),
    ("nicht zur veröffentlichung", "nicht zur|nicht für"),
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
    field = _field(text)
    if field is not None:
        return field or None
    lines = [line.strip(" \t*|–-") for line in text.split("\n") if line.strip()]
    if CLOSED_ITEM.search(text) or any(TITLE.match(line) and not OPEN.search(line) for line in lines[:EDGE]):
        return "nichtöffentlich"
    return _stamp(lines)


def _field(text: str) -> str | None:
    """What a field says: a marking, "" where it says both words, None where there is none."""
    status = STATUS.search(text) or CELL.search(text)
    if status and CLOSED.search(status["words"]):
        return "" if OPEN.search(status["words"]) else "nichtöffentlich"
    if CLASSED.search(text):
        return "vertraulich"
    return "nichtöffentlich" if CLOSED_FIELD.search(text) and not CLOSED.search(text) else None


def _stamp(lines: list[str]) -> str | None:
    edges = lines if len(lines) <= 2 * EDGE else lines[:EDGE] + lines[-EDGE:]
    stamped = [line for line in edges if STAMP.fullmatch(line) and (line in edges[:EDGE] or not PART.search(line))]
    if not stamped:
        return None
    stamp, before = stamped[0], lines[: lines.index(stamped[0])]
    if not CLOSED.search(stamp):
        return _called(stamp)
    return None if _is_of_a_form(stamp, before, lines, edges) else "nichtöffentlich"


def _called(stamp: str) -> str:
    """The marking in a stamp, in one spelling."""
    words = re.sub(r"\s+", " ", stamp).lower()
    return next((marking for marking, form in CALLED if re.search(form, words)), words)


def _is_of_a_form(stamp: str, before: list[str], lines: list[str], edges: list[str]) -> bool:
    """Whether "nichtöffentlich" is a word that something else than the document has for its own."""
    if PART.search(stamp):  # minutes of a meeting with a part for everybody, "Nichtöffentlicher Teil" after the first items
        return any(PUBLIC_PART.match(line) for line in lines) or any(ITEM.match(line) for line in before)
    if any(CONSULTATIONS.match(line) for line in before):
        return True
    return any(re.fullmatch(r"\W{0,4}öffentlich\W{0,4}", line, re.IGNORECASE) for line in edges)  # a line for either word
