"""Actors as data for the German pipeline: bodies that decide, administrations that carry out, and others who are asked.

Names that need no rule are strings; compounds are known by how they end ("Garten|bau|amt", "Kultur|ausschuss"), and a head
takes the field it is for with it ("Amt für Grünflächen und Forsten").
"""

from __future__ import annotations

from typing import Any

BODY = (
    r"^(?:[\w-]*[Vv]ersammlung|[\w-]*[Vv]ertretung|[\w-]*[Aa]ussch(?:uss|uß|üsse)|[\w-]*[Kk]ommission|[\w-]*[Pp]arlament"
    r"|[\w-]*[Bb]ürgerschaft|(?:Kreis|Bezirks|Regions|Verbands|Land|Bundes)tag|(?:Stadt)?[Ss]enat|[\w-]*[Bb]eirat"
    r"|(?:[\w-]*(?<!Land)(?<!Refe)(?<!Appa)(?<!Vor)(?<!Haus)(?<!Quad)(?<!Inse)r|R)at)(?:e?s)?$"
)
"""A word that names a body: "Bauausschuss", "Ortschaftsrat"; never "Landrat", "Referat", "Vorrat"."""

ADMINISTRATION = (
    r"^(?:[\w-]*[Vv]erwaltung|(?:[\w-]*(?<!Ges)(?<!ges)(?<!hren)a|A)mt|[\w-]*[Dd]ezernat|[\w-]*[Rr]eferat|[\w-]*[Bb]etriebe?"
    r"|[\w-]*[Ff]achbereich|[\w-]*[Bb]ürgermeister(?:in)?|[\w-]*[Bb]ürgermeisterei|Landr(?:at|ätin)|Kämmer(?:er|in|ei)"
    r"|[\w-]*[Dd]ezernent(?:in)?|Beigeordnete[rn]?|[\w-]*[Vv]orstand|[\w-]*[Gg]eschäftsführ(?:ung|er|erin)|[\w-]*[Ll]eitung"
    r"|[\w-]*[Ww]erke|[\w-]*[Kk]anzlei)(?:e?s)?$"
)
"""A word that names who carries out: "Stadtverwaltung", "Gartenbauamt", "Sozialreferat", "Oberbürgermeisterin"."""

AUTHORITY = (
    r"^(?:[\w-]*[Rr]egierung|[\w-]*[Mm]inisterium|[\w-]*[Pp]räsidium|[\w-]*[Bb]ehörden?|[\w-]*[Ff]raktion(?:en)?"
    r"|[\w-]*[Gg]esellschaft(?:en)?|(?:Land)?[Kk]reis|[\w-]*[Vv]erband)(?:e?s)?$"
)
"""A word that names somebody else who may be asked: "Landesregierung", "Regierungspräsidium", "Wohnungsbaugesellschaft"."""

NAMES: dict[str, tuple[str, ...]] = {
    "BODY": ("BVV", "Gremium", "Kollegium"),
    "ADMINISTRATION": ("Magistrat", "Stadt", "Gemeinde", "Bezirk", "Stadtspitze", "Hauptverwaltung"),
    "AUTHORITY": ("Land", "Bund", "Freistaat", "Kanton", "Deutsche Bahn", "Bundesrepublik", "Freie und Hansestadt Hamburg"),
}
ORDINALS = (
    "Erste",
    "Ersten",
    "Erster",
    "Technische",
    "Technischen",
    "Technischer",
    "Beschließende",
    "Beschließenden",
    "Ständige",
    "Ständigen",
)
_FIELD: tuple[dict[str, Any], ...] = ({"LOWER": "für"}, {"IS_TITLE": True})
_MORE: tuple[dict[str, Any], ...] = ({"LOWER": {"IN": ["und", ","]}}, {"IS_TITLE": True})


def actor_patterns() -> list[dict[str, Any]]:
    """The patterns of the entity ruler: names as strings, compounds by their ends, heads with their fields."""
    patterns: list[dict[str, Any]] = [{"label": label, "pattern": name} for label, names in NAMES.items() for name in names]
    for label, ending in (("BODY", BODY), ("ADMINISTRATION", ADMINISTRATION), ("AUTHORITY", AUTHORITY)):
        head: dict[str, Any] = {"TEXT": {"REGEX": ending}, "IS_LOWER": False}
        patterns += [{"label": label, "pattern": [head, *field]} for field in ((), _FIELD, (*_FIELD, *_MORE), (*_FIELD, *_MORE, *_MORE))]
        patterns.append({"label": label, "pattern": [{"TEXT": {"IN": list(ORDINALS)}}, head]})
    return patterns
