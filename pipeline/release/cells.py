"""Text that stays text in the cell of a spreadsheet that opens a CSV file.

A spreadsheet takes "=1+1" for a formula, "40/7/7" and "3.1" for days, "08336050" for eight millions, "5e1234567890123" for a huge
number, each for good once the file is saved. Such a cell gets an apostrophe before it, which is seen but changes nothing, and which
what we read back takes away again. Plain counts stay numbers.
"""

from __future__ import annotations

import re

BREAK = " ⏎ "
"""What stands for the end of a line within a cell."""
LONGEST = 32_767
"""Characters that a cell of Excel can hold."""
BLANK = r"[\x00-\x20\x7f\x{85}\x{a0}\x{1680}\x{2000}-\x{200f}\x{2028}\x{2029}\x{202f}\x{205f}\x{2060}\x{3000}\x{feff}]"
MONTH = (
    r"(?:Jan(?:uar|uary|ner)?|Jänner|Feb(?:ruar|ruary)?|Feber|Mrz|Mär(?:z)?|Mar(?:ch)?|Apr(?:il)?|Mai|May|Jun[ie]?|Jul[iy]?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|O[kc]t(?:ober)?|Nov(?:ember)?|De[zc](?:ember)?)"
)
DAY_OF_WEEK = r"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,9}[.,]?\s{0,9})?"
MONEY = r"(?:€|\$|£|EUR|Euro|CHF|SFr|DM|ATS)"
SEEN_AS = (
    "^'*(?:"
    # formulas: "=1+1", "\t@SUM(A1)", "＝1" (OWASP, "CSV injection"; the full-width signs count in Japanese)
    rf"{BLANK}*[=+\-@＝＋－＠]|[\t\r\n]"
    # numbers, days, hours: "40/7/7", "3.1", "08336050", "(5)", "12:30", "5 %", "1e5", "90.000,00 EUR", "3 p", "1½"
    rf"|{BLANK}{{0,9}}{MONEY}?[\s(.,]{{0,9}}[0-9½¼¾][0-9½¼¾\s\x{{a0}}\x{{202f}}.,:;/()%'’\-–−+eEtTzZ]{{0,60}}{MONEY}?[\s.]{{0,9}}(?:[ap]m?\.?)?{BLANK}{{0,9}}$"
    # days with the name of a month: "Mai 21", "1. Mai", "10-Okt-2020 12:00"
    rf"|{BLANK}{{0,9}}{DAY_OF_WEEK}[0-9]{{1,4}}[.\s/-]{{0,9}}{MONTH}[.\s/,-]{{0,9}}(?:[0-9]{{1,4}}[0-9\s.,:/-]{{0,20}})?{BLANK}{{0,9}}$"
    rf"|{BLANK}{{0,9}}{DAY_OF_WEEK}{MONTH}[.\s/,-]{{0,9}}[0-9]{{1,4}}[0-9\s.,:/-]{{0,20}}{BLANK}{{0,9}}$"
    # truths and errors: "WAHR", "#NV"
    rf"|{BLANK}{{0,9}}(?:wahr|falsch|true|false|#[a-z0-9/]{{1,9}}[!?]?){BLANK}{{0,9}}$"
    ")"
)
"""What a spreadsheet takes for something else than text, in the words of RE2, case aside."""
COUNT = r"^(?:0|[1-9][0-9]{0,14})$"
"""What it may take for a number, as nothing is lost."""
_SEEN_AS, _COUNT = (
    re.compile(re.sub(r"\\x\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), SEEN_AS), re.IGNORECASE | re.ASCII),
    re.compile(COUNT),
)


def excel_text(text: str) -> str:
    r"""Text as a cell that a spreadsheet leaves alone, on one line.

    >>> excel_text("=SUMME(A1)"), excel_text("40/7/7"), excel_text("11"), excel_text("erstens\nzweitens")
    ("'=SUMME(A1)", "'40/7/7", '11', 'erstens ⏎ zweitens')
    """
    safe = f"'{text}" if _SEEN_AS.match(text) and not _COUNT.fullmatch(text) else text
    return safe.replace("\r\n", BREAK).replace("\n", BREAK).replace("\r", BREAK)


def plain_text(cell: str) -> str:
    r"""The text that a cell was made from.

    >>> plain_text("'=SUMME(A1)"), plain_text("erstens ⏎ zweitens"), plain_text("'s ist gut")
    ('=SUMME(A1)', 'erstens\nzweitens', "'s ist gut")
    """
    text = cell.replace(BREAK, "\n")
    return text[1:] if text.startswith("'") and _SEEN_AS.match(text) else text
