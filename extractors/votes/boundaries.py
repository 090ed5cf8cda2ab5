"""Where one statement of a vote may end and the next begin: lines, sentences, paragraphs, and words glued to each other."""

from __future__ import annotations

import re

from extractors.votes.subjects import MARKER

# A full stop ends no sentence behind one of these.
ABBREVIATED = re.compile(
    r"(?:(?<!\w)(?:Nrn?|Abs|Dr|Prof|Mag|Ing|St|Str|bzw|ca|lt|gem|Ziff|Art|Hr|Fr|inkl|B|z|u|a|d|h|s|e|V|i|o|Pkt|Pkte|vgl|evtl|Enth"
    r"|Drs|Buchst|Bgm|GR|\d{1,2}))$"
)
BOUNDARY = re.compile(r"\n\n(?![a-zäöü]{4})|(?<!\n)\n(?!\n)|;|[.!?](?=[\s–]|$|[A-ZÄÖÜ][a-zäöü])|(?<=\s)[–-](?=\s[A-ZD])")
# The head of the next item: "Nr. 113⏎Bauvoranfrage: …"
HEADED = re.compile(r"\n\n(?:Nr\.|TOP|Punkt|Tagesordnungspunkt|Lfd\. ?Nr\.) ?\d{1,4}(?:\.\d{1,3}){0,2}[.:]?(?: [^\n]{0,160})?\n")
# What is settled below how it was voted (Ingolstadt): "Mit allen Stimmen:⏎Der Antrag wird verwiesen."
LED = re.compile(r"(?: ?\([^()\n]{1,60}\))? ?:\n(?!\n)")
SENTENCE_ENDS = re.compile(r"(?<![ .(]\d)[.!?]\s")
# Words that open another question in the same breath.
FURTHER = re.compile(r"(?:^|\s)\s*(?:Darüber hinaus|Außerdem|Ferner|Weiterhin|Zudem|Des Weiteren|Anschließend|Sodann|Ebenso)(?!\w)")


def last_cut(gap: str, text: str, at: int, *, lines: bool) -> tuple[str, int] | None:
    """The last place in a gap where a statement may end: a paragraph's, sentence's or line's end, or glued words."""
    found: tuple[str, int] | None = None
    if gap and gap[0].isalnum() and at and text[at - 1].isalnum():
        found = ("glued", 0)
    for match in BOUNDARY.finditer(gap):
        if match[0] == "\n" and (not lines or (found and not gap[match.end() :].strip())):
            continue  # a wrapped line: "dieser bei⏎8 Ja-Stimmen"
        if match[0] == "." and ABBREVIATED.search(gap, 0, match.start()):
            continue
        kind = "paragraph" if match[0] == "\n\n" or (found and found[0] == "paragraph") else "line" if match[0] == "\n" else "sentence"
        found = (kind, match.end())
    if (further := FURTHER.search(gap)) and (not found or further.start() > found[1]):
        found = ("sentence", further.start())
    for match in MARKER.finditer(text, at, at + len(gap)):
        if not found or match.start() - at >= found[1]:
            found = ("glued", match.start() - at)
    return found


def wraps(text: str, start: int, end: int) -> bool:
    """Whether nothing but a single line end lies between, as in a wrapped line."""
    return end - start < 60 and [match[0] for match in BOUNDARY.finditer(text, start, end)] == ["\n"] and text[end].islower()


def sentence_cut(gap: str, text: str, at: int) -> int | None:
    """Where in a gap the last sentence begins, None where nothing or more than a sentence ends in it."""
    cut = last_cut(gap, text, at, lines=False)
    return cut[1] if cut and cut[0] == "sentence" else None


def in_one_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends between two places."""
    return SENTENCE_ENDS.search(text, start, max(start, end)) is None
