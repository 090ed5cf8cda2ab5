"""What a point does, and who has to act on it.

Die Verwaltung wird beauftragt, …            instruct, "Verwaltung"
Der Rat bittet die Landesregierung, …        request, "Landesregierung"
Die Mittel sind im Haushalt einzustellen.    instruct, nobody named
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.resolution_points.addressees import ASKED, addressee_in, recommended_to
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

# "Der Rat beschließt, die Verwaltung wird beauftragt, …": the inner verb counts.
INNER = re.compile(r"\s*[,:]\s*(?:dass\s+)?(?:die|der|das)\s[^.;]{0,80}?\b(?:wird|werden)\b")
ASKED_ACTS = {
    "bitten": "request",
    "ersuchen": "request",
    "aufzufordern": "request",
    "ermächtigen": "authorise",
    "bevollmächtigen": "authorise",
}
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
    if asked := ASKED.match(words):
        return Reading(ASKED_ACTS.get(asked["asks"] or asked["asks_on"], "instruct"), asked["one"])
    acts = acts_in(words)
    if len(acts) > 1 and acts[0].kind == "decide" and INNER.match(words, acts[0].end):
        acts = acts[1:]
    first = [act for act in acts if act.sentence_end == acts[0].sentence_end] if acts else []
    act = _strongest(first)
    if act in (None, "amend", "procedural", "decide") and (
        DUTY.search(words) or GERUNDIVE.search(words[: first[0].sentence_end if first else None])
    ):
        act = "instruct"
    if act in HANDLED_BY_BODY:
        return Reading(act, None)
    if act == "recommend":
        return Reading(act, next((body for verb in first if verb.kind == act and (body := recommended_to(words, verb))), None))
    return Reading(act, addressee_in(words, first[0].sentence_end if first and act != "instruct" else len(words), first, act in HANDED_ON))


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
