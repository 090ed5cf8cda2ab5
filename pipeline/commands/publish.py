"""beschlussbuch publish: a release of what the store holds, without asking any server."""

from __future__ import annotations

import argparse
import sqlite3
from pathlib import Path

from pipeline.commands import STORE, CommandError
from pipeline.commands.run import held, refusal, say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("data", nargs="?", type=Path, default=STORE, metavar="DIR", help="the data folder (default: %(default)s)")
    parser.add_argument("--anew", action="store_true", help="make the release again, also where nothing is new")
    parser.add_argument(
        "--to", metavar="ADDRESS", help="write the release into a PostgreSQL database, too: postgresql://user@host/database"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the release; the value is the exit status."""
    from pipeline.release.folder import latest_in
    from pipeline.release.old import still_in_older, unmet
    from pipeline.release.publish import publish
    from pipeline.release.settings import CurationError
    from pipeline.store import store_in
    from pipeline.store.runs import close_interrupted

    data: Path = arguments.data
    if not store_in(data).exists():
        raise CommandError(f"there is nothing to publish in {data}: run `beschlussbuch run` first.")
    before = latest_in(data)
    with held(data):
        try:
            close_interrupted(data)
            release = publish(data, anew=arguments.anew)
        except (CurationError, OSError, sqlite3.Error) as error:
            raise refusal(error, data) from error
    said = "is the newest release still: nothing is new" if before and before == release.folder.resolve() else "is the newest release"
    print(f"{release.id} {said}; {release.rows:,} rows in {len(release.tables)} tables, in {data / 'latest'}.")
    for sentence in (*still_in_older(data), *unmet(data)):
        say(sentence)
    if arguments.to:
        _into_database(release.folder, arguments.to)
    return 0


def _into_database(release: Path, address: str) -> None:
    from pipeline.release.postgresql import PostgresqlError, write_to_postgresql

    try:
        written = write_to_postgresql(release, address)
    except PostgresqlError as error:
        raise CommandError(str(error), 1) from error
    print(f"{written.place} holds its {written.rows:,} rows.")
