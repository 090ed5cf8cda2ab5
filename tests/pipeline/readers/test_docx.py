"""Word files in the order of the document."""

from __future__ import annotations

import io

import docx
import pytest

from pipeline.readers import UnreadableError, read


def test_paragraphs_lists_and_tables() -> None:
    document = docx.Document()
    document.add_paragraph("Der Rat beschließt:")
    document.add_paragraph("Der Weg wird gebaut.", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Ja", "12"
    buffer = io.BytesIO()
    document.save(buffer)

    assert read(buffer.getvalue(), "vorlage.docx").source.text == "Der Rat beschließt:\n\n• Der Weg wird gebaut.\n\nJa\t12\n"


def test_a_broken_package_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"^vorlage\.docx is not a Word document that can be opened\.$"):
        read(b"PK\x03\x04 nothing more", "vorlage.docx")
