"""Small numbers as they are written before a noun that is counted: "drei", "einer", "zweiundzwanzig", "12", "1.687", "O".

A count is never invented: "mehrere", "einige" and "wenige" are no numbers.
"""

from __future__ import annotations

import re

_UNITS = {
    "null": 0, "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS = {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90}
_ONE = ("eine", "einer", "einem", "einen", "eines", "eins")
_SPELLINGS = {"zwo": 2, "zweier": 2, "dreier": 3, "zweien": 2, "fuenf": 5, "zwoelf": 12, "dreissig": 30, "fuenfzehn": 15}

NUMBER_WORDS = (
    _UNITS
    | _TENS
    | {f"{unit}und{ten}": value + tens for ten, tens in _TENS.items() for unit, value in _UNITS.items() if 0 < value < 10}
    | dict.fromkeys(_ONE, 1)
    | _SPELLINGS
)

# Longer alternatives first, for "drei" also begins "dreizehn".
NUMBER_WORD = r"(?<![^\W\d_])(?i:" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r")(?!\w)"
# "1.687", "12"; the letter O for zero ("O Enthaltungen", Hürtgenwald); "0" may stand glued to a word before it ("einstimmig12").
DIGITS = r"(?:(?<!\d)\d{1,3}\.\d{3}(?!\d)|(?<![\d,])\d{1,4}(?!\d)|(?<!\w)O(?!\w))"
COUNT = rf"(?:{DIGITS}|{NUMBER_WORD})"

_COUNT = re.compile(COUNT)


def number_of(text: str) -> int | None:
    """The value of a written count, None where it is none.

    >>> [number_of(word) for word in ("12", "drei", "einer", "O", "1.687", "zweiundzwanzig", "mehrere")]
    [12, 3, 1, 0, 1687, 22, None]
    """
    text = text.strip()
    if not _COUNT.fullmatch(text):
        return None
    if text == "O":
        return 0
    if text[0].isdigit():
        return int(text.replace(".", ""))
    return NUMBER_WORDS[text.lower()]
