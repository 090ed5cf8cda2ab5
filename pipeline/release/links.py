"""Where a row can be checked: our page with the marked sentence, and the place in the original."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

WORDS = 6
"""Words at the begin and the end of a quote that name it in an address; browsers look for the stretch between them."""
FOLDER = "evidence"


def permalink(document: str, row: str | None, base_url: str = "") -> str:
    """The address of a document's page of evidence, and of a row in it.

    >>> permalink("ab12", "cd34")
    'evidence/ab12.html#cd34'
    """
    return f"{base_url}{FOLDER}/{document}.html" + (f"#{row}" if row else "")


def original_url(source_url: str, page: int | None, words: str, media_type: str | None) -> str | None:
    """The address of the original, at the page of a PDF, or at the words of a page; None where it is no address for a browser.

    >>> original_url("https://rat.example.org/getfile?id=17", 3, "einstimmig", "application/pdf")
    'https://rat.example.org/getfile?id=17#page=3'
    >>> original_url("https://rat.example.org/to?id=4", None, "Bei 20 Ja-Stimmen angenommen", "text/html")
    'https://rat.example.org/to?id=4#:~:text=Bei%2020%20Ja%2DStimmen%20angenommen'
    """
    if urlsplit(source_url).scheme not in ("http", "https"):
        return None
    place = source_url.partition("#")[0]
    if page is not None:
        return f"{place}#page={page}"
    return f"{place}#:~:text={_fragment(words)}" if media_type == "text/html" else place


def _fragment(words: str) -> str:
    said = words.split()
    parts = [said] if len(said) <= 2 * WORDS else [said[:WORDS], said[-WORDS:]]
    return ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in parts)
