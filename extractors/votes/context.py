"""What the resolution of an item adds to its votes: a recommendation to another body, a changed text, an order of counts that nobody told.

"Der Ausschuss empfiehlt dem Rat … / Abstimmungsergebnis: einstimmig"        recommended
"Geänderter Beschluss: … / Abstimmungsergebnis: einstimmig"                  adopted_amended
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.text.advice import advises, decides, decides_in
from extractors.text.german.phrases import BODY
from extractors.text.minutes import AgendaItem, Minutes, Section
from extractors.votes.drafts import Draft
from extractors.votes.merging import Reading
from extractors.votes.outcomes import Result
from extractors.votes.words import VERDICT_NAMES

AMENDED_RESOLUTION = re.compile(
    r"[Gg]eänderte[rn]? (?:Beschl|Fassung)|Beschlu(?:ss|ß) \((?:ab)?(?:geändert|ergänzt|modifiziert)"
    r"|in (?:der )?(?:geänderter|ergänzter|modifizierter|abgeänderter)n? (?:Form|Fassung)"
    r"|unter (?:Berücksichtigung|Einbeziehung) de[sr] (?:Änderungs|Ergänzungs)antr"
    r"|ergänzt (?:durch|um) (?:den|die|das) \w*(?:[Aa]ntrag|Ziffer|Punkt)|mit folgenden? (?:Änderung|Ergänzung)"
)
# A resolution that takes note and does nothing else; "zugestimmt" beneath it agrees to taking note where the chair calls it so.
TAKES_NOTE = re.compile(rf"D(?:er|ie|as) {BODY.replace('[ ]', ' ')} (?:nimmt|nehmen)(?!\w)[^.;]{{0,400}}?Kenntnis(?!\w)")
DOES_MORE = re.compile(
    r"(?<!\w)(?:beschlie(?:ß|ss)t|stimm(?:t|en)|beauftragt|genehmigt|billigt|ermächtigt|empf(?:iehlt|ehlen|ohlen)|befürwortet"
    r"|bittet|gebeten|erteilt|wählt|beruft|bestellt|benennt|setzt|fordert|spricht|legt|hebt|trifft|fasst|stellt|sorgt)(?!\w)"
)
NOTED_SO = re.compile(r"(?:Zurk|K)enntnisnahme")
CLOSING = 1500  # characters of a debate in which the chair puts the question
ELECTS = re.compile(r"(?<!\w)(?:wählt|wählen|gewählt)(?!\w)")
# "Der Gemeinderat wählt auf Vorschlag des Ortschaftsrats …": what "einstimmig zugestimmt" beneath it agrees to
ELECTS_FIRST = re.compile(
    rf"[\s:*_]{{0,8}}(?:\d[.)] )?D(?:er|ie|as) {BODY.replace('[ ]', ' ')} (?:[\w.-]+ ){{0,8}}?wähl(?:t|en)(?!\w)(?! den Weg)"
)
# "Auf Vorschlag der ABC-Fraktion wird Frau Muster als Mitglied in den Bauausschuss gewählt."
ELECTED_LAST = re.compile(r"(?<!\w)(?:wird|werden) [^;]{2,300}?(?:wieder)?gewählt[.\s]*\Z")
# "… die notwendige Mehrheit fehlt. Folglich ist Herr Muster nicht gewählt.": before any other count
NOT_ELECTED = re.compile(r"(?:(?!\d{1,3}[ x]{1,3}(?:Ja|Nein|Stimmen))[\s\S]){0,320}?(?<!\w)nicht gewählt(?!\w)")
TOLD_WITHIN = 340
# "Bauausschuss Entscheidung⏎03.12.2031⏎Sitzung des Bauausschusses ungeändert beschlossen" (ALLRIS): the row names the body's part
OF_ROLE = re.compile(
    r"(?<!\w)(?:Entscheidung|Beschlussfassung)(?!\w)"
    r"(?:(?!Vorberatung|Empfehlung|Entscheidung|Beschlussfassung)[^.;:!?]|\.(?=\d)){0,200}\Z"
)
ROLE_WITHIN = 220
# "Herr Muster beantragt die Verweisung in den Bauausschuss.", right below it "Abstimmung: Mehrheitlich beschlossen" (Stralsund)
MOVED_LAST = re.compile(
    r"(?:\A|\n|[.!?] )[^\n.;:!?]{2,80} (?:beantrag(?:t|te|en|ten)|stell(?:t|te|en|ten) [^\n.;:]{0,60}Antrag auf)(?!\w)[^\n.;:]{0,120}?"
    r"(?<!\w)(?P<what>Verweisung|Überweisung|Rücküberweisung|Vertagung|Zurückstellung|Absetzung)(?!\w)(?:[^\n.;:]|\.(?=\d)){0,160}\.\s*\Z"
)
MOVED_TO = {"Verwe": "referred", "Überw": "referred", "Rückü": "referred", "Verta": "postponed", "Zurüc": "postponed", "Abset": "removed"}
MOVED_WITHIN = 420
BARE_RESULT = re.compile(r"(?<!\w)Ergebnis:\s*$")
SENTENCE = 160  # characters in which a sentence goes on behind its votes
OPENING = 400  # characters of a resolution that tell of its changes


def in_context(minutes: Minutes, item: AgendaItem, found: list[Reading]) -> list[Reading]:
    """The votes of an item with what its resolutions say of them."""
    resolutions = list(item.sections_of("resolution"))
    proposals = list(item.sections_of("proposal"))
    voted = [*resolutions, *(one for one in proposals if not resolutions or "mpfehlung" in (one.label or ""))]
    advice = [section for section in voted if advises(minutes, section)]
    amended = any(AMENDED_RESOLUTION.search(minutes.text, one.start, min(one.end, one.start + OPENING)) for one in resolutions)
    undecided = not resolutions and not proposals
    unsaid = all(one.result.outcome == "unknown" for one in found)
    noted = _only_noted(minutes, item, resolutions)
    chosen = any(_only_elects(minutes.text, one) for one in resolutions)
    elects = any(ELECTS.search(minutes.text, one.start, min(one.end, one.start + OPENING)) for one in resolutions)

    def seen(one: Reading) -> Reading:
        if undecided and _nothing_said(minutes.text, one.statement.draft):
            return replace(one, result=Result("unknown", flags=("counts_order_unknown",), rule=one.result.rule))
        one = _ballot(minutes.text, one, elects=elects)
        # of groups only, as in "Zustimmung: ABC / Ablehnung: XYZ" below a resolution
        outcome = "adopted" if one.statement.draft.has("sides") and resolutions and unsaid else one.result.outcome
        if one.subject.kind in ("amendment", "procedure", "election"):
            return one
        if chosen and outcome == "adopted" and one.bare:
            return replace(one, subject=replace(one.subject, kind="election"), result=replace(one.result, outcome="elected"))
        if noted and outcome == "adopted" and one.bare:
            return replace(one, result=replace(one.result, outcome="noted"))
        if outcome == "adopted" and one.bare and (moved := _moved_above(minutes.text, item, one)):
            return replace(one, result=replace(one.result, outcome=moved))
        if amended and outcome == "adopted" and one.bare:
            outcome = "adopted_amended"
        if advice and not _decided(minutes, one, voted):
            outcome = _as_advice(outcome)
        return replace(one, result=replace(one.result, outcome=outcome))

    return [seen(one) for one in found]


def _only_noted(minutes: Minutes, item: AgendaItem, resolutions: list[Section]) -> bool:
    """Whether the resolution only takes note, and the chair puts it to the vote as that: "Wir kommen zur Kenntnisnahme."."""
    text = minutes.text
    if len(resolutions) != 1 or not TAKES_NOTE.search(text, resolutions[0].start, resolutions[0].end):
        return False
    told = [section for section in item.sections if section.kind in ("debate", "other", "note", "header")]
    return not DOES_MORE.search(text, resolutions[0].start, resolutions[0].end) and any(
        NOTED_SO.search(text, max(one.start, one.end - CLOSING), one.end) for one in told
    )


def _only_elects(text: str, resolution: Section) -> bool:
    start = resolution.start + len(resolution.label or "")
    if ELECTS_FIRST.match(text, start, resolution.end):
        return True
    return resolution.end - start < OPENING and ELECTED_LAST.search(text, start, resolution.end) is not None


def _ballot(text: str, one: Reading, *, elects: bool) -> Reading:
    """An election, where the resolution or the words behind the counts tell how it ended."""
    if one.result.outcome == "unknown" and one.subject.kind == "election" and elects:
        return _elected(one)
    if one.result.outcome in ("adopted", "unknown") and _not_elected(text, one.statement.draft):
        return replace(one, subject=replace(one.subject, kind="election"), result=replace(one.result, outcome="rejected"))
    return one


def _elected(one: Reading) -> Reading:
    """An election in which one candidate has more votes than all others: "20 Stimmen für Herrn A, 27 Stimmen für Frau B"."""
    cast = [count.value for count in one.statement.draft.counts if count.option == "votes"]
    if cast and 2 * max(cast) > sum(cast):
        return replace(one, result=replace(one.result, outcome="elected", yes=max(cast)))
    if one.statement.draft.has("unanimous"):
        return replace(one, result=replace(one.result, outcome="elected", no=0))
    return one


def _not_elected(text: str, draft: Draft) -> bool:
    """Whether the votes of a ballot did not suffice: "Folglich ist Herr Muster nicht gewählt.", told behind its counts."""
    if not draft.counted or any(word.name in VERDICT_NAMES for word in draft.words):
        return False
    return NOT_ELECTED.match(text, draft.end, draft.end + TOLD_WITHIN) is not None


def _as_advice(outcome: str) -> str:
    return "not_recommended" if outcome == "rejected" else outcome.replace("adopted", "recommended")


def _decided(minutes: Minutes, one: Reading, sections: list[Section]) -> bool:
    """Whether what a vote is about is decided, where something else of the item is advice ("zu a) Der Ausschuss beschließt …")."""
    draft, section = one.statement.draft, one.statement.section
    if one.statement.zone == "row" and OF_ROLE.search(minutes.text, max(0, draft.start - ROLE_WITHIN), draft.start):
        return True
    if section is not None and section.kind != "vote":
        return decides_in(minutes.text[draft.start : draft.end + SENTENCE].split("\n\n")[0].split(". ")[0])
    above = max((section for section in sections if section.start < draft.start), key=lambda section: section.start, default=None)
    return above is not None and decides(minutes, above)


def _moved_above(text: str, item: AgendaItem, one: Reading) -> str | None:
    """What the sentence right above a block of votes moves: "Frau Muster beantragt die Verweisung in den Bauausschuss."."""
    section = one.statement.section
    if one.statement.zone != "block" or section is None or section.label is None:
        return None
    moved = MOVED_LAST.search(text, max(item.start, section.start - MOVED_WITHIN), section.start)
    return MOVED_TO[moved["what"][:5]] if moved else None


def _nothing_said(text: str, draft: Draft) -> bool:
    """Whether a bare pair stands for itself ("Ergebnis: 21:9"): of what, and which side was Yes, is not printed."""
    pair = draft.number("a") is not None and not draft.words
    return pair and BARE_RESULT.search(text, max(0, draft.start - 12), draft.start) is not None
