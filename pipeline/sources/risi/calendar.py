"""The pages that list meetings: the calendar of a month, an overview, an iCalendar file; and the clicks that lead to other months.

A month of the calendar is shown after a click that Wicket sends as a request of its own; the answer is XML that holds pieces of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape, unescape
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pipeline.pages.moments import MONTHS, day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, words
from pipeline.pages.premises import PageType, Premise
from pipeline.sources import Meeting
from pipeline.sources.risi.addresses import leads_to
from pipeline.statuses import Issue, Status

LIST = PageType("list of meetings", (Premise("the frame of the page's own part", "main.container h1, main[class*=container] h1"),))
HEADLINE = "a.headline-link"
MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)
CLICK = re.compile(r'Wicket\.Ajax\.ajax\(\{"u":"(?P<url>[^"]{1,300})"[^}]{0,200}?"c":"(?P<button>[^"]{1,40})"')
STEP = re.compile(r"\?\d+-\d+\.\d+-\S*-(?P<where>prev|next)$")
BEHAVIOUR = re.compile(r"(?P<page>[^?]*\?\d+)-\d+\.\d+-")
CANCELLED = re.compile(r"entfällt|abgesagt|fällt aus", re.IGNORECASE)
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting as a list names it."""

    url: str
    start: datetime | None = None
    cancelled: bool | None = None

    def noun(self) -> Meeting:
        """The meeting so far."""
        return Meeting(key=self.url, start=self.start, cancelled=self.cancelled, web=self.url)


def meetings_on(page: Page, zone: str, issues: list[Issue]) -> Iterator[Listed]:
    """The meetings that a page lists with their days; one without a day is an issue."""
    known: set[str] = set()
    headlines = page.all(HEADLINE)
    for link in dict.fromkeys([*headlines, *page.all("main a[href]")]):
        url, said = leads_to(page, link, "meeting"), " ".join(" ".join(link.itertext()).split())  # day and time are glued together
        if url in known or (url is None and link not in headlines):
            continue
        day, times = day_in(said), times_in(said)
        if url is None or day is None:
            issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} lists a meeting without address or day: {said[:80]!r}."))
        else:
            known.add(url)
            yield Listed(url, moment_of(day, times[0] if times else None, zone), _is_cancelled(link))


def _is_cancelled(link: Element) -> bool | None:
    """Whether "(entfällt)" stands right behind a meeting's link; None where nothing is said."""
    around = next((words(row) for row in link.iterancestors("li", "tr")), "")
    return True if CANCELLED.search(around.partition(words(link))[2][:40]) else None


def month_on(page: Page) -> Month | None:
    """The month that a calendar shows; None for a list that is none."""
    said = MONTH.search(page.words("#sectionheader-month") or "")
    return (int(said[2]), MONTHS.index(said[1].lower()) + 1) if said else None


def clicks_on(page: Page) -> tuple[Mapping[Month, str], Mapping[str, str]]:
    """Where clicks lead: on the name of a month, and on "prev" and "next"."""
    months: dict[Month, str] = {}
    steps: dict[str, str] = {}
    buttons = {button.get("id"): words(button) for button in page.all("button[id]")}
    for match in CLICK.finditer(re.sub(r";jsessionid=[^?\"]{0,80}", "", page.source)):
        url = page.absolute(unescape(match["url"]))
        if url is None or urlsplit(url).netloc != urlsplit(page.url).netloc:
            continue
        if step := STEP.search(url):
            steps.setdefault(step["where"], url)
        elif said := MONTH.fullmatch(buttons.get(match["button"], "")):
            months[int(said[2]), MONTHS.index(said[1].lower()) + 1] = url
    return months, steps


def headers_of(url: str) -> dict[str, str]:
    """What a browser sends with a click of Wicket's; without it the server shows the first page again."""
    match = BEHAVIOUR.match(url)
    base = re.sub(r"^.*?(?=sitzung/)", "", match["page"]) if match else ""
    return {"Wicket-Ajax": "true", "Wicket-Ajax-BaseURL": base, "X-Requested-With": "XMLHttpRequest"} if match else {}


def unwrapped(body: bytes) -> bytes:
    """A page of the pieces that the answer to a click holds, of the meetings in an iCalendar file; other bytes as they are."""
    if b"<ajax-response" in body[:400]:
        pieces = re.findall(rb"<!\[CDATA\[(.*?)\]\]>", body, re.DOTALL)
        return b"<html><body><main class='container'>" + b"\n".join(pieces) + b"</main></body></html>"
    if body.lstrip().startswith(b"BEGIN:VCALENDAR"):
        return _of_calendar(body.decode("utf-8", "replace")).encode()
    return body


def _of_calendar(text: str) -> str:
    """The meetings of an iCalendar file as a list (Wiesbaden's `gremium/ical/gremium/0`, 2026-10)."""
    rows = ""
    for event in re.sub(r"\r?\n[ \t]", "", text).split("BEGIN:VEVENT")[1:]:
        said = dict(re.findall(r"^(DTSTART|URL|STATUS|SUMMARY)(?:;[^:\r\n]{0,80})?:([^\r\n]*)", event, re.MULTILINE))
        moment = re.match(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?", said.get("DTSTART", ""))
        day = _local(moment) if moment else ""
        off = " (entfällt)" if said.get("STATUS") == "CANCELLED" or CANCELLED.search(said.get("SUMMARY", "")) else ""
        rows += f'<li><a class="headline-link" href="{escape(said.get("URL", ""))}">{day}</a>{off}</li>\n'
    return f'<html><body><main class="container"><h1>iCalendar</h1><ul>{rows}</ul></main></body></html>'


def _local(moment: re.Match[str]) -> str:
    """A moment of an iCalendar file as a page would print it; in UTC where it ends in Z."""
    year, month, day, hour, minute = (int(part or 0) for part in moment.groups()[:5])
    try:
        at = datetime(year, month, day, hour, minute, tzinfo=ZoneInfo("UTC" if moment[6] else "Europe/Berlin"))
    except ValueError:
        return ""
    return f"{at.astimezone(ZoneInfo('Europe/Berlin')):%d.%m.%Y, %H:%M Uhr}"
