"""beschlussbuch show: a row of the latest release with the sentence that it was read from."""

from __future__ import annotations

import argparse
import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands import STORE, CommandError

if TYPE_CHECKING:
    from pipeline.release.evidence.rows import ReleasedRows, Statement

MOST = 10  # rows that are named where a beginning fits several


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("row", metavar="ROW", help="the id of a row of votes, amounts, deadlines …, or a beginning that only one has")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data folder (default: data/store)")
    parser.add_argument("--lines", type=int, default=4, metavar="N", help="lines of the text before and after (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON object, with all columns")


def run(arguments: argparse.Namespace) -> int:
    """Show the row; 2 where there is none, 3 where it is withheld."""
    from pipeline.release.evidence.rows import opened

    data = (arguments.data or STORE).expanduser()
    folder = newest_release(data)
    try:
        with opened(folder) as released:
            _show(released, folder, _only(released, arguments.row.strip()), arguments)
    except sqlite3.Error as error:
        raise CommandError(f"the tables in {folder} cannot be read: {error}.", 1) from error
    except KeyError as error:
        raise CommandError(
            f"the release in {folder} is of another version (no {error}); `beschlussbuch publish` makes it anew.", 1
        ) from error
    return 0


def newest_release(data: Path) -> Path:
    """The newest release of a data folder.

    Raises CommandError where there is none, with where there is one.
    """
    from pipeline.release.folder import latest_in

    release = latest_in(data)
    if release is None:
        others = [str(place.parent) for place in sorted(STORE.parent.glob("*/latest")) if place.parent != data]
        hint = f" (there is one in {' and in '.join(others)})" if others else "; `beschlussbuch run` makes one"
        raise CommandError(f"there is no release in {data}{hint}.")
    return release


def _show(released: ReleasedRows, folder: Path, statement: Statement, arguments: argparse.Namespace) -> None:
    from rich.console import Console

    from pipeline.release.evidence.terminal import as_json, found_in, on_terminal

    found = found_in(released, folder, statement, max(0, arguments.lines))
    if arguments.json:
        print(json.dumps(as_json(found), ensure_ascii=True, indent=1))
    else:
        on_terminal(found, Console(highlight=False), released.corrections.get(statement.id, ()))


def _only(released: ReleasedRows, letters: str) -> Statement:
    """The one row that is meant.

    Raises CommandError where there is none, or more than one.
    """
    found = released.beginning(letters, MOST + 1) if letters and letters.isascii() else []
    exact = [statement for statement in found if statement.id == letters]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        named = ", ".join(f"{statement.id} ({statement.table.name})" for statement in found[:MOST])
        raise CommandError(f"several rows begin with {letters}: {named}{' …' if len(found) > MOST else ''}.")
    if letters.isascii() and (withheld := released.withheld(letters)):
        raise CommandError(f"row {letters} has been withheld since {withheld['since']} ({withheld['reason']}).", 3)
    count = released.withholds()
    also = f" It may be part of what is withheld ({count} in the table withheld)." if count else ""
    raise CommandError(f"no row of the latest release has the id {letters!r}.{also}")
