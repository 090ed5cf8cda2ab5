"""A town as a SessionNet serves it: layout 4 with `.asp`, layout 5 with `.php` and the anonymous cookie of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from pipeline.demo.town import Town, TownFile, TownItem, TownMeeting, TownPaper, numbered
from pipeline.demo.website import Request, Response

VERSION = {4: ("V:050303", "SessionNet Version 5.3.3 bi (Layout 4)"), 5: ("V:040906.L:4", "SessionNet Version 4.9.6 bi (Layout 5)")}


@dataclass(frozen=True, slots=True)
class SessionNetSite:
    """The site; call it with a request."""

    town: Town
    layout: int = 4

    @property
    def ending(self) -> str:
        """What the site's addresses end in."""
        return "asp" if self.layout == 4 else "php"

    def __call__(self, request: Request) -> Response | None:
        """What the site answers."""
        name, _, ending = request.path.rpartition("/")[2].partition(".")
        if ending != self.ending:
            return None
        page: str | None = None
        match name, request.query:
            case "si0040", {"__cjahr": year, "__cmonat": month}:
                calendar = self._calendar(int(year), int(month))
                return Response(calendar.encode(), headers={"Set-Cookie": "ASPSESSION=anonymous; Path=/"})
            case "getfile", {"id": number}:
                file = numbered(self.town.files(), number)
                return Response(file.pdf, "application/pdf") if file else None
            case (("to0040" | "si0057"), {"__ksinr": number}) if self.layout == 5 and "ASPSESSION" not in request.cookies:
                page = _page(self.layout, "error", "Fehler", "<h1>Fehler</h1><p>Die Seite ist nicht verfügbar.</p>")
            case (("to0040" | "si0057"), {"__ksinr": number}) if meeting := numbered(self.town.meetings, number):
                page = self._agenda(meeting)
            case "vo0050", {"__kvonr": number} if paper := numbered(self.town.papers, number):
                page = self._paper(paper)
        return Response(page.encode()) if page else None

    def _link(self, file: TownFile, title: str) -> str:
        number = [other.name for other in self.town.files()].index(file.name)
        return f'<a href="getfile.{self.ending}?id={number}&type=do&" title="{escape(title)}" class="smce-a-u">{escape(title)}</a>'

    def _calendar(self, year: int, month: int) -> str:
        rows = ""
        for number, meeting in enumerate(self.town.meetings):
            if (meeting.start.year, meeting.start.month) != (year, month):
                continue
            body, time = escape(self.town.organization(meeting.organization)), f"{meeting.start:%H:%M}-{meeting.end:%H:%M}&nbsp;Uhr"
            page = "to0040" if self.layout == 4 else "si0057"
            link = f'<a href="{page}.{self.ending}?__ksinr={number}" title="Details anzeigen: {body} {meeting.start:%d.%m.%Y}">{body}</a>'
            if self.layout == 4:
                rows += (
                    f'<tr class="smcrow2"><td class="smc_fct_day">{meeting.start.day}&nbsp;</td><td class="smc_field_yytime">{time}</td>'
                )
                rows += f'<td class="smc_td smc_field_silink">{link}</td></tr>\n'
            else:
                rows += f'<tr><td data-label="Tag" class="siday">{meeting.start.day}</td><td data-label="Zeit">{time}</td>'
                rows += f'<td data-label="Sitzung">{link}</td></tr>\n'
        return _page(self.layout, "si0040", "Sitzungen", f'<table id="smc_page_si0040_contenttable1">{rows}</table>')

    def _agenda(self, meeting: TownMeeting) -> str:
        title = f"{self.town.organization(meeting.organization)} {meeting.start:%d.%m.%Y}"
        documents = self._link(meeting.invitation, "Einladung") + self._link(meeting.minutes, "Niederschrift (öffentlich)")
        return (self._agenda_4 if self.layout == 4 else self._agenda_5)(meeting, title, f'<div class="smcdocbox">{documents}</div>')

    def _agenda_4(self, meeting: TownMeeting, title: str, documents: str) -> str:
        rows, public = "", None
        for item in meeting.items:
            if item.public is not public:
                public = item.public
                rows += f'<tr class="smcrowh smc-table-group"><td colspan="7">{"Ö" if public else "Nicht ö"}ffentlicher Teil</td></tr>'
            paper = self._paper_link(item.paper) if item.paper else "&nbsp;"
            rows += f'<tr class="smcrow1 smc_toph"><td class="smc_tophn">{item.number}</td><td colspan="3" class="smc_topht">{escape(item.name)}</td>'
            rows += f'<td>{paper}</td><td>&nbsp;</td><td class="smc_toph">{self._paper_files(item)}</td></tr>\n'
            for label, said in (("Beschluss", item.result), ("Abstimmung", item.votes)):
                if said:
                    rows += (
                        f'<tr class="smc_tophz"><td>&nbsp;</td><td class="smc_tophz smc_topr">{label}: </td><td>{escape(said)}</td></tr>\n'
                    )
        head = '<thead><tr><th>TOP&nbsp;</th><th colspan="5">Inhalt&nbsp;</th><th>Dokumente</th></tr></thead>'
        table = f'<table id="smc_page_to0040_contenttable1" class="smccontenttable">{head}<tbody>{rows}</tbody></table>'
        return _page(4, "to0040", title, documents + table)

    def _agenda_5(self, meeting: TownMeeting, title: str, documents: str) -> str:
        rows = ""
        for item in meeting.items:
            said = "; ".join(part for part in (item.result, item.votes) if part)
            result = f'<p class="smc_field_smcdv0_box2_1">Beschluss: {escape(said)}</p>' if said else ""
            paper = (
                f'<td data-label="Vorlage" class="tovo">{self._paper_link(item.paper)}</td>'
                if item.paper
                else '<td class="toxx">&nbsp;</td>'
            )
            rows += f'<tr><td class="tofnum"><span class="badge">{"Ö" if item.public else "N"} {item.number}</span></td>'
            rows += f'<td class="tobetr"><div class="smc-card-header-title-simple">{escape(item.name)}</div>{result}</td>{paper}'
            rows += f'<td class="sidocs">{self._paper_files(item)}</td></tr>\n'
        head = f'<div class="smc-table-cell siname">{escape(meeting.title)}</div><div class="smc-table-cell sidat">{meeting.start:%d.%m.%Y}</div>'
        table = f'<table id="smc_page_si0057_contenttable1" class="table smc-table"><tbody>{rows}</tbody></table>'
        return _page(5, "si0057", f"{title} - {meeting.start:%H:%M} Uhr", head + documents + table)

    def _paper_files(self, item: TownItem) -> str:
        if not item.paper:
            return "&nbsp;"
        paper = self.town.paper(item.paper)
        return f"<h4>{self._files_of(paper)}</h4>"

    def _files_of(self, paper: TownPaper) -> str:
        links = [self._link(paper.main, "Vorlage"), *(self._link(file, f"Anlage {n}") for n, file in enumerate(paper.auxiliary, 1))]
        return "".join(links)

    def _paper_link(self, name: str) -> str:
        number = [paper.name for paper in self.town.papers].index(name)
        paper = self.town.papers[number]
        return f'<a href="vo0050.{self.ending}?__kvonr={number}&voselect=1" title="Vorlage anzeigen">{escape(paper.reference)}</a>'

    def _paper(self, paper: TownPaper) -> str:
        fields = {"vobetr": paper.title, "voname": paper.reference, "vovaname": paper.paper_type, "vodatum": f"{paper.day:%d.%m.%Y}"}
        mark = "smc_field_" if self.layout == 4 else ""
        cells = "".join(f'<div class="smc-table-cell {mark}{name}">{escape(said)}</div>' for name, said in fields.items())
        return _page(self.layout, "vo0050", f"Vorlage {paper.reference}", f"{cells}<div>{self._files_of(paper)}</div>")


def _page(layout: int, name: str, title: str, content: str) -> str:
    version, generator = VERSION[layout]
    return (
        f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="Generator" content="Somacos GmbH &amp; Co. KG, {generator}">'
        f'<meta name="sessionnet" content="{version}"><title>SessionNet | {escape(title)}</title></head>\n'
        f'<body class="smc_body"><div id="smclayout" class="smclayout smc_page_{name}_layout">{content}</div></body></html>'
    )
