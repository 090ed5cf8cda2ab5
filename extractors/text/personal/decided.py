"""What a council has decided, wherever it stands: sums, counts of votes, results; no personal data reaches into it.

"90.000,00 EUR", "1,5 Mio. €", "20 Ja-Stimmen", "Nein: 4", "20 : 4", "einstimmig"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

DECIDED = re.compile(
    r"""(?<![\w.,])\d{1,3}(?:[.\u00a0 ]\d{3}){0,4}(?:,\d{1,2}|,[-–]{1,2})?[ \n\u00a0]?
          (?:€|EUR\b|Euro\b|CHF\b|Fr\.(?!\w)|(?:Mio|Mrd|Tsd)\b\.?|T€|TEUR\b|Millionen|Milliarden)
      | (?:€|EUR|CHF|Fr\.)[ ]?\d{1,3}(?:[.'’ ]\d{3}){0,4}(?:,\d{1,2}|\.[-–]|\.\d{2})?
      | (?<![\w.,/-])\d{1,3}[ ](?:x[ ])?(?:[Jj]a|[Nn]ein|[Ee]nthalt|Stimme|Gegenstimme|Für|Gegen|dafür|dagegen)\w*(?:[- ]Stimmen?)?
      | \b(?:Ja|Nein|Enthaltung(?:en)?|Für|Gegen|dafür|dagegen)(?:[- ]?[Ss]timmen?)?[ ]?:?[ ]\d{1,3}(?![\d/.-])
      | (?<![\w.,/-])\d{1,3}[ ]?:[ ]?\d{1,3}(?:[ ]?:[ ]?\d{1,3})?(?![\w:])
      | \b(?:einstimmig|mehrheitlich|einmütig|angenommen|abgelehnt|beschlossen|zugestimmt|vertagt|verwiesen|zurückgezogen)\b""",
    re.VERBOSE,
)


def around(found: Iterable[tuple[int, int]], text: str) -> Iterator[tuple[int, int, int]]:
    """Places (in order, apart) without what is decided: which of them, start and end of what is left."""
    kept = [match.span() for match in DECIDED.finditer(text)]
    at = 0
    for number, (begin, end) in enumerate(found):
        while at < len(kept) and kept[at][1] <= begin:
            at += 1
        start, look = begin, at
        while look < len(kept) and kept[look][0] < end:
            if start < kept[look][0]:
                yield number, start, kept[look][0]
            start, look = max(start, kept[look][1]), look + 1
        if start < end:
            yield number, start, end
