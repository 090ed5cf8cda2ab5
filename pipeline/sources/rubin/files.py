"""Files of more! rubin: `documents.php?document_type_id=4&submission_id=…` (4 a paper, 5 a resolution, 13 an annex), shown or in data."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pipeline.sources import AgendaItem, DocumentLink
from pipeline.statuses import Failure, Status

TYPES = {"4": "main_file", "5": "resolution_file", "13": "auxiliary_file"}
WORDS = (
    ("invitation", re.compile(r"Einladung|Bekanntmachung|Tagesordnung", re.IGNORECASE)),
    ("results_protocol", re.compile(r"Niederschrift|Protokoll", re.IGNORECASE)),
)
OF_MEETING = ("invitation", "results_protocol", "resolution_file")


def file_at(url: str, name: str | None, item: AgendaItem | None, *, meeting: str, version: str) -> DocumentLink:
    """A file of a meeting, or of the paper of one of its items; the fields that end in `_id` say which it is.

    Raises Failure where they do not.
    """
    fields = sorted((name, said) for name, said in parse_qsl(urlsplit(url).query) if name.endswith("_id"))
    if "document_type_id" not in dict(fields) or len(fields) < 2:
        raise Failure(Status.LAYOUT_UNKNOWN, f"{meeting} has a file whose address does not say which it is: {url}.")
    role = TYPES.get(dict(fields).get("document_type_id", "")) or next(
        (role for role, form in WORDS if form.search(name or "")), "auxiliary_file"
    )
    paper = item.paper if item else None
    own = role in OF_MEETING or paper is None
    return DocumentLink(
        url=url,
        key=urlunsplit(urlsplit(url)._replace(query=urlencode(fields))),
        owner=meeting if own else paper or meeting,
        role=role,
        name=name,
        media_type="application/pdf" if (name or "").lower().endswith(".pdf") else None,
        meeting=meeting if own else None,
        version=f"{name} {version}",
        public=item.public if item else None,
    )
