"""beschlussbuch run: the whole pipeline over councils, once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pipeline.commands import DEMO, STORE, CommandError
from pipeline.commands.extract import add_limit_argument, limits_said
from pipeline.stopping import stop_here, stoppable

if TYPE_CHECKING:
    from pipeline.councils import Council
    from pipeline.run import RunReport

BUSY = 75  # EX_TEMPFAIL: try again later


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_council_arguments(parser)
    parser.add_argument("--demo", action="store_true", help="run over four fictional councils, served on this machine")


def add_council_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which councils are read, into which folder, and what it may cost."""
    parser.add_argument("councils", nargs="*", metavar="COUNCIL", help="councils of the registry (data/councils); without any, all of them")
    parser.add_argument("--data", type=Path, metavar="DIR", help="where archive, store and tables are kept (default: data/store)")
    said = "with --url: a council without a file of its own; oparl, folder, or another system of the README's table"
    parser.add_argument("--source", metavar="SYSTEM", help=said)
    parser.add_argument("--url", help="where that council's system is, or the path of a folder")
    add_limit_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Run the flow and print what it came to: 0 complete or unchanged, 3 partial, 1 failed."""
    keep_limits(arguments)
    data = (arguments.data or (DEMO if arguments.demo else STORE)).expanduser()
    councils = [] if arguments.demo else chosen(arguments)  # a wrong name is told before anything is written
    with stoppable(), held(data), _served(councils, arguments, data) as offered:
        reports = _flow(offered, data)
    return told(data, reports, demo=arguments.demo)


def keep_limits(arguments: argparse.Namespace) -> None:
    """Put the limits that the arguments name into the environment, where every process of the run finds them.

    Raises CommandError.
    """
    from pipeline.limits import VARIABLE

    limits_said(arguments)
    if arguments.limit:
        os.environ[VARIABLE] = " ".join([os.environ.get(VARIABLE, ""), *arguments.limit]).strip()


@contextmanager
def _served(councils: Sequence[Council], arguments: argparse.Namespace, data: Path) -> Iterator[Sequence[Council]]:
    """The councils; those of the demo are served as long as this lasts."""
    if not arguments.demo:
        yield councils
        return
    if arguments.councils or arguments.source or arguments.url:
        raise CommandError("--demo brings its own councils; name no others beside it.")
    from pipeline.demo import demo_councils

    with demo_councils(data / "served") as invented:
        yield invented


def chosen(arguments: argparse.Namespace) -> list[Council]:
    """The councils that the arguments name, each with a source that exists.

    Raises CommandError.
    """
    from pipeline.councils import CouncilError, all_councils, council_at, council_named, registry_folder
    from pipeline.sources import source_of

    if bool(arguments.source) != bool(arguments.url):
        raise CommandError("--source and --url belong together: the kind of system and its address.")
    if arguments.source and arguments.councils:
        raise CommandError("name councils of the registry, or give --source and --url, not both.")
    try:
        if arguments.source:
            councils = [council_at(arguments.source, arguments.url)]
        else:
            councils = [council_named(name) for name in dict.fromkeys(arguments.councils)]
        councils = councils or [council for council in all_councils() if council.source]
        for council in councils:
            source_of(council)
    except CouncilError as error:
        raise CommandError(str(error)) from error
    if not councils:
        raise CommandError(f"no council in {registry_folder()} has a source; give --source and --url, or try --demo.")
    return councils


@contextmanager
def held(data: Path) -> Iterator[None]:
    """The data folder, writable and ours alone.

    Raises CommandError.
    """
    from pipeline.lock import BusyError, locked

    with ExitStack() as stack:
        try:
            data.mkdir(parents=True, exist_ok=True)
            stack.enter_context(locked(data))
        except BusyError as error:
            raise CommandError(str(error), BUSY) from error
        except OSError as error:
            raise CommandError(f"the data folder {data} cannot be written: {error.strerror or error}.", 1) from error
        yield


def _flow(councils: Sequence[Council], data: Path) -> list[RunReport]:
    """Run the flow, watched; its reports, of good runs and of others."""
    from pipeline.prefect_settings import server

    ask_for_contact(councils)
    say("Starting (the first time takes half a minute) ...")
    try:
        with server(data, temporary=True, meanwhile=lambda: import_module("pipeline.flow")):
            result = _result(councils, data)
    except Exception as error:  # of Prefect's, too: its server may find the disk full before we do
        raise refusal(error, data) from error
    from pipeline.flow import IncompleteRunError

    if isinstance(result, IncompleteRunError):
        return result.reports
    if isinstance(result, BaseException):
        raise refusal(result, data) from result
    return list(result)


def refusal(error: BaseException, data: Path) -> CommandError:
    """What to tell of a run that has broken off, as one sentence."""
    import sqlite3

    from pipeline.release.settings import CurationError
    from pipeline.statuses import fault_of_ours

    if isinstance(error, CurationError):
        return CommandError(str(error))
    if isinstance(error, sqlite3.Error):
        return CommandError(f"the store in {data} cannot be used: {error}.", 1)
    if isinstance(error, OSError):
        return CommandError(f"the machine refused: {error.strerror or error} ({error.filename or data}).", 1)
    return CommandError(fault_of_ours(error), 1)


def _result(councils: Sequence[Council], data: Path) -> Any:
    """What the flow gives back, or the error that it ends with."""
    from pipeline.flow import councils_to_tables
    from pipeline.watchers import watched

    with watched(), _told_as_interrupt():
        result = councils_to_tables(list(councils), data, return_state=True).result(raise_on_failure=False)
        stop_here()
    return result


@contextmanager
def _told_as_interrupt() -> Iterator[None]:
    """What Prefect makes of the end of a run that was stopped is no fault of anybody's."""
    try:
        yield
    except BaseException as error:
        cause: BaseException | None = error
        while cause and not isinstance(cause, KeyboardInterrupt):
            cause = cause.__context__
        if cause:
            raise KeyboardInterrupt from None
        raise


def ask_for_contact(councils: Sequence[Council]) -> None:
    """Say that servers of others are not told whom to ask, where that is so."""
    from pipeline.fetch_manners import contact_told

    if any(is_far(council) for council in councils) and not contact_told():
        say("Set BESCHLUSSBUCH_CONTACT to an e-mail address, so that the servers' people know whom to ask.")


def is_far(council: Council) -> bool:
    """Whether a council is read over the network, from a server of others."""
    place = urlsplit(council.url or "")
    return place.scheme in ("http", "https") and place.hostname not in ("127.0.0.1", "localhost", "::1")


def told(data: Path, reports: Sequence[RunReport], *, demo: bool) -> int:
    """Print what the runs came to; the value is the exit status."""
    from pipeline.checks import Outcome
    from pipeline.release.old import still_in_older, unmet
    from pipeline.summary import summary

    began = [report for report in reports if report.run]
    for report in reports:
        if not report.run:
            say(f"beschlussbuch run: {report.sentence}")
    if began:
        print(summary(data, began))
        for sentence in (*still_in_older(data), *unmet(data)):
            say(sentence)
    outcomes = {report.outcome for report in reports}
    if Outcome.FAILED in outcomes:
        return 1
    # The demo holds a scan and a broken file on purpose: that they are reported is what it shows.
    return 3 if Outcome.PARTIAL in outcomes and not demo else 0


def say(sentence: str) -> None:
    """Tell the person at the terminal something that is no result."""
    print(sentence, file=sys.stderr, flush=True)
