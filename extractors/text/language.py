"""The one German pipeline: spacy.blank("de") with our own rule components, never a model, never a silent fallback.

Its components end sentences as council German ends them, mark the actors (bodies, administrations, others who may be asked),
and find the verbs of decision with their other halves. It reads only stretches like resolutions; whole debates are left to
plain patterns. spaCy takes half a second to import, so it is loaded when a text first needs it.

    >>> text = "Der Rat stimmt gem. § 3 Abs. 2 zu. Die Verwaltung wird beauftragt, zu berichten."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Der Rat stimmt gem. § 3 Abs. 2 zu.', 'Die Verwaltung wird beauftragt, zu berichten.']
    >>> [(actor.kind, actor.name) for actor in actors_in(text)]
    [('BODY', 'Rat'), ('ADMINISTRATION', 'Verwaltung')]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from extractors.text.german.actors import actor_patterns
from extractors.text.german.phrases import ABBREVIATIONS, ACTS, MONTHS, PARTICLES

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ACTORS = "council_actors"
_ABBREVIATION = re.compile(rf"(?:{ABBREVIATIONS})\.?$")
_MONTH = re.compile(MONTHS)


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of decision in a text: what it does, and where it stands."""

    kind: str
    start: int
    end: int
    sentence_end: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who decides or has to act: BODY, ADMINISTRATION or AUTHORITY."""

    kind: str
    name: str
    start: int
    end: int


@cache
def german() -> Language:
    """The pipeline, built once."""
    with _without_commands():
        from spacy.lang.de import German  # noqa: PLC0415  # only when a text needs it
    from spacy.language import Language as SpacyLanguage  # noqa: PLC0415

    for name, component in (("council_sentences", end_sentences), ("council_verbs", find_verbs)):
        if not SpacyLanguage.has_factory(name):
            SpacyLanguage.component(name, func=component)
    nlp = German()  # what spacy.blank("de") gives, without the settings of a training, which take 0.01 s to be checked
    nlp.add_pipe("council_sentences")
    nlp.add_pipe("entity_ruler", name=ACTORS).add_patterns(actor_patterns())  # type: ignore[attr-defined]  # the ruler's own
    nlp.add_pipe("council_verbs")
    return nlp


@contextmanager
def _without_commands() -> Iterator[None]:
    """While spaCy is imported: leave out its command line, a quarter of its half second (typer, jinja2, requests, httpx).

    And pydantic's own past, which confection asks for and does without where it is missing (0.04 s).
    """
    commands = {} if "spacy" in sys.modules else {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    for module in commands.values():
        module.__dict__["info"] = None
    absent = {"pydantic.v1": None} if commands and "pydantic.v1" not in sys.modules else {}
    left_out = {**commands, **absent}
    sys.modules.update(left_out)  # type: ignore[arg-type]  # None is how an import is told that there is no such module
    try:
        yield
    finally:
        for name in left_out:
            del sys.modules[name]


@lru_cache(maxsize=8)
def _read(text: str) -> Doc:
    """A stretch as read by the pipeline, but for its actors, which are asked for less often, and after the acts."""
    return german()(text, disable=[ACTORS])


@lru_cache(maxsize=8)
def _read_actors(text: str) -> Doc:
    return german().get_pipe(ACTORS)(_read(text))


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


def find_verbs(doc: Doc) -> Doc:
    """Mark the verbs of decision by what they do; separable ones need their other half in the sentence: "stimmt … zu"."""
    verbs = []
    for sentence in doc.sents:
        words = {token.lower_ for token in sentence}
        for token in sentence:
            kinds = ACTS.get(token.lower_, ())
            kind = next((kind for particle, kind in kinds if particle is None or words & PARTICLES[particle]), None)
            if kind is not None:
                verbs.append(doc.char_span(token.idx, token.idx + len(token), label=kind))
    doc.spans["acts"] = [verb for verb in verbs if verb is not None]
    return doc


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of a stretch, as offsets of the text."""
    doc = _read(text[start:end])
    return [
        (start + first, start + last)
        for sentence in doc.sents
        if (span := _trimmed(text[start:end], sentence.start_char, sentence.end_char))
        for first, last in [span]
    ]


def acts_in(text: str) -> list[Act]:
    """The verbs of decision in order, each with the end of its sentence."""
    return [Act(span.label_, span.start_char, span.end_char, span.sent.end_char) for span in _read(text).spans["acts"]]


def actors_in(text: str) -> list[Actor]:
    """Who is named in a stretch, in order: "Stadtrat", "Amt für Grünflächen", "Landesregierung"."""
    return [Actor(entity.label_, entity.text, entity.start_char, entity.end_char) for entity in _read_actors(text).ents]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
