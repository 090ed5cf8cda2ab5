"""The words of status, as data: one pattern for each status of the vocabulary, in the order in which they are asked.

Forms seen in letters of control of Dresden, Halle, Görlitz and Magdeburg, reports of Hessian, Lower Saxon and Bavarian councils, Berlin's
papers for notice, Swiss lists of pending business and Austrian minutes; frequencies in the notes on language. "[ ]" may be a line end.
"""

from __future__ import annotations

from typing import Literal

Status = Literal[
    "implemented", "partly", "nearly_done", "in_progress", "ongoing", "planned", "in_preparation", "not_started",
    "under_review", "delayed", "on_hold", "not_feasible", "dropped", "settled", "noted",
]  # fmt: skip

DONE = (
    r"(?:umgesetzt|abgeschlossen|erledigt|erfüllt|realisiert|fertiggestellt|durchgeführt|ausgeführt|vollzogen|verwirklicht|abgearbeitet"
    r"|beendet)"
)
# What a measure is when it stands, or when what was ordered has been handed over; weaker than any word on the resolution itself.
BUILT = (
    r"(?:in[ ]Betrieb(?:[ ]gegangen|[ ]genommen)?|in[ ]Kraft(?:[ ]getreten)?|ein(?:gerichtet|geführt|geweiht)|installiert|aufgestellt"
    r"|montiert|beschafft|(?:an)?ge(?:schafft|kauft)|gepflanzt|eröffnet|freigegeben|errichtet|gebaut|fertig[ ]gestellt|übergeben|besetzt"
    r"|veröffentlicht|unterzeichnet|unterschrieben|erreicht|angebracht|(?:aus)?geliefert|angewiesen|aus(?:ge|be)zahlt|beurkundet|erworben|verkauft|veräußert"
    r"|gekündigt|bekannt[ ]?gemacht|kundgemacht|verlautbart|umbenannt|markiert|beschildert|saniert|erneuert|repariert|instand[ ]?gesetzt"
    r"|ausgetauscht|ersetzt|entfernt|abgebaut|gegründet|beigetreten|umgestaltet|umgebaut|ausgebaut|angelegt|begrünt|umgestellt|umgerüstet"
    r"|stattgefunden|(?:über|ver|zu)(?:sandt|sendet)|verschickt|übermittelt|zugestellt|eingebaut|ausgehändigt|ausgewertet|eingegangen"
    r"|fortgeschrieben|vorgestellt|vorgelegt|erarbeitet|erstellt|aktualisiert|überarbeitet|weitergeleitet|am[ ]Netz"
    r"|unterfertigt|rechts(?:kräftig|wirksam))"
)
NUMBER = r"(?:\d{1,4}|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|[Zz]ehn|[Ee]lf|[Zz]wölf)"
TODAY = r"(?:derzeit|aktuell|zurzeit|zur[ ]Zeit|momentan|gegenwärtig|gerade)"
NOW = rf"(?:(?:{TODAY}|noch|weiterhin|weiter|bereits|inzwischen|mittlerweile|schon|sich|dies|das)[ ]){{0,3}}"
MONTH = r"(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
WHEN = rf"""(?:(?:im|in|ab|bis|zum|Anfang|Mitte|Ende|noch)\b[^.;]{{0,24}}
           (?:{MONTH}\b|20\d\d|Frühjahr|Frühling|Sommer|Herbst|Winter|Quartal|Halbjahr|Jahr|Monat)\w*|(?:\d{{1,2}}/|{MONTH}[ ])?20\d\d\b)"""
RUNS = rf"\b(?:läuft|laufen)[ ]{NOW}(?:die[ ]|der[ ]|das[ ])?"  # "laufen derzeit die Abstimmungen"
NO_WORK = (  # runs by itself, or says more than that work goes on
    r"(?:[\w-]{0,40}(?:(?:[Pp]rüf|[Pp]lan|[Vv]orbereit)ung(?:en)?|[Ff]rist|[Vv]ertrag|[Ll]aufzeit|[Aa]mtszeit|[Pp]eriode|[Jj]ahr)"
    r"|[Mm]an|E[rs]|Sie|D(?:er|ie|as))\b"
)
REPORTING = r"(?:Beschlusskontrolle|Bericht)"  # goes on whatever became of the resolution
ALWAYS = r"(?:laufend|fortlaufend|regelmäßig|kontinuierlich|ständig|stetig|jährlich|halbjährlich|dauerhaft|weiterhin[ ]laufend)"

# Before the plain words, each with parts of words of which it needs at least one, in this order: closing formulas
# ("bitten, den Beschluss als erledigt zu betrachten"), negated, qualified, stopped.
QUALIFIED: tuple[tuple[Status, str, str], ...] = (
    ("settled", "erledigt abgeschrieben behandelt",
     r"""als[ ]erledigt[ ](?:zu[ ]betrachten|anzusehen|angesehen|betrachtet|gelten|ab(?:zu|ge)schr(?:ie|ei)ben)
                  | \babgeschrieben\b
                  | (?:geschäftsordnungsgemäß|satzungsgemäß|abschließend)[ ]behandelt"""),
    ("not_feasible", "nicht cheiter",
     r"""nicht[ ](?:umsetzbar|realisierbar|durchführbar|möglich|machbar|zulässig|darstellbar|finanzierbar|leistbar)
                     | k(?:ann|önnen|onnten?)[^.]{0,60}(?<!noch[ ])(?<!bisher[ ])(?<!bislang[ ])nicht
                       [ ](?:umgesetzt|realisiert|entsprochen)[ ]werden
                     | \b(?:lässt|lassen)[ ][^.;]{0,60}\bnicht[ ]zu\b | \b(?:scheitert|scheitern)[ ]an\b"""),
    ("under_review", "rüfung",
     r"""Prüfung(?:en)?[^.]{0,30}noch[ ]nicht[ ]abgeschlossen
                     | [Pp]rüfung(?:en)?[ ](?:dauert|dauern)[ ](?:noch[ ]|weiterhin[ ]|derzeit[ ])?an\b"""),
    ("nearly_done", "auf weit nahezu fast esentlich größtenteils überwiegend chlussphase kurz Restarbeiten",
     rf"""\bbis[ ]auf[ ][^.;]{{3,60}}\b(?:{DONE}|{BUILT})\b
                       | (?:weitgehend|weitestgehend|nahezu|fast|im[ ]Wesentlichen|größtenteils|überwiegend)
                         [ ](?:vollständig[ ])?(?:{DONE}|{BUILT})
                       | in[ ]der[ ]Abschlussphase | kurz[ ]vor[ ](?:der[ ]Fertigstellung|(?:dem|ihrem|seinem)[ ]Abschluss)
                       | \b(?:nur[ ]noch|lediglich(?:[ ]noch)?|noch)[ ]Restarbeiten\b"""),
    ("partly", "nicht eil Hälfte % on der aus fehl offen folg weitere übrige restliche bschnitt BA Phase Stufe",
     rf"""(?:noch[ ]|bisher[ ]|bislang[ ])?nicht[ ](?:vollständig|ganz|komplett|vollumfänglich|abschließend|endgültig)[ ]{DONE}
                  | (?:begonnen:?[ ])?(?:teilweise|teils|zum[ ](?:großen[ ])?Teil|in[ ]Teilen|zur[ ]Hälfte|zu[ ]großen[ ]Teilen
                                       |zu[ ]\d{{1,2}}[ ]?%|(?<!\d)\d{{1,2}}[ ]?%)[ ](?:bereits[ ])?(?:{DONE}|{BUILT})
                  | (?<!\d)[1-9]\d?[ ]?%[^.;]{{0,60}}[ ](?:{DONE}|{BUILT})
                  | \b[Vv]on[ ](?:den[ ]|insgesamt[ ])?{NUMBER}[ ][^.;]{{0,40}}
                    \b(?:wurden|sind|konnten)[ ](?:bisher|bislang|bereits|derzeit|inzwischen)[ ]{NUMBER}\b
                  | \b{NUMBER}[ ](?:von|der)[ ](?:den[ ]|insgesamt[ ])?{NUMBER}\b[^.;]{{0,60}}\b(?:wurden|sind|ist|haben|konnten)\b
                  | (?:\b(?:liegt|liegen)[ ][^.;]{{0,40}}\bvor|\b(?:{DONE}|{BUILT}))(?:,|;|[ ]und)[ ](?:aber[ ]|jedoch[ ])?[^.;,]{{3,60}}
                    \b(?:(?:steht|stehen)[ ](?:noch[ ])?aus|fehl(?:t|en)[ ]noch|(?:ist|sind)[ ]noch[ ]offen|folg(?:t|en))\b
                  | \b{NUMBER}[ ](?:von|der)[ ](?:den[ ]|insgesamt[ ])?{NUMBER}\b[^.;]{{0,40}}\b(?:{DONE}|{BUILT})\b
                  | \b(?:{DONE}|{BUILT})(?:,|;|[ ]und)[ ][^.;,]{{0,20}}\b(?:weiteren?|übrigen?|restlichen?)\b
                  | \b(?:Bauabschnitt|Abschnitt|BA|Teil|Phase|Stufe)[ ](?:1|I|A)\b[^.;,]{{0,20}}\b(?:fertig|{DONE}|{BUILT})\b
                  | \b(?:erster?|1\.)[ ](?:Bauabschnitt|Teil(?:abschnitt)?|Stufe|Phase|Abschnitt)[ ][^.;]{{0,40}}\b(?:{DONE}|{BUILT})\b"""),
    ("in_progress", "nicht",
     r"(?:noch|bisher|bislang)[ ]nicht[ ]abgeschlossen"),
    ("dropped", "nicht verzichtet Abstand abgesehen sieht",
     rf"""\b(?:wird|werden?)[ ](?:daher[ ]|somit[ ]|deshalb[ ])?nicht[ ]{DONE}\b(?![ ]werden)
                  | \b(?:wird|wurde)[ ][^.;]{{0,60}}\b(?:verzichtet|Abstand[ ]genommen|abgesehen)\b
                  | \bsieht[ ][^.;]{{0,60}}\bab\b(?=[.;,\n]|$)"""),
    ("not_started", "nicht aus offen keine",
     rf"""(?:noch|bisher|bislang)[ ]nicht[ ](?:erkennbar[ ])?(?:\(?konkret\)?[ ])?
                         (?:begonnen|gestartet|angelaufen|geplant|erfolgt)
                       | (?:noch[ ]|bisher[ ]|bislang[ ])?nicht[ ]{DONE}
                       | (?:noch|bisher|bislang)[ ]nicht[ ](?:erfolgen|(?:[\w-]+[ ]){{0,2}}\w{{3,}}(?:t|en)[ ]werden)\b
                       | (?:steht|stehen)[ ](?:noch[ ]|bisher[ ]|weiterhin[ ])?aus\b | noch[ ](?:offen|ausstehend)\b | \bausständig\b
                       | \b(?:[Bb]isher|[Bb]islang|[Nn]och)[ ]keine?[rn]?[ ](?:[a-zäöü]+en[ ])?[A-ZÄÖÜ]\w+"""),
    ("dropped", "aufgehoben zurück verworfen nicht entf hinfällig eingestellt",
     r"""(?:ist|sind|wurden?)[ ](?:[^.;]|(?<=\d)\.){0,60}(?:aufgehoben|zurückgezogen|zurückgenommen|verworfen)\b
                  | nicht[ ](?:mehr[ ])?weiter[ ]?verfolgt | ^[ ]?zurückgezogen\b
                  | \bentf(?:ällt|allen)\b | \bhinfällig\b
                  | (?:Vorgang|Vorhaben|Projekt|Verfahren|Programm|Planung(?:en)?)[ ](?:(?:wurden?|ist|sind)[ ])?(?:[^.;]{0,30}[ ])?
                    eingestellt\b"""),
    ("on_hold", "zurückgestellt ruh ausgesetzt pausiert sistiert Eis eiteres unterbrochen vertagt",
     r"""\bzurückgestellt\b|\bruh(?:t|en)\b|\bausgesetzt\b|\bpausiert\b|\bsistiert\b|\bauf[ ]Eis\b|\bbis[ ]auf[ ]Weiteres\b
                  |\bunterbrochen\b|\bvertagt\b"""),
    ("delayed", "verzöger verschieb verschoben überschritten erzug rist",
     r"""\b(?:verzöger|verschieb)(?:t|en|n)[ ]sich\b
                  | \bsich[ ][^.;]{1,80}[ ](?:verzöger|verschieb)(?:t|n|en|e)\b
                  | \bha(?:t|ben)[ ]sich[ ][^.;]{0,60}\b(?:verzögert|verschoben)\b
                  | Umsetzungstermin[ ](?:ist[ ])?überschritten | \b(?:im|in)[ ]Verzug\b | \bverschoben\b
                  | \bFrist[ ](?:wurde|ist)[ ](?:[^.;]|(?<=\d)\.){0,60}\b(?:erstreckt|verlängert)\b
                  | \b(?:Frist(?:erstreckung|verlängerung))\b"""),
    ("settled", "erledigt Erledigung gegenstandslos obsolet",
     r"""(?:als|damit|somit|hiermit|dadurch|sich)[ ]erledigt\b | (?:findet|fand)[^.]{0,30}(?:ihre|seine)[ ]Erledigung
                  | \bgegenstandslos\b | \bobsolet\b"""),
    ("ongoing", "ufgabe verstetigt etabliert",
     r"""\bDaueraufgabe\b | \b(?:dauerhafte?|ständige|laufende)[ ]Aufgabe\b | \bverstetigt\b
                  | \b(?:hat|haben)[ ]sich[ ](?:[\w-]+[ ]){0,3}etabliert\b"""),
    ("noted", "berücksichtigt beachtet",
     r"""(?:wird|werden|ist|sind|wurden?)[ ](?:\w+[ ]){0,4}(?:(?:im[ ]Rahmen|bei|in|mit)[ ](?:[\w-]+[ ]){1,6})?
                  (?:berücksichtigt|beachtet)\b"""),
    ("not_started", "nicht",
     rf"\bnicht\b[^.,;]{{0,60}}\b{DONE}\b"),
)  # fmt: skip

# The first of these in the sentence; each a predicate or a field's value, never an attribute ("die geplante Hecke").
PLAIN: tuple[tuple[Status, str, str], ...] = (
    ("in_preparation", "orbereit bereite",
     rf"""in[ ](?:der[ ])?Vorbereitung\b|(?:wird|werden?)[ ]{NOW}vorbereitet\b|{RUNS}\w*[Vv]orbereitung(?:en)?\b
                          | \bbereite[tn][ ][^.;]{{0,80}}\bvor\b
                          | \bVorbereitung(?:en)?[ ](?:[^.;,]{{0,40}}[ ])?(?:läuft|laufen)\b"""),
    ("under_review", "rüf bstimmung lär",
     rf"""in[ ](?:der[ ])?(?:[\w-]+[ ])?(?:Über|Vor)?(?:[Pp]rüfung|[Aa]bstimmung|[Kk]lärung)\b
                        | (?:wird|werden?)[ ]{NOW}(?:über)?(?:geprüft|geklärt)\b
                        | (?:wird|werden?)[ ]{TODAY}[ ](?:[^.;,]{{0,60}}[ ])?(?:geprüft|überprüft|geklärt)\b
                        | \b(?:prüft|prüfen|klärt|klären)[ ]{TODAY}\b
                        | \b\w*[Pp]rüfung(?:en)?[ ](?:[^.;,]{{0,40}}[ ])?(?:läuft|laufen)\b | {RUNS}\w*[Pp]rüfung(?:en)?\b
                        | \b(?:dauert|dauern)[ ](?:die|eine)[ ][\w-]*[Pp]rüfung[ ][^.;]{{0,60}}\ban\b"""),
    ("in_progress", ("Umsetzung rbeit Realisierung usschreibung egonnen fortgeschritten angelaufen gestartet Ausführung Bau Gang "
      "eratung Begutachtung Auslegung erhandlung Genehmigung umgesetzt"),
     rf"""(?:befinde[tn][ ](?:sich[ ]|dies[ ]|das[ ]){{0,2}})?
          in[ ](?:der[ ])?(?:Umsetzung|Arbeit|Bearbeitung|Realisierung|Erarbeitung|Ausarbeitung|Ausschreibung|Überarbeitung
                             |Begutachtung|Auslegung|Beratung|Verhandlung|Genehmigung)\b
          | \b(?:begonnen|fortgeschritten|angelaufen|gestartet)\b
          | \bin[ ]Ausführung\b | \bim[ ](?:Bau|Gange?)\b(?![ ]?[-–\w])
          | (?:wird|werden?)[ ]{NOW}(?:umgesetzt|bearbeitet)\b(?![ ]werden)
          | \b(?:arbeitet|arbeiten)[ ](?:[^.;,]{{0,40}}[ ])?an[ ](?:de[rmn]|einem|einer)\b"""),
    ("in_progress", "läuft laufen dauer fortgesetzt weitergeführt wartet",
     rf"""\b(?!{NO_WORK})[A-ZÄÖÜ][\w-]+[ ](?:(?!{NO_WORK})[\w-]+[ ]){{0,5}}(?:läuft|laufen)\b
            (?![ ](?:bis|aus|ab)\b|[ ]{NOW}d(?:ie|er|as)[ ])
          | (?:[Aa]bstimmung(?:en)?|[Aa]rbeiten|[Gg]espräche|[Vv]erhandlungen|[Uu]msetzung)[ ](?:[^.;,]{{0,40}}[ ])?
            (?:dauert|dauern)[ ]{NOW}an\b
          | \b(?:dauert|dauern)[ ][^.;]{{0,60}}[ ]an\b(?=[.;,\n]|$)
          | \b(?!{REPORTING})[A-ZÄÖÜ][\w-]+[ ](?:(?!{REPORTING})[\w-]+[ ]){{0,5}}(?:wird|werden?)[ ]{NOW}(?:fortgesetzt|weitergeführt)\b
          | {RUNS}\w*(?:[Aa]bstimmung(?:en)?|[Aa]rbeiten|[Gg]espräche|[Vv]erhandlungen|[Uu]msetzung|[Aa]usschreibung|[Vv]erfahren)\b
          | \bwartet[ ]{NOW}auf\b"""),
    ("in_progress", ("vergeben erteilt geschrieben Auftrag bestellt liegt auftragt eingeholt angefordert gestellt eingereicht "
      "aufgenommen eingeleitet geführt"),
     rf"""\b(?:Auftrag|Aufträge|(?:[\w-]*[Aa]|A)rbeiten|Planung(?:sleistung(?:en)?)?|Lieferung|Gewerke|Leistungen)\b[^.;]{{0,60}}
            \b(?:wurden?|ist|sind)[ ](?:[^.;]{{0,40}}[ ])?(?:vergeben|erteilt|ausgeschrieben)\b
          | \b(?:wurden?|ist|sind)[ ](?:[^.;]{{0,40}}[ ])?(?:ausgeschrieben|in[ ]Auftrag[ ]gegeben|bestellt)\b(?![ ]?als)
          | \b(?:\w*[Ee]ntwurf|[\w-]*[Ss]tudie|Gutachten|Vorplanung)[ ](?:liegt|wurde|ist)[ ]{NOW}(?:vor|erarbeitet|erstellt)\b
          | \b(?:Gutachten|Planung(?:sleistung(?:en)?)?|Konzept|[\w-]*[Ss]tudie|Büro|Vermessung)\b[^.;]{{0,40}}\bbeauftragt\b
          | \b(?:Angebote|Offerten|Stellungnahmen)[ ](?:(?:werden[ ]{NOW}|sind[ ]|wurden[ ]))?(?:eingeholt|angefordert)\b
          | \b(?:(?:Förder(?:mittel)?|Bau|Zuwendungs|Genehmigungs)antr(?:ag|äge)|Anträge)\b[^.;]{{0,40}}\b(?:gestellt|eingereicht)\b
          | \b(?:liegt|liegen)[ ][^.;]{{0,40}}\b(?:noch[ ]nicht|im[ ]Entwurf)[ ]vor\b
          | \b(?:ausgeschrieben|in[ ]Auftrag[ ]gegeben|bestellt|vergeben|beauftragt)[ ](?:worden[ ])?(?:ist|sind|wurden?|sei(?:en)?)\b
          | \b\w*(?:[Gg]espräche|[Vv]erhandlungen|[Pp]lanungen|[Aa]rbeiten|[Vv]erfahren)\b[^.;]{{0,60}}\b(?:wurden?|sind)[ ]
            (?:[^.;]{{0,30}}[ ])?(?:aufgenommen|eingeleitet|geführt)\b"""),
    ("in_progress", "erzeit ktuell urzeit Zeit omentan egenwärtig gerade",
     rf"""(?:wird|werden?)[ ]{TODAY}[ ](?:[^.;,]{{0,60}}[ ])?(?!geplant|vorgesehen)\w{{3,}}(?:t|en)\b(?=[.;,\n]|$|[ ](?:und|sowie)\b)
          | \b(?:{TODAY}|Derzeit|Aktuell|Zurzeit|Momentan|Gegenwärtig)[ ](?:wird|werden?)[ ](?:[^.;,]{{0,60}}[ ])?
            (?!geplant|vorgesehen|geprüft|überprüft|geklärt|vorbereitet|umgesetzt)\w{{3,}}(?:t|en)\b(?=[.;,\n]|$)
          | \b(?:(?:er|be|über)?arbeitet|erstellt|verhandelt|sucht|ermittelt)[ ]{TODAY}\b"""),
    ("ongoing", "laufend dauerhaft regelmäßig kontinuierlich ständig stetig jährlich",
     rf"""\b(?:fort)?laufend\b(?![ ]\w+e[nr]?[ ]) | \bdauerhaft\b
                  | \b(?:wird|werden?)[ ](?:[^.;,]{{0,40}}[ ])?{ALWAYS}[ ](?:[^.;,]{{0,40}}[ ])?\w{{3,}}(?:t|en)\b(?=[.;,\n]|$|[ ]und\b)
                  | \b(?:erfolg(?:t|en)|findet|finden|erscheint)[ ](?:[^.;,]{{0,30}}[ ])?{ALWAYS}\b"""),
    ("planned", "lan vorgesehen terminiert vorgemerkt aufgenommen",
     rf"""(?:ist|sind|wird|werden|war|waren)[ ][^.;]{{0,60}}(?:geplant|vorgesehen|eingeplant|terminiert|vorgemerkt)\b
                  | \bin[ ]Planung\b | \b\w*[Pp]lanung(?:en)?[ ](?:läuft|laufen)\b | {RUNS}\w*[Pp]lanung(?:en)?\b
                  | \bin(?:s|[ ]das)[ ](?:Arbeits|Jahres|Bau|Haushalts|Investitions)\w*[^.]{{0,60}}\baufgenommen\b"""),
    ("implemented", ("umgesetzt abgeschlossen erledigt erfüllt realisiert fertiggestellt geführt vollzogen verwirklicht abgearbeitet "
      "beendet erreicht entsprochen nachgekommen"),
     rf"""\b(?:ist|sind|sei(?:en)?|wurden?|worden|gilt|gelten)\b(?:[^.;]|(?<=\d)\.){{0,80}}?
                       \b(?:vollständig[ ]|bereits[ ]|erfolgreich[ ]|vollumfänglich[ ]){{0,2}}{DONE}\b
                     | \b(?:Beschluss|Auftrag|Antrag|Maßnahme|Ziel|Prüfauftrag)[ ](?:(?:ist|wurde)[ ])?
                       (?:damit[ ]|vollständig[ ]|bereits[ ]){{0,2}}(?:{DONE}|erreicht)\b(?=[.;,\n]|$)
                     | \bist[ ]damit[ ]erreicht\b | \b(?:wurde|ist)[ ][^.;]{{0,60}}\b(?:entsprochen|nachgekommen)\b
                     | \b{DONE}[ ](?:worden[ ])?(?:ist|sind|wurden?|sei(?:en)?)\b
                     | \bkonnten?[ ](?:[^.;]|(?<=\d)\.){{0,80}}(?<!nicht[ ])\b{DONE}[ ]werden\b"""),
)  # fmt: skip

FIELD_VALUES: tuple[tuple[Status, str], ...] = (
    (
        "planned",
        rf"""(?:konkret[ ])?geplant\b | vorgesehen\b | (?:Umsetzung|Ausführung)[ ]erfolgt[ ](?:voraussichtlich[ ])?{WHEN}
           | (?:[Bb]aubeginn|Termin:?|[Ff]ertigstellung)[ ]{WHEN}""",
    ),
    ("delayed", r"verzögert\b"),
    ("ongoing", r"(?:fort)?laufende[ ](?:Aufgabe|Maßnahme|Umsetzung)\b|läuft\b(?=[.;,\n]|[ ]*$|[ ]\()"),
    (
        "in_progress",
        r"""(?:[\w-]+[ ]){0,2}(?:\w*[Vv]ergabe[ ]erfolgt|beauftragt|bestellt|ausgeschrieben|vergeben|angefordert|eingeholt
                              |Auftrag[ ]erteilt)\b
            (?=[.;,\n]|[ ]*$|[ ]\()""",
    ),
    (
        "implemented",
        rf"""(?:der|die|das)[ ]\w+[ ]{DONE}\b | (?:vollständig[ ]|bereits[ ]|erfolgreich[ ]|komplett[ ])?{DONE}\b
                       | (?:Umsetzung|Erledigung|Ausführung)[ ](?:ist[ ])?erfolgt\b(?=[.;,\n]|[ ]*$)
                       | (?:ist[ ])?erfolgt\b(?=[.;,\n]|[ ]*$|[ ]am\b) | beantwortet\b
                       | ja\b | erl\. | fertig\b | (?:zu[ ])?100[ ]?% | x(?=[ ]*$) | [✓✔☑]""",
    ),
    ("not_started", r"offen\b|ausstehend\b|ausständig\b|pendent\b|hängig\b|nein\b|0[ ]?%"),
    ("partly", r"teilweise\b|teils\b|(?:zu[ ])?[1-9]\d?[ ]?%"),
    ("dropped", r"zurückgezogen\b|eingestellt\b|verworfen\b"),
)

# A bare participle in a cell or behind a colon: "versandt am 8. Jänner", "beschlossen am 12.05.2030, umgesetzt".
BARE_VALUE = rf"{BUILT}\b(?=[.;,\n]|[ ]*$|[ ](?:am|im|mit|durch|seit)\b|[ ]\d)"
TRAILING = rf"[,;–-][ ](?:damit[ ]|bereits[ ])?{DONE}\b(?=[.;,\n]|[ ]*$)"
# Done on a day, these leave what became of the resolution open.
UNDECIDED = (
    r"(?:beschlossen|beauftragt|vergeben|abgelehnt|beantragt|gestellt|eingereicht|begonnen|vertagt|verwiesen|gefasst|beraten|bestellt|erteilt"
    r"|angefordert|geprüft|besprochen|diskutiert|zugestimmt|gehalten|geführt|eingestellt|bewilligt|ausgeschrieben|aufgenommen|gebunden|gebeten)\b"
)
# "soll/muss umgesetzt werden", "ist umzusetzen", questions and wishes: what is to be, not what became of it.
WISH = (
    r"\b(?:soll(?:en|te|ten)?|muss|müssen|müsste|könnten?|würden?|wünscht|wünschen|bittet|bitten|fragt|fordert)\b"
    r"|\bzu[ ]\w+en\b[^.]{0,20}$|\?$"
)
# A date in the future of the report makes a planned step of a passive: "werden im Frühjahr 2030 vorgenommen".
PLANNED_STEP = rf"""\b(?:wird|werden)\b[^.;]{{0,60}}?\b{WHEN}[^.;]{{0,60}}?\b\w{{3,}}(?:t|en)(?=[.;\n]|$)
                  | \b{WHEN}[^.;]{{0,60}}?\b\w{{3,}}(?:t|en)[ ](?:wird|werden)\b
                  | \b(?:[Uu]msetzung|[Ff]ertigstellung|[Rr]ealisierung|[Aa]usführung|[Bb]aubeginn|[Vv]ergabe|[Ll]ieferung|Auslieferung
                                   |(?:Um|Aus|Neu)?[Bb]au|Sanierung|Beschaffung|Einführung|Eröffnung|Inbetriebnahme)\b[^.;]{{0,40}}?
                    \b(?:erfolg(?:t|en)|beginn(?:t|en)|start(?:et|en))[ ](?:voraussichtlich[ ])?{WHEN}
                  | \bist[ ](?:voraussichtlich[ ])?{WHEN}[ ]zu[ ]rechnen\b"""
