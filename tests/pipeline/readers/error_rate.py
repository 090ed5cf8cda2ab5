"""Character error rate: how many letters must be inserted, struck or changed to make a text of another, per letter of the truth.

Blanks, line ends and forms of quotation marks and dashes are not told apart; the order of the text counts.
"""

from __future__ import annotations

import unicodedata

import numpy as np

PLAIN = str.maketrans({"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "‚": "'", "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-"})


def error_rate(truth: str, said: str) -> float:
    """The share of wrong letters, 0 for equal texts; may exceed 1."""
    return distance(plain(truth), plain(said)) / len(plain(truth))


def plain(text: str) -> str:
    """A text as it is compared."""
    return " ".join(unicodedata.normalize("NFC", text).translate(PLAIN).split())


def distance(one: str, other: str) -> int:
    """The edit distance (Levenshtein) of two texts, row by row."""
    codes = np.array([ord(letter) for letter in other], dtype=np.int64)
    places = np.arange(len(other) + 1)
    row = places.copy()
    for letter in one:
        best = np.empty_like(row)
        best[0] = row[0] + 1
        np.minimum(row[1:] + 1, row[:-1] + (codes != ord(letter)), out=best[1:])
        # A letter inserted after the best way so far: the running minimum, less what each step costs.
        row = np.minimum.accumulate(best - places) + places
    return int(row[-1])
