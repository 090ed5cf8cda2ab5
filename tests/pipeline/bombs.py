"""Files of a few kilobytes, or a few megabytes, that take all time or memory of a careless reader."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator

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


def image(head: bytes, data: bytes = b"\0" * 64) -> bytes:
    """A page with an image that says more of itself than it holds."""
    return page(stream(b"/X Do"), stream(data, b"/Type /XObject /Subtype /Image " + head), resources=b"/XObject << /X 6 0 R >>")


def objects_within_themselves() -> bytes:
    """A stream of objects that holds its own number, and goes on with itself."""
    inner = b"6 0 << /Type /Catalog /Pages 2 0 R >>"
    return page(stream(shown(b"(Niederschrift) Tj")), stream(inner, b"/Type /ObjStm /N 1 /First 4 /Extends 6 0 R")).replace(
        b"/Root 1 0 R", b"/Root 1 0 R /XRefStm 9"
    )


def a_hundred_thousand_pages() -> bytes:
    pages = [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"] * 100_000
    tree = b"<< /Type /Pages /Count 100000 /Kids [" + b"".join(b"%d 0 R " % (number + 3) for number in range(100_000)) + b"] >>"
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", tree, *pages)


WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%b</w:body></w:document>'
ODT = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    b' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>%b</office:text></office:body></office:document-content>'
)
ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "'
    + b"ha" * 50
    + b'">'
    + b"".join(b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)


def package(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts:
            file.writestr(name, content)
    return out.getvalue()


def word(document: bytes | Iterable[bytes], *more: tuple[str, bytes]) -> bytes:
    """A Word file; `document` is its main part, whole or in portions, `more` are parts that belong to nothing."""
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
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", types)
        file.writestr("_rels/.rels", relations)
        with file.open("word/document.xml", "w", force_zip64=True) as part:
            for portion in [document] if isinstance(document, bytes) else document:
                part.write(portion)
        for name, content in more:
            file.writestr(name, content)
    return out.getvalue()


def paragraphs(one: bytes) -> Iterator[bytes]:
    """800 MB of text, in portions."""
    yield b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    portion = (b"<w:p><w:r><w:t>" + one + b"</w:t></w:r></w:p>") * 1000
    for _ in range(400):
        yield portion
    yield b"</w:body></w:document>"


def odt(content: bytes) -> bytes:
    return package([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content)])


def smaller_than_it_is(data: bytes) -> bytes:
    """A zip file whose parts all say that they unpack to ten bytes."""
    out = bytearray(data)
    for sign, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = out.find(sign)
        while at >= 0:
            out[at + place : at + place + 4] = (10).to_bytes(4, "little")
            at = out.find(sign, at + 4)
    return bytes(out)


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
    "objects_within_themselves.pdf": objects_within_themselves,
    "a_hundred_thousand_pages.pdf": a_hundred_thousand_pages,
    "giant_page.pdf": lambda: page(flate(shown(b"(Niederschrift) Tj"))).replace(b"595 842", b"999999999999 999999999999"),
    "page_of_no_size.pdf": lambda: page(flate(shown(b"(Niederschrift) Tj"))).replace(b"595 842", b"-1e38 1e39"),
    "jbig2_lies.pdf": lambda: image(
        b"/Width 2147483647 /Height 2147483647 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode"
    ),
    "jpx_lies.pdf": lambda: image(
        b"/Width 65535 /Height 65535 /Filter /JPXDecode",
        b"\0\0\0\x0cjP  \r\n\x87\n\xff\x4f\xff\x51\0\x29\0\0" + b"\xff" * 400,
    ),
    "a_lie_about_its_length.pdf": lambda: page(flate(shown(b"(Niederschrift) Tj")).replace(b"/Length ", b"/Length 99999999")),
    "zeros.pdf": lambda: b"%PDF-1.4\n" + bytes(10_000_000),
    "word.docx": lambda: word(paragraphs(b"x" * 2000)),
    "laughs.docx": lambda: word(ENTITIES + WORD % b"<w:p><w:r><w:t>Niederschrift &j;</w:t></w:r></w:p>"),
    "nested.docx": lambda: word(WORD % (b"<w:p>" * 200_000 + b"</w:p>" * 200_000)),
    "nested_tables.docx": lambda: word(WORD % (b"<w:tbl><w:tr><w:tc>" * 80 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 80)),
    "a_million_runs.docx": lambda: word(WORD % (b"<w:p>" + b"<w:r><w:t>a</w:t></w:r>" * 1_000_000 + b"</w:p>")),
    "many_parts.docx": lambda: word(WORD % b"<w:p/>", *((f"word/{n}.xml", b"") for n in range(20_000))),
    "smaller_than_it_is.docx": lambda: smaller_than_it_is(word(WORD % (b"<w:p><w:r><w:t>Niederschrift</w:t></w:r></w:p>" * 9000))),
    "content.odt": lambda: odt(ODT % (b"<text:p>" + b"x" * 300_000_000 + b"</text:p>")),
    "laughs.odt": lambda: odt(ENTITIES + ODT % b"<text:p>Niederschrift &j;</text:p>"),
    "nested.odt": lambda: odt(ODT % (b"<text:section>" * 100_000 + b"</text:section>" * 100_000)),
    "repeated.odt": lambda: odt(
        ODT
        % b'<text:p>Niederschrift<text:s text:c="999999"/></text:p><table:table><table:table-row table:number-rows-repeated="999999999">'
        b'<table:table-cell table:number-columns-repeated="999999999"><text:p>1</text:p></table:table-cell></table:table-row></table:table>'
    ),
    "groups.rtf": lambda: b"{\\rtf1" + b"{" * 5_000_000,
    "raw.rtf": lambda: b"{\\rtf1 Niederschrift \\bin999999999 " + b"}" * 1_000_000,
    "controls.rtf": lambda: b"{\\rtf1 Niederschrift " + b"\\cell\\par\\row\\u1 " * 500_000,
    "scripts.html": lambda: b"<html><body>Niederschrift" + b"<script>" * 500_000,
    "comments.html": lambda: b"<html><body>Niederschrift" + b"<!--" * 1_000_000,
    "angles.html": lambda: b"<html><body>Niederschrift" + b"<" * 5_000_000,
    "entities.html": lambda: b"<html><body>Niederschrift" + b"&#" * 3_000_000,
    "attributes.html": lambda: b"<html><body><p " + b"".join(b"a%d=1 " % n for n in range(300_000)) + b">Niederschrift",
    "nested_lists.html": lambda: b"<html><body>" + b"<ol><li>Bau" * 100_000,
    "nested_tables.html": lambda: b"<html><body>" + b"<table><tr><td>1</td><td>Bau" * 100_000,
    "nested_bold.html": lambda: b"<html><body>" + b"<b><p>Bau</b>" * 20_000,
    "one_line_of_200_megabytes.txt": lambda: b"Der Rat beschliesst. " * 10_000_000,
    "one_line_of_50_megabytes.txt": lambda: b"Der Rat beschliesst. " * 2_500_000,
    "one_word.txt": lambda: b"Beschluss" * 500_000,
    "zeros.txt": lambda: bytes(50_000_000),
    "zeros_between.txt": lambda: b"Der Rat\0\0 " * 100_000,
    "nested.html": lambda: b"<html><body>" + b"<div>" * 300_000 + b"Niederschrift" + b"</div>" * 300_000,
    "nested.json": lambda: b'{"a":' + b"[" * 300_000 + b"]" * 300_000 + b"}",
    "laughs.html": lambda: b'<?xml version="1.0"?>' + ENTITIES.replace(b"DOCTYPE x", b"DOCTYPE html") + b"<html><body>&j;</body></html>",
    "one_line.txt": lambda: b"1." * 2_000_000,
}
