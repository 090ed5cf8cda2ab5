"""What kind of system answers at an address: vendor, version, OParl, what robots.txt and the reservations say; and a file to start from.

Each source says itself whether an address is its own (`recognise`); nothing here knows a vendor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from pipeline.pages.page import Page, page_of, words
from pipeline.sources import Recognised, Seen, sources
from pipeline.statuses import Failure

Ask = Callable[[str], Seen]
"""Asks an address; raises Failure where it cannot be had."""
OPARL = re.compile(
    r"""(?<! [^"'\s<>] ) [^"'\s<>]{0,300}?          # only where an address may begin: a picture is a million letters
        (?: /oparl/ (?: v?1\.[01]/ )? system         # ".../oparl/v1.1/system"
          | /webservice/oparl/v1\.[01]/system )      # ALLRIS
        [^"'\s<>]{0,300}
    """,
    re.IGNORECASE | re.VERBOSE,
)
USUAL = ("oparl/system", "oparl/v1.1/system", "webservice/oparl/v1.1/system", "oparl/1.0/system.asp")
RESERVES = {"tdm-reservation": r".", "tdm-policy": r".", "robots": r"noindex|nofollow|none|noai"}
LINK = re.compile(r"ratsinfo|buergerinfo|sessionnet|allris|sdnet|rubin|(?<![a-z])ris(?![a-z])|sitzung|gremien", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Probed:
    """What was found out about an address."""

    url: str
    recognised: tuple[Recognised, ...] = ()
    """What sources take it for theirs, the surest first."""
    oparl: str | None = None
    title: str | None = None
    robots: str | None = None
    """What robots.txt says to programs, in a sentence; None where there is none."""
    reservations: tuple[str, ...] = ()
    """Text-and-data-mining reservations and the like, as they stand in headers and pages."""
    links: tuple[str, ...] = ()
    """Where the page leads that may be a council system, for one that is none itself."""
    headers: Mapping[str, str] = field(default_factory=dict)


def probe(url: str, ask: Ask) -> Probed:
    """Look at an address, its robots.txt, and the addresses at which an OParl server usually is.

    Raises Failure where the address itself cannot be had.
    """
    seen = ask(url)
    found = sorted(_recognised(seen), key=lambda one: -one.sureness)
    page = _page(seen)
    oparl = next((one.entry for one in found if one.source == "oparl"), None) or _oparl(seen, page, found, ask)
    return Probed(
        url,
        tuple(found),
        oparl,
        page.words("title") if page else None,
        _robots(url, ask),
        tuple(_reservations(seen, page)),
        tuple(_links(page)) if page and not found else (),
        {name: value for name, value in seen.headers.items() if name in ("server", "x-powered-by", "x-generator")},
    )


def _recognised(seen: Seen) -> Iterator[Recognised]:
    for source in sources():
        recognise = getattr(source, "recognise", None)
        if recognise and (one := recognise(seen)):
            yield one


def _page(seen: Seen) -> Page | None:
    try:
        return page_of(seen.body, seen.url) if b"<" in seen.body[:2000] else None
    except Failure:
        return None


def _oparl(seen: Seen, page: Page | None, found: list[Recognised], ask: Ask) -> str | None:
    """The address of an OParl server: as the page links it, else where this vendor's servers usually have it."""
    told = OPARL.search(page.source) if page else None
    candidates = [urljoin(seen.url, told[0])] if told else []
    folder = urljoin(found[0].entry or seen.url, ".") if found else urljoin(seen.url, ".")
    candidates += [urljoin(folder, path) for path in USUAL]
    for url in dict.fromkeys(candidates):
        try:
            answer = ask(url)
        except Failure:
            continue
        if b"schema.oparl.org" in answer.body[:4000] or b'"oparlVersion"' in answer.body[:4000]:
            return url
    return None


def _robots(url: str, ask: Ask) -> str | None:
    parts = urlsplit(url)
    try:
        text = ask(f"{parts.scheme}://{parts.netloc}/robots.txt").body[:100_000].decode("utf-8", "replace")
    except Failure:
        return None
    lines = [line.split("#")[0].strip() for line in text.splitlines()]
    denied = [line for line in lines if re.match(r"disallow\s*:\s*\S", line, re.IGNORECASE)]
    delay = next((line for line in lines if line.lower().startswith("crawl-delay")), None)
    said = f"{len(denied)} rule(s) that keep programs away" if denied else "nothing is forbidden"
    said += f", {delay}" if delay else ""
    return f"{said}: {'; '.join(denied[:5])}" if denied else said


def _reservations(seen: Seen, page: Page | None) -> Iterator[str]:
    """Where a page or its headers reserve text and data mining (TDMRep), or tell robots to stay away."""
    yield from (f"{name}: {seen.headers[name]}" for name in ("tdm-reservation", "tdm-policy", "x-robots-tag") if name in seen.headers)
    for meta in page.all("meta[name]") if page else ():
        name, content = str(meta.get("name")).lower(), str(meta.get("content") or "")
        if name in RESERVES and re.search(RESERVES[name], content, re.IGNORECASE):
            yield f"<meta name={name!r}>: {content}"


def _links(page: Page) -> Iterator[str]:
    seen: set[str] = set()
    for link in page.all("a[href]"):
        url = page.address(link)
        if url and url not in seen and LINK.search(f"{url} {words(link)}"):
            seen.add(url)
            yield url


def council_file(found: Probed) -> str:
    """A council's file to start from, as YAML; what is not known is left to be filled in."""
    best = found.recognised[0] if found.recognised else None
    source, url = ("oparl", found.oparl) if found.oparl else (best.source, best.entry) if best else (None, None)
    vendor = f"{best.source}{f' {best.version}' if best.version else ''}" if best else None
    says = f"; the page says {found.title!r}" if found.title else ""
    lines = [
        f"# Probed at {found.url}." + (f" Sign: {best.sign}." if best else ""),
        f'name: "?"                      # the city or district as it calls itself{says}',
        '# ags: "00000000"              # Amtlicher Gemeindeschlüssel, eight digits in quotes',
        "# land: XX",
        f"source: {source}" if source else "# source:",
        f"url: {url}" if url else f"# url: {found.url}",
        "# hosts: [files.example.org]   # other hosts that its files are on; none besides these is asked",
        *([f"vendor: {_text(vendor)}"] if vendor else []),
        "# seats:                       # members who vote, so that a vote with more is noticed",
        "# expected: {meetings: {least: 1}}",
        "unverified: true               # until a run has read it",
    ]
    return "\n".join(lines) + "\n"


def _text(said: str) -> str:
    return '"' + said.replace("\\", "\\\\").replace('"', '\\"') + '"' if re.search(r'[?:#"\\{}\[\],&*!|>%@`]', said) else said
