"""OpenDocument texts as they are printed."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.readers import UnreadableError, read

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {"text": "text", "style": "style", "office": "office", "table": "table", "draw": "drawing"}.items()
)
NUMBER = '<text:list-level-style-number text:level="{}" style:num-format="{}" style:num-prefix="{}" style:num-suffix="{}" text:display-levels="{}"/>'
LISTS = (
    '<text:list-style style:name="L1">' + NUMBER.format(1, "1", "", ".", 1) + NUMBER.format(2, "a", "", ")", 1) + NUMBER.format(3, "i", "(", ")", 2)
    + '</text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
)  # fmt: skip
OUTLINE = "<text:outline-style>" + NUMBER.format(1, "1", "", "", 1) + NUMBER.format(2, "1", "", "", 2) + "</text:outline-style>"


def odt(body: str, *, styles: str = "", manifest: str = "", head: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr(
            "content.xml",
            f"{head}<office:document-content {SPACES}><office:automatic-styles>{LISTS}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        package.writestr("styles.xml", f"<office:document-styles {SPACES}>{OUTLINE}{styles}</office:document-styles>")
    return out.getvalue()


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def items(*content: str, style: str = "", more: str = "") -> str:
    named = f'text:style-name="{style}" ' if style else ""
    return f"<text:list {named}{more}>" + "".join(f"<text:list-item>{one}</text:list-item>" for one in content) + "</text:list>"


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param(items(p("Bau") + p("Der Weg.") + items(p("Nord"), p("Süd") + items(p("tief"))), p("Kauf"), style="L1"),
                     ["1. Bau", "Der Weg.", "a) Nord", "b) Süd", "(b.i) tief", "2. Kauf"], id="nested lists"),
        pytest.param(items(p("Bau"), style="L1") + p("Text") + items(p("Kauf"), style="L1", more='text:continue-numbering="true"') + items(p("Neu"), style="L1"),
                     ["1. Bau", "Text", "2. Kauf", "1. Neu"], id="a list goes on, another begins"),
        pytest.param('<text:list text:style-name="L1"><text:list-header><text:p>Punkte</text:p></text:list-header><text:list-item text:start-value="4"><text:p>Bau</text:p></text:list-item></text:list>',
                     ["Punkte", "4. Bau"], id="a number of its own"),
        pytest.param(items(p("Bau"), style="L2") + items(p("Kauf"), style="fremd"), ["• Bau", "Kauf"], id="bullets, and a style that is not there"),
        pytest.param('<text:h text:outline-level="1">Lage</text:h><text:h text:outline-level="2">Ziel</text:h><text:h text:outline-level="1">Plan</text:h>',
                     ["1 Lage", "1.1 Ziel", "2 Plan"], id="headings"),
        pytest.param("<text:tracked-changes>" + p("30.000") + "</text:tracked-changes>" + p("Es\n werden<text:s text:c='2'/>45.000<text:tab/>EUR<text:line-break/>bewilligt<office:annotation>" + p("?") + "</office:annotation>."),
                     ["Es werden  45.000\tEUR\nbewilligt."], id="blanks, changes, comments"),
        pytest.param(p("Die Kosten<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("Siehe oben.") + "</text:note-body></text:note> steigen."),
                     ["Die Kosten steigen.", "[1] Siehe oben."], id="notes"),
        pytest.param(p("Text<draw:frame><draw:text-box>" + p("Am Rand.") + "</draw:text-box></draw:frame>"), ["Text", "Am Rand."], id="text boxes"),
        pytest.param("<text:section><table:table><table:table-header-rows><table:table-row><table:table-cell>" + p("Fraktion") + "</table:table-cell><table:table-cell>" + p("Ja")
                     + "</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/><table:table-cell>" + p("12") + "</table:table-cell></table:table-row></table:table></text:section>",
                     ["Fraktion\tJa\n\t12"], id="tables"),
    ],
)  # fmt: skip
def test_what_is_printed(body: str, blocks: list[str]) -> None:
    assert read(odt(p("Niederschrift") + body), "a.odt").source.text == "\n\n".join(["Niederschrift", *blocks]) + "\n"


def test_running_heads() -> None:
    heads = f"<style:master-page><style:header>{p('Stadt Buchenried')}</style:header><style:header-first>{p('Stadt Buchenried')}</style:header-first>"
    feet = f"<style:footer>{p('Amt für Bau')}{p('Seite <text:page-number>1</text:page-number>')}</style:footer></style:master-page>"

    assert read(odt(p("Niederschrift"), styles=heads + feet), "a.odt").source.text == "Stadt Buchenried\n\nNiederschrift\n\nAmt für Bau\n"


@pytest.mark.parametrize(
    ("data", "code", "sentence"),
    [
        pytest.param(odt("x", manifest="<manifest:encryption-data/>"), "encrypted", "a.odt is protected by a password.", id="password"),
        pytest.param(odt("<text:p>" * 400 + "</text:p>" * 400), "corrupt", "a.odt is not a document that can be opened.", id="nested too deep"),
        pytest.param(odt(p("Der &a; beschließt."), head='<!DOCTYPE x [<!ENTITY a "Rat">]>'), "corrupt",
                     "a.odt defines entities of its own, which no OpenDocument text does.", id="entities"),
        pytest.param(odt(""), "no_text_layer", "a.odt holds no text.", id="empty"),
        pytest.param(odt("")[:200], "corrupt", "a.odt is not a document that can be opened.", id="cut"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, code: str, sentence: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(data, "a.odt")

    assert (refusal.value.code, str(refusal.value)) == (code, sentence)
