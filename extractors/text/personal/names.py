"""How a person's name is written, and who of those named holds an office."""

from __future__ import annotations

import re

from extractors.text.personal.given_names import GIVEN_NAMES

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
# No name begins like this: another office, a group, a city's own words, a word at the head of a clause.
NO_NAME = (
    r"(?!(?:Herrn?|Frau|Der|Die|Das|Den|Dem|Des|Er|Sie|Es|Ich|Wir|Und|In|Im|Am|An|Auf|Aus|Bei|Mit|Nach|Von|Vor|Zu|Zur|Zum|Für|Ob|Ja|Nein|Uhr|Nr"
    r"|Land|Firma|Tel|Telefon|Fax|Mail|E|Beschluss|Antwort|Frage|Antrag|Anfrage|Top|TOP|Punkt|Abstimmung|Ergebnis|Thema|Betreff|Datum|Anlage|Anschrift|Straße|Familie|Eheleute)(?![\w-]))"
    r"(?!(?:Stadt|Gemeinde|Kreis|Rats|Bezirks|Orts|Ausschuss|Verwaltung|Fraktion|Bürgermeister|Oberbürgermeister|Beigeordnet|Dezernent|Amt[^a-z]|Amts|"
    r"Vorsitz|Abteilung|Sachgebiet|Fachbereich|Referat|Minister|Landrat|Landes|Bundes|Kollege|Kollegin|Präsident|Direktor|Geschäftsführ|Protokoll))"
)
PART = rf"{NO_NAME}(?:O'|D'|Mc|Mac)?[{UPPER}][^\W\d_]{{1,30}}(?:-(?:[{UPPER}][^\W\d_]{{1,30}}))?"
INITIAL = rf"[{UPPER}]\.[ ]?"
PARTICLE = r"(?:(?:von|van|de|zu|vom|zum|zur|der|den|el|al|ben|bin|di|da|dos|della|le|la|ter|ten|auf)[ ]){1,3}"
DEGREE = r"(?:(?:Dr|Prof|Dipl|Mag|Ing|med|jur|phil|rer|nat|h\.c|DI)\.?(?:-[A-Z][a-z]{1,6}\.)?[ ]){1,4}"
# a blank, or a line's end within a sentence that goes on
BETWEEN = rf"(?:[ ]|\n(?=[{UPPER}][^\W\d_]{{1,30}}[ ,][ ]?[a-zäöü]))"
# "Muster", "Erika Muster-Beispiel", "Dr. E. von der Mühle", "Max Peter Muster"
FULL_NAME = rf"(?:{DEGREE})?(?:{INITIAL}){{0,2}}(?:{PARTICLE})?{PART}(?:{BETWEEN}(?:{INITIAL}|{PARTICLE})?{PART}){{0,2}}"
TWO_NAMES = rf"(?:{DEGREE})?(?:{PART}|{INITIAL[:-4]})(?:{BETWEEN}(?:{INITIAL}|{PARTICLE})?{PART}){{1,2}}"
TITLE = r"(?:Herrn?|HERRN?|Frau|FRAU|Hr\.|Hrn\.|Fr\.|Familien?|Fam\.|Eheleuten?|Ehepaare?s?)"

# "Stadtrat Muster", "Frau Bürgermeisterin Muster", "RM Muster", "Tiefbauamtsleiter Muster": the words straight before a name
OFFICE = re.compile(
    r"""(?:(?<!\w)|(?<=-))(?:
          [^\W\d_]{0,30}(?:[Rr]at(?:es|s)?|[Rr]äte|[Rr]ätin(?:nen)?|[Mm]eister(?:s|in)?|[Oo]rdnete[rn]?|[Mm]itglied(?:er|s)?|[Vv]orsteher(?:s|in)?
            |[Vv]orsitzende[rn]?|[Vv]ors\.|[Dd]ezernent(?:en|in)?|[Ll]eiter(?:s|in)?|[Ll]eitung|[Rr]eferent(?:en|in)?|[Bb]eauftragte[rn]?
            |[Dd]irektor(?:s|in)?|[Pp]räsident(?:en|in)?|[Mm]inister(?:s|in)?|[Ss]ekretär(?:s|in)?|[Ff]ührer(?:s|in)?|[Ss]precher(?:s|in)?
            |[Vv]ertreter(?:s|in)?|[Vv]ertretung|[Kk]ämmer(?:er|in|ers)|[Aa]mtmann|[Aa]mtfrau|[Ii]nspektor(?:in)?|[Pp]fleger(?:in)?
            |[Pp]laner(?:in)?|[Aa]rchitekt(?:en|in)?|[Mm]itarbeiter(?:s|in)?|[Ss]achbearbeiter(?:s|in)?|[Kk]olleg(?:en|e|in)
            |[Aa]mt|[Bb]üro|[Dd]ezernat|[Rr]eferat|[Ff]achdienst|[Aa]bteilung|[Vv]erwaltung|[Dd]eputierte[rn]?|[Ss]enator(?:s|in)?
            |[Ss]chulthei(?:ß|ss)|[Aa]mmann|[Mm]oderator(?:s|in)?|[Gg]utachter(?:s|in)?|[Pp]farrer(?:s|in)?|[Aa]nw[aä]lt(?:e|s|in)?
            |[Nn]otar(?:s|in)?|[Kk]ommandant(?:en|in)?|[Pp]rofessor(?:s|in)?)
        | Ratsherrn?|Ratsfrau|KTA|StR(?:in)?\.?|StVO?|GR(?:in)?\.?|GRM|KR(?:in)?\.?|OR(?:in)?|RM|RF|RH|SkB|SkE|s\.?[ ]?[BE]\.|OB(?:in|M)?
        | BM(?:in)?|EBM|BVO?|MdL|MdB|MdEP|V?[Bb]gm\.|Vzbgm\.|Stv\.|OV|AL(?:in)?|FBL|AV|Vors\.
        | [Ss]achkundige[rn]?[ ][^\W\d_]{2,20}|[Bb]eratende[sn]?[ ]Mitglied
        )[,:]?[ \n](?:\((?:[^()\n]{1,40})\)[ ]|a\.?[ ]?D\.[ ]|i\.?[ ]?R\.[ ])?(?:(?:Herrn?|Frau|Hr\.|Fr\.)[ \n])?$""",
    re.VERBOSE,
)
# "Muster (SPD)", "Muster, Amt für Bau", "Muster vom Tiefbauamt", "Muster als Vorsitzender": the words straight behind a name
PRIVATE = (
    r"(?:[Bb]ürger|[Ee]inwohner|[Aa]nwohner|[Aa]nlieger|[Pp]etent|[Ee]ingeber|[Bb]esucher|[Zz]uhörer|[Zz]uschauer|[Gg]ast\b|[Ee]igentümer|[Nn]achbar"
    r"|[Mm]ieter|[Aa]ntragsteller|[Ff]ragesteller|[Ee]lternteil|[Mm]utter\b|[Vv]ater\b)(?!meister|verein|initiative|liste|fraktion)"
)
AUTHORITY = r"[Aa]mt|[Bb]üro|[Dd]ezernat|[Rr]eferat|[Ff]achbereich|[Ff]achdienst|[Aa]bteilung|[Ff]raktion|[Vv]orsitzende[rn]?"
PARTIES = r"CDU|CSU|SPD|FDP|AfD|Grünen?|Linken?|BSW"
# In brackets behind a name: "(SPD)", "(Tiefbauamt)", "(FB 61)", "(Bündnis 90/Die Grünen)"; not "(Anwohner)", "(Ortsteil Au)"
OFFICIAL_WORD = (
    rf"(?:[{UPPER}]{{2,}}|[^\W\d_]*(?:{AUTHORITY}|[Ll]eiter|[Ll]eitung|[Rr]at\b|[Rr]ätin|[Mm]eister|[Vv]orsteher|[Mm]itglied|[Ss]precher"
    r"|[Dd]irektor|[Gg]eschäftsführ|[Bb]eauftragte|[Vv]erwaltung|[Bb]etrieb|[Bb]auhof|[Pp]olizei|[Ff]euerwehr|[Pp]lan(?:er|ung)|[Aa]rchitekt|[Ii]ngenieur"
    r"|[Ll]iste\b|[Gg]ruppe|[Gg]utachter|Grüne|Linke|Freie|Bündnis|Bürgerliste|Wähler|Volt|Piraten|fraktionslos|parteilos))"
)
IN_OFFICE = re.compile(
    rf"""[ \n]?(?: [(\[](?!{PRIVATE})[^()\n]{{0,40}}?{OFFICIAL_WORD}[^()\n]{{0,40}}[)\]]
          | [/][ ]?[{UPPER}]{{2,}}
          | ,?[ \n](?:vo[mn](?:[ ]de[rm])?|als|für[ ]di?e[rn]?|aus[ ]dem)[ \n](?:[^\W\d_]+[ \n-]){{0,2}}?[^\W\d_-]*
              (?:{AUTHORITY}|[Vv]erwaltung|[Gg]ruppe|[Ss]tadtwerken?|[Pp]olizei|[Ff]euerwehr|[Gg]esellschaft|GmbH|AG|{PARTIES}|Eigenbetrieb|Bauhof|Werke)\b
          | ,[ \n](?:[^\W\d_]+[ ]){{0,2}}?[^\W\d_-]*
              (?:{AUTHORITY}|[Ll]eiter(?:in)?|[Ll]eitung|[Rr]at|[Rr]ätin|[Mm]eister(?:in)?|[Vv]orsteher(?:in)?|[Mm]itglied|[Ss]precher(?:in)?
                |[Dd]ezernent(?:in)?|[Bb]eauftragter?|[Dd]irektor(?:in)?|[Gg]eschäftsführer(?:in)?|{PARTIES}|GmbH)\b
        )""",
    re.VERBOSE,
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BEFORE = 70


def holds_office(text: str, start: int, end: int) -> bool:
    """Whether the person named from start to end is called by an office, or with a group or an authority.

    >>> holds_office("Frau Stadträtin Muster fragt", 16, 22)
    True
    """
    return OFFICE.search(text[max(0, start - BEFORE) : start]) is not None or IN_OFFICE.match(text[end : end + 2 * BEFORE]) is not None


def begins_at(name: str) -> int | None:
    """Where a given name begins in a row of capitalised words: what stands before it is no part of the name; None where there is none.

    >>> begins_at("Einwohnerin Erika Muster")
    12
    """
    at = next((word.start() for word in WORD.finditer(name) if word[0] in GIVEN_NAMES or word[0].partition("-")[0] in GIVEN_NAMES), None)
    return at if at is not None and " " in name[at:].strip() else None


def surname(name: str) -> str:
    """The last part of a name.

    >>> surname("Dr. Erika von der Mühle")
    'Mühle'
    """
    return name.rsplit(maxsplit=1)[-1]
