"""What was voted on, read from the words before a result: "Ziffern 2 - 6:", "Änderungsantrag der CDU-Fraktion", "zu a)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Words that open a subject of its own, at the start of what stands before a result.
_NOUN = (
    r"(?:TOP|Tagesordnungspunkte?n?|Punkte?n?|Pkte?n?\.?|Ziff(?:ern?|\.)|Nrn?[.:]?|Nummern?|Abs(?:atz|ätze|\.)|§|Spiegelstriche?"
    r"|Buchst(?:aben?|\.)|Listen?|Teil|Block"
    r"|Alternativen?|Varianten?|Beratungsergebnis\s\d|Abstimmung\s\d|\d\.\sWahlgang|Wahlgang|Anfragen?|Projekte?|Maßnahmen?|Frage"
    r"|(?:[\w-]+(?:er|en|e)\s)?(?:\w+-)?\w{0,40}(?:[Aa]ntr[aä]ge?s?|[Vv]orlagen?|[Vv]orschl[aä]ge?|[Bb]eschl(?:uss|üsse|usses)"
    r"|[Ee]mpfehlung|Resolution|Motion|Postulat|[Nn]iederschrift|[Pp]rotokoll|[Tt]agesordnung|Rechnung|Budget|Wahl))(?!\w)"
)
SUBJECT = re.compile(
    rf"\W{{0,4}}(?:(?:[Zz]u|[Üü]ber|[Aa]uf|[Ff]ür)\ (?:de[nmr]\ |die\ |das\ )?)?(?:(?:De[rmn]|Die|Das)\ )?"
    rf"(?:{_NOUN}|(?<=[Zz]u\ )\d{{1,2}}(?:\.\d)?(?=[\s:,–-])|[a-h]\)|\d{{1,2}}[.)](?=\s|\d|[A-Za-z])"
    rf"|\d{{1,2}}(?:\.\d{{1,3}}){{1,3}}:?(?=\s|:))",
    re.VERBOSE,
)
AFTER_COMMA = re.compile(rf"(?:,|;|\bund\b|\bsowie\b)\s(?=(?:zu )?{_NOUN}\s?[\d:])")
MARKER = re.compile(r"(?<![\w(.-])(?:zu )?[a-h]\)(?=[\s-])|(?<=[A-Za-zäöüß)])\d{1,2}\.(?=\s?[A-Za-zÄÖÜ]|\s\d)")

LEAD = re.compile(
    r"^(?:[\s•*,;:./)–|☒☑-]|(?:[Gg]esetzliche )?(?:Mitgliederzahl|(?:An)?[Zz]ahl der (?:Mitglieder|Vertreter)"
    r"|Stimmberechtigte|Mitglieder|(?:[Aa]bgegebene|[Gg]ültige|[Uu]ngültige)(?= Stimm))[^\n:]{0,30}:\s?\d+(?:[,;\s]+davon)?"
    r"|(?:Abstimmungs|Beratungs)?[Ee]rgebnis(?:se)?(?: der Abstimmung)?\s?:"
    r"|Abstimmung(?:en)?(?:\s?:|(?=\s(?:zu|über)\s))|Abst\.(?:-?Erg\.)? ?:|Beschl(?:uss|uß|üsse)\s?:|Votum:)+"
)
PREPOSITION = re.compile(r"^(?:[Zz]u|[Üü]ber|[Aa]uf|[Ff]ür)\s(?:(?:de[nmr]|die|das)\s)?")
TRAIL = re.compile(
    r"(?:[\s:,(–/-]|(?<!\w)(?:[Bb]ei|[Mm]it|wird|wurden?|werden|ist|sind|war|waren|hat|haben|erfolgten?|erfolgt|de[rmn]|die|das"
    r"|und|entfallen|dieser?|diesem|somit|damit|mithin|demnach|folglich|sohin|also|von|durch|sowie|es|jeweils|alle))+$"
)
_ITEM = r"\d{1,3}(?!\d)(?:\.\d{1,3})*\.?\s?(?:[a-z](?![\w]))?\)?|[a-z]\)|[a-z](?!\w)"
POINT_LIST = re.compile(
    rf"(?:(?:Ziff(?:ern?|\.)|Punkte?n?|Pkte?n?\.?|Nrn?[.:]?|Nummern?|Spiegelstriche?|Abs(?:atz|ätze|\.)|Beratungsergebnis"
    rf"|Buchst(?:aben?|\.))\s?:?\s?|^)"
    rf"(?P<list>(?:{_ITEM})(?:\s?(?:,|und|u\.|\+|&|sowie|bis|-|–)\s?(?:{_ITEM}))*)(?![-/]\d)"
)
SYMBOLIC = re.compile(r"außer|übrige|ohne\b|restliche")
ITEM_LABEL = re.compile(
    r"^(?:TOP|Tagesordnungspunkt|Punkt(?=\s?\d+\.\d))\s?:?\s?(?P<n>(?:N?Ö\s?|N\s)?\d{1,3}(?:[.:]\d{1,3})*)"
    r"|^(?P<bare>\d{1,2}(?:\.\d{1,3}){1,2})(?=[\s:]|$)"
)

AMENDMENT = re.compile(
    r"(?i)(?:(?:ab)?änderungs|ergänzungs|zusatz|erweiterungs|alternativ|unter)-?(?:und \w+)?(?:antrag|anträge|vorschlag)|Änderungs- und"
)
# "Vorlage (geänderter Text aufgrund Änderungsantrag ABC)" is the vote on the paper
BECAUSE = re.compile(r"(?<!\w)(?:auf ?[Gg]rund|wegen|infolge|durch|gemäß|entsprechend|unter (?:Berücksichtigung|Einbeziehung))(?!\w)")
PROCEDURE = re.compile(
    r"(?i)geschäftsordnung|GO-Antrag|vertag|verweis|verwies|tagesordnung(?!spunkt)|niederschrift|protokoll|rederecht|(?:schluss"
    r"|ende) der (?:debatte|aussprache|beratung)"
    r"|geheime|dringlichkeit|sitzung\w* (?:verlängert|unterbrochen)|befangen|nichtbefassung|absetzung|getrennte abstimmung"
)
ELECTION = re.compile(r"(?i)wahlgang|\bwahl (?:de[rs]|von|zu)|gewählt|kandidat")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a vote was about, as printed, and the points and the agenda item that it names."""

    kind: str = "main"
    text: str | None = None
    points: tuple[str, ...] = ()
    item: str | None = None


def cleaned(prefix: str) -> str:
    """The subject in the words before a result: without heading, connectives and punctuation."""
    text = re.sub(r"\s+", " ", prefix).strip()
    text = LEAD.sub("", text)
    return TRAIL.sub("", text).strip()


GENERIC = re.compile(
    r"(?:(?:De[rmn]|Die|Das|Dieser?|Diesem) )?(?:Antrag|Vorlage|Vorschlag|Beschluss(?:vorschlag|vorlage|antrag|empfehlung|fassung)?"
    r"|Bauantrag|Abstimmung|Tagesordnungspunkt|Punkt|TOP|Motion|Postulat|Resolution|Empfehlung)?$"
)
# The item itself
ITSELF = re.compile(
    r"Beschluss(?: gefasst)?|Wahl|Anzahl(?: der)?|Die (?:Beschlussfassung|Abstimmung)"
    r"|(?:De[rmn]|Die|Das|Dieser?|Diesem) (?:Antrag|Vorlage|Vorschlag|Beschluss(?:vorschlag|vorlage|antrag)?)"
)
# How it was voted, and not what: "Bei Enthaltung der Fraktion ABC e. V. einstimmig"
CAST = re.compile(
    r"(?:[Bb]ei|[Mm]it|[Uu]nter|[Gg]egen) (?:de[nr] |die |\w{3,5} )?"
    r"(?:Stimm(?:e|en|enthaltung(?:en)?)|Enthaltung(?:en)?|Gegenstimmen?)(?!\w)"
)
# How it was decided, and not what: "ungeändert empfohlen, Ja: 11, Nein: 2"
MANNER = re.compile(r"(?i:(?:un|ab)?geändert|(?:un)?verändert|modifiziert|nicht|(?:mit|ohne) (?:Änderung|Ergänzung)(?:en)?)")
# Who outvoted whom: "ABC, SPD und FDP gegen LINKE" (Frankfurt)
_PARTY = (
    r"(?:\d{1,2} )?(?:CDU|CSU|SPD|FDP|AfD|(?:BÜNDNIS 90/DIE |DIE )?GRÜNEN?|(?:DIE |Die )?LINKEN?\.?|BFF(?:-BIG)?|ÖDP|BSW|Volt|FW|ELF"
    r"|FREIE WÄHLER|Die PARTEI|ÖkoLinX(?:-ARL)?|Piraten|[fF]raktionslos|dFfm|[A-ZÄÖÜ]{2,14})"
)
PARTIES = re.compile(rf"{_PARTY}(?:(?:, | und | sowie |, und ){_PARTY}){{1,12}}")
VERB = re.compile(r"\s(?:wird|wurden?|werden|ist|sind|soll|sollen|erfolgte?n?)(?!\w)")


def named_subject(prefix: str) -> str:
    """The subject in the words before a verdict in running text, where most words are none: "Der Änderungsantrag der ABC wird …"."""
    text = cleaned(VERB.split(cleaned(prefix))[0])
    if not SUBJECT.match(text) or GENERIC.match(text) or len(text) > 160:
        return ""
    return text


def subject_of(prefix: str, sentence: str) -> Subject:
    """Read a subject; `sentence` is the whole statement, where an election or a motion on procedure may be named later."""
    text = PREPOSITION.sub("", cleaned(prefix))
    text = "" if CAST.match(text) or PARTIES.fullmatch(text) or MANNER.fullmatch(text) else text
    if len(text) > 200:
        text = text[-200:].split(" ", 1)[-1]
    item = ITEM_LABEL.match(text)
    number = (item["n"] or item["bare"]) if item else None
    rest = text[item.end() :].strip(" :,;–-") if item else text
    rest = "" if ITSELF.fullmatch(rest) else rest
    points = points_of(rest)
    return Subject(_kind(rest, points, sentence), rest or None, points, number)


def _kind(text: str, points: tuple[str, ...], sentence: str) -> str:
    if AMENDMENT.search(BECAUSE.split(text, maxsplit=1)[0]):
        return "amendment"
    if PROCEDURE.search(text):
        return "procedure"
    if ELECTION.search(text) or ELECTION.search(sentence):
        return "election"
    if points or re.search(r"\b(?:Liste|Teil|Absatz|Ziffern?)\b", text):
        return "point"
    return "main"


def points_of(text: str) -> tuple[str, ...]:
    """The points named in a subject, ranges expanded.

    >>> points_of("Ziffern 2 - 4"), points_of("Punkte 2.3 und 4"), points_of("a)-c)"), points_of("alle Ziffern außer 6")
    (('2', '3', '4'), ('2.3', '4'), ('a', 'b', 'c'), ())
    """
    if SYMBOLIC.search(text):
        return ()
    found = POINT_LIST.search(text)
    if not found:
        return ()
    points: list[str] = []
    parts = re.split(r"\s?(,|und|u\.|\+|&|sowie|bis|-|–)\s?", found["list"])
    for at in range(0, len(parts), 2):
        path = _path(parts[at])
        if not path:
            continue
        if at and parts[at - 1] in ("bis", "-", "–") and points:
            points += _between(points[-1], path)
        elif at and path.isalpha() and points and points[-1][-1].isalpha() and "." in points[-1]:
            path = points[-1].rsplit(".", 1)[0] + "." + path
        points.append(path)
    return tuple(points)


def _path(label: str) -> str:
    number = re.match(r"\s*(\d{1,3}(?:\.\d{1,3})*)?\.?\s?([a-z])?", label)
    return ".".join(part for part in (number[1], number[2]) if part) if number else ""


def _between(first: str, last: str) -> list[str]:
    """The paths strictly between the ends of a range."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 100:
        return [str(number) for number in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(letter) for letter in range(ord(first) + 1, ord(last))]
    return []
