"""Invented councils for `beschlussbuch run --demo`, each in another form.

    Ottersbrück     an OParl server                      Fehrnau             a SessionNet (layout 5)
    Wendelmoor      a folder of files                    Fehrnau, website    press releases on the town's own pages

    data/demo-councils/*/files/*.pdf.txt ──typesetting──▶ PDF ──┬── oparl, server; town, sessionnet, website ──▶ http://127.0.0.1:…
                                        *.html, *.txt ──────────┴── a folder

All texts are our own; places, offices and persons are invented. Fehrnau can be served by every vendor's fake (allris3, allris4, …).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from pipeline.councils import Council, Website, Yield
from pipeline.demo.cityweb import CityWebSite
from pipeline.demo.oparl import city_of
from pipeline.demo.server import Server
from pipeline.demo.sessionnet import SessionNetSite
from pipeline.demo.town import town_of
from pipeline.demo.typesetting import SET, broken_pdf, pdf_of, scan_pdf
from pipeline.demo.website import WebServer

SOURCES = Path(__file__).resolve().parent.parent.parent / "data" / "demo-councils"
FROM, TO = date(2025, 1, 1), date(2025, 4, 30)


@contextmanager
def demo_councils(folder: Path) -> Iterator[tuple[Council, ...]]:
    """The demo's councils, served on loopback while the context lasts; Wendelmoor's files are written to `folder`."""
    files = folder / "wendelmoor"
    write_wendelmoor(files)
    with (
        Server(city_of(SOURCES / "ottersbrueck"), folder / "server.port") as oparl,
        WebServer(SessionNetSite(town_of(SOURCES / "fehrnau"), 5), folder / "sessionnet.port") as sessionnet,
        WebServer(CityWebSite(), folder / "website.port") as website,
    ):
        yield (
            Council(
                id="ottersbrueck",
                name="Stadt Ottersbrück (erfunden, OParl)",
                source="oparl",
                url=f"{oparl.url}/oparl/system",
                seats=33,
                pause=0,
                note="An invented town: the OParl part of the demo.",
            ),
            Council(
                id="wendelmoor",
                name="Stadt Wendelmoor (erfunden, Ordner)",
                source="folder",
                url=str(files),
                seats=21,
                paper_patterns=(r"DS-\d{4}/\d{2}",),
                note="An invented town: the part of the demo that is a folder of files.",
            ),
            Council(
                id="fehrnau",
                name="Stadt Fehrnau (erfunden, SessionNet)",
                source="sessionnet",
                url=f"{sessionnet.url}/si0040.php",
                vendor="SessionNet 4.9.6",
                seats=31,
                pause=0,
                first_day=FROM,
                last_day=TO,
                expected={"meetings": Yield(least=2), "papers": Yield(least=4)},
                note="An invented town: the part of the demo that is pages for people.",
            ),
            Council(
                id="fehrnau-website",
                name="Stadt Fehrnau (erfunden, Website)",
                source="website",
                url=website.url,
                pause=0,
                first_day=FROM,
                last_day=TO,
                website=Website(lists=(f"{website.url}/presse",), articles=r"/presse/20\d\d/"),
                note="The same town's press releases.",
            ),
        )


def write_wendelmoor(folder: Path) -> None:
    """Write the folder of files; a file that is there already with the same bytes keeps its time."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in wendelmoor_files().items():
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def wendelmoor_files() -> dict[str, bytes]:
    """The folder's files by name, and two among them that cannot be read."""
    found = {"vorlage-ds-0251-24.pdf": broken_pdf(), "satzung-1987-scan.pdf": scan_pdf()}
    for path in sorted((SOURCES / "wendelmoor" / "files").iterdir()):
        if path.name.endswith(SET):
            found[path.name.removesuffix(".txt")] = pdf_of(path.read_text(encoding="utf-8"))
        else:
            found[path.name] = path.read_bytes()
    return dict(sorted(found.items()))
