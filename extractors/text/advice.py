"""Whether a resolution only advises another body: what a committee votes on is a recommendation then, and no decision.

"Der Ausschuss empfiehlt dem Rat, die Satzung zu beschließen."                     it says so
"Der Gemeinderat möge beschließen: …" in the minutes of a Stadtsenat               another body is to decide (Austria, Hesse)
"Der Antrag … wird dem Gemeinderat zur Beschlussfassung vorgelegt."                it goes on to another body
"""

from __future__ import annotations

import re

from extractors.text.german.phrases import BODY
from extractors.text.minutes import Minutes, Section

# Bodies that recommendations go to.
_TO = (
    r"(?:(?:Stadt|Gemeinde|Marktgemeinde|Samtgemeinde|Verbandsgemeinde)?[Rr]at|(?:Kreis|Bezirks|Regions)tag|Haupt\w+|\w*[Aa]usschuss"
    r"|(?:Stadtverordneten|Bezirksverordneten|Rats|Gemeinde|Verbands|Bürger|Regional)\w*versammlung|(?:Gemeinde|Stadt|Bezirks)vertretung"
    r"|(?:Stadt)?[Ss]enat|Bürgerschaft|Magistrat|Plenum|Parlament)(?:e?s)?(?!\w)"
)
RECOMMENDS = re.compile(
    rf"empf(?:iehlt|ehlen|ohlen)(?!\w)(?:(?:[^.;:]{{0,120}}? (?:de[mrn]|an den|an die) (?:\w+ )?| ){_TO}"
    r"|(?:(?!Vertret|Gesellschaft|Aufsichts)[^.;:]){0,160}?(?:zu beschließen|zuzustimmen|anzunehmen|zu genehmigen|zu erlassen"
    r"|folgenden Beschluss|(?:die|zur) (?:Annahme|Zustimmung)))"
    rf"|de[mrn] (?:\w+ )?{_TO}[^.;:]{{0,60}}? (?:empfohlen|zu empfehlen)(?!\w)"
    r"|(?<!\w)Empfehlung an (?:den|die)(?!\w)|Beschlussempfehlung:"
)
# What is only prepared: "Der Entwurf wird dem Gemeinderat zur Beschlussfassung vorgelegt." (Austria, Hesse); "vorzulegen" is a duty.
PASSED_ON = re.compile(
    rf"(?<!\w)(?:wird|werden) [^.;:]{{0,120}}?(?<!\w)(?:de[mr] |an den |an die )(?:\w+ )?{_TO}[^.;:]{{0,60}}? (?:zur|mit der Bitte um)"
    r" (?:endgültige[nr]? |weiteren )?(?:Beschluss(?:fassung)?|Genehmigung|Entscheidung) (?:vorgelegt|weitergeleitet|zugeleitet)"
)
# Bodies that prepare what others decide, and whose minutes print what those are to decide.
PREPARES = re.compile(r"(?i)ausschu(?:ss|ß)|beirat|kommission|senat|magistrat|ortsrat|ortschaftsrat|bezirksrat|bezirksvertretung|vorstand")
_WHOLE = (
    r"(?:(?:Stadt|Gemeinde|Marktgemeinde|Samtgemeinde|Verbandsgemeinde)?[Rr]at|Kreistag|Stadtverordnetenversammlung|Ratsversammlung"
    r"|Gemeindevertretung|Stadtvertretung|Bürgerschaft|Verbandsversammlung)"
)
# "Der Rat (der Stadt Musterstadt) beschließt …", "Der Gemeinderat möge …" at the head of a resolution
ANOTHER_DECIDES = re.compile(  # seen in Sehnde: one committee, one item, "a)" decided and "b)" recommended
    rf"D(?:er|ie) (?P<who>{_WHOLE})(?!\w)(?: de[rs] (?:\w+ ){{0,2}}[A-ZÄÖÜ][\w-]+)?(?: \w+)? "
    r"(?:möge|wolle|beschlie(?:ß|ss)[te]|stimm[te]|nimmt|genehmigt|erlässt|beauftragt)"
)
OF_BODY = re.compile(r"Beschl(?:uss|uß) de[rs] (?:\w+ )?(?P<body>[A-ZÄÖÜ][\w-]+)")  # "Beschluss des Magistrats:"
DECIDES = re.compile(  # seen in Sehnde: one committee, one item, "a)" decided and "b)" recommended
    rf"D(?:er|ie|as) {BODY.replace('[ ]', ' ')} (?:\w+ )?(?:beschlie(?:ß|ss)t|nimmt|stimmt|genehmigt|beauftragt|lehnt|fasst)(?!\w)"
)
DECIDED_IN = re.compile(
    rf"{DECIDES.pattern}|(?:beschlie(?:ß|ss)t|beschloss|genehmigt) (?:sodann |somit |damit )?d(?:er|ie|as) {BODY.replace('[ ]', ' ')}"
)
OF_COMMITTEE = "Beschlussempfehlung:"
WHOLE_BODY = re.compile(rf"(?:^|(?<= )){_WHOLE}(?:e?s)?(?!\w)")
LEAD, READ = 160, 1200  # characters of a resolution in which its lead stands, and in which advice is looked for


def advises(minutes: Minutes, section: Section, reach: int = READ) -> bool:
    """Whether a resolution, or a proposal that was voted on, only advises another body; `reach` limits the words that are read."""
    label = section.label or ""
    text = minutes.text[section.start : min(section.end, section.start + len(label) + reach)]
    recommends = RECOMMENDS.search(text)
    if recommends and recommends[0] == OF_COMMITTEE and WHOLE_BODY.search(minutes.head.body or ""):
        recommends = None  # a council that agrees to what its committee recommends has decided it (Lower Saxony)
    if recommends or PASSED_ON.search(text, 0, len(label) + LEAD):
        return True
    named = OF_BODY.match(label)
    preparing = PREPARES.search(named["body"] if named else minutes.head.body or "")
    return preparing is not None and ANOTHER_DECIDES.search(text, 0, len(label) + LEAD) is not None


def decides_in(sentence: str) -> bool:
    """Whether a sentence decides and advises nobody: "Zu a) beschließt der Rat die Auslegung."."""
    return DECIDED_IN.search(sentence) is not None and RECOMMENDS.search(sentence) is None


def decides(minutes: Minutes, section: Section) -> bool:
    """Whether a resolution names the body that decides and advises nobody: "Der Ausschuss beschließt die Auslegung."."""
    found = DECIDES.search(minutes.text, section.start, min(section.end, section.start + len(section.label or "") + LEAD))
    return found is not None and not advises(minutes, section)
