"""How Prefect behaves here: at home in the data folder, silent, without telemetry, patient with slow machines.

To be called before anything imports prefect, which reads its settings once. Whoever sets a variable outside keeps it.
"""

from __future__ import annotations

import os
from pathlib import Path

QUIET = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",  # the analytics of the client are a second thing
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # a fresh database took up to 79 s on a busy machine
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # what went wrong is told once, by us
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_CLI_PROMPT": "false",
}


def settle(data: Path) -> None:
    """Set Prefect up for work in a data folder."""
    for name, value in (QUIET | {"PREFECT_HOME": str((data / "prefect").resolve())}).items():
        os.environ.setdefault(name, value)
