"""Files of a few kilobytes, or a few megabytes, that take all time or memory of a careless reader."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

MIB = 1 << 20
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of numbered objects with a cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size %d " % (len(objects) + 1) + trailer + b" >>\nstartxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<< /Length %d " % len(data) + head + b" >>\nstream\n" + data + b"\nendstream"


def flate(data: bytes, head: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + head)


def inflating(size: int, character: bytes = b" ") -> bytes:
    """So many equal characters, compressed without ever being in memory."""
    packer = zlib.compressobj(9)
    portion = character * MIB
    return b"".join(packer.compress(portion) for _ in range(size // MIB)) + packer.flush()


def page(content: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    """A PDF of one page; `content` is object 4, `more` begins with object 6."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
        + resources
        + b" >> >>",
        content,
        FONT,
        *more,
    )


def shown(operators: bytes) -> bytes:
    return b"BT /F1 10 Tf 50 700 Td " + operators + b" ET"


def kids(tree: bytes) -> bytes:
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", tree, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")


def lines(count: int) -> bytes:
    across = b"".join(b"50 %d m 550 %d l S\n" % (y % 800, y % 800) for y in range(count))
    return (
        across
        + b"".join(b"%d 20 m %d 820 l S\n" % (x % 590, x % 590) for x in range(count))
        + shown(b"(Summe der Ausgaben im Haushalt) Tj")
    )


def laughs() -> bytes:
    """Forms that draw the next form ten times, twelve levels deep."""
    forms = [
        flate(b"/X Do " * 10, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % (number + 1))
        for number in range(6, 18)
    ]
    last = flate(shown(b"(ha) Tj"), b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>")
    return page(stream(b"/X Do"), *forms, last, resources=b"/XObject << /X 6 0 R >>")


def word(document: bytes) -> bytes:
    """A Word file whose text is compressed already."""
    out = io.BytesIO()
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", relations)
        with package.open("word/document.xml", "w", force_zip64=True) as file:
            for portion in paragraphs(document):
                file.write(portion)
    return out.getvalue()


def paragraphs(one: bytes) -> Iterator[bytes]:
    yield b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    portion = (b"<w:p><w:r><w:t>" + one + b"</w:t></w:r></w:p>") * 1000
    for _ in range(400):
        yield portion
    yield b"</w:body></w:document>"


BOMBS: dict[str, Callable[[], bytes]] = {
    "nested_flate.pdf": lambda: page(stream(zlib.compress(inflating(1024 * MIB), 9), b"/Filter [/FlateDecode /FlateDecode]")),
    "flate.pdf": lambda: page(stream(inflating(1024 * MIB), b"/Filter /FlateDecode")),
    "two_million_glyphs.pdf": lambda: page(flate(shown(b"(" + b"A" * 2_000_000 + b") Tj"))),
    "three_hundred_thousand_operators.pdf": lambda: page(flate(shown(b"(A) Tj " * 300_000))),
    "five_million_parentheses.pdf": lambda: b"%PDF-1.4\n" + b"(" * 5_000_000,
    "parentheses_as_content.pdf": lambda: page(flate(shown(b"(" * 5_000_000))),
    "page_tree_loop.pdf": lambda: kids(b"<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>"),
    "huge_page_count.pdf": lambda: kids(b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>"),
    "a_million_pages.pdf": lambda: kids(b"<< /Type /Pages /Count 1000000 /Kids [" + b"3 0 R " * 1_000_000 + b"] >>"),
    "nested_arrays.pdf": lambda: page(stream(b""), b"[" * 200_000 + b"]" * 200_000),
    "nested_dictionaries.pdf": lambda: page(stream(b""), b"<< /A " * 100_000 + b"1" + b" >>" * 100_000, resources=b"/X 6 0 R"),
    "form_draws_itself.pdf": lambda: page(
        stream(b"/X Do"),
        stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),
        resources=b"/XObject << /X 6 0 R >>",
    ),
    "billion_laughs.pdf": laughs,
    "xref_loop.pdf": lambda: page(stream(shown(b"(Niederschrift) Tj"))).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"),
    "huge_xref.pdf": lambda: b"%PDF-1.7\nxref\n0 2000000000\n" + b"0000000000 65535 f \n" * 1000 + b"trailer << /Size 2000000000 >>",
    "saved_states.pdf": lambda: page(flate(b"q " * 5_000_000)),
    "drawing.pdf": lambda: page(flate(b"0 0 m 9 9 l S " * 500_000)),
    "rules_of_a_table.pdf": lambda: page(flate(lines(1400))),
    "scattered_letters.pdf": lambda: page(
        flate(b"BT /F1 9 Tf " + b"".join(b"1 0 0 1 %d %d Tm (A) Tj " % (n * 37 % 590, n * 91 % 830) for n in range(60_000)) + b" ET")
    ),
    "wide_predictor.pdf": lambda: page(flate(bytes(9_000_000), b"/DecodeParms << /Predictor 12 /Columns 2147483647 >>")),
    "huge_image.pdf": lambda: page(
        stream(b"/X Do"),
        stream(
            inflating(256 * MIB, b"\0"),
            b"/Type /XObject /Subtype /Image /Width 99999 /Height 99999 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode",
        ),
        resources=b"/XObject << /X 6 0 R >>",
    ),
    "huge_character_map.pdf": lambda: (
        page(flate(shown(b"(Niederschrift) Tj"))).replace(b"/Helvetica", b"/Helvetica /ToUnicode 6 0 R")
        + b"6 0 obj\n"
        + flate(b"1 beginbfrange <00> <FFFFFFFF> <0041> endbfrange " * 20_000)
        + b"\nendobj\n"
    ),
    "word.docx": lambda: word(b"x" * 2000),
    "nested.html": lambda: b"<html><body>" + b"<div>" * 300_000 + b"Niederschrift" + b"</div>" * 300_000,
    "nested.json": lambda: b'{"a":' + b"[" * 300_000 + b"]" * 300_000 + b"}",
    "laughs.html": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "'
        + b"ha" * 50
        + b'">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
        + b"]><html><body>&j;</body></html>"
    ),
    "one_line.txt": lambda: b"1." * 2_000_000,
}
