"""Council German as data: bodies, administrations, offices, and the verbs with which they decide, act and speak.

Fragments of regular expressions, to be put into a larger verbose or plain pattern (a blank is written `[ ]`); longer alternatives first.
"""

from __future__ import annotations

BODY_NOUN = (
    r"(?:[Ss]tadtverordnetenversammlung|[Bb]ezirksverordnetenversammlung|[Rr]atsversammlung|[\w-]*[Vv]ersammlung|[\w-]*[Vv]ertretung"
    r"|[\w-]*[Aa]ussch(?:u(?:ss|ß)|üsse)(?:es)?|(?:[Kk]reis|[Bb]ezirks|[Rr]egions|[Vv]erbands)tag|BVV|[\w-]*[Kk]ommission"
    r"|Magistrat|(?:Stadt)?[Ss]enat"
    r"|GV(?![ ][A-ZÄÖÜ])|Kollegium|(?:Gemeinde|Verbands)vorstand|[\w-]*[Pp]arlament|(?:Stadt)?[Bb]ürgerschaft|Gremium|Kuratorium"
    r"|(?:[\w-]*(?<![Ll]and)(?<!Refe)(?<!Appa)(?<!Sekreta)r|R)at(?:es)?|[\w-]*[Bb]eirat(?:es)?)"
)
"""What a body is called: "Ratsversammlung", "Bezirksvertretung", "Ausschuss", "Kreistag", "Ortsrat"; never "Landrat", "Referat"."""

BODY = rf"(?:[\w-]+e[rsn]?[ ]){{0,2}}?{BODY_NOUN}\b"
"""A body with what may stand before its noun: "Technische Ausschuss", "Rat"."""

ADMINISTRATION = (
    r"(?:[\w-]*[Vv]erwaltung(?:sspitze)?|(?:[\w-]*[Oo]ber|[\w-]*[Bb]ezirks|[Ee]rste[rn]?[ ]|[\w-]*)[Bb]ürgermeister(?:in|amt|ei)?"
    r"|[\w-]*[Aa]mt|Magistrat|[\w-]*[Dd]ezernat"
    r"|[\w-]*[Rr]eferat|[\w-]*[Bb]etrieb|Landr(?:at|ätin)|Bezirksamt|Gemeindevorstand|Geschäftsführung|Betriebsleitung|Kämmer(?:er"
    r"|in|ei)|Beigeordnete[rn]?)"
)
"""Who carries out: "Stadtverwaltung", "Oberbürgermeisterin", "Bezirksamt", "Referat"."""

DECIDES = (
    r"(?:beschlie(?:ß|ss)t|beschlie(?:ß|ss)en|beschloss|beschlo(?:ß|ssen)|fasst(?:e)?|genehmigt(?:e)?|billigt(?:e)?"
    r"|beauftragt(?:e)?|ermächtigt(?:e)?|empfiehlt|empfahl"
    r"|stimmt(?:e)?(?!(?:[^\n.]|\n(?!\n)){0,200}\bab\b)|nimmt|nahm|lehnt(?:e)?|erlässt|wählt(?:e)?|bestellt(?:e)?|beruft|berief"
    r"|bestätigt(?:e)?|verabschiedet(?:e)?|hebt|setzt|stellt(?=[^\n]{0,200}\b(?:fest|Antrag)\b))"
)
"""Third person of deciding; enough to know a decision even among speeches."""

DECIDES_NOW = r"(?:beschlie(?:ß|ss)t|fasst|genehmigt|billigt|beauftragt|ermächtigt|empfiehlt|wählt|bestellt|beruft|bestätigt|stimmt|nimmt)"
"""The present of a decision, as against "beschloss der Rat", which mostly tells an earlier one."""

DECIDES_SOFTLY = (
    r"(?:bittet|ersucht|fordert|spricht|befürwortet|begrüßt|unterstützt|erklärt|entsendet|benennt|erteilt|gewährt|verzichtet"
    r"|bekennt|schließt|ändert"
    r"|verweist|vertagt|bekräftigt|appelliert|regt|wünscht|überträgt|bewilligt|entlastet|spendet|verleiht|ernennt|verpflichtet"
    r"|wird|ist|sieht|hält)"
)
"""What a body also does in a resolution, but speakers say of it as well."""

INSTRUCTED = (
    r"(?:wird|werden|wurde|wurden)[ ](?:[^\n.;:]{0,120}?[ ])??(?:beauftragt|gebeten|ersucht|ermächtigt|aufgefordert|angewiesen"
    r"|verpflichtet|gefordert)"
)
"""Passive duty: "Die Verwaltung wird beauftragt", "Stadt und Land werden gebeten"."""

ASKS = r"(?:zu[ ](?P<asks>beauftragen|verpflichten|bitten|ersuchen|ermächtigen|bevollmächtigen)|(?P<asks_on>aufzufordern|anzuweisen))\b"
"""The infinitive of a duty: "die Verwaltung zu beauftragen", "den Vorstand anzuweisen"."""

OFFICE = (
    r"(?:Stadtr(?:at|ätin)|RH|RF|KTA|StR(?:in|ätin)?|Str\.|RM|Ratsmitglied|Ratsherr|Ratsfrau|Ratsvorsitzende[r]?|(?:Erste[r]?[ ]|Ober"
    r"|Bezirks|Orts|Dritte[r]?[ ]|Zweite[r]?[ ]|Vize|Alt)?[Bb]ürgermeister(?:in)?"
    r"|OB|BM|BGM|Bgm\.|Vzbgm\.|OBM|EBM|Beigeordnete[r]?|Stadtverordnete(?:r|nvorsteher(?:in)?)?|Stv\.|GRin|GR\.|GR|Gemeinder(?:at|ätin)"
    r"|Marktgemeinder(?:at|ätin)|Ortschaftsr(?:at|ätin)|Gemeindevertreter(?:in)?"
    r"|Kreistagsmitglied|Kreisr(?:at|ätin)|KTM|KR|Landr(?:at|ätin)|Ortsvorsteher(?:in)?|Dezernent(?:in)?|Amtsleiter(?:in)?"
    r"|Bezirksverordnete[r]?|Abg(?:\.|eordnete[r]?)"
    r"|(?:Fachbereichs|Abteilungs|Fachdienst|Sachgebiets|Referats|Betriebs)leiter(?:in)?|Kämmerer|Kämmerin|Stadtdirektor(?:in)?"
    r"|Gemeindedirektor(?:in)?|[Ss]achkundige[r]?[ ](?:Bürger|Einwohner)(?:in)?"
    r"|Ausschussvorsitzende[r]?|Vorsitzende[r]?|Vors\.|AM|Mitglied|Herr|Frau|Hr\.|Fr\.)"
)
"""Who speaks in minutes: "Stadträtin", "RM", "Bgm.", "Herr"; in the nominative, for "Herrn …" is spoken of."""

CHAIR = (
    r"(?:Ausschuss|Rats)?[Vv]orsitzende[r]?|(?:Erste[r]?[ ]|Ober|Bezirks|Orts|Vize|Alt)?[Bb]ürgermeister(?:in)?|Landrat|Landrätin"
    r"|Ortsvorsteher(?:in)?|Präsident(?:in)?|Stadtverordnetenvorsteher(?:in)?"
)
"""Who leads a meeting, with "der" or "die" before it."""

PARTY = (
    r"(?:CDU|CSU|SPD|FDP|FW\b|GR[ÜU]N|Gr[üu]n|Bündnis|B90|LINKE|Linke|AfD|Frei|UWG|ÖDP|ödp|Volt|PARTEI|Partei|Pirat|PIRAT|ÖVP|SPÖ"
    r"|FPÖ|NEOS|KPÖ|MFG|SVP|EVP|GLP|CVP|BDP|EDU|Mitte|SP\b|[Ff]raktion|FRAKTION|Gruppe"
    r"|Wähler|WG\b|BSW|KULT|KAL|FÜR|GUT\b|FREUNDE|parteilos|fraktionslos|Liste|Bürger|Amt\b|Dez|Verwaltung|OV\b|Referat|FB\b)"
)
"""How the brackets behind a speaker's name name a party or an office."""

SPEAKS = (
    r"(?:führt(?:e)?|begründet(?:e)?|erläutert(?:e)?|berichtet(?:e)?|referiert(?:e)?|fragt(?:e)?|teilt(?:e)?|merkt(?:e)?|erklärt(?:e)?|bittet|bat"
    r"|weist|wies|antwortet(?:e)?|beantwortet(?:e)?|stellt(?:e)?"
    r"|informiert(?:e)?|spricht|sprach|dankt(?:e)?|bedankt(?:e)?|begrüßt(?:e)?|eröffnet(?:e)?|schlägt|schlug|beantragt(?:e)?"
    r"|möchte|verlässt|verließ|meint(?:e)?|ist|war|sieht|sah|hält|hielt"
    r"|kritisiert(?:e)?|lobt(?:e)?|regt(?:e)?|betont(?:e)?|ergänzt(?:e)?|äußert(?:e)?|bemerkt(?:e)?|entgegnet(?:e)?|erwidert(?:e)?"
    r"|nimmt|nahm|gibt|gab|verweist|verwies|ruft|rief|schließt|schloss"
    r"|findet|fand|hat|erkundigt(?:e)?|verliest|verlas|trägt|trug|signalisiert(?:e)?|plädiert(?:e)?|wünscht(?:e)?"
    r"|hinterfragt(?:e)?|bestätigt(?:e)?|sagt(?:e)?|übernimmt|übergibt|lässt|ließ|macht(?:e)?|bezieht"
    r"|geht|ging|zeigt(?:e)?|appelliert(?:e)?|befürwortet(?:e)?|bedauert(?:e)?|kündigt(?:e)?|zitiert(?:e)?|unterbricht"
    r"|moniert(?:e)?|vertritt|vertrat|wendet|stimmt(?:e)?|lehnt(?:e)?|freut(?:e)?|resümiert(?:e)?|stellt(?:e)?|meldet(?:e)?)"
)
"""What a speaker does; only beside an office or a name."""

MONTHS = (
    r"(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan\.|Feb\.|Aug\.|Sept?\."
    r"|Okt\.|Nov\.|Dez\.)"
)
ORDINAL_NOUNS = (
    r"(?:Bauabschnitt|BA\b|Änderung|Nachtrag|Stellvertret|(?:Halb|Haushalts|Kalender|Lebens|Schul)?[Jj]ahr(?:es|en?)?\b|Quartal|Lesung|Sitzung"
    r"|Fortschreibung|Ober[- ]?[Gg]eschoss|OG\b|Stufe|Rang\b|Runde|Bürgermeister"
    r"|Beigeordnete|Vorsitzende|Ausbaustufe|Bundesliga|Etappe|Preis\b|Platz\b|Tranche|Rate\b|Klasse|Abschnitt|Ergänzung|Auflage|Kammer"
    r"|Weltkrieg|Mal\b|Etage|Stock|Bauphase|Phase|Teilabschnitt|Wahlperiode|Zug\b|Reihe|Liga)"
)
"""Nouns that are counted: "2. Bauabschnitt" is no point 2."""

ABBREVIATIONS = (
    r"Co|z|B|d|h|i|V|m|u|a|v|H|o|g|S|e|V|Nr|Nrn|Abs|Art|Anl|Bd|bzw|ca|cbm|Dr|Prof|Dipl|Ing|evtl|f|ff|gem|ggf|inkl|exkl|insb|Fa|lt"
    r"|lfd|max|min|mind|Mio|Mrd|Tsd|qm|rd|s|sog|St|Str|Tel|usw|vgl|Ziff|zzgl"
    r"|abzgl|bspw|einschl|entspr|etc|gez|grds|Hbf|Jg|Kap|Pkt|Az|Drs|Fr|Hr|Frl|Mag|BGBl|GVBl|GBl|GV|ber|geb|jew|mtl|jährl|Pos|Std"
    r"|Ref|Abt|Sg|Vors|Stv|Bgm|VzBgm|StR|Gde|Hs|Jan|Feb|Aug|Sep|Sept|Okt|Nov|Dez|i.V|i.d.R|u.a|z.B|d.h|i.H.v|o.g|v.H|e.V|b.a.w"
)
"""What is printed with a stop without ending a sentence."""

PARTICLES: dict[str, frozenset[str]] = {
    "zu": frozenset({"zu"}),
    "ab": frozenset({"ab"}),
    "auf": frozenset({"auf"}),
    "an": frozenset({"an"}),
    "damit": frozenset({"damit", "abschließend", "geschäftsordnungsgemäß"}),
    "fest": frozenset({"fest"}),
    "zurück": frozenset({"zurück"}),
    "kenntnis": frozenset({"kenntnis"}),
    "einverstanden": frozenset({"einverstanden"}),
    "entlastung": frozenset({"entlastung", "zustimmung", "einvernehmen", "genehmigung"}),
    "wird": frozenset({"wird", "werden", "ist", "sind"}),
}
"""The other halves of separable verbs and fixed phrases."""

ACTS: dict[str, tuple[tuple[str | None, str], ...]] = {
    **dict.fromkeys(
        (
            "beschließt",
            "beschliesst",
            "beschloss",
            "beschlossen",
            "beschließen",
            "wählt",
            "gewählt",
            "bestellt",
            "beruft",
            "berufen",
            "benennt",
            "entsendet",
            "erlässt",
            "verabschiedet",
            "bekennt",
            "entscheidet",
            "gewährt",
            "bewilligt",
            "verleiht",
        ),
        ((None, "decide"),),
    ),
    **dict.fromkeys(
        (
            "genehmigt",
            "billigt",
            "bestätigt",
            "befürwortet",
            "zugestimmt",
            "zustimmung",
            "zustimmen",
            "gebilligt",
            "einverstanden",
            "entlastet",
            "anerkennt",
        ),
        ((None, "approve"),),
    ),
    **dict.fromkeys(("stimmt", "stimmen", "stimmte"), ((None, "approve"),)),
    **dict.fromkeys(("erteilt", "erteilen"), (("entlastung", "approve"),)),
    **dict.fromkeys(("nimmt", "nehmen", "nahm", "genommen"), (("kenntnis", "note"),)),
    **dict.fromkeys(("kenntnisnahme",), ((None, "note"),)),
    **dict.fromkeys(("beauftragt", "angewiesen", "verpflichtet", "beauftragung"), ((None, "instruct"),)),
    **dict.fromkeys(("weist",), (("an", "instruct"), ("zurück", "reject"))),
    **dict.fromkeys(("ermächtigt", "bevollmächtigt", "berechtigt"), ((None, "authorise"),)),
    **dict.fromkeys(("bittet", "gebeten", "ersucht", "appelliert", "aufgefordert", "bitten", "ersuchen"), ((None, "request"),)),
    **dict.fromkeys(("fordert", "fordern"), ((None, "request"),)),
    **dict.fromkeys(("regt",), (("an", "request"),)),
    **dict.fromkeys(("empfiehlt", "empfehlen", "empfohlen"), ((None, "recommend"),)),
    **dict.fromkeys(("lehnt", "lehnen", "lehnte"), (("ab", "reject"),)),
    **dict.fromkeys(("abgelehnt", "ablehnung", "zurückgewiesen"), ((None, "reject"),)),
    **dict.fromkeys(("hebt", "heben"), (("auf", "amend"),)),
    **dict.fromkeys(("ändert", "streicht"), ((None, "amend"),)),
    **dict.fromkeys(("ergänzt", "geändert", "gestrichen", "aufgehoben"), (("wird", "amend"),)),
    **dict.fromkeys(
        ("verwiesen", "verweist", "überwiesen", "vertagt", "zurückgestellt", "erledigt", "erledigung", "gegenstandslos", "zurückgezogen"),
        ((None, "procedural"),),
    ),
    **dict.fromkeys(("setzt", "stellt", "legt"), (("fest", "decide"),)),
    **dict.fromkeys(("behandelt",), (("damit", "procedural"),)),
    **dict.fromkeys(("begrüßt", "befürchtet", "würdigt", "bedauert", "dankt"), ((None, "other"),)),
}
"""Verbs of decision by form, with the other half they need: what they do in the words of the contract."""
