"""The commands of the command line: a module per command with `add_arguments(parser)` and `run(arguments) -> int`.

These modules import nothing heavy at their top, so that `beschlussbuch --help` and `extract` start fast.
"""

from __future__ import annotations

from pathlib import Path

STORE = Path("data") / "store"
"""The data folder where none is named."""
DEMO = Path("data") / "demo"

COMMANDS = {
    "run": "bring the documents of councils into tables: find, fetch, archive, read, extract, tabulate, check",
    "rebuild": "make all facts and tables again from the archive, with the present rules and without any network",
    "serve": "open the tables of the newest release in a browser, on this machine",
    "publish": "make a release of what the store holds: tables, workbook, pages of evidence, feeds; and, on request, a database",
    "status": "tell how every council stands, and which months of it are in the tables",
    "schedule": "run the same at set times, as a Prefect deployment on this machine",
    "probe": "tell what kind of council system answers at an address, and print a council's file to start from",
    "extract": "read local files and print the facts found in them",
    "explain": "show a document with its facts marked in the text",
    "show": "show a row of the tables with the sentence that it was read from",
    "review": "have a sample of the tables checked by people, and tell how often the program is right",
    "score": "hold the extractors against gold documents and the floors of their figures",
}


class CommandError(Exception):
    """Bad input or a refusal of the machine, told as one clear sentence."""

    def __init__(self, sentence: str, status: int = 2) -> None:
        """`status` is the exit status: 2 for unusable arguments, 1 for what the machine or a server refuses."""
        super().__init__(sentence)
        self.status = status
