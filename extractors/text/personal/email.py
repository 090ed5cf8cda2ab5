r"""E-mail addresses, as they are printed and as they are hidden from programs.

"erika.muster@stadt-wehr.de", "muster (at) wehr (dot) de", "muster@\nwehr.de", "büro@bürgerhaus-köln.de"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# "@", "(at)", "[ät]", " at "; a line may end on either side
AT = re.compile(r"[ \n]?(?:@|[(\[{][ ]?(?:at|AT|At|ät|ÄT|@)[ ]?[)\]}])[ \n]?|[ ]at[ ]")
LOCAL = re.compile(r"(?:(?<=ail: )[\w-]{1,30}[.-]\n)?(?:mailto:)?[\w.+%'-]{1,64}$")
LABEL = r"[\w-]{1,60}(?:-\n[\w-]{1,60})?"  # "stadt-" at a line's end, "wehr.de" on the next
DOT = r"(?:\.|[ ]?[(\[{][ ]?(?:dot|DOT|punkt|Punkt|PUNKT)[ ]?[)\]}][ ]?|[ ](?:dot|punkt|Punkt)[ ])"
KNOWN_END = r"(?:de|com|org|net|eu|info|at|ch|li|lu|berlin|hamburg|bayern|koeln|cologne|nrw|ruhr|saarland|online|city|email|biz|me|io)"
DOMAIN = re.compile(rf"{LABEL}(?:{DOT}{LABEL}){{0,4}}?(?:{DOT}(?:xn--[\w-]{{2,30}}|[^\W\d_]{{2,24}})(?![\w-]|\.\w)|\.\n{KNOWN_END}\b)")
PLAIN = re.compile(rf"{LABEL}(?:\.{LABEL}){{0,4}}?(?:\.|{DOT}){KNOWN_END}(?![\w-])")
LONGEST_LOCAL, LONGEST_DOMAIN = 100, 200


def find_emails(text: str) -> Iterator[tuple[int, int]]:
    """Where e-mail addresses stand.

    >>> [text[a:b] for text in ["Fragen an muster(at)wehr.de."] for a, b in find_emails(text)]
    ['muster(at)wehr.de']
    """
    for at in AT.finditer(text):
        before = max(0, at.start() - LONGEST_LOCAL)
        local = LOCAL.search(text[before : at.start()])
        domain = (PLAIN if at[0] == " at " else DOMAIN).match(text[at.end() : at.end() + LONGEST_DOMAIN])
        if local and domain and local[0].strip(".'-"):
            begins = before + local.start() + len(local[0]) - len(local[0].lstrip(".'"))
            yield begins, at.end() + domain.end()
