"""Word files (.docx): paragraphs and tables in the order of the document, list paragraphs with a bullet."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from extractors.text.minutes import DocumentText
from pipeline.readers import Reading, Terms, UnreadableError

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(data: bytes, name: str, terms: Terms) -> Reading:  # noqa: ARG001  every reader has the same form
    """Read a Word file.

    Raises UnreadableError where the package is broken or no Word document.
    """
    try:
        document = docx.Document(io.BytesIO(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableError("corrupt", f"{name} is not a Word document that can be opened.") from error
    text = "\n\n".join(_blocks(document.iter_inner_content()))
    return Reading(DocumentText(text + "\n", title=document.core_properties.title or None), MEDIA_TYPE)


def _blocks(content: Iterator[Paragraph | Table]) -> Iterator[str]:
    for block in content:
        if isinstance(block, Table):
            rows = ("\t".join(" ".join(cell.text.split()) for cell in row.cells).rstrip("\t") for row in block.rows)
            yield "\n".join(row for row in rows if row)
        elif block.text.strip():
            # Word's own numbers are drawn, not written; python-docx does not compute them.
            listed = block.style is not None and (block.style.name or "").startswith("List")
            yield ("• " if listed else "") + block.text.strip()
