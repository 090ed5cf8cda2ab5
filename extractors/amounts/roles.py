"""What part a sum plays in a sentence: read from the words right before it, else from the nearest cue around it.

    "wird von 500 € um 100 € auf 600 € erhöht"   baseline, increase, target_total
    "ein Zuschuss von 500 € wird gewährt"        appropriation

Sources: Karlsruhe, Leipzig, Dresden, Köln, Linz, Zürich (see the survey of forms, parts 2.1 and 2.2).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Literal

from extractors.amounts.surroundings import Surroundings

Role = Literal[
    "appropriation",
    "increase",
    "decrease",
    "target_total",
    "baseline",
    "revenue",
    "cost",
    "cover",
    "saving",
    "price",
    "limit",
    "share",
    "stock",
]
# Words right before a sum that decide: what was before, a sign.
BEFORE: tuple[tuple[re.Pattern[str], Role], ...] = (
    (
        re.compile(
            r"\b(?:bereits[ ]genannten|schon[ ]bestehenden|bisher(?:ige[nr]?)?|derzeit(?:ige[nr]?)?|statt|anstatt|gegenüber|zuvor"
            r"|ausgehend[ ]von|(?:war|waren|waren[ ]es)[ ]noch|vorgestellten)[ ](?:\w+[ ]){0,4}$"
        ),
        "baseline",
    ),
    (re.compile(r"\+[ ]?$|\bweitere[nrs]?[ ](?:\w+\.?[ ])?$"), "increase"),
    (re.compile(r"\b(?:[Dd]avon|[Hh]iervon)[ ](?:\w+[ ]){0,2}$"), "share"),
)
FROM_BEFORE, TO_AFTER = re.compile(r"\bvon[ ](?:\w+[ ]){0,2}$"), re.compile(r"[^.;]{0,25}\b(?:auf|um)[ ](?:\w+[ ]){0,2}$")
TO_BEFORE = re.compile(r"(?<!sich[ ])\bauf[ ](?:\w+\.?[ ]){0,2}$")
# "auf 500 € geschätzt" is what a thing costs, "auf 500 € festgesetzt" what its noun says, "auf 500 € begrenzt" a limit.
NO_TARGET_AFTER = re.compile(r"[^.;]{0,30}\b(?:geschätzt|beziffert|kalkuliert|festgesetzt|festgelegt)")
LIMITED_AFTER = re.compile(r"[^.;]{0,30}\b(?:begrenzt|beschränkt|gedeckelt|limitiert)")
BY_BEFORE = re.compile(r"\bum[ ](?:\w+[ ]){0,2}$")
RAISED = re.compile(r"[Ee]rhöh|[Aa]ngehoben|anzuheben|[Aa]ufgestockt|aufzustocken|[Aa]ufstock|\bsteig|angestiegen|[Ee]rweiter")
LOWERED = re.compile(r"[Rr]eduz|[Gg]ekürzt|[Kk]ürz|[Gg]esenkt|[Ss]enk|[Vv]erring|[Gg]emindert|[Mm]inder|herabgesetzt|[Ee]rmäßig")
CHANGES: tuple[tuple[Role, re.Pattern[str]], ...] = (("increase", RAISED), ("decrease", LOWERED))
# At most: a limit, unless a noun says what else the sum is.
LIMIT = re.compile(r"\b(?:bis[ ]zu|[Mm]aximal|[Mm]ax\.|[Hh]öchstens|[Mm]indestens|nicht[ ]mehr[ ]als)[ ](?:[\w.€]+[ ]){0,3}$")
ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (
        re.compile(
            r"Deckung|[Gg]edeckt|Gegenfinanz|Minderauszahlung|Mehreinzahlung|Minderausgabe|Minderaufwend|Mehreinnahme|Mehrertr|Liquiditätsreserve|[Ee]ntnahme|[Ee]ntnommen"
            r"|aus[ ](?:der|den)[ ]\w*[Rr]ücklage"
        ),
        "cover",
    ),
    (re.compile(r"Einspar|einzusparen|[Ee]ingespart"), "saving"),
    (re.compile(r"Kürz|kürz|[Rr]eduz|Minderung|minder[nt]|[Ss]enk|abzgl|[Vv]erring|[Gg]estrichen|Abzug|abzüglich"), "decrease"),
    (re.compile(r"[Ee]rhöh|Aufstock|aufgestockt|aufzustocken|[Zz]usätzlich|Zuführung|Mehrbedarf|Kapitalrücklage"), "increase"),
    (
        re.compile(
            r"(?:Erträgen?|Ertrag|[Ee]innahmen?|[Ee]inzahlungen?|[Ee]rlösen?)[ ]aus[ ](?:de[rmn][ ])?[\w-]+"
            r"|Erträge|Ertrag\b|[Ee]innahme|[Ee]inzahlung|Erbbauzins|[Ee]rlös|Fördermittel|Zuwendung|Spende|Schenkung|Darlehen|Kreditaufnahme|Bußgeld"
        ),
        "revenue",
    ),
    (re.compile(r"[Oo]bergrenze|Wertgrenze|Kostenrahmen|[Mm]aximal|[Hh]öchst|Kostendeckel|Limit|Vergabevorbehalt|Kreditrahmen"), "limit"),
    (
        re.compile(
            r"preis|Preis|[Gg]ebühr|[Ee]ntgelt|Eintritt|[Mm]iete|[Hh]onorar|[Tt]arif|\bBeitrag|[a-z]beitrag\b|Steuersatz"
            r"|Steuer[ ]beträgt|[Rr]estbuchwert|[Pp]acht|[Pp]auschale|Umlage\b|[Kk]urabgabe|Stundensatz|Ankauf|karten?\b|\bTickets?\b"
        ),
        "price",
    ),
    (re.compile(r"[Tt]eilbetrag|[Aa]nteil"), "share"),
    (
        re.compile(
            r"Verlust|[Gg]ewinn|[Üü]berschuss|[Ff]ehlbetrag|[Ss]chulden|Bilanzsumme|Jahresergebnis|[Üü]berdeckung|[Uu]nterdeckung"
            r"|Eigenkapital|Vermögen|werte\b"
        ),
        "stock",
    ),
    (
        re.compile(
            r"[Bb]ereit(?:zu)?stell|[Bb]ereitgestellt|\berhält\b|\berhalten\b|[Ee]ingeplant|[Ee]inzuplanen|vorzusehen|veranschlagt"
            r"|aufgenommen|[Gg]ewähr|[Ss]ubvention|[Bb]eihilfe|Verpflichtungsermächtigung"
            r"|zur[ ]Verfügung|[Ee]inzustellen|[Ee]instellung|[Ee]ingestellt|[Hh]aushaltsmittel"
            r"|\b[Mm]ittel\b|[Zz]uschuss|[Zz]uschüsse"
            r"|[Ff]örder|[Bb]ewillig|[Gg]enehmig|planmäßig|[Vv]erpflichtungskredit|Kredit\b|Auszahlung|[Pp]rämi|freigegeben|Sperrvermerk"
        ),
        "appropriation",
    ),
    (
        re.compile(
            r"[Kk]osten|[Aa]ufw[ae]nd|[Aa]usgabe|[Aa]uftrags?(?:summe|wert|volumen)"
            r"|[Vv]erg[ae]b|[Ii]nvestition|Angebot"
        ),
        "cost",
    ),
)


def role_of(around: Surroundings) -> Role:
    """What part a sum plays: the words right before it decide, else the nearest cue around it, else one of its whole sentence."""
    before = around.before
    for pattern, role in BEFORE:
        if pattern.search(before[-60:]):
            return role
    if changed := _of_change(around):
        return changed
    near = _near(around, min(len(before), 160), min(len(around.after), 80))
    if near in (None, "cost") and LIMIT.search(before[-40:]):
        return "limit"
    if near:
        return near
    of_leads: list[Role] = [told for lead in around.leads if (told := _of_lead(lead))]
    return _near(around, min(around.start, 300), min(len(around.text) - around.end, 200)) or (of_leads[0] if of_leads else "cost")


def _of_change(around: Surroundings) -> Role | None:
    """As in "von 500 € um 100 € auf 600 € erhöht"."""
    before, after = around.before[-30:], around.after
    if FROM_BEFORE.search(before) and (around.holds_another or (TO_AFTER.fullmatch(after) and around.following)):
        return "baseline"
    if BY_BEFORE.search(before):
        rest = around.text[around.end : around.end + 160]
        hits = [(match.start(), role) for role, words in CHANGES if (match := words.search(rest))]
        return min(hits)[1] if hits else _of_change_before(around)
    if TO_BEFORE.search(before) and not NO_TARGET_AFTER.match(after):
        return "limit" if LIMITED_AFTER.match(after) else "target_total"
    return None


def _of_change_before(around: Surroundings) -> Role | None:
    """As in "Erhöhung des Zuschusses um 500 €"."""
    words = around.text[max(0, around.start - 160) : around.start]
    hits = [(match.start(), role) for role, pattern in CHANGES for match in pattern.finditer(words)]
    return max(hits)[1] if hits else None


def _near(around: Surroundings, before: int, after: int) -> Role | None:
    """The role of the last cue in some characters before a sum, else of the first one after it."""
    cues, start, end = _cues(around.clause or around.text), around.offset + around.start, around.offset + around.end
    first = bisect_left(cues, (start - before, 0, 0))
    earlier = cues[first : bisect_left(cues, (start, 0, 0), first)]
    last = max(((each_end, -rank) for _, each_end, rank in earlier if each_end <= start), default=None)
    if last:
        return ROLES[-last[1]][1]
    at = bisect_left(cues, (end, 0, 0))
    return ROLES[cues[at][2]][1] if at < len(cues) and cues[at][1] <= end + after else None


@lru_cache(maxsize=64)
def _cues(words: str) -> list[tuple[int, int, int]]:
    """Where words of a sentence begin and end that tell a role, with its rank; asked once for all sums of the sentence."""
    return sorted((*match.span(), rank) for rank, (pattern, _) in enumerate(ROLES) for match in pattern.finditer(words))


def _of_lead(lead: str) -> Role | None:
    """The role of the last cue of a lead."""
    cues = _cues(lead)
    return ROLES[max(cues, key=lambda cue: (cue[1], -cue[2]))[2]][1] if cues else None
