"""Statements of votes, gathered from counts and words in the order of the text; one draft is one question settled.

A new draft begins where a new subject is named or where a result would be given twice:

    "Ziffer 1: Bei 26 Ja-Stimmen, mehrheitliche Zustimmung⏎Ziffern 2 - 6: Bei 18 Ja-Stimmen …"    a new subject
    "a) einstimmig, 0 Enthaltungenb) 9 Ja-Stimmen …"                                             glued (SD.NET)
    "12 Ja, 3 Nein⏎Damit ist der Antrag angenommen."                                             one question
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.votes.boundaries import BOUNDARY, FURTHER, HEADED, LED, in_one_sentence, last_cut, sentence_cut, wraps
from extractors.votes.counts import Count
from extractors.votes.subjects import AFTER_COMMA, LEAD, SUBJECT, cleaned
from extractors.votes.tokens import Token, tokens_in
from extractors.votes.voters import SENTENCE_OF_VOTERS
from extractors.votes.words import VERDICT_NAMES, Word

SAME_RESULT = re.compile(r"\s*Ergebnis\s*")  # "Entscheidung⏎nach Antrag⏎Ergebnis⏎einstimmig" (München)
# Between what was voted on and how: "… wird nicht erteilt. (einstimmig)"
APPENDED = re.compile(r"[.!]\s?[(–-]{1,2} ?(?:Abst[\w.-]*:? ?)?(?:[Bb]ei |[Mm]it )?")
# Between the votes for one candidate and the next: "37 Ja-Stimmen für Frau Muster, 1 Stimme für Herrn Beispiel, 7 Enthaltungen"
CANDIDATE = re.compile(r"\s(?:für|auf|entfallen auf) (?:Frau|Herrn?|Dr\.|Prof\.) [^\n;:\d]{2,60}[,;]?\s{1,3}(?:und )?")
# Lines of an item's head above the sentence: "Bänke am Anger⏎Vorlage: 12/31⏎Der Antrag wird …"
LAST_SENTENCE = re.compile(r"\n(?=(?:D(?:er|ie|as|em|en)|Für d(?:en|ie|as)|Gegen d(?:en|ie|as)|Auf d(?:en|ie|as)) [^\n]*$)")
AHEAD = 6  # words and counts among which the verdict of a sentence is looked for
OPTION_LEFT = re.compile(r"(?i)\s*(?:angenommen|beschlossen|zugestimmt):\s*")  # of a form, without its cross
RESULT_AGAIN = re.compile(r"(?:[Ee]rgebnis|Abstimmung)[^\n:]{0,30}:")
COLON_LAST = re.compile(r":\s*(?:jeweils|alle|[Bb]ei|[Mm]it)?\s*\(?$")
# "zu Ziffer 1: einstimmig, zu Ziffer 2: 20 Ja": of the second point
NAMED_NEXT = re.compile(r"(?:zu )?(?:Ziff|Punkt|Pkt|Nr|TOP)[\w.]* ?\d[\w.]{0,6}:\s?(?:[Bb]ei |[Mm]it )?")
BALLOT = re.compile(r"(?:^|[\n;,])\s*\d\. Wahlgang")  # "1. Wahlgang: 20 Stimmen …⏎2. Wahlgang: …" are two elections
# Between the counts of one vote, whose labels stand in paragraphs of their own: "dafür: 18 (8 ABC)", an empty line, "dagegen: 4"
NEXT_LABEL = re.compile(r" ?(?:\([^()\n]{0,120}\))?[ .,;]*\s*(?:(?:[Mm]it|[Bb]ei|und|sowie) )?")
COUNTED = ("yes", "no", "abstain", "a", "votes", "against")
GROUP_FOLLOWS = re.compile(
    r"\s?\(?(?:de[rs]\s|von\s)?(?:Fraktion|[\w/‘'´`. -]{2,40}-?Fraktion|CDU|CSU|SPD|FDP|AfD|GRÜNEN?|Grünen?|FW"
    r"|Linke)[^,;:]{0,30}\)?,\s?(?:und\s)?$"
)


@dataclass(slots=True)
class Draft:
    """What is known of one vote while its statement is being read."""

    prefix: str
    start: int
    end: int
    counts: list[Count] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    sums: dict[str, int] = field(default_factory=dict)
    table: bool = False
    roll: bool = False
    linked: bool = False
    """A word such as "Damit" ties what follows to this vote."""
    shares: tuple[tuple[str, str, int], ...] = ()
    """Who cast how many for what, by the cells of a table: a party or member, an option, a count."""

    @property
    def first(self) -> int:
        """Where its first count or word stands, its subject left aside."""
        return min([*(count.start for count in self.counts), *(word.start for word in self.words)], default=self.start)

    def number(self, option: str) -> int | None:
        """The count of an option, summed over groups where it is given by group only."""
        return self.sums.get(option)

    def names(self) -> list[str]:
        """The names of its signal words, in order."""
        return [word.name for word in self.words]

    def has(self, *names: str) -> bool:
        """Whether one of the signals was seen."""
        return any(word.name in names for word in self.words)

    @property
    def counted(self) -> bool:
        """Whether any votes are printed."""
        return not self.sums.keys().isdisjoint(COUNTED)

    @property
    def judged(self) -> bool:
        """Whether a word says what became of the question."""
        return any(word.name in VERDICT_NAMES or word.name in ("unanimous", "majority", "rest", "agreed", "sides") for word in self.words)

    @property
    def empty(self) -> bool:
        """Whether nothing that settles a question was seen yet."""
        return not (self.counted or self.judged or self.table or self.roll)


def drafts_in(text: str, start: int, end: int, *, lines: bool = True) -> list[Draft]:
    """The votes of a stretch of text; `lines` where a line end may separate results, as in a result block."""
    tokens, amending = tokens_in(text, start, end, slashes=lines)
    drafts: list[Draft] = []
    draft = Draft("", start, start)
    done = start
    for at, token in enumerate(tokens):
        gap = text[done : token.start] if token.start > done else ""
        prefix = _opened(draft, token, gap, text, lines=lines)
        if prefix is None and isinstance(token, Count) and draft.has(*VERDICT_NAMES) and "." in gap:
            prefix = _of_next_sentence(draft, token, gap, text, tokens[at + 1 : at + 1 + AHEAD])
        if prefix is not None:
            drafts.append(draft)
            draft = Draft("", token.start - len(prefix), token.start - len(prefix))
        if draft.empty:
            draft.prefix += prefix if prefix is not None else gap
        _add(draft, token)
        done = max(done, token.end)
    drafts.append(draft)
    drafts = [draft for draft in drafts if not draft.empty]
    _amend(drafts, amending, text, lines=lines)
    return [_trimmed(draft, text) for draft in drafts]


def _amend(drafts: list[Draft], amending: list[Word], text: str, *, lines: bool) -> None:
    """Give "geändert", "mit Änderungen" to the vote whose subject or sentence holds it; in running text only beside the verdict."""
    for word in amending:
        owner = next((draft for draft in reversed(drafts) if draft.start <= word.start), None)
        if owner is None or not (
            lines or any(-60 < verdict.start - word.end < 40 for verdict in owner.words if verdict.name in VERDICT_NAMES)
        ):
            continue
        if word.start < owner.end or not BOUNDARY.search(text, owner.end, word.start) or wraps(text, owner.end, word.start):
            owner.words.append(word)
            owner.end = max(owner.end, word.end) if word.start - owner.end < 60 else owner.end


def _opened(draft: Draft, token: Token, gap: str, text: str, *, lines: bool) -> str | None:
    """The words before a token that begins a vote of its own; None where it belongs to the draft."""
    if (
        draft.empty
        or (_belongs(draft, token) and not (BALLOT.search(gap) or ("\n\n" in gap and draft.counted and draft.has(*VERDICT_NAMES))))
        or (APPENDED.fullmatch(gap) and not draft.counted and not draft.has("unanimous", "majority") and not _verdict_of_its_own(token))
        or (CANDIDATE.fullmatch(gap) and isinstance(token, Count) and token.option in ("votes", "abstain", "other"))
        or (LED.match(gap) and _verdict_of_its_own(token) and not draft.has(*VERDICT_NAMES))
        or (SAME_RESULT.fullmatch(gap) and not draft.counted and not draft.has("unanimous", "majority"))
    ):
        return None
    conflict = _conflicts(draft, token)
    if (conflict or draft.prefix.strip()) and (comma := AFTER_COMMA.search(gap)) and (conflict or NAMED_NEXT.fullmatch(gap, comma.end())):
        return gap[comma.end() :]
    cut = last_cut(gap, text, token.start - len(gap), lines=lines)
    if cut is None:
        alone = not _one_of_several(draft, token, gap) if isinstance(token, Count) else token.name in ("table", "roll")
        return gap if conflict and alone else None
    kind, at = cut
    prefix = gap[at:]
    fresh = kind == "line" and draft.has(*VERDICT_NAMES) and not gap[:at].strip(" .;\n") and cleaned(prefix)[:1].isupper()
    if kind == "paragraph" and not conflict and _counts_on(draft, token, gap):
        return None
    begins = conflict or fresh or _names_another(draft, prefix)
    begins = begins or (kind == "paragraph" and (not _completes(draft, token) or HEADED.search(gap) is not None))
    return prefix if begins else None


def _of_next_sentence(draft: Draft, token: Count, gap: str, text: str, coming: Sequence[Token]) -> str | None:
    """The words before a count of another question: "… lehnte er ab. Bei drei Enthaltungen stimmte er dem Haushalt zu."."""
    at = sentence_cut(gap, text, token.start - len(gap))
    verdict = next((word for word in coming if _verdict_of_its_own(word)), None) if at is not None else None
    judged = verdict is not None and in_one_sentence(text, token.end, verdict.start)
    dissents = token.option == "no" and token.value > 0 and draft.has("unanimous")
    return gap[at:] if at is not None and (judged or dissents) else None


def _verdict_of_its_own(token: Token) -> bool:
    return isinstance(token, Word) and token.name in VERDICT_NAMES


def _belongs(draft: Draft, token: Token) -> bool:
    """Whether a token is tied to the draft: "Damit …" with the verdict after it, the candidates of one election."""
    if isinstance(token, Word):
        return token.name == "consequence" or (draft.linked and not draft.has(*VERDICT_NAMES))
    return draft.number("votes") is not None and {token.option, *draft.sums} <= {"votes", "abstain"}


def _counts_on(draft: Draft, token: Token, gap: str) -> bool:
    """Whether a count of another option follows the counts of the draft with nothing between them."""
    same = isinstance(token, Count) and token.option not in draft.sums and token.option in ("yes", "no", "abstain")
    return same and bool(draft.counts) and draft.counts[-1].end == draft.end and NEXT_LABEL.fullmatch(gap) is not None


def _names_another(draft: Draft, prefix: str) -> bool:
    """Whether the words before a token name a subject, or a result once more ("Beratungsergebnis:"), or go on ("Darüber hinaus")."""
    if OPTION_LEFT.fullmatch(prefix):
        return False
    if SUBJECT.match(LEAD.sub("", prefix.lstrip())) or (COLON_LAST.search(prefix) and cleaned(prefix)):
        return True
    return bool((draft.judged and draft.counted and RESULT_AGAIN.search(prefix)) or FURTHER.match(prefix))


def _conflicts(draft: Draft, token: Token) -> bool:
    """Whether the draft already says what the token says."""
    if isinstance(token, Count):
        return token.option in COUNTED and draft.number(token.option) is not None
    if token.name in ("table", "roll"):
        return True
    if token.name == "sides":
        return draft.has("sides")
    if token.name in ("unanimous", "majority"):
        return draft.has("unanimous", "majority", *VERDICT_NAMES)
    return token.name in VERDICT_NAMES and draft.has(*VERDICT_NAMES)


def _completes(draft: Draft, token: Token) -> bool:
    """Whether the token gives what the draft still lacks: counts to a word, a word to counts."""
    if isinstance(token, Count):
        return not draft.counted
    return not draft.has("sides") if token.name == "sides" else not draft.judged


def _one_of_several(draft: Draft, token: Count, gap: str) -> bool:
    """Whether the same option is counted group by group: "1 Enthaltung der CDU-Fraktion, 2 Enthaltungen der FDP-Fraktion"."""
    return bool(draft.counts) and draft.counts[-1].option == token.option and GROUP_FOLLOWS.match(gap) is not None


def _add(draft: Draft, token: Token) -> None:
    if isinstance(token, Count):
        draft.counts.append(token)
        draft.sums[token.option] = draft.sums.get(token.option, 0) + token.value
    elif token.name == "table":
        draft.table = True
    elif token.name == "roll":
        draft.roll = True
    else:
        draft.words.append(token)
        draft.linked = draft.linked or (token.name == "consequence")
    draft.end = max(draft.end, token.end)


def _trimmed(draft: Draft, text: str) -> Draft:
    """The draft with the span that is quoted: from its subject, or from the words that lead to its first token, to its end."""
    if (line := LAST_SENTENCE.search(draft.prefix)) and not draft.prefix[: line.start()].rstrip().endswith(":"):
        draft.prefix = draft.prefix[line.end() :]
    first = draft.first
    if draft.prefix.endswith("\n") and SENTENCE_OF_VOTERS.match(text, first) and not draft.prefix.rstrip().endswith(":"):
        draft.prefix = ""
    if draft.table or draft.roll:
        first = draft.start + len(draft.prefix)
    lead = re.search(r"(?:(?:Bei|bei|Mit|mit)\s)?\(?$", text[max(0, first - 6) : first])
    named = cleaned(draft.prefix)
    place = text.rfind(named[:20], max(0, first - len(draft.prefix) - 2), first) if named and len(named) <= 120 else -1
    draft.start = place if place >= 0 else first - (len(lead[0]) if lead else 0)
    if text[draft.start : draft.end].count("(") > text[draft.start : draft.end].count(")") and text[draft.end : draft.end + 1] == ")":
        draft.end += 1
    return draft
