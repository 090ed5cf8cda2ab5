"""Word files as they are printed."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from pipeline.readers import UnreadableError, read

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:r="{OFFICE}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/>{}<w:lvlText w:val="{}"/></w:lvl>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    + LEVEL.format(0, 1, "decimal", "", "%1.") + LEVEL.format(1, 1, "lowerLetter", "", "%2)") + LEVEL.format(2, 1, "lowerRoman", "", "%1.%3")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="8">' + LEVEL.format(0, 3, "upperRoman", '<w:pStyle w:val="Kopf"/>', "%1.")
    + LEVEL.format(1, 1, "decimal", '<w:pStyle w:val="Unter"/><w:isLgl/>', "%1.%2") + '</w:abstractNum>'
    + '<w:abstractNum w:abstractNumId="9">' + LEVEL.format(0, 1, "bullet", "", "\uf0b7") + LEVEL.format(1, 1, "none", "", "") + '</w:abstractNum>'
    + '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>'
    + '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)  # fmt: skip
STYLES = (
    '<w:style w:styleId="Kopf"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Unter"><w:basedOn w:val="Kopf"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Eigen"><w:basedOn w:val="Kopf"/></w:style>'
    '<w:style w:styleId="Kreis"><w:basedOn w:val="Kreis"/></w:style>'
)


def word(body: str, **parts: str) -> bytes:
    """A Word file of a body and of other parts (numbering, styles, footnotes, header, footer)."""
    parts = {"numbering": NUMBERING, "styles": STYLES} | parts
    plural = {"header": "hdr", "footer": "ftr"}
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{name}+xml"/>' for name in parts)
    relations = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>{overrides}</Types>',
        )
        head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        package.writestr(
            "_rels/.rels", f'{head}<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        )
        package.writestr("word/_rels/document.xml.rels", f"{head}{relations}</Relationships>")
        package.writestr(
            "word/document.xml", body if body.startswith("<!") else f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
        )
        for name, content in parts.items():
            root = plural.get(name, name)
            package.writestr(f"word/{name}.xml", f"<w:{root} {SPACES}>{content}</w:{root}>")
    return out.getvalue()


def p(text: str, *, style: str = "", number: int | None = None, level: int | None = None) -> str:
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    numbers = "" if number is None else f'<w:numPr>{at}<w:numId w:val="{number}"/></w:numPr>'
    called = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{called}{numbers}</w:pPr>{text if text.startswith('<') else r(text)}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def text_of(body: str, **parts: str) -> str:
    return (
        read(word(body + p("Niederschrift"), **parts), "vorlage.docx")
        .source.text.removesuffix("\n")
        .removesuffix("Niederschrift")
        .rstrip("\n")
    )


def blocks_of(body: str, **parts: str) -> list[str]:
    return text_of(body, **parts).split("\n\n")


def test_paragraphs_lists_and_tables_of_a_real_file() -> None:
    document = docx.Document()
    document.add_paragraph("Der Rat beschließt:")
    document.add_paragraph("Der Weg wird gebaut.", style="List Bullet")
    document.add_paragraph("Die Brücke wird saniert.", style="List Number")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Ja", "12"
    document.sections[0].header.paragraphs[0].text = "Stadt Buchenried"
    buffer = io.BytesIO()
    document.save(buffer)

    assert read(buffer.getvalue(), "vorlage.docx").source.text == (
        "Stadt Buchenried\n\nDer Rat beschließt:\n\n• Der Weg wird gebaut.\n\n1. Die Brücke wird saniert.\n\nJa\t12\n"
    )


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param(p("Bau", number=1) + p("Weg", number=1, level=1) + p("Steg", number=1, level=1) + p("Kauf", number=1) + p("Hof", number=1, level=1),
                     ["1. Bau", "a) Weg", "b) Steg", "2. Kauf", "a) Hof"], id="levels begin again"),
        pytest.param(p("Bau", number=1) + p("Der Weg.") + p("Kauf", number=1), ["1. Bau", "Der Weg.", "2. Kauf"], id="a list goes on"),
        pytest.param(p("Bau", number=1) + p("", number=1) + p("Kauf", number=1), ["1. Bau", "3. Kauf"], id="an empty item is counted"),
        pytest.param(p("Bau", number=1) + p("Kauf", number=4) + p("Pacht", number=4), ["1. Bau", "5. Kauf", "6. Pacht"], id="another number begins"),
        pytest.param(p("Bau", number=1, level=2), ["1.i Bau"], id="a level whose upper ones were never used"),
        pytest.param(p("Lage", style="Kopf") + p("Ziel", style="Unter") + p("Zweck", style="Unter") + p("Plan", style="Eigen"),
                     ["III. Lage", "3.1 Ziel", "3.2 Zweck", "IV. Plan"], id="headings that a style numbers"),
        pytest.param(p("Lage", style="Kopf", number=0), ["Lage"], id="a number that is taken away"),
        pytest.param(p("Bau", number=3) + p("Weg", number=3, level=1), ["• Bau", "Weg"], id="bullets, and no label at all"),
        pytest.param(p("Bau", number=99) + p("Weg", style="Kreis") + p("Steg", number=1, level=44), ["Bau", "Weg", "Steg"], id="lists that are not there"),
    ],
)  # fmt: skip
def test_the_numbers_that_word_draws(body: str, blocks: list[str]) -> None:
    assert blocks_of(body) == blocks


DELETED = '<w:del w:id="1"><w:r><w:delText>30.000</w:delText></w:r></w:del>'
BOX = "<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param(p(r("Es werden ") + DELETED + '<w:ins w:id="2">' + r("45.000") + "</w:ins>" + r(" EUR bewilligt.")), ["Es werden 45.000 EUR bewilligt."], id="deleted and inserted words"),
        pytest.param(p("<w:moveFrom w:id='1'>" + r("alt") + "</w:moveFrom><w:moveTo w:id='2'>" + r("neu") + "</w:moveTo>"), ["neu"], id="moved words"),
        pytest.param(p("Bau", number=1) + f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{DELETED}</w:p>" + p("Kauf", number=1),
                     ["1. Bau", "2. Kauf"], id="a deleted item is not counted"),
        pytest.param(p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>" + r("offen")), ["offen"], id="hidden words"),
        pytest.param(p("<w:r><w:t>Ja</w:t><w:tab/><w:t>12</w:t><w:br/><w:t>Nein</w:t><w:noBreakHyphen/><w:t>Stimmen</w:t></w:r>"), ["Ja\t12\nNein-Stimmen"], id="tabs, line ends, hyphens"),
        pytest.param(p("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" + r(" öffentlich ") + "<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>" + r(" nichtöffentlich")),
                     ["☒ öffentlich ☐ nichtöffentlich"], id="check boxes"),
        pytest.param(p("<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DATE</w:instrText></w:r>" + r("1.2.2026")), ["1.2.2026"], id="fields"),
        pytest.param("<w:sdt><w:sdtContent>" + p("In einem Steuerelement") + "</w:sdtContent></w:sdt>", ["In einem Steuerelement"], id="content controls"),
        pytest.param(p(r("Am Rand:") + "<w:r>" + BOX.format(p("Der Rat stimmt zu.")) + "</w:r>"), ["Am Rand:", "Der Rat stimmt zu."], id="text boxes, once"),
        pytest.param("<w:tbl><w:tr><w:tc>" + p("Fraktion") + "</w:tc><w:tc>" + p("Ja") + "</w:tc></w:tr><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>" + p("weg") + "</w:tc></w:tr>"
                     "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("Fraktion") + "</w:tc><w:tc>" + p("12") + p("Stimmen") + "</w:tc></w:tr></w:tbl>",
                     ["Fraktion\tJa\n\t12 Stimmen"], id="tables"),
        pytest.param("<w:tbl><w:tr><w:tc>" + p("Posten") + "</w:tc><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("Jahr") + "</w:tc><w:tc>" + p("Amt") + "</w:tc></w:tr>"
                     "<w:tr><w:tc>" + p("Teil B") + "</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc>" + p("2031") + "</w:tc><w:tc>" + p("2032") + "</w:tc></w:tr></w:tbl>",
                     ["Posten\tJahr\t\tAmt\nTeil B\n\t2031\t2032"], id="merged cells keep the columns of the others"),
        pytest.param("<w:tbl><w:tr><w:tc>" + p("Beschluss:") + "</w:tc><w:tc>" + p("Der Weg wird " * 20, number=1) + p("Der Steg auch.", number=1) + "</w:tc></w:tr></w:tbl>",
                     ["Beschluss:", "1. " + ("Der Weg wird " * 20).strip(), "2. Der Steg auch."], id="pages that are laid out by a table"),
    ],
)  # fmt: skip
def test_what_is_printed(body: str, blocks: list[str]) -> None:
    assert blocks_of(body) == blocks


def test_notes_and_running_heads() -> None:
    note = '<w:footnote w:id="0">' + p("Trenner") + '</w:footnote><w:footnote w:id="2">' + p("Siehe Vorlage 17/2026.") + "</w:footnote>"
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header"/><w:headerReference w:type="default" r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    body = p(r("Die Kosten") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" steigen.")) + section
    counted = p("<w:fldSimple w:instr=' PAGE '>" + r("1") + "</w:fldSimple>")

    text = read(word(body, footnotes=note, header=p("Stadt Buchenried"), footer=p("Amt für Bau") + counted), "a.docx").source.text

    assert text == "Stadt Buchenried\n\nDie Kosten steigen.\n\n[1] Siehe Vorlage 17/2026.\n\nAmt für Bau\n"


@pytest.mark.parametrize(
    ("data", "code", "sentence"),
    [
        pytest.param(b"PK\x03\x04 nothing more", "corrupt", "a.docx is not a document that can be opened.", id="broken"),
        pytest.param(word("<w:p>" * 400 + "</w:p>" * 400), "corrupt", "a.docx is not a document that can be opened.", id="nested too deep"),
        pytest.param(word("<!-- nothing -->"), "corrupt", "a.docx is not a document that can be opened.", id="no document"),
        pytest.param(word(p("")), "no_text_layer", "a.docx holds no text.", id="empty"),
        pytest.param(word(f'<!DOCTYPE x [<!ENTITY a "Rat">]><w:document {SPACES}><w:body>{p("Der &a; beschließt nichts.")}</w:body></w:document>'),
                     "corrupt", "a.docx defines entities of its own, which no Word document does.", id="entities"),
        pytest.param(word("<w:fremd><w:del>" + p("Der Rat beschließt.") * 9 + "</w:del></w:fremd>" + p("Rat")),
                     "corrupt", "a.docx holds text in places where it cannot be read.", id="text in odd places"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, code: str, sentence: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(data, "a.docx")

    assert (refusal.value.code, str(refusal.value)) == (code, sentence)
