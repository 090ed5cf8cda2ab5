"""Pages of München's RIS and its family (RISI, PIWi): agendas as rows of boxes, what was decided on a page for each item.

TOP 6. - Entscheidung | Entscheidung: nach Antrag | Ergebnis: einstimmig     (München, 2026-10)
TOP - 10. Ablösung … | Abstimmungs-Ergebnis | Einstimmig                     (Wiesbaden, 2026-10)
    →  "Gremium: Vollversammlung" / "TOP 6: Landshuter Allee-Tunnel …" / "Abstimmungsergebnis: nach Antrag, einstimmig"

Only the page's own part is given, each value behind its label; menus, previews of files and buttons are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import lxml.html

from extractors.text.minutes import DocumentKind, DocumentText, ItemMark
from pipeline.readers.html_text import UNSEEN

Element: TypeAlias = lxml.html.HtmlElement
ITEM = re.compile(r"TOP\s+(?P<number>[^-–]{1,20}?)\.?\s*[-–]\s*Entscheidung|TOP\s*[-–]\s*(?P<other>\d[\d.]*)\s+(?P<title>.+)", re.DOTALL)
KIND = re.compile(r"^TOP\s*-\s*")
REFERENCE = re.compile(r"^(?P<kind>[^\d/]*?)\s*(?P<number>\d\S*(?: / [A-Z]+ \d+)?)$")
CLOSED = re.compile(r"nicht\s?-?öffentlich|vertraulich", re.IGNORECASE)
# Cards and labels that tell nothing of what was decided or proposed.
LEFT_OUT = {"Vorschau", "Historie", "Weitere Termine", "Dokumente"}
UNTOLD = {"Referent*in", "Vorsitz", "Tagesordnungen", "Wahlperiode", "Abgeschlossen am"}
SUMMARY = "Kurzinformationen"
SEARCH_WORDS = re.compile(r"^Gesucht werden kann im RIS auch unter", re.MULTILINE)  # ends München's summaries (2021-09)
WAY = re.compile(r"/(?:sitzung|gremium)/detail/\d+(?:\?tab|/mitglieder|$)")
POINTER = re.compile(r"siehe Beschlussseite", re.IGNORECASE)  # where the other value tells it all (München, 2026-10)
COUNTS = re.compile(r"(?:Ja|Nein)\s?:\s?\d|\d+ (?:Ja|Nein)")
DECIDED = {"Entscheidungs-Informationen", "Abstimmungs-Ergebnis"}


@dataclass(slots=True)
class _Text:
    """A text under construction."""

    parts: list[str] = field(default_factory=list)
    marks: list[ItemMark] = field(default_factory=list)
    length: int = 0

    def line(self, said: str, *, mark: ItemMark | None = None, paragraph: bool = False) -> None:
        if not said:
            return
        lead = "\n" if paragraph and self.parts else ""
        if mark:
            self.marks.append(replace(mark, start=self.length + len(lead)))
        self.parts.append(f"{lead}{said}\n")
        self.length += len(self.parts[-1])


def rendered(page: Element) -> DocumentText | None:
    """What a page of such a system says, None where a page is none."""
    mains = [element for element in page.iter("main") if "container" in _classes(element)]
    heading = next(iter(mains[0].iter("h1")), None) if mains else None
    if heading is None or not (_inside(mains[0], "keyvalue-key") or _inside(mains[0], "d-table-row")):
        return None
    title = page.findtext(".//title")
    text = _Text()
    item, rows = ITEM.match(_words(heading)), _inside(mains[0], "d-table-row")
    if item:
        _item(text, mains[0], item)
    elif rows:
        _head_of_agenda(text, _words(heading))
        for main in mains[:2]:  # the public agenda and the other one, which are pages of their own
            _agenda(text, main)
    else:
        _paper(text, mains[0], _words(heading))
    kind: DocumentKind | None = "extract" if item else "agenda" if rows else None
    return DocumentText("".join(text.parts), marks=tuple(text.marks), title=" ".join(title.split()) or None if title else None, kind=kind)


def _item(text: _Text, main: Element, heading: re.Match[str]) -> None:
    """The page of an item: which meeting, which item, which papers, what was decided."""
    number = heading["number"] or heading["other"].rstrip(".")
    cards = dict(_cards(main))
    decided = [said for name, card in cards.items() if name in DECIDED for said in _decision(card)]
    others = [card for name, card in cards.items() if name not in DECIDED | LEFT_OUT]
    papers = [said for card in others for link in _papers(card) if (said := _words(link))]
    told = next((_words(box) for card in others for box in _inside(card, "collapsable-content")), None)
    title = heading["title"] or told or ""
    head = next(
        (_words(box) for card in others for box in _inside(card, "font-weight-bold", "font-size-big") if re.search(r"\d{4}", _words(box))),
        "",
    )
    text.line(head)
    for line in (line for card in others for line in _values(card) if not line.startswith("Vorgang:")):
        text.line(line)
    result = COUNTS.split(decided[0])[0].rstrip(" ,;") or None if decided else None
    public = not CLOSED.search(" ".join(_words(card) for card in others))
    mark = ItemMark(0, number, " ".join(title.split()), public, result, next((_number(said) for said in papers), None))
    text.line(f"TOP {number}: {' '.join(title.split())}", mark=mark, paragraph=True)
    for said in papers:
        text.line(said)
    text.line(f"Abstimmungsergebnis: {', '.join(decided)}" if decided else "", paragraph=True)


def _decision(card: Element) -> Iterator[str]:
    """What was decided and how, as printed; in Wiesbaden the card has but one value and no label."""
    rows, body = _inside(card, "keyvalue-row"), next(iter(_inside(card, "card-body")), None)
    for box in [value for row in rows for value in _inside(row, "keyvalue-value")] if rows else [body]:
        if box is not None and _words(box) and not POINTER.fullmatch(_words(box)):
            yield _words(box)


def _head_of_agenda(text: _Text, heading: str) -> None:
    moment, _, body = heading.partition(" Uhr - ")
    text.line(f"{moment} Uhr" if body else heading)
    text.line(f"Gremium: {re.sub(r' *[(][^()]*[)]$', '', body)}" if body else "")
    text.line("Tagesordnung", paragraph=True)


def _agenda(text: _Text, main: Element) -> None:
    above, is_open = "", not any(CLOSED.search(_words(head)) for head in main.iter("h2"))
    public = is_open
    text.line("Öffentlicher Teil" if is_open else "Nichtöffentlicher Teil", paragraph=True)
    for row in _inside(main, "d-table-row"):
        cells = _inside(row, "d-table-cell")
        title = (
            next((_words(box) for box in cells[2].iter("h3", "span") if box.tag == "h3" or "text-keepwhitespace" in _classes(box)), "")
            if len(cells) > 2
            else ""
        )
        number = _words(cells[1]) if len(cells) > 1 else ""
        if not title:
            continue
        if {"topueberschrift", "topabschnitt"} & _classes(row) or any(
            "TO_Ueber" in src or "TO_Absch" in src for src in row.xpath(".//img/@src")
        ):
            above = number
            text.line(f"{number} {title}".strip(), paragraph=True)
            public = is_open and not CLOSED.search(title)
            continue
        number = (above + number if above.endswith(".") else f"{above} {number}".strip()).rstrip(".")
        papers = [_words(link) for link in _papers(cells[2])]
        main_paper = next((said for said in papers if not re.search(r"Antrag|Empfehlung|Anfrage", said)), next(iter(papers), ""))
        taken_off = next((_words(box) for box in row.iter("span") if {"text-danger", "font-weight-bold"} <= _classes(box)), None)
        mark = ItemMark(0, number, KIND.sub("", title), public, taken_off, _number(main_paper))
        text.line(f"TOP {number}: {KIND.sub('', title)}", mark=mark, paragraph=True)
        for said in papers:
            text.line(said)
        text.line(f"Beschlussart: {taken_off}" if taken_off else "")


def _paper(text: _Text, main: Element, heading: str) -> None:
    """The page of a paper, or of a meeting: the cards with their headings, the summary last."""
    text.line(heading)
    for name, card in sorted(_cards(main), key=lambda card: card[0] == SUMMARY):
        if name in LEFT_OUT:
            continue
        text.line(name, paragraph=True)
        for line in _values(card):
            text.line(line)
        for box in _inside(card, "text-keepwhitespace", "collapsable-content"):
            if "keyvalue-value" not in _classes(box):
                text.line(SEARCH_WORDS.split(_lines(box))[0].rstrip(), paragraph=True)
        for row in _inside(card, "list-group-item"):
            links = [_words(link) for link in row.iter("a") if WAY.search(link.get("href") or "")]
            text.line(" ".join(links))


def _cards(main: Element) -> Iterator[tuple[str, Element]]:
    for card in _inside(main, "card"):
        head = next(iter(_inside(card, "card-header")), None)
        heading = next(iter(head.iter("h2", "b")), head) if head is not None else None
        yield (_words(heading) if heading is not None else "", card)


def _values(card: Element) -> Iterator[str]:
    """Labelled values on a line each."""
    for row in _inside(card, "keyvalue-row"):
        label, value = (next(iter(_inside(row, f"keyvalue-{part}")), None) for part in ("key", "value"))
        said = _words(label).rstrip(" :") if label is not None else ""
        if value is not None and said and said not in UNTOLD and _words(value):
            yield f"{said}: {_words(value)}"


def _papers(element: Element) -> list[Element]:
    """What names a paper: a link to it, or on München's page of an item its bold words."""
    links = [link for link in element.iter("a") if re.search(r"/(?:sitzungsvorlage|antrag)/detail/\d+", link.get("href") or "")]
    pictured = [
        image.getnext()
        for image in element.iter("img")
        if "Vorgang_S" in (image.get("src") or "") and "Sitzung." not in image.get("src", "")
    ]
    return links or [box for box in pictured if box is not None and re.search(r"\d", _words(box))]


def _number(said: str) -> str | None:
    match = REFERENCE.match(said)
    return match["number"] if match else None


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())


def _inside(element: Element, *names: str) -> list[Element]:
    """The outermost elements below one that have one of some classes."""
    found: list[Element] = []
    stack = list(reversed(element))
    while stack:  # not recursive: hostile pages nest hundreds of thousands deep
        one = stack.pop()
        if isinstance(one.tag, str) and _classes(one).intersection(names):
            found.append(one)
        elif isinstance(one.tag, str):
            stack += reversed(one)
    return found


def _lines(element: Element) -> str:
    return "\n".join(line.strip() for line in "".join(_pieces(element)).splitlines() if line.strip())


def _words(element: Element) -> str:
    return " ".join("".join(_pieces(element)).replace("\u00ad", "").split())


def _pieces(element: Element) -> Iterator[str]:
    """Text piece by piece, without what a browser does not show; not recursive, as hostile pages nest deep."""
    stack: list[Element | str] = [element]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
            continue
        if isinstance(one.tag, str) and (one is element or one.tag not in UNSEEN):
            yield one.text or ""
            stack += [
                part for child in reversed(one) for part in ((child.tail or "") + (" " if child.tag in {"li", "div", "br"} else ""), child)
            ]
