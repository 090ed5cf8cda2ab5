"""Recusals (Befangenheit): who declared an interest, left, did not vote or was excluded, and how many.

    "Frau Muster meldet Befangenheit nach § 20 SächsGemO an."     declared, with its statute
    "Befangen: 2"                                                 a count of the head line, without persons

Negations, questions, notices of the duty and "Befangen: 0" are none. One statement is one row; two persons in it count two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from extractors.text.fact import Fact
from extractors.text.minutes import AgendaItem, Minutes
from extractors.text.persons import NAME, find_persons
from extractors.text.search import places_of
from extractors.text.sentences import sentence_at
from extractors.text.statutes import find_statutes

Act = Literal["declared", "left", "not_voting", "excluded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recusal(Fact):
    """A member who took no part, as printed; `count` alone where the document gives a number only."""

    table: ClassVar[str] = "recusals"

    person: str | None
    count: int
    act: Act
    statute: str | None


# "Befangen: 1", "Pers. Beteiligt: 2", "Befangene 1"; "1 Befangenheit", "2 befangen" in a row of counts
COUNTER = re.compile(
    r"""(?:[Bb]efangen(?:e|heit(?:en)?)?|[Pp]ers(?:\.|önlich)[ ]?[Bb]eteiligte?)
        (?:[ ]?:[ \n]{0,2}|[ \n])(?P<after>\d{1,2})(?![\d.,:/]|[ ]Uhr)
      | (?:(?<=[,;:(/][ ])|(?<=[(/])|(?<=\bund[ ])|(?<=\bbei[ ])|(?<=\bdavon[ ]))
        (?P<before>\d{1,2})[ ](?:x[ ])?[Bb]efangen(?:e|heit(?:en)?)?\b""",
    re.VERBOSE,
)
REASON = (
    r"[Bb]efangen|Mitwirkungsverbot|[Ii]n(?:[ \n]den)?[ \n]Ausstand|[Pp]ersönlich(?:er|e)?[ \n][Bb]eteilig(?:t|ung)|Interessenkollision"
)
# Words in whose sentence a recusal may be stated.
TRIGGERS = (
    "befangen", "Befangen", "Mitwirkungsverbot", "Ausstand", "ersönlich", "Interessenkollision", "teilgenommen", "teilnimmt",
    " teil.", " teil,", " teil\n", " teil ", "mitgestimmt", "mitgewirkt", "nicht mit", "ausgeschlossen", "verlässt", "verließ",
)  # fmt: skip
COUNTED_WORDS = ("befangen", "Befangen", "ers. Beteiligt", "ers. beteiligt", "ersönlich Beteiligt", "ersönlich beteiligt")
REASONED = re.compile(REASON)

# "hat an der Beratung und Abstimmung nicht teilgenommen", "nimmt weder an der Beratung noch an der Abstimmung teil"
MATTER = r"(?:Beratung|Abstimmung|Beschlussfass|Diskussion|Behandlung|Aussprache|Wahl\b|Tagesordnungspunkt|TOP\b|Beratung)"
NOT_VOTING = re.compile(
    rf"""{MATTER}[^.]{{0,80}}\bnicht\b[^.]{{0,40}}\b(?:teil|mitgewirkt)
       | \b(?:nicht|weder)\b[^.]{{0,20}}\ban\b[^.]{{0,60}}{MATTER}[^.]{{0,80}}\b(?:teil|mitgewirkt|mit\b)
       | \bnicht[ \n](?:mitgestimmt|mitgewirkt|mit[ \n]abgestimmt) | \b(?:stimm|wirk)(?:t|en)\b[^.]{{0,60}}\bnicht[ \n]mit(?=[.,;])""",
    re.VERBOSE,
)
LEFT = re.compile(r"\b(?:verl(?:ässt|assen|ieß(?:en)?)|begibt|begeben|rück(?:t|ten?|en)\b[^.]{0,60}\bab\b|abgerückt|Zuhörer|Zuschauer)")
DECLARED = re.compile(r"\b(?:erklär(?:t|te|ten|en|ung)\b|(?:an|ge)?melde(?:t|te|n)|zeigt?e?n?\b[^.]{0,60}\ban\b|angezeigt|angemeldet)")
EXCLUDED_FROM = re.compile(r"\bvon[ \n]der[ \n](?:Mitwirkung|Beratung|Abstimmung|Behandlung)\b[^.]{0,60}\bausgeschlossen\b")
EXCLUDED = re.compile(r"\b(?:ausgeschlossen|auszuschließen|schließt\b[^.]{0,80}\baus\b|ausschließt)")
# The first that a sentence with a reason states; "ist befangen" alone counts as declared.
ACTS: tuple[tuple[Act, re.Pattern[str]], ...] = (("declared", DECLARED), ("left", LEFT), ("excluded", EXCLUDED), ("not_voting", NOT_VOTING))
# Without the word: "verlässt gemäß § 25 HGO den Saal", "von der Beratung ausgeschlossen", "nimmt an der Abstimmung nicht teil".
UNREASONED: tuple[tuple[Act, re.Pattern[str]], ...] = (
    ("left", re.compile(r"\bverl(?:ässt|ieß)\b[^.]{0,40}(?:gemäß|gem\.|nach|aufgrund)[ \n](?:von[ \n]|des[ \n])?(?:§|Art)")),
    ("excluded", EXCLUDED_FROM),
    ("not_voting", NOT_VOTING),
)

# Nobody is recused in these: a negation, a question, a condition, a duty, a notice, a court.
NO_RECUSAL = re.compile(
    r"""[Uu]nbefangen | \bnicht[ \n](?:für[ \n]|als[ \n]|etwa[ \n])?befangen
      | \b(?:[Nn]iemand|[Bb]esorgnis|[Ff]rage[ \n]der[ \n]Befangenheit)\b
      | \b[Kk]ein(?:e[rsnm]?)?\b[^.]{0,80}(?:[Bb]efangen|Mitwirkungsverbot|[Tt]eil|ausgeschl|mit) | Mitwirkungsverbot[^.]{0,40}\bkein
      | \b[Hh]inweis(?:e|es)?[ \n](?:auf|zu[rm]?)\b | \bhingewiesen\b | \bweist\b[^.]{0,120}\bhin\b | \bBefangenheitsantr
      | \b(?:ob|[Ff]alls|[Ss]ofern|[Ss]oweit|[Ww]enn|[Ww]er)\b[^.]{0,160}(?:[Bb]efangen|Mitwirkungsverbot|[ \n]teil)
      | \b(?:beantragt|stellte?[ \n](?:den|einen)[ \n]Antrag)\b
      | \b(?:hätten?|wären?|könnten?|müssten?|fühlt?e?n?|vielleicht|bin|bist)\b | \bBefangenheit[ \n](?:liegt|lag|ist)[ \n]nicht""",
    re.VERBOSE,
)
SPOKEN = re.compile(r"\b(?:[Ii]ch|[Ww]ir|Sie|uns|mich|Ihnen|würden?|wird|werden)\b|\) ?: ")

LIST = re.compile(
    rf"\b[Bb]efangen(?:[ ](?:sind|waren|ist|war))?(?:[ ]folgende[ ]\w+)?[ ]?:[ \n]{{1,2}}(?P<names>(?:Dr\.|und\b|{NAME}|[ ,\n]){{1,60}})",
    re.VERBOSE,
)
WHOSE = re.compile(r"Befangenheit[ \n](?:des|der|von)[ \n](?P<office>(?:Ober)?[Bb]ürgermeister(?:s|in)|Vorsitzenden)?")
BEFORE_VERB = re.compile(rf"(?P<person>{NAME}(?:[ ]{NAME})?)[ \n](?:\([^()\n]{{1,30}}\)[ \n])?(?:erkl|melde|zeig|hat\b|ist\b|nimmt\b|verl)")
OFFICE = re.compile(
    r"\b[Dd](?:er|ie)[ \n](?P<person>(?:Ober|Vize)?[Bb]ürgermeister(?:in)?|(?:Ausschuss)?[Vv]orsitzende|Präsident(?:in)?)\b"
    r"(?=[ \n](?:erklärt|ist|nimmt|verlässt|hat|meldet|übergibt|wegen))"
)
MEMBERS = re.compile(
    r"\b(?P<number>[Ee]ine?|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|\d{1,2})[ \n](?:\w+e[ \n])?"
    r"(?:\w*[Mm]itglied(?:er)?|\w+r(?:at|äte|ätin(?:nen)?)|Personen?)\b"
)
PRONOUN = re.compile(r"(?:Er|Sie|Dieser|Diese)[ \n]")
WORDS = {"ein": 1, "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5}


def extract(minutes: Minutes) -> Iterator[Recusal]:
    """Find the recusals of a document, item by item; a count is given only where nobody is named."""
    counted = places_of(COUNTED_WORDS, minutes.text, 0, len(minutes.text))
    for item in minutes.items:
        stated = list(_statements(minutes, item))
        yield from stated or (_counters(minutes, item) if counted else ())


def _counters(minutes: Minutes, item: AgendaItem) -> Iterator[Recusal]:
    for match in COUNTER.finditer(minutes.text, item.start, item.end):
        count = int(match["after"] or match["before"])
        if count:
            quote = minutes.quote(match.start(), match.end())
            yield Recusal(quote=quote, agenda_item=item.number, rule="counter", person=None, count=count, act="declared", statute=None)


def _statements(minutes: Minutes, item: AgendaItem) -> Iterator[Recusal]:
    text, known, done = minutes.text, set[str](), item.start
    for trigger in places_of(TRIGGERS, text, item.start, item.end):
        if trigger < done:
            continue
        start, end = sentence_at(text, trigger, item.start, item.end)
        done = end
        act = _act(text[start:end])
        named = _named(text, (start, end), trigger, item.start) if act else None
        if not act or not named or (named.person and named.person in known):
            continue
        known.add(named.person or "")
        statute = next((found.value for found in find_statutes(text, start, end)), None)
        quote = minutes.quote(min(named.start, start), end)
        yield Recusal(
            quote=quote, agenda_item=item.number, rule=named.rule, person=named.person, count=named.count, act=act, statute=statute
        )  # fmt: skip


def _act(sentence: str) -> Act | None:
    """What was done, None where the sentence reports no recusal."""
    if NO_RECUSAL.search(sentence) or COUNTER.search(sentence):
        return None
    if REASONED.search(sentence):
        return next((act for act, pattern in ACTS if pattern.search(sentence)), "declared")
    if SPOKEN.search(sentence):
        return None
    return next((act for act, pattern in UNREASONED if pattern.search(sentence)), None)


@dataclass(frozen=True, slots=True)
class Named:
    """Who is meant, and where the statement begins."""

    person: str | None
    count: int
    start: int
    rule: str


def _named(text: str, sentence: tuple[int, int], trigger: int, earliest: int) -> Named | None:
    """The persons of a statement: named in it, or by a pronoun for the one named just before, or only counted."""
    start, end = sentence
    listed = LIST.search(text, start, end)
    if listed:
        names = [name for name in re.split(r",|\bund\b", listed["names"]) if name.strip()]
        return Named(_printed(listed["names"]), len(names), start, "list") if names else None
    whose = WHOSE.search(text, start, end)
    if whose and whose["office"]:
        return Named(whose["office"], 1, start, "office")
    groups = list(find_persons(text, whose.end() if whose else start, end)) or list(find_persons(text, start, end))
    office = OFFICE.search(text, start, groups[0].start if groups else end)
    if office:
        return Named(office["person"], 1, start, "office")
    if groups:
        nearest = [group for group in groups if group.start < trigger][-1:] or groups[:1]
        return Named(_printed(text[nearest[0].start : nearest[0].end]), nearest[0].count, start, "person")
    bare = BEFORE_VERB.search(text, start, end) if REASONED.search(text, start, end) else None
    return Named(_printed(bare["person"]), 1, start, "name") if bare else _meant(text, start, end, earliest)


def _meant(text: str, start: int, end: int, earliest: int) -> Named | None:
    if PRONOUN.match(text, start) and REASONED.search(text, start, end):
        before = list(find_persons(text, sentence_at(text, start - 1, earliest, start)[0], start)) if start > earliest else []
        if not before:
            return Named(None, 1, start, "pronoun")
        return Named(_printed(text[before[-1].start : before[-1].end]), before[-1].count, before[-1].start, "pronoun")
    members = MEMBERS.search(text, start, end)
    if members:
        number = members["number"].lower()
        return Named(None, WORDS.get(number) or int(number), start, "members")
    return None


def _printed(person: str) -> str:
    return re.sub(r"\s+", " ", person).strip(" ,\n")
