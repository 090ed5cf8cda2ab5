"""Which part of an agenda item a sentence stands in: the proposal, the decision, the vote, the reasoning, a speech.

The section decides more errors than any pattern: money from the debate is never money of the decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.minutes import Section, SectionKind

# Longer labels first. Sources: ../notes; counts are Karlsruhe's 5,427 decision blocks.
LABELS: tuple[tuple[SectionKind, str], ...] = (
    ("vote", r"(?:Abstimmungsergebnis(?:se)?|Beratungsergebnis|Abstimmung|Ergebnis der Abstimmung|Abst\.-Erg\.)(?: TOP [\d. ]+)?"),
    ("proposal", r"Beschluss(?:vorschlag|vorschläge|antrag|empfehlung|entwurf)|Antrag an den Gemeinderat|Die [A-ZÄÖÜ]\w+ möge beschließen"),
    ("resolution", r"(?:[Gg]eänderter |Ergebnis/)?Beschl(?:uss|uß|üsse)(?:text)?(?: \w+)?"),
    ("reasoning", r"Begründung|Sachverhalt|Sachdarstellung|Finanzielle Auswirkungen|Ergänzende Erläuterungen|Erläuterungen?|Anlagen?(?:\(n\))?"),
    ("debate", r"(?:Wort)?[Pp]rotokoll|Beratung(?:sverlauf)?|Diskussion|Aussprache|Wortmeldungen"),
    ("note", r"Protokollnotiz|Protokollvermerk|Bemerkung(?:en)?|Hinweis"),
)  # fmt: skip
HEADING = re.compile("|".join(rf"(?P<{kind}>^(?:{form})(?: ?:|(?= *$)))" for kind, form in LABELS), re.MULTILINE)
# "Stadträtin Mayer (GRÜNE):", "Der Vorsitzende ruft …", "Oberbürgermeister Dr. X:"
SPEECH = re.compile(
    r"^(?:(?:Stadtr(?:at|ätin)|Bürgermeister(?:in)?|Oberbürgermeister(?:in)?|Beigeordneter?|Ratsmitglied|Herr|Frau)\b[^\n:]{2,70}(?:\([^)\n]{1,40}\))? ?:(?= )"
    r"|D(?:er|ie) Vorsitzende\b)",
    re.MULTILINE,
)


def sections_of(text: str, start: int, end: int) -> Iterator[Section]:
    """Divide a stretch of the shadow into sections; they follow each other without gap from `start` to `end`."""
    cuts: list[tuple[int, SectionKind, str | None]] = [(start, "header", None)]
    for match in HEADING.finditer(text, start, end):
        kind: SectionKind = match.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
        cuts.append((match.start(), kind, match[0].rstrip(" :")))
    cuts += [(match.start(), "debate", None) for match in SPEECH.finditer(text, start, end)]
    cuts.sort(key=lambda cut: cut[0])
    for (at, kind, label), following in zip(cuts, [*(cut[0] for cut in cuts[1:]), end], strict=True):
        if following > at:
            yield Section(kind, at, following, label)
