"""Lead sentences: "Der Gemeinderat beschließt:" only opens a list, "…, folgende Maßnahmen ergänzt:" says something itself.

Der Rat beschließt nach Vorberatung im Bauausschuss        opens only
Die Verwaltung wird beauftragt,                            opens only
Der Rat stimmt dem Vertrag mit folgenden Eckwerten zu:     has content of its own
"""

from __future__ import annotations

import re

from extractors.text.german.phrases import ASKS, BODY, DECIDES, INSTRUCTED

_PREPOSITION = (
    r"(?:nach|ohne|für|im|in|auf|gemäß|aufgrund|auf Grund|entsprechend|unter|vorbehaltlich|mit|zum|zur|am|vom|von|durch|bei|laut"
    r"|gegenüber|gemeinsam|zusammen|beim|gegen|hinsichtlich|bezüglich|unbeschadet|wegen|ab|bis)"
)
_STOPS = r"(?:die|das|den|dem|einen|eine|ein|folgende[nrsm]?|nachfolgende[nrsm]?|zu|auf)\b"
OPENS = re.compile(
    rf"""^[„"]?(?:
        (?:[^\s.:;]+\s){{0,14}}?(?P<verb>{DECIDES}|bittet|ersucht|fordert|spricht|regt|möge|wolle|sollen?|gebeten|{INSTRUCTED})\b
      | (?P<formula>
            # Der Kreistag hat beschlossen:   Die Gemeindeversammlung vom 3. April 2030 hat folgende Beschlüsse gefasst:
            (?:(?:[^\s.:;]+|\d{{1,2}}\.)\s){{0,8}}?(?:hat|haben|habe)\b.{{0,200}}?\b(?:beschlossen|gefasst)[ ]?[:,]$
          | (?:Es[ ](?:wird|ist|werden)|(?:Der[ ])?(?:[Ff]olgende[rsn]?)[ ](?:Beschluss|Antrag|Beschlüsse)[ ](?:wird|werden|soll))
            .{{0,250}}?(?:beschlossen|gefasst|gestellt|vorgeschlagen|empfohlen)\b                       # Folgender Beschluss wird gefasst
          # Beschließt mit 18 Ja-Stimmen (ABC) gegen 6 Nein-Stimmen:
          | (?:[Bb]eschlie(?:ß|ss)t|BESCHLIE(?:ß|SS)T)
            (?:[ ](?:einstimmig|mehrheitlich)|[ ](?:mit|bei)[ ](?:\d|allen|einer).{{0,200}})?[ ]?:$
          # Nach kurzer Aussprache ergeht folgender einstimmiger Beschluss:
          | (?:[^\s.:;]+\s){{1,10}}?(?:ergeht|erging)\s(?:[a-zäöü]+\s){{0,3}}folgende[rs]?\s(?:[a-zäöü]+\s)?Beschl(?:uss|uß|üsse)[ ]?:$
          # Die Verwaltung schlägt vor,
          | (?:[^\s.:;]+\s){{1,8}}?schl(?:agen|ägt)\s(?:[^\s.:;]+\s){{0,12}}?vor(?:,\sfolgenden\sBeschluss\szu\sfassen)?[ ]?[:,]$
        )
    )""",
    re.VERBOSE | re.DOTALL,
)
DECIDED = re.compile(r"beschlossen|genehmigt|gebilligt|bestätigt|erlassen")
AUXILIARY = re.compile(r"\b(?:wird|werden)\b")
DATIVE = re.compile(r"stimm")
FILLERS = re.compile(
    r"""
      [-–][^-–]{3,200}[-–](?=\s|$)|\([^)]*\)                                                      # – nach Vorberatung im Hauptausschuss –
    | \b(?:die\s)?(?:nach|im\s)?(?:[Ff]olgend|[Nn]achstehend)(?:e[nrsm]?|es)?(?:\s(?:einstimmig|mehrheitlich)en?)?(?:\s(?:Punkte
            |Maßnahmen?|(?:Grundsatz)?[Bb]eschl(?:uss|üsse|ussfassung)|Resolution|Aufgaben|Fragen
            |Antr(?:ag|äge)|Schritte|Regelungen|Empfehlungen?))?\b
    | \bden\sGrundsatzbeschluss$|^und\s(?:bestellt|beruft|ernennt|beschlie(?:ß|ss)t)$
    # in seiner öffentlichen Sitzung am 3.4.2030
    | \bin\s(?:seiner|ihrer|der)\s(?:\w+\s){0,3}Sitzung(?:\s(?:am|vom)\s\d[\d.]*(?:\s[A-ZÄÖÜ]\w+)?(?:\s\d{4})?)?
    | \b(?:mit|bei|gegen)?\s*\d+\s?(?::|zu|/|gegen)\s?\d+(?:\s?Stimmen?)?\b                            # mit 14 : 3 Stimmen
    # mit 21 Ja-, 19 Neinstimmen und 4 Enthaltungen
    # bei 3 Gegenstimmen der ABC-Fraktion und einer Enthaltung
    | \b(?:(?:mit|bei|und|gegen|sowie)[ ])?(?:\d+|einer|zwei|drei)[ ](?:(?:Ja|Nein|Gegen|Pro|Contra)-?(?:[ ]?[Ss]timmen?)?|Stimmen?
            |(?:Stimme?n?)?[Ee]nthaltung(?:en)?)(?![a-zäöü])(?:[ ](?:der|des|von)[ ][A-ZÄÖÜ][\w/-]*)?
    | ^(?:der|die|das)\s[\w-]*(?:[Rr]at|[Aa]usschuss|[Vv]ersammlung|[Vv]ertretung|[Bb]eirat|[Tt]ag|[Bb]ürgerschaft)\b
    | \bwie[ ]folgt\b|\b[Ff]olgendes\b|\b(?:und[ ])?zu[ ](?:beschließen|prüfen|veranlassen|fassen|empfehlen|berichten|klären)\b
    | \bbeschließen\b|\bs[ei]ine[nr]?\b
    | \b(?:der|die|das)\s[\w-]*(?:[Rr]at|[Aa]usschuss|[Vv]ersammlung|[Vv]ertretung|[Bb]eirat|[Tt]ag|[Bb]ürgerschaft)\b$
    | \b(?:einstimmig|mehrheitlich|hiermit|sodann|nunmehr|daraufhin|daher|somit|ferner|weiterhin|außerdem|zudem|gleichzeitig
            |grundsätzlich|sich|dass|ob
            |inwieweit|ebenfalls|ergänzend|heute|dementsprechend)\b
    """,
    re.VERBOSE,
)
ADDRESSEE = re.compile(
    r"^,?\s*(?:(?:die|den|das|der|dem|alle|ihre[nr]?)\s)(?:[a-zäöü]\w*\s){0,2}[A-ZÄÖÜ][\w/-]*(?:\s(?:GmbH|AG|KG|mbH|\([^)]{1,30}\)"
    r"|(?:der|des)\s[A-ZÄÖÜ][\w-]*|und\s(?:die|den|das)\s[A-ZÄÖÜ][\w-]*))*"
)
PHRASE = re.compile(
    rf"^,?\s*{_PREPOSITION}\b(?:\s(?:die|das|den|dem|der|einen|eine|einem|einer)\b)?(?:\s{_PREPOSITION}\s(?:die|das|den|dem|der)\b"
    rf"|\s(?!{_STOPS})[^\s,:–]+)*"
)
PHRASE_BEFORE_DATIVE = re.compile(
    rf"^,?\s*{_PREPOSITION}\b(?:\s(?:die|das|den|dem|der|einem|einer)\b)?(?:\s{_PREPOSITION}\s(?:die|das|den|dem|der)\b"
    rf"|\s(?!{_STOPS}|der\b)[^\s,:–]+)*"
)
LEFT_OVER = re.compile(r"\b[^\W\d_]{3,}\b")
CONJUNCTION = re.compile(r"(?:\bund|\bsowie|[-–])\s*$")
REFERS_ON = re.compile(r"(?::|\bund|\bsowie|,|[-–])\s*$|\b(?:[Nn]ach)?[Ff]olgend|\bwie folgt\b|\bunter [a-z1]\)")


def opens_only(words: str) -> bool:
    """Whether a sentence does nothing but open the list behind it."""
    words = " ".join(words.split())
    if SUBJECT.fullmatch(words) or ASKED_LAST.fullmatch(words):
        return True
    match = OPENS.match(words)
    if match is None or len(words) > 600 or words.endswith("."):
        return False
    if match["formula"]:
        return True
    if DECIDED.fullmatch(match["verb"]) and AUXILIARY.search(words, 0, match.start("verb")):
        return False  # "Das Konzept wird mit folgenden Teilen beschlossen:" says something itself
    if CONJUNCTION.search(words) and not words.endswith(":"):
        return True
    rest = FILLERS.sub(" ", words[match.end() :].strip(" ,:–-")).strip(" ,:–-")
    return not LEFT_OVER.search(_without_phrases(rest, match["verb"]))


def points_on(words: str) -> bool:
    """Whether a sentence announces what comes behind it: ends with a colon, says "folgende", "unter a) bis g)"."""
    words = words.rstrip()
    return words[-1:] not in ".!?" or REFERS_ON.search(words[-400:]) is not None


def _without_phrases(rest: str, verb: str) -> str:
    """What is left when the one addressed and the circumstances are taken away from the front, again and again."""
    phrase = PHRASE_BEFORE_DATIVE if DATIVE.match(verb) else PHRASE
    if not DATIVE.match(verb) and re.match(r"beauftrag|ermächtig|bittet|ersucht|fordert|empfiehlt|weist", verb):
        rest = ADDRESSEE.sub("", rest, count=1)
        rest = re.sub(r"\bauf$", "", rest.strip(" ,:"))
    while rest:
        shorter = phrase.sub("", rest.strip(" ,:–-"), count=1)
        if shorter == rest:
            break
        rest = shorter
    return rest


# "Der Stadtrat ⏎ - begrüßt …": the verbs stand in the points.
SUBJECT = re.compile(rf"D(?:er|ie|as)[ ]{BODY}(?:[ ](?:der|des)[ ](?:[A-ZÄÖÜ][\w-]*[ ]?){{1,3}})?[ ]?[:,–-]?")
# "2. die Verwaltung zu beauftragen," before 2.1, 2.2
ASKED_LAST = re.compile(
    rf"(?:D(?:er|ie|as)[ ]{BODY}[ ]beschlie(?:ß|ss)t,?[ ])?(?:[Dd]ie|[Dd]en|[Dd]as)(?:[ ][^\s.;:,]{{1,40}}){{1,8}}?[ ]{ASKS}[ ]?[:,–-]?"
)
