"""The forms by which sections are told apart: headings, speeches, sentences of decision, results without a heading."""

from __future__ import annotations

import re

from extractors.text.german import headings
from extractors.text.german.openings import begins_with
from extractors.text.german.phrases import BODY, CHAIR, DECIDES, DECIDES_NOW, DECIDES_SOFTLY, INSTRUCTED, MONTHS, OFFICE, PARTY, SPEAKS
from extractors.text.minutes import SectionKind
from extractors.text.section_announced import LEAD_WITHIN, announced_at

# Numbered by Bamberg and Erlangen: "II. Beschluss", "3. Begründung:"; with marks of Markdown: "**Beschluss:**"
HEADING_NUMBER = r"(?:[*_#]{1,4} ?)?(?:(?:[IVX]{1,4}|\d|[A-F])[.)] ?)?"
_HEADINGS: tuple[tuple[SectionKind, tuple[str, ...], tuple[str, ...]], ...] = (
    ("vote", headings.VOTE, ()),
    ("proposal", headings.PROPOSAL, ()),
    ("resolution", headings.RESOLUTION, ()),
    ("reasoning", headings.REASONING, headings.REASONING_OPENS),
    ("debate", headings.DEBATE, ()),
    ("note", headings.NOTE, ()),
    ("other", headings.OTHER, headings.OTHER_OPENS),
)


def _heading(kind: str, forms: tuple[str, ...], openings: tuple[str, ...]) -> str:
    alone = "|".join(form + "|" + form.upper() if re.fullmatch(r"[\w|]+", form) else form for form in forms)
    opening = rf"|(?:{'|'.join(openings)})" if openings else ""
    return rf"(?P<{kind}>{HEADING_NUMBER}(?:{alone})(?: TOP [\d. ]+)?(?:[*_]{{0,4}} ?:|[*_]{{0,4}} ?$){opening})"


HEADING_FORMS = "|".join(_heading(*row) for row in _HEADINGS)
HEADING_BEGINS = rf"(?={HEADING_NUMBER}{begins_with(headings.OPENINGS)})"
HEADING = re.compile(f"{HEADING_BEGINS}(?:{HEADING_FORMS})", re.MULTILINE)
CAPITALS = re.compile(
    r"(?P<amendment>(?:Änderungs|Ergänzungs|Zusatz|Abänderungs)antrag\b[^\n:]{0,80}:(?:[ ]?(?=\n)|[ ](?=[„\"])))"
    r"|(?P<vote>ABSTIMMUNG(?:SERGEBNIS)?)|(?P<proposal>.?ESCHLU(?:SS|ß)(?:VORSCHLAG|ANTRAG|EMPFEHLUNG|ENTWURF))"
    r"|(?P<resolution>BESCHLU(?:SS|ß))|(?P<reasoning>BEGRÜNDUNG|SACHVERHALT)"
)

_NAME = r"(?:von|van|de|der|zu|den|[A-ZÄÖÜ][\w.'’-]+)"
SPEECH = re.compile(
    rf"""{OFFICE}(?!\w)(?:[ ]{_NAME}){{0,6}}[ ]?(?:\([^)\n]{{1,50}}\)[ ]?)?:(?=[ \n]|$)                      # Oberbürgermeisterin Muster:
    |   D(?:er|ie)[ ](?:{CHAIR})[^\n:.]{{0,50}}:(?=[ \n]|$)                                             # Der Vorsitzende:
    |   {_NAME}(?:[ ]{_NAME}){{0,4}}[ ]?\((?=[^)\n]{{0,40}}{PARTY})[^)\n]{{1,50}}\)[ ]?:(?=[ \n]|$)   # Eva Muster (ABC):
    |   D(?:er|ie)[ ](?:Ausschuss|Rats)?[Vv]orsitzende\b (?![ ]wird|[ ]hat[ ]zu)                            # Der Vorsitzende ruft …
    # RM Muster führt aus   Herr Muster, Amtsleiter, berichtet
    |   {OFFICE}(?!\w)(?:[ ]{_NAME}){{1,5}}[ ]?(?:\([^)\n]{{1,50}}\)[ ]?)?,?[ ]?(?:[^\n.:]{{0,60}},[ ])?{SPEAKS}\b
    # Der Stadtverordnete Muster beantragt …
    |   D(?:er|ie)[ ]{OFFICE}(?!\w)(?:[ ]{_NAME}){{1,3}}[ ](?:beantragt|fragt|erklärt|erläutert|stellt)(?:e)?\b
    |   Eine?[ ](?:Bürger|Einwohner|Anwohner|Zuhörer)\w*[ ]{SPEAKS}\b                                       # Ein Bürger fragt …
    |   \((?:Beifall|Zuruf|Heiterkeit|Lachen|Unruhe|Zwischenruf)\b                                           # (Beifall bei der …)
    |   (?:Auf[ ](?:An|Nach|Rück)?[Ff]rage|Auf[ ]die[ ]Frage|Es[ ]folgt[ ]eine[ ](?:Aussprache|Diskussion)
            |In[ ]der[ ](?:\w+[ ])?(?:Diskussion|Aussprache))\b
    """,
    re.VERBOSE,
)
# Among the points of a resolution, an office without a name acts and does not speak: "Der Oberbürgermeister berichtet …"
SPEECH_OF_OFFICE = re.compile(
    rf"D(?:er|ie) (?:{CHAIR}|Kämmerer|Kämmerin|Beigeordnete|Dezernent(?:in)?|[A-ZÄÖÜ]\w+leiter(?:in)?)"
    rf" (?:{SPEAKS}\b|(?:und|sowie) )|(?:Der|Die) (?:Stadt|Gemeinde)?[Vv]erwaltung (?:erläutert|erklärt"
    rf"|antwortet|teilt|führt)"
    rf"|[A-ZÄÖÜ]{{2,5}} [A-ZÄÖÜ]\w+ (?:fragt|erläutert|berichtet|antwortet|erklärt|teilt|informiert)\b"  # BAL Muster erläutert …
)

MARKER = (
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]{0,2}|[a-zA-Z][.)]|\([a-z\d]\)|[-–—•·*▪●○■□►➢✓Ø\uf000-\uf0ff]"
    r"|[IVX]{1,4}\.|Artikel[ ]\d{1,2}[ ]?:)[ ]?)"
)
QUOTED = r"[„\"“»']?"
LEAD = re.compile(
    rf"""{MARKER}?{QUOTED}(?:
        D(?:er|ie|as)[ ]{BODY}(?!(?:[ ]\w+){{0,3}}[ ]hatte)(?:[^\n.;:]|\n(?!\n)|\.(?!\n)){{0,250}}?[ \n,]{DECIDES}\b
      # not: Sodann stimmt der Rat über die Tagesordnung ab.
      | [^\n]{{0,160}}?\b{DECIDES_NOW}(?:(?<!stimmt)|(?!(?:[^\n.]|\n(?!\n)){{0,200}}\bab\b))\s(?:der|die|das)[ ]{BODY}
      # Einstimmig beschloss der Rat, …
      | (?:Einstimmig|Einmütig|Mehrheitlich|Mit[ ][^\n.;:]{{2,40}}[ ]Stimmen)[ ]beschlo(?:ss|ß)[ ](?:der|die|das)[ ]{BODY}
      # Es wird einstimmig beschlossen, den Auftrag zu vergeben.
      | Es[ ]wird[ ](?:(?:einstimmig|mehrheitlich|einmütig|hiermit|daher|somit|sodann)[ ]){{0,2}}beschlossen(?=,[ ]|:)
      # Der Rat hat in seiner Sitzung am 3.4.2030 folgenden Beschluss gefasst:
      | D(?:er|ie|as)[ ]{BODY}[ ][^\n;:]{{0,250}}?\bhat[ ][^\n;:]{{0,120}}?\b[Ff]olgende[nr]?[ ]Beschl(?:uss|uß|üsse)[ ]gefasst\b
    )""",
    re.VERBOSE,
)
LEAD_BEGINS = re.compile(rf"{MARKER}?{QUOTED}(?:D(?:er|ie|as)[ ]|Es[ ]wird|Ein(?:stimmig|mütig)|Mehrheitlich|Mit[ ])")
LEAD_VERB = re.compile(r"t\sd(?:er|ie|as)[ ]")


def lead_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """A sentence in which a body decides; it begins with the body, or has it behind a verb that ends with t (quickly looked for)."""
    may = LEAD_VERB.search(text, at, min(end, at + LEAD_WITHIN)) or LEAD_BEGINS.match(text, at, end)
    lead = LEAD.match(text, at, end) if may else None
    return lead or announced_at(text, at, end)


LEAD_SOFT = re.compile(
    rf"""{MARKER}?{QUOTED}(?:
        D(?:er|ie|as)[ ]{BODY}[ ](?:\w+[ ]){{0,3}}?{DECIDES_SOFTLY}\b(?![ ](?:(?:\w+[ ])?beschlu(?:ss|ß)fähig|bereit\b))
      | Die[ ](?:Stadt|Gemeinde|Kreis|Bezirks)?[Vv]erwaltung[ ](?:berichtet|prüft|legt|erarbeitet|erstellt|stellt|setzt|entwickelt
              |richtet|sorgt|ermöglicht|veranlasst)\b
      | (?:[A-ZÄÖÜ][\w -]{{2,40}}:[ ])?D(?:er|ie|as)[ ]{BODY}[ ](?:befürwortet|fordert|bittet|ersucht)\b
      | (?:D(?:er|ie|as|em|en)[ ])?[A-ZÄÖÜ](?:[^\n.;:]|\n(?!\n)){{0,120}}?[ ]{INSTRUCTED}
    )""",
    re.VERBOSE,
)
# "Abstimmung über den Antrag zum Neubau des Platzes:", "Deswegen stellt der Beirat einen Antrag zu …" before a list (Erlangen)
MOTION = re.compile(
    r"(?:Abstimmung (?:über|zu) [^\n:]{2,120}:$|[^\n.]{0,60}\b(?:stellt|stellen|beantragt|beantragen)\b[^\n.]{0,120}\bAnt[^\n]{0,120}$)",
    re.MULTILINE,
)

# In Austria "GR Muster stellt den Antrag, der Gemeinderat möge beschließen:"; in motions "… möge folgenden Beschluss fassen:"
MOVES = re.compile(
    r"(?:[^\n:]|\n(?!\n)|:(?!\n)){0,250}?\b(?:möge|wolle|mögen|wollen)\b(?:[^\n:]|\n(?!\n)){0,80}?\b(?:beschlie(?:ß|ss)en|fassen"
    r"|empfehlen|genehmigen|zustimmen)(?: ?:|[ ]?$)",
    re.MULTILINE,
)
MOVES_WITHIN = 256  # characters from the beginning to the end of "möge", of "folgenden"
MOVES_AS_OFFICE = re.compile(
    rf"(?:D(?:er|ie) )?{OFFICE}(?!\w)[^\n:.]{{0,80}}?\bstell(?:t|en)\b[^\n:.]{{0,80}}?\bfolgenden (?:[A-ZÄÖÜ][\w-]*a|A)ntrag ?:(?=\n)"
)


def moves_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """What opens a motion; most paragraphs hold none of the words that the patterns look for letter by letter."""
    wished = text.find("möge", at, at + MOVES_WITHIN) >= 0 or text.find("wolle", at, at + MOVES_WITHIN) >= 0
    moved = MOVES.match(text, at, end) if wished else None
    return moved or (MOVES_AS_OFFICE.match(text, at, end) if text.find("folgenden ", at, at + MOVES_WITHIN) >= 0 else None)


# A result that stands in the resolution without a heading of its own.
RESULT = re.compile(
    rf"""[-–(*• ]{{0,3}}(?:\[[ xXI]{{0,2}}\]?[ ])?(?:
        # Ja: 12, Nein: 3   ja 11 nein 1
        (?:ja|Ja|JA)[ ]\d{{1,3}}[ ]?[,;/|]?[ ](?:nein|Nein|NEIN)[ ]\d |
        (?:Ja|JA|Nein|Dafür|Dagegen|dafür|Ja-Stimmen?|Nein-Stimmen?|Enthaltung(?:en)?|Stimmenthaltungen|Anwesend)[ ]?:[ \n]{{0,2}}\d
      # Ja-Stimmen 34 / Nein-Stimmen 0
      | Ja-?[Ss]timmen?[ ]\d{{1,3}}[ ]?[,;/|][ ]?Nein-?[Ss]timmen?[ ]\d
      # Bei 3 Nein-Stimmen
      | (?:(?:mit|Mit|bei|Bei)[ ])?(?:\d{{1,3}}|einer|eine)[ ](?:Ja|JA|Nein|NEIN|Stimmen?|Gegenstimmen?|dafür|Enthaltung)\b
      | (?<=\()Abstimmung(?:sergebnis)?[ ]?: | Abstimmung(?:sergebnis)?[ ](?:\d{{1,3}}[ ]?(?::|/|zu)[ ]?\d|einstimmig|mehrheitlich)
      | Abst\.[ ]?:[ ]?(?:\d|[Ee]inst|[Mm]ehrh)
      # 40/7/7, 14:0 Stimmen
      | (?:(?:mit|Mit|bei|Bei)[ ])?\d{{1,3}}[ ]?(?::|/|zu|gegen)[ ]?\d{{1,3}}\b(?![./]\d)
      | (?:Einstimmig|Mehrheitlich|Einmütig|Einvernehmlich|Mehrstimmig|einstimmig|mehrheitlich|einmütig
              |mehrstimmig)\w*\b(?!\s(?:beschlie|beschlo(?:ss|ß)\s|empfiehlt|stimmt))
      | (?:(?:nicht|ohne[ ]Änderung(?:en)?|mit[ ]Änderung(?:en)?)[ ][^\n.]{{0,30}}?(?:empfohlen|beschlossen
              |zugestimmt|angenommen)
              |obsolet|gegenstandslos
              |Einzelabstimmung|ungeändert|unverändert|geändert|(?:zur[ ])?Kenntnis[ ]genommen|zurückgestellt|vertagt|abgesetzt
              |verwiesen|abgelehnt|angenommen
              |zugestimmt|beschlossen|empfohlen|zurückgezogen|erledigt|Mehrfachbeschl\w*)\b(?:[^\n.]|\.(?=\d)){{0,60}}$
      # Anträge 8.2 und 8.3 erledigt
      | (?:Antrag|Anträge|Anfragen?|TOP|Ziffern?)[ ]\d[^\n]{{0,100}}\b(?:erledigt|verwiesen|Kenntnisnahme|abgelehnt|zugestimmt
              |angenommen|zurückgezogen)
      | (?:nach|laut|gemäß|wie)[ ](?:geändertem[ ])?(?:Antrag|Vorlage|[Vv]orgeschlagen|beantragt|Beschlussvorschlag)\b[^\n.]{{0,40}}\.?$
      | D(?:er|ie)[ ]Antr(?:ag|äge)[ ]zu[ ]Punkt[ ]\d  # Der Antrag zu Punkt 4 … (Wels)
      # Gesetzl. Anzahl der Vertreter: 8, davon anwesend: 7
      | (?:(?:[Gg]esetzl(?:iche|\.)?[ ](?:An)?[Zz]ahl|[Dd]avon[ ](?:anwesend|stimmberechtigt)|[Aa]nwesende
              [ ](?:Mitglieder|Vertreter|Stimmberechtigte)
              |Stimmberechtigte|Abstimmungsberechtigte)\b|(?:Mitgliederzahl|Anwesende)[ ]?:)[^\n]{{0,60}}
      # Der Antrag wurde mit Mehrheit angenommen.   Das Parlament stimmt dem Antrag mit 31 gegen 5 Stimmen zu.
      | D(?:er|ie|as)[ ](?:[\w-]*[Aa]nträge|[\w-]*[Aa]ntrag|Motion|Postulat|Geschäft|Dringlichkeit)\b
              [^\n.]{{0,120}}?\b(?:wird|wurde|werden|wurden)\b
              # to whom: a text, with its result below, as "… wird dem Fachausschuss zur Weiterbehandlung überwiesen."
              (?![ ]de[mnr][ ][A-ZÄÖÜ][^\n]{{2,140}}\b(?:über|zu)wiesen\.\n)
              [^\n]{{0,160}}?\b(?:angenommen|abgelehnt|überwiesen|zugewiesen|zurückgezogen)\b
      | D(?:er|ie|as)[ ]{BODY}[ ](?:(?:stimmt|folgt)[ ]de[mr]|(?:beschlie(?:ß|ss)t|genehmigt|nimmt)[ ](?:den|die|diesen))
              [ ](?:Antrag|Anträgen|Beschlussvorschlag|Beschlussantrag|Vorlage|Vorschlag|Kredit|Geschäft|Empfehlung)\b
              [^\n]{{0,80}}?\b(?:\d{{1,3}}[ ](?:Ja\b|Nein\b|Stimmen\b|gegen\b|zu\b|:)|einstimmig\b|mehrheitlich\b)
      # Die GPK empfiehlt den Antrag mit 6 Ja zu 1 Nein zur Annahme. (Switzerland)
      | D(?:er|ie)[ ][\w-]+[ ]empfiehlt[ ](?:den|die|das)[ ](?:Antrag|Vorlage|Geschäft|Kredit|Motion|Postulat)\b
              [^\n]{{0,80}}\bzur[ ](?:Annahme|Ablehnung)\b
      | Die[ ]Abstimmung[ ](?:ergibt|ergab)\b
      | in[ ]die[ ](?:Ausschüsse|Verwaltung)[ ]\w*verwiesen
      | D(?:er|em|ie)[ ](?:so[ ])?(?:\w+[ ])?(?:Antrag|Beschluss\w*|Vorlage|Vorschlag|\w+antrag|\w+vorlage
              |\w+vorschlag)\b(?:[^\n.]|\n(?!\n)|\.(?=\d)){{0,120}}?(?:einstimmig|mehrheitlich|Stimmen?\b|stimmen?\b|[Ee]nthaltung)
    )""",
    re.VERBOSE | re.MULTILINE,
)
# "Musterstadt, den 12.03.2020" below a resolution begins the signatures.
SIGNED = re.compile(rf"[A-ZÄÖÜ][\w. -]{{2,40}}, (?:den |am )?\d{{1,2}}\. ?(?:\d{{1,2}}\. ?|{MONTHS} )\d{{4}} ?$", re.MULTILINE)
# "Der Rat stimmt dem Antrag der Mehrheit mit 97 gegen 16 Stimmen zu.": Zürich
RESULT_OF_POINT = re.compile(
    r"D(?:er|ie) Antr(?:ag|äge) zu (?:Punkt|Pkt\.?) \d"
    r"|D(?:er|as) \w+ stimmt dem Antrag der (?:Mehrheit|Minderheit|Kommission)\b[^\n]{0,60}?\d"
)
# "Der Rat hat am 3.4.2030 beschlossen, …" tells of an earlier decision; with a colon it opens one.
REPORTED = re.compile(
    rf"D(?:er|ie|as) {BODY} (?:[^\n.:;]|\.(?=[ ]?\d|[ ][A-ZÄ][a-zä]{{2,8}}[ ]\d{{4}})){{0,120}}?\b(?:hat|hatte) [^\n:;]{{0,200}}?"
    r"\b(?:beschlossen|gefasst|beauftragt|genehmigt|zugestimmt)\b(?! ?:)"
)
# An answer, or a report on what was resolved: "… hat beschlossen, die Anfrage wie folgt zu beantworten:", "Zum Stand wird … berichtet:"
ANSWERS = re.compile(
    r"[^\n]{0,160}\bAnfrage[^\n:.]{0,60}\b(?:zu beantworten|beantwortet)\b[^\n:.]{0,30}:"
    r"|[^\n]{0,240}\b(?:[Zz]um|[Üü]ber den) (?:\w{0,12})?[Ss]tand\b[^\n:.]{0,60}\b(?:wird|ist)\b[^\n:.]{0,40}"
    r"\b(?:berichtet|zu berichten|mitgeteilt)\b"
)


def answers(text: str, at: int, line_end: int) -> bool:
    """Whether a line answers or reports; most lines hold neither word that the pattern looks for at each of their letters."""
    may = text.find("Anfrage", at, line_end) >= 0 or text.find("tand", at, line_end) >= 0
    return may and ANSWERS.match(text, at, line_end) is not None


# "Beschluss (Drucksache Nr.: 3/30)" is a field in the head of an item (Dortmund).
PAPER_FIELD = re.compile(
    r"Beschluss \((?:Drucksache|Vorlage|Drs|DS)\b[^)\n]*\)$|Empfehlung ?: [^\n]{3,120} vom \d{1,2}\.\d{1,2}\.\d{4}$", re.MULTILINE
)
# "Dem Rat lag folgende Empfehlung vor:" above quoted words
LAY_BEFORE = re.compile(r"\b(?:lag|liegt|lagen|liegen)\b[^.\n]{0,160}\bvor ?:\n*\Z")
LIST_ITEM = re.compile(rf"{MARKER}")
# After a debate the motion is voted on: "Der Antrag wird mit 33 Ja-Stimmen angenommen." (Austria, a paragraph of its own)
RESULT_OF_MOTION = re.compile(
    r"D(?:er|ie)[ ](?:[\w-]*[Aa]nträge|[\w-]*[Aa]ntrag)\b[^\n.]{0,60}?\b(?:wird|wurde|werden|wurden)\b[^\n]{0,160}?"
    r"(?:[Ss]timm|Mehrheit|mehrheitlich)[^\n]{0,120}?\b(?:angenommen|abgelehnt)\b"
)
# SessionNet prints the result below the paper of an item, without any label.
RESULT_ALONE = re.compile(
    r"(?:(?:un)?geändert (?:beschlossen|empfohlen)|(?:nicht )?empfohlen|zur Kenntnis genommen|abgelehnt|vertagt|zurückgezogen"
    r"|zurückgestellt|abgesetzt|in die Ausschüsse verwiesen|verwiesen)"
)
# "2. Die Mittel werden bereitgestellt." after a vote; "2. einstimmig", "2. Kita" are none.
POINT = re.compile(
    r"^(\d{1,2})[.)]{1,2} (?=[^\n]{20})(?!(?:Ein|ein|Mehr|mehr)\w+(?:stimmig|heitlich))(?=[A-ZÄÖÜ„])(?=[^\n]*[.;,:]$)", re.MULTILINE
)
NUMBERED = re.compile(r"[*_# ]*Beschl(?:uss|uß)[- ]?(?:Nr|Nummer|[A-ZÄÖÜ]{0,4}[ -]?\d)")
FIELD = re.compile(
    r"(?:Auszug|Betreff|Betrifft|Gremium|Sitzung|Datum|Vorlage|Drucksache|Az|Aktenzeichen|Beschluss)\b|[A-ZÄÖÜ][\w -]{2,30}:(?: |$)",
    re.MULTILINE,
)
# "(einstimmig)", "- 12 : 3 -" as the last line of a text
BARE_RESULT = re.compile(
    r"[-–(]{1,2} ?(?:einstimmig|mehrheitlich|mit Mehrheit|\d{1,3} ?: ?\d{1,3})(?: (?:angenommen|beschlossen))? ?[-–)]{1,2}"
)
CONTENTS_ENTRY = re.compile(r"\d{1,2}[.)] ?\w+[ .…]+\d{1,3}$")  # "2. Beschluss 5" in a table of contents
UNFINISHED = re.compile(r"(?:,|\b(?:gegen|mit|bei|zu|und|von|in|im|de[rmns]|die|das|für|auf))\n\Z")
STOP = re.compile(r"[.:;,“\"”]$", re.MULTILINE)
# "Annahme" (Bavaria), "durch Stellungnahme erledigt"; "bis nach … geschoben" behind "Beschluss:"; "… zu genehmigen": a text.
SETTLED = re.compile(r"(?:Annahme|Ablehnung|Zustimmung)[ ]*|[a-zäöü][^\n.,;:]{2,80}(?<!\bzu) (?:ge|er|be|ver|ab|zurück|ent|emp)\w+(?:t|en)")


def sentence_below(text: str, at: int, end: int) -> bool:
    """Whether a decision's number stands above its text, and is not a field of the head ("Beschluss-Nr.: 12/2020 ⏎ Betreff: …")."""
    while at < end and text[at] in " :*_\n":
        at += 1
    below = text.find("\n\n", at, end)
    paragraph = text[at : end if below < 0 else below]
    return not FIELD.match(paragraph) and STOP.search(paragraph) is not None
