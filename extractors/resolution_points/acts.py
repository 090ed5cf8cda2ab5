"""What a point does, and who has to act on it.

Die Verwaltung wird beauftragt, …            instruct, "Verwaltung"
Der Rat bittet die Landesregierung, …        request, "Landesregierung"
Die Mittel sind im Haushalt einzustellen.    instruct, nobody named
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.resolution_points.tree import Point, Tree
from extractors.text.german.phrases import ADMINISTRATION
from extractors.text.language import Act, acts_in

HANDED_ON = frozenset({"instruct", "request", "authorise"})  # acts that have an addressee to hand on to the points below
HANDLED_BY_BODY = frozenset({"approve", "note", "reject", "other", "procedural"})  # acts after which nobody else has to act
SENTENCE = re.compile(
    (
        r"^[A-ZÄÖÜ].{0,400}?\b(?:wird|werden|ist|sind|soll|sollen|kann|können|hat|haben|beläuft|beträgt|erfolgt|bleibt|bleiben|tritt"
        r"|treten|verfolgt|enthält)\b"
    ),
    re.DOTALL,
)
READ = 700  # characters of a point; what comes later explains

_NOUN = r"(?!(?:Die|Der|Das|Des)\b)[A-ZÄÖÜ][\w/&.-]*"
_PHRASE = rf"""(?:[a-zäöü]\w*[ ]){{0,2}}{_NOUN}(?:
      [ ](?:und[ ])?(?:(?:der|des|für|die|das|den|in[ ]der)[ ])?(?:[a-zäöü]\w+[ ])?{_NOUN}
    | [ ]\([^)]{{1,20}}\)|[ ]-[^-\n]{{2,40}}-){{0,7}}"""
_ASIDE = r"(?:[–-][^–-]{3,120}[–-][ ])?"
_DONE = r"(?:beauftragt|ermächtigt|gebeten|ersucht|aufgefordert|angewiesen|bevollmächtigt)"
ADDRESSED = re.compile(
    rf"""(?:
        \b(?:beauftragt|ermächtigt|bevollmächtigt|bittet|ersucht|fordert|weist)[ ](?:d(?:er|ie|as)[ ][A-ZÄÖÜ]\w+[ ](?=d(?:ie|en
                |as)))?{_ASIDE}(?:die|den|das|ihre[nr]?)[ ](?P<object>{_PHRASE})
      | (?:^|\b(?:Die|Der|Das)[ ])(?P<subject>(?!Die|Der|Das){_PHRASE})[ ](?:wird|werden|wurde
              |wurden)[ ](?:(?:(?!\bund\b)[^.;]){{0,160}}?[ ])??{_DONE}
      | \b(?:wird|werden)[ ](?:die|der|das)[ ](?P<inverted>{_PHRASE})[ ](?:(?:(?!\bund\b)[^.;]){{0,160}}?[ ])??{_DONE}
      | ^(?:Die|Der|Das)[ ](?P<acting>{ADMINISTRATION}(?:[ ]für[ ]{_NOUN}(?:[ ]und[ ]{_NOUN})?)?)[ ](?:soll|hat|(?!ist\b|hat\b)[a-zäöü]+t)\b
      | \bdie[ ](?P<told>(?:Stadt|Gemeinde)?[Vv]erwaltung)[ ](?:zu[ ])?(?:beauftragt|beauftragen)
      | \bBeauftragung[ ](?:der|des)[ ](?P<noun>{ADMINISTRATION})
    )""",
    re.VERBOSE,
)
# "sind … einzustellen", "ist zu prüfen": a duty without a verb of instruction.
GERUNDIVE = re.compile(
    r"\b(?:ist|sind)\b(?:[^.]|\.(?!\s+[A-ZÄÖÜ])){0,400}?(?:\bzu \w+en\b|\b(?:ein|um|vor|auf|dar|ab|an|aus|fest|nach|bereit|durch"
    r"|sicher|bei|weiter|fort|her|hin|mit)\w{0,5}zu\w+en\b)"
)
DUTY = re.compile(
    rf"^(?:Die|Das|Der) {ADMINISTRATION}[^.]{{0,60}}? (?:berichtet|prüft|legt|erarbeitet|erstellt|entwickelt|informiert|setzt|sorgt"
    rf"|erstattet|stellt|richtet)\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a point does and to whom; None where its words do not say."""

    act: str | None
    addressee: str | None


def readings_of(tree: Tree, points: Sequence[Point], default: str | None = None) -> list[Reading]:
    """One reading for each point; a point without a verb of its own has that of what it stands under, or behind."""
    found: dict[int, Reading] = {}
    latest: Reading | None = None
    for point in tree.points:
        words = tree.words(point)
        mine = read(words)
        above = next((found[id(p)] for p in point.lineage() if p is not point and id(p) in found), None)
        if mine.act is None and (above or not SENTENCE.search(words)):
            mine = _inherited(above or latest)
        found[id(point)] = mine if mine.act else Reading(default, mine.addressee)
        if point.leads or point.label is None:
            latest = found[id(point)]
    return [found[id(point)] for point in points]


def _inherited(source: Reading | None) -> Reading:
    if source is None:
        return Reading(None, None)
    return Reading(source.act, source.addressee if source.act in HANDED_ON else None)


def read(words: str) -> Reading:
    """The act and the addressee of a point in its own words."""
    words = words[:READ]
    acts = acts_in(words)
    first = [act for act in acts if act.sentence_end == acts[0].sentence_end] if acts else []
    act = _strongest(first)
    if act in (None, "amend", "procedural", "decide") and (
        DUTY.search(words) or GERUNDIVE.search(words[: first[0].sentence_end if first else None])
    ):
        act = "instruct"
    match = (
        ADDRESSED.search(words[: first[0].sentence_end] if first and act != "instruct" else words) if act not in HANDLED_BY_BODY else None
    )
    addressee = next(filter(None, match.groups()), None) if match else None
    return Reading(act, addressee.rstrip(".") if addressee else None)


def _strongest(acts: Sequence[Act]) -> str | None:
    """The one that counts: "nimmt zur Kenntnis und stimmt zu" approves; "stimmt zu und beauftragt" instructs; else the first."""
    kinds = [act.kind for act in acts]
    for kind in ("instruct", "request"):
        if kind in kinds and "decide" not in kinds[: kinds.index(kind)]:
            return kind
    weighty = [kind for kind in kinds if kind != "note"]
    if weighty[:2] == ["approve", "authorise"]:
        return "authorise"
    return weighty[0] if weighty else kinds[0] if kinds else None
