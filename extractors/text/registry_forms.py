"""The forms of a registry's numbers as data: tokens, shapes that mean nothing else, labels, and what numbers something else."""

from __future__ import annotations

import re

YEAR = r"(?:19[89]\d|20[0-4]\d)"

# What a number is cut from: parts of letters or digits with a slash or dash between, and what may stand apart from it.
TOKEN = re.compile(
    r"""(?<![\w/.,§@=&?#–-])
    (?: [IVX]{1,5}/[A-Z]{1,2}(?:[ ][A-Z]{2})?[ ]\d{1,4}                 # V/EF 214   V/A HP 43
      | \d{2}[-–]\d{2}[ ]?/[ ]?[A-Z]{1,2}[ ]?\d{4,6}                    # 20-26 / V 04924
      | \d{2,4}-\d{2,4}\([IVX]{1,6}\)\d{2}                              # 512-017(VII)20 (Magdeburg)
      | [a-z]{2,3}(?:/\d{1,4}){2,4}                                     # pl/3/1/16 (only behind a label)
      | (?:[A-Z]{2,4}[ ][A-Z][a-z]{2,4}/)?                              # SBR Alt/009/2020
        [A-ZÄÖÜ0-9][A-ZÄÖÜa-z0-9]{0,7} (?:[/–—-][A-ZÄÖÜ0-9][A-ZÄÖÜa-z0-9]{0,6}){1,6} (?:(?<=/[A-Z]{2})[ ][IVX]{1,3}\b)?  # 00408/2015/PE I
    )
    (?![\w@]|[/–—-]\w|[.,]\d|[ ]?(?:%|€|EUR\b|Euro\b|Uhr\b|m²|Stimmen|Ja\b|Nein\b))""",
    re.VERBOSE,
)

# Where one may begin: behind a character that is no part of it, with its first mark of division some letters on.
TOKEN_PLACE = re.compile(r"[^\w/.,§@=&?#–-](?=[A-ZÄÖÜ0-9][A-ZÄÖÜa-z0-9]{0,7}[/–—-]|[a-z]{2,3}/|[A-Z]{2,4}[ ][A-Z][a-z]{2,4}/)")

SHAPES = re.compile(
    rf"""
      [IVX]{{1,5}}-[A-Z]{{1,4}}-\d{{3,6}}(?:-[A-Z]{{1,3}}(?:-\d{{1,3}})?)*           # VI-DS-08033-NF-02 (Leipzig)
    | [A-Z]{{1,2}}\d{{4}}/\d{{2}}(?:/\d{{1,2}}){{0,3}}                               # V2927/19 (Dresden), DS0356/19/1 (Magdeburg)
    | [A-Z]{{1,4}}\d?/(?:[A-Z]{{2,4}}/)?{YEAR}/\d{{1,6}}(?:[-/]\w{{1,5}}){{0,2}}     # VO/2023/12306, VIII/2026/02530 (Halle)
    | [A-Z]{{2,4}}\d?/\d{{2,6}}/(?:{YEAR}|[0-4]\d)(?:/\w{{1,4}})?                    # BV/473/2026, VI/142/2022, FB2/1392/2021
    | [A-Z]{{1,4}}(?:/[A-Z]{{2,4}})?/\d{{2}}/\d{{3,6}}(?:/\w{{1,4}}){{0,2}}          # VO/26/23344/63, V/STR/20/1146/14
    | [A-Z]{{2,4}}/\d{{3,5}}/{YEAR}                                                  # AN/1459/2014 (Köln)
    | (?:{YEAR}|\d{{2}})/[A-Z]{{2,3}}/\d{{3,5}}(?:-\d{{2}}){{0,2}}                      # 23/SVV/1310 (Potsdam), 2021/BV/2114-02 (Rostock)
    | \d{{2,4}}-\d{{2,4}}\([IVX]{{1,6}}\)\d{{2}}                                       # 512-017(VII)20 (Magdeburg)
    | \d{{3,5}}/{YEAR}-{YEAR}                                                         # 1874/2020-2025 (Bielefeld)
    | [A-Z]-\d{{3,4}}/{YEAR}                                                         # B-044/2022 (Chemnitz)
    | \d{{2}}-[A-Z]{{1,2}}-\d{{2}}-\d{{4}}                                           # 26-V-15-0004 (Wiesbaden)
    | \d{{2}}-\d{{2}}/[A-Z]{{1,2}}\d{{4,6}}                                          # 20-26/V04924 (München)
    | \d{{2,3}}/\d{{3,4}}/{YEAR}(?:/\w{{1,3}})?                                         # 50/050/2016 (Bayern)
    | [A-Z]-[A-Z][a-z]{{1,3}}\d{{4}}/\d{{2}}                                           # V-Alt0045/20 (Dresden's districts)
    | D(?:RS|S)/\d{{3,4}}/[IVX]{{1,6}}                                                 # DS/1246/V, DRS/0222/VI (Berlin)
    | VL-\d{{1,4}}/{YEAR}                                                              # VL-34/2021 (Hesse)
    | \d{{3,4}}/(?=[IVX]{{2}})[IVX]{{2,6}}                                           # 2224/XX (Berlin)
    | {YEAR}/(?!{YEAR}\b)\d{{4,5}}(?:/\d{{1,2}}){{0,2}}                              # 2016/0439, 2021/1257/1/1 (Karlsruhe)
    | {YEAR}/(?!{YEAR}\b)\d{{3,4}}-\w{{1,2}}                                         # 2015/0288-1
    | {YEAR}/\d{{3}}/\d{{3}}                                                         # 2019/034/014
    | (?:0\d{{3,4}}|(?!{YEAR}/)\d{{4,5}})/{YEAR}(?:/[A-Z]{{2}}(?:[IVX]{{1,3}})?)?    # 0708/2020 (Köln), 00408/2015/PEI (Schwerin)
    | \d{{2}}/\d{{4}}-[A-Z]{{2,3}}                                                   # 18/1931-BV
    | (?!DIN|ISO|VDI|EN-|IEC)[A-Z]{{2,4}}\d?-\d{{3,5}}/(?:{YEAR}|\d{{2}})            # RBV-1441/12, FB1-105/23
    | V/(?:EF|P|AHP|A)\d{{1,4}}                                                      # V/EF 214 (Leipzig until 2014)
    | [A-Z]{{2,3}}[A-Z][a-z]{{2,4}}/\d{{3}}/{YEAR}                                   # SBR Alt/009/2020 (Dresden)
    | [A-Z][a-z]{{1,5}}[A-Z]{{1,3}}[a-z]{{0,4}}/\d{{3}}/{YEAR}                         # StraG/041/2020 (Berlin)
    """,
    re.VERBOSE,
)

# What stands before a number; the words that may come between follow below.
MEETING = r"Sitzungs-?(?:[Nn]ummer|Nr\.?)|Sitzung[ ]Nr\.?|Niederschrift|Protokoll(?:-?Nr\.?)?"
DECISION = r"Beschl(?:uss|uß|\.)(?:es)?-?(?:[Nn]ummer|Nr\.?)|Beschl(?:uss|uß)(?:es)?"
MOTION = r"(?:[A-ZÄÖÜ][\w/]{0,20}-?)?(?:[Aa]ntr(?:ags?|äge)|Motion|Postulat)"
INQUIRY = r"(?:[A-ZÄÖÜ]\w{0,20}-?)?(?:[Aa]nfragen?|Interpellation)"
PAPER = r"""(?:[A-ZÄÖÜ][a-zäöüß]{0,20}|GR)?(?:[Vv]orlagen?|(?<!Landtags)(?<!Bundestags)[Dd]rucksachen?)  # Beschlussvorlage, Drucksache
          | Vorl\.|(?:GR-?)?Dr(?:ucks|s)\b\.?|Dr\.(?=-?[ ]?Nr\.)|(?P<short>DS|BV|IV|MV|SV)\b|GR[ -]?Nr\.     # Drs., Dr.-Nr., DS
          | Vorgangs?|Geschäfts?|Weisung|Betreff|Bezüglich|Bezug|Mitteilung|[Ss]iehe(?:[ ]auch)?"""
BETWEEN = r"""
    (?P<number>(?:s?-?[ \n]?(?:Nr|Nrn|[Nn]ummern?)\b\.?)?)                           # Vorlagen-Nr.
    (?:[ ]der[ ]Verwaltung|[ ]zur[ ](?:Kenntnis|Information|Kenntnisnahme|Beschlussfassung))?
    (?P<group>(?:[ ](?:der|des|von)(?:[ ](?:Fraktion(?:en)?|Stadtratsfraktion))?)?
              (?:[ ](?!Vorl|(?:GR-?)?Dr(?:uck)?s|Dr\.-?[ ]?Nr)[A-ZÄÖÜ][\w/|.-]{1,20}){0,2}?)
                                                                                     # Änderungsantrag CDU, Antrag der SPD-Fraktion
    (?P<colon>[ ]?:)?[ \n]{0,3}[-–(\[„"]?[ ]?(?P<second>Nr\.?[ ]?)?
    (?P<prefix>(?!(?:CDU|CSU|SPD|FDP|AFD|BSW|FW|FWG|UWG|SVP)[ ])[A-Z]{1,4}[ ])?$"""  # T 02/325/26, ABI 41/2022
BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<meeting>{MEETING})|(?P<decision>{DECISION})|(?P<motion>{MOTION})|(?P<inquiry>{INQUIRY})|(?P<paper>{PAPER})){BETWEEN}",
    re.VERBOSE,
)
LOOK_BACK = 72
SHORT_LABELS = {"DS", "BV", "IV", "MV", "SV"}

# Number of something else: files, courts, parcels, plans, norms, statutes of the Union, budgets, telephones.
FOREIGN = re.compile(
    r"""(?:\b(?:Az|AZ|Akten(?:zeichen)?|GZ|Gz|Geschäftszeichen|Tel|Telefon|Fax|Urteil|IBAN|Seiten?|S|Ziffern?|Punkte?|Maßstab|M
            |Flurst(?:ück|\.)?s?|Flst|Fl|FlNr|Grundstücks?|Gemarkung|Parzelle|KG|EZ|GSt
            |(?:Bebauungs)?[Pp]lan(?:es)?(?:-?[Ee]ntwurf(?:e?s)?)?|Plan-Nr|(?:DIN|EN|ISO|VDI|IEC)(?:[ ](?:EN|ISO))*
            |Haushalt(?:s|sjahr|splan)?|Doppelhaushalt(?:s|es)?|HH|HHJ|Schuljahr|(?:Winter|Sommer)semester|Saison
            |Kapitel|Produkt|Finanzstelle|(?:Sach)?[Kk]onto
            |[BLG]{0,2}(?:G|GV|L)?Bl|Richtlinie|RL|Verordnung|(?:Bundes|Land)tagsdrucksache|(?:BT|BR|LT)-Dr(?:s|ucks)
            |Rechnung(?:s-?Nr)?|Auftrag(?:s-?Nr)?|Vergabe(?:-?Nr)?)
        |(?:EU|EG|EWG)\)?)
       [.:]?[ ]?(?:Nr\.?|Nummer|Nrn\.)?[.:]?[ \n(]?$""",
    re.VERBOSE,
)
# "Plannummer 2031/0439", "Bestell-Nr. 4711/2031": where no label of a paper stands before, the number of something else, too.
OTHER_NUMBER = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,25}(?:nummer|-?Nr\.?):?[ \n]$")
# "Vorlage Nr. 171", "Drucksache 4711", "Beschluss Nr. 0287": a plain number, only where the label says that it is one.
PLAIN = re.compile(
    r"""[VvDdB](?:
            (?<=[VvDd])(?: orlagen?-?[ ]?(?:Nr|[Nn]ummer)\b\.?:?  |  orlage:             # Vorlage Nr. 171, Vorlage: 248
                    | orlage(?=[ \n]\d{6})                                             # Vorlage 20311043
                    | rucksachen?(?:-?[ ]?(?:Nr|[Nn]ummer)\b\.?:?)?  |  rs\.(?:-?[ ]?Nr\.)?  # Drucksache 4711
                  )
          | (?<!\wB)(?<=B)ericht(?:e?s)?-?[ ]?Nr\.:?                                   # Bericht Nr. 2611.1 (Zug)
          | (?P<decision>(?<!\wB)(?<=B)eschl(?:uss|uß|\.)(?:es)?-?[ ]?(?:Nr|[Nn]ummer)\b\.?:?)  # Beschluss Nr. 0287
        )[ \n]{1,2}(?P<value>(?!(?:19|20)\d\d\b)(?:\d{3}\.\d{2}\.\d{1,4}|\d{3,5}\.\d{1,2}|\d{3,8}))
        (?![\w/–-]|\.?[.,]\d|\([IVX]|[ ]?(?:%|€|EUR|Euro|J[aA]|N[eE][iI][nN]|Stimm|Mio))""",
    re.VERBOSE,
)
# "Motion 22.5123.02" (Basel), "Bericht Nr. 2022.123": numbers with stops, which no date has
DOTTED = re.compile(
    r"""\b(?:(?P<motion>Motion|Postulat|Anzug)|(?P<inquiry>Interpellation|(?:Schriftliche[ ])?Anfrage)
          |Geschäfts?|Vorlage|Ratschlag|Bericht|Botschaft|Weisung)(?:-?[ ]?Nr\.?)?:?[ \n]
        (?P<value>\d{2}\.\d{4}\.\d{2}|(?:19|20)\d\d\.\d{3})(?![\w/–-]|[.,]\d|[ ]?(?:%|€|Fr\b|EUR|Euro|Franken))""",
    re.VERBOSE,
)
# What the value of the last looks like: without it a text is not searched for their many labels.
DOTTED_VALUE = re.compile(r"\d(?:\.\d{4}\.\d|\d{3}\.\d{3})")
# "- 101.19.845 -" alone on its line (Kassel, below a title), "… Tempo 30 20-14873-01" at the end of a title (Braunschweig)
BETWEEN_DASHES = re.compile(r"(?m)[-–](?:(?<=\n.)|(?<=\A.)) (?P<value>\d{3}\.\d{2}\.\d{1,4}|\d{2,5}[/-][A-Z\d][A-Z\d/-]{2,16}) [-–]$")
# "Ö 8.2 - 21-3566", "Ö 8.3 - 21-3570.1" (Hamburg): the number is all that follows the item's own
BEHIND_ITEM = re.compile(r"(?m)^(?:Ö|NÖ|N|TOP)[ ]?\d{1,2}(?:\.\d{1,2}){0,2}[ ][-–][ ](?P<value>\d{2}-\d{3,5}(?:\.\d{1,2}|[A-Z])?)[ ]*$")
# "Gebühren der Kitas (AT-34/2021)" (Hesse): in brackets at the end of a title
BEHIND_BRACKET = re.compile(r"\((?P<value>[A-Z]{2,4}-\d{1,5}/(?:19|20)\d\d)\)[ ]*$")
# "Beschluss 114/2022 - Freibad", "Nr. 3 Beschluss 114/2022: Freibad": an entry of a list of decisions
ENTRY_DECISION = re.compile(
    r"(?m)^(?:[-–•*][ ]|(?:Lfd\.[ ]?)?Nr\.[ ]?\d{1,3}:?[ ]{1,2}|\d{1,3}[.)][ ])?Beschluss[ ]"
    r"(?P<value>\d{1,4}/20\d\d)(?=[ ][-–][ ][A-ZÄÖÜ]|:[ ][A-ZÄÖÜ])"
)
BEHIND_TITLE = re.compile(r"(?m)(?P<value>\d(?<=[a-zäöüß)\"“] .)\d-\d{5}(?:-\d{2})?)$")
# "Vorlage OA 522", "Vortrag des Magistrats M 138", "Anregung vom 10.10.2016, OA 522, NR 851" (Frankfurt): letters, then a number.
_LETTERED = (
    r"(?!DM|DN|OZ|UG|KG|EG|OG|HH|FB|BA|AZ|PS|PC|[ABKLSU][ ]\d)[A-Z]{1,2}[ ]\d{2,4}(?:/\d{1,2})?"
    r"(?![\w%€]|[.,/:]\d|[ ](?:Euro|EUR|Uhr|m²|%)\b)"
)
LETTERED_VALUE = re.compile(r"[A-Z] \d\d(?:(?<=[ \n]....)|(?<=[ \n][A-Z]....))")
LETTERED = re.compile(
    rf"""(?<!\w)(?:(?P<motion>[Aa]ntr(?:ag|äge)s?)|(?P<inquiry>[Aa]nfragen?)|Vorlagen?|Drucksachen?|Vortr(?:ag|äge)|Anregung(?:en)?
                  |Stellungnahmen?|Bericht|Initiative)
        (?:[ ]des[ ](?:Magistrats|Ortsbeirats(?:[ ]\d{{1,2}})?)|[ ]der[ ][A-ZÄÖÜ][\w-]{{1,20}})?
        (?:[ ]vom[ ]\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}})?,?[ \n]
        (?P<values>{_LETTERED}(?:(?:,|[ ]und|[ ]sowie)[ \n]{_LETTERED}){{0,9}})""",
    re.VERBOSE,
)
# "25/085 Annahme von Zuwendungen" (ALLRIS): the number opens the line of the title.
BEFORE_TITLE = re.compile(r"^(?P<value>\d{2}/\d{3,5}(?:-\d{1,2})?|\d{3,4}/\d{2}) (?=[A-ZÄÖÜ][a-zäöü]{2})", re.MULTILINE)
# "Vorlage Datum Betreff Status" heads a table: the lines below begin with the numbers that its first column names.
COLUMN_HEAD = re.compile(
    r"""(?m)^(?:(?:[Ll]fd\.[ ])?Nr\.[ ])?
        (?:(?P<motion>Antrag(?:s-?Nr\.|snummer)?)|(?P<decision>Beschluss-?(?:Nr\.|nummer))|(?:Vorlagen?|Drucksachen?)(?:-?Nr\.|nummer)?)
        (?:[ ](?:[A-ZÄÖÜ][\w./-]{0,30}|der|des|und|vom|am|bis|zum)){1,12}\n""",
    re.VERBOSE,
)
CELL_BEFORE = re.compile(r"(?:\d{1,3}[.)]?[ ])?")
# "[19-12222-01]": period, number, version (Braunschweig), known only by its brackets.
PERIOD_NUMBER = re.compile(r"\d{2}-\d{4,5}(?:-\d{2})?")
FOLLOWING = re.compile(r"(?:,|[ ]und|[ ]sowie|[ ]/)[ \n]$")

# "Niederschrift über die Sitzung der Gemeindevertretung (GV/04/2024)": the number of the meeting behind its name.
SESSION = re.compile(r"\b(?:[Ss]itzung|Niederschrift|Protokoll)\b[^\n()]{0,70}\($")
PAPER_PREFIX = re.compile(r"(?:[IVX]+|BV|VO|DS|SV|MV|AN|AF|BVL|IV|TOP)[-/\d]")
MEETING_PREFIX = re.compile(r"(?:SR|STR|StR|SBR\w*|GR|KT|HA|HFA|BVV|OR|OBR|JHA|BPA|SI)/\d|[A-Z][a-z]+[A-Z]\w*/")
INQUIRY_PREFIX = re.compile(r"A?F\d{4}/|AF/")
MOTION_PREFIX = re.compile(r"A\d{4}/|AN/")
