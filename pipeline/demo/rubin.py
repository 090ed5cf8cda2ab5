"""A town as a more! rubin serves it: the app, whose pages carry their data in a script, or the older pages of tables and posted forms.

Meetings in data are in the form of Eibenstock's (2026-09); the calendars, what a meeting's own documents look like in data, and the older
pages are our own guess.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from pipeline.demo.sdnet import resolution_of
from pipeline.demo.town import Town, TownFile, TownItem, TownMeeting
from pipeline.demo.website import Request, Response
from pipeline.pages.moments import MONTHS


@dataclass(frozen=True, slots=True)
class RubinSite:
    """The site; call it with a request. `older` serves tables instead of the app; its calendar opens with the month `now`."""

    town: Town
    older: bool = False
    now: tuple[int, int] = (2025, 4)

    def __call__(self, request: Request) -> Response | None:
        """What the site answers."""
        page: str | None = None
        match request.path.rpartition("/")[2], dict(request.query) | dict(request.form):
            case "sitzungskalender.php", fields:
                month = (int(fields["jahr"]), int(fields["monat"])) if {"jahr", "monat"} <= fields.keys() else self.now
                page = self._months(month) if self.older else self._calendar()
            case "meeting.php", {"id": number} if meeting := next((m for m in self.town.meetings if self._number(m) == number), None):
                page = self._table(meeting) if self.older else self._app(meeting)
            case "beschluesse_details.php", {"vid": item, "nid": number} if self.older:
                found = next(((m, i) for m, i in self.town.items() if (self._number(m), self._item_number(i)) == (number, item)), None)
                page = self._details(*found) if found and found[1].public else None
            case "documents.php", fields:
                file = dict(self._files()).get(tuple(sorted((name, said) for name, said in fields.items() if name in FIELDS)))
                return Response(file.pdf, "application/pdf") if file else None
        return Response(page.encode()) if page else None

    def _number(self, meeting: TownMeeting) -> str:
        return f"ni_{meeting.start.year}-{meeting.organization[:3].upper()}-{240 + self.town.meetings.index(meeting)}"

    def _item_number(self, item: TownItem) -> str:
        paper = self.town.paper(item.paper) if item.paper else None
        return f"6609061000{self.town.papers.index(paper)}" if paper else f"zt_{item.number}"

    def _files(self) -> Iterator[tuple[tuple[tuple[str, str], ...], TownFile]]:
        """The files by the fields of their addresses."""
        for meeting in self.town.meetings:
            yield (("document_type_id", "1"), ("meeting_id", self._number(meeting))), meeting.invitation
            yield (("document_type_id", "2"), ("meeting_id", self._number(meeting))), meeting.minutes
        for number, paper in enumerate(self.town.papers):
            yield (("document_type_id", "4"), ("submission_id", f"6609061000{number}")), paper.main
            for at, file in enumerate(paper.auxiliary):
                yield (("document_type_id", "13"), ("submission_attachment_id", f"6609061000{number}|20250203{at}-0.pdf|")), file
        for meeting, item in self.town.items():
            if item.resolution:
                key = f"{self._number(meeting)}|{self._item_number(item)}|1"
                yield (("agenda_item_id", key), ("document_type_id", "5")), resolution_of(self.town, meeting, item)

    def _address(self, file: TownFile) -> str:
        fields = next(fields for fields, other in self._files() if other.name == file.name)
        said = "&".join(f"{name}={value.replace('|', '%7C')}" for name, value in sorted(fields, reverse=True))
        return f"/documents.php?{said}&id=69&json=1&platform=ris"

    def _shown(self, meeting: TownMeeting, item: TownItem) -> Iterator[tuple[str, TownFile]]:
        """The files of an item with their names."""
        if item.paper:
            paper = self.town.paper(item.paper)
            yield f"{'Vorlage' if self.older else paper.paper_type} {paper.reference} ({paper.title}).pdf", paper.main
            yield from ((f"Anlage {at}", file) for at, file in enumerate(paper.auxiliary, 1))
        if item.resolution:
            yield f"Beschluss  von TOP {item.number} {meeting.title}", resolution_of(self.town, meeting, item)

    def _told(self, meeting: TownMeeting) -> dict[str, Any]:
        number, body = self._number(meeting), self.town.organization(meeting.organization)
        code = meeting.organization[:3].upper()
        return {
            "id": str(658 + self.town.meetings.index(meeting)), "nummer": number, "nummer_si": number.removeprefix("ni_"),
            "datum": f"{meeting.start:%Y-%m-%d}", "titel": meeting.title, "uhrzeit": f"{meeting.start:%H:%M}", "status": "1", "is_draft": "0",
            "fraktionssitzung": "0", "full_url": f"/meeting.php?id={number}", "committees": [{"id": code, "Kuerzel": code, "name": body}],
        }  # fmt: skip

    def _calendar(self) -> str:
        return _app("CalendarPage__1f0c2aa", {"meetings": [self._told(meeting) for meeting in self.town.meetings]})

    def _app(self, meeting: TownMeeting) -> str:
        items = [self._item(meeting, item) for item in meeting.items]
        files = [self._document("Einladung", meeting.invitation), self._document("Niederschrift", meeting.minutes)]
        return _app("MeetingPage__8bcaf0f", {"passed-meeting": self._told(meeting) | {"documents": files, "agenda_items": items}})

    def _document(self, name: str, file: TownFile) -> dict[str, str]:
        return {"documentUrl": self._address(file), "documentName": name, "documentPublicStatusId": "1", "documentExtension": "pdf"}

    def _item(self, meeting: TownMeeting, item: TownItem) -> dict[str, Any]:
        number, which = self._number(meeting), self._item_number(item)
        said: dict[str, Any] = {
            "id": f"{number}|{which}|1", "nummer": number, "vorlagennummer": which, "topart": "vl" if item.paper else "zt",
            "status": "1" if item.public else "2", "title": item.name, "abstimmungstext": _result(item), "topnummer": item.number,
            "documents": [self._document(name, file) for name, file in self._shown(meeting, item)],
        }  # fmt: skip
        return said | ({"submission": {"alias": self.town.paper(item.paper).reference}} if item.paper else {})

    def _months(self, month: tuple[int, int]) -> str:
        rows = ""
        for meeting in self.town.meetings:
            if (meeting.start.year, meeting.start.month) == month:
                form = f'<form action="meeting.php" method="post"><input type="hidden" name="id" value="{self._number(meeting)}"><input type="submit" value="Anzeigen"></form>'
                body = escape(self.town.organization(meeting.organization))
                rows += f"<tr><td>{meeting.start:%d.%m.%Y}</td><td>{meeting.start:%H:%M} Uhr</td><td>{body}</td><td>{escape(meeting.title)}</td><td>{form}</td></tr>\n"
        steps = ""
        for by, label in ((-1, "zurück"), (1, "weiter")):
            at = month[0] * 12 + month[1] - 1 + by
            steps += f'<a href="sitzungskalender.php?monat={at % 12 + 1}&amp;jahr={at // 12}">{label}</a> '
        heads = "<tr><th>Datum</th><th>Uhrzeit</th><th>Gremium</th><th>Sitzung</th><th></th></tr>"
        return _older(f"Sitzungskalender {MONTHS[month[1] - 1].capitalize()} {month[0]}", f"{steps}<table>{heads}{rows}</table>")

    def _table(self, meeting: TownMeeting) -> str:
        rows = "<tr><th>TOP</th><th>Betreff</th><th>Vorlage</th><th>Beschluss</th><th>Dokumente</th></tr>\n"
        for item in meeting.items:
            links = "".join(f'<a href="{escape(self._address(file))}">{escape(name)}</a>' for name, file in self._shown(meeting, item))
            fields = f'<input type="hidden" name="vid" value="{self._item_number(item)}"><input type="hidden" name="nid" value="{self._number(meeting)}"><input type="hidden" name="status" value="1">'
            form = (
                f'<form action="beschluesse_details.php" method="post">{fields}<input type="submit" value="Details"></form>'
                if item.result
                else ""
            )
            reference = escape(self.town.paper(item.paper).reference) if item.paper else ""
            rows += f"<tr><td>{'Ö' if item.public else 'N'} {item.number}</td><td>{escape(item.name)}</td><td>{reference}</td><td>{item.result or ''}</td><td>{links}{form}</td></tr>\n"
        head = self._head(meeting)
        files = f'<p><a href="{escape(self._address(meeting.invitation))}">Einladung</a> <a href="{escape(self._address(meeting.minutes))}">Niederschrift</a></p>'
        return _older(f"Tagesordnung - {escape(meeting.title)}", f"<table>{head}</table>{files}<table>{rows}</table>")

    def _head(self, meeting: TownMeeting) -> str:
        body = escape(self.town.organization(meeting.organization))
        return f"<tr><th>Gremium:</th><td>{body}</td></tr><tr><th>Datum:</th><td>{meeting.start:%d.%m.%Y}</td></tr>"

    def _details(self, meeting: TownMeeting, item: TownItem) -> str:
        rows = f"<tr><th>TOP:</th><td>Ö {item.number}</td></tr>{self._head(meeting)}"
        if item.paper:
            rows += f"<tr><th>Vorlage:</th><td>{escape(self.town.paper(item.paper).reference)}</td></tr>"
        rows += f"<tr><th>Beschlussart:</th><td>{item.result}</td></tr>"
        label = "Beschlussantrag" if item.result == "abgelehnt" else "Beschluss"
        text = f"<p><b>{label}:</b></p>" + "".join(f"<p>{escape(said)}</p>" for said in item.resolution)
        return _older(
            f"Auszug - {escape(item.name)}", f"<table>{rows}</table>{text}<p><b>Abstimmungsergebnis:</b></p><p>{_result(item)}</p>"
        )


FIELDS = {"document_type_id", "submission_id", "submission_attachment_id", "agenda_item_id", "meeting_id"}
HEAD = '<meta name="author" content="more! software">\n<meta name="publisher" content="more! software">\n<meta name="keywords" content="rubin, more software, ris">'


def _result(item: TownItem) -> str:
    return ", ".join(part for part in (item.result, item.votes) if part)


def _app(name: str, props: dict[str, Any]) -> str:
    data = json.dumps(props, ensure_ascii=False).replace("/", "\\/")
    script = f'if (window.components == undefined) {{\n  window.components = {{}};\n }}\n window.components["{name}"] = {{\n  props: {data},\n  store: [],\n }};'
    return f'<!DOCTYPE html>\n<html lang="de"><head><title>Ratsinformationssystem Stadt Fehrnau</title>\n{HEAD}\n</head><body><div component="{name}"></div><script>\n {script}\n</script><div id="app"></div></body></html>'


def _older(title: str, content: str) -> str:
    return f'<!DOCTYPE html>\n<html lang="de"><head><meta charset="utf-8"><title>{title}</title>\n{HEAD}\n</head><body><div id="inhalt"><h1>{title}</h1>{content}</div></body></html>'
