"""Decisions without a heading: the paragraph right above a vote, and the vote right behind its last sentence.

Dem Bauantrag wird das Einvernehmen erteilt.        a passive of deciding above a vote
12 : 0
Der Weg wird saniert. (einstimmig)                  the bracket is the vote, not the text
"""

from __future__ import annotations

import re

from extractors.text.german.clauses import clause_around
from extractors.text.german.phrases import BODY
from extractors.text.section_forms import BARE_RESULT, FIELD, HEADING, RESULT, SPEECH
from extractors.text.section_lines import is_result, runs_on

WITHIN = 900  # characters from a decision to its vote
LINES = 12  # of one decision without a heading

# How the body's own sentence decides, in the passive; the verb comes first of all participles.
_DECIDED = (
    r"(?:zur Kenntnis genommen|erteilt|versagt|zugestimmt|genehmigt|vergeben|gewählt|beschlossen|angenommen|festgesetzt|festgelegt"
    r"|bewilligt|gewährt"
    r"|verabschiedet"
    r"|erlassen|bestellt|berufen|benannt|entsandt|aufgehoben|festgestellt|gebilligt|bestätigt|entlastet|verkauft|veräußert|erworben"
    r"|angeschafft|beschafft|beauftragt|ermächtigt|bevollmächtigt|angehoben|erhöht|gesenkt|übertragen|verlängert|bereitgestellt|eingestellt"
    r"|abgeschlossen|aufgestellt|angemietet|verpachtet|vermietet|verliehen|zugeleitet|entnommen|unterstützt|freigegeben|eingeführt|umbenannt|gewidmet|überlassen)"
)
PASSIVE = re.compile(
    rf"(?P<before>[A-ZÄÖÜ„](?:[^;:\n]|\n(?!\n)){{0,300}}?)\b(?:wird|werden|wurde|wurden)\b(?P<between>[^;]{{0,500}}?)\b{_DECIDED}\b"
)
# Consent by its words, be a vote printed or not: "Dem Baugesuch wird das Einvernehmen erteilt.", "Den Mehrausgaben wird zugestimmt."
CONSENT = re.compile(
    r"(?:D(?:em|en|er)|Einem|Einer)[ ](?!Anregung|Stellungnahme|Bedenken|Hinweis|Einw|Argument|Forderung|Wunsch|Wünsche)[A-ZÄÖÜ]"
    r"(?:(?!\b(?:dass|ob|bereits)\b)[^\n;:]|\n(?!\n)){0,300}?"
    r"\b(?:(?:wird|werden)[ \n](?:(?:[^\n.;:,]|:(?=[ ]?\d)){0,80}?[ ])??zugestimmt"
    r"|(?:wird|wurde)[ \n](?:nicht[ ])?das[ ](?:gemeindliche[ ])?Einvernehmen[ ]"
    r"(?:der[ ]Gemeinde[ ])?(?:nicht[ ])?(?:erteilt|versagt|hergestellt))[.,]"
)
_BODY = rf"(?:[Dd]er|[Dd]ie|[Dd]as)[ ](?:[A-ZÄÖÜ]\w+-,?[ ](?:und[ ])?){{0,2}}{BODY}"
# "Nach kurzer Beratung erteilt der Gemeinderat einstimmig sein Einvernehmen.", "Der Bau- und Planungsausschuss versagt das Einvernehmen."
CONSENTS = re.compile(
    rf"(?:{_BODY}[ ][^\n.;:,]{{0,60}}?\b(?:erteilt|versagt)|[A-ZÄÖÜ][^\n.;:,]{{0,80}}?[ ](?:erteilt|versagt)[ ]{_BODY})"
    rf"[^\n.;:]{{0,200}}?\bEinvernehmen\b"
)
BEGINS_DECISION = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ„d")  # as all forms of it do; every third paragraph begins otherwise
AUXILIARY = re.compile(r"w(?<!\w.)(?:ird|erden|urde)")  # a letter first: the engine skips to it, not to the bound of a word
LINE_END = re.compile(r"\n")
ITEM = re.compile(r"(?:TOP|Punkt|Zu Punkt|zu Punkt|Traktandum|Tagesordnungspunkt|Stk\.|NÖ|Ö|N) ?\d")
# A participle of telling before the one of deciding, or a clause: "wird gefragt, ob der Plan genehmigt …"
TOLD = re.compile(
    r"\b(?:dass|ob|weil|nachdem|wenn|erläutert|berichtet|mitgeteilt|angemerkt|gefragt|hingewiesen|diskutiert|vorgestellt|ausgeführt|erklärt"
    r"|vorgetragen|angeregt|vorgeschlagen|informiert|bereits|seinerzeit|könnte|kann|muss|müsste)\b"
)
# These sentences are results themselves: "Der Antrag wird angenommen.", "Dem Beschlussvorschlag wird zugestimmt."
OF_RESULT = re.compile(
    r"(?:D(?:er|ie|as|em|en)|Diese[mr]?|Über(?![ ]Antrag|[ ]Vorschlag)|Auch[ ]d\w+)[ ](?:[a-zäöü]\w+[ ]){0,2}"
    r"(?:(?!Bauantr)[\w-]*[Aa]ntr(?!ag[ ]auf[ ]"
    r"(?!Vertag|Absetz|Schluss|Ende|Verweis))(?:ag|äge)\w*|[\w-]*[Vv]orschl\w+|[\w-]*[Vv]orlage|[\w-]*[Bb]eschl[uü](?:ss|ß)\w*"
    r"|[\w-]*[Ee]mpfehlung\w*|Tagesordnung\w*|Dringlichkeit\w*|Niederschrift\w*|Protokolle?s?|Verhandlungsschrift|Sitzung|[\w-]*[Ee]ntwurf"
    r"|Punkt|TOP|Text|Wortlaut|Vorgehen\w*|Verfahren\w*)\b"
    r"|Damit\b|Somit\b|Hierzu\b|Darüber\b|Es[ ](?:wird|wurde)[ ](?:einstimmig|mehrheitlich|wie|so|entsprechend|gemäß)\b"
)
BODY_ACTS = re.compile(
    rf"D(?:er|ie|as)[ ]{BODY}[ ](?:[^\n.;:]|\n(?!\n)){{0,80}}?\b(?:vergibt|vergab|verkauft|veräußert|erwirbt|kauft|entscheidet|legt|richtet"
    r"|übernimmt|verlängert|erhöht|senkt|tritt|gibt|stellt(?![^\n]{{0,40}}\bAntrag)|schafft)\b"
)
# Behind the last full stop: in brackets ("(einstimmig)", "(30/0/4)"), between dashes, or with a label of its own ("Abst.: 20:0")
TRAILING = re.compile(
    r"""(?<=[a-zäöüß)\d%][.!])[ ](?P<result>
        \((?:[Ee]instimmig|[Mm]ehrheitlich|[Ee]inmütig|[Mm]it\ Mehrheit)\b[^()\n]{0,60}\)
      | \((?:Abst[\w.-]*[ ]?:?[ ])?\d{1,3}[ ]?(?::|/|zu)[ ]?\d{1,3}(?:[ ]?(?::|/)[ ]?\d{1,3}|[ ]Stimmen)?\)
      | \(\d{1,3}[ ](?:Ja|JA|dafür)(?:-?[Ss]timmen)?\b[^()\n]{0,60}\)
      | [-–][ ]?(?:[Ee]instimmig|[Mm]ehrheitlich|[Ee]inmütig|[Mm]it\ Mehrheit)\b[^\n–]{0,60}[-–]
      | (?:Abst\.(?:-?Erg\.)?|Abstimmung(?:sergebnis)?|Beschluss)[ ]?:[ ]?(?:\d{1,3}[ ]?(?:[:/][ ]?\d{1,3}|(?:Ja|JA|dafür|Für)\b)
            |[Ee]instimmig|[Mm]ehrheitlich)[^\n]{0,60}
      | (?:ja|Ja|JA)[ :]{1,2}\d{1,3},?[ ](?:nein|Nein|NEIN)[ :]{1,2}\d{1,3}[^\n]{0,40}
    )[ ]?$
      # "… wird bewilligt: mehrstimmig (ABC dagegen) angenommen." (Vienna)
      | (?<=[a-zäöüß]):[ ](?P<voted>(?:[Ee]instimmig|[Mm]ehr(?:heitlich|stimmig)|[Ee]inmütig)\b(?:[ ]\([^()\n]{1,60}\))?
            [ ](?:angenommen|beschlossen|genehmigt|bewilligt)\.?)[ ]?$
    """,
    re.VERBOSE | re.MULTILINE,
)
TRAILING_LENGTH = 120


def decides(text: str, at: int, end: int, *, alone: bool) -> bool:
    """Whether a paragraph is a decision by its verb, with a vote right below it; consent also `alone`."""
    if text[at : at + 1] not in BEGINS_DECISION:
        return False
    consents = alone and (CONSENT.match(text, at, end) or CONSENTS.match(text, at, end))
    if not consents:
        acts = BODY_ACTS.match(text, at, end) is not None or _is_passive(text, at, end)
        if not (acts and _vote_below(text, at, min(end, at + WITHIN))):
            return False
    # Asked last: hardly a paragraph in a hundred comes as far.
    return not any(form.match(text, at, end) for form in (OF_RESULT, SPEECH, ITEM, FIELD))


def _is_passive(text: str, at: int, end: int) -> bool:
    """Whether the first sentence decides in the passive, and no title stands above it in the same paragraph."""
    within = min(end, at + 320)
    blank = text.find("\n\n", at, within)
    if not AUXILIARY.search(text, at, within if blank < 0 else blank):
        return False
    _, stop = clause_around(text, at + 1, at, end)
    passive = PASSIVE.match(text, at, stop)
    if passive is None or any(TOLD.search(passive[part]) for part in ("before", "between")):
        return False
    return all(runs_on(text, at, at + line.end()) for line in LINE_END.finditer(passive["before"]))


def trailing_result(text: str, at: int, line_end: int) -> int | None:
    """Where a result stands behind the last sentence of a line."""
    found = TRAILING.search(text, max(at, line_end - TRAILING_LENGTH), line_end)
    return found.start("result" if found["result"] else "voted") if found else None


def _vote_below(text: str, at: int, end: int) -> bool:
    """Whether a paragraph ends with a vote, or the next line or paragraph is one."""
    for _ in range(LINES):
        line_end = text.find("\n", at, end)
        if trailing_result(text, at, end if line_end < 0 else line_end) is not None:
            return True
        at = line_end + 1
        blank = text[at : at + 1] == "\n"
        at += blank
        if line_end < 0 or _is_vote(text, at, end):
            return line_end >= 0
        if blank or SPEECH.match(text, at, end):
            return False
    return False


def _is_vote(text: str, at: int, end: int) -> bool:
    heading = HEADING.match(text, at, end)
    if heading is not None and heading.lastgroup == "vote":
        return True
    if heading is not None and heading.lastgroup == "resolution" and text[heading.end() - 1] == ":":
        below = heading.end() + (text[heading.end() : heading.end() + 1] == " ")
        return RESULT.match(text, below, end) is not None
    line_end = text.find("\n", at, end)
    return is_result(text, at, end) or BARE_RESULT.fullmatch(text, at, end if line_end < 0 else line_end) is not None


# What a resolution goes on with, as against what happens next in the meeting: "Die Kosten sind zu ermitteln.", "Der Weg wird begrünt."
NORMATIVE = re.compile(
    r"(?!(?:Herr|Frau|Nach|Nunmehr|Anschließend|Daraufhin|Sodann|Abschließend|Auf|An|(?:D\w+[ ])?(?:Sitzung|[\w-]*[Vv]orsitz\w*|Beratung"
    r"|Diskussion|Aussprache|Frage|Öffentlichkeit|Abstimmung))\b)[A-ZÄÖÜ][^\n.;:]{2,160}?\b(?:"
    r"(?:ist|sind|hat|haben)\b[^\n.;:]{0,300}\b(?:zu[ ]|\w{2,12}zu)\w{2,30}[elr]n"
    r"|(?:soll|sollen)\b[^\n.;:]{0,300}[elr]n|(?:wird|werden)\b(?P<done>[^\n.;:]{0,300}\w(?:t|en)))\."
)
PARAGRAPHS = 4  # of a resolution without a heading, behind its first


def goes_on_to_vote(text: str, at: int, end: int) -> bool:
    """Whether this paragraph and those behind it are rules, down to the vote: they are of the resolution though nothing heads it."""
    for _ in range(PARAGRAPHS):
        rule = NORMATIVE.match(text, at, end)
        if rule is None or TOLD.search(rule["done"] or "") or any(form.match(text, at, end) for form in (OF_RESULT, SPEECH)):
            return False
        at = text.find("\n\n", at, min(end, at + WITHIN)) + 2
        if at < 2 or at >= end:
            return False
        if _is_vote(text, at, end):
            return True
    return False
