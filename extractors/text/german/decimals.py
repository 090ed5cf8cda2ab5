"""What a printed number is worth: "1.237.760,50", "1,237.760,--", "37'666.20", "fünfundzwanzigtausend", "1,5" with "Mio."."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.text.german.numbers import NUMBER_WORDS

NUMBER = r"""(?:
      \d{1,3}(?:,\d{3})+\.\d{3}(?!\d)                        # 1,237.760   Austria
    | \d{1,3}(?:\.\d{3})+(?!\d)                              # 1.237.760
    | \d{1,3}(?:['’‘´`]\d{3})+(?!\d)                         # 360'000     Switzerland
    | \d{1,3}(?:[ ]\d{3})+(?!\d|\.\d)                       # 100 000, 312 500.–
    | \d{1,12}(?![\d'’‘]|\.\d{3}|[ ]?[%²³])                  # 500, 2500
    )
    (?: ,[ ]?(?:-{1,2}|[–—=]{1,2})(?!\d) | \.(?:-{1,2}|[–—])(?!\d)     # 6.000,-   48.300,--   250.–
      | ,\d{1,3}(?!\d) | ,[ ]00(?!\d)                        # 0,50   1,166 (Mio.)   470.258, 00
      | \.\d{1,2}(?![\d.]) )?                                # 37'666.20   1.5 (Mio.)
"""
SCALE = r"(?:Mio\b\.?|Mill\.|Million(?:en)?\b|Mrd\b\.?|Milliarden?\b|T(?:sd|SD)\b\.?|[Tt]ausend\b|(?:T|k)(?=[ -]?(?:€|EUR|Euro|DM|CHF)))"

HALVES = {"halbe": "0.5", "halben": "0.5", "eineinhalb": "1.5", "anderthalb": "1.5", "zweieinhalb": "2.5", "dreieinhalb": "3.5"}


def value_of(number: str) -> Decimal:
    """The value of a number as printed.

    >>> [str(value_of(number)) for number in ("1.237.760,50", "1,237.760,--", "37'666.20", "100 000", "1,166", "6.000,-")]
    ['1237760.50', '1237760', '37666.20', '100000', '1.166', '6000']
    """
    plain = re.sub(r"[,.][-–—=]+$", "", re.sub(r"[ '’‘´`]", "", number))
    if re.match(r"\d{1,3}(?:,\d{3})+\.\d{3}(?!\d)", plain):
        groups, _, last = plain.rpartition(".")
        whole, _, cents = f"{groups.replace(',', '')}{last}".partition(",")
    elif "," in plain:
        whole, _, cents = plain.replace(".", "").partition(",")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+|\d+", plain):
        whole, cents = plain.replace(".", ""), ""
    else:
        whole, _, cents = plain.rpartition(".")
        whole = whole.replace(".", "")
    return Decimal(f"{whole}.{cents}") if cents else Decimal(whole)


def words_value(word: str) -> Decimal | None:
    """The value of "zehn", "fünfundzwanzigtausend", "zweihundertfünfzig", "halbe"; None where a word is no number."""
    word = word.lower()
    if word in HALVES:
        return Decimal(HALVES[word])
    thousands, found, rest = word.partition("tausend")
    if found:
        high, low = _below_thousand(thousands or "ein"), _below_thousand(rest) if rest else 0
        return Decimal(high * 1000 + low) if high is not None and low is not None else None
    small = _below_thousand(word)
    return None if small is None else Decimal(small)


def _below_thousand(word: str) -> int | None:
    hundreds, found, rest = word.partition("hundert")
    if not found:
        return NUMBER_WORDS.get(word)
    high, low = NUMBER_WORDS.get(hundreds or "ein"), NUMBER_WORDS.get(rest.removeprefix("und")) if rest else 0
    return high * 100 + low if high is not None and low is not None else None


def factor_of(scale: str | None) -> Decimal:
    """What a number with a scale word is multiplied by: "Mio.", "Mrd.", "Tsd.", "T" (€)."""
    match (scale or "")[:3].lower():
        case "":
            return Decimal(1)
        case "mio" | "mil" if not (scale or "").startswith("Milliard"):
            return Decimal(10**6)
        case "mrd" | "mil":
            return Decimal(10**9)
        case _:
            return Decimal(1000)
