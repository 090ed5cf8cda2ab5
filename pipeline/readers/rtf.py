r"""Rich text (.rtf, and many a .doc) as it is printed; striprtf 0.0.35 keeps what is deleted or hidden, and drops notes and boxes.

    {\listtext 1.\tab}Der Rat beschlie\'dft   →  "1. Der Rat beschließt"

Word writes the number of a list item in a group for older programs; these are the numbers that a reader of the page sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby

from extractors.text.minutes import DocumentText
from pipeline.readers import Reading, Terms, UnreadableError
from pipeline.readers.blocks import rows

TOKEN = re.compile(r"\\(?:([A-Za-z]{1,32})(-?\d{1,9})? ?|'([0-9A-Fa-f]{2})|(.))|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL)
DEEPEST = 5000
SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "~": "\u00a0", "_": "-", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
UNSEEN = {
    *("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "listtable", "listoverridetable", "revtbl", "rsidtbl"),
    *("generator", "themedata", "datastore", "latentstyles", "xmlnstbl", "filetbl", "nonshppict", "sp", "atnid", "atnauthor", "annotation"),
}
APART = {"header": "head", "headerf": "head", "headerl": "head", "headerr": "head", "footer": "foot", "footerf": "foot", "footerl": "foot",
         "footerr": "foot", "footnote": "note"}  # fmt: skip
NUMBERS = {"listtext", "pntext"}
SEEN = {"shpinst", "shptxt", "shp"}  # text boxes stand in a destination that a program may ignore
PAGES = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}


@dataclass(frozen=True, slots=True)
class State:
    """What holds inside a group."""

    is_unseen: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    fallback: int = 1
    """How many characters follow one in Unicode for programs that do not know it."""
    flow: str = "body"
    in_table: bool = False


@dataclass(slots=True)
class Flow:
    """One text under construction: the body, the running heads, the feet, the notes."""

    words: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    row: list[list[str]] = field(default_factory=list)
    blocks: list[str | list[list[str]]] = field(default_factory=list)

    def paragraph(self, *, in_table: bool) -> None:
        """End a paragraph, of a cell or of the text."""
        text = "".join(self.words).strip(" \t\n")
        self.words.clear()
        if text:
            (self.cell if in_table else self.blocks).append(text)

    def end_cell(self) -> None:
        """End a cell with its last paragraph."""
        self.paragraph(in_table=True)
        self.row.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """End a row."""
        if self.row:
            self.blocks.append(self.row)
        self.row = []

    def text(self) -> list[str]:
        """Its paragraphs and tables."""
        if self.cell or self.row:
            self.end_cell()
            self.end_row()
        self.paragraph(in_table=False)
        found: list[str] = []
        for is_table, group in groupby(self.blocks, key=lambda block: isinstance(block, list)):
            blocks = list(group)
            found += rows(block for block in blocks if isinstance(block, list)) if is_table else map(str, blocks)
        return found


def read(data: bytes, name: str, terms: Terms) -> Reading:  # noqa: ARG001  every reader has the same form
    """Read a rich text.

    Raises UnreadableError where its groups nest without end.
    """
    reader = Reader()
    try:
        reader.take(data.decode("latin-1"))
    except RecursionError as error:
        raise UnreadableError("corrupt", f"{name} nests its groups too deep.") from error
    head, body, note, foot = (reader.flows[name].text() for name in ("head", "body", "note", "foot"))
    notes = [f"[{number}] {text}" for number, text in enumerate(note, 1)]
    text = "\n\n".join([*dict.fromkeys(head), *body, *notes, *dict.fromkeys(foot)]) + "\n"
    # Characters beyond the first 65,536 are written as two halves.
    return Reading(DocumentText(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")), "text/rtf")


@dataclass(slots=True)
class Reader:
    """Follows the groups of a file."""

    flows: dict[str, Flow] = field(default_factory=lambda: {name: Flow() for name in ("head", "body", "note", "foot")})
    state: State = field(default_factory=State)
    outer: list[State] = field(default_factory=list)
    encoding: str = "cp1252"
    skipped: int = 0
    is_optional: bool = False
    """A destination follows that a program may ignore."""

    def take(self, text: str) -> None:
        """Read a file, as characters of one byte."""
        at = 0
        while match := TOKEN.match(text, at):
            at = match.end()
            word, number, byte, sign, brace, plain = match.groups()
            if brace:
                self._group(brace)
            elif word == "bin":
                at += max(0, int(number or 0))
            elif word:
                self._control(word, int(number) if number else None)
            elif byte:
                self._words(self._decoded(bytes.fromhex(byte)))
            elif sign:
                self._sign(sign)
            elif plain:
                self._words(self._decoded(plain.encode("latin-1")))

    def _decoded(self, data: bytes) -> str:
        return data.decode(self.encoding, "replace")

    def _group(self, brace: str) -> None:
        self.is_optional, self.skipped = False, 0
        if brace == "{":
            if len(self.outer) > DEEPEST:
                raise RecursionError
            self.outer.append(self.state)
        elif self.outer:
            before, self.state = self.state, self.outer.pop()
            if before.flow != self.state.flow:
                self.flows[before.flow].paragraph(in_table=False)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.is_optional = True
        elif sign in "\r\n":
            self._control("par", None)
        else:
            self._words(SIGNS.get(sign, ""))

    def _control(self, word: str, number: int | None) -> None:
        flow = self.flows[self.state.flow]
        if self._destination(word) or self._switch(word, number):
            return
        if word == "u" and number is not None:
            self._words(chr(number % 0x10000))
            self.skipped = self.state.fallback
        elif word in SIGNS:
            self._words(SIGNS[word])
        elif self.state.is_unseen:
            return
        elif word in ("par", "sect", "page"):
            flow.paragraph(in_table=self.state.in_table)
        elif word in ("cell", "nestcell"):
            flow.end_cell()
        elif word in ("row", "nestrow"):
            flow.end_row()

    def _destination(self, word: str) -> bool:
        """Whether the word says what its group is for."""
        is_optional, self.is_optional = self.is_optional, False
        if word in UNSEEN or (is_optional and word not in SEEN | NUMBERS):
            self.state = replace(self.state, is_unseen=True)
        elif word in APART:
            self.state = replace(self.state, flow=APART[word], in_table=False)
        elif word not in NUMBERS | SEEN:
            return False
        return True

    def _switch(self, word: str, number: int | None) -> bool:
        """Whether the word changes how the rest of its group is read."""
        is_on = number != 0
        if word == "v":
            self.state = replace(self.state, is_hidden=is_on)
        elif word == "deleted":
            self.state = replace(self.state, is_deleted=is_on)
        elif word == "plain":
            self.state = replace(self.state, is_hidden=False, is_deleted=False)
        elif word == "uc":
            self.state = replace(self.state, fallback=max(0, number or 0))
        elif word in ("intbl", "pard"):
            self.state = replace(self.state, in_table=word == "intbl")
        elif word in PAGES or word == "ansicpg":
            self._encode(PAGES.get(word) or f"cp{number}")
        else:
            return False
        return True

    def _encode(self, name: str) -> None:
        try:
            "".encode(name)
        except LookupError:
            return
        self.encoding = name

    def _words(self, text: str) -> None:
        if self.skipped and text:
            dropped = min(self.skipped, len(text))
            self.skipped -= dropped
            text = text[dropped:]
        if text and not (self.state.is_unseen or self.state.is_hidden or self.state.is_deleted):
            self.flows[self.state.flow].words.append(text)
