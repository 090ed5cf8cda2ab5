"""The data that a page of the new more! rubin carries in a script: `window.components["MeetingPage__8bcaf0f"] = {props: {…}}`."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.pages.page import Page
from pipeline.statuses import Failure, Status

COMPONENT = re.compile(r'window\.components\["(?P<name>[^"]{1,80})"\]\s*=\s*\{\s*props\s*:\s*(?=\{)')
Data = Mapping[str, Any]


def components(page: Page) -> Iterator[tuple[str, Data]]:
    """The page's components with their properties.

    Raises Failure where a component's data cannot be read.
    """
    for match in COMPONENT.finditer(page.source):
        try:
            props, _ = json.JSONDecoder(strict=False).raw_decode(page.source, match.end())
        except (json.JSONDecodeError, RecursionError) as error:
            raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} has data that cannot be read in {match['name']}.") from error
        yield match["name"], props


def objects_in(data: Any) -> Iterator[Data]:
    """All objects in some data, outer ones first."""
    stack = [data]
    while stack:
        thing = stack.pop()
        if isinstance(thing, dict):
            yield thing
            stack += reversed(thing.values())
        elif isinstance(thing, list):
            stack += reversed(thing)


def held(thing: Any, names: tuple[str, ...], what: str, url: str) -> Data:
    """An object that must have some keys.

    Raises Failure naming the first that is missing.
    """
    if not isinstance(thing, dict):
        raise Failure(Status.LAYOUT_UNKNOWN, f"{url} has a {what} that is no object.")
    missing = next((name for name in names if name not in thing), None)
    if missing:
        raise Failure(Status.LAYOUT_UNKNOWN, f"{url} has a {what} without {missing!r}.")
    return thing


def list_in(thing: Data, name: str, what: str, url: str) -> list[Any]:
    """A list in an object; an empty one where it is null.

    Raises Failure where it is something else.
    """
    said = thing.get(name)
    if said is not None and not isinstance(said, list):
        raise Failure(Status.LAYOUT_UNKNOWN, f"{url} has a {what} whose {name!r} is no list.")
    return said or []


def text_of(thing: Any, name: str) -> str | None:
    """A value as text without blanks around it, None where it is missing or empty."""
    said = thing.get(name) if isinstance(thing, dict) else None
    return (" ".join(str(said).split()) or None) if isinstance(said, str | int | float) and not isinstance(said, bool) else None


def state_of(page: Page) -> str:
    """The state of a page: of its data where it carries any, else of its words."""
    data = [props for _, props in components(page)]
    if not data:
        return page.fingerprint
    return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:16]
