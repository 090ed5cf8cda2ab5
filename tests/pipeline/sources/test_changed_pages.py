"""Three hundred changes that vendors might make to their pages, each seeded: what is read stays the same, or an issue says so.

A change that gives other rows and no issue is what kills scrapers in silence; here it fails the test and names the change.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urljoin

import pytest

from pipeline.councils import Council
from pipeline.demo import SOURCES
from pipeline.demo.sites import FAKES
from pipeline.demo.town import town_of
from pipeline.demo.website import Request, Site
from pipeline.extraction import Context, json_of, read_document
from pipeline.readers import UnreadableError
from pipeline.sources import Found, Meeting, source_of
from pipeline.statuses import Failure, Status

CHANGES = 300
ROOT = "https://ris.fehrnau.example"
LOGIN = '<html><head><title>Anmeldung</title></head><body><form><input name="u"><input type="password" name="p"></form></body></html>'
MAINTENANCE = "<html><head><title>Wartungsarbeiten</title></head><body><p>Das System ist zurzeit nicht erreichbar.</p></body></html>"
EVIDENCE = {"quote", "char_start", "char_end", "page", "rule"}
ELSE = "eintrag"


def renamed_class(page: str, choose: random.Random) -> str:
    names = sorted({name for said in re.findall(r'class="([^"]+)"', page) for name in said.split()})
    if not names:
        return page
    name = choose.choice(names)
    return re.sub(rf'(class="[^"]*?)(?<![\w-]){re.escape(name)}(?![\w-])', rf"\1{ELSE}", page)


def renamed_id(page: str, choose: random.Random) -> str:
    names = sorted(set(re.findall(r'\bid="([^"]+)"', page)))
    return page.replace(f'id="{choose.choice(names)}"', f'id="{ELSE}"') if names else page


def swapped_columns(page: str, choose: random.Random) -> str:
    at = choose.randrange(2)

    def swapped(row: re.Match[str]) -> str:
        cells = re.findall(r"<t[dh]\b.*?</t[dh]>", row[2], re.DOTALL)
        if len(cells) < at + 2 or "<tr" in row[2]:
            return row[0]
        cells[at], cells[at + 1] = cells[at + 1], cells[at]
        return row[1] + "".join(cells) + row[3]

    return re.sub(r"(<tr\b[^>]*>)(.*?)(</tr>)", swapped, page, flags=re.DOTALL)


def added_row(page: str, choose: random.Random) -> str:
    ends = [match.end() for match in re.finditer(r"</tr>", page)]
    row = choose.choice(('<tr><td colspan="3">Hinweis: Diese Seite wurde neu gestaltet.</td></tr>', "<tr><td></td><td></td></tr>"))
    return page[: (at := choose.choice(ends))] + row + page[at:] if ends else page


def translated_label(page: str, choose: random.Random) -> str:
    labels = sorted(set(re.findall(r">([A-ZÄÖÜ][\w -]{2,25})(?=:\s*</|\s*</th>)", page)))
    return re.sub(rf">{re.escape(choose.choice(labels))}(?=:\s*</|\s*</th>)", ">Étiquette", page) if labels else page


def removed_table(page: str, choose: random.Random) -> str:
    return re.sub(r"<table\b.*</table>", "", page, flags=re.DOTALL)


def renamed_field(page: str, choose: random.Random) -> str:
    names = sorted(set(re.findall(r"[?&;]([A-Za-z_]{3,12})=", page)))
    return re.sub(rf"(?<=[?&;]){choose.choice(names)}(?==)", ELSE, page) if names else page


def replaced_page(page: str, choose: random.Random) -> str:
    return choose.choice((LOGIN, MAINTENANCE, "<html><body></body></html>"))


KINDS: tuple[Callable[[str, random.Random], str], ...] = (
    renamed_class, renamed_class, renamed_class, renamed_id, swapped_columns, added_row, translated_label, removed_table, renamed_field, replaced_page,
)  # fmt: skip


@dataclass
class Changed:
    """A site without the network, one of whose pages has been changed."""

    name: str
    site: Site
    seed: int | None = None
    """None for the site as it is."""
    pages: tuple[str, ...] = ()
    told: str = ""

    def get(self, url: str) -> bytes:
        where, _, query = url.removeprefix(ROOT).partition("?")
        sent = getattr(source_of(self.council), "headers_of", lambda _: {})(url)
        cookies = {"ASPSESSION": "anonymous", "JSESSIONID": "anonymous"}
        headers = {name.lower(): value for name, value in sent.items()}
        answer = self.site(Request(where, dict(parse_qsl(query, keep_blank_values=True)), cookies=cookies, headers=headers))
        if answer is None:
            raise Failure(Status.GONE, f"{url} answers 404.")
        if answer.status == 302:
            return self.get(urljoin(url, answer.headers["Location"]))
        if not answer.media_type.startswith(("text/html", "text/xml")):
            return answer.body
        choose = random.Random(self.seed)
        kind, page = choose.choice(KINDS), choose.choice(self.pages) if self.pages else None
        at = f"{where}?{re.sub(r'__=[^&]*', '', query)}"  # SD.NET's tokens change from answer to answer
        if self.seed is None:
            self.pages += (at,)
            return answer.body
        if at != page:
            return answer.body
        encoding = "utf-8" if b"utf-8" in answer.body[:600].lower() else "latin-1"
        changed = kind(answer.body.decode(encoding), choose)
        self.told = f"{self.name}, seed {self.seed}: {kind.__name__} on {at}"
        return changed.encode(encoding, "xmlcharrefreplace")

    @property
    def council(self) -> Council:
        fake, first, last = FAKES[self.name], date(2025, 2, 1), date(2025, 3, 31)
        return Council(id="f", name="Fehrnau", source=fake.source, url=ROOT + fake.path, first_day=first, last_day=last)

    def found(self) -> Found:
        return source_of(self.council).find(self.council, self.get, None)


def changed(name: str, seed: int | None = None) -> Changed:
    site = FAKES[name].site(town_of(SOURCES / "fehrnau"))
    return Changed(name, site, seed, as_it_is(name).pages if seed is not None else ())


@cache
def as_it_is(name: str) -> Changed:
    site = changed(name)
    site.found()
    return site


@cache
def baseline(name: str) -> Counter[str]:
    return stated(as_it_is(name).found())


def stated(found: Found) -> Counter[str]:
    """What a listing says, and what its own pages say when they are read."""
    said = Counter(repr(without_addresses(noun)) for noun in found.nouns)
    for link in found.documents:
        said[f"{link.role} {link.name} {link.kind}"] += 1
        if link.content is not None:
            said.update(facts_of(link.content))
    return said


def without_addresses(noun: Any) -> Any:
    """A noun's values; addresses that only a fake's own counters make different do not count."""
    return {f.name: getattr(noun, f.name) for f in fields(noun) if f.name not in ("key", "web")}


@cache
def facts_of(page: bytes) -> Counter[str]:
    try:
        tables = json_of(read_document(page, "page.html", Context()))
    except UnreadableError as error:
        return Counter([error.code])
    rows = ((table, row) for table, rows in tables.items() if isinstance(rows, list) for row in rows)
    return Counter(f"{table} { {name: value for name, value in row.items() if name not in EVIDENCE} }" for table, row in rows)


def lost(found: Found) -> Iterator[str]:
    """Meetings whose page, when read, says less than its source has listed: a run makes an issue of each (pipeline.checks)."""
    pages = {link.meeting: link.content for link in found.documents if link.content is not None}
    for meeting in (noun for noun in found.nouns if isinstance(noun, Meeting) and noun.key in pages):
        read = read_document(pages[meeting.key] or b"", "page.html", Context())
        rows = {row["number"]: row for row in json_of(read)["agenda_items"]}
        items = [(rows.get(item.number, {}), item) for item in meeting.agenda_items]
        if len(rows) != len(items) or any(bool(item.result) != bool(row.get("result_raw")) for row, item in items):
            yield meeting.key


def silent(name: str, seed: int) -> str | None:
    """The change, if it makes other rows and nothing says so."""
    site = changed(name, seed)
    try:
        found = site.found()
    except Failure:
        return None
    if found.issues or not found.complete or any(lost(found)):
        return None
    after, before = stated(found), baseline(name)
    return (
        None
        if after == before
        else f"{site.told}\n  lost {sorted((before - after).elements())[:3]}\n  new {sorted((after - before).elements())[:3]}"
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", list(FAKES))
def test_no_change_of_a_page_is_silent(name: str) -> None:
    seeds = range(-(-CHANGES // len(FAKES)))
    told = [said for seed in seeds if (said := silent(name, seed))]
    assert told == [], f"{len(told)} of {len(seeds)} changes are silent:\n" + "\n".join(told)


@pytest.mark.slow
@pytest.mark.parametrize("name", list(FAKES))
def test_the_site_as_it_is_says_the_same_twice(name: str) -> None:
    assert stated(changed(name).found()) == baseline(name)
