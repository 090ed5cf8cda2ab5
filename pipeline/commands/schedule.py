"""beschlussbuch schedule: the same flow at set times, as a Prefect deployment served from this machine."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands import STORE, CommandError
from pipeline.commands.run import add_council_arguments, ask_for_contact, chosen, keep_limits, say

if TYPE_CHECKING:
    from pipeline.councils import Council
    from pipeline.prefect_settings import Server

FIVE_FIELDS = re.compile(r"([\w*/,#-]+\s+){4}[\w*/,#-]+")
NO_CRON = '{!r} is not a time in cron\'s form, such as "0 3 * * *" for three in the morning.'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_council_arguments(parser)
    parser.add_argument("--cron", required=True, metavar='"0 3 * * *"', help="when to run: minute, hour, day, month, weekday, Berlin time")


def run(arguments: argparse.Namespace) -> int:
    """Serve the flow until it is interrupted."""
    keep_limits(arguments)
    councils = chosen(arguments)
    if not FIVE_FIELDS.fullmatch(arguments.cron.strip()):  # told before a server is started; Prefect looks closer
        raise CommandError(NO_CRON.format(arguments.cron))
    data = (arguments.data or STORE).expanduser().resolve()
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"the data folder {data} cannot be written: {error.strerror}.", 1) from error
    from pipeline.prefect_settings import server
    from pipeline.serving import EndedError, leave

    ask_for_contact(councils)
    say("Starting (half a minute) ...")
    try:
        with server(data) as offered:
            _serve(councils, data, arguments.cron, offered)
    except TimeoutError as error:
        raise CommandError(str(error), 1) from error
    except EndedError as error:
        say(f"beschlussbuch schedule: {error}")
        leave(1)
    leave(0)


def _serve(councils: Sequence[Council], data: Path, cron: str, offered: Server) -> None:
    os.environ["PREFECT_LOGGING_LEVEL"] = "WARNING"  # of runs that nobody watches, what went wrong is said here
    from pipeline.flow_served import schedule_of, serve
    from pipeline.prefect_settings import GONE
    from pipeline.serving import keep_serving

    try:
        schedule = schedule_of(cron)
    except ValueError as error:
        raise CommandError(NO_CRON.format(cron)) from error
    names = ", ".join(council.name for council in councils)
    say(f"Serving {names} at {cron!r} (Europe/Berlin) into {data}. To watch: {offered.url}. To stop: Ctrl-C.")
    keep_serving(lambda: serve(councils, data, schedule), lambda: offered.lives, GONE)
