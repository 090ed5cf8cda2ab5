"""Plain text: the extracted text is the file's own, unchanged."""

from __future__ import annotations

from extractors.text.minutes import DocumentText
from pipeline.encoding import decoded
from pipeline.readers import Reading, Terms


def read(data: bytes, name: str, terms: Terms) -> Reading:  # noqa: ARG001  every reader has the same form
    """Read a text file."""
    return Reading(DocumentText(decoded(data, terms.charset)), "text/plain")
