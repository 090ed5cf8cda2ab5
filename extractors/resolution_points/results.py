"""What stands in place of a resolution's text, or above it, and only says what became of it: no point.

Beschluss: Das Gremium beschließt geändert.      above the points (SessionNet)
Beschluss: zurück in die Fraktionen              alone: the name of a result
Beschluss: Wie Vorlage                           alone: the text stands elsewhere
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.resolution_points.blocks import Block
from extractors.text.german.phrases import BODY

_HOW = (
    r"(?:(?:ein|mehr)(?:stimmig|heitlich)|einmütig|(?:un|ab)?geändert|unverändert|antragsgemäß|wie[ ](?:vorgeschlagen|beantragt)"
    r"|entsprechend[ ]der[ ]Vorlage|mit[ ]\d{1,3}[ ]?(?::|gegen|zu|/)[ ]?\d{1,3}(?:[ ]Stimmen)?)"
)
ABOVE = re.compile(rf"D(?:er|ie|as)[ ]{BODY}[ ](?:beschlie(?:ß|ss)t|beschloss|empfiehlt|fasst)(?:,?[ ]{_HOW}){{1,3}}[ ]?[.:]?")
# "wie Vorlage", "Laut Beschlussvorschlag"
ELSEWHERE = re.compile(
    r"(?:[Ww]ie|[Ll]aut|[Gg]emäß|[Ee]ntsprechend|[Nn]ach)[ ](?:de[mrs][ ])?(?:Vorlage|Antrag|[Vv]orgeschlagen|[Bb]eantragt"
    r"|(?:Beschluss|Verwaltungs)?[Vv]orschlag|Beschlussempfehlung|Beschlussentwurf|Verwaltungsvorlage)(?:[ ]de[rs][ ]Verwaltung)?[ ]?[.]?"
)
# "zurück in die Fraktionen ohne erneute Beratung": small letters, neither a verb of a sentence nor an infinitive
NAMED = re.compile(r"[a-zäöü][^\n.:;€\d]{3,120}")
SENTENCE = re.compile(
    r"\b(?:wird|werden|ist|sind|soll|sollen|hat|haben|dass|zu[ ]\w+[elr]n|\w{2,12}zu\w{2,}en|stimmt|nimmt|erlässt"
    r"|beschlie(?:ß|ss)t|empfiehlt)\b"
)


def without_results(text: str, blocks: list[Block], *, labelled: bool) -> Sequence[Block]:
    """The blocks of a resolution but for those that only say what became of it."""
    if not labelled or not blocks or blocks[0].label is not None:
        return blocks
    first = blocks[0]
    if len(blocks) > 1:
        return blocks[1:] if ABOVE.fullmatch(text, first.start, first.end) else blocks
    alone = ELSEWHERE.fullmatch(text, first.start, first.end)
    named = NAMED.fullmatch(text, first.start, first.end) and not SENTENCE.search(text, first.start, first.end)
    return [] if alone or named else blocks
