"""more! rubin pages, whose body is empty: the meeting is a JSON object in a script (Eibenstock, 2026-09).

window.components["MeetingPage__…"] = {props: {"passed-meeting": {"agenda_items": [{"topnummer": "11", …}]}}}
    →  "TOP 11: Satzung …" / "Vorlage: 039/26" / "Beschlussart: …"
"""

from __future__ import annotations

import json
import re
from typing import Any

import lxml.html

from extractors.text.minutes import DocumentText, ItemMark
from pipeline.pages.results import told_apart
from pipeline.readers.oparl_json import day_of, value

PUBLIC = {"1": True, "0": False, "2": False}
MEETING = re.compile(r'"(?:passed-)?meeting"\s*:\s*(?=\{)')


def embedded(page: lxml.html.HtmlElement) -> DocumentText | None:
    """The meeting that a page carries as data, None where it carries none."""
    for script in page.iter("script"):
        match = MEETING.search(script.text or "")
        if match and "window.components" in (script.text or ""):
            try:
                meeting, _ = json.JSONDecoder(strict=False).raw_decode(script.text or "", match.end())
            except json.JSONDecodeError:
                continue
            return _rendered(meeting)
    return None


def _rendered(meeting: dict[str, Any]) -> DocumentText:
    day = day_of(value(meeting, "datum"))
    bodies = [name for body in meeting.get("committees") or [] if (name := value(body, "name"))]
    head = [("Sitzung", value(meeting, "titel")), ("Gremium", bodies[0] if bodies else None), ("Datum", f"{day:%d.%m.%Y}" if day else None)]
    text = "".join(f"{label}: {said}\n" for label, said in head if said)
    marks = []
    for item in filter(lambda item: isinstance(item, dict), meeting.get("agenda_items") or []):
        number, title, public = value(item, "topnummer"), value(item, "title"), PUBLIC.get(value(item, "status") or "")
        paper = value(item.get("submission"), "alias")
        result, votes = told_apart(value(item, "abstimmungstext"))
        text += "\n"
        marks.append(ItemMark(len(text), number, title, public, result, paper))
        text += f"TOP {number}: {title or ''}\n" if number else f"{title or ''}\n"
        pairs = (("Vorlage", paper), ("Beschlussart", result), ("Abstimmungsergebnis", votes))
        text += "".join(f"{label}: {said}\n" for label, said in pairs if said)
    return DocumentText(text, marks=tuple(marks), kind="minutes", body=bodies[0] if bodies else None, meeting_date=day)
