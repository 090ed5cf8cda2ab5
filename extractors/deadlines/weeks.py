"""Deadlines by the week: "bis KW 20/2034", "bis zur 20. KW 2034" are due on the week's last day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractors.deadlines.finding import Found, Sentence

WEEK = re.compile(
    r"\b[Bb]is[ ](?:spätestens[ ])?(?:zur[ ]|Ende[ ](?:der[ ])?)?(?:"
    r"(?:KW|Kalenderwoche)[ ]?(?P<week>\d{1,2})[ ]?(?:/|im[ ]Jahr[ ])?[ ]?(?P<year>20\d\d)\b"
    r"|(?P<nth>\d{1,2})\.[ ](?:KW|Kalenderwoche)[ ]?/?(?:des[ ]Jahres[ ])?(?P<of>20\d\d)\b)"
)
SUNDAY = 7


def weeks(sentence: Sentence) -> Iterator[Found]:
    """The weeks until which something has to be done."""
    for match in WEEK.finditer(sentence.text):
        if not (sentence.place == "resolution" or sentence.demands or sentence.plans):
            return
        try:
            last = date.fromisocalendar(int(match["year"] or match["of"]), int(match["week"] or match["nth"]), SUNDAY)
        except ValueError:
            continue  # there is no week 60
        yield Found(match.start(), match.end(), "until_week", {"kind": "due", "date_to": last, "precision": "day"})
