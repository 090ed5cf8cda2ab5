"""A town as an SD.NET RIM 4 serves it: every link is a token that is another one in each answer, old ones stay good for a while.

The calendar is our own guess at one; agendas and papers are in the form of Wesel's pages (2026-09).
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import count

from pipeline.demo.town import Town, TownFile, TownItem, TownMeeting, TownPaper, numbered
from pipeline.demo.typesetting import pdf_of
from pipeline.demo.website import Request, Response
from pipeline.pages.moments import MONTHS

DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
ICON = '<span aria-hidden="true" class="{} fa-icon"><i class="fa-top"></i></span><span aria-hidden="true"{}>{}</span>'
SPACER = '<span class="document-spacer"></span>'


@dataclass(slots=True)
class SdnetSite:
    """The site; call it with a request. The calendar opens with the month `now`."""

    town: Town
    now: tuple[int, int] = (2025, 5)
    counter: Iterator[int] = field(default_factory=lambda: count(1))

    def __call__(self, request: Request) -> Response | None:
        """What the site answers."""
        place, _, token = request.path.strip("/").partition("/")
        kind, _, which = _opened(request.query.get("__") or token.partition("/")[0]).partition(" ")
        page: str | None = None
        match place, kind:
            case "termine", "":
                page = self._calendar(self.now)
            case "termine", "month":
                year, month = which.split("-")
                page = self._calendar((int(year), int(month)))
            case "tops", "meeting" if meeting := numbered(self.town.meetings, which):
                page = self._agenda(meeting)
            case "vorgang", "paper" if paper := numbered(self.town.papers, which):
                page = self._process(paper)
            case "vorgang", "item" if found := numbered(self.town.items(), which):
                page = self._process_of_item(*found)
            case "sdnetrim", "file" if file := numbered(self._files(), which):
                return Response(file.pdf, "application/pdf")
        return Response(page.encode()) if page else None

    def _files(self) -> tuple[TownFile, ...]:
        resolutions = (resolution_of(self.town, meeting, item) for meeting, item in self.town.items() if item.resolution)
        return (*self.town.files(), *resolutions)

    def _token(self, what: str) -> str:
        return urlsafe_b64encode(f"{next(self.counter):06d} {what}".encode()).decode().rstrip("=")

    def _at(self, place: str, what: str) -> str:
        return f"/{place}/?__={self._token(what)}"

    def _file(self, file: TownFile, icon: str, label: str, name: str, hide: str = ' class="hide-text"') -> str:
        number = [other.name for other in self._files()].index(file.name)
        size = f"{label} (exportiert: 18.09.2026) ({len(file.pdf) // 1024} KB)"
        url = f"/sdnetrim/{self._token(f'file {number}')}/{name}.pdf"
        return f'<a role="button" class="link-element" href="{url}" target="_blank" title="{label} im PDF-Format öffnen">{ICON.format(icon, hide, size)}</a>'

    def _meeting_link(self, meeting: TownMeeting) -> str:
        start, body = meeting.start, escape(self.town.organization(meeting.organization))
        label = f"Sitzung am {DAYS[start.weekday()]}, {start:%d.%m.%Y %H:%M} Uhr des Gremiums {body} anzeigen."
        url = self._at("tops", f"meeting {self.town.meetings.index(meeting)}")
        return f'<a aria-label="{label}" href="{url}" title="Zur Sitzung">{DAYS[start.weekday()][:2]}, {start:%d.%m.%Y %H:%M} Uhr</a>'

    def _body_link(self, meeting: TownMeeting) -> str:
        return f'<a href="{self._at("gremien", f"body {meeting.organization}")}"><span>{escape(self.town.organization(meeting.organization))}</span></a>'

    def _calendar(self, month: tuple[int, int]) -> str:
        rows = "".join(
            f'<tr><td class="column-beginn">{self._meeting_link(meeting)}</td><td class="column-gremium">{self._body_link(meeting)}</td></tr>'
            for meeting in self.town.meetings
            if (meeting.start.year, meeting.start.month) == month
        )
        steps = ""
        for by, label in ((-1, "Vorheriger Monat"), (1, "Nächster Monat")):
            at = month[0] * 12 + month[1] - 1 + by
            steps += f'<a class="link-element" href="{self._at("termine", f"month {at // 12}-{at % 12 + 1}")}" title="{label}">{label}</a>'
        heading = f"Sitzungskalender {MONTHS[month[1] - 1].capitalize()} {month[0]}"
        return _page("Sitzungskalender", "termine", f'<h1 class="heading">{heading}</h1>{steps}<table class="table-data">{rows}</table>')

    def _agenda(self, meeting: TownMeeting) -> str:
        number = meeting.title.partition(" ")[0]
        files = self._file(meeting.invitation, "document-link einladung-link", "Einladung", f"Einladung_{meeting.name}", "")
        minutes = self._file(meeting.minutes, "document-link niederschrift-link", "Niederschrift", f"Niederschrift_{meeting.name}", "")
        head = _head([
            ("Sitzung", f"\n{self._body_link(meeting)}, {number} Sitzung"), ("Termin", self._meeting_link(meeting)),
            ("Ort", "Rathaus der Stadt Fehrnau<br />\nAm Markt 1<br />\nRatssaal<br />\n"), ("Einladung", files), ("Niederschrift", minutes),
        ])  # fmt: skip
        rows, public = "", None
        for item in meeting.items:
            if item.public is not public:
                public = item.public
                part, name = ("oeff", "I.") if public else ("noeff", "II.")
                rows += f'<tr class="row-1 original ebene1-0 top-{part}-head"  data-vorgang-id="200_{16900 + len(rows)}">\n<td class="column-topnrtext">{name}</td>\n<td class="column-bezeichnung">{"Ö" if public else "Nichtö"}ffentliche Sitzung</td>\n<td class="column-nummer">&nbsp;</td>\n<td class="column-dokumente">{SPACER * 4}</td>\n</tr>\n'
            rows += self._row(meeting, item)
        names = (("topnrtext", "Nummer"), ("bezeichnung", "Übersicht"), ("nummer", "Vorlagennummer"), ("dokumente", "Dokumente"))
        heads = "".join(
            f'<th class="column-{name}-header table-col-pos-{at}" scope="col">{head}</th>' for at, (name, head) in enumerate(names)
        )
        table = f'<table id="table0" class="table-data table-top table-cols-4"><caption class="caption">Tagesordnungspunkte</caption><thead style="display:none;"><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        said = '<h1 class="heading">Tagesordnung</h1><p class="description papers-hidden">Sie sehen hier die Tagesordnung der gewählten Sitzung.</p>'
        return _page("Sitzungstermin", "tops", f"{said}{head}{table}")

    def _row(self, meeting: TownMeeting, item: TownItem) -> str:
        position = [(m.name, i.number) for m, i in self.town.items()].index((meeting.name, item.number))
        what, mark, files, reference = f"item {position}", f"200_{16950 + position}", SPACER, "&nbsp;"
        if item.paper:
            paper = self.town.paper(item.paper)
            what, mark = f"paper {self.town.papers.index(paper)}", f"505_{9250 + self.town.papers.index(paper)}"
            files, reference = self._files_of(paper, ' class="hide-text"'), escape(paper.reference)
        label = f"{escape(item.name)} - Vorgang"
        link = f'<a role="button" class="link-element" href="{self._at("vorgang", what)}" title="{label}">{ICON.format("vorgang-link fa-sst-folder-open", HIDE, label)}</a>'
        return (
            f'<tr class="row-0 original ebene1-1 top-{"" if item.public else "n"}oeff-data"  data-vorgang-id="{mark}">\n<td class="column-topnrtext">{item.number}.</td>\n'
            f'<td class="column-bezeichnung">{escape(item.name)}</td>\n<td class="column-nummer">{reference}</td>\n'
            f'<td class="column-dokumente">{files}{SPACER * 3}{link if item.public else ""}</td>\n</tr>\n'
        )

    def _files_of(self, paper: TownPaper, hide: str) -> str:
        name = paper.reference.replace("/", "-")
        files = [self._file(paper.main, "document-link vorlage-link", f"Vorlage {paper.reference}", f"Vorlage_{name}", hide)]
        for number, file in enumerate(paper.auxiliary, 1):
            files.append(self._file(file, "attachment-link vorlage-attachment-link", f"Anlage {number}", f"Anlage_{number}_{name}", hide))
        return "".join(files)

    def _process(self, paper: TownPaper) -> str:
        pairs = [
            (paper.paper_type, f"\n                    {escape(paper.reference)}                "), ("Betreff", escape(paper.title)),
            ("Datum", f"{paper.day:%d.%m.%Y}"), ("Federführung", "Fachbereich Bauen"), ("Dokument", self._files_of(paper, "")),
        ]  # fmt: skip
        if paper.originator:
            pairs.insert(2, ("Antragsteller", escape(self.town.organization(paper.originator))))
        rows = ""
        for name, number in paper.consulted:
            meeting = self.town.meeting(name)
            rows += self._told(meeting, next((item for item in meeting.items if item.number == number), None))
        return _vorgang(f"Vorgang {escape(paper.reference)}", f"Vorgang: {paper.paper_type} {escape(paper.reference)}", _head(pairs), rows)

    def _process_of_item(self, meeting: TownMeeting, item: TownItem) -> str | None:
        head = _head([("Betreff", escape(item.name))])
        return _vorgang(f"Vorgang {escape(item.name)}", "Vorgang", head, self._told(meeting, item)) if item.public else None

    def _told(self, meeting: TownMeeting, item: TownItem | None) -> str:
        file = resolution_of(self.town, meeting, item) if item and item.resolution else None
        resolution = self._file(file, "document-link beschluss-link", "Beschluss", "Beschluss", "") if file else ""
        cells = {
            "beginn": self._meeting_link(meeting),
            "gremium": self._body_link(meeting),
            "beschluss": resolution,
            "ergebnis": _votes(item),
        }
        return (
            '<tr class="row-1"  data-vorgang-id="200_16983">\n'
            + "".join(f'<td class="column-{name}">{said}</td>\n' for name, said in cells.items())
            + "</tr>\n"
        )


HIDE = ' class="hide-text"'


def resolution_of(town: Town, meeting: TownMeeting, item: TownItem) -> TownFile:
    """The resolution of an item as a file of its own, word for word that of the minutes."""
    body = town.organization(meeting.organization)
    said = ", ".join(part for part in (item.result, item.votes) if part)
    label = "Beschlussantrag" if item.result == "abgelehnt" else "Beschluss"
    parts = [f"title: Beschluss {body} {meeting.start:%d.%m.%Y} TOP {item.number}", "= Beschlussauszug"]
    parts += [f"aus der Sitzung: {body} vom {meeting.start:%d.%m.%Y}", f"== TOP {item.number}: {item.name}"]
    parts += [f"| Vorlage: {town.paper(item.paper).reference}"] if item.paper else []
    parts += [f"| Beschlussart: {item.result}"] if item.result else []
    parts += [f"== {label}:", *item.resolution, "== Abstimmungsergebnis:", said]
    return TownFile(f"Beschluss_{meeting.name}_{item.number}", "Beschluss", pdf_of("\n\n".join(parts)))


def _opened(token: str) -> str:
    """What a token means; nothing for one that is none."""
    try:
        return urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode().partition(" ")[2]
    except ValueError:
        return ""


def _votes(item: TownItem | None) -> str:
    """The result and the counts as SD.NET prints them: "abgelehnt, 9 Ja-Stimmen, 21 Nein-Stimmen, 1 Enthaltung"."""
    if item is None or not item.result:
        return ""
    counts = [pair.split(": ") for pair in item.votes.split(", ")] if item.votes else []
    names = {"Ja": ("Ja-Stimme", "n"), "Nein": ("Nein-Stimme", "n"), "Enthaltungen": ("Enthaltung", "en")}
    said = [f"{number} {names[name][0]}{'' if number == '1' else names[name][1]}" for name, number in counts]
    return ", ".join([item.result, *said])


def _head(pairs: list[tuple[str, str]]) -> str:
    rows = "".join(f'<tr>\n<th scope="row">{label}:</th>\n<td class="document-icon-margin">{value}</td>\n</tr>\n' for label, value in pairs)
    return f'<div class="sst-table-container papers-hidden"><table class="table-details">{rows}</table></div>'


def _vorgang(heading: str, said: str, head: str, rows: str) -> str:
    names = (("beginn", "Termin"), ("gremium", "Gremium"), ("beschluss", "Beschluss"), ("ergebnis", "Abstimmung"))
    heads = "".join(f'<th class="column-{name}-header table-col-pos-{at}" scope="col">{head}</th>' for at, (name, head) in enumerate(names))
    table = f'<table id="table0" class="table-data table-vorgang table-cols-4"><caption class="caption">Beratungsfolge</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    description = f'<p class="description">Diese Ansicht enthält Informationen zum {said}</p>'
    return _page(heading, "vorgang", f'<h1 class="heading">{heading}</h1>{description}{head}<div class="sst-table-container">{table}</div>')


def _page(title: str, kind: str, content: str) -> str:
    menu = '<nav><a href="/termine/" title="Sitzungskalender">Sitzungskalender</a></nav>'
    return (
        f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{title} - SD.NET RIM 4 | Stadt Fehrnau</title></head>\n'
        f'<body>{menu}<div id="rimcontent">\n<div id="div-content" class="{kind}">\n{content}\n</div></div></body></html>'
    )
