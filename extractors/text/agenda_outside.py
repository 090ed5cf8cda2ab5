"""Tells the bare numbers that title agenda items from those that label the points of resolutions.

3. Neubau der Halle ⏎⏎ Herr Muster fragt …     a title: stands outside of the resolutions, and is no sentence
Beschluss: ⏎ 3. Der Rat baut die Halle.        a point: counts on in a resolution
"""

from __future__ import annotations

import re
from bisect import bisect_right

from extractors.text.agenda_labels import ItemLabel
from extractors.text.minutes import Section
from extractors.text.section_forms import SPEECH, SPEECH_OF_OFFICE
from extractors.text.sections import sections_of

BODY_KINDS = frozenset({"resolution", "proposal", "vote", "debate", "reasoning", "note"})
DECIDED_KINDS = frozenset({"resolution", "proposal"})
VERB = re.compile(
    r"\b(?:wird|werden|ist|sind|beschlie(?:ß|ss)t|stimmt|nimmt|beauftragt|genehmigt|soll|sollen|hat|haben|kann|können|erhält|empfiehlt"
    r"|bewilligt|lehnt|bittet|wurde|wurden|dankt|baut|setzt|legt|berichtet|prüft)\b"
)
# The line below a title in minutes of villages: a sentence, in which something is told or decided.
_BEGINS = r"(?:D(?:er|ie|as|em|en)|Eine[mr]?|Auf|Für|Es|Nach|Zu[mr]?|Mit|Im|In|Bei|Mehrheitlich|Einstimmig)"
TOLD_BELOW = re.compile(
    rf"\n(?:{_BEGINS}|Herr|Frau|[A-Z]\w+r[aä]t(?:in)?) [^\n]{{10,}}[.)!?]$|\n{_BEGINS} [^\n]{{30,}}(?=\n[a-zäöü(])", re.MULTILINE
)
HEADED = re.compile(
    (
        r"\s*(?:(?:Vorlagen?|Drucksachen?|Drs|DS|BV|Beschl(?:uss|uß)\w*|Abstimmung\w*|Sachverhalt|Antrag|Bericht)\b"
        r"[^\n]{0,40}(?::|\d|$)|[A-Z]*\d+/\d{4}$|- \d{2,3}\.\d{2}\.\d{1,5} -$)"
    ),
    re.MULTILINE,
)


class Outside:
    """Tells the titles of items from the points of resolutions, by the sections of the whole text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sections: list[Section] = list(sections_of(text, 0, len(text)))
        self.starts = [section.start for section in self.sections]
        self.points: dict[int, tuple[int, bool]] = {}
        """The last number seen in each resolution, and whether an empty line stood before it: what counts on so is a point."""
        self.latest: tuple[int, ...] = ()
        """The number that last began an item."""

    def holds(self, label: ItemLabel) -> bool:
        """Whether a bare number may begin an item."""
        held = self._holds(label)
        self.latest = label.order if held else self.latest
        return held

    def _holds(self, label: ItemLabel) -> bool:
        text, section = self.text, self._section(label)
        if section is None or section.start >= label.start or section.kind not in DECIDED_KINDS:
            return (HEADED.match(text, label.end) is not None and is_titular(label)) or _is_title(text, label)
        counted, spaced = self.points.get(section.start, (None, False))
        blank = _after_blank(text, label.start)
        goes_on = counted is not None and label.order[0] == counted + 1 and (spaced or not blank)
        headed = HEADED.match(text, label.end) is not None and not goes_on
        if (headed or _is_narrated(text, label.end)) and is_titular(label) and blank:
            return True
        if blank and counted is None and section.label is None and self._goes_on_from_latest(label):
            return True
        if counted is None or label.order[0] == counted + 1:
            self.points[section.start] = label.order[0], (blank and counted is not None) or label.order[0] == 1
        return False

    def _goes_on_from_latest(self, label: ItemLabel) -> bool:
        """Whether the next number titles a paragraph, below a decision in running text: "4. Schulweg ⏎ Der Rat beschließt …"."""
        follows = len(label.order) == 1 == len(self.latest) and label.order[0] == self.latest[0] + 1
        return follows and is_titular(label) and TOLD_BELOW.match(self.text, label.end) is not None

    def bodies(self) -> bool:
        """Whether anything is more than a head and its annexes: a decision, a vote, a speech."""
        return any(section.kind in BODY_KINDS - {"reasoning", "note"} for section in self.sections)

    def is_point(self, label: ItemLabel) -> bool:
        """Whether a number stands in a resolution and is a sentence."""
        section = self._section(label)
        return section is not None and section.start < label.start and section.kind in DECIDED_KINDS and not is_titular(label)

    def _section(self, label: ItemLabel) -> Section | None:
        at = bisect_right(self.starts, label.start) - 1
        return self.sections[at] if at >= 0 else None


def _after_blank(text: str, at: int) -> bool:
    return at == 0 or text.endswith("\n\n", 0, at)


def is_titular(label: ItemLabel) -> bool:
    """No sentence: neither a verb nor a stop at its end."""
    title = label.title or ""
    return 0 < len(title) < 200 and title[-1] not in ".;:," and not VERB.search(title)


def _is_title(text: str, label: ItemLabel) -> bool:
    """The first line of a paragraph, no sentence and no entry of a list."""
    below = text[label.end + 1 : label.end + 2]
    return _after_blank(text, label.start) and is_titular(label) and (below in ("\n", "") or below.isupper())


def _is_narrated(text: str, at: int) -> bool:
    """Whether the next line is a speech or tells something: "3. Anfragen ⏎ Gemeinderätin Muster fragt …"."""
    at += text[at : at + 1] == "\n"
    return any(form.match(text, at) for form in (SPEECH, SPEECH_OF_OFFICE))
