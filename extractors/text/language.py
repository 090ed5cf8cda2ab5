"""The one German pipeline: spacy.blank("de") with our own rule components, never a model, never a silent fallback.

It ends sentences as council German ends them, and finds the verbs of decision with their other halves. It reads only
stretches like resolutions; whole debates are left to plain patterns. spaCy takes a second to import, so it is loaded when
a text first needs it.

    >>> text = "Der Rat stimmt gem. § 3 Abs. 2 zu. Die Verwaltung wird beauftragt, zu berichten."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Der Rat stimmt gem. § 3 Abs. 2 zu.', 'Die Verwaltung wird beauftragt, zu berichten.']
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractors.text.german.phrases import ABBREVIATIONS, ACTS, MONTHS, PARTICLES

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_ABBREVIATION = re.compile(rf"(?:{ABBREVIATIONS})\.?$")
_MONTH = re.compile(MONTHS)


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of decision in a text: what it does, and where it stands."""

    kind: str
    start: int
    end: int
    sentence_end: int


@cache
def german() -> Language:
    """The pipeline, built once."""
    import spacy  # noqa: PLC0415  # a second, only when a text needs it
    from spacy.language import Language as SpacyLanguage  # noqa: PLC0415

    if not SpacyLanguage.has_factory("council_sentences"):
        SpacyLanguage.component("council_sentences", func=end_sentences)
    nlp = spacy.blank("de")
    nlp.add_pipe("council_sentences")
    return nlp


def end_sentences(doc: Doc) -> Doc:
    """Set sentence starts: behind a stop before a capital, but not behind abbreviations, ordinals and list numbers."""
    for token in doc[:-1]:
        following = doc[token.i + 1]
        following.is_sent_start = token.text[-1:] in ".!?" and _is_sentence_end(doc, token.i) and not following.is_space
    return doc


def _is_sentence_end(doc: Doc, at: int) -> bool:
    token, following = doc[at], doc[at + 1]
    if not (following.text[:1].isupper() or following.text[:1] in '„"“§' or following.text[:1].isdigit()) or not (
        token.whitespace_ or following.is_space
    ):
        return False
    if token.text in "!?":
        return True
    word = token.text[:-1] if len(token.text) > 1 else (doc[at - 1].text if at else "")
    if _ABBREVIATION.fullmatch(word) or len(word) == 1:
        return False
    # "1. Oktober", "2. Nachtragssatzung"; a sentence that ends with a year may end.
    return not (word.isdigit() and (len(word) < 3 or _MONTH.match(following.text)))


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of a stretch, as offsets of the text."""
    doc = german()(text[start:end])
    return [
        (start + first, start + last)
        for sentence in doc.sents
        if (span := _trimmed(text[start:end], sentence.start_char, sentence.end_char))
        for first, last in [span]
    ]


def acts_in(text: str) -> list[Act]:
    """The verbs of decision in order; separable ones need their other half before the sentence ends: "stimmt … zu"."""
    acts: list[Act] = []
    doc = german()(text)
    for sentence in doc.sents:
        words = {token.lower_ for token in sentence}
        for token in sentence:
            kinds = ACTS.get(token.lower_)
            if kinds is None:
                continue
            kind = next((kind for particle, kind in kinds if particle is None or words & PARTICLES[particle]), None)
            if kind is not None:
                acts.append(Act(kind, token.idx, token.idx + len(token), sentence.end_char))
    return acts


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
