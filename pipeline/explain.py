"""A document with its facts marked in the text and the rule that found each: for a terminal, or as one self-contained page.

The tool with which one repairs a rule or convinces a doubter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape

from rich.console import Console, Group
from rich.text import Text

from extractors.text.fact import Fact
from pipeline.extraction import ReadDocument, said_of
from pipeline.passages import COLOURS, CONTROLS, harmless, passages
from pipeline.readers.pdf_boxes import boxes_of

UNKNOWN = ("bold", "")
"""The colours of a kind of fact that has none yet."""


def boxes_told(data: bytes, document: ReadDocument) -> Iterator[str]:
    """For each fact of a PDF a line of JSON: table, rule, quote, and boxes as [page, left, bottom, right, top] in points.

    A quote has one box for each line that it runs through; none where the page is a scan.
    """
    facts = facts_of(document)
    found = boxes_of(data, document.reading.source, spans_of(facts))
    for fact, boxes in zip(facts, found, strict=True):
        places = [[one.page, *(round(float(side), 1) for side in one.box)] for one in boxes]
        yield json.dumps({"table": fact.table, "rule": fact.rule, "quote": fact.quote.text, "boxes": places}, ensure_ascii=False)


def facts_of(document: ReadDocument) -> list[Fact]:
    """All facts of a document in the order in which their quotes begin, wider ones first."""
    facts = [fact for table in document.extraction.tables.values() for fact in table]
    return sorted(facts, key=lambda fact: (fact.quote.start, -fact.quote.end))


def spans_of(facts: Sequence[Fact]) -> list[tuple[int, int]]:
    """Where the quotes of facts begin and end."""
    return [(fact.quote.start, fact.quote.end) for fact in facts]


def described(fact: Fact) -> str:
    """A fact in one line: its table, what it says, the rule that found it."""
    return f"{fact.table}: {said_of(fact)} [{fact.rule}]"


def on_terminal(document: ReadDocument, console: Console) -> None:
    """Print the text with its facts in colour; behind each line the numbers of the facts that begin in it, below it what they say."""
    facts = facts_of(document)
    line, begun, seen = Text(), [], set()
    for passage in passages(document.reading.source.text, spans_of(facts)):
        new = [number for number in passage.facts if number not in seen]
        seen.update(new)
        begun += new
        style = " ".join(dict.fromkeys(COLOURS.get(facts[number - 1].table, UNKNOWN)[0] for number in passage.facts[-1:]))
        parts = passage.text.translate(CONTROLS).split("\n")
        for part in parts[:-1]:
            line.append(part, style)
            console.print(Group(line, *_notes(facts, begun)), soft_wrap=True)
            line, begun = Text(), []
        line.append(parts[-1], style)
    console.print(Group(line, *_notes(facts, begun)), soft_wrap=True)


def _notes(facts: Sequence[Fact], numbers: Sequence[int]) -> Iterator[Text]:
    for number in numbers:
        yield Text(f"      ▸ {harmless(described(facts[number - 1]))}", "dim")


def as_page(document: ReadDocument) -> str:
    """The document as one HTML page that needs nothing but itself; words of the document are never markup."""
    facts = facts_of(document)
    head = document.extraction.head
    said = " · ".join(str(word) for word in (head.kind, head.body, head.meeting_date) if word)
    counts = "".join(
        f'<li><mark class="{table}">{table}</mark> {len(found)}</li>' for table, found in document.extraction.tables.items() if found
    )
    notes = "".join(
        f'<li id="f{number}" value="{number}"><a href="#q{number}"><mark class="{fact.table}">{fact.table}</mark> '
        f"{escape(harmless(said_of(fact)))} <i>{escape(fact.rule)}</i></a></li>"
        for number, fact in enumerate(facts, 1)
    )
    text = "".join(_marked(document.reading.source.text, facts))
    colours = "".join(f"mark.{table}{{background:{page}}}" for table, (_, page) in COLOURS.items())
    return PAGE.format(name=escape(document.source), said=escape(said), counts=counts, text=text, notes=notes, colours=colours)


def _marked(text: str, facts: Sequence[Fact]) -> Iterator[str]:
    seen: set[int] = set()
    for passage in passages(text, spans_of(facts)):
        if not passage.facts:
            yield escape(passage.text.translate(CONTROLS))
            continue
        anchors = "".join(f'<a id="q{number}" href="#f{number}"><sup>{number}</sup></a>' for number in passage.facts if number not in seen)
        seen.update(passage.facts)
        inner = facts[passage.facts[-1] - 1]
        title = "\n".join(harmless(described(facts[number - 1])) for number in passage.facts)
        yield f'{anchors}<mark class="{inner.table}" title="{escape(title)}">{escape(passage.text.translate(CONTROLS))}</mark>'


PAGE = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{name}</title>
<style>
body{{margin:0;font:16px/1.5 Georgia,serif;color:#1b1b1b;display:grid;grid-template-columns:minmax(0,3fr) minmax(18rem,2fr)}}
header{{grid-column:1/-1;padding:1rem 2rem;background:#f4f1ea;font-family:system-ui,sans-serif}}
h1{{font-size:1.1rem;margin:0}} header ul{{list-style:none;display:flex;flex-wrap:wrap;gap:1rem;padding:0;margin:.5rem 0 0}}
main{{padding:1rem 2rem;white-space:pre-wrap;overflow-wrap:anywhere}}
aside{{font:.8rem/1.4 system-ui,sans-serif;padding:1rem 2rem;border-left:1px solid #ddd;overflow-wrap:anywhere}}
aside a{{color:inherit;text-decoration:none}} aside li{{margin-bottom:.4rem}} aside i{{color:#666}}
li:target,a:target+mark{{outline:2px solid #b00020}} sup{{font:.65rem system-ui,sans-serif}}
mark{{padding:0 .1em;border-radius:2px}} {colours}
</style></head>
<body><header><h1>{name}</h1><div>{said}</div><ul>{counts}</ul></header>
<main>{text}</main><aside><ol>{notes}</ol></aside></body></html>
"""
