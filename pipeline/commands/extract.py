"""beschlussbuch extract: local files in, one JSON object per file out, no network."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.commands import CommandError

MANY = 32  # files from which a second process pays for its start
CONTEXT_KEYS = {"path", "council", "meeting_date"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=".txt, .html, .pdf, .docx or OParl .json")
    parser.add_argument("--json", action="store_true", help="one JSON object per file, one per line (else a summary for people)")
    parser.add_argument("--text", action="store_true", help="with --json: add the extracted text to which the offsets refer")
    parser.add_argument("--council", metavar="ID", help="a council of the registry: its reference patterns and names")
    parser.add_argument("--meeting-date", metavar="YYYY-MM-DD", help="what relative dates refer to, if it is known")
    parser.add_argument("--context", metavar="FILE.jsonl", help="council and meeting date per file, one JSON object per line")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes to use (default: one per core if there are many files)")


def run(arguments: argparse.Namespace) -> int:
    """Print an object per file, in input order; 3 if some file could not be read."""
    jobs = [_job(path, arguments, known) for path, known in _known(arguments)]
    failed = False
    for line, error in _results(jobs, arguments.jobs):
        failed = failed or error
        print(line)
    return 3 if failed else 0


def _known(arguments: argparse.Namespace) -> Iterator[tuple[str, dict[str, Any]]]:
    context = _context(Path(arguments.context)) if arguments.context else {}
    for path in arguments.paths:
        said = context.get(path, {})
        yield (
            path,
            {
                "council": said.get("council") or arguments.council,
                "meeting_date": _day(said.get("meeting_date") or arguments.meeting_date),
            },
        )


def _context(path: Path) -> dict[str, dict[str, Any]]:
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {row["path"]: row for row in rows}
    except OSError as error:
        raise CommandError(f"the context file {path} cannot be opened: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise CommandError(f"the context file {path} is not one JSON object with a path per line.") from error


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise CommandError(f"{said!r} is not a date of the form YYYY-MM-DD.") from error


def _job(path: str, arguments: argparse.Namespace, known: dict[str, Any]) -> tuple[str, dict[str, Any], bool, bool]:
    return path, known, arguments.json, arguments.text


def _results(jobs: Sequence[tuple[str, dict[str, Any], bool, bool]], asked: int | None) -> Iterator[tuple[str, bool]]:
    processes = asked or (min(os.cpu_count() or 1, 8) if len(jobs) >= MANY else 1)
    if processes < 2:
        yield from map(_extracted, jobs)
        return
    # Forked, not spawned: the children share the rules that the parent has compiled, and no thread runs yet.
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("fork")) as pool:
        yield from pool.map(_extracted, jobs, chunksize=8)


def _extracted(job: tuple[str, dict[str, Any], bool, bool]) -> tuple[str, bool]:
    """One file's line, and whether the file could not be read."""
    from pipeline.extraction import Context, json_of, json_of_error, read_document, summary_of
    from pipeline.readers import UnreadableError

    path, known, as_json, with_text = job
    data = None
    try:
        data = Path(path).read_bytes()
        document = read_document(data, path, Context(habits=_habits(known["council"]), meeting_date=known["meeting_date"]))
    except (UnreadableError, OSError) as error:
        return _refused(json_of_error(path, data, error), as_json=as_json), True
    except Exception as error:  # noqa: BLE001  a defect of ours must cost this file only, not the ten thousand after it
        found = json_of_error(path, data, UnreadableError("parser_crash", f"{path} cannot be read, by a defect of ours ({error!r})."))
        return _refused(found, as_json=as_json), True
    if not as_json:
        return summary_of(document), False
    return json.dumps(json_of(document, with_text=with_text), ensure_ascii=False, default=str), False


def _refused(found: dict[str, object], *, as_json: bool) -> str:
    if as_json:
        return json.dumps(found, ensure_ascii=False)
    print(found["error"], file=sys.stderr)
    return f"{found['document']['source']}: not read"  # type: ignore[index]  # json_of_error made it


def _habits(council: str | None) -> Any:
    """The language habits of a council; those of nowhere for a name that the registry does not know."""
    from extractors.text.minutes import Habits

    if council is None:
        return Habits()
    from pipeline.councils import habits_of

    return habits_of(council)
