"""What reports on resolutions are called: documents, lists inside them, and items of an agenda.

"Bericht über die Ausführung der Beschlüsse"                     a document (Bavaria, Hesse, Saxony-Anhalt)
"Liste der offenen Beschlüsse und Prüfaufträge"                  the same, by what is still open (Hesse)
"Stand der überwiesenen Motionen und Postulate"                  Switzerland
"Integrationskonzept - Zweiter Umsetzungsbericht"                the measures of a plan
"TOP 4 Bericht der Ortsvorsteherin zum Stand der Anträge"        an item of minutes
"""

from __future__ import annotations

import re

from extractors.text.search import places_of

RESOLUTION = (
    r"(?:[\w-]*[Bb]eschl(?:uss(?:es)?|üssen?)|[Ee]rsuchens?|(?:Pr[üu]f|Arbeits|[\w-]{0,20}[Rr]ats|Verwaltungs)?[Aa]uftr(?:ag(?:e?s)?|ägen?)"
    r"|(?:[\w-]*[Ff]raktions|Haushalts|(?:Haushalts)?[Bb]egleit|Bürger|Rats|Sach)?[Aa]ntr(?:ag(?:e?s)?|ägen?)"
    r"|Motion(?:en)?|Postulat(?:e?s|en?)?|[Vv]orst(?:oss(?:es)?|össen?)|Festlegungen)\b"
)
OUTCOME = (
    r"(?:Umsetzung(?:sstand(?:e?s)?)?|Ausführung|Durchführung|Realisierung|Abarbeitung|Verwirklichung|Vollzug|Erfüllung|Erledigung(?:sstand)?"
    r"|(?:Sach|Zwischen|Bearbeitungs|Abarbeitungs|Erfüllungs|Realisierungs)?[Ss]tand)"
)
LINK = r"(?:(?:de[rs]|von|zum|zur|zu|über)[ ](?:[\w-]+[ ]){0,6}?)?"
OPEN = r"(?:offenen?|unerledigten?|laufenden?|überwiesenen?|pendenten?|hängigen?|erledigten?|abgeschlossenen?)"
KEPT = (
    r"(?:kontroll(?:e|liste|bericht)|controlling(?:liste|bericht)?|(?:nach)?verfolgung(?:sliste|sbericht)?|überwachung(?:sliste)?"
    r"|monitoring|umsetzungsbericht)"
)
LABEL = (
    r"(?:(?:Betreff|Betr\.|Betrifft|Thema|Gegenstand|Titel|Bezeichnung|hier)[ ]?:[ ]"
    r"|[\w-]*(?:[Vv]orlage|[Dd]rucksache)[ ][^\n:]{2,30}?[ ][-–:][ ])?"
)
LEAD = (
    r"(?:Information|Unterrichtung|Mitteilung|Kontrolle|Überwachung|Controlling|Berichterstattung|Übersicht|Liste|Aufstellung|Zusammenstellung|Auflistung|(?:Sach|Zwischen)stand"
    r"|(?:Sachstands|Zwischen|Abschluss|Schluss|Jahres|Halbjahres|Quartals|Kontroll)?[Bb]ericht)"
)

LIST_TITLE_WITHIN, FIRST_LINES = 600, 1200  # characters

# A document's title, at the start of a line.
REPORT_TITLE_LINE = re.compile(
    rf"""[ *\#]{{0,3}}{LABEL}
        (?: {LEAD}[ ](?=[^\n]{{0,150}}\b(?:{OUTCOME}|{OPEN})\b)[^\n:]{{0,90}}?
            (?:\b{OUTCOME}[ ]{LINK}|\b{OPEN}[ ](?:[\w,-]+[ ]){{0,4}}?){RESOLUTION}
          | (?:(?:Stand|Status)[ ]der[ ])?{OUTCOME}[ ]{LINK}{RESOLUTION}
          | (?![^\n]{{0,120}}\b(?:wird|werden|sind|ist|hat|haben|wurden?)\b)(?=[A-ZÄÖÜ])[^\n.]{{0,40}}?
            \b(?i:{OPEN}|umgesetzten?)[ ](?:[\w,-]+[ ]){{0,3}}?{RESOLUTION}(?=[ ,:(]|$)
          | {OUTCOME}[ ]{LINK}[\w-]*[Mm]aßnahmen(?:pakete?s?|plane?s?|kataloge?s?|programme?s?)?\b
          | (?:[\w-]+[ ]){{0,2}}{RESOLUTION}[ ]?[-–,:(][ ]?(?:Übersicht|Liste|Sachstand|Stand|Status|Umsetzungsstand|Erledigung)\b
          | (?:Vollzugs|Erledigungs|Umsetzungs)bericht\b | Evidenz(?:liste)?[ ]
          | (?:Umsetzungsstand|Stand[ ]der[ ]Umsetzung)[ ](?:de[rs][ ])?(?:[\w-]+[ ]){{0,2}}?
            [\w-]*(?:konzept|plan|programm|strategie)(?:e?s)?\b
          | Beschluss(?:vollzug|umsetzung|ausführung)s?(?:bericht)?\b
          | (?:[\w-]*[Bb]eschluss|Antrags?|Auftrags?|Protokoll|Vollzugs|Umsetzungs|Erledigungs|Festlegungs)
            (?:vollzugs|umsetzungs|ausführungs|erledigungs)?-?{KEPT}\b
          | Pendenzen(?:liste|kontrolle)?\b | Sachstands(?:mitteilung|liste|übersicht)\b[^\n]{{0,40}}\b{RESOLUTION}
          | (?:Beantwortung|Erledigung|Abarbeitung|Übersicht|Liste)[ ](?:der[ ])?{OPEN}[rn]?[ ](?:Punkte|Aufträge|Fragen)\b
          | [\w-]*(?:konzept|plan|programm|katalog|strategie)\b[^\n]{{0,40}}
            \b(?:Umsetzungs(?:bericht|stand)|Stand[ ]der[ ]Umsetzung|Monitoringbericht) )""",
    re.VERBOSE,
)
# Of these every such title holds one.
TITLE_CUES = (
    "tand", "msetzung", "usführung", "urchführung", "ealisierung", "barbeitung", "erwirklichung", "ollzug", "rledig", "fene", "aufende",
    "berwiesen", "endent", "ängige", "bgeschlossene", "ontroll", "erfolgung", "berwachung", "onitoring", "endenzen", "videnz", "bersicht",
    "Liste", "Status", "rfüllung",
)  # fmt: skip


# What lists are called where they are not letters of control.
LIST_TITLE = re.compile(
    rf"""(?m)^[ *\#]{{0,3}}{LABEL}
        (?: (?:(?:Stand[ ]der[ ])?Umsetzung(?:sstand)?|Stand[ ]der[ ](?:Abarbeitung|Erledigung|Ausführung))
                          [ ](?:von|der|des|zum?)[ ](?:\w+[ ]){{0,3}}
                          (?:(?:[\w-]*[Bb]eschlüsse|Anträge|Maßnahmen)n?|(?:Rats)?[Bb]eschluss(?:es)?)\b
                        | Sachstandsbericht\b | (?:Offene|Unerledigte|Laufende)[ ](?:Beschlüsse|Anträge|Aufträge)\b
                        | (?:Beschluss|Erledigungs|Pendenzen|Umsetzungs|Auftrags)liste\b | Pendenzen\b | Statusbericht\b
                        | Status(?:[ ]|übersicht[ ])(?:der|unserer|zu)[ ]\w* )""",
    re.VERBOSE,
)

# The title of an item of an agenda that reports, anywhere in it.
REPORT_TITLE = re.compile(
    rf"""(?:\bStatus|\b(?:Sach|Umsetzungs|Bearbeitungs)?[Ss]tand|\bUmsetzung|\bErledigung|\bAusführung|\bDurchführung|\bVollzug)\b
         [^\n]{{0,70}}\b{RESOLUTION}
      | \bBerichte?\b[^\n]{{0,60}}\bzu[ ](?:den[ ])?(?:Anträgen|Beschlüssen|Aufträgen)\b
      | \b{OPEN}[rn]?[ ](?:Antr|Beschl|Auftr|Punkte)
      | \b(?:[Oo]ffene|[Uu]nerledigte|[Ee]rledigte|[Aa]bgeschlossene|[Ll]aufende)[rn]?[ ](?:Antr|Beschl|Auftr|Punkte)
      | \bBeschluss(?:vollzugs|umsetzungs)?(?:kontrolle|verfolgung|controlling|überwachung|nachverfolgung)
      | \bPendenzen | \bProtokollkontrolle\b""",
    re.VERBOSE,
)
# An item that tells more than what became of resolutions: there the sentence itself must speak of one (Saxony-Anhalt, Brandenburg).
MIXED_TITLE = re.compile(r"\b(?:wichtige|Gemeindeangelegenheiten|Eilentscheidungen|Mitteilungen|Informationen|Bekanntgaben?|aktuelle)\b")
NEWS_TITLE = re.compile(r"\b(?:Mitteilungen|Informationen|Bekanntgaben?|Berichte?|Bericht[ ]de[rs]|Sachstände?)\b")

# A sentence that opens a list: "Der Bürgermeister berichtet über die Umsetzung der in der letzten Sitzung gefassten Beschlüsse:"
INTRODUCES = re.compile(
    rf"\b(?:berichtet|informiert|teilt|gibt)\b[^\n:]{{0,60}}\b{OUTCOME}\b[^\n:]{{0,60}}\b{RESOLUTION}[^\n:]{{0,60}}:[ ]*\n"
)

# Berlin's papers for notice are such by their subtitle and by how they begin: "… Schlussbericht / In Erledigung des … Ersuchens …".
FINAL_REPORT = re.compile(r"\b(?:Schluss|Zwischen|Abschluss)bericht\b")
IN_SETTLEMENT = re.compile(r"\b[Ii]n Erledigung (?:de[rs]|von)\b")
# A paper for notice that recalls a resolution: it reports on it, in sentences whose subject it is.
FOR_NOTICE = re.compile(
    r"(?m)^[ *#]{0,3}(?:Vorlage[ -]zur[ -]Kenntnis(?:nahme|gabe)?\b"
    r"|(?:Mitteilungs|Informations|Berichts|Kenntnisnahme)(?:vorlage|drucksache)\b"
    r"|[Zz]um[ ](?:o\.[ ]?g\.[ ])?(?:[\w-]+[ ])?[\w-]{0,20}[Bb]eschluss\b[^\n]{3,160}?"
    r"\b(?:teil(?:t|en)|bericht(?:et|en)|möchte|informier(?:t|en))\b"
    r"|Mitteilung(?:en)?\b|Informationsvorlage\b|Information\b|Unterrichtung\b|Bericht\b|Sachstandsbericht\b|Zwischenbericht\b)"
)
RECALLS_RESOLUTION = re.compile(
    r"\b(?:hat|haben|hatte|wurde)\b(?:[^.]|(?<=\d)\.|(?<=\b[^\W\d])\.){0,200}\b(?:beschlossen|beauftragt|ersucht|gebeten|angenommen|gefasst)\b"
    r"|\bbeauftragte\b|\bbeschloss\b"
    r"|\b(?:mit|laut|gemäß|zum)[ \n](?:dem[ \n])?(?:[\w-]+[ \n])?[\w-]*[Bb]eschluss\b|\bErsuchens?\b"
)
# What proposes, asks or moves reports nothing itself; a report may propose that it be noted.
PROPOSES = re.compile(
    r"(?m)^[ *#]{0,3}(?:(?:Beschluss(?:vorschlag|entwurf|antrag|empfehlung)|Antrag) ?:"
    r"(?![^:]{0,220}?\b(?:zur Kenntnis|Kenntnis(?:nahme)?\b))|(?:[\w-]{0,20}a|A)n(?:trag|frage) (?:de[rs]|von)\b)"
)


def report_title(text: str) -> re.Match[str] | None:
    """The first line of a document's beginning that calls it a report on resolutions."""
    lines = sorted({text.rfind("\n", 0, place) + 1 for place in places_of(TITLE_CUES, text, 0, FIRST_LINES)})
    return next((title for line in lines if (title := REPORT_TITLE_LINE.match(text, line, FIRST_LINES))), None)
