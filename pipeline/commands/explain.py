"""beschlussbuch explain: one document with its facts marked in the text and the rule that found each."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from pipeline.commands import CommandError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("path", metavar="FILE")
    parser.add_argument(
        "--html", metavar="PAGE", nargs="?", const="-", help="write one self-contained page (to standard output without a name)"
    )
    parser.add_argument("--boxes", action="store_true", help="of a PDF: a JSON line for each fact with the boxes of its quote on the pages")
    parser.add_argument("--council", metavar="ID", help="a council of the registry: its reference patterns and names")
    parser.add_argument(
        "--meeting-date", metavar="YYYY-MM-DD", type=date.fromisoformat, help="what relative dates refer to, if it is known"
    )


def run(arguments: argparse.Namespace) -> int:
    """Show the document; 3 if it cannot be read."""
    from rich.console import Console

    from extractors.text.minutes import Habits
    from pipeline.commands.extract import checked_habits
    from pipeline.explain import as_page, boxes_told, on_terminal
    from pipeline.extraction import Context, read_document
    from pipeline.readers import UnreadableError

    habits = checked_habits(arguments.council) if arguments.council else Habits()
    try:
        data = Path(arguments.path).read_bytes()
        document = read_document(data, arguments.path, Context(habits=habits, meeting_date=arguments.meeting_date))
    except OSError as error:
        raise CommandError(f"{arguments.path} cannot be opened: {error.strerror}.", 3) from error
    except UnreadableError as error:
        raise CommandError(str(error), 3) from error
    if arguments.boxes:
        if document.reading.media_type != "application/pdf":
            raise CommandError(f"{arguments.path} is no PDF; only there a quote has a place on a page.")
        print("\n".join(boxes_told(data, document)))
    elif arguments.html == "-":
        print(as_page(document))
    elif arguments.html:
        _write(Path(arguments.html), as_page(document))
    else:
        on_terminal(document, Console(highlight=False))
    return 0


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.", 1) from error
