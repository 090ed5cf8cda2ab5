"""A printed result taken apart: what became of the question, and the counts ("abgelehnt, 9 Ja-Stimmen, 21 Nein-Stimmen")."""

from __future__ import annotations

import re

# The last is a table of votes that a system ran together: "JaNeinEnthaltungABC11DEF6XYZ3Gesamt2010" (SD.NET)
COUNTS = re.compile(
    r"(?:(?:einstimmig|mehrheitlich) (?:bei|mit) )?(?:(?:Ja|Nein|Einstimmig|Dafür|Dagegen|Enthaltung(?:en)?)\s?:?\s*\d"
    r"|(?<!\w)[\dO]{1,3}\s*(?:Ja|Nein|Dafür|Gegen|Enthaltung)|JaNein).*$",
    re.DOTALL,
)


def told_apart(printed: str | None) -> tuple[str | None, str | None]:
    """Result and counts as printed, None for what is not there.

    >>> told_apart("ungeändert beschlossen, Ja: 20, Nein: 4"), told_apart("11 Ja-Stimmen, O Enthaltungen"), told_apart("vertagt")
    (('ungeändert beschlossen', 'Ja: 20, Nein: 4'), (None, '11 Ja-Stimmen, O Enthaltungen'), ('vertagt', None))
    """
    if not printed:
        return None, None
    counts = COUNTS.search(printed)
    result = (printed[: counts.start()] if counts else printed).strip(" ;,:-–")
    return result or None, counts[0].strip() if counts else None
