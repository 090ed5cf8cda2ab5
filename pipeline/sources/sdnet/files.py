"""Files of SD.NET: the token in the address is another one each time, the name at its end is not (`…/Beschlussvorlage_T_02-321-26.pdf`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from pipeline.pages.page import Element, Page, select, words
from pipeline.sources import DocumentLink

FILE_LINK = 'a[href*="/sdnetrim/"], a[href$=".pdf"]'
# By the icon's class first ("einladung-link"); the words of the label where the icon is not known.
ICONS = (
    ("invitation", re.compile(r"einladung|bekanntmachung|nachtrag")),
    ("results_protocol", re.compile(r"niederschrift|protokoll")),
    ("auxiliary_file", re.compile(r"attachment|anlage")),
    ("resolution_file", re.compile(r"beschluss-|auszug")),
    ("main_file", re.compile(r"vorlage-|antrag|anfrage")),
)
WORDS = (
    ("invitation", re.compile(r"Einladung|Bekanntmachung|Nachtrag|Tagesordnung", re.IGNORECASE)),
    ("results_protocol", re.compile(r"Niederschrift|Protokoll", re.IGNORECASE)),
    ("resolution_file", re.compile(r"Auszug|Beschluss(?!vorlage)", re.IGNORECASE)),
    ("main_file", re.compile(r"^(?!Anlage).*(?:Vorlage|Antrag|Anfrage|Mitteilung)", re.IGNORECASE)),
)
STATE = re.compile(r"\s{0,9}\((?:exportiert|[\d.,]{1,20}\s?[KMG]?B)\b.*$", re.DOTALL)  # "(exportiert: 18.09.2026) (85 KB)"


def files_in(
    page: Page, links: Iterable[Element], owner: str, meeting: str | None = None, role: str | None = None
) -> Iterator[DocumentLink]:
    """The files that links lead to; date and size in the label are the file's version."""
    for link in links:
        url = page.address(link)
        if url is None:
            continue
        label = words(link) or (link.get("title") or "").strip()
        file_name = unquote(urlsplit(url).path.rpartition("/")[2])
        said = role or _role(link, STATE.sub("", label))
        of_meeting = said in ("invitation", "results_protocol", "resolution_file")
        place = f"{owner}@{meeting.partition('#')[2]}" if said == "resolution_file" and meeting and meeting != owner else owner
        yield DocumentLink(
            url=url,
            key=f"{place}/{file_name}",
            owner=owner,
            role=said,
            name=STATE.sub("", label) or None,
            file_name=file_name,
            media_type="application/pdf" if file_name.lower().endswith(".pdf") else None,
            meeting=meeting if of_meeting or owner == meeting else None,
            version=label or "1",
        )


def _role(link: Element, name: str) -> str:
    icons = " ".join(icon.get("class") or "" for icon in select(link, "span[class], i[class]"))
    by_icon = next((role for role, form in ICONS if form.search(icons)), None)
    return by_icon or next((role for role, form in WORDS if form.search(name)), "auxiliary_file")
