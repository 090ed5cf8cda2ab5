"""Counts told of those who voted, without the nouns of a vote: "stimmten 19 Stadträte, 7 waren dagegen, 3 enthielten sich".

"Für die Vorlage stimmten 19 Stadträte"              a side, a verb, a number
"Dem Vorschlag stimmten 12 Mitglieder zu"            the verb parted
"10 Mitglieder stimmen gegen den Antrag"             the number first
"12 stimmten mit Ja, 3 mit Nein"                     the answer
"zwei Mitglieder enthielten sich"                    who abstained
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.german.numbers import COUNT, number_of
from extractors.votes.count import Count

_WHO = (
    r"(?:(?:de[rn][ \n])?(?:anwesenden?[ \n]|stimmberechtigten?[ \n])?(?:\w{0,30}(?:[Mm]itglied(?:er)?n?|[Rr][aä]t(?:e|en|in|innen)?"
    r"|[Vv]ertreter(?:innen)?|[Vv]erordneten?|Abgeordneten?|Anwesenden?|Stimmberechtigten?|Personen?|Delegierten?)))"
)
_ENDS = r"(?=[ ]?[,.;\n]|[ \n](?:und|bei)(?!\w)|$)"
_THING = r"d(?:en|ie|as|iesen|iese|ieses)[ \n][^.;:,\n]{2,80}?"
# "Für die Vorlage BV/12 stimmten 19 Stadträte", "Gegen den Antrag stimmten 5 Mitglieder"
SIDE_FIRST = re.compile(rf"(?<!\w)(?P<side>[Ff]ür|[Gg]egen)[ \n](?:{_THING}[ \n])?stimmt?en[ \n](?P<n>{COUNT})(?:[ \n]{_WHO})?{_ENDS}")
# "Dem Vorschlag stimmten 12 Mitglieder zu"
PARTED = re.compile(
    rf"(?<!\w)D(?:em|er|en)[ \n][^.;:,\n]{{2,80}}?[ \n]stimmt?en[ \n](?P<n>{COUNT})(?:[ \n]{_WHO})?[ \n](?P<side>zu){_ENDS}"
)
# "9 Stadträte stimmen für den Antrag", "7 waren dagegen", "ein Mitglied enthält sich"
_MATTER = rf"{_THING[:-1]}(?=[,.;\n]|[ \n]und[ \n]|$)"
VERB = re.compile(
    rf"""(?:
      (?P<yes> (?:stimmt?en?[ \n])?mit[ \n]Ja(?![\w-]) | stimmt?en?[ \n](?:dafür(?!\w)|zu{_ENDS}|für[ \n]{_MATTER}))
    | (?P<no> (?:stimmt?en?[ \n])?mit[ \n]Nein(?![\w-]) | (?:stimmt?en?|waren|sind|war|ist)[ \n]dagegen(?!\w)
            | stimmt?en?[ \n]gegen[ \n]d(?:en|ie|as|iesen|iese|ieses)[ \n]\w+)
    | (?P<abstain> enth(?:ie|a)lten[ \n]sich | enthält[ \n]sich | enthielt[ \n]sich)
    )""",
    re.VERBOSE,
)
# Below a title: "Für den Antrag stimmten 12 Mitglieder, …", "9 Stadträte stimmen dafür, …"
SENTENCE_OF_VOTERS = re.compile(r"(?:Für|Gegen) (?:d\w+ )?[^\n:]{0,60}stimm|\d{1,3} (?:[A-ZÄÖÜ]\w+ )?stimm?t?en ")
BEFORE = re.compile(rf"(?<![\w.,/-])(?P<n>{COUNT})(?:[ \n]{_WHO})?[ \n]$")
REACH = 60  # characters from a number to its verb
SIDES = {"für": "yes", "gegen": "no", "zu": "yes"}


def voters(text: str, start: int, end: int) -> Iterator[Count]:
    """The counts of a stretch that are told of those who voted.

    >>> told = "Für die Vorlage stimmten 19 Stadträte, 7 waren dagegen."
    >>> [(count.option, count.value) for count in voters(told, 0, len(told))]
    [('yes', 19), ('no', 7)]
    """
    if not _may_tell(text, start, end):
        return
    for form in (SIDE_FIRST, PARTED):
        for match in form.finditer(text, start, end):
            if (value := number_of(match["n"])) is not None:
                yield Count(SIDES[match["side"].lower()], value, match.start("n"), match.end(), "voters")
    for verb in VERB.finditer(text, start, end):
        floor = max(start, verb.start() - REACH)
        before = BEFORE.search(text[floor : verb.start()])
        value = number_of(before["n"]) if before else None
        if before and value is not None:
            yield Count(verb.lastgroup or "", value, floor + before.start("n"), verb.end(), "voters")


def _may_tell(text: str, start: int, end: int) -> bool:
    find = text.find
    return (
        find(" stimm", start, end) >= 0
        or find("dagegen", start, end) >= 0
        or find(" sich", start, end) >= 0
        or find(" mit Ja", start, end) >= 0
        or find(" mit Nein", start, end) >= 0
    )
