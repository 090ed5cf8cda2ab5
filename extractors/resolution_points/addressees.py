"""Who has to act on a point: the actor that the pipeline marks where the grammar addresses somebody, else the name that stands there.

Die Verwaltung wird beauftragt, …                     Verwaltung
Nach dem Bau wird das Gartenbauamt gebeten, …         Gartenbauamt
Der Rat bittet die Muster GmbH, …                     Muster GmbH, though no rule knows it
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.text.german.phrases import ADMINISTRATION, ASKS
from extractors.text.language import Act, Actor, actors_in

_NOUN = r"(?!(?:Die|Der|Das|Des)\b)[A-ZÄÖÜ][\w/&.-]*"
_PHRASE = rf"""(?:[a-zäöü]\w*[ ]){{0,2}}{_NOUN}(?:
      [ ](?:und[ ])?(?:(?:der|des|für|die|das|den|in[ ]der)[ ])?(?:[a-zäöü]\w+[ ])?{_NOUN}
    | [ ]\([^)]{{1,20}}\)|[ ]-[^-\n]{{2,40}}-){{0,7}}"""
_ASIDE = r"(?:[–-][^–-]{3,120}[–-][ ])?"
_DONE = r"(?:beauftragt|ermächtigt|gebeten|ersucht|aufgefordert|angewiesen|bevollmächtigt)"
ADDRESSED = re.compile(
    rf"""(?:
        \b(?:beauftragt|ermächtigt|bevollmächtigt|bittet|ersucht|fordert|weist)[ ](?:d(?:er|ie|as)[ ][A-ZÄÖÜ]\w+[ ](?=d(?:ie|en
                |as)))?{_ASIDE}(?:die|den|das|ihre[nr]?)[ ](?P<object>{_PHRASE})
      | (?:^|\b(?:Die|Der|Das)[ ])(?P<subject>(?!Die|Der|Das){_PHRASE})[ ](?:wird|werden|wurde
              |wurden)[ ](?:(?:(?!\bund\b)[^.;]){{0,160}}?[ ])??{_DONE}
      | \b(?:wird|werden)[ ](?:die|der|das)[ ](?P<inverted>{_PHRASE})[ ](?:(?:(?!\bund\b)[^.;]){{0,160}}?[ ])??{_DONE}
      | ^(?:Die|Der|Das)[ ](?P<acting>{ADMINISTRATION}(?:[ ]für[ ]{_NOUN}(?:[ ]und[ ]{_NOUN})?)?)[ ](?:soll|hat|(?!ist\b|hat\b)[a-zäöü]+t)\b
      | \bdie[ ](?P<told>(?:Stadt|Gemeinde)?[Vv]erwaltung)[ ](?:zu[ ])?(?:beauftragt|beauftragen)
      | \bBeauftragung[ ](?:der|des)[ ](?P<noun>{ADMINISTRATION})
    )""",
    re.VERBOSE,
)

# "die Verwaltung zu beauftragen, …", alone or behind "Der Rat beschließt,"
ASKED = re.compile(
    rf"""
    ^(?:[„"]?[A-ZÄÖÜ][^.;:,]{{0,150}}?\bbeschlie(?:ß|ss)t,?[ ])?
    (?:die|den|das)[ ](?P<one>{_PHRASE})(?:[ ][^\s.;:,]{{1,40}}){{0,8}}?[ ]{ASKS}""",
    re.VERBOSE,
)

NEAR = 60  # characters between a verb and the one it addresses
PASSIVE = re.compile(r"\b(?:wird|werden|wurde|wurden)\b")
CIRCUMSTANCE = re.compile(
    r"(?:Nach|Mit|Zur?|Zum|Für|Bei|Beim|Im|In|Auf|Vor|Unter|Aufgrund|Gemäß|Bis|Ab|Durch|Wegen|Vorbehaltlich|Sofern|Darüber|Hierzu|Dazu)\b"
)
ARTICLE = re.compile(r"(?:\b(?:die|das|den|dem|alle|ihre[nr]?|seine[nr]?|Die|Das|Der)|\b(?:wird|werden) der)\s+(?:[a-zäöü]\w*\s+){0,2}$")


def addressee_in(words: str, end: int, acts: Sequence[Act], handed_on: bool) -> str | None:
    """The one addressed in the first `end` characters of a point, as printed; `acts` are the verbs of its first sentence."""
    actors = [actor for actor in actors_in(words) if actor.start < end]
    match = ADDRESSED.search(words, 0, end)
    group = match.lastgroup if match else None
    verb = next((act for act in acts if act.kind in ("instruct", "request", "authorise")), None)
    marked = _by_verb(words, verb, actors) if verb is not None and handed_on else None
    if match is None or group is None or CIRCUMSTANCE.match(match[group]):
        return marked
    named = any(actor.start == match.start(group) for actor in actors)
    return _named(match[group], match.start(group), actors) if named or marked is None else marked


def recommended_to(words: str, act: Act) -> str | None:
    """The body that a recommendation is for: "empfiehlt dem Rat, …"."""
    actors = (actor for actor in actors_in(words) if act.end < actor.start < act.sentence_end)
    return next((a.name for a in actors if re.fullmatch(r"\s+(?:dem|der)\s+(?:[a-zäöü]\w*\s+)?", words[act.end : a.start])), None)


def _named(phrase: str, start: int, actors: Sequence[Actor]) -> str:
    """The printed phrase; cut where the actor that it begins with ends, if what follows is no more than its object."""
    actor = next((actor for actor in actors if actor.start == start), None)
    if actor is not None and actor.end - start < len(phrase):
        rest = phrase[actor.end - start :]
        if not re.match(r" ?(?:\(|-|und |(?:der|des|für|in der) )", rest):
            return actor.name
    return phrase.rstrip(".")


def _by_verb(words: str, verb: Act, actors: Sequence[Actor]) -> str | None:
    """In the passive the actor next to "wird", in the active the first one behind the verb that stands with an article."""
    passive = PASSIVE.search(words, 0, verb.start)
    inside = [actor for actor in actors if actor.end <= verb.sentence_end and ARTICLE.search(words[max(0, actor.start - 60) : actor.start])]
    if passive:
        beside = [actor for actor in inside if passive.end() <= actor.start < verb.start or actor.end + 1 == passive.start()]
        return beside[0].name if beside else None
    behind = [actor for actor in inside if actor.start > verb.end and actor.kind != "BODY"]
    return behind[0].name if behind and behind[0].start - verb.end < NEAR else None
