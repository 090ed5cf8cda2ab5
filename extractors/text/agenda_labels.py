"""How documents print that an agenda item begins: labels, their titles, and what stands in an item's head.

Punkt 18 der Tagesordnung: Kürzung der …      Karlsruhe
TOP: Ö 18.12   TOP 5   Ö 3   zu 4.1           ALLRIS, SessionNet
Tagesordnungspunkt ⏎ 2.1 Verordnung …         Köln
zu 5. 2. Änderung der …                       Brandenburg
Traktandum 3: Kredit …   Stk. 1) Bericht …    Switzerland, Graz
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.text.german.phrases import MONTHS, ORDINAL_NOUNS
from extractors.text.section_forms import HEADING, LEAD, SPEECH

_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?"
_TITLE = r"(?:[ ]?[:.)–-]+(?=[ ]|$)|(?=[ ]|$))[ ]*(?P<title%d>[^\n]*)"
LABEL = re.compile(
    rf"""(?:
        (?:[Zz]u[ ])?(?:TOP|T[ ]?O[ ]?P|Top|Tagesordnungspunkt|TO-Punkt)[ ]?:?[ \n]{{0,3}}
            (?P<public1>Ö|NÖ|N|öffentlich|nichtöffentlich)?[ ]?(?P<number1>{_NUMBER}|[A-D](?=[ :]|$)){_TITLE % 1}
      | (?:[Zz]u[ ])?Punkt[ ](?P<number2>{_NUMBER})(?P<marked>[ ]?der[ ]Tagesordnung)?{_TITLE % 2}
      | (?P<public3>Ö|NÖ|N)[ ](?P<number3>{_NUMBER}){_TITLE % 3}
      | [Zz]u[ ](?P<number4>{_NUMBER})[.)]{{0,2}}[ ](?=[A-ZÄÖÜ„"]|\d{{1,2}}\.[ ][A-ZÄÖÜ])(?P<title4>[^\n]*)
      | (?:Traktandum|Trakt\.|Traktanden-?Nr\.|Stk\.|Pkt\.(?=[ ]\d{{1,3}}(?:\.\d{{1,2}})?$))[ ](?P<number5>{_NUMBER}){_TITLE % 5}
    )""",
    re.VERBOSE | re.MULTILINE,
)
# "8 Nein-Stimmen" between the items 7 and 9 counts votes; "5 Euro", "12 Mitglieder" count other things.
_COUNTED_UNITS = (
    r"(?:(?:Ja|Nein|Für|Gegen|Pro|Contra|Kontra)-?[ ]?(?:[Ss]timme|/|$)|(?:JA|NEIN)\b"
    r"|(?<=\d[ ])(?:Gültige[ ]|Ungültige[ ])?(?:Stimm|Gegenstimme|Enthaltung)"
    r"|(?<=\d[ ])(?:Euro|EUR|Stück|Uhr|Prozent|Personen|Mitglieder|Teilnehmer|Einwohner|Jahre|Monate|Wochen|Tage|Seiten|Meter|Kilometer)\b)"
)
BARE = re.compile(
    rf"(?P<number>{_NUMBER})[.)]{{0,2}}[ ](?!Sitzung\b|{MONTHS}\b|{_COUNTED_UNITS})(?P<title>(?:\d{{1,2}}\.[ ])?[A-ZÄÖÜ„\"][^\n]{{2,}})"
)
SIGNED_ITEM = re.compile(r"^§ (?P<number>\d{1,3})\n(?P<title>[A-ZÄÖÜ][^\n]{3,})", re.MULTILINE)
# "unter TOP 6.1.3, TOP 10.24 bis 10.27" goes on as a sentence; "TOP 3.1.9." ends one.
SENTENCE = re.compile(
    (
        r"[ ]*(?:,|;|\)|(?<=\.\d)\.$|(?<=\.\d\d)\.$|(?:und|oder|bis|sowie|bleibt|wird|werden|ist|sind|wurde|wurden|hat|haben|zur|auf"
        r"|gemeinsam|vor|nicht|der(?! Tagesordnung)|im|in|zu|mit|als|an)\b)"
    ),
    re.MULTILINE,
)
PAPER = re.compile(
    r"(?:Vorlage|Drucksache|Beschlussvorlage|Vorlagen?-?Nr\.?|Drucksachen?-?Nr\.?|Drs\.|DS"
    r"|Antrags?[- ]?Nr\.?)(?:[- ]?Nr\.?)?[ ]?:?[ \n](?P<paper>[A-Z0-9ÄÖÜ][\w./-]*\d[\w./-]*)"
)
# "AN/1730/2021" alone on its line (Köln); "VI-DS-08033-NF-02 Fortschreibung des …" (ALLRIS)
PAPER_ALONE = re.compile(r"^(?P<paper>(?=\S*\d{3})(?=[^\s.,:]*[-/])[A-Z0-9ÄÖÜ][A-Za-z0-9ÄÖÜ/-]{4,24})(?:$| (?=[A-ZÄÖÜ]))", re.MULTILINE)
TITLE = re.compile(r"^(?:Auszug ?[-–]|Betreff ?:) ?(?P<title>[^\n]{5,300})", re.MULTILINE)
# "(offen)": what ALLRIS 3 prints where nothing has been decided yet
RESULT = re.compile(r"Beschlussart ?:(?![ \n]{0,2}\(offen\))[ \n]{0,2}(?P<result>[^\n:]{3,80}?)(?=\n|$| \w+:)")
ENTRY = re.compile(
    r"(?P<title>\S[^\n]{2,250}?)(?: (?P<paper>[A-ZÄÖÜ]{1,5}/\d{2,4}/\d{2,6}[\w/-]*))?"
    r"(?: (?P<result>(?:(?:un)?geändert|einstimmig|mehrheitlich) (?:beschlossen|empfohlen|zugestimmt|abgelehnt)"
    r"|(?:nicht )?empfohlen|zur Kenntnis genommen|abgelehnt|vertagt|zurückgezogen|zurückgestellt|abgesetzt|verwiesen))?"
)
VOTED = re.compile(
    r"\b(?:Ziff(?:er|ern|\.)|Punkte?|Pkt\.|[Bb]ei|[Mm]it \d+|Stimmen|Ja-Stimmen)\b|:$"
)  # a result told of a part of the item
FIELD = re.compile(
    r"(?:Vorlage|Antrag|Anfrage|Drucksache|Drs|Beschluss(?! über| zu)\w*|Gremium|Datum|Status|Einreicher|Verfasser|Berichterstatt\w+|Dazu"
    r"|Anlage|hier|Interfraktionell\w*|Änderungsantrag|Antwort)\b[^\n]{0,60}?(?::|\d)"
)
COUNTED = re.compile(rf"\d{{1,3}}\. (?!Nachtragsvoranschlag){ORDINAL_NOUNS}")  # "2. Änderung der Satzung" goes on with a title
TELLS = re.compile(
    r"^(?:Der|Die|Das|Es|Herr|Frau|[A-ZÄÖÜ]\w+) [^\n]{0,80}?\b(?:wird|werden|ist|sind|hat|haben|wurde|wurden"
    r"|beantragt|stellt|berichtet|erklärt|erläutert)\b"
)
# What became of an item, right below its title: "Abgelehnt (dafür: ABC)", "ABC dagegen, sonst angenommen", "Zuweisung: einstimmig" (Vienna)
RESULT_BELOW = re.compile(
    r"(?:Angenommen|Abgelehnt|Vertagt|Zurückgestellt|Zurückgezogen|Einstimmig|Mehrheitlich|Mehrstimmig)(?!\w)(?! \w+e[nr]? [A-ZÄÖÜ])"
    r"|[^\n:]{3,80}: (?:einstimmig|mehrheitlich|mehrstimmig)(?!\w)|[^\n]{2,40} dagegen, (?:sonst|ansonsten|im Übrigen) "
)
WRAPPED = 38  # shorter lines of a title are its last (Köln prints in columns of 45)


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """A label as it stands in the shadow, with the title behind it."""

    start: int
    end: int
    number: str
    title: str | None
    public: bool | None = None
    strong: bool = True
    """Whether it says that it is one, rather than being a bare number."""
    result_raw: str | None = None
    paper: str | None = None
    doubtful: bool = False
    """"Punkt 3:" may as well be a point of the resolution."""

    @property
    def order(self) -> tuple[int, ...]:
        """The number as one can compare it."""
        return tuple(int(part) for part in re.findall(r"\d+", self.number))


def paper_of(head: str) -> str | None:
    """The reference of the paper that the head of an item names: "Vorlage: 2016/0592", "AN/1730/2021" alone on its line."""
    match = PAPER.search(head) or PAPER_ALONE.search(head)
    return match["paper"].strip(".,") if match else None


def paragraphs_of(text: str) -> list[ItemLabel]:
    """Items that are numbered like the articles of a statute: "§ 4 ⏎ Neubau der Halle" (small places in Baden-Württemberg)."""
    found = []
    for match in SIGNED_ITEM.finditer(text):
        title, end = title_at(text, match.start("title"))
        found.append(ItemLabel(match.start(), end, match["number"], title, None))
    return found


def labels_of(text: str, at: int = 0, end: int | None = None) -> Iterator[ItemLabel]:
    """All labels that stand at the beginning of a line and are no part of a sentence, and the bare numbers among them."""
    end = len(text) if end is None else end
    while at < end:
        line_end = text.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        if line_end > at and text[at] in "TtZzPÖNS0123456789":
            found = _strong_at(text, at) or _bare_at(text, at)
            if found is not None:
                yield _without_result(found)
                line_end = max(line_end, found.end)
        at = line_end + 1


def _without_result(label: ItemLabel) -> ItemLabel:
    """The label without what an agenda prints behind a title: "Ö 3 Haushalt VO/2030/0123 geändert beschlossen" (ALLRIS)."""
    match = ENTRY.fullmatch(label.title) if label.strong and label.title else None
    if match is None or VOTED.search(match["title"]):
        return label
    return replace(label, title=match["title"], paper=match["paper"], result_raw=match["result"])


def _strong_at(text: str, at: int) -> ItemLabel | None:
    match = LABEL.match(text, at)
    if match is None:
        return None
    which = next(n for n in "12345" if match[f"number{n}"])
    after_number = match.end(f"number{which}")
    if not match["marked"] and which != "5" and SENTENCE.match(text, after_number):
        return None
    if _mid_sentence(text, at) and not (match["marked"] or text[after_number : after_number + 1] in (":", "\n", "")):
        return None
    printed_title = match[f"title{which}"]
    spoken = printed_title[:1].islower() or (which == "4" and printed_title.rstrip()[-1:] in (*".!?,", "-"))
    if spoken and text[after_number : after_number + 1] != ":":
        return None  # "TOP 13 nur ein kleiner Satz", "zu 15.4 Wir wollen …"
    printed = (match[f"public{which}"] if which in "13" else None) or ""
    title, end = title_at(text, match.start(f"title{which}"))
    if title is None and text[match.end() : match.end() + 1] == "\n":
        title, end = _title_below(text, match.end() + 1)
    number = match[f"number{which}"]
    doubtful = which == "2" and not match["marked"] and "." not in number
    return ItemLabel(at, max(end, after_number), f"{printed} {number}".strip(), title, _public(printed), doubtful=doubtful)


def _title_below(text: str, at: int) -> tuple[str | None, int]:
    """The title on the line below a label that stands alone: "TOP 2 ⏎ Neubau der Halle"."""
    line = text[at : text.find("\n", at) if text.find("\n", at) >= 0 else len(text)]
    if (
        not line[:1].isupper()
        or line[-1:] in ".:;,"
        or FIELD.match(line)
        or any(form.match(text, at) for form in (HEADING, SPEECH, LABEL, LEAD))
    ):
        return None, at
    return title_at(text, at)


def _bare_at(text: str, at: int) -> ItemLabel | None:
    match = BARE.match(text, at)
    if match is None or COUNTED.match(text, at) or (_mid_sentence(text, at) and not BARE.match(_line_before(text, at))):
        return None
    title, end = title_at(text, match.start("title"))
    return ItemLabel(at, end, match["number"], title, None, strong=False)


def _public(printed: str) -> bool | None:
    return {"Ö": True, "öffentlich": True, "N": False, "NÖ": False, "nichtöffentlich": False}.get(printed)


def _mid_sentence(text: str, at: int) -> bool:
    """Whether the line before runs on into this one: a full line, or one that ends with a comma."""
    if at < 2 or text[at - 2] == "\n":
        return False
    before = _line_before(text, at)
    return before[-1:] in ",-–(" or (before[-1:].islower() and len(before) >= WRAPPED and LABEL.match(before) is None)


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at - 1) + 1 : at - 1]


def title_at(text: str, at: int) -> tuple[str | None, int]:
    """The title from here on, over the lines that it was wrapped to, and where it ends."""
    lines: list[str] = []
    end = at
    while len(lines) < 6:
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        line = text[at:line_end].strip()
        if not line or (
            lines
            and (
                FIELD.match(line)
                or HEADING.match(text, at)
                or SPEECH.match(text, at)
                or LABEL.match(text, at)
                or PAPER_ALONE.match(text, at)
                or _begins_another(text, at, line)
            )
        ):
            break
        lines.append(line)
        end = line_end
        if line[-1] in ".!?" or (len(line) < WRAPPED and not line.split()[-1].islower() and line[-1] not in ",-–"):
            break
        at = line_end + 1
    return " ".join(lines) or None, end


def _begins_another(text: str, at: int, line: str) -> bool:
    """Whether a line below a title is no part of it: the next number of an agenda, or a sentence."""
    if BARE.match(line):
        return not COUNTED.match(line) and line[len(line.split(maxsplit=1)[0]) - 1] in ".)"
    return LEAD.match(text, at) is not None or RESULT_BELOW.match(line) is not None or (line[-1] == "." and TELLS.search(line) is not None)
