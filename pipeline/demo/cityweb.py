"""A town's website with press releases: lists of several pages, articles in a frame of links, a maintenance page in between."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from pipeline.demo.website import Request, Response

PER_PAGE = 2
FRAME = (
    '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{title} | Stadt Fehrnau</title></head><body>'
    '<header><nav><a href="/">Start</a><a href="/presse">Presse</a><a href="/rathaus">Rathaus</a><a href="/kontakt">Kontakt</a></nav></header>'
    "<main>{content}</main><footer><p>Stadt Fehrnau, Am Markt 1, Telefon 00000 0</p></footer></body></html>"
)


@dataclass(frozen=True, slots=True)
class Article:
    """A press release: its day as printed, its title, its paragraphs."""

    name: str
    day: str
    title: str
    paragraphs: tuple[str, ...]
    link: str | None = None
    """Where the article links the paper."""


ARTICLES = (
    Article(
        "integrationskonzept",
        "20.03.2025",
        "Rat beschließt Integrationskonzept",
        (
            "Der Rat der Stadt Fehrnau hat am Dienstag, 18. März 2025, die Fortschreibung des Integrationskonzepts (Vorlage BV/031/2025) beschlossen.",
            "„Damit wird Sprachmittlung auf Dauer möglich“, sagt Bürgermeisterin Maike Lindholm. Dafür stehen jährlich 36.000 Euro bereit.",
        ),
    ),
    Article(
        "bahnhofsvorplatz",
        "19.03.2025",
        "Bahnhofsvorplatz wird umgebaut",
        ("Der Bahnhofsvorplatz wird nach Variante B umgebaut. Grundlage ist die Vorlage BV/025/2025.", "Die Arbeiten beginnen im Sommer."),
        link="https://ris.fehrnau.example/vo0050.php?__kvonr=0",
    ),
    Article("baeume", "02.02.2025", "Neue Bäume in der Gerberstraße", ("In der Gerberstraße wurden zwölf Linden gepflanzt.",)),
    Article("alt", "11.11.2019", "Martinsumzug durch die Altstadt", ("Der Umzug beginnt um 17 Uhr.",)),
)


@dataclass(slots=True)
class CityWebSite:
    """The site; call it with a request."""

    articles: tuple[Article, ...] = ARTICLES
    broken: set[str] = field(default_factory=set)
    """Names of articles in whose place a maintenance page is served, with status 200."""

    def __call__(self, request: Request) -> Response | None:
        """What the site answers."""
        parts = request.path.strip("/").split("/")
        if parts[0] != "presse":
            return None
        if len(parts) == 1:
            return _answer("Presse", self._list(int(request.query.get("seite", "1"))))
        article = next((one for one in self.articles if one.name == parts[-1]), None)
        if article is None:
            return None
        if article.name in self.broken:
            return _answer("Wartung", "<p>Unsere Seiten sind wegen Wartung nicht erreichbar.</p>")
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)
        text += f'<p><a href="{article.link}">Zur Vorlage</a></p>' if article.link else ""
        return _answer(article.title, f'<article><p class="date">{article.day}</p><h1>{escape(article.title)}</h1>{text}</article>')

    def _list(self, number: int) -> str:
        shown = self.articles[(number - 1) * PER_PAGE : number * PER_PAGE]
        items = "".join(
            f'<li><span>{one.day}</span> <a href="/presse/{one.day[-4:]}/{one.name}#inhalt">{escape(one.title)}</a>'
            f'<a href="/presse/{one.day[-4:]}/{one.name}">mehr</a></li>'
            for one in shown
        )
        more = f'<a rel="next" href="/presse?seite={number + 1}">Ältere Meldungen</a>' if number * PER_PAGE < len(self.articles) else ""
        return f"<h1>Presse</h1><ul>{items}</ul>{more}"


def _answer(title: str, content: str) -> Response:
    return Response(FRAME.format(title=escape(title), content=content).encode())
