"""A town as an ALLRIS 4 serves it: Wicket's counters in addresses, file numbers that change with every answer, votes as a Word table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import count

from pipeline.demo.town import Town, TownFile, TownItem, TownMeeting, TownPaper, numbered
from pipeline.demo.website import Request, Response

WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
FILE = "wicket/resource/org.apache.wicket.Application/doc"


@dataclass(slots=True)
class Allris4Site:
    """The site; call it with a request. Each answer gives the files new numbers; old ones stay good for a while."""

    town: Town
    counter: Iterator[int] = field(default_factory=lambda: count(1))

    def __call__(self, request: Request) -> Response | None:
        """What the site answers."""
        name = request.path.rpartition("/")[2]
        page: str | None = None
        match name, request.query:
            case "si010", {"MM": month, "YY": year}:
                page = self._calendar(int(year), int(month))
            case "to010", {"SILFDNR": number} if meeting := numbered(self.town.meetings, number):
                page = self._agenda(meeting)
            case "to020", {"TOLFDNR": number} if found := numbered(self.town.items(), number):
                page = self._item(*found) if found[1].public else None
            case "vo020", {"VOLFDNR": number} if paper := numbered(self.town.papers, number):
                page = self._paper(paper)
            case _ if match := re.search(r"/doc\d+-(\d+)\.pdf$", request.path):
                file = numbered(self.town.files(), match[1])
                return Response(file.pdf, "application/pdf") if file else None
        return Response(page.encode()) if page else None

    def _documents(self, files: Iterable[tuple[TownFile, str]]) -> str:
        names = [file.name for file in self.town.files()]
        links = "".join(
            f'<li><a class="js-simple-tooltip doclink pdf" data-simpletooltip-text="Öffnet PDF-Datei \'{label}\' in neuem Fenster" '
            f'href="./{FILE}{1000 + next(self.counter)}-{names.index(file.name)}.pdf" target="_blank">{label}</a></li>'
            for file, label in files
        )
        return f'<aside class="documents" id="dokumenteHeaderPanel"><span>Dokumente</span><ul>{links}</ul></aside>'

    def _calendar(self, year: int, month: int) -> str:
        rows = ""
        for number, meeting in enumerate(self.town.meetings):
            if (meeting.start.year, meeting.start.month) == (year, month):
                rows += f'<tr><td class="dat">{_day(meeting)}</td><td class="zeit">{meeting.start:%H:%M} - {meeting.end:%H:%M}</td>'
                rows += f'<td><a href="./to010?0-1.-calendar-{number}&amp;SILFDNR={number}">{escape(meeting.title)}</a></td></tr>\n'
        table = f'<table class="dataTable" id="kalender"><tr><th>Datum</th><th>Zeit</th><th>Sitzung</th></tr>{rows}</table>'
        return _page("Kalender", f'<h1 class="title">Sitzungskalender</h1>{table}')

    def _agenda(self, meeting: TownMeeting) -> str:
        body = escape(self.town.organization(meeting.organization))
        head = _head([
            ("Betreff", "sibetreff", escape(meeting.title)), ("Gremium", "sigremium", f'<a href="./gr020?GRLFDNR=1">{body}</a>'), ("Datum", "sidatum", _day(meeting)),
            ("Status", "sistatus", "gemischt"), ("Uhrzeit", "sizeit", f"{meeting.start:%H:%M} - {meeting.end:%H:%M}"), ("Anlass", "sianlass", "Sitzung"),
        ])  # fmt: skip
        rows, public = "", None
        for item in meeting.items:
            if item.public is not public:
                public = item.public
                rows += f'<tr class="even beratung"><td></td><td class="tonr"></td><td class="tobetreff"><div><p>{"Ö" if public else "Nichtö"}ffentlicher Teil</p></div></td><td class="tovonr"></td></tr>'
            number = [(m.name, i.number) for m, i in self.town.items()].index((meeting.name, item.number))
            paper = f"<div>{self._paper_link(item.paper, number)}</div>" if item.paper else ""
            rows += f'<tr class="odd numodd" id="id{next(self.counter)}"><td class="expandCloseCol"></td><td class="tonr"><div><a href="#" id="link_{number}">{"Ö" if item.public else "N"} {item.number}</a></div></td>'
            rows += f'<td class="tobetreff"><div><a>{escape(item.name)}<span class="zusatzinfo"></span> </a></div></td><td class="attach"></td><td class="tobahint"></td><td class="tovonr">{paper}</td><td class="toDoc"></td><td class="tozunr"></td></tr>\n'
        names = '<tr class="headers"><th>+/-</th><th class="tonr">TOP</th><th class="tobetreff">Betreff</th><th></th><th></th><th class="tovonr">Vorlage</th><th></th><th class="tozunr">Zuständigkeit</th></tr>'
        table = f'<table class="dataTable toTable" id="toTreeTable"><caption>Tagesordnung</caption><thead>{names}</thead><tbody>{rows}</tbody></table>'
        files = self._documents([(meeting.invitation, "Einladung"), (meeting.minutes, "Niederschrift")])
        return _page("Sitzung", f'<h1>Stadt Fehrnau</h1><h1 class="title">{body} - {meeting.start:%d.%m.%Y}</h1>{head}{files}{table}')

    def _paper_link(self, name: str, item: int) -> str:
        number = [paper.name for paper in self.town.papers].index(name)
        return f'<a href="./vo020?1196-1.0-&amp;VOLFDNR={number}&amp;refresh=false&amp;TOLFDNR={item}">{escape(self.town.papers[number].reference)}</a>'

    def _item(self, meeting: TownMeeting, item: TownItem) -> str:
        body = escape(self.town.organization(meeting.organization))
        pairs = [
            ("TOP", "tonr", f"Ö {item.number}"),
            ("Betreff", "tobetreff", escape(item.name)),
            ("Gremium", "sigremium", body),
            ("Datum", "sidatum", _day(meeting)),
        ]
        if item.result:
            pairs.append(("Beschluss", "toba", escape(item.result)))
        if item.paper:
            pairs.append(("Vorlage", "tovo", escape(self.town.paper(item.paper).reference)))
        panels = ""
        if item.resolution:
            label = "Beschlussantrag" if item.result == "abgelehnt" else "Beschluss"
            inside = "".join(f"<p>{escape(said)}</p>" for said in item.resolution)
            panels += f'<div id="showHideLink_id2"><h2>{label}</h2></div><div class="docPart"><p><b>{label}:</b></p>{inside}</div>'
        if item.votes:
            counts = re.findall(r"\d+", item.votes)
            rows = "".join(
                f"<tr><td><p>{label}</p></td><td><p>{number}</p></td></tr>"
                for label, number in zip(("Dafür", "Dagegen", "Enthaltungen"), counts, strict=True)
            )
            panels += (
                f'<div class="docPart"><p><b>Abstimmungsergebnis:</b></p><p>{escape(item.result or "")}</p><table>{rows}</table></div>'
            )
        return _page("TOP", f'<h1>Stadt Fehrnau</h1><h1 class="title">Auszug - {escape(item.name)}</h1>{_head(pairs)}{panels}')

    def _paper(self, paper: TownPaper) -> str:
        rows = ""
        for meeting_name, item_number in paper.consulted:
            meeting = self.town.meeting(meeting_name)
            number = [m.name for m in self.town.meetings].index(meeting_name)
            item = next((i for i in meeting.items if i.number == item_number), None)
            rows += f'<tr><td class="bfgremium">{escape(self.town.organization(meeting.organization))}</td><td class="dat"><a href="./to010?2-1.-x&amp;SILFDNR={number}">{meeting.start:%d.%m.%Y}</a></td><td class="ba">{(item.result if item else "") or ""}</td></tr>'
        head = _head(
            [
                ("Betreff", "vobetreff", escape(paper.title)),
                ("Status", "vostatus", "öffentlich"),
                ("Vorlageart", "voart", escape(paper.paper_type)),
                ("Datum", "vodatum", f"{paper.day:%d.%m.%Y}"),
            ]
        )
        table = f'<table class="dataTable" id="bfTable"><caption>Beratungsfolge</caption><tr><th>Gremium</th><th>Datum</th><th>Beschlussart</th></tr>{rows}</table>'
        files = self._documents([(paper.main, "Vorlage"), *((file, f"Anlage {n}") for n, file in enumerate(paper.auxiliary, 1))])
        return _page("Vorlage", f'<h1>Stadt Fehrnau</h1><h1 class="title">Vorlage - {escape(paper.reference)}</h1>{head}{files}{table}')


def _day(meeting: TownMeeting) -> str:
    return f"{WEEKDAYS[meeting.start.weekday()]}., {meeting.start:%d.%m.%Y}"


def _head(pairs: Iterable[tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<div class="row"><dl><dt class="colTitle"><span class="label">{label}:</span></dt><dd class="colEntry"><span class="text1" id="{name}">{value}</span></dd></dl></div>\n'
        for label, name, value in pairs
    )
    return f'<div id="head"><div class="headLeftInner">{rows}</div></div>'


def _page(title: str, content: str) -> str:
    return (
        '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"/><meta content="ALLRIS net Version 4.1.5 (4150026) - 17.01.2025" name="description"/>'
        f'<title>ALLRIS - {title}</title></head>\n<body><div id="allris"><main id="pageContent">{content}</main></div></body></html>'
    )
