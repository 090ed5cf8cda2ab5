"""The words of duties in time, as named data: what opens a deadline, what makes it a duty, and what makes it none.

Sources: Leipzig, Dresden, Karlsruhe, Erlangen, Freiburg, Köln, Zürich (see the survey of forms, parts 3.2, 3.3 and 3.5).
"""

from __future__ import annotations

import re

# Where a deadline may stand; searched first, because a text without these words holds none.
CUE = re.compile(
    r"""\b(?: [Bb]is\b | [Ss]pätestens\b | [Ii]nnerhalb\b | [Bb]innen\b | [Ii]nnert\b | [Nn]ächste[nrsm]?[ \n]
          | [Aa]lle[ \n](?:\d|z[we]|dr|vi|fü|se|ac|Ja) | [Jj]edes[ \n]Jahr | [Jj]ede[rs]?[ \n](?:Doppel|Haus|Jahr)
          | (?:ein|zwei|drei|vier)mal | \d[ -]?mal[ \n] | [Tt]urnus | [Rr]hythmus
          | [Ii]n[ \n](?:einem|zwei|drei|vier|fünf|sechs|\d{1,2})[ \n](?:Jahr|Mona|Woch)
          | [Nn]ach[ \n] | [Vv]or[ \n](?:de|Be|Pl|Ab|Ei|Er) | [Ii]m[ \n]Rahmen | [Pp]arallel | [Bb]ei[ \n]der | [Mm]it[ \n](?:de[rm]|Be)
          | [Ii]n[ \n](?:die|eine[rs]?)[ \n](?:nä|ko|der) | [Ii]n[ \n](?:de[rn][ \n])?(?:nächste|Jahren|20\d\d|diese)| [Nn]och[ \n] | [Ii]m[ \n] | [Zz]um[ \n]\d | [Aa]m[ \n]\d
          | Anfang | Mitte | Ende )
        | (?:halb|viertel)?jährlich | quartalsweise | monatlich | wöchentlich""",
    re.VERBOSE,
)

# --- What makes a time a deadline -----------------------------------------------------------------------------------------------

# "vorzulegen", "einzuleiten", "zu berichten", "nachzuholen"
INFINITIVE = re.compile(
    r"\b(?:(?:ab|an|auf|aus|auszu|bei|bereit|durch|ein|fertig|fest|fort|frei|her|heran|hinzu|mit|nach|nieder|statt|teil|um|vor|weiter|wieder|zurück|zusammen|zuzu|ver)zu[a-zäöüß]{3,}"
    r"|zu[ \n](?!den|einem|einen|dessen|ihren|seinen|allen|beiden|deren|diesen|unseren)[a-zäöüß]{3,}(?:en|ern|eln|un))\b"
)
# "wird beauftragt", "soll", "bittet", "möge"
DEMAND = re.compile(
    r"\b(?:soll(?:en|t?en?)?|sollten?|muss|müssen|hat|haben|sind|ist)\b(?=.{0,160}\b(?:zu|[a-zäöü]+zu[a-zäöüß]+en)\b)|\b(?:soll(?:en|ten?)?|muss|müssen|möge|mögen|Voraussetzung"
    r"|beauftrag(?:t|en)|gebeten|bittet|bitten|ersucht|ersuchen|aufgefordert|fordert|fordern|verpflichtet|angewiesen)\b",
    re.DOTALL,
)
# "wird … vorgelegt", "werden … umgesetzt": what is going to be done
COMING = re.compile(r"\b(?:[Ww]ird|[Ww]erden)\b")
PLANNED = re.compile(
    r"\b(?:geplant|vorgesehen|beabsichtigt|angestrebt|avisiert|terminiert|voraussichtlich|Ziel[ \n]ist|Zielsetzung|Zeitplan|plant|planen|erfolgt|erfolgen|entstehen|folgt|beginnt|beginnen"
    r"|starten|startet|endet|legt|legen|berichtet|berichten|erstattet|prüft|erarbeitet|führt|führen|setzt|informiert|stellt|stellen|übernimmt|liefert)\b"
)
# A planned step by its noun: "Übergabe im Herbst 2023", "Fertigstellung: Ende 2024"
STEP = re.compile(
    r"\b(?:\w*(?:[Ff]ertigstellung|[Ii]nbetriebnahme|[Bb]aubeginn|[Bb]auende|[Üü]bergabe|[Ee]röffnung|[Uu]msetzung|[Rr]ealisierung|[Aa]bschluss|[Bb]eginn|[Ss]tart"
    r"|[Dd]urchführung|[Vv]orlage|[Bb]ericht(?:erstattung)?|[Ee]valuation|[Ee]valuierung|[Ff]ortschreibung|[Aa]usschreibung|[Bb]aumaßnahme|[Ss]anierung|[Ee]ntscheidung))\b"
)
PARTICIPLE = re.compile(
    r"\b(?:[a-zäöü]{2,14})?(?:ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|wieder)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]+iert|[a-zäöüß]{3,}en)\b"
)

# --- What makes it none ---------------------------------------------------------------------------------------------------------

PAST = re.compile(
    r"\b(?:wurden?|war|waren|hatten?|worden|erfolgten?|fand|fanden|begann|begannen|erhielt|erhielten|lag|lagen|gab|konnten?|stellte|legte|bat|beschloss|berichtete|fragte|sprach|kam"
    r"|bereits[ \n](?:am|im|in))\b"
)
# Right before a date: letters, states of affairs, past, validity.
NO_DUTY_BEFORE = re.compile(
    r"(?:\b(?:vom|seit|ab|Stand:?|vor[ \n]dem|nach[ \n]dem|datiert|rückwirkend(?:[ \n](?:zum|ab))?|Fassung|Sitzung(?:en)?|Sitzung[ \n]am|Beschluss(?:es)?|Antrag|Schreiben|Protokoll|von|Haushaltsjahr"
    r"|Haushaltsjahre[ns]?|HH-Jahre?n?|Geschäftsjahr|Wirtschaftsjahr|Haushalts?plans?|[Hh]aushalt|Kalkulation|Gebührenkalkulation|Nr\.|Uhr)[ \n]+(?:am[ \n]|den[ \n]|der[ \n])?)$"
)
# Around a date: validity, terms, offices, remedies, entry into force.
VALIDITY = re.compile(
    r"\bin[ \n]Kraft\b|[Ii]nkraft|\b[Gg]ültig|\bgilt\b|\bgelten\b|\bläuft\b|\blaufen\b|[Ww]iderspruch|[Rr]echtsbehelf|[Kk]lage\b|[Rr]eferendum|[Ee]inwendung|Einspruch|[Rr]echtskraft"
    r"|[Bb]estellt\b|\bgewählt\b|\bkündbar|[Rr]ücktrittsrecht|\bweiterhin\b|\bbesteht\b|\bausgelegt|\bauszulegen|öffentlich[ \n]aus\b|\bzugelassen|\bgestattet|\berlaubt|\b[Vv]erzicht|\bErlass\b"
    r"|\bausgesetzt|\bAussetzung|\bUhr\b|[Gg]eöffnet|Öffnungszeit|\bgeboren|Jahrgang|\bTeilnehmer|\bbis[ \n]zu[ \n]\d|\bzunächst[ \n]bis|\bStundung|\bgestundet"
)
# The same, wherever they stand in the sentence before a date.
TERM = re.compile(
    r"\b[Bb]efristet|[Ll]aufzeit|[Aa]mtszeit|[Ww]ahlperiode|[Vv]ertragsdauer|\b[Vv]erlängert|\b[Vv]erlängerung|[Bb]indefrist|[Zz]uschlagsfrist|[Bb]ewilligungszeitraum|[Ff]örderzeitraum"
    r"|\bgemietet|\bgepachtet|\banzumieten\b|\b[Mm]ietvertrag|\bErbbaurecht|\b(?:zu|als|zum|zur)[ \n](?:(?:stellvertretenden|ordentlichen)[ \n])?(?:Mitglied|Stellvertret|Vertret)|\bentsandt|\bentsende|\b[Zz]eitraum[ \n]vom\b"
)
# "für die bis Anfang 2023 noch fehlenden Felder": a date inside an attribute.
ATTRIBUTE_AFTER = re.compile(r"[ ](?:noch[ ]|schon[ ]|bereits[ ])?[a-zäöüß]+end(?:e[nrsm]?)\b")
# "bis zum Jahr 2023 um 107.100 Euro": a year of money.
MONEY_AFTER = re.compile(r"[ ](?:um|auf|von|in[ ]Höhe[ ]von)[ ](?:\w+[ ]){0,2}(?:€[ ]?)?\d")
# A span "von … bis …", "vom 1. bis 3. Mai", "2018 bis 2021" is no date to be met.
SPAN_BEFORE = re.compile(
    r"\b(?:[Vv]on|[Vv]om|[Zz]wischen|[Ss]eit|[Aa]b|[Zz]eitraum)[ \n](?:den[ \n]|dem[ \n])?(?:\d{1,2}\.|\d{4}\b|[A-ZÄÖÜ][a-zäöü]+\b)(?![^;]{0,30}(?:€|Euro|EUR))[^;€]{0,28}$"
    r"|(?:\b(?:19|20)\d\d|\d\.|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)[ \n]?$"
    r"|(?:\b(?:Zeit|Zeitraum|Jahre|Jahren|Periode|Zeitspanne|Handlungsfelde?s?|Agenda)|[Pp]lan|[Pp]lanung|[Kk]onzepte?s?|[Pp]rognose|[Pp]rogramme?s?|[Ss]trategie)[ \n]$"
)

# --- Durations and recurrences --------------------------------------------------------------------------------------------------

NUMBER = r"(?:\d{1,3}|eine[mnrs]?|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|vierzehn|achtzehn|vierundzwanzig)"
UNIT = r"(?:(?:Arbeits|Werk|Kalender)?[Tt]age?[ns]?|Woche[n]?|Monate?[ns]?|Quartale?[ns]?|Halbjahre?[ns]?|Jahre?[ns]?)"
RELATIVE = re.compile(
    rf"""
      \b(?P<within> [Ii]nnerhalb(?:[ \n](?:von|einer[ \n]Frist[ \n]von|eines[ \n]Zeitraums[ \n]von))? | [Bb]innen | [Ii]nnert )[ \n]
        (?:der[ \n]nächsten[ \n]|maximal[ \n]|längstens[ \n]|spätestens[ \n]|der[ \n]ersten[ \n])?(?P<count> {NUMBER})[ \n-]?(?P<unit> {UNIT})\b   # innerhalb von sechs Monaten
    | \b(?P<after> (?:[Ss]pätestens[ \n])?(?:[Nn]ach|[Ii]n))[ \n](?:[Aa]blauf[ \n]von[ \n]|rund[ \n]|ca\.[ \n]|etwa[ \n]|weiteren[ \n]|jeweils[ \n])?
        (?P<after_count> {NUMBER})[ \n](?P<after_unit> {UNIT})\b                                                               # nach einem Jahr
    | \b[Ss]pätestens[ \n](?P<late_count> {NUMBER})[ \n](?P<late_unit> {UNIT})[ \n](?=nach|vor|ab)                                    # spätestens drei Monate nach
    | \b(?P<frist> Frist[ \n]von)[ \n](?P<frist_count> {NUMBER})[ \n](?P<frist_unit> {UNIT})\b
    """,
    re.VERBOSE,
)
ANCHOR = re.compile(
    r"[ \n](?:nach|ab|seit|vor)[ \n](?:(?:dem|der|den|des|Ende[ \n]de[rs])[ \n])?(?P<anchor>(?:[a-zäöüß]+e[nrs]?[ \n]){0,2}[A-ZÄÖÜ][\w-]+(?:[ \n](?:de[rs]|einer|eines|von|zur|zum|dieser|dieses)"
    r"[ \n](?:[a-zäöüß]+e[nrs]?[ \n]){0,2}[A-ZÄÖÜ][\w-]+){0,2})"
)
RECURRING = re.compile(
    rf"""
      (?P<P6M> \b(?:[Hh]albjährlich(?:e[nrsm]?)?|alle[ \n](?:sechs|6)[ \n]Monate|zwei-?[Mm]al[ \n](?:jährlich|im[ \n]Jahr|pro[ \n]Jahr|jedes[ \n]Jahr)|2[ -]?[Mm]al[ \n](?:jährlich|im[ \n]Jahr|pro[ \n]Jahr))\b )
    | (?P<P3M> \b(?:[Vv]ierteljährlich(?:e[nrsm]?)?|[Qq]uartalsweise[nrs]?|quartalsmäßig|alle[ \n](?:drei|3)[ \n]Monate|(?:vier-?|4[ -]?)[Mm]al[ \n](?:jährlich|im[ \n]Jahr|pro[ \n]Jahr)
        |(?:in[ \n])?jede[mns][ \n]Quartals?|pro[ \n]Quartal|einmal[ \n]im[ \n]Quartal|zum[ \n]Ende[ \n](?:eines[ \n])?jeden[ \n]Quartals)\b )
    | (?P<P4M> \b(?:drei-?|3[ -]?)[Mm]al[ \n](?:jährlich|im[ \n]Jahr|pro[ \n]Jahr)\b )
    | (?P<P1M> \b(?:[Mm]onatlich(?:e[nrsm]?)?|jeden[ \n]Monat|einmal[ \n](?:im|pro)[ \n]Monat)\b )
    | (?P<P1W> \b(?:[Ww]öchentlich(?:e[nrsm]?)?|jede[ \n]Woche)\b )
    | \b[Aa]lle[ \n](?P<every> {NUMBER})[ \n](?P<every_unit> Jahre|Monate|Wochen|Tage)\b                                              # alle zwei Jahre
    | \b(?P<turnus> {NUMBER[3:-1].replace("|", "|")})-?(?P<turnus_unit> jährig|monatig|monatlich|wöchig|wöchentlich|jährlich)\w{{0,2}}[ \n](?:[a-z]+[ \n])?(?:Turnus|Rhythmus|Abst[aä]nde?n?|Zyklus|Zeitabst[aä]nde?n?)
    | (?P<P2Y> \b(?:jede[snrm]?[ \n](?:künftigen[ \n]|neuen[ \n])?Doppelhaushalt(?:s|es|e)?|zu[ \n]jedem[ \n]Doppelhaushalt|[Zz]weijährlich|[Zz]weijahresrhythmus)\b )
    | (?P<P1Y> (?<![a-zäöüß])(?:(?:ein|1[ -]?)-?[Mm]al[ \n](?:jährlich|im[ \n](?:Kalender)?[Jj]ahr|pro[ \n](?:Kalender)?[Jj]ahr|jährlich)|[Jj]ährlich(?:e[nrsm]?)?|[Aa]lljährlich(?:e[nrsm]?)?|[Jj]edes[ \n](?:Kalender)?[Jj]ahr
        |(?:eines[ \n])?[Jj]eden[ \n](?:Kalender)?[Jj]ahres|[Jj]ahresturnus|im[ \n]Jahresrhythmus|[Jj]edem[ \n]Haushalt(?:sjahr)?|[Jj]edes[ \n]Haushaltsjahr(?:es)?)\b )
    """,
    re.VERBOSE,
)
# A recurrence is a duty beside one of these; beside money it is the period of the money.
RECURRING_DUTY = re.compile(
    r"[Bb]ericht|\binformier|\bunterricht|[Vv]orzulegen|\bvorgelegt|\bvorlegen|\blegt\b|\bvorzustellen|\bvorgestellt|[Ff]ortzuschreiben|\bfortgeschrieben|[Ff]ortschreibung|[Ee]valuier|\bEvaluation|[Üü]berprüf|\bprüfen\b"
    r"|\bgeprüft|\baktualisier|\banzupassen|\bangepasst|\bdurchzuführen|\bdurchgeführt|\berstell|\bveröffentlich|\berheb|\bauszuschreiben|[Mm]onitoring|\berstatte|Kenntnis[ \n]zu[ \n]geben|Rechenschaft|\bPlanung\b|\bbefass"
    r"|\babzustimmen|[Bb]eschlusskontrolle|\bdarzulegen|\bdargestellt|\bvorzubereiten|\bstatt(?:finden|zufinden)|\bmitzuteilen"
)
MONEY_NEAR = re.compile(
    r"€|\bEuro?\b|\bEUR\b|Mio|Franken|CHF|\b(?:Kosten|Zuschuss|Beitrag|Miete|Budget|Mittel|Betrag|Zuschüsse|Mehrkosten|Folgekosten|Ertrag|Aufwand|Belastung|Bedarf|Erbbauzins|Pacht|Mieterhöhung)\b"
)

# --- Events ---------------------------------------------------------------------------------------------------------------------

_NOUNS = (
    r"(?!Jahres(?:ende|beginn|anfang)|Monatsende)(?:\w*(?:[Ss]ommerpause|[Ss]ommerferien|[Oo]sterferien|[Hh]erbstferien|[Ww]eihnachtspause|[Ff]erien)|\w*[Hh]aushalts-?[Bb]eratung(?:en)?|\w*[Hh]aushaltsplan(?:ung|aufstellung|verfahren)(?:en)?"
    r"|\w*[Hh]aushaltsaufstellung|Etatberatung(?:en)?|\w*[Nn]achtragshaushalt(?:s|es)?|Budgetberatung(?:en)?|Heizperiode|Schuljahr(?:es)?(?:beginn)?|Kindergartenjahr(?:es)?|Schulbeginn"
    r"|\w*(?:[Ss]itzung(?:en)?|[Ss]itzungslauf(?:s|es)?|[Ss]itzungsrunde|[Ss]itzungsfolge|[Pp]lenum)"
    r"|\w*(?:[Aa]bschluss(?:es)?|[Bb]eginn|[Ee]nde|[Ff]ertigstellung|[Ii]nbetriebnahme|[Ii]nkrafttreten|[Bb]eschlussfassung|[Vv]orliegen|[Vv]orlage|[Ee]inrichtung|[Ee]ntscheidung(?:en)?|[Pp]lanung|[Vv]ergabe"
    r"|[Ee]röffnung|[Ee]rteilung|[Aa]blauf|[Ee]ingang|[Bb]ekanntgabe|[Aa]uftragsvergabe|[Bb]aubeginn|[Uu]msetzung|[Dd]urchführung|[Rr]ealisierung|[Kk]lärung|[Aa]uswertung|[Bb]aumaßnahme|[Ss]atzungsbeschluss(?:es)?"
    r"|[Rr]echtskraft|[Ww]ahl|[Kk]ommunalwahl|[Aa]ntragstellung|[Aa]usschreibung))"
)
EVENT = re.compile(
    rf"""
      \b(?P<until> (?:[Ss]pätestens[ \n])?[Bb]is(?:[ \n]spätestens)?[ \n](?:zu[mr]|zu(?:[ \n]den|[ \n]der|[ \n]dem)?)
        | (?:[Nn]och[ \n]|[Rr]echtzeitig[ \n]|[Uu]nmittelbar[ \n])?[Vv]or(?:[ \n]de[rnm])? | [Ss]pätestens[ \n](?:zu[rm]|in[ \n]de[rn]|mit[ \n]de[rm]|bei[ \n]de[rm]|zu[ \n]den|nach[ \n]de[rmn])
        | (?:[Uu]nmittelbar[ \n])?[Nn]ach(?:[ \n]de[rnm])?(?:[ \n]erfolgter|[ \n]erfolgtem)?
        | [Ii]m[ \n](?:Rahmen|Zuge|Zusammenhang[ \n]mit|Vorfeld)[ \n](?:de[rs]|einer|eines|von) | [Bb]ei[ \n]de[rn] | [Mm]it[ \n]de[rm] | [Pp]arallel[ \n]zu[rm] | [Ii]n[ \n](?:de[rn]|eine[rs]?[ \n]de[rs]|die|eine[rs]?) | [Zz]u[rm] | [Ii]ns | [Zz]u[ \n]den )[ \n]
      (?P<anchor> (?:[a-zäöüß]+e[nrs]?[ \n]){{0,3}}{_NOUNS}\b(?:[ \n](?:(?:de[rs]|einer|eines|von|für)[ \n](?:[a-zäöüß]+[ \n]){{0,3}}[A-ZÄÖÜ][\w-]+|im[ \n][A-ZÄÖÜ]\w+|in[ \n]\d{{4}}|\d{{4}}(?:/\d{{2,4}})?)){{0,3}})
    """,
    re.VERBOSE,
)
# Events that are deadlines with "in der", "im Rahmen", "zur": the others only with "bis", "vor", "spätestens", "nach".
CYCLE = re.compile(r"[Hh]aushalts|[Ee]tat|[Bb]udget|[Nn]achtrag|nächste|kommende|übernächste|folgende")
MEETING = re.compile(r"[Ss]itzung|[Pp]lenum")
NEXT_REPORT = re.compile(
    r"(?:[Nn]ächste[rns]?[ \n](?:Beschlusskontrolle|Bericht(?:erstattung)?|Zwischenbericht|Sachstandsbericht|Berichtstermin|Wiedervorlage|Information|Kontrolle)|\bWiedervorlage(?:termin)?|\bWV|[Nn]ächster[ \n]Termin"
    r"|[Ee]rneute[ \n](?:Vorlage|Berichterstattung))[ \n]?(?::|am|zum|bis|bis[ \n]zum|im|erfolgt[ \n](?:am|zum|im|bis))?[ \n]{0,2}$"
)

# --- What is to be done ---------------------------------------------------------------------------------------------------------

DUTIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "report",
        re.compile(
            r"[Bb]ericht|[Ii]nformier|[Uu]nterricht|Kenntnis[ \n]zu[ \n]geben|vorzustellen|vorgestellt|Rechenschaft|mitzuteilen|mitgeteilt|[Bb]eschlusskontrolle"
        ),
    ),
    ("decide", re.compile(r"\bbeschlie|[Ee]ntscheid|\bzu[ \n]beraten|[Bb]eschlussfassung|\bberaten\b|\bbehandelt?\b|\bzu[ \n]behandeln")),
    ("apply", re.compile(r"beantrag|Antrag[ \n]zu[ \n]stellen|anzumelden|\bbewerb|Förderantrag|\banmelden")),
    (
        "submit",
        re.compile(
            r"vorzulegen|vorgelegt|vorlegen|\blegt\b.{0,80}\bvor\b|einzureichen|nachzureichen|eingereicht|einzubringen|zuzuleiten|[Vv]orschl[aä]g|nachzuholen|ausgearbeitet|[Ee]rstbericht|zu[ \n]übergeben|abzugeben",
            re.DOTALL,
        ),
    ),
)
