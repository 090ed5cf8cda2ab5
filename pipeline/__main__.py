"""The command line: beschlussbuch {extract, run, schedule}. Heavy libraries are imported by the command that needs them."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any


def main(argv: list[str] | None = None) -> int:
    """Run the command line; the value is the exit status."""
    parser = argparse.ArgumentParser(prog="beschlussbuch", description="From council information systems to tables of resolutions.")
    commands = parser.add_subparsers(dest="command", required=True)
    extract = commands.add_parser("extract", help="read local files and print the facts found in them")
    extract.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    extract.add_argument("--json", action="store_true", help="one JSON object per file and line")
    extract.add_argument("--text", action="store_true", help="with the extracted text, to which the offsets refer")
    extract.add_argument("--council", help="a council of the registry (its reference patterns and names)")
    extract.add_argument("--meeting-date", type=date.fromisoformat, metavar="YYYY-MM-DD")
    extract.add_argument("--context", type=Path, metavar="FILE.jsonl", help="council and meeting date per file")
    arguments = parser.parse_args(argv)
    return _extract(arguments)


def _extract(arguments: argparse.Namespace) -> int:
    from pipeline.extraction import Context, json_of, json_of_error, read_document
    from pipeline.readers import UnreadableError

    context: dict[str, dict[str, Any]] = {}
    if arguments.context:
        context = {row["path"]: row for line in arguments.context.read_text(encoding="utf-8").splitlines() if line.strip() for row in [json.loads(line)]}
    failed = False
    for path in arguments.paths:
        known = context.get(str(path), {})
        when = known.get("meeting_date") or arguments.meeting_date
        data = None
        try:
            data = path.read_bytes()
            found = json_of(
                read_document(data, str(path), Context(meeting_date=date.fromisoformat(when) if isinstance(when, str) else when)),
                with_text=arguments.text,
            )
        except (UnreadableError, OSError) as error:
            failed = True
            found = json_of_error(str(path), data, error)
        print(json.dumps(found, ensure_ascii=False, default=str))
    return 3 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
