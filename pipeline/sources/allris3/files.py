"""Files of ALLRIS 3: buttons of forms that ask do027.asp by POST, and plain links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from pipeline.pages.page import Page, select, words
from pipeline.sources import DocumentLink

ROLES = (
    ("invitation", re.compile(r"Einladung|Bekanntmachung|Tagesordnung|öffentliche Bekannt", re.IGNORECASE)),
    ("results_protocol", re.compile(r"Niederschrift|Protokoll", re.IGNORECASE)),
    ("resolution_file", re.compile(r"Auszug|Beschluss(?!vorlage)", re.IGNORECASE)),
    ("main_file", re.compile(r"Vorlage(?!-Sammel)|Drucksache|Antrag|Anfrage|Mitteilung", re.IGNORECASE)),
)
BUNDLE = re.compile(r"Sammeldokument", re.IGNORECASE)  # the paper and its annexes once more, in one file
OPENS = re.compile(r"\s{0,9}\((?:Öffnet|öffnet|Dokument)[^)]{0,300}\)|\s{0,9}\(?\d{1,9}(?:[.,]\d{1,9})?\s{0,9}[KM]B\)?")


def files_on(page: Page, owner: str, meeting: str | None = None) -> Iterator[DocumentLink]:
    """The files that a page offers, each once; the bundle of all is left out where its parts are there."""
    found = list(_files(page))
    single = [told for told in found if not BUNDLE.search(told[1])]
    for (number, name, url), form in ((told, forms) for *told, forms in (single or found)):
        role = next((role for role, words in ROLES if words.search(name)), "auxiliary_file")
        yield DocumentLink(
            url=url,
            key=f"{url.split('?')[0]}?DOLFDNR={number}",
            owner=owner,
            role=role,
            name=name or None,
            form=form,
            meeting=meeting,
            version=name or "1",
        )


def _files(page: Page) -> Iterator[tuple[str, str, str, tuple[tuple[str, str], ...]]]:
    seen: set[str] = set()
    for form in page.all('form[action*="do027"]'):
        fields = tuple((field.get("name") or "", field.get("value") or "") for field in select(form, 'input[type="hidden"]'))
        number, url = dict(fields).get("DOLFDNR"), page.address(form)
        button = next(iter(select(form, 'input[type="submit"]')), None)
        name = OPENS.sub("", (button.get("title") or button.get("value") or "") if button is not None else "").strip()
        if number and url and number not in seen:
            seen.add(number)
            yield number, name, url, fields
    for link in page.all('a[href*="do027"], a[href*="getfile"], a[href*="DOLFDNR="], a[href*="___tmp/tmp/"]'):
        url = page.address(link)
        number = parse_qs(urlsplit(url or "").query).get("DOLFDNR", [urlsplit(url or "").path])[0]
        if url and number not in seen:
            seen.add(number)
            yield number, OPENS.sub("", words(link) or link.get("title") or "").strip(), url, ()
