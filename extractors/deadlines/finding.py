"""A sentence as the rules for deadlines see it, and what they find in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from extractors.deadlines.duties import COMING, DEMAND, DUTIES, FORECAST, INFINITIVE, PARTICIPLE, PAST, PERFECT, PLANNED, SUM

OPENING = re.compile("[„»]")
PAYLOAD_NEAR = re.compile(r"§|Art\.|Artikel|Absatz|Abs\.|\bSatz\b|Fassung|ersetzt|lautet|eingefügt|ergänzt|gestrichen|geändert|Wortlaut")
QUOTED = re.compile(r"[„»][^„»“”«\"]{15,600}[“”«\"]")

BEFORE = 600  # characters before a time that may say what is to be done
NEXT_VERB = re.compile(r",?[ ](?:und|sowie)[ ]|[;,][ ]")


@dataclass(frozen=True)
class Sentence:
    """A sentence or list entry, its place in the shadow, the section it stands in, and the day of the meeting."""

    text: str
    start: int
    place: str
    reference: date | None
    cues: Mapping[str, int]
    """The rules that may find something, each with the first place that says so."""
    land: str | None = None
    """Whose school calendar holds; None abroad or where the council is unknown."""

    @cached_property
    def is_past(self) -> bool:
        """It tells what happened: "wurde am … beschlossen"."""
        if self.has_infinitive:
            return False
        perfect = PERFECT.search(self.text) and not COMING.search(self.text) and not DEMAND.search(self.text)
        return bool(perfect or PAST.search(self.text))

    @cached_property
    def demands(self) -> bool:
        """It puts a duty on somebody: "wird beauftragt", "ist … vorzulegen", "soll"."""
        return self.has_infinitive or bool(DEMAND.search(self.text))

    @cached_property
    def has_infinitive(self) -> bool:
        """As in "vorzulegen", "zu berichten"."""
        return bool(INFINITIVE.search(self.text))

    @cached_property
    def plans(self) -> bool:
        """It says what is going to be done: "werden … umgesetzt", "ist vorgesehen". In a speech that is only talk."""
        if self.place == "debate":
            return False
        return bool(PLANNED.search(self.text) or (COMING.search(self.text) and PARTICIPLE.search(self.text)))

    @cached_property
    def expects(self) -> bool:
        """It says what the world will be like: "werden 400 Plätze benötigt"."""
        return bool(FORECAST.search(self.text))

    @cached_property
    def names_a_sum(self) -> bool:
        """It speaks of money, whose years are no deadlines."""
        return bool(SUM.search(self.text))

    @cached_property
    def duty(self) -> str:
        """What is to be done in the sentence."""
        return _duty(self.text)

    def duty_at(self, start: int, end: int) -> str:
        """What is to be done by a time: asked of its own verb, not of other ones nor of the words of the time itself."""
        own = next((last for first, last in self.infinitives if first >= end), None)
        if not own:
            return _duty(f"{self.text[max(0, start - BEFORE) : start]} {self.text[end : end + BEFORE]}")
        earlier = [last for _, last in self.infinitives if last <= start and NEXT_VERB.match(self.text, last)]
        return _duty(f"{self.text[max(0, start - BEFORE, *earlier[-1:]) : start]} {self.text[end:own]}")

    @cached_property
    def infinitives(self) -> tuple[tuple[int, int], ...]:
        """Where its infinitives stand."""
        return tuple(match.span() for match in INFINITIVE.finditer(self.text))

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Where the quoted words of a statute or contract stand; a quoted motion is the decision itself."""
        if not OPENING.search(self.text):
            return ()
        return tuple(
            match.span()
            for match in QUOTED.finditer(self.text)
            if PAYLOAD_NEAR.search(self.text, max(0, match.start() - 80), match.start() + 8)
        )

    def quotes(self, at: int) -> bool:
        """A place inside quoted words, which are payload and no duty of this resolution."""
        return any(first < at < after for first, after in self.quoted)


def _duty(words: str) -> str:
    return next((name for name, pattern in DUTIES if pattern.search(words)), "implement")


@dataclass(frozen=True, slots=True)
class Found:
    """A deadline in a sentence: its span there, the rule, and the values of its columns."""

    start: int
    end: int
    rule: str
    values: dict[str, Any]
