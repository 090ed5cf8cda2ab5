"""Page furniture: page marks, running heads and footers, which stand on a page but not in what it says.

"– 2 –", "-- 1 of 13 --", "Seite 3 von 12"       page marks, known by their form
"Sozialamt | V2927/19 | Folie 7"                  a running foot, known by its return on page after page
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from extractors.text.line_numbers import line_numbers

# A bare number is no page mark by its form: SessionNet prints vote counts alone on a line.
PAGE_MARK = re.compile(
    r"""[-–—S](?: (?<=[-–—]) [-–—]?[ ]{0,2}\d{1,4}(?:[ ]{1,2}of[ ]{1,2}\d{1,4})?[ ]{0,2}[-–—]{1,2}   # – 2 –   -- 1 of 13 --
                | (?<=S) eite[ ]\d{1,4}(?:[ ](?:von|/)[ ]\d{1,4})?                 # Seite 3 von 12
                | (?<=S) eite:[ ]\d{1,4}(?:[ ]?/[ ]?\d{1,4})?
                )[ ]*(?=\n|$)""",
    re.VERBOSE,
)
NUMBERED_FOOT = re.compile(r"^[ ]*(?:Folie|Seite|Blatt)[ ](?P<number>\d{1,4})(?:[ ](?:von|/)[ ]\d{1,4})?[ ]*$", re.MULTILINE)
LINE = re.compile(r"[^\n]*\S[^\n]*")
NUMBER = re.compile(r"\d{1,9}")
PAGE_NUMBER = re.compile(r"\b(?:Seite|Blatt|Folie|S\.)[ ]?#(?:[ ]?(?:von|/)[ ]?#)?")
# What is said on many pages is no furniture: collected extracts end with "einstimmig" on every page.
SAYS_SOMETHING = re.compile(
    r"""[ ]*
    (?: (?:Abstimmung\w*|(?:Beratungs|Wahl)?ergebnis|Besch(?:luss|luß)(?:fassung|vorschlag|empfehlung|text|antrag)?|Antrag|Begründung
          |Sachverhalt(?:sdarstellung)?|Stellungnahme|Finanzielle[ ]Auswirkungen|Protokollnotiz|Wortmeldungen|Anlagen?)[ ]*(?::.*)?$
      | (?:TOP|Punkt|Tagesordnungspunkt|Zu(?:[ ]Punkt|[ ]TOP)?|NÖ|N|Ö)[ ]*\d
      | .*\b(?:ein(?:stimmig|mütig|hellig)|mehrheitlich|(?:ab|zu)gestimmt|angenommen|abgelehnt|beschlossen|vertagt|zurückgestellt)\b
      | .*\b(?:zur[ ]Kenntnis|ohne[ ]Gegenstimmen?|Kenntnisnahme)\b
      | .*\b(?:Ja|Nein|Dafür|Dagegen|Enthaltung(?:en)?|Gegenstimmen?|(?:Ja|Nein)-?Stimmen|Anwesend|Stimmberechtigt)\b[ ]*(?::|\d|$)
      | .*\d[ ]*(?:Ja|Nein|Stimmen|Enthaltung|Gegenstimme|dafür|dagegen)
      | .*\w\w[:;,]$                                      # a label, the middle of a sentence
      | (?:\S+[ ]){5,99}.*[a-zäöüß]{2}\.$                 # a sentence
    )""",
    re.VERBOSE | re.IGNORECASE,
)
LONGEST = 160  # characters
EXTREME = (0, 1, -1, -2)  # the two lines next to an edge
EDGE_LINES = 4  # running heads of more than four lines have not been seen
SHARE = 0.5  # of the pages that must carry a line for it to be furniture; title pages and annexes differ


def page_furniture(text: str, page_starts: Sequence[int] = ()) -> Iterator[tuple[int, int, str]]:
    """Spans to leave out with what stands there instead: a line end, or a paragraph's end if the sentence was over."""
    lines = [(m.start(), m.end()) for m in PAGE_MARK.finditer(text) if _alone(text, m.start())]
    lines += _running(text, page_starts or _page_ends(text))
    lines += line_numbers(text)
    for first, last in _merged(text, sorted(lines)):
        if first == 0 or last == len(text) or not text[first:last].startswith((" ", "\n")):
            yield first, last, ""
        else:
            yield first, last, "\n\n" if text[first - 1] in '.:;!?…“”"' else "\n"


def _merged(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Whole lines with the line ends around them, those below each other as one; a number before the words of its line alone."""
    first = last = -1
    for start, end in lines:
        if start < last:
            continue
        if text[end - 1] == " " and end < len(text) and text[end] != "\n":
            if last > 0:
                yield first, last
            first, last = start, end
            continue
        begin = len(text[max(last, 0) : start].rstrip(" \n")) + max(last, 0)
        if begin > last or last < 0:
            if last > 0:
                yield first, last
            first = begin
        last = end
        while last < len(text) and text[last] in " \n":
            last += 1
    if last > 0:
        yield first, last


def _page_ends(text: str) -> list[int]:
    """Where pages begin in a text whose pages are lost but for their numbers: "Folie 3", "Seite 4 von 9"."""
    marks = [(int(match["number"]), match.end()) for match in NUMBERED_FOOT.finditer(text)]
    rising = all(before < after for (before, _), (after, _) in pairwise(marks))
    return [0, *(end for _, end in marks)] if len(marks) > 2 and rising else []


def _alone(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(" ")


class EdgeLine(NamedTuple):
    """A line near the upper or lower edge of a page."""

    start: int
    end: int
    page: int
    place: int
    """0 is the first line of the page, 1 the second; -1 is the last."""
    form: str
    """Its words without numbers at their ends, so that "2 Niederschrift" and "Niederschrift 3" are one; of a bare number "#"."""
    numbers: tuple[int, ...]


def _running(text: str, page_starts: Sequence[int]) -> list[tuple[int, int]]:
    """Lines at the edges of pages that return, numbers aside; never what says a result or opens an item, however often it returns."""
    pages = len(page_starts)
    if pages < 2:
        return []
    lines = _returning(text, list(_edge_lines(text, page_starts)))
    known = _on_both_pages(lines) if pages == 2 else _on_many_pages(lines, pages)
    return [(line.start, line.end) for line in known]


def _edge_lines(text: str, page_starts: Sequence[int]) -> Iterator[EdgeLine]:
    """The lines near the edges of pages."""
    for page, (start, end) in enumerate(zip(page_starts, [*page_starts[1:], len(text)], strict=True)):
        for place, first, last in near_edges(text, start, end):
            if last - first <= LONGEST:
                line = text[first:last]
                numbers = tuple(map(int, NUMBER.findall(line)))
                numberless = PAGE_NUMBER.sub("#", NUMBER.sub("#", line)) if numbers or "#" in line else line
                yield EdgeLine(first, last, page, place, numberless.strip(" -–|/#,") or ("#" if numbers else line), numbers)


def near_edges(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The first and the last lines of a page that are not empty, with their places; the lines between them are not looked at."""
    above = [line.span() for line in islice(LINE.finditer(text, start, end), EDGE_LINES)]
    below = list(islice(_lines_upwards(text, above[-1][1], end), EDGE_LINES)) if len(above) == EDGE_LINES else []
    if len(below) == EDGE_LINES:
        yield from ((place, *line) for place, line in enumerate(above))
        yield from ((place, *line) for place, line in zip(range(-EDGE_LINES, 0), reversed(below), strict=True))
        return
    lines = above + below[::-1]
    for number, line in enumerate(lines):
        from_below = len(lines) - 1 - number
        yield (number if number <= from_below else -1 - from_below, *line)


def _lines_upwards(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines that are not empty below the line that ends at `start`, from the last one on."""
    while end > start:
        first = text.rfind("\n", start, end) + 1
        if text[first:end].strip():
            yield first, end
        end = first - 1


def _returning(text: str, lines: Sequence[EdgeLine]) -> list[EdgeLine]:
    """Those that can be furniture: their form is there more than once, and they say nothing of the meeting (asked last: it is dear)."""
    often = Counter(line.form for line in lines)
    return [line for line in lines if often[line.form] > 1 and not SAYS_SOMETHING.match(text, line.start, line.end)]


def _on_many_pages(lines: Sequence[EdgeLine], pages: int) -> Iterator[EdgeLine]:
    """Lines on at least half of all pages, or at one place of all left or all right pages."""
    seen = Counter(form for _, form in {(line.page, line.form) for line in lines})
    sides = Counter((line.form, line.place, line.page % 2) for line in lines)
    counted = Counter(line.numbers[0] - line.page for line in lines if line.form == "#" and line.place in EXTREME)
    for line in lines:
        if line.form == "#":  # a bare number is a page's if it counts the pages
            if line.place in EXTREME and counted[line.numbers[0] - line.page] >= max(3.0, SHARE * pages):
                yield line
        elif seen[line.form] >= max(3.0, SHARE * pages):
            yield line
        elif line.place in EXTREME:
            on_this, on_other = (sides[line.form, line.place, parity] for parity in (line.page % 2, 1 - line.page % 2))
            on_side = (pages + 1 - line.page % 2) // 2
            if not on_other and on_this >= max(3, on_side - 1):
                yield line


def _on_both_pages(lines: Sequence[EdgeLine]) -> Iterator[EdgeLine]:
    """Lines at one place of the only two pages, from the edge inwards, with the same numbers but for those of the pages."""
    by_place = {(line.page, line.place): line for line in lines}
    for places in (range(EDGE_LINES), range(-1, -EDGE_LINES - 1, -1)):
        for place in places:
            one, other = by_place.get((0, place)), by_place.get((1, place))
            if not one or not other or not _is_one_head(one, other):
                break
            yield from (one, other)


def _is_one_head(one: EdgeLine, other: EdgeLine) -> bool:
    if one.form != other.form or len(one.numbers) != len(other.numbers):
        return False
    steps = [after - before for before, after in zip(one.numbers, other.numbers, strict=True)]
    if one.form == "#":
        return steps[:1] == [1] and not any(steps[1:])
    return sum(map(bool, steps)) <= 1 and all(step in (0, 1) for step in steps)
