"""The forms of a registry's numbers as data: tokens, shapes that mean nothing else, labels, and what numbers something else."""

from __future__ import annotations

import re

YEAR = r"(?:19[89]\d|20[0-4]\d)"

# What a number is cut from: parts of letters or digits with a slash or dash between, and what may stand apart from it.
TOKEN = re.compile(
    r"""(?<![\w/.,§@=&?#–-])
    (?: [IVX]{1,5}/[A-Z]{1,2}(?:[ ][A-Z]{2})?[ ]\d{1,4}                 # V/EF 214   V/A HP 43
      | (?:\d{2}[-–]\d{2}|20\d\d)[ ]?/[ ]?[A-Z]{1,2}[ ]?\d{4,6}         # 20-26 / V 04924   2021 / V 00123 (Friedrichshafen)
      | 20\d\d-\d\d/DS-[IVX]{1,2}\([A-Z]\)\d{3,4}                       # 2021-26/DS-I(A)0080 (Offenbach)
      | \d{2,4}-\d{2,4}\([IVX]{1,6}\)\d{2}                              # 512-017(VII)20 (Magdeburg)
      | [a-z]{2,3}(?:/\d{1,4}){2,4}                                     # pl/3/1/16 (only behind a label)
      | (?:[A-Z]{2,4}[ ][A-Z][a-z]{2,4}/)?                              # SBR Alt/009/2020
        [A-ZÄÖÜ0-9][A-ZÄÖÜa-z0-9]{0,7} (?:[/–—-][A-ZÄÖÜ0-9][A-ZÄÖÜa-z0-9]{0,6}){1,6}
        (?:(?<=/[A-Z]{2})[ ][IVX]{1,3}\b                                # 00408/2015/PE I
          |(?<=/\d{4})[ ]E\d\b  |(?:(?<=\d\d/\d{3})|(?<=\d\d/\d{4}))[ ]S(?![\w.])  # 0412/2020 E1 (Hannover)   20/1234 S (Bremen)
          |(?<=-\d\d)\.\d(?:\d\d\.\d\d)?|(?<=-\d{4})\.\d{1,2})?       # 18/0771-50.2   14-18.148.01 (Riehen)   21-3570.1
    )
    (?![\w@]|[/–—-]\w|[.,]\d|[ ]?(?:%|€|EUR\b|Euro\b|Uhr\b|m²|Stimmen|Ja\b|Nein\b))""",
    re.VERBOSE,
)
# Where one shows: a mark of division with a digit beside it (or "V/EF 214"); it begins where the word does, not far before.
DIVISION = re.compile(r"[/–—-](?:(?<=\d.)(?=[A-ZÄÖÜ\d])|(?=\d|[A-Z]{1,4}\d|[A-Z]{1,2}[ ]))")
LONGEST_LEAD = 32
BODY_BEFORE = re.compile(r"(?<!\w)[A-Z]{2,4}[ ]$")  # SBR Alt/009/2020

SHAPES = re.compile(
    rf"""
      [IVX]{{1,5}}-[A-Z]{{1,4}}-\d{{3,6}}(?:-[A-Z]{{1,3}}(?:-\d{{1,3}})?)*           # VI-DS-08033-NF-02 (Leipzig)
    | [A-Z]{{1,2}}\d{{4}}/\d{{2}}(?:/\d{{1,2}}){{0,3}}                               # V2927/19 (Dresden), DS0356/19/1 (Magdeburg)
    | (?!KOM|COM)[A-Z]{{1,4}}\d?/(?:[A-Z]{{2,4}}/)?{YEAR}/\d{{1,6}}(?:[-/]\w{{1,5}}){{0,2}}  # VO/2023/12306, VIII/2026/02530 (Halle)
    | [A-Z]{{2,4}}\d{{0,2}}/\d{{2,6}}/(?:{YEAR}|[0-4]\d)(?:/\w{{1,4}}){{0,2}}(?:-\d{{2}})?   # BV/473/2026, FB2/1392/2021, BV/123/2021/I-61
    | [A-Z]{{2}}/\d/\d{{3,4}}  |  [A-Z]{{2}}-{YEAR}/\d{{4}}                              # BV/3/0123 (Rügen), SV-2021/0012 (Darmstadt)
    | 20\d\d-\d\d/DS-[IVX]{{1,2}}\([A-Z]\)\d{{3,4}}                                    # 2021-26/DS-I(A)0080 (Offenbach)
    | 0\d{{3}}-\d{{1,2}}/{YEAR}                                                       # 0123-1/2021 (Hagen)
    | [A-Z]{{1,4}}(?:/[A-Z]{{2,4}})?/\d{{2}}/\d{{3,6}}(?:[/-]\w{{1,4}}){{0,2}}         # VO/26/23344/63, V/STR/20/1146/14, M/17/0123-01
    | (?:[A-Z]{{1,4}}[/-]){{1,2}}(?:\d{{1,4}}/)?\d{{3,5}}/{YEAR}                   # AN/1459/2014 (Köln), A-R/0012/2021 (Münster)
    | [A-Z]{{2,4}}/[IVX]{{1,6}}/\d{{3,5}}                                                # BV/VII/0123
    | [A-Z]{{2}}-[A-Z](?:-[a-zö]{{1,2}})?/\d{{2}}/\d{{4}}(?:-\d{{2}})?                     # BV-V/07/0123-01 (Greifswald)
    | {YEAR}-[IVX]{{1,5}}-\d{{2}}-\d{{3,5}}                                              # 2021-VII-03-0511 (Stralsund)
    | [IVX]{{1,6}}/\d{{3,4}}/\d{{1,4}}                                                   # IX/416/1 (Rosendahl)
    | \d{{3,4}}-[A-Z]{{2,3}}/{YEAR}                                                     # 1044-AT/2012 (Eisenach)
    | \d-\d{{4}}/[0-4]\d-(?:[IVX]{{1,3}}|[A-Z]{{2,3}})                                   # 5-3523/18-III (Teltow-Fläming)
    | \d{{1,2}}/\d{{4}}/WP\d{{2}}                                                       # FB 61/0123/WP18 (Aachen)
    | SV-\d{{1,2}}-\d{{4}}                                                             # SV-9-0123 (Coesfeld)
    | \d{{2}}-\d{{2}}\.\d{{3}}\.\d{{2}}                                                 # 14-18.148.01 (Riehen)
    | (?:{YEAR}|\d{{2}})/[A-Z]{{1,3}}/?\d{{3,5}}(?:-\d{{2}}|/{YEAR}){{0,2}}               # 23/SVV/1310 (Potsdam), 2021/BV/2114-02 (Rostock)
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
    | [A-Z][a-z]{{1,5}}[A-Z]{{1,3}}[a-z]{{0,4}}/\d{{3,4}}/{YEAR}                       # StraG/041/2020 (Berlin), StR/0735/2013 (Eisenach)
    """,
    re.VERBOSE,
)

# What stands before a number; the words that may come between follow below.
MEETING = r"Sitzungs-?(?:[Nn]ummer|Nr\.?)|Sitzung[ ]Nr\.?|Niederschrift|Protokoll(?:-?Nr\.?)?"
DECISION = r"""(?:[A-ZÄÖÜ][\w/]{0,20}-?)?[Bb]eschl(?:(?:uss|uß|\.)(?:es)?-?[ ]?(?:[Nn]ummer|Nr\.?)|(?:uss|uß)(?:es)?|üssen?)
             | GRB(?=[ ]Nr)|BESCHLUSS(?=[ -]?N)"""
MOTION = r"(?!Bau|Förder|Zuschuss|Zuwendungs|Asyl)(?:[A-ZÄÖÜ][\w/]{0,20}-?)?(?:[Aa]ntr(?:ags?|äge)|Motion|Postulat|ANTRAG(?=[ -]?N))"
INQUIRY = r"(?:[A-ZÄÖÜ]\w{0,20}-?)?(?:[Aa]nfragen?|Interpellation)"
PAPER = r"""(?:[A-ZÄÖÜ][a-zäöüß]{0,20}|GR)?(?:[Vv]orlagen?|(?<!Landtags)(?<!Bundestags)[Dd]rucksachen?)  # Beschlussvorlage, Drucksache
          | (?:Beratungs|Sitzungs)unterlagen?|TV(?=-Nr)|Ds(?=\.|-Nr)\.?|(?<![^\n])Zl\.  # TV-Nr. 12/2021, Ds. 045/21, Zl. 004-1/2021
          | VORLAGEN?|DRUCKSACHEN?|(?:Bericht|Botschaft|Resolution|Vorsto(?:ss|ß))(?=[ -]?Nr)
          | Vorl\.|(?:GR-?)?Dr(?:ucks|s|S)\b\.?|Dr\.(?=-?[ ]?Nr\.)|(?P<short>DS|BV|IV|MV|SV)\b|GR[ -]?Nr\.     # Drs., Dr.-Nr., DS
          | Vorgangs?|Geschäfts?|Weisung|Betreff|Bezüglich|Bezug|Mitteilung|[Ss]iehe(?:[ ]auch)?"""
BETWEEN = r"""
    (?:[ ]\([A-Z]{2,3}\))?                                                           # Beschlussvorlage (BV) Nr. 045/21
    (?P<number>(?:s?-?[ \n]?(?:[Nn]rn?|NR|[Nn]ummern?|NUMMER)\b\.?)?)                           # Vorlagen-Nr.
    (?:[ ]der[ ]Verwaltung|[ ]zur[ ](?:Kenntnis|Information|Kenntnisnahme|Beschlussfassung))?
    (?P<group>(?:[ ](?:der|des|von)(?:[ ](?:Fraktion(?:en)?|Stadtratsfraktion))?)?
              (?:[ ](?!Vorl|(?:GR-?)?Dr(?:uck)?s|Dr\.-?[ ]?Nr)[A-ZÄÖÜ][\w/|.-]{1,20}){0,2}?)
                                                                                     # Änderungsantrag CDU, Antrag der SPD-Fraktion
    (?P<day>[ ](?:vom|am)[ ]\d{1,2}\.[ ]?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8})[ ]?\d{2,4}[,;]?)?  # Antrag der SPD vom 12.03.2021 (0045/21)
    (?P<colon>[ ]?:)?[ \n]{0,3}(?P<mark>[-–(\[„"]?)[ ]?(?P<second>Nr\.?[ ]?)?
    (?P<prefix>(?!(?:CDU|CSU|SPD|FDP|AFD|BSW|FW|FWG|UWG|SVP)[ ])(?:[A-Z]{1,4}|B\+A)[ ])?$"""  # T 02/325/26, ABI 41/2022
BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<meeting>{MEETING})|(?P<decision>{DECISION})|(?P<motion>{MOTION})|(?P<inquiry>{INQUIRY})|(?P<paper>{PAPER})){BETWEEN}",
    re.VERBOSE,
)
LOOK_BACK = 72
SHORT_LABELS = {"DS", "BV", "IV", "MV", "SV"}

# Number of something else: files, courts, parcels, plans, norms, statutes of the Union, budgets, telephones.
FOREIGN = re.compile(
    r"""(?:\b(?:Az|AZ|Akten|GZ|Gz|[A-ZÄÖÜ]\w{2,20}(?:zeichen|bescheid(?:e?s)?|vertrag(?:e?s)?)|Tel|Telefon|Fax|Urteil|IBAN|Seiten?|S|Ziffern?|Punkte?|Maßstab
            |Flurst(?:ück(?:en?|s)?|\.)?|Flst|Fl|FlNr|Grundstück(?:en?|s)?|Gemarkung|Parzellen?|KG|EZ|GSt
            |(?:Bebauungs)?[Pp]lan(?:e?s)?(?:-?[Ee]ntwurf(?:e?s)?)?|Plan-Nr|(?:DIN|EN|ISO|VDI|IEC)(?:[ ](?:EN|ISO))*
            |Haushalt(?:s|sjahr|splan)?|Doppelhaushalt(?:s|es)?|HH|HHJ|Schuljahr|(?:Winter|Sommer)semester|Saison
            |Kapitel|Produkt|Finanzstelle|(?:Sach)?[Kk]onto
            |[BLG]{0,2}(?:G|GV|L)?Bl|Richtlinie|RL|Verordnung|(?:(?:Bundes|Land)tags|Bundesrats)-?[Dd]rucks(?:ache)?n?|(?:BT|BR|LT)-Dr(?:s|ucks)(?:ache)?n?
            |Rechnung(?:s-?Nr)?|Auftrag(?:s-?Nr)?|Vergabe(?:-?Nr)?|(?:Amts|Mitteilungs|Nachrichten)blatt(?:e?s)?|Ausgabe|Heft|Rechtssache|Rs|UR|Stand|KW
            |Vertrag(?:e?s)?|Bescheid(?:e?s)?|Bauantrag|Bauvoranfrage|Los)
        |(?:EU|EG|EWG)\)?)
       [.:]?[ ]?(?:Nr\.?|Nummer|Nrn\.)?[.:]?[ \n(]?$""",
    re.VERBOSE,
)
# "Drucksache 19/1234 des Deutschen Bundestages": what follows tells whose it is.
PARLIAMENT = re.compile(
    r" de[sr] (?:\d+\. )?(?:Deutschen |Sächsischen |Thüringer |Hessischen )?(?:Bundestag|Bundesrat|Landtag|Abgeordnetenhaus)"
)
# "Plannummer 2031/0439", "Bestell-Nr. 4711/2031": where no label of a paper stands before, the number of something else, too.
OTHER_NUMBER = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,25}(?:nummer|-?Nr\.?):?[ \n]$")
# "Vorlage Nr. 171", "Drucksache 4711", "Beschluss Nr. 0287": a plain number, only where the label says that it is one.
# It begins one letter before one of these words, which the engine finds faster than first letters.
PLAIN_WORDS = ("orlage", "rucksache", "rs.", "ericht", "eschl", "RB Nr.")
PLAIN = re.compile(
    r"""[VvDdBbG](?:
            (?<=[VvDd])(?: orlagen?-?[ ]?(?:Nr|[Nn]ummer)\b\.?:?  |  orlage:             # Vorlage Nr. 171, Vorlage: 248
                    | orlage(?=[ \n]\d{6})                                             # Vorlage 20311043
                    | rucksachen?(?:-?[ ]?(?:Nr|[Nn]ummer)\b\.?:?)?  |  rs\.(?:-?[ ]?Nr\.)?  # Drucksache 4711
                  )
          | (?<!\wB)(?<=B)ericht(?:e?s)?-?[ ]?Nr\.:?                                   # Bericht Nr. 2611.1 (Zug)
          | (?P<decision>(?<=[Bb])eschl(?:uss|uß|\.)(?:es)?-?[ ]?(?:Nr|[Nn]ummer)\b\.?:?  # Beschluss Nr. 0287
              | (?<=G)RB[ ]Nr\.)                                                         # GRB Nr. 123 (Switzerland)
        )[ \n]{1,2}(?P<value>\d{3,4}[ ]\([IVX]{1,4}\)[ ](?:BDs|IDs|AAn)                 # Nr. 3456 (IV) BDs (Region Hannover)
                   |(?!(?:19|20)\d\d\b)(?:\d{3}\.\d{2}\.\d{1,4}|\d{3,5}\.\d{1,2}|\d{3,8}))
        (?![\w/–-]|\.?[.,]\d|[ ]?\([IVX]|[ ]?(?:%|€|EUR|Euro|J[aA]|N[eE][iI][nN]|Stimm|Mio))""",
    re.VERBOSE,
)
# "Motion 22.5123.02" (Basel), "Bericht Nr. 2022.123", "2031.SR.000123" (Bern): numbers with stops, which no date has
DOTTED = re.compile(
    r"""\b(?:(?:(?P<motion>Motion|Postulat|Anzug)|(?P<inquiry>Interpellation|(?:Schriftliche[ ])?Anfrage)
          |Geschäfts?|Vorlage|Ratschlag|Bericht|Botschaft|Weisung|(?P<parliament>G?GR|Parl)(?=\.?-?[ ]?Nr))\.?(?:-?[ ]?Nr\.?)?:?[ \n]
        (?P<value>\d{2}\.\d{4}\.\d{2}|(?:19|20)\d\d\.(?:\d{3}|(?(parliament)\d{1,2}|(?!))))                # GGR-Nr. 2021.4 (Winterthur)
       |(?P<shaped>20\d\d\.[A-Z]{2,3}\.\d{4,6}))(?![\w/–-]|[.,]\d|[ ]?(?:%|€|Fr\b|EUR|Euro|Franken))""",
    re.VERBOSE,
)
# What the value of the last looks like: without it a text is not searched for their many labels.
DOTTED_VALUE = re.compile(r"\.(?:\d{4}\.\d|(?<=(?:19|20)\d\d\.)(?<!\d\d{4}\.)(?:\d|[A-Z]{2}))")
# "Beschluss des Gemeinderats vom 12.3.2031, Nr. 45", "Beschluss vom 12. März 2031 (Nr. 2031-45)": a decision of a day
DECISION_OF_DAY = re.compile(
    r"""(?P<decision>[Bb]eschl(?:uss|uß)(?:es)?)(?:[ ](?:des|der)[ ][A-ZÄÖÜ][\w-]{2,30})?
        [ ]vom[ ]\d{1,2}\.[ ]?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8})[ ]?(?:\d{4}|\d\d),?[ ]
        \(?(?:Beschluss-?)?Nr\.[ ](?P<value>\d{1,5})(?![\w/–-]|[.,]\d)""",
    re.VERBOSE,
)
# "Vorlage OA 522", "Vortrag des Magistrats M 138", "Anregung vom 10.10.2016, OA 522, NR 851" (Frankfurt): letters, then a number.
_LETTERED = (
    r"(?!DM|DN|OZ|UG|KG|EG|OG|HH|FB|BA|AZ|PS|PC|[ABKLSU][ ]\d)[A-Z]{1,2}[ ]\d{2,4}(?:/\d{1,2})?"
    r"(?![\w%€]|[.,/:]\d|[ ](?:Euro|EUR|Uhr|m²|%)\b)"
)
LETTERED_VALUE = re.compile(r" (?<=[A-Z] )\d\d(?:(?<=[ \n][A-Z]...)|(?<=[ \n][A-Z][A-Z]...))")
LETTERED = re.compile(
    rf"""(?<!\w)(?:(?P<motion>[Aa]ntr(?:ag|äge)s?)|(?P<inquiry>[Aa]nfragen?)|Vorlagen?|Drucksachen?|Vortr(?:ag|äge)|Anregung(?:en)?
                  |Stellungnahmen?|Bericht|Initiative)
        (?:[ ]an[ ]den[ ]Magistrat|[ ]des[ ](?:Magistrats|Ortsbeirats(?:[ ]\d{{1,2}})?)|[ ]der[ ][A-ZÄÖÜ][\w-]{{1,20}})?
        (?:[ ]vom[ ]\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}})?,?[ \n]
        (?P<values>{_LETTERED}(?:(?:,|[ ]und|[ ]sowie)[ \n]{_LETTERED}){{0,9}})""",
    re.VERBOSE,
)
# "25/085 Annahme von Zuwendungen" (ALLRIS): the number opens the line of the title.
BEFORE_TITLE = re.compile(
    r"^(?P<value>(?!(?:0\d|1[0-2])/20\d\d)(?:\d{2}/\d{3,5}(?:-\d{1,2})?|\d{3,4}/\d{2})) (?=[A-ZÄÖÜ][a-zäöü]{2})", re.MULTILINE
)
# What tells its nature behind "Beschluss" alone: "024/2019", "45/2031", "28/0771-50.2"; a month does not.
TELLING = re.compile(
    rf"""\d{{1,4}}[a-z]?/{YEAR}(?:[/-]\w{{1,4}})?  |  {YEAR}[/-]\d{{2,5}}(?:[/-]\w{{1,4}})?
       | \d{{2}}[/-]\d{{4,5}}.{{0,5}}  |  0\d{{2,3}}[/-].{{2,8}}  |  [A-Z].{{4,20}}""",
    re.VERBOSE,
)
# "Beschluss 5/2031 - Freibad", "Nr. 3 Beschluss 5/2031: Freibad": what may be a month elsewhere is a number in an entry of a list
ENTRY_BEFORE = re.compile(r"(?:^|\n)(?:[-–•*][ ]|(?:Lfd\.[ ]?)?Nr\.[ ]?\d{1,3}:?[ ]|\d{1,3}[.)][ ])?$")
ENTRY_BEHIND = re.compile(r"[ ][-–][ ][A-ZÄÖÜ]|:[ ][A-ZÄÖÜ]")
# "BV 0123 (VII/2019-2024)": number, period and its years (Halberstadt); the token is what the brackets hold.
OF_PERIOD = re.compile(r"(?<![\w-])[A-Z]{1,4}(?:-[A-Za-z]{1,6})?[ ]\d{1,4}[ ]\($")
PERIOD_YEARS = re.compile(r"[IVX]{1,6}/20\d\d-20\d\d")
# "[19-12222-01]": period, number, version (Braunschweig), known only by its brackets.
PERIOD_NUMBER = re.compile(r"\d{2}-\d{4,5}(?:-\d{2})?")
LINK = re.compile(r"(?:,|[ ]und|[ ]sowie|[ ]/)[ \n]")
FOLLOWING = re.compile(r"(?:,|[ ]und|[ ]sowie|[ ]/)[ \n](?:[A-ZÄÖÜ]{1,4}[ ])?$")

# "Niederschrift über die Sitzung der Gemeindevertretung (GV/04/2024)": the number of the meeting behind its name.
SESSION = re.compile(r"\b(?:[Ss]itzung|Niederschrift|Protokoll)\b[^\n()]{0,70}\($")
PAPER_PREFIX = re.compile(r"(?:[IVX]+|BV|VO|DS|SV|MV|AN|AF|BVL|IV|TOP)[-/\d]")
# No council meets a thousand times: "StR/0735/2013" is a decision.
MEETING_PREFIX = re.compile(
    r"(?:SR|STR|StR|SBR\w*|GR|KT|HA|HFA|BVV|OR|OBR|JHA|BPA|SI)/(?!\d{4}/(?:19|20))\d|[A-Z][a-z]+[A-Z]\w*/(?!\d{4}/)"
)
INQUIRY_PREFIX = re.compile(r"A?F\d{4}/|A?F[/-]\d|AF\d")
MOTION_PREFIX = re.compile(r"A(?:N|T)?\d{2,4}/|(?:AN|AT)[/-]\d|\d{3,4}-AT/")
