"""What the tests of vendors' pages share: a fake asked without the network, and looks at what was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol
from urllib.parse import parse_qsl

from pipeline.demo.website import Request, Response
from pipeline.sources import Found
from pipeline.statuses import Failure, Status

Change = Callable[[str], str]


class Listed(Protocol):
    """Something that lists a council."""

    def found(self) -> Found:
        """What it lists."""


def replaced(*changes: tuple[str, str]) -> Change:
    """A change to pages: words for words."""

    def change(page: str) -> str:
        for old, new in changes:
            page = page.replace(old, new)
        return page

    return change


def answered(
    site: Callable[[Request], Response | None],
    url: str,
    root: str,
    change: Change = str,
    *,
    folder: str = "/",
    encoding: str = "utf-8",
    cookies: Mapping[str, str] | None = None,
) -> bytes:
    """What a fake answers at an address below `root`, which it knows as `folder`.

    Raises Failure where it answers nothing.
    """
    path, _, query = url.removeprefix(root).partition("?")
    answer = site(Request(folder + path, dict(parse_qsl(query, keep_blank_values=True)), cookies=dict(cookies or {})))
    if answer is None:
        raise Failure(Status.GONE, f"{url} answers 404.")
    return change(answer.body.decode(encoding)).encode(encoding)


def nouns(found: Found, kind: type) -> list:
    """The things of one kind."""
    return [noun for noun in found.nouns if isinstance(noun, kind)]


def codes(listed: Listed) -> set[Status]:
    """What a listing tells of: its issues, or the failure that ended it."""
    try:
        return {issue.code for issue in listed.found().issues}
    except Failure as failure:
        return {failure.status}
