r"""How a time without a date is written: durations, recurrences, events; and the words that lead to a date.

    "innerhalb von sechs Monaten nach …", "mindestens einmal im Jahr", "alle zwei Jahre", "vor der Sommerpause"

Sources: Leipzig, Dresden, Karlsruhe, Freiburg, Zürich (see the survey of forms, part 3.2). In the shadow a line end may stand
for any blank, hence [ \n].
"""

from __future__ import annotations

import re

_B = r"[ \n]"

# --- Dates ----------------------------------------------------------------------------------------------------------------------

# What stands right before a date: "bis zum", "spätestens am", "noch in", "vor (Ende 2021)".
UNTIL = re.compile(
    r"(?:\b[Bb]is[ ](?:(?:spätestens|längstens)[ ])?(?:zum[ ]|zm[ ]|zur[ ]|einschließlich[ ]|einschl\.[ ]|inklusive[ ]|zu[ ])?"
    r"(?:\w{0,9}tag,?[ ](?:den[ ])?)?(?:(?:dem|den|Ablauf[ ]des)[ ])?(?:Jahr[ ])?"
    r"|\b[Ss]pätestens[ ](?:(?:am|zum|im|in|bis|bis[ ]zum|ab|mit)[ ])?(?:\w{0,9}tag,?[ ](?:den[ ])?)?"
    r"|\b[Nn]och[ ](?:in|im|vor)[ ]|\b[Vv]or[ ](?:dem[ ])?)$"
)
BEGIN_OF = re.compile(r"\b[Bb]is[ ]zu[mr][ ](?P<anchor>(?:Beginn|Ende|Start|Abschluss)[ ](?:de[rs][ ])?[A-ZÄÖÜ]\w+)[ ]am[ ]$")
WITHIN = re.compile(
    r"\b(?:[Ii]m|[Ii]n|[Ii]n[ ]de[nr]|[Ii]m[ ]Zeitraum|[Ii]m[ ]Laufe(?:[ ]de[rs])?|[Ii]m[ ]Verlaufe?[ ]de[rs]|[Ww]ährend[ ]de[rs]"
    r"|[Nn]och[ ]im)[ ]$"
)
ON = re.compile(r"\b(?P<word>[Aa]m|[Zz]um|[Pp]er)[ ](?:\w{0,9}tag,?[ ](?:den[ ])?)?$")
NEXT_REPORT = re.compile(
    r"(?:[Nn]ächste[rns]?[ ](?:Beschlusskontrolle|Bericht(?:erstattung)?|Zwischenbericht|Sachstandsbericht|Berichtstermin|Wiedervorlage"
    r"|Information"
    r"|Kontrolle)|\bWiedervorlage(?:termin)?|[Ee]rneute[ ](?:Vorlage|Berichterstattung))"
    r"[ ]?(?::|am|zum|bis|bis[ ]zum|im|erfolgt[ ](?:am|zum|im|bis))?[ ]{0,2}$"
)
# "Die Beschlusskontrolle wird zum 31. Dezember 2032 fortgeführt"
RESUMED_BEFORE = re.compile(r"\b(?:Beschlusskontrolle|Berichterstattung)[ ]wird[ ](?:zum|am|bis[ ]zum)[ ]$")
RESUMED_AFTER = re.compile(r"[ ](?:fortge|erneut|wieder)")
# "ist für Herbst 2023 geplant", "soll 2022 umgesetzt werden"
FORESEEN = re.compile(r"\b(?:[Ff]ür|auf)[ ](?:das[ ](?:Jahr[ ])?|den[ ])?$")
FORESEEN_AFTER = re.compile(r"[ ](?:\w+[ ]){0,2}(?:geplant|vorgesehen|terminiert|avisiert|angestrebt|beabsichtigt|angesetzt)\b")
BARE_AFTER = re.compile(r"\b(?:soll|sollen|wird|werden|erfolgt|erfolgen|voraussichtlich)[ ]$")
BARE_DUTY = re.compile(r"\b(?:ist|sind)[ ]$")  # "ist 2025 umzusetzen": only where the infinitive follows at once
# "soll Ende 2032 durch einen Vertrag abgeschlossen sein": the verb that ends the clause
AIM_BEFORE = re.compile(r"\b(?:soll|sollen)[ ](?:voraussichtlich[ ])?$")
AIM_AFTER = re.compile(r"[ ][^,;.]{0,80}?[ ]?\b[a-zäöüß]{4,}(?:t|en)[ ](?:sein|werden)\b")
# "Fertigstellung: Ende 2023"; and "Die Arbeiten beginnen im Juli 2021"
STEP_NAMES = (
    "Fertigstellung|Inbetriebnahme|Baubeginn|Bauende|Bauzeit|Übergabe|Eröffnung|Umsetzung|Realisierung|Abschluss|Beginn"
    "|Ausschreibung|Vergabe"
)
STEP_LABEL = re.compile(rf"\b(?:{STEP_NAMES}):[ ]$")
BEGINS_BEFORE = re.compile(
    r"\b(?:beginnt|beginnen|startet|starten|erfolgt|erfolgen|endet|enden)[ ](?:\w+[ ]){0,1}(?:im[ ]|in[ ]|in[ ]de[nr][ ])?$"
)
# "Umsetzungstermin: 31.12.2021": a label, in a resolution also the bare "Termin:", which elsewhere is the day of a meeting.
LABEL = re.compile(
    r"\b(?P<word>Umsetzungstermin|Zieltermin|Erledigungstermin|Abgabetermin|Abgabefrist|Frist|Termin|T\.?|Berichtstermin"
    r"|(?:[Zz]u[ ])?[Ee]rledig(?:en|ung)[ ]bis):[ ]?(?:bis[ ])?(?:zum[ ])?$"
)
# "erstmals zum 30.09.2021", "beginnend mit dem Jahr 2022"
FIRST = re.compile(r"\b(?:[Ee]rstmals|[Ee]rstmalig)[ ](?:zum|am|im|in|im[ ]Jahr|bis[ ]zum)?[ ]?$")
# "in seiner Sitzung am 30.09.2021 zu berichten", "zur Sitzung am 15.09. einen Entwurf vorzulegen"
AT_MEETING = re.compile(
    r"\b(?:[Bb]is[ ]zur|[Zz]ur|[Ff]ür[ ]die|[Ii]n[ ](?:der|seiner|ihrer))[ ](?:[a-zäöü]+[ ])?"
    r"[\w-]*[Ss]itzung[ ](?:de[rs][ ][\w-]+[ ])?(?:am|vom)[ ]$"
)
OBJECT = re.compile(r"[ ](?:(?:erneut|wieder|einen?|eine|den|das|die|dem)[ ](?:[\w-]+[ ]){0,3})?")
# "bis zum 30.06. eines jeden Jahres"
EVERY_YEAR_AFTER = re.compile(
    r"[ ]?(?:(?:eines|des)[ ])?(?:jede[ns][ ](?:Kalender|Haushalts)?[Jj]ahres|jeweiligen[ ]Jahres"
    r"|(?:jeweiligen[ ])?Folgejahr(?:es|s)|jährlich)\b"
)
# "jährlich bis zum 31.03.": a day of every year says more of its recurrence than of a date.
EVERY_YEAR_BEFORE = re.compile(r"\b(?:[Jj]ährlich|[Aa]lljährlich|[Jj]edes[ ]Jahr|[Jj]eweils)[ ](?:[a-zäöüß]+[ ])?$")
# "vom 01.06.2021 bis zum 30.09.2021 auszuführen"
FROM = re.compile(r"(?:\b[Ii]m[ ]Zeitraum[ ]|\b[Ii]n[ ]der[ ]Zeit[ ])?\b[Vv]om[ ]$")
TO = re.compile(r"[ ](?:bis|–|-)[ ](?:zum[ ]|einschließlich[ ])?")
AFTER_RANGE = re.compile(r"[ ]?(?:bis|–|-)[ ]?(?:zum[ ])?\d")

# --- Durations ------------------------------------------------------------------------------------------------------------------

NUMBER_WORDS = "eine[mnrs]?|ein|zweier|zwei|dreier|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|vierzehn|achtzehn|vierundzwanzig"
NUMBER = rf"(?:\d{{1,3}}|{NUMBER_WORDS})"
UNIT = (
    r"(?:halben[ \n]Jahre?s?|Vierteljahre?s?|(?:Arbeits|Werk|Kalender)?[Tt]age?[ns]?|Wochen?|Monate?[ns]?"
    r"|Quartale?[ns]?|Halbjahre?[ns]?|Jahre?[ns]?)"
)
DURATION = re.compile(
    rf"""
      (?:[Ii]nnerhalb|[Bb]innen|[Ii]nnert)(?:{_B}(?:von|einer{_B}Frist{_B}von|eines{_B}Zeitraums{_B}von))?{_B}
        # innerhalb von sechs Monaten
        (?:(?:der{_B}nächsten|maximal|längstens|spätestens|der{_B}ersten){_B})?(?P<count> {NUMBER})[ \n-]?(?P<unit> {UNIT})\b
    | \b(?:[Ss]pätestens{_B})?(?:[Nn]ach|[Ii]n){_B}(?:(?:[Aa]blauf(?:{_B}von)?|rund|ca\.|etwa|weiteren|jeweils
            |den{_B}(?:nächsten|kommenden|folgenden)){_B})?
        # nach einem Jahr
        (?P<after_count> {NUMBER}){_B}(?P<after_unit> {UNIT})\b
    # spätestens drei Monate nach
    | [Ss]pätestens{_B}(?P<late_count> {NUMBER}){_B}(?P<late_unit> {UNIT})(?={_B}(?:nach|vor|ab))
    # zwei Jahre nach Inkrafttreten
    | \b(?P<bare_count> {NUMBER}){_B}(?P<bare_unit> {UNIT})(?={_B}nach{_B})
    | \b(?:[Bb]innen|[Ii]nnerhalb|[Ii]nnert){_B}(?P<frist_year> Jahresfrist|Monatsfrist)\b
    | \bFrist{_B}von{_B}(?P<frist_count> {NUMBER}){_B}(?P<frist_unit> {UNIT})\b
    """,
    re.VERBOSE,
)
# What a duration runs from: "nach Abschluss des Haushaltsjahres", "ab Inkrafttreten".
ANCHOR = re.compile(
    r"[ ](?:nach|ab|seit|vor)[ ](?:(?:dem|der|den|des|Ende[ ]de[rs])[ ])?(?P<anchor>(?:[a-zäöüß]+e[nrs]?[ ]){0,2}[A-ZÄÖÜ][\w-]+"
    r"(?:[ ](?:de[rs]|einer|eines|von|zur|zum|dieser|dieses)[ ](?:[a-zäöüß]+e[nrs]?[ ]){0,2}[A-ZÄÖÜ][\w-]+){0,2})"
)

# --- Recurrences ----------------------------------------------------------------------------------------------------------------

_MONTH = "(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
_TIME_OF_YEAR = rf"(?:\d{{1,2}}\.[ ]?(?:\d{{1,2}}\.|{_MONTH})|{_MONTH}|Frühjahr|Herbst|Sommer|Winter)"
_A_YEAR = rf"{_B}(?:jährlich|(?:im|pro|in[ ]jedem|in[ ]einem)[ ](?:Kalender)?[Jj]ahr|jedes[ ]Jahr)"
RECURRENCE = re.compile(
    rf"""
      (?P<P6M> \b(?:[Hh]albjährlich(?:e[nrsm]?)?|alle[ ](?:sechs|6)[ ]Monate|(?:zwei-?|2[ -]?)(?:[Mm]al|x){_A_YEAR}
        |jedes[ ]Halbjahr|(?:pro|im)[ ]Halbjahr(?![ ]\d))\b )
    # jeweils zum 30.06. und 31.12., jeweils im Frühjahr und im Herbst
    | (?P<twice> \b[Jj]eweils[ ](?:bis[ ])?(?:zum|im|am)[ ]{_TIME_OF_YEAR}[ ](?:und|sowie|bzw\.)[ ](?:(?:zum|im|am)[ ])?{_TIME_OF_YEAR}
        (?![ ]?\d)(?:[ ](?:eines(?:[ ]jeden)?|jeden)[ ]Jahres)? )
    | (?P<P3M> \b(?:[Vv]ierteljährlich(?:e[nrsm]?)?|[Qq]uartalsweise[nrs]?|alle[ ](?:drei|3)[ ]Monate|(?:vier-?|4[ -]?)(?:[Mm]al|x){_A_YEAR}
        |(?:in[ ])?jede[mns][ ]Quartals?|[Jj]eweils[ ](?:bis[ ])?zum[ ]Quartalsende|pro[ ]Quartal|einmal[ ]im[ ]Quartal)\b )
    | (?P<P4M> \b(?:drei-?|3[ -]?)(?:[Mm]al|x){_A_YEAR}\b )
    | (?P<P1M> \b(?:[Mm]onatlich(?:e[nrsm]?)?|jeden[ ]Monat|einmal[ ](?:im|pro)[ ]Monat)\b )
    | (?P<P1W> \b(?:[Ww]öchentlich(?:e[nrsm]?)?|jede[ ]Woche)\b )
    # alle zwei Jahre
    | \b[Aa]lle[ ](?P<every> {NUMBER})[ ](?P<every_unit> Jahre|Monate|Wochen|Tage)\b
    | \b(?P<turnus> {NUMBER_WORDS})-?(?P<turnus_unit> jährig|monatig|monatlich|wöchig|wöchentlich|jährlich)\w{{0,2}}[ ](?:[a-z]+[ ])?
        # in dreijährigem Turnus
        (?:Turnus|Rhythmus|Abst[aä]nde?n?|Zyklus|Zeitabst[aä]nde?n?)
    # im Zwei-Jahres-Turnus, im Abstand von zwei Jahren
    | \b(?P<cycle> (?i:{NUMBER}))-?[Jj]ahres-?(?:[Tt]urnus|[Rr]hythmus|[Aa]bst[aä]nde?n?|[Zz]yklus)\b
    | \bAbst[aä]nde?n?[ ]von[ ](?:jeweils[ ])?(?P<apart> {NUMBER})[ ](?P<apart_unit> Jahren|Monaten|Wochen)\b
    # in jeder zweiten Sitzung: how often depends on the calendar
    | (?P<sittings> \b[IiZz][nu][ ]jeder[ ](?:zweiten|dritten|vierten)[ ][\w-]{{0,20}}[Ss]itzung\b )
    | (?P<P2Y> \b(?:jede[snrm]?[ ](?:künftigen[ ]|neuen[ ])?Doppelhaushalt(?:s|es|e)?|[Zz]weijährlich|[Zz]wei-?[Jj]ahres-?[Rr]hythmus)\b )
    | (?P<P1Y> (?<![a-zäöüß])(?:(?:ein|1[ -]?)-?(?:[Mm]al|x){_A_YEAR}|(?:all)?[Jj]ährlich(?:e[nrsm]?)?|[Aa]lljährlich
        |[Jj]edes[ ](?:Kalender)?[Jj]ahr|[Jj]ede[ns][ ](?:Kalender)?[Jj]ahres
        # jeweils zum Jahresende, jeweils bis zum 31. März eines Jahres
        |[Jj]eweils[ ](?:spätestens[ ])?(?:bis[ ])?(?:(?:zum|im|am)[ ])?(?:Jahres(?:ende|anfang|beginn)|Ende[ ](?:des|eines)[ ]Jahres
            |\d{{1,2}}\.[ ]?(?:\d{{1,2}}\.|{_MONTH})|(?:Ende[ ]|Anfang[ ]|Mitte[ ])?(?:{_MONTH}|Frühjahr|Herbst|Sommer|Winter))
            (?![ ]?\d|[ ](?:und|sowie|bzw\.)[ ](?:zum[ ]|im[ ])?(?:\d|{_MONTH}|Frühj|Herbst))
            (?:[ ](?:eines(?:[ ]jeden)?|des[ ]jeweiligen|jeden|des|des[ ]folgenden)[ ]Jahres|[ ]des[ ](?:jeweiligen[ ])?Folgejahre?s)?
        # bis 31. März des jeweiligen Folgejahres
        |[Bb]is[ ](?:spätestens[ ])?(?:zum[ ])?\d{{1,2}}\.[ ]?(?:\d{{1,2}}\.|{_MONTH})[ ]
            (?:des[ ](?:jeweiligen|jeweils[ ]folgenden)[ ](?:Kalender)?[Jj]ahres
            |des[ ]jeweiligen[ ]Folgejahre?s)
        |[Jj]ahresturnus|im[ ]Jahresrhythmus|[Jj]edem[ ]Haushalt(?:sjahr)?|[Jj]edes[ ]Haushaltsjahr(?:es)?)(?!\w) )
    """,
    re.VERBOSE,
)

# --- Events ---------------------------------------------------------------------------------------------------------------------

_CYCLES = (
    r"[\w-]*(?:[Ss]ommerpause|(?:Herbst|Weihnachts|Oster|Pfingst|Winter|Sitzungs)pause|[Ff]erien|Weihnachten|Ostern|Pfingsten|Jahreswechsel|[Hh]aushalts-?[Bb]eratung|[Hh]aushalts?plan-?(?:ung|aufstellung|verfahren|[Bb]eratung)|[Hh]aushaltsverhandlung"
    r"|[Hh]aushaltsaufstellung|Etatberatung"
    rf"|Beratungen{_B}(?:über|zu[mr]?){_B}(?:(?:den|dem){_B})?[\w-]*[Hh]aushalt"
    r"|[Nn]achtragshaushalt|[Bb]udgetberatung|Heizperiode|Schuljahr(?!en)|Kindergartenjahr|Schulbeginn|Sitzung|sitzung|Sitzungslauf"
    r"|Sitzungsrunde|Sitzungsfolge|Plenum|[Aa]usschuss)"
)
_STEPS = (
    r"(?!Jahres(?:ende|beginn|anfang)|Monatsende)[\w-]*(?:[Aa]bschluss|[Bb]eginn|[Ee]nde|[Ff]ertigstellung|[Ii]nbetriebnahme"
    r"|Inkrafttreten|[Bb]eschlussfassung|Vorliegen|[Vv]orlage|[Ee]inrichtung"
    r"|[Ee]ntscheidung|[Pp]lanung|[Vv]ergabe|[Ee]röffnung|[Ee]rteilung|Ablauf|Eingang|Bekanntgabe|Baubeginn|[Uu]msetzung|[Dd]urchführung"
    r"|[Rr]ealisierung|Klärung|Auswertung"
    r"|[Bb]aumaßnahme|[Ss]atzungsbeschluss|Kommunalwahl|[Aa]usschreibung"
    r"|[Ff]est|[Ss]aison|[Ww]ahlperiode|[Ll]egislatur(?:periode)?|[Kk]irmes|[Kk]irchweih|[Jj]ubiläum|[Ss]pielzeit|[Gg]artenschau)"
)
_RECESS = r"(?:[A-ZÄÖÜ][\w-]*(?:pause|ferien)|Schuljahr)"
# After a bare "bis": names, and beginnings and ends of what is neither a month nor a year.
_BARE = (
    rf"(?:Weihnachten|Ostern|Pfingsten|Schul\w*(?:[Bb]eginn|anfang|ende)|(?:Beginn|Anfang|Ende|Start){_B}de[rs]{_B}(?:\w+{_B})?{_RECESS}"
    rf"|Ferien(?:beginn|ende)|Baubeginn|Fertigstellung|Inbetriebnahme)"
)
EVENT = re.compile(
    rf"""
      \b(?P<word> (?:[Ss]pätestens{_B})?[Bb]is(?:{_B}spätestens)?{_B}(?:zu(?:[mr]|{_B}de[nrm])?|(?:nach|vor){_B}de[rnm])
        # bis Weihnachten, bis Schuljahresbeginn, bis Ende der Sommerferien
        | (?:[Ss]pätestens{_B})?[Bb]is(?:{_B}spätestens)?(?={_B}{_BARE})
        | (?:[Nn]och{_B}|[Rr]echtzeitig{_B}|[Uu]nmittelbar{_B})?[Vv]or(?:{_B}de[rnm])?
            | (?:[Uu]nmittelbar{_B})?[Nn]ach(?:{_B}de[rnm])?(?:{_B}erfolgte[rm])?
        | [Ss]pätestens{_B}(?:zu[rm]|in{_B}de[rn]|mit{_B}de[rm]|bei{_B}de[rm]|zu{_B}den|nach{_B}de[rmn])
        | [Ii]m{_B}(?:Rahmen|Zuge|Zusammenhang{_B}mit|Vorfeld){_B}(?:de[rs]|einer|eines|von) | [Bb]ei{_B}de[rn] | [Mm]it{_B}de[rm]
            | [Pp]arallel{_B}zu[rm]
        # im Anschluss an die Sommerpause, während der Herbstferien, zu Beginn des Schuljahres
        | (?:[Ii]m{_B}Anschluss{_B}an{_B}die|[Ww]ährend{_B}de[rs])(?={_B}(?:[a-zäöüß]+{_B})?{_RECESS})
            | (?:[Zz]u|[Mm]it)(?={_B}Beginn{_B}de[rs]{_B}(?:\w+{_B})?{_RECESS})
        | [Ii]n{_B}(?:de[rn]|(?:sein|ihr)er|eine[rs]?{_B}de[rs]|die|eine[rs]?)
            | [Zz]u[rm] | [Ii]ns | [Ii]m(?={_B}(?:nächst|kommend|übernächst|Schuljahr))
            | [Zz]u{_B}den ){_B}
      (?P<anchor> (?:[a-zäöüß]+e[nrs]?{_B}){{0,3}}(?=[A-ZÄÖÜ])(?:{_CYCLES}|{_STEPS})(?:e?s|en|n)?\b
        (?:{_B}(?:(?:de[rs]|einer|eines|von|für){_B}(?:[a-zäöüß]+{_B}){{0,3}}[A-ZÄÖÜ][\w-]+|im{_B}[A-ZÄÖÜ]\w+|in{_B}\d{{4}}
            |\d{{4}}(?:/\d{{2,4}})?)){{0,3}})
    """,
    re.VERBOSE,
)
# Events of the year's course: a deadline with "in", "im Rahmen", "zur" too. The others need "bis", "vor", "spätestens", "nach".
# "in seiner Septembersitzung", "in ihrer Sitzung im September"
OF_A_MONTH = re.compile(rf"{_MONTH}-?[Ss]itzung|[Ss]itzung{_B}im{_B}{_MONTH}")
BUDGET_DEBATE = re.compile(rf"Beratungen{_B}(?:über|zu)")
CYCLE = re.compile(
    rf"{OF_A_MONTH.pattern}|{BUDGET_DEBATE.pattern}|[Ff]erien|[Pp]ause|Schuljahr|Schulbeginn|[Hh]aushalts|[Ee]tat|[Bb]udget|[Nn]achtrag|nächste|kommende|folgende"
)
MEETING = re.compile(r"[Ss]itzung|Plenum|[Aa]usschuss")
# "kurz vor der Beschlussfassung", "nach Ablauf dieser Frist", "vor Ende 2021": no event that a duty waits for.
NOT_AN_EVENT = re.compile(
    r"(?:Ende|Beginn|Abschluss)[ ]\d{4}|(?:Ablauf|Ende|Beginn)[ ](?:des|dieses|diesen|nächsten)[ ]"
    r"(?:\w+[ ])?(?:(?:Kalender)?[Jj]ahres|Monats)\b"
    r"|(?:Ablauf|Ende|Mitte|Beginn)[ ]de[rs][ ](?:[IVX]{1,3}\.|\d\.|[a-zäöü]{5,8})[ ](?:Quartal|Viertelj|Halbj|Jahresh)"  # dates
    r"|\bbleib(?:t|en)[ ](?:bis|nach|vor)\b|[Aa]blauf[ ]de[rs][ ](?:\w+[ ])?\w*(?:[Bb]indung|[Ll]aufzeit|[Vv]ertrag|[Mm]iet|[Pp]acht)"
    r"|\beinschließlich[ ]zum\b"
    r"|\bkurz[ ](?:vor|nach)|Ablauf[ ](?:diese[rs]|der)[ ](?:Frist|Zeit)"
    r"|[Nn]ach[ ](?:\w+[ ])?(?:Entscheidung|Planung|Auswertung)"
)
# "mit Beginn des Schuljahrs die Aufhebung zu beantragen": what is asked for takes effect then, the asking does not.
TAKES_EFFECT = re.compile(r"[^.;]{0,60}\bzu[ ](?:beantragen|beschließen|genehmigen)\b")
# "Bis zur Einrichtung der Anlage bleibt es weiterhin so": what holds in the meantime.
MEANWHILE = re.compile(r"[^.;]{0,120}\b(?:weiterhin|vorerst|vorübergehend|übergangsweise|provisorisch)\b")
DATE_FOLLOWS = re.compile(r"[ ]?(?:\(|am[ ]|zum[ ]|des[ ])?\d{1,2}\.")
