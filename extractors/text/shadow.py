r"""The shadow of a text: normalised for matching, with the way back to the text as extracted.

Patterns never see the extracted text but its shadow, in which words broken at a line end are whole, blanks are plain and
single, page marks and running heads are gone. A span found there is led back through the layers, so that what is quoted
is always verbatim.

    >>> shadow = shadow_of("Abstim-\nmung:  40/7/7")
    >>> shadow.text
    'Abstimmung: 40/7/7'
    >>> shadow.origin(0, 10)
    (0, 12)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.text.furniture import page_furniture
from extractors.text.search import places_of
from extractors.text.stamps import STAMPED, mended

# One character for one character: offsets stay as they are.
PLAIN = {
        "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ", "\t": " ", "\f": "\n", "\r": " ",
        "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u0096": "–", "\u0097": "—", "\u0084": "„", "\u0093": "“", "\u0094": "”",
        "\u2028": "\n", "\u2029": "\n", "\u0085": "…",
}  # fmt: skip
UNUSUAL = re.compile(f"[{''.join(map(re.escape, PLAIN))}]")

# Fonts with a broken table give these (Karlsruhe, four documents): "ZiƯer", "städƟscher", "BürgerschaŌ".
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "Ư": "ff", "Ɵ": "ti", "Ō": "ft"}

# "Garten- und Landschaftsbau": the hyphen stands for the missing word and stays.
ELLIPSIS_FOLLOWS = re.compile(r"(?:und|oder|bzw|sowie|bis|als|wie|noch|statt|u)\b")

# Words in capitals whose first syllable looks like a party's abbreviation (Köln: "DIE LIN-⏎KEN").
SHOUTED = frozenset({"LINKE", "LINKEN", "GRÜNE", "GRÜNEN", "PARTEI", "PIRATEN", "WÄHLER", "STADT", "BÜNDNIS", "BÜRGER"})

_BLANKS = r"(?P<blanks> (?<=\ ) (?: \ + | (?<=\n\ ) | (?=\n) ) )"
_REPAIRS = r"""
    (?P<soft> (?<=\u00ad) (?:\ *\n\ *)? )                                         # soft hyphen, with the line end it caused
  | (?P<broken> (?<=\w[-\ufffe]) \ *\n[\ \n]* (?=\w) )                            # Abstim-⏎mung
  | (?P<empty> (?<=\n) (?=\ |\n[\ \n]) (?:\ *\n)+\ * )                            # any number of empty lines is one
  | (?P<ligature> (?<=[ﬀﬁﬂﬃﬄﬅﬆƯƟŌ]) )"""
# They begin with the set of characters that can need repair: the engine then skips all others at full speed. Without the blanks, every
# eighth character, it is three times as fast; no text of a PDF has any to repair (each page of 24).
REPAIRS = re.compile(rf"[ \n\u00ad\-\ufffeﬀﬁﬂﬃﬄﬅﬆƯƟŌ](?: {_BLANKS} | {_REPAIRS} )", re.VERBOSE)
REPAIRS_BUT_BLANKS = re.compile(rf"[\n\u00ad\-\ufffeﬀﬁﬂﬃﬄﬅﬆƯƟŌ](?: {_REPAIRS} )", re.VERBOSE)
SPARE_BLANKS = ("  ", " \n", "\n ")

# "N i e d e r s c h r i f t", "A N F R A G E" (Karlsruhe, 1,161 documents): at least five letters, each alone.
SPACED = re.compile(r" (?<=\b[^\W\d_] )(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
# "780.⏎000 €" (Karlsruhe, 16 documents).
SPLIT_NUMBER = re.compile(r"\n(?<=\d\.\n)(?=\d{3}(?:[.,]\d|\s*(?:€|EUR|Euro)))")


# Pages that were copied into one line: "… VO/3/30 Beschluss: Der Rat baut. Abstimmungsergebnis: einstimmig TOP 4 Anfragen".
FOLDED = re.compile(r" (?<=\S.)(?:Beschluss|Beschluß|Beschlussvorschlag|Beschlussempfehlung|Beschlusstext) ?: (?=[A-ZÄÖÜ„])")
SHORTEST_HEAD = 6  # characters with the line ends around them; bare page numbers say nothing
FOLDED_LINE = 60  # characters; a shorter line is a label with its text
LABEL_INSIDE = re.compile(
    r"""[ ](?<!\b[Dd]e[rnm]\ )(?<!\b[Zz]u[rm]\ )(?<!\bfolgende[nr]\ )(?<!\bvom\ )(?<!,\ )
    (?= (?:Beschl(?:uss|uß)(?:vorschlag|empfehlung|text)?|Abstimmungsergebnis|Abstimmung|Begründung|Sachverhalt|Protokollnotiz
          |Finanzielle\ Auswirkungen)\ ?:\ \S
      | (?<!zu\ )(?<!unter\ )(?<!und\ )(?<!von\ )(?:TOP|Tagesordnungspunkt)\ (?:(?:Ö|N|NÖ)\ )?\d{1,3}(?:\.\d{1,3})*\ [A-ZÄÖÜ] )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Layer:
    """One rewriting of a text: pieces of the new text with the pieces of the old text that they stand for."""

    text: str
    starts: Sequence[int]
    origins: Sequence[int]
    origin_ends: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the old text that a non-empty span of the new text stands for."""
        return self._place(start)[0], self._place(end - 1)[1]

    def at(self, origin: int) -> int:
        """The first offset of the new text that stands for the old text's `origin` or for something after it."""
        piece = max(0, bisect_right(self.origins, origin) - 1)
        start, end = self.origins[piece], self.origin_ends[piece]
        following = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        if origin <= start:
            return self.starts[piece]
        if origin < end and end - start == following - self.starts[piece]:
            return self.starts[piece] + origin - start
        return following

    def _place(self, offset: int) -> tuple[int, int]:
        piece = bisect_right(self.starts, offset) - 1
        start, end = self.origins[piece], self.origin_ends[piece]
        following = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        if end - start == following - self.starts[piece]:
            start += offset - self.starts[piece]
            return start, start + 1
        return start, end


@dataclass(frozen=True, slots=True)
class Shadow:
    """A text for matching; `origin` leads a span of it back to the text as extracted."""

    text: str
    layers: tuple[Layer, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    """What the first layer leaves out, in the extracted text."""

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the extracted text; an empty span is led back to the place where it stands.

        Raises ValueError where the span does not lie in the shadow.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}..{end} is outside a shadow of {len(self.text)} characters")
        if not self.text:
            return 0, 0
        empty = start == end
        if empty:
            start, end = (start, start + 1) if start < len(self.text) else (start - 1, start)
            after = end == len(self.text) and start != end - 1
        for layer in reversed(self.layers):
            start, end = layer.origin(start, end)
        if empty:
            return (end, end) if after else (start, start)
        return start, end

    def left_out(self) -> Iterator[tuple[int, int]]:
        """The stretches of the extracted text that are page furniture, in order; running heads carry paper numbers."""
        return ((start, end) for start, end in self.furniture if end - start > SHORTEST_HEAD)

    def at(self, origin: int) -> int:
        """The first offset of the shadow that stands for the extracted text's `origin` or for something after it."""
        for layer in self.layers:
            origin = layer.at(origin)
        return origin


def shadow_of(text: str, page_starts: Sequence[int] = ()) -> Shadow:
    """Normalise a text for matching; `page_starts` are the offsets at which its pages begin."""
    plain = UNUSUAL.sub(lambda match: PLAIN[match[0]], text)
    layers: list[Layer] = []
    furniture = list(page_furniture(plain, page_starts))
    rewrites: tuple[Callable[[str], Layer | None], ...] = (
        lambda t: _replaced(t, furniture),
        lambda t: _substituted(t, REPAIRS if any(blanks in t for blanks in SPARE_BLANKS) else REPAIRS_BUT_BLANKS, _repair),
        lambda t: _substituted(t, SPACED, lambda m: m[0].replace(" ", "")),
        lambda t: _substituted(t, STAMPED, mended),
        lambda t: _substituted(t, SPLIT_NUMBER, lambda _: ""),
        lambda t: _replaced(t, _unfolded(t)),
    )
    for rewrite in rewrites:
        layer = rewrite(plain)
        if layer is not None:
            layers.append(layer)
            plain = layer.text
    return Shadow(plain, tuple(layers), tuple((start, end) for start, end, _ in furniture))


def _unfolded(text: str) -> Iterator[tuple[int, int, str]]:
    """Line ends before the labels inside lines that hold a whole page."""
    done = 0
    for place in places_of((" Beschl",), text, 0, len(text)):
        found = FOLDED.match(text, place) if place >= done else None
        if not found:
            continue
        start = text.rfind("\n", done, found.start()) + 1
        end = text.find("\n", found.end())
        done = end = len(text) if end < 0 else end
        if end - start < FOLDED_LINE:
            continue
        for label in LABEL_INSIDE.finditer(text, start + 1, end):
            yield label.start(), label.start() + 1, "\n"


def _repair(match: re.Match[str]) -> str:
    text, after = match.string, match.end()
    match match.lastgroup:
        case "soft":
            return ""
        case "broken":
            return _joined(text, match.start(), after)
        case "blanks":
            at_edge = match.start() == 0 or text[match.start() - 1] == "\n" or after == len(text) or text[after] == "\n"
            return "" if at_edge else " "
        case "empty":
            return "\n\n"
        case _:
            return LIGATURES[match[0]]


def _joined(text: str, hyphen: int, after: int) -> str:
    """What becomes of a hyphen at a line end: nothing, itself, or itself and a blank."""
    following = text[after]
    if following.islower():
        return "- " if ELLIPSIS_FOLLOWS.match(text, after) else ""
    before = re.search(r"\w+$", text[max(0, hyphen - 40) : hyphen])
    word = re.match(r"\w+", text[after : after + 40])
    shouted = before and word and before[0].isupper() and word[0].isupper() and len(word[0]) > 2 and not word[0].isdigit()
    # "FRAK-⏎TION", "LIN-⏎KEN" are one word; "CDU-⏎Fraktion", "CDU-⏎FRAKTION", "VI-DS-⏎08033" keep their hyphen.
    return "" if shouted and before and word and (len(before[0]) > 3 or before[0] + word[0] in SHOUTED) else "-"


def _substituted(text: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]) -> Layer | None:
    return _replaced(text, ((m.start(), m.end(), replacement(m)) for m in pattern.finditer(text)))


def _replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> Layer | None:
    """The text with spans replaced, None where nothing changes; the changes are sorted and do not overlap."""
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    length = done = 0
    changed = False

    def add(piece: str, start: int, end: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            starts.append(length)
            origins.append(start)
            ends.append(end)
            length += len(piece)

    for start, end, new in changes:
        if text[start:end] == new:
            continue
        changed = True
        add(text[done:start], done, start)
        add(new, start, end)
        done = end
    if not changed:
        return None
    add(text[done:], done, len(text))
    if not starts:
        starts, origins, ends = [0], [0], [len(text)]
    return Layer("".join(pieces), starts, origins, ends)
