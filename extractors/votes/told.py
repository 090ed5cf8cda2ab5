"""What a sentence only tells: a vote of another day or of another body, a wish, a question. No result of this meeting.

"Der Antrag wurde im Hauptausschuss mit 5 zu 2 Stimmen abgelehnt."      a committee, told in the council
"Die Schulkonferenz hat mit 15 Ja-Stimmen zugestimmt."                  a body that is none of the council's
"Damals gab es 12 Nein-Stimmen."                                        another day
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extractors.text.advice import WHOLE_BODY

# Told of another day, only intended, or supposed.
HISTORY = re.compile(
    r"(?:hat|hatte|haben|habe|wurde|war|ist)(?: \S{1,40}){0,12}? (?:in (?:seiner|ihrer|der) (?:\w+ )?Sitzung (?:am|vom)|am|vom|bereits"
    r"|im (?:Jahr|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))"
    r"|(?<!hebt den )(?<!ändert den )(?<!bestätigt den )Beschluss vom \d"
    r"|In (?:der|seiner|ihrer) (?:\w+ )?Sitzung (?:am|vom)(?= \d)|(?:wurde|ist|war) (?:(?:19|20)\d\d)(?!\w)"
)
# Each way begins with a letter of its own, by which the engine skips: a twelfth of the time that a choice of letters there takes.
SUPPOSED = re.compile(
    r"soll(?:en)?(?!\w)|möge(?!\w)|k(?:ann|önnen|önnte)(?!\w)|w(?:ürde|ollen|ill)(?!\w)|m(?:üsste|uss)(?!\w)|d(?:ürfen|arf)(?!\w)|\?"
    r"|durch d\w+ [^.;]{0,80}endgültig (?:beschlossen|entschieden)|von d\w+ [^.;]{0,80}endgültig (?:beschlossen|entschieden)"
    r"|beantrag\w+ [^.;]{0,80}(?:Ablehnung|Annahme|Zustimmung|Überweisung|Rückweisung|Abschreibung|Vertagung)(?!\w)"
    r"|Vorberatung\w* [^.;]{0,60}(?:ergab|hat|wurde)|vorberatung\w* [^.;]{0,60}(?:ergab|hat|wurde)"
    # rules of procedure
    r"|ist eine? (?:Antrag|Beschluss|Vorlage|Vorschlag|Wahlvorschlag)(?: als)? (?:abgelehnt|angenommen)"
    r"|gilt eine? (?:Antrag|Beschluss|Vorlage|Vorschlag|Wahlvorschlag)(?: als)? (?:abgelehnt|angenommen)"
    # a supervisory authority: "da die Regierung die Zustimmung versagt hat"
    r"|die (?:Bezirksr|R)egierung [^.;]{0,80}(?<!\w)hat(?!\w)|das (?:Landratsamt|Regierungspräsidium) [^.;]{0,80}(?<!\w)hat(?!\w)"
    r"|die (?:Kommunala|Rechtsa|A)ufsicht(?:sbehörde)? [^.;]{0,80}(?<!\w)hat(?!\w)"
    # another year: "habe der Rat 2016 mit 30 Ja-Stimmen …"
    r"|h(?:at|abe|atte|ätte) d(?:er|ie|as) [\w-]+ (?:im Jahre? )?(?:19|20)\d\d(?!\w)"
)
# The same, by whole words.
SUPPOSED_WORD = re.compile(
    # a party alone
    r"^\s*(?:Die|Eine) [\w/.-]*[Ff]raktion (?:\w+ )?(?:stimm(?:t|te)|lehnte?|nimmt|wird|hat)(?!\w)"
    r"|(?<!\w)(?:(?:[Ff]alls|[Ss]ofern|[Ww]enn|ob|hätten?)(?!\w)"
    r"|(?:[Dd]amals|[Ss]einerzeit|[Vv]or (?:\w+ ){1,2}(?:Jahren|Monaten|Wochen)|(?:letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?)"
    r" (?:Jahr|Mal|Woche|Haushalt\w*)|(?:[Ii]n|[Bb]ei|[Aa]uf) (?:der|seiner|ihrer) (?:letzten|vorigen|vergangenen) Sitzung)(?!\w)"
    r"|(?:zieh(?:t|en)|zog(?:en)?) [^.;]{0,80}(?<!\w)nicht zurück(?!\w)|wünsch(?:t|e|en) (?:sich|mir|uns)(?!\w)"
    # reported speech, thanks
    r"|(?:haben|hat) ja (?:eben|schon|bereits)(?!\w)|dank(?:t|te|en|ten) [^.;]{0,40}?(?<!\w)für(?!\w)"
    # rules of procedure
    r"|werden (?:\w+ ){0,3}(?:für|auf) (?:die Dauer von )?\w+ Jahren? gewählt)"
)
# Bodies that are no council's: whatever they did is told. What their names begin with does not matter.
STRANGERS = re.compile(
    r"(?:Schulkonferenz|Elternbeirat|Bürgerversammlung|Einwohnerversammlung|Mitgliederversammlung|Gesellschafterversammlung|Aufsichtsrat"
    r"|Verwaltungsrat|Personalrat|Kirchen\w+rat|Bundestag|Bundesrat|Landtag|Landesregierung|Bundesregierung"
    r"|Verband|verband|Verein|verein|Landkreis|Nachbar\w+|Feuerwehr|Genossenschaft|Kirchengemeinde)(?!\w)[^.;]{0,60}?"
    r"(?<!\w)(?:hat|habe|haben|hatte|stimmte|lehnte|beschloss|nahm|wurde)(?!\w)"
)
_PART = r"(?:Bezirksvertretung|[\w-]*(?:[Aa]ussch(?:uss|uß)|[Bb]eirat|[Kk]ommission)|Ortsrat|Ortschaftsrat|Bezirksrat)(?!\w)"
# A committee in the perfect tense, or the place where something happened.
COMMITTEE = re.compile(
    rf"(?:D(?:er|ie)|d(?:er|ie)) (?:\w+ )?(?P<body>{_PART})[^.;:]{{0,140}}?(?<!\w)(?:hat|haben?|hatten?|hätten?)(?!\w)"
    rf"|(?:hat|habe|hatte) d(?:er|ie) (?:\w+ )?(?P<asked>{_PART})"
    rf"|(?<!\w)(?:[Ii]m|[Ii]n der|[Vv]om) (?P<place>{_PART}) (?:\S{{1,30}} ){{0,3}}?(?:wurden?|war|ergab|ist)(?!\w)"
    rf"|(?:wurden?|war|sei|worden) (?:\S{{1,30}} ){{0,4}}?(?:im|in der|vom) (?P<scene>{_PART})"
)
# What a committee recommends is told where the whole council meets; in the minutes of a committee it may be its own vote.
ADVISES = re.compile(rf"D(?:er|ie) (?:\w+ )?{_PART} (?:[^.;:]{{0,80}} )?empf(?:iehlt|ahl)(?!\w)")
OTHER_LEVEL = re.compile(
    r"D(?:er|ie) (?:\w+ )?(?P<body>Kreistag|Verbandsversammlung|Regionalversammlung)(?!\w)[^.;:]{0,140}?(?<!\w)(?:hat|hatte|habe)(?!\w)"
)
DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


@dataclass(frozen=True, slots=True)
class Meeting:
    """Whose meeting a document reports, and of which day, as far as it says."""

    body: str | None = None
    day: date | None = None

    def tells(self, sentence: str) -> bool:
        """Whether a sentence tells of something that this meeting did not settle."""
        if SUPPOSED.search(sentence) or SUPPOSED_WORD.search(sentence) or STRANGERS.search(sentence):
            return True
        if any(not self._is_today(sentence[match.start() : match.end() + 30]) for match in HISTORY.finditer(sentence)):
            return True
        if self._is_elsewhere(sentence) or (ADVISES.search(sentence) and WHOLE_BODY.search(self.body or "")):
            return True
        return any(not self._is_own(match) for match in COMMITTEE.finditer(sentence))

    def _is_elsewhere(self, sentence: str) -> bool:
        """Whether a body of another level acted: "Der Kreistag hat die Umlage mit 30 : 12 Stimmen beschlossen." in a Gemeinderat."""
        found = OTHER_LEVEL.search(sentence)
        return found is not None and self.body is not None and found["body"].casefold() not in self.body.casefold()

    def _is_today(self, words: str) -> bool:
        found = DATE.search(words)
        return bool(found and self.day and (self.day.day, self.day.month, self.day.year) == tuple(map(int, found.groups())))

    def _is_own(self, match: re.Match[str]) -> bool:
        noun = next(group for group in match.group("body", "asked", "place", "scene") if group)
        return self.body is not None and noun.casefold() in self.body.casefold()
