"""The parts of a meeting, public and closed, by the headings that open them.

Öffentliche Sitzung   II. Nichtöffentlicher Teil   "Öffentlich" alone on its line
"""

from __future__ import annotations

import re
from collections.abc import Iterator

PARTS = re.compile(
    (
        # in small letters only below a line that is over: "… wird in ⏎ nichtöffentlicher Sitzung beraten"
        r"^(?:(?:[IVX]{1,4}|[AB])\.? ?|(?=[NÖ])|(?<![a-zäöüß,]\n))"
        r"(?P<closed>[Nn]icht[- ]?)?[Öö]ffentliche[rsn]? (?:Teil|Sitzung|Tagesordnung|Sitzungsteil)\b"
        r"|^(?P<open>Öffentlich|öffentlich)$|^(?P<shut>[Nn]icht ?öffentlich)$"
    ),
    re.MULTILINE,
)
# Both words alone on two lines: a form that was not filled in, no part of the meeting
BOTH_PARTS = re.compile(r"^[Öö]ffentlich\n(?=[Nn]icht ?öffentlich$)|^[Nn]icht ?öffentlich\n(?=[Öö]ffentlich$)", re.MULTILINE)


def parts_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The lines that open a part of the meeting, as `PARTS` finds them: tried only in lines that hold the word."""
    at = text.find("ffentlich", start, end)
    while at >= 0:
        found = PARTS.match(text, max(start, text.rfind("\n", start, at) + 1), end)
        if found:
            yield found
        below = text.find("\n", at, end)
        at = text.find("ffentlich", below, end) if below >= 0 else -1


def parts_of(text: str, first: int) -> list[tuple[int, bool]]:
    """Where parts of the meeting begin, and whether they are public; what a table of contents says of both is left out."""
    found = list(parts_in(text, 0, len(text)))
    of_forms = {place for match in found if (both := BOTH_PARTS.match(text, match.start())) for place in both.span()}
    parts = [(match.start(), not (match["closed"] or match["shut"])) for match in found if match.start() not in of_forms]
    before = [part for part in parts if part[0] < first]
    if len({public for _, public in before}) > 1:
        below = text.find("\n", before[-1][0], first) + 1
        before = before[-1:] if not text[below:first].strip() else []
    return before + [part for part in parts if part[0] >= first]
