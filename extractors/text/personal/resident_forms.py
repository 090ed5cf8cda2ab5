"""How documents name residents and petitioners, as data: their roles, what they write, the question times in which they speak."""

from __future__ import annotations

import re

from extractors.text.personal.names import FULL_NAME, PRIVATE, TITLE, TWO_NAMES, UPPER

# Words for one private person; the first are for one person only, the others also for many ("Bürger Europas").
GROUPS = (
    "Einwohner|Bürger|Mitbürger|Anwohner|Anlieger|Bewohner|Mieter|Eigentümer|Grundstückseigentümer|Zuhörer|Besucher|Zuschauer"
    "|Käufer|Erwerber|Pächter"
)
ONE = (
    r"(?:(?:Haupt)?[Pp]etent(?:in|en)?|[Ee]ingeber(?:in|s)?|[Ee]insender(?:in|s)?|[Bb]eschwerdeführer(?:in|s)?|[Ee]inwender(?:in|s)?"
    rf"|[Ff]ragesteller(?:in|s)?|(?:{GROUPS}|Nachbar|Bauwerber|Bauherr|Konsenswerber|Bewerber|Schüler)in|Bauherrn?|Bauwerbers?|Konsenswerbers?)"
)
MANY = rf"(?:(?:{GROUPS}|Bewerber|Schüler)s?|Nachbarn?|Gast|(?:Bau)?[Aa]ntragsteller(?:in|s)?|Vertrauenspersone?n?)"
OFFICIAL_BEFORE = re.compile(r"(?:[Ss]achkundige[rnms]?|[Ee]hren|[Bb]erufene[rn]?|(?<!\w)s\.)[ \n-]?$")
# "Ein Anwohner, Herr Muster,": but "die Bürger, Herr Muster," speaks to somebody
ONE_OF_MANY = re.compile(r"\b[Ee]ine?[rmn]?[ \n](?:\w{3,20}[ \n])?$")
ASKS = (
    r"fragt|erkundigt|möchte|bittet|regt|weist|kritisiert|wohnt|will|beschwert|spricht|meldet|bemängelt|beklagt|schlägt|trägt|wünscht"
    r"|wendet"
)
ARTICLE = re.compile(r"\b(?:[Dd]er|[Dd]em|[Dd]en|[Dd]es|[Ee]in|[Vv]om)[ \n]$")
ASKING = re.compile(rf"[ \n](?:{ASKS}|aus|hat|ist)\b")
SLASHED = r"(?:(?:/-?|:|\*|_)(?:in|innen|en)|\(in\))?"
NAMED_BY_ROLE = re.compile(
    rf"(?<![\w-])(?:(?P<one>{ONE}){SLASHED}|(?P<many>{MANY}){SLASHED})"
    rf"(?P<gap>[ ]?:[ \n]{{1,2}}|[ \n]|,[ ]|[ ]\()(?P<title>{TITLE}[ \n])?(?P<name>{FULL_NAME})"
)
# The word behind the name: "Herr Muster, Anwohner der Mühlgasse", "Frau Muster (Bürgerin)", "Herr Muster als Anwohner"
ROLE_BEHIND = re.compile(
    rf"""(?<!\w){TITLE}[ \n](?P<name>{FULL_NAME})(?:,[ ](?:ein[e]?[ ]|de[rs][ ]|die[ ])?|[ ]\(|[ ]als[ ]|[ ]-[ ])
         (?:betroffene[rn]?[ ]|interessierte[rn]?[ ])?{PRIVATE}""",
    re.VERBOSE,
)
# "Eingabe von Herrn Muster", "Petition der Eheleute Muster", "Beschwerde von Erika Muster gegen"
WRITINGS = (
    r"(?:Eingaben?|Petition(?:en)?|Beschwerden?|Bürger(?:antrag|anregung|begehren|anfrage|eingabe)|Einwohner(?:antrag|anregung|anfrage)"
    r"|Anregung(?:en)?|Einwendung(?:en)?|Einwände?|Widerspruch|Einspruch|Bau(?:antrag|voranfrage|ansuchen)|Wortmeldung|Leserbrief|Stellungnahme"
    r"|Klage|Ansuchen|Zuschrift)"
)
WRITTEN_BY = re.compile(
    rf"""(?<![\w-])(?P<writing>{WRITINGS})(?:[ ](?:nach|gem(?:äß|\.))[ ]§[ ]?\d{{1,3}}[a-z]?[^\n,;:]{{0,30}}?)?
         [ \n](?:von|vom|der|des|durch|an)[ \n](?P<title>{TITLE}[ \n])?(?P<name>{FULL_NAME})""",
    re.VERBOSE,
)
COUPLE = re.compile(rf"(?<!\w)(?:Eheleuten?|Ehepaare?s?)[ ](?P<name>{FULL_NAME}(?:[ ]und[ ]{FULL_NAME})?)")
# With a home or a birth: "Herr Muster, wohnhaft in Wehr", "Erika Muster, geb. am 1.2.1950", "Max Muster (geb. 1950)"
WITH_A_HOME = re.compile(
    rf"""(?<![\w-])(?P<title>{TITLE}[ \n])?(?P<name>{FULL_NAME})[ ]?[,(]?[ \n]?
         (?:(?:der|die)[ ][^\n,.]{{0,40}})?(?:(?:wohnhaft|whft\.|wohnh\.)(?=[ ,:])|(?:geb\.|geboren)[ ](?:am[ ])?\d)""",
    re.VERBOSE,
)

# The head of a question time, on a line of its own: "TOP 3: Einwohnerfragestunde", "Fragen der Bürger", "Anregungen und Beschwerden"
HEAD = re.compile(
    r"""(?m)^[ \t#*|]{0,6}(?:[Zz]u[ ])?
        (?:TOP|Tagesordnungspunkt|Punkt|Pkt\.|Ö)?[ ]?(?P<number>\d{1,3})?(?:\.\d{1,3}){0,3}[.:)]{0,2}[ \t–-]{0,4}
        (?:Öffentliche[ ]|Allgemeine[ ])?
        (?: (?:(?:Einwohner|Bürger|Mitbürger|Zuhörer|Besucher|Publikums|Jugend|Kinder|Senioren|Anwohner|Aktuelle[ ])?
               (?:/?-?(?:innen)?(?:[ ]?(?:und|/)[ ]?)?(?:[Ee]inwohner|[Bb]ürger)?)?(?:innen)?-?)
            [Ff]rage(?:stunde|zeit|viertelstunde|halbestunde|runde)
          | (?:Einwohner|Bürger)(?:innen)?-?(?:anfragen|sprechstunde|forum|runde|fragen|beteiligung[ ]nach)
          | (?:An)?[Ff]ragen[ ](?:und[ ]Anregungen[ ])?(?:der|von|aus[ ]der)[ ](?:anwesenden[ ])?(?:Einwohner|Bürger|Zuhörer|Besucher)
          | (?:An)?(?:[Ff]ragen|regungen)(?:[ ](?:und|,)[ ](?:Anregungen|Wünsche|Anfragen|Mitteilungen))?
            [ ]aus[ ](?:der[ ](?:Bevölkerung|\w{4,20}schaft)|dem[ ]Publikum)
          | Bürger[ ]fragen | Wortmeldungen[ ](?:der|von)[ ](?:Einwohner|Bürger|Zuhörer)
          | Anregungen[ ]und[ ]Beschwerden | Petitionen\b | Eingaben\b | Bürgeranträge)[^\n]{0,120}$""",
    re.VERBOSE,
)
NEXT_ITEM = re.compile(
    r"""(?m)^[ \t#*|]{0,6}(?:(?:[Zz]u[ ])?(?:TOP|Tagesordnungspunkt|Punkt)[ ]?\d | Ö[ ]?\d
        | (?P<number>\d{1,3})(?:\.\d{1,3}){0,3}[.:)]{0,2}[ \t]+(?=[^\n]{3}))""",
    re.VERBOSE,
)
LONGEST = 12_000
SPEAKER = re.compile(rf"(?<![\w-]){TITLE}[ \n](?P<name>{FULL_NAME})")
SPEAKS = re.compile(rf"(?m)^[ \t•*-]{{0,4}}(?P<name>{TWO_NAMES})(?=[ ]?(?::|\(|,|[ ](?:{ASKS})))")
ANSWERS = re.compile(
    r"""[ \n](?:(?:und|sowie)[ ][^.;\n]{1,50}?[ ])?
        (?: antworte|beantworte|erläuter|erwider|entgegne|sichert|informier|verweis|erklär|begrüß|eröffne|schließt|leitet
          | teilt[ ]
          | führt[ ][^.\n]{0,80}\baus\b | sagt[ ][^.\n]{0,60}\bzu\b | stellt[ ][^.\n]{0,40}\b(?:klar|fest)\b | nimmt[ ][^.\n]{0,40}Stellung
          | gibt[ ][^.\n]{0,30}Auskunft )""",
    re.VERBOSE,
)
MENTION = re.compile(
    rf"""(?<![\w-])(?P<title>{TITLE}[ \n])?(?P<given>(?:[{UPPER}][^\W\d_]{{1,30}}|[{UPPER}]\.)[ ])?
         (?P<name>[{UPPER}][^\W\d_]{{1,30}}(?:-[{UPPER}][^\W\d_]{{1,30}})?)(?!\w)""",
    re.VERBOSE,
)
ORGANISATION = re.compile(
    r"""[^\W\d_]{0,40}(?:fraktion|gruppe|verein|gmbh|verband|partei|initiative|stiftung|kirche|gemeinde|schule|werke|beirat|bündnis|union)\b
        |\b(?:e\.[ ]?v\.|amt|stadt|ag|kg|mbh|grüne[n]?|linke[n]?|die[ ]linke|cdu|csu|spd|fdp|afd|piraten|freie|wähler|bund|volt
        |fraktion)\b""",
    re.VERBOSE | re.IGNORECASE,
)
