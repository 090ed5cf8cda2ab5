"""Terms by their noun: "Frist für Bericht und Antrag bis 3. April 2030", "die Frist zur Umsetzung wird bis Ende 2031 verlängert".

Only of what has to be done: terms for objections, offers, contracts and remedies are none. That a term was set or extended may be
told in the perfect: it runs all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.deadlines.finding import Found, Sentence
from extractors.text.german.dates import find_dates

_DONE = (
    r"(?:Bericht\w*|Antrag(?:stellung)?|Beantwortung|Antwort|Berichterstattung|Umsetzung|Erledigung|Erfüllung|Vorlage|Vorlegung"
    r"|Fertigstellung|Erstellung|Erarbeitung|Ausarbeitung|Überarbeitung|Bearbeitung|Behandlung|Prüfung|Stellungnahme|Vollzug|Realisierung"
    r"|Ausführung|Durchführung|Abrechnung|Sanierung|Planung)"
)
TERM = re.compile(
    rf"""(?:
        \b[Ff]rist(?:erstreckung|verlängerung)?[ ](?:\([^)]{{1,20}}\)[ ])?(?:für|zur|zum)[ ](?:d(?:en|er|es|ie|as)[ ]|eine[rn]?[ ])?
            (?:[a-zäöü]\w+[ ])?(?:{_DONE}|Motion|Postulats?)\b
      | \b(?:Umsetzungs|Bearbeitungs|Erledigungs|Antwort|Berichts|Behandlungs|Fertigstellungs|Vollzugs|Vorlage)frist\b
      | \bFrist(?:erstreckung|verlängerung)\b
    )[^.;:€]{{0,120}}?(?P<until>[ ]bis(?:[ ](?:spätestens|einschließlich|zum|am|auf|Ende|Mitte|Anfang|den)){{0,3}})[ ]$""",
    re.VERBOSE,
)
BEFORE = 260  # characters from the noun to its date


def terms(sentence: Sentence) -> Iterator[Found]:
    """The terms of a sentence that their noun shows to be duties."""
    if "rist" not in sentence.text:
        return
    for found in find_dates(sentence.text, max(0, sentence.cues["dated"]), len(sentence.text), sentence.reference):
        before = sentence.text[max(0, found.start - BEFORE) : found.start]
        term = TERM.search(before)
        if term is not None and found.precision != "season":
            start = found.start - len(before) + term.start("until") + 1
            yield Found(start, found.end, "term", {"kind": "due", "date_to": found.date_to, "precision": found.precision})
