"""A town as München's RIS serves it (Wicket: months by clicks, session ids in first addresses), and as Wiesbaden's PIWi does (iCalendar)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal

from pipeline.demo.risi_calendar import ical_of, month_of
from pipeline.demo.risi_markup import SCRIPT, card, heading, moment, page, values
from pipeline.demo.town import Town, TownFile, TownItem, TownMeeting, TownPaper, numbered
from pipeline.demo.website import Request, Response

ROBOTS = "User-agent: *\nDisallow: /*jsessionid\nDisallow: /risi/extranet/\n"
PATH = re.compile(
    r"(?P<thing>sitzung/detail|sitzung/top|sitzungsvorlage/detail|antrag/detail|dokument/v)/(?P<number>\d+)(?P<more>/[a-z/]+)?$"
)


@dataclass(slots=True)
class RisiSite:
    """The site; call it with a request. It keeps for its one visitor which month the calendar shows, as Wicket does for a session."""

    town: Town
    form: Literal["muenchen", "wiesbaden"] = "muenchen"
    month: int = 2025 * 12 + 4
    """Since the year 0; the calendar opens at May 2025."""

    def __call__(self, request: Request) -> Response | None:
        """What the site answers."""
        if request.path == "/robots.txt":
            return Response(ROBOTS.encode(), "text/plain; charset=utf-8")
        if "jsessionid" in request.path:
            return Response(b"<html><title>403 Forbidden</title></html>", status=403)
        if request.path.endswith("/sitzung/kalender/str") and self.form == "muenchen":
            return self._kalender(request)
        if request.path.endswith("/gremium/ical/gremium/0") and self.form == "wiesbaden":
            host = request.headers.get("host")
            root = f"http://{host}/" if host else "https://ris.fehrnau.example/"
            return Response(ical_of(self.town, root).encode(), "text/calendar; charset=utf-8")
        match = PATH.search(request.path)
        if match and match["thing"] == "dokument/v":
            file = numbered(self.town.files(), match["number"])
            return Response(file.pdf, "application/pdf") if file else None
        told = self._told(match["thing"], match["number"], match["more"] or "") if match else None
        return Response(told.encode()) if told else None

    def _kalender(self, request: Request) -> Response:
        said = "".join(request.query)
        if not said:
            session = "" if "JSESSIONID" in request.cookies else ";jsessionid=0F3A.node1"
            return Response(b"", status=302, headers={"Location": f"./str{session}?3", "Set-Cookie": "JSESSIONID=0F3A; Path=/"})
        click = re.search(r"-kalender-(?:(prev)|(next)|period~choice-(\d)-link)$", said)
        sent = (request.headers.get("wicket-ajax"), request.headers.get("wicket-ajax-baseurl"))
        if not click or sent != ("true", "sitzung/kalender/str?3"):
            return Response(month_of(self.town, self.month, first=True).encode())
        self.month += -1 if click[1] else 1 if click[2] else int(click[3]) - 2
        return Response(month_of(self.town, self.month, first=False).encode(), "text/xml; charset=utf-8")

    def _told(self, thing: str, number: str, more: str) -> str | None:
        """The page of a thing."""
        meeting, paper = numbered(self.town.meetings, number), numbered(self.town.papers, number)
        found = numbered(self.town.items(), number) if thing == "sitzung/top" else None
        if thing == "sitzung/detail" and meeting:
            return self._meeting(meeting) if not more else self._agenda(meeting, public=more.endswith("/oeffentlich"))
        if thing in {"sitzungsvorlage/detail", "antrag/detail"} and paper:
            return self._paper(paper)
        return self._decision(*found) if found and found[1].public else None

    def _meeting(self, meeting: TownMeeting) -> str:
        number = self.town.meetings.index(meeting)
        agendas = f'<div><a href="./{number}/tagesordnung/oeffentlich">Öffentliche TO</a></div>'
        if any(not item.public for item in meeting.items):
            agendas += f'<div><a href="./{number}/tagesordnung/nichtoeffentlich">Nichtöffentliche TO</a></div>'
        told = values(
            [("Gremium", self._body(meeting)), ("Wahlperiode", "2020-2026"), ("Sitzungsort", "Ratssaal"), ("Tagesordnungen", agendas)]
        )
        same = [other for other in self.town.meetings if other.organization == meeting.organization and other is not meeting]
        others = [
            (
                "Letzte Sitzung" if other.start < meeting.start else "Nächste Sitzung",
                f'<a href="./{self.town.meetings.index(other)}">{moment(other)}</a> <span>(Abgeschlossen)</span>',
            )
            for other in same
        ]
        files = [(meeting.invitation, "Einladung Rat oeff"), (meeting.minutes, "Niederschrift oeff")]
        cards = card("Informationen", told) + card("Weitere Termine", values(others)) + self._documents(files, number)
        actions = f'<div class="action"><a class="icon_action" href="./{number}?-1.-wicket_enclosure2006-aboCreateLink">Abonnement abschließen</a></div>'
        return page("Sitzungen", heading(moment(meeting), "(Abgeschlossen)") + actions, cards, self._script)

    def _body(self, meeting: TownMeeting) -> str:
        number = list(self.town.organizations).index(meeting.organization)
        tab = "?tab=mitgliederaktuell" if self.form == "muenchen" else "/mitgliederaktuell"
        return (
            f'<a class="icon_action" href="../../gremium/detail/{number}{tab}">{escape(self.town.organization(meeting.organization))}</a>'
        )

    @property
    def _script(self) -> str:
        return SCRIPT if self.form == "muenchen" else ""

    def _agenda(self, meeting: TownMeeting, *, public: bool) -> str:
        rows = self._row("topueberschrift", "TO_Ueberschrift", "", "Tagesordnung", "") if self.form == "muenchen" else ""
        for item in meeting.items:
            if item.public is public:
                below = self._below(meeting, item) if public else ""
                rows += self._row("", "TO_TOP", f"{item.number}.", f"TOP - {item.name}" if self.form == "muenchen" else item.name, below)
        part = "Öffentliche" if public else "Nichtöffentliche"
        table = f'<div class="d-table w-100{" tops" if self.form == "muenchen" else ""}">{rows}</div>'
        head = heading(f"{moment(meeting)} - {escape(self.town.organization(meeting.organization))}", "(Abgeschlossen)")
        preview = '<section class="docview-visibility"><div class="card"><div class="card-header"><h2>Vorschau</h2></div></div></section>'
        return page(f"{part} Tagesordnung", head, card(f"{part} Tagesordnung", table) + preview, self._script)

    def _row(self, kind: str, picture: str, number: str, title: str, below: str) -> str:
        element = "h3" if self.form == "muenchen" else "span"
        return (
            f'<div class="d-table-row even {kind if self.form == "muenchen" else ""}">\n<div class="d-table-cell px-1 py-2 text-center"><div><img class="svg-icon" src="../../../../images/{picture}.svg" alt=""></div></div>\n'
            f'<div class="d-table-cell px-1 py-2 text-center"><span>{number}</span></div>\n<div class="d-table-cell py-2 pl-1 pr-3"><div><{element} class="font-size-normal text-keepwhitespace">{escape(title)}</{element}></div>{below}</div>\n</div>'
        )

    def _below(self, meeting: TownMeeting, item: TownItem) -> str:
        """What stands below an item's title: its paper, the document of its resolution, the page of what was decided."""
        parts = ""
        if item.paper:
            paper = self.town.paper(item.paper)
            said = f"Sitzungsvorlage {paper.reference}" if self.form == "muenchen" else paper.reference
            kind = "antrag" if paper.paper_type == "Antrag" else "sitzungsvorlage"
            parts += f'<hr/><div class="mt-2"><img class="svg-icon" src="../../../../images/Vorgang_SV.svg" alt=""/> <a href="../../../../{kind}/detail/{self.town.papers.index(paper)}">{escape(said)}</a></div>'
            parts += values([("Typ", escape(paper.paper_type))]) if self.form == "muenchen" else ""
        if item.result:
            number = [(one.name, other.number) for one, other in self.town.items()].index((meeting.name, item.number))
            page = "entscheidung" if self.form == "muenchen" else "abstimmungsergebnis"
            parts += f'<div><a class="icon_action" href="../../../top/{number}/{page};jsessionid=0F3A.node1">{page.title()}</a></div>'
        return parts or "<em>(Beschluss liegt noch nicht vor)</em>"

    def _decision(self, meeting: TownMeeting, item: TownItem) -> str:
        votes = escape(item.votes or "")
        reference = self.town.paper(item.paper).reference if item.paper else ""
        body = values([("Gremium", self._body(meeting))])
        if self.form == "wiesbaden":
            paper = (
                f'<img src="../../../images/Vorgang_SV.svg" alt=""> <a href="../../../sitzungsvorlage/detail/{[p.name for p in self.town.papers].index(item.paper)}">{escape(reference)}</a>'
                if item.paper
                else ""
            )
            about = f'<div class="font-size-big"><a href="../../detail/{self.town.meetings.index(meeting)}">{moment(meeting)}</a></div>{values([("Gremium", self._body(meeting)), *([("Vorgang", paper)] if paper else [])])}'
            told = ", ".join(part for part in (escape(item.result or ""), votes) if part)
            cards = f'<div class="card mt-2"><div class="card-header"><b>TOP-Informationen</b></div><div class="card-body">{about}</div></div><div class="card mt-4"><div class="card-header"><b>Abstimmungs-Ergebnis</b></div><div class="card-body">{told}</div></div>'
            return page("Abstimmungsergebnis", heading(f"TOP - {item.number}. {escape(item.name)}"), cards)
        about = f'<div class="font-weight-bold"><img class="svg-icon" src="../../../images/Vorgang_Sitzung.svg" alt=""> <span>{moment(meeting)} (Abgeschlossen)</span></div>{body}'
        paper = (
            f'<div class="mt-2 "><img class="svg-icon" src="../../../images/Vorgang_SV.svg" alt=""> <span class="font-weight-bold">Sitzungsvorlage {escape(reference)}</span> <span>(Endgültiger Beschluss)</span></div>'
            if reference
            else ""
        )
        top = f'<div class="font-weight-bold"><img class="svg-icon" src="../../../images/TO_TOP.svg" alt=""> <span>TOP {item.number}. (Öffentlich)</span></div><div class="collapsable-content text-keepwhitespace mt-2">{escape(item.name)}</div><button class="btn">Mehr anzeigen</button>{paper}'
        told = values([("Entscheidung", escape(item.result or "")), *([("Ergebnis", votes)] if votes else [])])
        cards = (
            card("Sitzungs-Informationen", about, "sitzunginfo")
            + card("TOP-Informationen", top, "topinfo")
            + card("Entscheidungs-Informationen", told, "entscheidung")
        )
        button = '<div class="btn-container mt-3"><a class="btn btn-primary" href="javascript:history.back()">Schließen</a></div>'
        return page("Entscheidung", heading(f"TOP {item.number}. - Entscheidung"), cards + button)

    def _paper(self, paper: TownPaper) -> str:
        word = "Sitzungsvorlage" if self.form == "wiesbaden" or paper.paper_type != "Antrag" else "StR-Antrag"
        art = '<img class="svg-icon" src="../../images/Oeffentlich.svg" alt=""> <span>Öffentlicher Vorgang</span>'
        day = "Vom" if self.form == "wiesbaden" else "Gestellt am" if word == "StR-Antrag" else "Freigabe"
        told = values([(day, f"{paper.day:%d.%m.%Y}"), ("Art", art), ("Typ", escape(paper.paper_type))])
        files = [(paper.main, f"{paper.paper_type} oeff"), *((file, f"Anlage {n}") for n, file in enumerate(paper.auxiliary, 1))]
        rows = ""
        for name, number in paper.consulted:
            meeting = self.town.meeting(name)
            at = self.town.meetings.index(meeting)
            rows += (
                f'<div class="list-group-item even"><div><img class="svg-icon" alt="" src="../../images/Vorgang_Sitzung.svg"> <a class="font-weight-medium" href="../../sitzung/detail/{at}">{meeting.start:%d.%m.%Y}</a> {self._body(meeting)}</div>'
                f'<div><a class="icon_action" href="../../sitzung/detail/{at}/tagesordnung/oeffentlich?topid=1">Öffentliche TO ({number}.)</a></div></div>'
            )
        subject = f'<div class="collapsable-content collapse-text-3 text-keepwhitespace">{escape(paper.title)}</div><div><button class="btn">Mehr anzeigen</button></div>'
        results = f'<section class="card mt-4" id="ergebnisse"><div class="card-header"><h2>Ergebnisse</h2></div><div class="list-group list-group-flush tops">{rows}</div></section>'
        cards = card("Betreff", subject) + card("Informationen", told) + self._documents(files) + results
        return page(
            f"{word} {paper.reference}", heading(f"{word} {escape(paper.reference)}", "(Endgültiger Beschluss)"), cards, self._script
        )

    def _documents(self, files: Iterable[tuple[TownFile, str]], number: int | None = None) -> str:
        names = [file.name for file in self.town.files()]
        rows = "".join(
            f'<li class="list-group-item even"><div class="form-check"><input type="radio" name="pdfselector" data-pdfname="{escape(label)}"><img class="svg-icon mr-1" src="../../images/Oeffentlich.svg" title="Öffentliches Dokument" alt="Öffentliches Dokument">'
            f'<div class="text-break"><a class="downloadlink text-nohyphens" href="../../dokument/v/{names.index(file.name)}">{escape(label)}.pdf</a> <span class="d-inline-block">({len(file.pdf) // 1024 + 1} KB)</span></div></div></li>'
            for file, label in files
        )
        every = (
            f' <a href="./{number}?-1.-typedSectionsPanel-dokumente-dokumentedownloadlink"><img alt="Vorgangs-Dokumente herunterladen" src="x.svg"/></a>'
            if number is not None
            else ""
        )
        return f'<section class="card"><div class="card-header"><h2>Dokumente{every}</h2></div><ul class="list-group list-group-flush">{rows}</ul></section>'
