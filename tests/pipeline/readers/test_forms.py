"""What a file is, whatever it is called; and what is never called read."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.readers import UnreadableError, read
from pipeline.readers.forms import DOCX, ODT, media_type_of


def package(*names: str, first: tuple[str, str] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in [*([first] if first else []), *((name, "x") for name in names)]:
            file.writestr(name, content)
    return out.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        pytest.param(b"%PDF-1.4", "datei.txt", "application/pdf", id="a PDF that is called a text"),
        pytest.param(package("[Content_Types].xml", "word/document.xml"), "getfile.asp", DOCX, id="a Word file without its ending"),
        pytest.param(package("content.xml", first=("mimetype", ODT)), "download.pdf", ODT, id="an OpenDocument file that is called a PDF"),
        pytest.param(b"{\\rtf1\\ansi Rat}", "vorlage.doc", "text/rtf", id="a rich text that is called a Word file"),
        pytest.param("\ufeff<html>".encode("utf-16"), "seite", "text/html", id="a page in UTF-16"),
        pytest.param(b"\xef\xbb\xbf  <!DOCTYPE html>", "to010.asp", "text/html", id="a page behind a mark"),
        pytest.param(b'{"id": 1}', "meeting.json", "application/json", id="JSON"),
        pytest.param(b"Rat", "rat.txt", "text/plain", id="text"),
    ],
)
def test_the_form_of_a_file(data: bytes, name: str, media_type: str) -> None:
    assert media_type_of(data, name) == media_type


READABLE = ".txt, .html, .pdf, .docx, .odt, .rtf, OParl .json"


@pytest.mark.parametrize(
    ("data", "name", "code", "sentence"),
    [
        pytest.param(OLD, "a.doc", "wrong_type", "a.doc is an Office file of the old form (.doc); saved as .docx or PDF it can be read.", id="doc"),
        pytest.param(OLD + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted", "a.docx is protected by a password.", id="password"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "a.png", "no_text_layer", "a.png is a picture without text.", id="picture"),
        pytest.param(package("xl/workbook.xml"), "a.xlsx", "wrong_type", f"a.xlsx is a spreadsheet; what can be read is {READABLE}.", id="spreadsheet"),
        pytest.param(package("a.pdf"), "a.zip", "wrong_type", f"a.zip is an archive; what can be read is {READABLE}.", id="archive"),
        pytest.param(b"Rat", "a.bin", "wrong_type", f"a.bin is none of the forms that can be read ({READABLE}).", id="unknown"),
        pytest.param(b"\0\0 \n\0", "a.txt", "corrupt", "a.txt is empty.", id="nothing but zeros"),
        pytest.param("\u00a0 \u200b".encode(), "a.txt", "no_text_layer", "a.txt holds hardly any text (0 letters and digits).", id="blanks that one does not see"),
        pytest.param(b"<p>- 1 -<p>Seite 2", "a.html", "no_text_layer", "a.html holds hardly any text (7 letters and digits).", id="page numbers only"),
        pytest.param(b"<html><p>Seite 1</p></html>", "a.html", "no_text_layer", "a.html holds hardly any text (6 letters and digits).", id="a nearly empty page"),
        pytest.param(bytes(range(256)) * 40, "a.txt", "garbled_text", "a.txt cannot be read: what it holds is no text, or in an unknown encoding.", id="bytes that are no text"),
        pytest.param(b"Rat\0\0\0\0" * 400, "a.txt", "garbled_text", "a.txt cannot be read: what it holds is no text, or in an unknown encoding.", id="text full of zeros"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, name: str, code: str, sentence: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(data, name)

    assert (refusal.value.code, str(refusal.value)) == (code, sentence)


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("Der Rat beschließt für die Schule in São Paulo.", "n/a"),
        ("Der Rat beschlieÃŸt fÃ¼r die Schule.", "poor"),
        ("Beschluss nach Â§ 3 der Satzung", "poor"),
        ("Stadtrat â€“ Niederschrift", "poor"),
        ("Der Rat beschlie\ufffdt die Satzung.", "poor"),
    ],
)
def test_a_text_in_the_wrong_encoding_is_told_and_not_mended(text: str, layer: str) -> None:
    reading = read(text.encode(), "a.txt")

    assert (reading.source.text, reading.text_layer) == (text, layer)


@pytest.mark.parametrize("text", ["9:0", "vertagt", "Ja: 5"])
def test_a_text_may_be_one_word(text: str) -> None:
    assert read(text.encode(), "a.txt").source.text == text
