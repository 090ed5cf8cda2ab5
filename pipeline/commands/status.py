"""beschlussbuch status: how every council stands, and which months of it are in the tables."""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands import STORE, CommandError

if TYPE_CHECKING:
    from rich.table import Table

    from pipeline.coverage import Month, Standing

WIDTH = 120  # where there is no terminal to be asked


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("councils", nargs="*", metavar="COUNCIL", help="without any, those of the store and of the registry")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where archive, store and tables are kept (default: data/store)")
    parser.add_argument("--json", action="store_true", help="one JSON object, with all months")
    parser.add_argument("--months", type=int, default=13, metavar="N", help="how many months to show (default: %(default)s; 0: none)")
    parser.add_argument(
        "--stale-after", type=int, default=3, metavar="DAYS", help="after how many days a run is old (default: %(default)s)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Tell how each council stands: 0 where those that are named, or else those that were ever run, are ok; else 3."""
    from pipeline.coverage import State

    data = (arguments.data or STORE).expanduser()
    try:
        standings = _standings(data, arguments.councils, timedelta(days=arguments.stale_after))
    except sqlite3.Error as error:
        raise CommandError(f"the store in {data} cannot be used: {error}.", 1) from error
    if arguments.json:
        print(json.dumps({"councils": [standing.as_json() for standing in standings]}, ensure_ascii=False, indent=1))
    else:
        _show(standings, arguments.months)
    if hindrance := _hindrance(data):
        print(f"beschlussbuch status: no run begins: {hindrance}", file=sys.stderr)
    # A registry of all councils that somebody has described is no list of those that are run here.
    asked = standings if arguments.councils else [one for one in standings if one.state is not State.NEVER_RUN] or standings
    return 0 if not hindrance and all(standing.state is State.OK for standing in asked) else 3


def _hindrance(data: Path) -> str | None:
    """What lets no run begin, however well the last one went: a file of the operator that cannot be understood."""
    from pipeline.release.curation import check_files
    from pipeline.release.settings import CurationError

    try:
        check_files(data)
    except CurationError as error:
        return str(error)
    return None


def _standings(data: Path, names: Sequence[str], stale_after: timedelta) -> list[Standing]:
    from pipeline.councils import CouncilError, all_councils
    from pipeline.coverage import Standing, State, View, standing_of
    from pipeline.lock import is_locked
    from pipeline.store import Store, store_in
    from pipeline.store.councils import ids_of, zone_of

    try:
        registered = [council.id for council in all_councils() if council.source]
    except CouncilError as error:
        raise CommandError(str(error)) from error
    if not store_in(data).exists():
        return [Standing(name, State.NEVER_RUN) for name in _chosen(names, registered)]
    view = View(datetime.now(UTC), stale_after, is_locked(data), _released(data))
    with Store(store_in(data)) as store:
        return [standing_of(store, name, zone_of(store, name), view) for name in _chosen(names, [*ids_of(store), *registered])]


def _released(data: Path) -> str:
    from pipeline.release.folder import latest_in, manifest_of

    newest = latest_in(data)
    return manifest_of(newest)["moment"] or "" if newest else ""


def _chosen(names: Sequence[str], known: Sequence[str]) -> list[str]:
    unknown = [name for name in names if name not in known]
    if unknown:
        raise CommandError(f"there is no council called {unknown[0]!r} (known: {', '.join(sorted(set(known))) or 'none'}).")
    if not known:
        raise CommandError("there is no council, neither in the store nor in the registry.")
    return sorted(set(names or known))


def _show(standings: Sequence[Standing], months: int) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from pipeline.coverage import State
    from pipeline.passages import harmless

    console = Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False)
    table = Table("council", "state", "last success (UTC)", "newest document", "last run", "why", box=None, pad_edge=False)
    colours = {State.OK: "green", State.STALE: "yellow", State.FAILING: "red"}
    for standing in standings:
        if standing.state is not State.NEVER_RUN:
            state, success = (
                Text(standing.state.value, style=colours[standing.state]),
                (standing.last_success or "-")[:16].replace("T", " "),
            )
            said = (success, standing.newest_document, standing.last_outcome, standing.reason)
            table.add_row(Text(standing.council), state, *(Text(harmless(word or "-")) for word in said))
    if table.rows:
        console.print(table)
    if never := [standing.council for standing in standings if standing.state is State.NEVER_RUN]:  # the registry knows many
        console.print(Text(f"{State.NEVER_RUN.value}: {', '.join(never)}", style="dim"))
    for standing in (standing for standing in standings if standing.months and months > 0):
        console.print()
        console.print(_by_month(standing.council, standing.months[-months:]))


def _by_month(council: str, months: Sequence[Month]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table("month", "meetings", "with minutes", "read", "with votes", "gap", title=Text(council), box=None, pad_edge=False)
    table.title_justify = "left"
    for column in table.columns[1:5]:
        column.justify = "right"
    for first, last in _folded(months):
        counts = (last.meetings, last.with_minutes, last.read, last.with_votes)
        name = last.month if first is last else f"{first.month} to {last.month}"
        table.add_row(name, *(str(count) for count in counts), Text(last.gap or "", style="yellow"))
    return table


def _folded(months: Sequence[Month]) -> Iterator[tuple[Month, Month]]:
    """The first and the last of each row of months in which the same is missing."""
    for _, group in groupby(months, lambda month: replace(month, month="") if month.gap and not month.meetings else month):
        alike = list(group)
        yield alike[0], alike[-1]
