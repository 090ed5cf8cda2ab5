"""The headings of minutes and papers as data: which part of an item each one opens.

Sources: the survey of forms of 163 municipalities; the counts in Karlsruhe's 5,427 decision blocks are given where known.
Longer alternatives first. A heading stands alone on its line, or before a colon.
"""

from __future__ import annotations

from extractors.text.german.phrases import BODY

VOTE = (
    r"Abstimmungs-?[Ee]rgebnis(?:se)?(?: (?:zu[mr]? |über |Ziff|Antrag|[A-ZÄÖÜ]\w*(?:antrag|vorlage|vorschlag))[^\n:.]{0,60})?",  # 5,404
    r"Ergebnis der (?:(?:geheimen|namentlichen|offenen|schriftlichen) )?(?:Abstimmung|Wahl|Beratung)",
    r"Abstimmung über (?:den|die|das) [^\n:.]{3,80}(?=:\n{1,2}(?:[Jj]a|[Dd]afür|[Ee]inst|[Mm]ehrh|[Gg]egen|[Mm]it |\d))",
    r"(?:[Gg]eheime|[Nn]amentliche|[Oo]ffene|[Ss]chriftliche) Abstimmung(?:sergebnis)?",
    r"(?:Abstimmungsergebnis|Abstimmung|Beschlussergebnis|Wahlergebnis) \((?:geheim|namentlich|offen|schriftlich|per Handzeichen)\)",
    r"Beratungsergebnis(?:se)?|Abstimmungsvermerke?(?=[ ]?:)",  # Osnabrück; Bavaria
    r"Ergebnis(?=[ ]?:\s{0,3}(?:einstimmig|mehrheitlich|einmütig|angenommen|abgelehnt|zugestimmt|gegen|\d))",  # München
    r"Beschlussergebnis|Wahlergebnis|Ergebnis/Abstimmung|Beratungs- und Abstimmungsergebnis",
    r"Abst\.-?Erg\.|Abstimmungsverhalten|Stimmverhältnis|Stimmenverhältnis|Stimmberechtigte|Abstimmung(?:en)?",
)
PROPOSAL = (
    (
        r"(?:(?:Geänderte[rs]?|Neue[rs]?|Ergänzte[rs]?|Ursprüngliche[rs]?) )?Beschl(?:uss|uß)-?(?:vorschlag|vorschläge|antrag|anträge"
        r"|empfehlung(?:en)?|entwurf|formulierung)(?: (?:der|des|für|an|zum|zur) [^\n:.]{2,60})?"
    ),
    r"Antrag an (?:den|die|das) [A-ZÄÖÜ][\w-]+(?: (?:oder|und) [A-ZÄÖÜ][\w-]+)?",  # Karlsruhe
    rf"D(?:er|ie|as) {BODY}[^\n:.]{{0,80}} (?:möge|wolle|wird gebeten zu|wird gebeten,? folgendes zu)(?: \w+){{0,3}} beschlie(?:ß|ss)en",
    rf"D(?:er|ie|as) {BODY}[^\n:.]{{0,80}} (?:möge|wolle) ?",
    rf"D(?:er|ie|as) {BODY} (?:beschließe|beschliesse|wolle)",  # Linz
    rf"D(?:er|ie|as) {BODY} beantragt(?: de[mr] [A-ZÄÖÜ][\w-]+)?(?=:\n)",  # Switzerland
    # Motions of groups: "Wir beantragen:", "Die ABC-Fraktion beantragt daher folgendes:"
    (
        r"(?:Wir|(?:Die|Der) (?:[A-ZÄÖÜ][\w/-]*-(?=[FG]))?(?:[\w-]*[Ff]raktion|Gruppe)(?: [\w/-]{2,30}){0,3}?) beantrag(?:en|e|t)"
        r"(?:,? (?:daher|deshalb|hiermit|wie folgt|[Ff]olgendes|zusammenfassend)){0,3}(?=[ ]?:\n)"
    ),
    r"Antrag de[rs] (?:Referent(?:in|en)?|Verwaltung|Referats)|Antrag,?(?=[ ]?:?\n{1,2}(?:1\.|a\)))",  # München, Hannover
    # Switzerland: "Antrag des Gemeinderats", "Anträge der Rechnungskommission" above the points
    (
        r"Antr(?:ag|äge) (?:des|der) [A-ZÄÖÜ][\w-]*(?:rate?s|kommission|ausschusses|vorstande?s|[Bb]üros)"
        r"(?: an (?:den|die|das) [A-ZÄÖÜ][\w-]+)?(?=[ ]?:?\n{1,2}(?:1\.|a\)))"
    ),
    # Austria, Switzerland
    rf"Antrag(?=[ ]?: (?:D(?:er|ie|as) {BODY}[^\n.]{{0,40}}? (?:möge|wolle|beschlie(?:ß|ss)e)\b|Es (?:sei|seien)\b))",
    (
        r"(?:Verwaltungsvorschlag|Petitum(?:/Beschluss(?:vorschlag)?)?|Vorschlag der Verwaltung|Empfehlungsbeschluss"
        r"|Entscheidungsvorschlag|Antragstext|Antragswortlaut|Empfehlung)"
    ),
)
_DONE = r"(?:[Bb]eschlossen|[Aa]ngenommen|[Zz]ugestimmt|[Gg]enehmigt|[Ee]mpfohlen|[Aa]bgelehnt)"
_CHANGED = r"(?:(?:[Uu]n|[Aa]b)?[Gg]eändert|[Uu]nverändert|[Mm]odifiziert|[Ii]n geänderter (?:Form|Fassung))"
_CHANGES = r"(?:[Mm]it|[Oo]hne) (?:Änderung(?:en)?|Ergänzung(?:en)?)"
_CAST = r"(?:[Ee]instimmig|[Mm]ehrheitlich)"
RESOLUTION = (
    r"Ergebnis/Beschl(?:uss|uß)",  # Erlangen
    # A result above its text: "Beschlossen mit Änderungen:", "Einstimmig angenommen:"; a form with its options has no text below
    (
        rf"(?:(?:{_CAST} )?(?:{_CHANGED}|{_CHANGES}) {_DONE}|{_CAST} {_DONE}(?: (?:{_CHANGED}|{_CHANGES}))?"
        rf"|{_DONE} (?:{_CHANGES}|{_CHANGED}))"
        r"(?=[ ]?:[ ]?\n{1,2}[^\n]{30})"
    ),
    (
        r"(?:(?:[Gg]eänderte|[Ee]rgänzte|[Ee]instimmige|[Mm]odifizierte|[Aa]bweichende|[Ee]ndgültige|[Nn]eue|[Gg]efasste"
        r"|[Mm]ehrheitliche|[Ff]olgende)[rn]? )?"
        r"Beschl(?:uss|uß|üsse(?=[ ]?:))(?:text|wortlaut|fassung|inhalt|lage|tenor)?"
        r"(?:[- ]?(?:Nr\.?|Nummer):? ?[\w./()-]{1,25}| (?:[A-ZÄÖÜ]{1,4}[ -]?)?\d[\w./-]{0,20}| (?:des|der|vom|zu|zum) [^\n:.]{2,60}"
        r"| \([^)\n]{2,60}\))?(?: lautet| wie folgt)?"
    ),
    r"Damit (?:ist|sind|wird)(?: \w+)? beschlossen(?=[ ]?:)",  # Zürich
    r"Wortlaut des Beschlusses|Genaue Fassung|Der Beschluss lautet|Entscheidung(?:ssatz)?|Beschlossene Fassung",
)
_REASON = r"(?:Begründung|Sachverhalt|Sachdarstellung|Erläuterung(?:en)?|Sachstand|Sachbericht|Sachlage|Problem(?:stellung)?)"
REASONING = (
    rf"{_REASON}(?: ?/ ?| und | & ){_REASON}",  # "Sachverhalt/Begründung:", "Sachdarstellung und Begründung"
    r"Weisung",  # Switzerland: what the executive tells parliament behind its motion
    (
        r"(?:Kurz)?[Bb]egründung(?: (?:des|der|zur?|zum) [^\n:.]{2,60})?|Sachverhalt(?:sdarstellung)?|Sachdarstellung|Sachbericht"
        r"|Sachstand(?:sbericht)?|Stand der (?:Umsetzung|Bearbeitung)|Umsetzungsstand"
        r"|Sitzungsvortrag|Sachvortrag|Vortrag de[rs] \w+|Sachlage|Problembeschreibung(?:/Begründung)?|Ausgangslage"
    ),
    (
        r"(?:Ergänzende )?Erläuterung(?:en)?|Vorbemerkung(?:en)?|Kurzfassung|Rechtsgrundlagen?|Rechtliche Grundlagen?"
        r"|Beschlussvorschriften|Beratungsfolge|Zur Beratungsfolge"
    ),
    (
        r"(?:Finanzielle|Haushaltsrechtliche|Haushaltsmäßige|Personelle|Klimarelevante|Finanz- und haushaltswirtschaftliche"
        r"|Ökologische|Bilanzielle) Auswirkung(?:en)?(?: [^\n:.]{2,60})?|Auswirkungen auf [^\n:.]{2,60}"
    ),
    (
        r"Finanzierung|Bedeckung|Kosten|Folgekosten|Klimarelevanz|Klimaschutz|Alternativen?|Ressourcen|Ergebnis/Wirkungen"
        r"|Programme/Produkte[^\n:]{0,40}|Prozesse und Strukturen|Gesamtkosten(?: der Maßnahme)?"
    ),
    r"Anlagen?(?:\(n\)|/n)?(?:verzeichnis)?|Stellungnahme(?: der Verwaltung|(?=[ ]?:\n))|Zielsetzung|Ziele?",
)
REASONING_OPENS = (
    r"Finanzielle\s+Auswirkungen\b",  # a table head in Karlsruhe's papers: "Finanzielle Auswirkungen  nein ☒ ja ☐"
    r"Ergänzende\s+Erläuterungen\b",  # 205
    (
        r"(?:Haushaltsmittel stehen|Kontierungsobjekt:|(?:ISEK|IQ|CO2|CO₂)[\w -]{0,20}[Rr]elevan|Anhörung Ortschaftsrat"
        r"|Abstimmung mit städtischen Gesellschaften)"
    ),
)
DEBATE = (
    (
        r"(?:Wort|Verlaufs)?[Pp]rotokoll|(?:Beratungs|Sitzungs|Diskussions)verlauf|Verlauf der (?:Sitzung|Beratung)|Beratung(?:sgang)?"
        r"|Diskussion|Aussprache|Wechselrede|Debatte|Wortmeldung(?:en)?(?: von)?"
        r"|Wortmeldung(?:en)? (?:von )?[A-ZÄÖÜ][^\n:]{1,60}(?=:)|Wortbeiträge|Zusammenfassung der Diskussion"
    ),
)
NOTE = (
    (
        r"Protokollnotiz(?:en)?|Protokollvermerk|Protokollerklärung(?: [^\n:.]{2,60})?|Persönliche Erklärung(?: [^\n:.]{2,60})?"
        r"|Bemerkung(?:en)?|Anmerkung(?:en)?|Hinweise?|Vermerk|Nachrichtlich|Zusatzprotokoll"
    ),
)
OTHER = (
    (
        r"Zur Beurkundung|Für die Richtigkeit|F\. ?d\. ?R\.|Mit freundlichen Grüßen|gez\.?|i\. ?A\.|I\. ?V\.|Schriftführer(?:in)?"
        r"|Die Schriftführerin|Der Schriftführer|Protokollführer(?:in)?|Unterschriften?|[Gg]ezeichnet"
    ),
    (
        r"Zu Beschlusspunkt(?:en)? \d[^\n:]{0,40}|[Nn]ächste Beschlusskontrolle|Anwesend(?:e"
        r"|heit)?(?: [^\n:.]{2,40})?(?!\s?:\s{0,3}\d)|Anwesenheitsliste|Verteiler|Reduzieren"
        r"|Abdruck von [IVX]{1,4}\.? mit [IVX]{1,4}\.?"
        r"|(?:Im Namen|Namens) (?:des|der) [A-ZÄÖÜ][\w-]+"
    ),
)
OTHER_OPENS = (
    (
        r"(?:[Ii]\. ?[AV]\. ?)?gez\. |Anlage \d{1,2} ?[-–:] |[Ii]n Vertretung\b|[Ff]ür den richtigen (?:Protokoll)?[Aa]uszug"
        r"|Zur Beurkundung\b|Für die Richtigkeit\b|Hauptamt ?[-–] ?Ratsangelegenheiten|Mit freundlichen? Gr[uü](?:ß|ss)"
        r"|(?<!\. )(?<!\) )Mitteilung an (?:den|die|das) [A-ZÄÖÜ][\w-]+(?: und amtliche Publikation\b|$)"
        r"|Zur Mitzeichnung\b|Für die (?:[\w-]{1,30}[ -])?(?:Fraktion|Gruppe)(?: [^\n:.]{1,40})?:"
        r"|\(?Unterschrift\b|_{5,}|D(?:er|ie) Schriftführer|\"?Vorlesen\"? ist eine Funktion"
        r"|Gesucht werden kann im RIS\b"
    ),
    r"[Nn]ächste Beschlusskontrolle\b|Die Richtigkeit des Auszug|Vorstehender Auszug|Die Übereinstimmung (?:des|der)",
)
# What any of these begins with, four letters long: most lines begin no heading, and are left at once. Tested against the forms.
OPENINGS = (
    '"vor', "(unt", "____", "abdr", "abge", "abst", "abwe", "alte", "ange", "anhö", "anla", "anme", "antr", "anwe", "ausg", "auss",
    "ausw", "bede", "begr", "beme", "bera", "besc", "bila", "co2", "co₂", "dami", "das ", "deba", "der ", "die ", "disk", "eins", "empf",
    "endg", "ents", "erge", "ergä", "erlä", "f. d", "f.d.", "fina", "folg", "für ", "gefa", "gehe", "gena", "gene", "gesa", "gesu", "gez",
    "geän", "haup", "haus", "hinw", "i. a", "i. v", "i.a.", "i.v.", "im n", "in g", "in v", "iq", "isek", "klim", "kont", "kost", "kurz",
    "mehr", "mit ", "mitt", "modi", "nach", "name", "neue", "näch", "offe", "ohne", "pers", "peti", "prob", "prog", "prot", "proz",
    "rech", "redu", "ress", "sach", "schr", "sitz", "stan", "stel", "stim", "umse", "unge", "unte", "unve", "ursp", "verl", "verm",
    "vert", "verw", "vorb", "vorl", "vors", "vort", "wahl", "wech", "weis", "wir b", "wort", "ziel", "zu b", "zuge", "zur ", "zusa", "ökol",
)  # fmt: skip
