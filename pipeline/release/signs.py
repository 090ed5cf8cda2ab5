"""Signs that not every form of a release can hold, and what is published in their place.

XML (Atom, and with it every feed reader) knows no control characters, R and PostgreSQL no NUL, nothing half a surrogate pair. A scan
or a careless export has them in titles and texts. Each is replaced by one sign, so that offsets into a text stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

NOT_HELD = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What XML 1.0 does not call a character; all others may stay."""
BREAKS = {"\v": "\n", "\f": "\n"}
"""A line of its own, and a page of its own (Word, PDF): the end of a line to everybody else."""
ESCAPED = "\\u"
"""How JSON writes them."""


def legible(text: str) -> str:
    r"""A text that every form can hold, of the same length.

    >>> legible("Rad\0weg\f2")
    'Rad�weg\n2'
    """
    return NOT_HELD.sub(lambda found: BREAKS.get(found[0], "\N{REPLACEMENT CHARACTER}"), text)


def all_legible(value: Any) -> Any:
    """A value with all that it holds: lists, and records of lists, too."""
    match value:
        case str():
            return legible(value)
        case list():
            return [all_legible(one) for one in value]
        case dict():
            return {legible(name): all_legible(one) for name, one in value.items()}
    return value


def is_legible(row: Mapping[str, Any]) -> bool:
    """Whether every text of a row of the store can be held as it is.

    Most can; looked at together they cost four seconds in a million rows.
    """
    said = "".join([value for value in row.values() if type(value) is str])
    return NOT_HELD.search(said) is None and ESCAPED not in said
