"""Which part of an agenda item a sentence stands in: the proposal, the decision, the vote, the reasoning, a speech.

The section decides more errors than any pattern: money from the debate is never money of the decision.

    Beschluss:                                    resolution, by its heading
    Der Rat stimmt dem Konzept zu.
    Abstimmungsergebnis: einstimmig               vote, by its heading
    RM Muster (ABC) fragt nach den Kosten.        debate, by the form of a speech
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.text.minutes import Section, SectionKind
from extractors.text.section_announced import ANNOUNCED_WITHIN, ANNOUNCES, SHOWS_OF_HANDS
from extractors.text.section_bounds import settled
from extractors.text.section_decided import decides, goes_on_to_vote, trailing_result
from extractors.text.section_forms import (
    BARE_RESULT,
    LIST_ITEM,
    MOTION,
    REPORTED,
    RESULT_ALONE,
    RESULT_OF_MOTION,
    RESULT_OF_POINT,
    SETTLED,
    SIGNED,
    SPEECH,
    SPEECH_OF_OFFICE,
    UNFINISHED,
    answers,
    lead_at,
    moves_at,
)
from extractors.text.section_lines import Cut, heading_at, is_result, laid_before, narration_resumes, next_point, runs_on, soft_lead
from extractors.text.section_motions import MOTION_BELOW, MOTION_STEM, motion_at

DECIDED: frozenset[SectionKind] = frozenset({"resolution", "proposal"})
SENTENCE_BEGINS = ("Der ", "Die ", "Das ", "Dem ", "Den ", "Einem ", "Einer ", "Es wird ", "Auf Antrag ", "Über Antrag ", "Auf Vorschlag ")


def sections_of(text: str, start: int, end: int, opening: SectionKind = "header", label: str | None = None) -> Iterator[Section]:
    """Divide a stretch of the shadow into sections; they follow each other without gap from `start` to `end`."""
    cuts = settled(text, start, end, _Reading(text, start, end, opening, label).cuts())
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
        self.vote_on_motion = -1
        self.motion = -1  # where the next one is named
        self.second_line = text.find("\n", start, end) + 1
        self.found: list[Cut] = [(start, opening, label)]

    def cuts(self) -> list[Cut]:
        at = self.start
        while at < self.end:
            line_end = self.text.find("\n", at, self.end)
            line_end = self.end if line_end < 0 else line_end
            if line_end > at:
                self._begins(at, line_end)
                if self.kind in DECIDED:
                    self._trailing_result(at, line_end)
            at = line_end + 1
        return self.found

    def _begins(self, at: int, line_end: int) -> None:
        heading = heading_at(self.text, at, self.end, self.start, self.kind)
        if heading is not None:
            self._headed(at, line_end, *heading)
        elif self._is_result_alone(at, line_end):
            self._open(at, "vote", None)
        elif not self._moves(at, line_end):
            if self.kind in DECIDED and BARE_RESULT.fullmatch(self.text, at, line_end):
                self._open(at, "vote", None)
            if self._opens_paragraph(at) or self._decides_below_result(at) or self._decides_below_line(at):
                self._paragraph(at, line_end)

    def _headed(self, at: int, line_end: int, kind: SectionKind, label: str) -> None:
        # A second heading directly below: "Antrag an den Gemeinderat" (Karlsruhe), the widget "Reduzieren" (ALLRIS 4).
        below = kind in ("proposal", "other") and self.kind in ("resolution", "proposal") and self._empty_until(at)
        if not (below and (kind == "other" or self.kind == "resolution")):
            self._open(at, kind, label)
            self._inline_result(at + len(label), line_end)

    def _is_result_alone(self, at: int, line_end: int) -> bool:
        alone = self.kind == "header" and at > self.start
        return at == self.vote_on_motion or (alone and RESULT_ALONE.fullmatch(self.text, at, line_end) is not None)

    def _moves(self, at: int, line_end: int) -> bool:
        """Opens the motion that a line holds, outside of resolutions, and the vote that follows it in the same line."""
        motion = motion_at(self.text, at, line_end, self.end) if self.kind not in DECIDED and self._names_motion(at, line_end) else None
        if motion is None:
            return False
        if motion.start > at and self._opens_paragraph(at) and self._is_speech(at):
            self._open(at, "debate", None)
        self._open(motion.start, "proposal", self.text[motion.start : motion.words])
        if motion.vote < line_end:
            self._open(motion.vote, "vote", None)
        self.vote_on_motion = motion.vote
        return True

    def _names_motion(self, at: int, line_end: int) -> bool:
        """Whether a motion is named in a line or at the next one's beginning; each place is looked for once, not in every line."""
        if self.motion < at:
            found = self.text.find(MOTION_STEM, at, self.end)
            self.motion = self.end if found < 0 else found
        return self.motion < line_end + MOTION_BELOW

    def _paragraph(self, at: int, line_end: int) -> None:
        moves = moves_at(self.text, at, self.end)
        if moves:
            self._open(at, "proposal", moves[0].rstrip(" :"))
        elif self.kind in DECIDED:
            self._leave_resolution(at)
        elif self._is_speech(at):
            self._open(at, "debate", None)
        else:
            self._enter_resolution(at, line_end)

    def _trailing_result(self, at: int, line_end: int) -> None:
        """A result behind the last sentence of a text: "… wird erteilt. (einstimmig)"; not inside a list that goes on."""
        result = trailing_result(self.text, at, line_end)
        below = line_end + 1 + (self.text[line_end + 1 : line_end + 2] == "\n")
        if result is not None and not LIST_ITEM.match(self.text, below, self.end):
            self._open(result, "vote", None)

    def _inline_result(self, at: int, line_end: int) -> None:
        """A result in place of the text: "Beschluss: einstimmig zugestimmt" has a result where others have the text."""
        if self.kind in DECIDED:
            while at < line_end and self.text[at] in " :*_":
                at += 1
            if at < line_end and (is_result(self.text, at, self.end) or SETTLED.fullmatch(self.text, at, line_end)):
                self._open(at, "vote", None)

    def _opens_paragraph(self, at: int) -> bool:
        """After an empty line, after the end of a sentence, or below the label of the item."""
        label = self.found[-1][2]
        if at <= self.second_line and not (at > self.start and label is None and self._breaks_off(at)):
            return True
        return self.text[at - 2] in '\n.:!?“"”)' or (label is not None and self._empty_until(at))

    def _breaks_off(self, at: int) -> bool:
        """Whether the line above is a sentence of a resolution that goes on in small letters, or behind "mit", "gegen"."""
        return self.kind in DECIDED and (self.text[at].islower() or UNFINISHED.search(self.text, max(self.start, at - 12), at) is not None)

    def _decides_below_result(self, at: int) -> bool:
        """Below the line of a result the text may follow at once: "Befangen: 0 ⏎ Der Rat beschließt …" (SessionNet)."""
        if self.kind != "vote" or next_point(self.text, at, self.end, self.found):
            return self.kind == "vote"
        return not runs_on(self.text, self.start, at) and lead_at(self.text, at, self.end) is not None

    def _decides_below_line(self, at: int) -> bool:
        """Below a line that no stop ends: "Nach kurzer Aussprache ⏎ Der Rat beschließt einstimmig …"; a sentence begins with "Der"."""
        if self.kind not in ("header", "other", "vote") or not self.text.startswith(SENTENCE_BEGINS, at):
            return False
        if self.kind == "vote":
            return decides(self.text, at, self.end, alone=False)
        lead = lead_at(self.text, at, self.end) if self.text.startswith(SENTENCE_BEGINS[:3] + SENTENCE_BEGINS[-3:], at) else None
        if lead is not None and self.text[at - 2].islower():
            return " hat " not in lead[0]
        if runs_on(self.text, self.start, at) or self._breaks_off(at):
            return False
        return decides(self.text, at, self.end, alone=True) or soft_lead(self.text, at, self.end) is not None

    def _is_speech(self, at: int) -> bool:
        if self.kind == "debate" or (self.kind == "note" and self._empty_until(at)):
            return False
        listed = LIST_ITEM.match(self.text, at, self.end) if self.kind == "header" else None
        at = listed.end() if listed else at  # "a) Herr Muster fragt …" under "Anfragen"
        office = SPEECH_OF_OFFICE.match(self.text, at, self.end) if self.kind in ("vote", "note", "header") else None
        return office is not None or SPEECH.match(self.text, at, self.end) is not None

    def _leave_resolution(self, at: int) -> None:
        text = self.text
        if is_result(self.text, at, self.end):
            self._open(at, "vote", None)
        elif SPEECH.match(text, at, self.end):
            self._open(at, "debate", None)
        elif SIGNED.match(text, at, self.end):
            self._open(at, "other", None)
        elif self.before_lead and not self.numbered and LIST_ITEM.match(text, at, self.end):
            self.numbered = True
        elif (
            self.before_lead
            and not self.numbered
            and narration_resumes(self.text, at, self.end)
            and not goes_on_to_vote(text, at, self.end)
        ):
            self._open(at, "other" if self.before_lead == "header" else self.before_lead, None)

    def _enter_resolution(self, at: int, line_end: int) -> None:
        text = self.text
        moved = self.kind == "debate" and text[at - 2 : at] == "\n\n" and RESULT_OF_MOTION.match(text, at, self.end)
        if moved or RESULT_OF_POINT.match(text, at, self.end):
            self._open(at, "vote", None)
            return
        if self.kind == "vote" and next_point(self.text, at, self.end, self.found):
            self._open(at, "resolution", None)
            return
        if self.kind == "reasoning" and (self.found[-1][2] or "").startswith("Alternativ"):
            return  # what could be decided instead
        if laid_before(text, self.start, at):
            return
        if (self.kind == "reasoning" and REPORTED.match(text, at, self.end)) or answers(text, at, line_end):
            return
        if decides(text, at, self.end, alone=self.kind in ("header", "other", "vote")):
            before = self.kind
            self._open(at, "resolution", None)
            self.before_lead = before
            return
        lead = lead_at(text, at, self.end)
        if lead is None and self.kind not in ("debate", "reasoning"):
            lead = soft_lead(text, at, self.end)
        if lead is None:
            motion = MOTION.match(text, at, self.end)
            below = line_end + 1 + (text[line_end + 1 : line_end + 2] == "\n")
            lead = motion if motion and LIST_ITEM.match(text, below, self.end) else None
        if lead is not None:
            before = self.kind
            self._open(at, "resolution", lead[0].rstrip(" :") if lead.re is MOTION else None)
            self.before_lead = before
            self.numbered = LIST_ITEM.match(text, at, self.end) is not None

    def _empty_until(self, at: int) -> bool:
        last = self.found[-1]
        return not self.text[last[0] + len(last[2] or "") : at].strip(" :\n*_")

    def _open(self, at: int, kind: SectionKind, label: str | None) -> None:
        self.kind, self.before_lead, self.numbered = kind, None, False
        last = self.found[-1]
        announces = ANNOUNCES if last[2] is None else SHOWS_OF_HANDS
        if kind in DECIDED and last[1] == "resolution" and announces.search(self.text, max(last[0], at - ANNOUNCED_WITHIN), at):
            # "Der Ausschuss fasst einstimmig folgenden ⏎ Beschluss:": how it was voted, not what was decided.
            self.found[-1] = (last[0], "vote", None)
        if self.found[-1][0] == at:
            self.found.pop()
        self.found.append((at, kind, label))
