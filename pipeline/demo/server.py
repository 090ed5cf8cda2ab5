"""Ottersbrück's council information system: an OParl 1.1 server on loopback, in a thread, real HTTP."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from pipeline.demo.oparl import HERE, City, Object
from pipeline.demo.website import ROBOTS, Request, Response, WebServer

PAGE = 5  # small, so that the demo's lists have several pages


class Server(WebServer):
    """A city's server while a `with` lasts; lists, objects and files, with ETag and Last-Modified."""

    def __init__(self, city: City, port_file: Path | None = None) -> None:
        """`port_file` as of every web server of the demo."""
        super().__init__(self._site, port_file)
        self.city = city

    def _site(self, request: Request) -> Response:
        path = request.path.rstrip("/")
        if path == "/robots.txt":
            return Response(ROBOTS, "text/plain; charset=utf-8")
        if path.startswith("/files/") and (name := path.removeprefix("/files/")) in self.city.files:
            told = self.city.objects.get(f"/oparl/files/{name.removesuffix('.pdf')}", {})
            return Response(self.city.files[name], "application/pdf", headers=_modified(told.get("modified")))
        if path in self.city.objects:
            found = self.city.objects[path]
            return self._json(found, found["modified"])
        if (listed := self._listed(path)) is not None:
            return self._json(_page(listed, self.url + path, request.query))
        return Response(b'{"error": "unknown address"}', "application/json", 404)

    def _listed(self, path: str) -> list[Object] | None:
        if path == "/oparl/bodies":
            return [self.city.objects["/oparl/bodies/1"]]
        kind = path.removeprefix("/oparl/bodies/1/")
        return [self.city.objects[at] for at in self.city.lists[kind]] if kind in self.city.lists else None

    def _json(self, thing: Object, modified: str | None = None) -> Response:
        text = json.dumps(thing, ensure_ascii=False, indent=1).replace(HERE, self.url)
        return Response(text.encode(), "application/json; charset=utf-8", headers=_modified(modified))


def _modified(moment: str | None) -> dict[str, str]:
    return {"Last-Modified": format_datetime(datetime.fromisoformat(moment).astimezone(UTC), usegmt=True)} if moment else {}


def _page(listed: list[Object], address: str, asked: Mapping[str, str]) -> Object:
    """One page of a list, after `modified_since` if that is asked."""
    since = asked.get("modified_since")
    if since:
        # "+" of an offset arrives as a blank where a client did not quote it.
        listed = [thing for thing in listed if datetime.fromisoformat(thing["modified"]) >= datetime.fromisoformat(since.replace(" ", "+"))]
    number = int(asked["page"]) if asked.get("page", "").isdigit() else 1
    pages = max(1, -(-len(listed) // PAGE))
    window = f"&modified_since={since.replace('+', '%2B')}" if since else ""
    links = {name: f"{address}?page={at}{window}" for name, at in (("self", number), ("first", 1), ("last", pages))}
    if number < pages:
        links["next"] = f"{address}?page={number + 1}{window}"
    return {
        "data": listed[(number - 1) * PAGE : number * PAGE],
        "pagination": {"totalElements": len(listed), "elementsPerPage": PAGE, "currentPage": number, "totalPages": pages},
        "links": links,
    }
