"""A town as an ALLRIS 3 serves it: latin-1 without a charset in the header, files by POST, extracts with documents inside documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from pipeline.demo.town import Town, TownFile, TownItem, TownMeeting, TownPaper, numbered
from pipeline.demo.website import Request, Response

WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
VERSION = "ALLRIS net Version 3.9.4 (191209m)"
EMBEDDED = (
    '<?xml version="1.0" encoding="iso-8859-1" standalone="no"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head>'
    '<meta content="text/html; charset=utf-8" http-equiv="Content-Type"/><title></title></head><body><div>{}</div></body></html>'
)


@dataclass(frozen=True, slots=True)
class Allris3Site:
    """The site; call it with a request. With `xml` it answers the calendar as XML, too."""

    town: Town
    xml: bool = False
    variant: str = ""
    """What the names of its pages end in: "" or "_r"."""

    def __call__(self, request: Request) -> Response | None:
        """What the site answers."""
        name = request.path.rpartition("/")[2].removesuffix(".asp").removesuffix(self.variant)
        fields = dict(request.query) | dict(request.form)
        page: str | None = None
        match name, fields:
            case "si010", {"selfaction": "ws"}:
                return Response(self._list().encode("latin-1"), "text/xml") if self.xml else None
            case "si010", {"MM": month, "YY": year}:
                page = self._calendar(int(year), int(month))
            case "to010", {"SILFDNR": number} if meeting := numbered(self.town.meetings, number):
                page = self._agenda(meeting)
            case "to020", {"TOLFDNR": number} if found := numbered(self.town.items(), number):
                page = self._extract(*found)
                return Response(page.encode("latin-1"), "text/html", headers={} if found[1].public else {"X-Page": "noauth.asp"})
            case "vo020", {"VOLFDNR": number} if paper := numbered(self.town.papers, number):
                page = self._paper(paper)
            case "do027", {"DOLFDNR": number, "options": "64"} if request.form and (file := numbered(self.town.files(), number)):
                return Response(file.pdf, "application/pdf")
        return Response(page.encode("latin-1", "xmlcharrefreplace"), "text/html") if page else None

    def _at(self, name: str) -> str:
        return f"{name}{self.variant}.asp"

    def _list(self) -> str:
        items = "".join(
            f"<item><silfdnr>{n}</silfdnr><siname>{escape(m.title)}</siname><sisbvcs>{_stamp(m.start)}</sisbvcs><sisevcs>{_stamp(m.end)}</sisevcs></item>"
            for n, m in enumerate(self.town.meetings)
        )
        return f'<?xml version="1.0" encoding="iso-8859-1"?><allris><special></special><list>{items}</list></allris>'

    def _calendar(self, year: int, month: int) -> str:
        rows = '<tr class="zw1"><th colspan="2">Datum</th><th>Uhrzeit</th><th colspan="4">Sitzung</th></tr>'
        rows += '<tr class="zl12"><td class="text2">Mo</td><td class="text2">&nbsp;&nbsp;3</td><td colspan="5">&nbsp;</td></tr>'
        for number, meeting in enumerate(self.town.meetings):
            if (meeting.start.year, meeting.start.month) == (year, month):
                rows += (
                    f'<tr class="zl12"><td class="text2">{WEEKDAYS[meeting.start.weekday()]}</td><td class="text2">{meeting.start.day}</td>'
                )
                rows += f'<td class="text2">{meeting.start:%H:%M} - {meeting.end:%H:%M}&nbsp;</td><td>{_button(self._at("to010"), "SILFDNR", number, "TO", "Tagesordnung")}</td>'
                rows += f'<td><a href="{self._at("to010")}?SILFDNR={number}">{escape(meeting.title)}</a></td></tr>\n'
        return _page("si010", "Sitzungskalender", f'<table class="tl1">{rows}</table>')

    def _agenda(self, meeting: TownMeeting) -> str:
        files = self._buttons([(meeting.invitation, "Einladung"), (meeting.minutes, "Niederschrift")])
        head = _head(
            [
                ("Gremium", escape(self.town.organization(meeting.organization))),
                ("Datum", _day(meeting)),
                ("Status", "öffentlich/nichtöffentlich"),
                ("Zeit", f"{meeting.start:%H:%M} - {meeting.end:%H:%M}"),
            ]
        )
        items = "".join(self._row(meeting, item) for item in meeting.items)
        rows = '<tr class="zk1"><th>TOP</th><th colspan="2">&nbsp;</th><th>Betreff</th><th colspan="3">Vorlage</th></tr>' + items
        if self.variant:
            return _page(
                "to010 normal",
                f"{escape(self.town.organization(meeting.organization))} - {meeting.start:%d.%m.%Y}",
                self._responsive(meeting) + files,
                frame="allris",
            )
        return _page(
            "to010", f"Tagesordnung - {escape(meeting.title)}&nbsp;&nbsp;", f'{head}{files}<hr /><table class="tl1">{rows}</table>'
        )

    def _row(self, meeting: TownMeeting, item: TownItem) -> str:
        number, name = self._number(meeting, item), f"{'Ö' if item.public else 'N'}&nbsp;{item.number}"
        title = f'<a href="to020.asp?TOLFDNR={number}">{escape(item.name)}</a>' if item.public else escape(item.name)
        result = _button("to020.asp", "TOLFDNR", number, "NA", item.result or "(offen)") if item.public else "&nbsp;"
        paper = self._paper_link(item.paper) if item.paper else ""
        first = f'<a href="to010.asp?SILFDNR=0&TOLFDNR={number}#beschluss" title="Auswählen">{name}</a>'
        return f'<tr class="zl12"><td class="text4">{first}</td><td>&nbsp;</td><td>{result}</td><td>{title}</td><!--{number} --><td>&nbsp;</td><td>{paper}</td><td>&nbsp;</td></tr>\n'

    def _responsive(self, meeting: TownMeeting) -> str:
        rows = ""
        for item in meeting.items:
            number = self._number(meeting, item)
            paper = self._paper_link(item.paper) if item.paper else ""
            title = f'<a href="to020_r.asp?TOLFDNR={number}">{escape(item.name)}</a>' if item.public else escape(item.name)
            rows += f'<tr class="odd"><td class="tonr"><a href="to010_r.asp?SILFDNR=1&TOLFDNR={number}#beschluss">{"Ö" if item.public else "N"} {item.number}</a></td><td class="tobetreff"><div>{title}</td>'
            rows += f'<td class="tobeschlussart">{item.result or ""}</td><td class="tovonr">{paper}</td></tr>\n'
        body = escape(self.town.organization(meeting.organization))
        head = f'<div id="head"><div class="row"><a aria-describedby="sigremium">Gremium:</a> <span id="sigremium">{body}</span></div><div class="row"><a aria-describedby="sidatum">Datum:</a> <span id="sidatum">{_day(meeting)}</span></div></div>'
        table = '<table class="dataTable toTable"><caption>Tagesordnung</caption>'
        names = '<thead><tr><th class="tonr">TOP</th><th class="tobetreff">Betreff</th><th class="tobeschlussart">Beschlussart</th><th class="tovonr">Vorlage</th></tr></thead>'
        return f"{head}{table}{table}{names}<tbody>{rows}</tbody></table>"

    def _number(self, meeting: TownMeeting, item: TownItem) -> int:
        return [(m.name, i.number) for m, i in self.town.items()].index((meeting.name, item.number))

    def _paper_link(self, name: str) -> str:
        number = [paper.name for paper in self.town.papers].index(name)
        return f'<a href="{self._at("vo020")}?VOLFDNR={number}">{escape(self.town.papers[number].reference)}</a>'

    def _extract(self, meeting: TownMeeting, item: TownItem) -> str:
        body = escape(self.town.organization(meeting.organization))
        pairs = [("TOP", f"Ö {item.number}"), ("Gremium", body), ("Beschlussart", item.result or "(offen)"), ("Datum", _day(meeting))]
        if item.paper:
            pairs.append(("Vorlage", self._paper_link(item.paper)))
        parts = []
        if item.resolution:
            label = "Beschlussantrag:" if item.result == "abgelehnt" else "Beschluss:"
            parts.append(
                ("allrisBS", f"<p><b>{label}</b></p>" + "".join(f"<p>{escape(said)}</p><p>&#xa0;</p>" for said in item.resolution))
            )
        if item.votes or item.result:
            said = ", ".join(part for part in (item.result, item.votes) if part)
            parts.append(("allrisAE", f"<hr/><p><b>Abstimmungsergebnis:</b></p><p>{escape(said)}</p>"))
        marks = "".join(f'<br/><a href="#{name}">{name.removeprefix("allris")}</a>' for name, _ in parts)
        inside = "".join(f'<a name="{name}"></a>\n{EMBEDDED.format(content)}\n' for name, content in parts)
        return _page("to020", f"Auszug - {escape(item.name)}", f"{_head(pairs)}{marks}<hr/>{inside}")

    def _paper(self, paper: TownPaper) -> str:
        rows = ""
        for meeting_name, item_number in paper.consulted:
            meeting = self.town.meeting(meeting_name)
            number = [m.name for m in self.town.meetings].index(meeting_name)
            item = next((i for i in meeting.items if i.number == item_number), None)
            rows += f'<tr class="zl12" title="Folgenummer 0"><td></td><td class="text1" colspan="3">{escape(self.town.organization(meeting.organization))}</td></tr>'
            rows += f'<tr class="zl12"><td></td><td class="text2">{meeting.start:%d.%m.%Y}&nbsp;</td><td><a href="{self._at("to010")}?SILFDNR={number}">{escape(meeting.title)}</a></td><td class="text3">{(item.result if item else "") or ""}&nbsp;</td></tr>'
        script = '<script type="text/javascript"><!--\nfunction checkClickResult(id) { return "TOP 9: nicht beschlossen"; }\n--></script>'
        pairs = [
            ("Betreff", f"{script}\n{escape(paper.title)}"),
            ("Status", "öffentlich"),
            ("Vorlage-Art", escape(paper.paper_type)),
            ("Datum", f"{paper.day:%d.%m.%Y}"),
        ]
        ways = f'<tr><td class="kb1" colspan="4">Beratungsfolge:</td></tr><tr><td colspan="4"><table>{rows}</table></td></tr>'
        files = self._buttons([(paper.main, "Vorlage"), *((file, f"Anlage {n}") for n, file in enumerate(paper.auxiliary, 1))])
        return _page("vo020", f"Vorlage - {escape(paper.reference)}&nbsp;&nbsp;", f"{_head(pairs, ways)}{files}")

    def _buttons(self, files: Iterable[tuple[TownFile, str]]) -> str:
        names = [file.name for file in self.town.files()]
        return "".join(
            f'<form action="do027.asp" method="post" target="_blank"><input type="hidden" name="DOLFDNR" value="{names.index(file.name)}"/><input type="hidden" name="options" value="64"/>'
            f'<input type="hidden" name="annots" value="1"/><input type="submit" class="il2_p" value="{name}" title="{name} (Öffnet PDF-Datei in neuem Fenster)"/></form>'
            for file, name in files
        )


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _day(meeting: TownMeeting) -> str:
    return f"{WEEKDAYS[meeting.start.weekday()]}, {meeting.start:%d.%m.%Y}"


def _button(action: str, field: str, number: int, value: str, title: str) -> str:
    inside = f'<input type="hidden" name="{field}" value="{number}"  /><input type="submit" class="il1" value="{value}" title="{escape(title)}"  />'
    return f'<form action="{action}" method="post" style="margin:0">{inside}</form>'


def _head(pairs: Iterable[tuple[str, str]], more: str = "") -> str:
    rows = "".join(f'<tr valign="top"><td class="kb1">{label}:</td><td class="text1">{value}</td></tr>\n' for label, value in pairs)
    return f'<table class="tk1">{rows}{more}</table>'


def _page(kind: str, title: str, content: str, frame: str = "allriscontainer") -> str:
    heading = f'<h1 class="title">{title}</h1>' if frame == "allris" else f'<div id="risname_raw"><h1>{title}</h1></div>'
    return (
        '<?xml version="1.0" encoding="iso-8859-1"?>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="de"><head><meta http-equiv="content-type" content="text/html; charset=iso-8859-1" />'
        f'<title>{title}</title><meta name="description" content="{VERSION}" /></head><body><div id="{frame}" class="{kind}">\n{heading}{content}\n</div></body></html>'
    )
