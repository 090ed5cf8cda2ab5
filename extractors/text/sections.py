"""Which part of an agenda item a sentence stands in: the proposal, the decision, the vote, the reasoning, a speech.

The section decides more errors than any pattern: money from the debate is never money of the decision.

    Beschluss:                                    resolution, by its heading
    Der Rat stimmt dem Konzept zu.
    Abstimmungsergebnis: einstimmig               vote, by its heading
    RM Muster (ABC) fragt nach den Kosten.        debate, by the form of a speech
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.german import headings
from extractors.text.german.phrases import BODY, CHAIR, DECIDES, DECIDES_NOW, DECIDES_SOFTLY, INSTRUCTED, OFFICE, PARTY, SPEAKS
from extractors.text.minutes import Section, SectionKind

Cut = tuple[int, SectionKind, str | None]

# Numbered by Bamberg and Erlangen: "II. Beschluss", "3. Begründung:"; with marks of Markdown: "**Beschluss:**"
_NUMBERED = r"(?:[*_#]{1,4} ?)?(?:(?:[IVX]{1,4}|\d|[A-F])[.)] ?)?"
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
    return rf"(?P<{kind}>{_NUMBERED}(?:{alone})(?: TOP [\d. ]+)?(?:[*_]{{0,4}} ?:|[*_]{{0,4}} ?$){opening})"


HEADING = re.compile("|".join(_heading(*row) for row in _HEADINGS), re.MULTILINE)
CAPITALS = re.compile(
    r"(?P<vote>ABSTIMMUNG(?:SERGEBNIS)?)|(?P<proposal>.?ESCHLU(?:SS|ß)(?:VORSCHLAG|ANTRAG|EMPFEHLUNG|ENTWURF))"
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
)

MARKER = r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]{0,2}|[a-zA-Z][.)]|\([a-z\d]\)|[-–—•·*▪●○■□►➢✓Ø\uf000-\uf0ff]|[IVX]{1,4}\.)[ ]?)"
QUOTED = r"[„\"“»']?"
LEAD = re.compile(
    rf"""{MARKER}?{QUOTED}(?:
        D(?:er|ie|as)[ ]{BODY}(?:[^\n.;:]|\n(?!\n)|\.(?!\n)){{0,250}}?[ \n,]{DECIDES}\b
      | [^\n]{{0,160}}?\b{DECIDES_NOW}\s(?:der|die|das)[ ]{BODY}
    )""",
    re.VERBOSE,
)
LEAD_SOFT = re.compile(
    rf"""{MARKER}?{QUOTED}(?:
        D(?:er|ie|as)[ ]{BODY}[ ](?:\w+[ ]){{0,3}}?{DECIDES_SOFTLY}\b
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
    (
        r"(?:[^\n:]|\n(?!\n)|:(?!\n)){0,250}?\b(?:möge|wolle|mögen|wollen)\b(?:[^\n:]|\n(?!\n)){0,80}?\b(?:beschlie(?:ß|ss)en|fassen"
        r"|empfehlen|genehmigen|zustimmen)(?: ?:|[ ]?$)"
    ),
    re.MULTILINE,
)

# A result that stands in the resolution without a heading of its own.
RESULT = re.compile(
    r"""[-–(*• ]{0,3}(?:
        # Ja: 12, Nein: 3
        (?:Ja|JA|Nein|Dafür|Dagegen|dafür|Ja-Stimmen?|Nein-Stimmen?|Enthaltung(?:en)?|Stimmenthaltungen|Anwesend)[ ]?:[ \n]?\d
      # Bei 3 Nein-Stimmen
      | (?:(?:mit|Mit|bei|Bei)[ ])?(?:\d{1,3}|einer|eine)[ ](?:Ja|JA|Nein|NEIN|Stimmen?|Gegenstimmen?|dafür|Enthaltung)\b
      # 40/7/7, 14:0 Stimmen
      | (?:(?:mit|Mit|bei|Bei)[ ])?\d{1,3}[ ]?(?::|/|zu|gegen)[ ]?\d{1,3}\b
      | (?:Einstimmig|Mehrheitlich|Einmütig|Einvernehmlich|Mehrstimmig|einstimmig|mehrheitlich|einmütig
              |mehrstimmig)\w*\b(?!\s(?:beschlie|empfiehlt|stimmt))
      | (?:ungeändert|geändert|zur[ ]Kenntnis[ ]genommen|zurückgestellt|vertagt|abgesetzt|verwiesen|abgelehnt|angenommen
              |zugestimmt|beschlossen|empfohlen|zurückgezogen|erledigt|Mehrfachbeschl\w*)\b[^\n.]{0,60}$
      # Anträge 8.2 und 8.3 erledigt
      | (?:Antrag|Anträge|Anfragen?|TOP|Ziffern?)[ ]\d[^\n]{0,100}\b(?:erledigt|verwiesen|Kenntnisnahme|abgelehnt|zugestimmt
              |angenommen|zurückgezogen)
      | (?:nach|laut|gemäß|wie)[ ](?:Antrag|Vorlage|[Vv]orgeschlagen|beantragt|Beschlussvorschlag)\b[^\n.]{0,40}$
      | in[ ]die[ ](?:Ausschüsse|Verwaltung)[ ]\w*verwiesen
      | D(?:er|em|ie)[ ](?:so[ ])?(?:\w+[ ])?(?:Antrag|Beschluss\w*|Vorlage|Vorschlag|\w+antrag|\w+vorlage
              |\w+vorschlag)\b(?:[^\n.]|\n(?!\n)|\.(?=\d)){0,120}?(?:einstimmig|mehrheitlich|Stimmen?\b|stimmen?\b|[Ee]nthaltung)
    )""",
    re.VERBOSE | re.MULTILINE,
)
LIST_ITEM = re.compile(rf"{MARKER}")
FULL_LINE = 35  # shorter lines before a heading are headings or fields themselves
RESULT_LENGTH = 300  # longer paragraphs that begin like a result are sentences of the resolution


def sections_of(text: str, start: int, end: int, opening: SectionKind = "header", label: str | None = None) -> Iterator[Section]:
    """Divide a stretch of the shadow into sections; they follow each other without gap from `start` to `end`."""
    cuts = _Reading(text, start, end, opening, label).cuts()
    for (at, kind, heading), following in zip(cuts, [*(cut[0] for cut in cuts[1:]), end], strict=True):
        if following > at:
            yield Section(kind, at, following, heading)


class _Reading:
    """One pass over the lines of a stretch; remembers in which section it is, and how that one was opened."""

    def __init__(self, text: str, start: int, end: int, opening: SectionKind, label: str | None) -> None:
        self.text, self.start, self.end = text, start, end
        self.kind: SectionKind = opening
        self.before_lead: SectionKind | None = None
        self.numbered = False
        self.second_line = text.find("\n", start, end) + 1
        self.found: list[Cut] = [(start, opening, label)]

    def cuts(self) -> list[Cut]:
        at = self.start
        while at < self.end:
            line_end = self.text.find("\n", at, self.end)
            line_end = self.end if line_end < 0 else line_end
            if line_end > at:
                self._line(at, line_end)
            at = line_end + 1
        return self.found

    def _line(self, at: int, line_end: int) -> None:
        heading = self._heading_at(at)
        if heading is not None:
            kind, label = heading
            if not (kind == "proposal" and self.kind == "resolution" and self._empty_until(at)):
                self._open(at, kind, label)
                self._inline_result(at + len(label), line_end)
            return
        if not self._opens_paragraph(at):
            return
        moves = MOVES.match(self.text, at, self.end)
        if moves:
            self._open(at, "proposal", moves[0].rstrip(" :"))
        elif self.kind in ("resolution", "proposal"):
            self._leave_resolution(at)
        elif self._is_speech(at):
            self._open(at, "debate", None)
        else:
            self._enter_resolution(at, line_end)

    def _inline_result(self, at: int, line_end: int) -> None:
        """A result in place of the text: "Beschluss: einstimmig zugestimmt" has a result where others have the text."""
        if self.kind in ("resolution", "proposal"):
            while at < line_end and self.text[at] in " :*_":
                at += 1
            if at < line_end and self._is_result(at):
                self._open(at, "vote", None)

    def _opens_paragraph(self, at: int) -> bool:
        """After an empty line, after the end of a sentence, or below the label of the item."""
        text = self.text
        return at <= self.second_line or text[at - 2] == "\n" or text[at - 2] in '.:!?“"”)'

    def _is_speech(self, at: int) -> bool:
        if self.kind == "debate" or (self.kind == "note" and self._empty_until(at)):
            return False
        office = SPEECH_OF_OFFICE.match(self.text, at, self.end) if self.kind in ("vote", "note", "header") else None
        return office is not None or SPEECH.match(self.text, at, self.end) is not None

    def _leave_resolution(self, at: int) -> None:
        text = self.text
        if self._is_result(at):
            self._open(at, "vote", None)
        elif SPEECH.match(text, at, self.end):
            self._open(at, "debate", None)
        elif self.before_lead and not self.numbered and LIST_ITEM.match(text, at, self.end):
            self.numbered = True
        elif self.before_lead and not self.numbered and self._narration_resumes(at):
            self._open(at, "other" if self.before_lead == "header" else self.before_lead, None)

    def _enter_resolution(self, at: int, line_end: int) -> None:
        text = self.text
        lead = LEAD.match(text, at, self.end)
        if lead is None and self.kind != "debate":
            lead = LEAD_SOFT.match(text, at, self.end)
        if lead is None:
            motion = MOTION.match(text, at, self.end)
            lead = (
                motion if motion and LIST_ITEM.match(text, line_end + 1 + (text[line_end + 1 : line_end + 2] == "\n"), self.end) else None
            )
        if lead is not None:
            before = self.kind
            self._open(at, "resolution", lead[0].rstrip(" :") if lead.re is MOTION else None)
            self.before_lead = before
            self.numbered = LIST_ITEM.match(text, at, self.end) is not None

    def _narration_resumes(self, at: int) -> bool:
        """A resolution without a heading ends at the first paragraph that neither lists nor decides."""
        text = self.text
        if text[at - 2 : at] != "\n\n" or text[max(0, at - 9) : at].rstrip()[-1:] in (":", ","):
            return False
        return not (LEAD.match(text, at, self.end) or LEAD_SOFT.match(text, at, self.end))

    def _is_result(self, at: int) -> bool:
        short = self.end - at <= RESULT_LENGTH or self.text.find("\n\n", at, at + RESULT_LENGTH) >= 0
        return short and RESULT.match(self.text, at, self.end) is not None

    def _heading_at(self, at: int) -> tuple[SectionKind, str] | None:
        match = HEADING.match(self.text, at, self.end) or CAPITALS.match(self.text, at, self.end)
        if match is None or match.lastgroup is None:
            return None
        if match[0][-1] != ":" and self._runs_on(at):
            return None
        kind: SectionKind = match.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
        return kind, match[0].rstrip(" :*_")

    def _runs_on(self, at: int) -> bool:
        """A word alone on its line may be the rest of the full line before it (Köln prints in narrow columns)."""
        text = self.text
        if at - 2 < self.start or text[at - 2] == "\n" or not (text[at - 2].islower() or text[at - 2] in ",-"):
            return False
        return at - 1 - max(text.rfind("\n", self.start, at - 1), self.start) >= FULL_LINE

    def _empty_until(self, at: int) -> bool:
        last = self.found[-1]
        return not self.text[last[0] + len(last[2] or "") : at].strip(" :\n*_")

    def _open(self, at: int, kind: SectionKind, label: str | None) -> None:
        self.kind, self.before_lead, self.numbered = kind, None, False
        if self.found[-1][0] == at:
            self.found.pop()
        self.found.append((at, kind, label))
