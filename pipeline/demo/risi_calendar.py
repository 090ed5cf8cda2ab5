"""The lists of meetings of München's RIS (a month, shown after a click) and of Wiesbaden's PIWi (an iCalendar file)."""

from __future__ import annotations

from datetime import UTC
from html import escape

from pipeline.demo.risi_markup import MONTHS, SCRIPT, WEEKDAYS, page
from pipeline.demo.town import Town, TownMeeting


def month_of(town: Town, number: int, *, first: bool) -> str:
    """A month, counted since the year 0: as a page where it is the first, as Wicket's answer to a click else."""
    shown = f"{MONTHS[number % 12]} {number // 12}"
    session = ";jsessionid=0F3A.node1" if first else ""
    ids = [f"id{74 + at}" if first else f"id{81 + at}" for at in range(7)]
    names = ["kalender-prev", "kalender-next", *(f"kalender-period~choice-{at}-link" for at in range(5))]
    clicks = "".join(
        f'Wicket.Ajax.ajax({{"u":"./str{session}?3-1.0-{name}","c":"{button}","e":"click","pd":true}});;\n'
        for name, button in zip(names, ids, strict=True)
    )
    choices = "".join(
        f'<div class="period-choice">\n<button class="btn font-weight-bold btn-primary" id="{ids[at + 2]}" type="button">{MONTHS[(number + at - 2) % 12]} {(number + at - 2) // 12}</button>\n</div>'
        for at in range(5)
    )
    rows = "".join(
        _entry(town, at, meeting) for at, meeting in enumerate(town.meetings) if meeting.start.year * 12 + meeting.start.month - 1 == number
    )
    content = (
        f'<div class="period-selector mb-2"><button class="btn btn-link p-0 period-prev" id="{ids[0]}" type="button"><img class="svg-icon" src="../../images/Blaettern_Zurueck.svg" alt="Eine Seite zurück gehen"></button>'
        f'{choices}<button class="btn btn-link p-0 period-next" id="{ids[1]}" type="button"></button></div>'
        f'<section class="card mt-3" aria-labelledby="sectionheader-month"><div class="card-header"><h2 class="text-center" id="sectionheader-month">{shown}</h2></div>'
        f'<ul class="list-unstyled list-group list-group-flush">{rows}</ul></section>'
    )
    heading = f'<h1 class="page-title"><span class="d-inline-block">StR-Sitzungskalender <span class="d-inline-block page-additionaltitle"><span>{shown}</span></span></span></h1>'
    if first:
        return page("StR-Sitzungskalender", heading, content + f"<script>/*<![CDATA[*/\n{clicks}/*]]>*/</script>", SCRIPT)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ajax-response><component id="id7c" ><![CDATA[<div class="titlearea" id="id7c">{heading}</div>]]></component>'
        f'<component id="id7f" ><![CDATA[<div class="colors_sitzung mt-3" id="id7f">{content}</div>]]></component><evaluate><![CDATA[<script>{clicks}</script>]]></evaluate></ajax-response>'
    )


def _entry(town: Town, number: int, meeting: TownMeeting) -> str:
    name = escape(town.organization(meeting.organization))
    day = f"{meeting.start.day}. {MONTHS[meeting.start.month - 1]} {meeting.start.year}"
    return (
        f'<li class="list-group-item even"><div class="kalender-row"><div class="kalender-date"><span>{WEEKDAYS[meeting.start.weekday()][:2]}. {meeting.start.day:02}.</span></div>'
        f'<h3 class="font-size-big"><a class="headline-link text-keepwhitespace" href="../detail/{number}"><span class="sr-only">{day}</span>{meeting.start:%H:%M} Uhr - {name}</a></h3>'
        f'<div class="mr-3"><a href="../detail/{number}/tagesordnung/oeffentlich">Öffentliche TO</a></div>'
        '<div class="keyvalue-row"><div class="keyvalue-key">Status:</div><div class="keyvalue-value">TO freigegeben</div></div></div></li>'
    )


def ical_of(town: Town, root: str) -> str:
    """All meetings as an iCalendar file, with folded lines and moments in UTC."""
    events = "".join(
        f"BEGIN:VEVENT\r\nDTSTART:{meeting.start.astimezone(UTC):%Y%m%dT%H%M%SZ}\r\nDURATION:PT1H\r\n"
        f"SUMMARY:Sitzung {town.organization(meeting.organization)[:20]}\r\n {town.organization(meeting.organization)[20:]}\r\n"
        f"URL:{root}sitzung/detail/{number}\r\nSEQUENCE:4\r\nEND:VEVENT\r\n"
        for number, meeting in enumerate(town.meetings)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:PIWi\r\nX-WR-CALNAME:Alle Gremien\r\n{events}END:VCALENDAR\r\n"
