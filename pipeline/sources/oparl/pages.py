"""An OParl server's answers as plain values: JSON as it comes, lists in every form that was met, addresses of next pages."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from pipeline.encoding import decoded
from pipeline.statuses import Failure, Status

NOTHING = {"", "n/a", "null", "none"}
EMPTY_WINDOW = {400, 404}
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def parsed(data: bytes, url: str) -> Any:
    """The JSON of an answer, with control characters inside its strings allowed (CC e-gov).

    Raises Failure where it is none.
    """
    try:
        return _clean(json.loads(decoded(data, "utf-8"), strict=False))
    except (json.JSONDecodeError, RecursionError) as error:
        if data.lstrip().startswith(b"<"):
            raise Failure(Status.SOFT_ERROR_PAGE, f"{url} answers with a web page instead of data.") from error
        raise Failure(Status.CORRUPT, f"{url} answers with broken JSON.") from error


def _clean(value: Any) -> Any:
    """The value without properties that say nothing: "N/A", blanks, null."""
    if isinstance(value, dict):
        return {key: clean for key, said in value.items() if (clean := _clean(said)) is not None}
    if isinstance(value, list):
        return [clean for said in value if (clean := _clean(said)) is not None]
    if isinstance(value, str):
        text = CONTROLS.sub(" ", value)
        return None if text.strip().lower() in NOTHING else text
    return value


def as_list(value: Any) -> list[Any]:
    """A list, whatever the server made of it: nothing, one value, many."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def objects_on(answer: Any) -> list[dict[str, Any]]:
    """The objects of a list page, of a bare list, or the single object that was served in its place."""
    if isinstance(answer, dict):
        answer = as_list(answer["data"]) if "data" in answer else [answer] if "id" in answer else []
    return [thing for thing in as_list(answer) if isinstance(thing, dict)]


def next_page(answer: Any, url: str) -> str | None:
    """The address of the next page, each parameter once (ALLRIS doubles `limit` with each page)."""
    links = answer.get("links") if isinstance(answer, dict) else None
    following = links.get("next") if isinstance(links, dict) else None
    if not isinstance(following, str):
        return None
    parts = urlsplit(urljoin(url, following))
    named = {pair.split("=", 1)[0]: pair for pair in parts.query.split("&") if pair}
    return urlunsplit(parts._replace(query="&".join(named.values()), fragment=""))


def with_parameter(url: str, name: str, value: str) -> str:
    """The address with one more parameter; its others stay as they are, byte for byte."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, f"{name}={value}")))))


def says_empty(failure: Failure) -> bool:
    """Whether an answer of 400 or 404 only says that nothing changed (Sternberg: code 802)."""
    if failure.http_status not in EMPTY_WINDOW:
        return False
    try:
        told = json.loads(decoded(failure.body, "utf-8"), strict=False)
    except (json.JSONDecodeError, RecursionError):
        return False
    return isinstance(told, dict) and str(told.get("code", "")) == "802"


def text_of(thing: dict[str, Any], name: str) -> str | None:
    """A property as text, None where it is missing or no plain value."""
    value = thing.get(name)
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def truth_of(thing: dict[str, Any], name: str) -> bool | None:
    """A property as yes or no, None where it is neither."""
    value = thing.get(name)
    return value if isinstance(value, bool) else None


def texts_of(thing: dict[str, Any], name: str) -> tuple[str, ...]:
    """A list of addresses; of embedded objects their ids."""
    values = (value.get("id") if isinstance(value, dict) else value for value in as_list(thing.get(name)))
    return tuple(value for value in values if isinstance(value, str))


def key_of(thing: dict[str, Any]) -> str:
    """An object's id; empty where it has none."""
    return text_of(thing, "id") or ""
