"""beschlussbuch rebuild: all facts and tables made again from the archive alone, with the present rules and without any network."""

from __future__ import annotations

import argparse
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands import STORE, CommandError
from pipeline.commands.extract import add_limit_argument
from pipeline.commands.run import held, keep_limits, say
from pipeline.stopping import stoppable

if TYPE_CHECKING:
    from pipeline.rebuild import Rebuilt


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--data", type=Path, metavar="DIR", help="where archive, store and tables are kept (default: data/store)")
    add_limit_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make everything again that is read from documents: 0 all of it, 3 where archived bytes are missing, 1 where it failed."""
    from pipeline.catalogue import catalogue_in
    from pipeline.store import store_in

    keep_limits(arguments)
    data = (arguments.data or STORE).expanduser()
    if not store_in(data).exists() and not catalogue_in(data).exists():
        raise CommandError(f"there is no store in {data}; `beschlussbuch run` makes one.")
    with stoppable(), held(data):
        try:
            _restored(data)
            results = _rebuilt(data)
        except sqlite3.Error as error:
            raise CommandError(f"the store in {data} cannot be used: {error}.", 1) from error
        except OSError as error:
            raise CommandError(f"the machine refused: {error.strerror or error} ({error.filename or data}).", 1) from error
    for result in results:
        print(result.sentence)
        for issue in result.lost:
            say(issue.sentence)
    if any(result.false for result in results):
        return 1
    return 3 if any(result.lost for result in results) else 0


def _restored(data: Path) -> None:
    """Where the store is gone, make it again from the archive's catalogue."""
    from pipeline.catalogue import CatalogueError, restore
    from pipeline.store import Store, store_in

    if store_in(data).exists():
        return
    try:
        with Store(store_in(data)) as store, store.transaction():
            count = restore(store, data)
    except CatalogueError as error:
        store_in(data).unlink()
        raise CommandError(str(error), 1) from error
    say(f"The store was gone; {count:,} rows of it are back from the archive's catalogue.")


def _rebuilt(data: Path) -> list[Rebuilt]:
    from pipeline.councils import CouncilError
    from pipeline.disclosures import DisclosureError, disclosed_in
    from pipeline.rebuild import rebuild
    from pipeline.release.curation import check_files
    from pipeline.release.publish import publish
    from pipeline.release.settings import CurationError
    from pipeline.store import Store, store_in
    from pipeline.store.councils import council_of, ids_of
    from pipeline.store.runs import close_interrupted
    from pipeline.watchers import watched

    try:
        disclosed_in(data)
        check_files(data)
        close_interrupted(data)
        with Store(store_in(data)) as store:
            councils = [council_of(store, name) for name in ids_of(store)]
    except (DisclosureError, CurationError, CouncilError) as error:
        raise CommandError(str(error)) from error
    with watched():
        results = [rebuild(council, data) for council in councils]
    made = publish(data, anew=True)
    say(f"{made.rows:,} rows in {len(made.tables)} tables are in {made.folder}.")
    return results
