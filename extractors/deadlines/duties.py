"""What makes a time a duty, and what makes it none: words of a sentence, as named data.

Sources: Leipzig, Dresden, Karlsruhe, Erlangen, Köln, Zürich (see the survey of forms, parts 3.3 and 3.5).
"""

from __future__ import annotations

import re

# "vorzulegen", "einzuleiten", "zu berichten", "nachzuholen"
_PREFIXES = (
    "ab an auf aus bei bereit durch ein fertig fest fort frei gegenüber her heran hinzu mit nach nieder statt teil um vor weiter wieder"
    " zurück zusammen"
)
INFINITIVE = re.compile(
    rf"\b(?:(?:{'|'.join(_PREFIXES.split())})zu[a-zäöüß]{{3,}}"
    r"|zu[ ](?!den|einem|einen|dessen|ihren|seinen|allen|beiden|deren|diesen|unseren)[a-zäöüß]{3,}(?:en|ern|eln|un))\b"
)
# "wird beauftragt", "soll", "bittet", "möge"
DEMAND = re.compile(
    r"\b(?:soll(?:en|t?en?)?|muss|müssen|möge|mögen|Voraussetzung|beauftrag(?:t|en)|gebeten|bittet|bitten|ersucht|ersuchen|aufgefordert"
    r"|fordert"
    r"|fordern|verpflichtet|angewiesen)\b"
)
# "wird … vorgelegt", "werden … umgesetzt", "berichtet … halbjährlich"
COMING = re.compile(r"\b(?:[Ww]ird|[Ww]erden)\b")
PARTICIPLE = re.compile(
    r"\b(?:[a-zäöü]{2,14})?(?:ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|wieder)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]+iert"
    r"|[a-zäöüß]{3,}en)\b"
)
PLANNED = re.compile(
    r"\b(?:geplant|vorgesehen|beabsichtigt|angestrebt|avisiert|terminiert|voraussichtlich|Ziel[ ]ist|Zeitplan|plant|planen|erfolgt|erfolgen"
    r"|entstehen|folgt|folgen|beginnt|beginnen|starten|startet|endet|legt|legen|berichtet|berichten|erstattet|prüft|erarbeitet|führt|führen|setzt"
    r"|informiert|stellt|stellen|übernimmt|liefert)\b"
)
# A planned step by its noun: "Übergabe im Herbst 2023", "Fertigstellung: Ende 2024"
STEP = re.compile(
    r"(?:[Ff]ertigstellung|[Ii]nbetriebnahme|[Bb]aubeginn|[Bb]auende|[Üü]bergabe|[Ee]röffnung|[Uu]msetzung|[Rr]ealisierung|[Aa]bschluss"
    r"|[Bb]eginn"
    r"|[Ss]tart|[Dd]urchführung|[Vv]orlage|[Bb]ericht(?:erstattung)?|[Ee]valuation|[Ee]valuierung|[Ff]ortschreibung|[Aa]usschreibung"
    r"|[Bb]aumaßnahme"
    r"|[Ss]anierung|[Ee]ntscheidung)\b"
)

PAST = re.compile(
    r"\b(?:wurden?|war|waren|hatten?|worden|erfolgten?|fand|fanden|begann|begannen|erhielt|erhielten|lag|lagen|gab|konnten?|stellte|legte"
    r"|bat|beschloss"
    r"|berichtete|fragte|sprach|kam|bereits[ ](?:am|im|in))\b"
)
# "hat … zur Kenntnis genommen": past too, unless something is still to be done.
PERFECT = re.compile(r"\b(?:hat|haben)\b")
# Right before a date: letters, states of affairs, meetings, fiscal years.
NO_DUTY_BEFORE = re.compile(
    r"(?:\b(?:vom|von|seit|ab|Stand:?|vor[ ]dem|nach[ ]dem|datiert|rückwirkend(?:[ ](?:zum|ab))?|Fassung|Sitzung(?:en)?|Sitzung[ ]am"
    r"|Beschluss(?:es)?"
    r"|Antrag|Schreiben|Protokoll|Haushaltsjahr|Haushaltsjahre[ns]?|HH-Jahre?n?|Geschäftsjahr|Wirtschaftsjahr|Haushalts?plans?"
    r"|[Hh]aushalt|Kalkulation"
    r"|Gebührenkalkulation|Nr\.|Uhr)[ ]+(?:am[ ]|den[ ]|der[ ])?)$"
)
# "hat im Januar den Bericht genommen, um … zu berichten": the clause of the date is past, the duty stands in another one.
PAST_BEFORE = re.compile(r"\b(?:hat|haben|hatten?|wurden?|war|waren)\b[^,;.]{0,50}$")
# Near a date: validity, entry into force, remedies, permissions, waivers, display of plans, times of day.
VALIDITY = re.compile(
    r"\b(?:in[ ]Kraft|Inkraft|[Gg]ültig|gilt\b|gelten\b|läuft\b|laufen\b|[Ww]iderspruch|[Rr]echtsbehelf|[Kk]lage\b|[Rr]eferendum"
    r"|[Rr]ekurs|[Bb]eschwerde|[Ee]insprache|[Aa]nfechtung|[Ss]timmrechtssache|erhoben[ ]werden"
    r"|[Ee]inwendung"
    r"|[Ee]inspr[uü]ch|[Rr]echtskraft|[Bb]estellt\b|gewählt\b|kündbar|[Rr]ücktrittsrecht|weiterhin\b|besteht\b|ausgelegt|auszulegen"
    r"|öffentlich[ ]aus\b"
    r"|zugelassen|gestattet|erlaubt|[Vv]erzicht|Erlass\b|ausgesetzt|Aussetzung|Uhr\b|[Gg]eöffnet|Öffnungszeit|geboren|Jahrgang|Teilnehmer"
    r"|bis[ ]zu[ ]\d"
    r"|vertagt|zurückgestellt|verschoben|überlassen\b|vermietet|verpachtet|zu[ ]vermieten|zu[ ]verpachten|gewährt|bewilligt|gesperrt\b"
    r"|[Bb]ürgschaft"
    r"|zunächst[ ]bis|Stundung|gestundet)"
)
# What others may do ("Stellungnahmen können bis … abgegeben werden"), what is only pointed out, and what is expected of the world.
PERMISSION = re.compile(r"\b(?:[Kk]ann|[Kk]önn(?:en|t?en?))\b[^,;.]{0,40}$")
HINT = re.compile(r"\bdarauf[ ]hingewiesen\b|\b(?:weist|weisen)[ ](?:\w+[ ]){0,2}darauf[ ]hin\b")
FORECAST = re.compile(
    r"benötigt|gebraucht\b|erwartet|rechnet\b|[Pp]rognos|\bsteigt|steigen\b|wachsen\b|zunehmen\b|sinken\b|[Kk]limaneutral|[Tt]reibhausgasneutral"
)
# The same, wherever they stand in the sentence before a date: terms of contracts and offices.
TERM = re.compile(
    r"\b(?:[Bb]efristet|[A-Z]?[a-zäöü]*[Ll]aufzeit|Amtszeit|Wahlperiode|Vertragsdauer|[Ff]ür[ ]die[ ]Dauer"
    r"|[Vv]erlängert|[Vv]erlängerung|Bindefrist"
    r"|Zuschlagsfrist"
    r"|(?:Bestellung|Berufung|Benennung|Entsendung|Ernennung)[ ](?:\w+[ ]){0,4}(?:erfolgt|gilt|endet)[ ](?:\w+[ ])?bis"
    r"|Bewilligungszeitraum|Förderzeitraum|gemietet|gepachtet|anzumieten\b|Mietvertrag|Erbbaurecht|Zeitraum[ ]vom\b|entsandt|entsende"
    r"|(?:zu|als|zum|zur)[ ](?:(?:stellvertretenden|ordentlichen)[ ])?(?:Mitglied|Stellvertret|Vertret))"
)
# A span of days or years is no date to be met: "vom 1. bis 3. Mai", "2018 bis 2021".
SPAN_BEFORE = re.compile(
    r"\b(?:[Vv]on|[Vv]om|[Zz]wischen|[Ss]eit|[Aa]b|[Zz]eitraum)[ ](?:den[ ]|dem[ ])?(?:\d{1,2}\.|\d{4}\b|[A-ZÄÖÜ][a-zäöü]+\b)"
    r"(?![^;]{0,30}(?:€|Euro|EUR))[^;€]{0,28}$"
    r"|(?:\b(?:19|20)\d\d(?:/\d\d)?|\d\.|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)[ ]?$"
)
# Nor is the horizon of a thing ("Konzept bis 2030"), unless a duty follows at once ("das Konzept bis 2022 fortzuschreiben").
HORIZON_BEFORE = re.compile(
    r"(?:\b(?:Zeit|Zeitraum|Jahren?|Periode|Zeitspanne|Handlungsfelde?s?|Agenda)|[Pp]lan|[Pp]lanung|[Kk]onzepte?s?|[Pp]rognose"
    r"|[Pp]rogramme?s?|[Ss]trategie|[Ee]ntwicklung)[ ]"
    r"(?:(?:in|für|der|des)[ ](?:(?!(?:soll|wird|werden|ist|sind|zu|hat)[ ])[\w-]+[ ]){1,5})?$"
)
# "für die bis Anfang 2023 noch fehlenden Felder": a date inside an attribute.
ATTRIBUTE_AFTER = re.compile(r"[ ](?:noch[ ]|schon[ ]|bereits[ ])?[a-zäöüß]+end(?:e[nrsm]?)\b")
# "bis zum Jahr 2023 um 107.100 Euro": a year of money.
MONEY_AFTER = re.compile(r"[ ](?:um|auf|von|in[ ]Höhe[ ]von)[ ](?:\w+[ ]){0,2}(?:€[ ]?)?\d")
SUM = re.compile(r"\d[ ]?(?:€|Euro|EUR|Mio|Million|T€|CHF|Franken)")
# A recurrence beside one of these is the period of money.
MONEY_NEAR = re.compile(
    r"€|\b(?:Euro|EUR|Mio|Franken|CHF|(?:Mehr|Folge|Betriebs|Personal)?[Kk]osten|Zuschuss|Zuschüsse|Beitrag|Miete|Budget"
    r"|[A-Z]?[a-zäöü-]*[Mm]ittel|Betrag|Ertrag|Aufwand"
    r"|Belastung|Bedarf|Erbbauzins|Pacht|Mieterhöhung)\b"
)
# A recurrence is a duty beside one of these.
RECURRING_DUTY = re.compile(
    r"bericht|Bericht|\b(?:informier|unterricht|vorzulegen|vorgelegt|vorlegen|legt\b|vorzustellen|vorgestellt|fortzuschreiben"
    r"|fortgeschrieben"
    r"|Fortschreibung|Evaluation|prüfen\b|geprüft|aktualisier|anzupassen|angepasst|durchzuführen|durchgeführt|erstell|veröffentlich|erheb"
    r"|auszuschreiben"
    r"|erstatte|Kenntnis[ ]zu[ ]geben|Rechenschaft|Planung\b|befass|abzustimmen|darzulegen|dargestellt|vorzubereiten|statt(?:finden"
    r"|zufinden)|mitzuteilen)"
    r"|valuier|berprüf|onitoring|eschlusskontrolle|kalkulier|\bwiederhol(?:t|en)\b|überarbeite"
)

# What is to be done, in the order in which it is asked.
DUTIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "report",
        re.compile(
            r"[Bb]ericht|[Ii]nformier|[Uu]nterricht|Kenntnis[ ]zu[ ]geben|vorzustellen|vorgestellt|Rechenschaft|mitzuteilen|mitgeteilt"
            r"|eschlusskontrolle"
        ),
    ),
    ("decide", re.compile(r"\b(?:beschlie|zu[ ]beraten|Beschlussfassung|beraten\b|behandelt?\b|zu[ ]behandeln)|ntscheid")),
    ("apply", re.compile(r"beantrag|Antrag[ ]zu[ ]stellen|anzumelden|\bbewerb|Förderantrag|\banmelden")),
    (
        "submit",
        re.compile(
            r"vorzulegen|vorgelegt|vorlegen|\blegt\b.{0,80}\bvor\b|einzureichen|nachzureichen|eingereicht|einzubringen|zuzuleiten"
            r"|orschl[aä]g|nachzuholen"
            r"|ausgearbeitet|[Ee]rstbericht|zu[ ]übergeben|abzugeben"
        ),
    ),
)  # fmt: skip
