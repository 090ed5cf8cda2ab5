"""Who voted how, as printed: "10 Ja-Stimmen (5 CDU, 4 SPD, OB)", "1 Enthaltung der FDP-Fraktion", "gegen die Stimmen der AfD"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.german.numbers import number_of
from extractors.votes.drafts import Draft
from extractors.votes.sides import sides_in

OPTIONS = ("yes", "no", "abstain")
BRACKET = re.compile(r"\s?\((?P<list>[^()\n]{2,200}(?:\n[^()\n]{0,200})?)\)?")
ENTRY = re.compile(r"(?:(?P<n>\d{1,3}|eine?[rn]?|zwei|drei)\s?[x×]?\s)?(?P<name>[A-ZÄÖÜ][^,;:@]{1,60})")
OF_GROUP = re.compile(
    r",?\s(?:de[rs]\s|von\s|durch\s"
    r"|aus der\s)?(?:Fraktion(?:en)?\s)?(?P<name>(?:[\w.´‘'`/-]+\s){0,3}?(?:[\w´‘'`/-]*-?Fraktion(?:en)?(?![a-z])"
    r"|CDU|CSU|SPD|FDP|AfD|GRÜNEN?|Grünen?|BSW|ÖVP|SPÖ|FPÖ|NEOS|KPÖ|SVP|FFH|FW|UWG|Freien? Wähler)|(?:Stadtr[aä]t(?:in)?"
    r"|Ratsmitglied|RM|Herrn?|Frau|GR)\s[A-ZÄÖÜ][\w.-]+(?:\s[A-ZÄÖÜ][\w-]+)?)"
)
_LISTED = r"(?:Fraktion(?:en)? )?[A-ZÄÖÜ][^.;:()\n]{1,200}?"
_ENDS = (
    r"(?= (?:mehrheitlich|einstimmig|abgelehnt|angenommen|zugestimmt|beschlossen|empfohlen|gegen|bei|und bei|und gegen|unter)(?!\w)"
    r"|[.;:()\n]|, (?:bei|gegen)|$)"
)
# "gegen die Stimmen der X": outvoted, so their side is the other one; with a rejection they were for it (Köln, Graz)
AGAINST = re.compile(rf"[Gg]egen (?:die )?(?:Stimmen? )?(?:de[rs] |von )?(?P<name>{_LISTED}){_ENDS}")
# "mit den Stimmen der X und der Y": who outvoted the others (Köln, Oberhausen)
WITH = re.compile(rf"[Mm]it (?:den )?Stimmen (?:de[rs] |von )(?P<name>{_LISTED}){_ENDS}")
ABSTAINING = re.compile(rf"(?:[Bb]ei|[Uu]nter) (?:Stimm)?[Ee]nthaltung(?:en)? (?:de[rs]|von) (?P<name>{_LISTED}){_ENDS}")
NAMES = re.compile(r",(?: und| sowie)? | und (?!Land(?!\w)|Bürger(?!\w)|Hof(?!\w))| sowie | ?\+ ?")
ARTICLE = re.compile(r"(?:(?:de[rsnm]|die|den Stimmen|der Stimmen|Stimmen|von|vo[nm]) |Fraktionen (?=[A-ZÄÖÜ]))*")
NAMED = re.compile(r"[A-ZÄÖÜ][\w./´‘'`’-]*(?: (?:[A-ZÄÖÜ\d][\w./´‘'`’-]*|für|der|die|und)){0,4}")
# Each member by name, as in "Muster, Eva (ABC): Ja"
CALL = re.compile(r"(?P<name>[A-ZÄÖÜ][^\n:;]{2,60}): ?(?P<option>Ja|Nein|Enthaltung)(?!\w)")
CALLED = {"Ja": "yes", "Nein": "no", "Enthaltung": "abstain"}
LISTED = 400  # characters behind a result in which its sides are listed
OFFICES = re.compile(r"(?:OB|BM|LR|Bgm\.?|Oberbürgermeister\w*|Bürgermeister\w*|Landr[aä]t\w*|Herr|Frau|Stadtr[aä]t\w*|RM|GR)(?!\w)")


@dataclass(frozen=True, slots=True)
class Group:
    """A party, group or person with its side; `count` only where it is printed, or where one office or person is named."""

    name: str
    option: str
    count: int | None = None


def groups_of(text: str, draft: Draft, outcome: str) -> tuple[Group, ...]:
    """The groups that a statement names."""
    if draft.shares:
        return tuple(Group(*share) for share in draft.shares)
    if draft.roll:
        return tuple(Group(name["name"].strip(), CALLED[name["option"]], 1) for name in CALL.finditer(text, draft.start, draft.end))
    found: list[Group] = []
    for count in draft.counts:
        if count.option in OPTIONS:
            found += _behind(text, count.end, count.option, count.value)
    statement = text[draft.start : min(len(text), draft.end + 120)].split("\n\n", maxsplit=1)[0]
    paragraph = text.find("\n\n", draft.end, draft.end + LISTED)
    for side in sides_in(text, draft.start, paragraph if paragraph >= 0 else min(len(text), draft.end + LISTED)):
        found += (Group(name, side.option, 1 if OFFICES.match(name) else None) for name in side.names)
    lost = outcome in ("rejected", "not_recommended")
    for form, option in ((WITH, "no" if lost else "yes"), (AGAINST, "yes" if lost else "no"), (ABSTAINING, "abstain")):
        found += (Group(name, option) for match in form.finditer(statement) for name in _names(match["name"]))
    return tuple(dict.fromkeys(found))


def _names(listed: str) -> Iterator[str]:
    """The groups of a list, up to the first entry that is none: "Fraktionen ABC, DEF und der GHI-Fraktion"."""
    for part in NAMES.split(listed):
        name = " ".join(ARTICLE.sub("", part, count=1).split())
        if not NAMED.fullmatch(name):
            return
        yield name


def _behind(text: str, end: int, option: str, value: int) -> Iterator[Group]:
    """What stands behind a count: a bracket with its parts, or the one group that cast it."""
    if bracket := BRACKET.match(text, end):
        entries = [ENTRY.fullmatch(part.strip()) for part in _parts(bracket["list"])]
        if all(entries) and not re.search(r"\b(?:Ja|JA|Nein|NEIN|Enthaltung)", bracket["list"]):
            for entry in entries:
                if entry is not None:
                    yield _entry(entry, option, value if len(entries) == 1 else None)
        return
    if group := OF_GROUP.match(text, end):
        yield Group(" ".join(group["name"].split()), option, value)


def _parts(names: str) -> list[str]:
    """The entries of a bracket; "und" stands between two where the second has a number too ("9 Stadt und Land" is one)."""
    numbered = re.match(r"\s*\d", names) is not None
    return re.split(r"[,;+]|\bund\b(?=\s*\d)" if numbered else r"[,;+]|\bund\b", names)


def _entry(entry: re.Match[str], option: str, alone: int | None) -> Group:
    name = " ".join(entry["name"].split())
    if entry["n"]:
        return Group(name, option, number_of(entry["n"]))
    return Group(name, option, alone if alone is not None else 1 if OFFICES.match(name) else None)
