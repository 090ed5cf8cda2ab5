"""What a document says of itself: its kind, title, body, dates and marking."""

from __future__ import annotations

from extractors.text.minutes import DocumentText, Head
from extractors.text.shadow import Shadow


def head_of(source: DocumentText, shadow: Shadow) -> Head:
    """Read the head of a document; what the way to it already told wins over what the text says."""
    return Head(kind=source.kind or "other", title=source.title, body=source.body, meeting_date=source.meeting_date)
