"""Bank accounts: IBANs, whole or masked, and the older account number with its bank code.

"DE89 3704 0044 0532 0130 00", "IBAN: DE12 XXXX XXXX XXXX XX34 56", "Kto. 123 456 789, BLZ 660 501 01"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BLANK = r"[ \n\u00a0\u202f]"
# two letters, two digits, groups: 15 characters (Norway) to 34
WHOLE = re.compile(rf"(?<![A-Za-z0-9])[A-Z]{{2}}{BLANK}?\d{{2}}(?:{BLANK}?[A-Z0-9]){{11,30}}(?![A-Za-z0-9])")
# twenty digits after DE are an IBAN also where one of them is misread
GERMAN = re.compile(rf"(?<![A-Za-z0-9])DE(?:{BLANK}?\d){{20}}(?!\d)")
# "DE12 XXXX XXXX XXXX XX34 56", "DE** **** **** 1234", "DE12 3456 … 00"
MASKED = re.compile(
    rf"(?<![A-Za-z0-9])[A-Z]{{2}}{BLANK}?[\dXx*•.…]{{2}}(?:{BLANK}?(?:[Xx*•]|[.…](?=[.…Xx*•\d ]))){{2,24}}(?:{BLANK}?[\dXx*•]){{0,20}}"
    rf"|(?<![A-Za-z0-9])[A-Z]{{2}}{BLANK}?\d{{2}}(?:{BLANK}?\d){{2,12}}(?:{BLANK}?[Xx*•]){{2,16}}(?:{BLANK}?[\dXx*•]){{0,12}}"
)
# after the word whatever looks like one, also with a digit too few
NAMED = re.compile(rf"\bIBAN\b[-\w]{{0,8}}[:.\s]{{0,4}}(?P<iban>[A-Z]{{2}}{BLANK}?[\dXx*](?:{BLANK}?[\dXx*]){{7,29}})")
# "Konto-Nr. 123 456, Sparkasse Wehr, BLZ 660 501 01": an account with a bank; a budget's account has none
OLD = re.compile(
    r"(?:(?<!\w)(?:Konto(?:nummer|-?[ ]?Nr\.?)?|Kto\.?(?:-?[ ]?Nr\.?)?)[ :]{1,3}(?P<account>\d[\d ]{2,13}\d)[,; \n][^\d\n]{0,60})?"
    r"(?<!\w)(?:BLZ|Bankleitzahl)[ :]{0,3}(?P<bank>\d{3}[ ]?\d{3}[ ]?\d{2})(?!\d)"
)
GAPS = re.compile(BLANK)
LETTERS = {chr(ord("A") + at): str(10 + at) for at in range(26)}


def find_accounts(text: str) -> Iterator[tuple[int, int]]:
    """Where bank accounts stand; what has two forms comes twice.

    >>> text = "auf DE89 3704 0044 0532 0130 00 (Wehr)"
    >>> {text[start:end] for start, end in find_accounts(text)}
    {'DE89 3704 0044 0532 0130 00'}
    """
    for match in WHOLE.finditer(text):
        length = _checked(match[0])
        if length:
            yield match.start(), match.start() + length
    for pattern in (GERMAN, MASKED):
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span("iban") for match in NAMED.finditer(text))
    for match in OLD.finditer(text):
        yield match.span("bank")
        if match["account"]:
            yield match.span("account")


def _checked(printed: str) -> int:
    """How much of what is printed is an account whose check digits are right: words may follow it; 0 for none."""
    ends = [at for at in range(len(printed), 14, -1) if at == len(printed) or GAPS.match(printed, at)]
    return next((end for end in ends if _is_right(GAPS.sub("", printed[:end]))), 0)


def _is_right(account: str) -> bool:
    if not 15 <= len(account) <= 34:
        return False
    turned = account[4:] + account[:4]
    return int("".join(LETTERS.get(character, character) for character in turned)) % 97 == 1
