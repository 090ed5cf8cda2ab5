"""The second reader of pages, tag by tag and without a tree: it loses nothing, however deep a page nests.

libxml2 keeps no text below about two thousand open elements, and says nothing of it.
"""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

from pipeline.readers.html_text import Writer, is_unseen

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}


def streamed(text: str) -> str:
    """The visible text of a page."""
    reader = _Stream()
    comment = text.find("<!--", text.rfind("-->") + 1)  # one that is never closed hides the rest; html.parser would look for its end
    reader.feed(text if comment < 0 else text[:comment])  # again at each of them
    reader.close()
    return reader.writer.text()


def letters_outside_tags(text: str) -> int:
    """How many letters stand outside tags, scripts and hidden parts included: no reader can find more."""
    return sum(len("".join(piece.rpartition(">")[2].split())) for piece in text.split("<"))


class _Stream(HTMLParser):
    """Drives a writer by the tags as they come; what is never closed stays open, and hides nothing but itself."""

    def __init__(self) -> None:
        super().__init__()
        self.writer = Writer()
        self._open: list[tuple[str, bool]] = []
        self._count: Counter[str] = Counter()
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in VOID:
            if not self._unseen and not is_unseen(tag, attributes):
                self.writer.open(tag, attributes)
            return
        unseen = is_unseen(tag, attributes)
        self._open.append((tag, unseen))
        self._count[tag] += 1
        self._unseen += unseen
        if not self._unseen:
            self.writer.open(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if not self._count[tag]:
            return
        while self._open:
            opened, unseen = self._open.pop()
            self._count[opened] -= 1
            if not self._unseen:
                self.writer.close(opened)
            self._unseen -= unseen
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.writer.words(data)
