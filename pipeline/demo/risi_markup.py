"""What the pages of München's RIS and Wiesbaden's PIWi are made of: headings, cards, labelled values."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from pipeline.demo.town import TownMeeting

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember")
SCRIPT = '<script type="text/javascript" src="../../wicket/resource/de.eitco.ris.risi.wicket.behaviour.UtilFunctionsJSResourceReference/UtilFunction-ver-9527.js"></script>'


def moment(meeting: TownMeeting) -> str:
    """When a meeting begins, as both print it."""
    start = meeting.start
    return f"{WEEKDAYS[start.weekday()]}, {start.day}. {MONTHS[start.month - 1]} {start.year}, {start:%H:%M} Uhr"


def heading(said: str, added: str = "") -> str:
    """The heading of a page with what stands behind it in brackets."""
    remark = f' <span class="d-inline-block page-additionaltitle"><span>{added}</span></span>' if added else ""
    return f'<h1 class="page-title"><span class="d-inline-block">{said}{remark}</span></h1>'


def values(pairs: Iterable[tuple[str, str]]) -> str:
    """Labelled values."""
    rows = "".join(
        f'<div class="keyvalue-row" role="listitem">\n<div class="keyvalue-key">{label}:</div>\n<div class="keyvalue-value">{value}</div>\n</div>'
        for label, value in pairs
    )
    return f'<div class="keyvalue-container keyvalue-minimumkeywidth" role="list">{rows}</div>'


def card(heading: str, body: str, name: str = "info") -> str:
    """A headed card."""
    return f'<section class="card mt-4" aria-labelledby="sectionheader-{name}"><div class="card-header"><h2 id="sectionheader-{name}">{heading}</h2></div><div class="card-body">{body}</div></section>\n'


def page(title: str, heading: str, content: str, script: str = "") -> str:
    """A whole page; its script names the software, where one is given."""
    name = "RatsInformationsSystem Fehrnau" if script or title == "Entscheidung" else "PIWi - Politisches Informationssystem Fehrnau"
    return (
        f'<!DOCTYPE html><html lang="de"><head>{script}<meta charset="utf-8"><title>{name} - {escape(title)}</title></head>\n<body><header><nav><a href="../../aktuelles">Aktuelle Vorgänge</a></nav></header>'
        f'<main class="container mt-4 pb-2 flex-grow-1"><div class="headline">{heading}</div>\n<div class="row colors_sitzung mt-2">{content}</div></main>'
        '<footer><a href="../../service/impressum">Impressum &amp; Datenschutz</a></footer></body></html>'
    )
