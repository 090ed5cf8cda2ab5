"""Where a document reports on what became of a resolution: everywhere else "umgesetzt" is only talk.

"Beschlusskontrolle zu V1234/19 … Zu Beschlusspunkt 2 …"       a letter of control, point by point
"Umsetzungsstand: laufend"                                     a field of a list of measures
"TOP 1: Status unserer Anträge"                                an item of an advisory board's agenda
"… beantragte der Beirat … Derzeit befindet sich dies …"       a paragraph that recalls a motion
"""

from __future__ import annotations

import re

# Forms: "Zu Beschlusspunkt 2", "Zu Punkt 1.2:", "zu Ziffer 3 a)", "zu 1. Die …", "Zu den Beschlusspunkten 1 und 2", "Beschlusspunkt 5:"
POINT_HEAD = re.compile(
    r"""(?m)^[ *]{0,3}(?:\d{1,2}\.[ ](?=Beschlusspunkt))?
                     (?:[Zz]u[ ](?:den[ ]|Nr\.[ ])?(?:(?:Beschluss)?[Pp]unkte?n?|(?:Beschluss)?[Zz]iffern?|Ziff\.|Pkt\.)?
                      | Beschlusspunkte?|Beschlussziffern?
                      | (?:Punkt|Ziffer|BP)(?=[ ]\d[^\n:]{0,6}:|[ ]\d{1,2}(?:[ ][-–][ ]|\.\d?[ ])[^\n]{3,90}$
                                           |[ ]\d{1,2}[ ]\([^()\n]{3,90}\):))[ ]?
        (?P<points>\d{1,2}(?:\.\d{1,2})*(?:[ ]?[a-h]\b)?(?:(?:,|[ ]und|[ ]bis|[ ]?[-–])[ ]?\d{1,2}(?:\.\d{1,2})*)*)
        (?:[.)]|[ ]des[ ]Beschlusses)*(?:[ ]\([^()\n]{3,90}\)(?=:|$))?[ ]*
        (?::|[-–](?=[ ])|(?=$)
          |(?<=\d[ ])(?=(?:D(?:er|ie|as)|Es|Eine?)[ ])|(?<=[.)][ ])(?=erledigt|umgesetzt|abgeschlossen|teilweise|noch|nicht)
          |(?<=[.)][ ])(?=[A-ZÄÖÜ][a-zäöüß])(?!Jan|Feb|Mär|Apr|Mai|Ju[nl]i|Aug|Sept|Okt|Nov|Dez|Quartal|Halbjahr|Advent))""",
    re.VERBOSE,
)
REPORT_ENDS = re.compile(
    r"(?m)^(?:[Nn]ächste[rn]? (?:Beschlusskontrolle|Berichterstattung|Bericht|Zwischenbericht)|Mit freundlichen Grüßen|Anlagen?\b ?:?)"
)
NEXT_REPORT = re.compile(
    r"[Nn]ächste[rn]?[ \n](?:Beschluss(?:vollzugs)?kontrolle|Berichterstattung|(?:Zwischen|Sachstands)?[Bb]ericht|Kontrolle)\b"
    r"[^\n]{0,30}?[ ]?[:\n]?[ ]?"
    r"|\bWiedervorlage(?:termin)?[ ]?:[ ]?(?=\d)"
    # Die Beschlusskontrolle wird zum 31. Dezember 2031 fortgeführt (Magdeburg)
    r"|\b(?:Beschlusskontrolle|Berichterstattung)[ \n]wird[ \n](?:zum|am|bis[ \n]zum)[ \n](?=[^\n]{6,24}[ \n](?:fortge|erneut|wieder))"
)
AS_OF = re.compile(r"(?m)(?:^|[ (])(?:Stand|Berichtsstand|Berichtsstichtag|Stichtag)[ ]?:?[ ](?:vom[ ])?(?=[0-3]?\d\.)")
DATED = re.compile(r"\bDatum[ ]?:?[ ](?=[0-3]?[ ]?\d\.)")  # at the right edge of a letter's head, beside the office

FIELD = re.compile(
    r"""(?: Umsetzungs(?:stand|status|grad|vermerk) | (?:Bearbeitungs|Realisierungs|Vollzugs|Erfüllungs|Ausführungs)
          (?:stand|status) | Erledigungs(?:stand|vermerk|status)
          | [Ss]tand[ ]der[ ](?:Umsetzung|Bearbeitung|Realisierung|Erledigung|Arbeiten|Abarbeitung|Ausführung)
          | (?P<strict>\bStatus|Sachstand|\bStand|\b(?:Umsetzung|Erledigung|Realisierung|Erledigt|Umgesetzt|Fortschritt)) )
        (?:[ ]\(?(?:\d{1,2}[./][ ]?){0,2}(?:20)?\d\d\)?(?=[ ]?:))?            # "Sachstand 01/2024:", "Sachstand (31.03.24):"
        (?:[ ]?:[ \n]{0,2}|(?P<open>[ \n]?))""",
    re.VERBOSE,
)

# A resolution quoted, point by point, and the report that answers to it.
QUOTED = re.compile(
    r"(?m)\b(?:[Bb]eschlossen|[Bb]eauftragt|[Bb]eschluss|[Bb]eschlie(?:ß|ss)t|[Bb]eschluss(?:text|wortlaut))\b"
    r"[^\n]{0,60}[:,]?\n{1,3}(?:\d{1,2}|[a-h])[.)] "
)
REPLY = re.compile(
    r"(?m)^(?:[^\n]{0,120}?\b(?:mitgeteilt|berichtet|informiert|Folgendes|wie folgt|teil(?:t|en|e)[^\n]{0,60}mit)\b[^\n]{0,40}"
    r"|(?:Bericht|(?:Aktueller )?(?:Sachs|S|Umsetzungss)tand|Stand der Umsetzung|Umsetzung|Stellungnahme(?: der Verwaltung)?"
    r"|Zwischenbericht)[ ]?):[ ]*$"
)
RECALLED = re.compile(r"\b(?:beantragte|beantragt\b|beschloss\b|Antrag[ \n](?:vom|aus)|Beschluss[ \n](?:vom|aus))")
RECALLING = re.compile(
    r"(?:Derzeit|Aktuell|Inzwischen|Mittlerweile|Zwischenzeitlich|Zurzeit|Bislang)\b[^.]{0,40}"
    r"\b(?:dies|er|sie|der[ \n]Antrag|der[ \n]Beschluss|die[ \n]Maßnahme)\b"
    r"|(?:Dies|Der[ \n]Antrag|Der[ \n]Beschluss|Die[ \n]Maßnahme)[ \n](?:ist|wurde|befindet)\b"
)

LABEL = re.compile(r"[A-ZÄÖÜ][\w ]{2,40}:\s")  # "Sachstand:" before the first sentence

BELOW_TITLE = re.compile(r"[^\n]{0,90}\n{1,2}")  # "Punkt 1 - Brunnen am Markt", then the status in the next line

# Spoken words, and what minutes report of them: "Frau Muster berichtet, dass die Hecke im Herbst angelegt wird".
SPOKEN = re.compile(r"\b(?:[Ii]ch|[Ww]ir|Sie|uns|mich|Ihnen|unser\w*)\b")
REPORTED = re.compile(r"\b(?:berichtet|informiert|erläutert|teilt[^.]{0,80}\bmit|gibt[^.]{0,40}\bbekannt)\b")
REPORTING = re.compile(r"\b(?:berichtet|informiert|teilt)[^.:\n]{0,60}:")  # and what follows in the paragraph is told, too
OF_RESOLUTION = re.compile(
    r"(?:Der|Dieser|Mit|Dem)[ \n](?:\w+[ \n])?(?:Beschluss|(?:Prüf)?[Aa]uftrag(?![ \n](?:für|an)\b)|Antrag|Ersuchen|Anliegen)\b"
    r"|Die(?:se)?[ \n](?:Umsetzung|Beschlüsse|Maßnahmen?[ \n](?:ist|sind|wurden?|w[iu]rd|werden|befinde|konnten?|kann|können|ruh))"
    r"|Das[ \n](?:Ersuchen|Anliegen|Postulat)\b|Die[ \n](?:Festlegung|Anregung|Motion)\b"
    r"|(?:Damit|Somit|Hiermit)[ \n](?:ist|sind|wurden?|gelten|gilt)[ \n]"
    r"(?:der|die|das|dem)[ \n](?:[\w-]+[ \n])?(?:Beschluss|Beschlüsse|Auftrag|Antrag|Ersuchen|Maßnahme|Anliegen|Motion|Postulat)\b"
    r"|(?:Wir|Ich|Es|Das[ \n]\w+)[ \n](?:bitte[nt]?|wird)\b[^.]{0,80}\b(?:Beschluss|Drucksache|Antrag|Ersuchen)\b"
)


# "Die Punkte 1 und 2 sind umgesetzt, Punkt 3 befindet sich in Arbeit", "Maßnahme 12 - begonnen": several points in one paragraph
MENTION = re.compile(
    r"""\b(?:(?:Beschluss)?(?:[Pp]unkte?n?|[Zz]iffern?)|Beschlusspunkte?s|Maßnahmen?)[ ]
        (?P<points>\d{1,2}(?:\.\d{1,2})?(?:(?:,|[ ]und|[ ]sowie|[ ]bis|[ ]?[-–])[ ]?\d{1,2}(?![\d.]\d))*)(?![\d%])""",
    re.VERBOSE,
)

# "Die Umsetzung des Beschlusspunktes 3 steht noch aus": the point that a sentence speaks of
OF_POINT = re.compile(
    r"(?:(?:Der|Zum|Zu|Die (?:Umsetzung|Erledigung|Erfüllung) (?:des|von)) )?Beschlusspunkt(?:e?s)? (?P<point>\d{1,2}(?:\.\d{1,2})?)\b"
    r"(?! ?(?:und|bis|sowie|,|[-–/]) ?\d)"
)

# "Umgesetzt sind die Punkte …", "In Arbeit ist Punkt 3": the status stands first
VERBLESS = re.compile(r"(?:\w+[ ]){1,4}?(?:ist|sind|wurden?|befinde[tn][ ]sich)[ ](?:die|der|das)?[ ]?$")


def paths_of(printed: str) -> list[str]:
    """The paths of the points that a heading names.

    >>> paths_of("1 und 2"), paths_of("3 bis 5"), paths_of("2 a")
    (['1', '2'], ['3', '4', '5'], ['2.a'])
    """
    span = re.fullmatch(r"(\d{1,2}) ?(?:bis|[-–]) ?(\d{1,2})", printed)
    if span and int(span[1]) < int(span[2]) <= int(span[1]) + 20:
        return [str(number) for number in range(int(span[1]), int(span[2]) + 1)]
    return [re.sub(r"(?<=\d) ?([a-h])$", r".\1", part.strip()) for part in re.split(r",|\bund\b|\bbis\b|[-–]", printed) if part.strip()]
