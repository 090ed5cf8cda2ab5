"""beschlussbuch extract: local files in, one JSON object per file out, no network."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pipeline.commands import CommandError

if TYPE_CHECKING:
    from extractors.text.minutes import Habits
    from pipeline.limits import Limits
    from pipeline.worker import Lost, Opened, Task

SHORT = 200_000  # bytes of a text that is read without a process of its own, if it is the only file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=".txt, .html, .pdf, .docx, .odt, .rtf or OParl .json")
    parser.add_argument("--json", action="store_true", help="one JSON object per file, one per line (else a summary for people)")
    parser.add_argument("--text", action="store_true", help="with --json: add the extracted text to which the offsets refer")
    parser.add_argument("--council", metavar="ID", help="a council of the registry: its reference patterns and names")
    parser.add_argument("--meeting-date", metavar="YYYY-MM-DD", help="what relative dates refer to, if it is known")
    parser.add_argument("--context", metavar="FILE.jsonl", help="council and meeting date per file, one JSON object per line")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes to use (default: one per core)")
    add_limit_argument(parser)


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read, and how its facts are wanted."""

    path: Path
    name: str
    habits: Habits | None
    """None for those of nowhere."""
    meeting_date: date | None
    as_json: bool
    with_text: bool


def run(arguments: argparse.Namespace) -> int:
    """Print an object per file, in input order; 3 if some file could not be read."""
    from pipeline.reader_server import start_early, track_nothing

    paths = [Path(path) for path in arguments.paths]
    if not _is_one_short_text(paths):
        track_nothing()
        start_early(paths, in_two_steps=_has_pdfs(paths))  # it imports for half a second, and meanwhile the rest is imported and read here
    from pipeline.worker import Lost

    files = list(_files(arguments))
    failed = False
    for file, found in _results(files, limits_said(arguments), arguments.jobs):
        failed = failed or isinstance(found, Lost)
        print_bytes(_refused(file, found).encode("utf-8", "backslashreplace") if isinstance(found, Lost) else found)
    return 3 if failed else 0


def print_bytes(line: bytes) -> None:
    """Print a line of UTF-8, whatever the terminal's encoding, without a second copy of it: it may be large."""
    sys.stdout.flush()
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.write(b"\n")
    sys.stdout.buffer.flush()


def checked_habits(council: str) -> Habits:
    """The language habits of a council.

    Raises CommandError where the council's file is wrong; told before any document is read.
    """
    from pipeline.councils import CouncilError, habits_of

    try:
        return habits_of(council)
    except CouncilError as error:
        raise CommandError(str(error)) from error


def add_limit_argument(parser: argparse.ArgumentParser) -> None:
    """Declare the option by which the limits of reading are set."""
    names = (
        "seconds, seconds_per_page, seconds_per_scan, seconds_of_scans, memory, file, pages, scans, characters, output, documents, growth"
    )
    said = f"what one document may cost: {names}; scans_of_all for all of them; memory, file, output and growth in MiB; repeatable"
    parser.add_argument("--limit", action="append", metavar="NAME=NUMBER", help=said)
    said = "leave scanned pages unread, even where tesseract is there (the same as --limit scans=0)"
    parser.add_argument("--no-ocr", action="append_const", dest="limit", const="scans=0", help=said)


def limits_said(arguments: argparse.Namespace) -> Limits:
    """The limits of the environment, with those changed that the arguments name.

    Raises CommandError.
    """
    from pipeline.limits import LimitError, limits_of

    try:
        return limits_of().changed(arguments.limit or ())
    except LimitError as error:
        raise CommandError(str(error)) from error


def _files(arguments: argparse.Namespace) -> Iterator[File]:
    context = _context(Path(arguments.context)) if arguments.context else {}
    said = [context.get(path, {}) for path in arguments.paths]
    councils = [told.get("council") or arguments.council for told in said]
    habits = {council: checked_habits(council) for council in sorted({council for council in councils if council})}
    for path, council, told in zip(arguments.paths, councils, said, strict=True):
        meeting_date = _day(told.get("meeting_date") or arguments.meeting_date)
        yield File(Path(path), path, habits.get(council), meeting_date, arguments.json, arguments.text)


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


def _results(files: Sequence[File], limits: Limits, processes: int | None) -> Iterator[tuple[File, bytes | Lost]]:
    from pipeline.isolation import read_apart, read_here

    if _is_one_short_text([file.path for file in files]):
        return iter([(files[0], read_here(files[0], read_file, limits))])
    return read_apart(files, read_file, limits, processes, begin_file if _has_pdfs([file.path for file in files]) else None)


def _has_pdfs(paths: Sequence[Path]) -> bool:
    """Whether there is something to be read that takes its time."""
    return any(path.suffix.lower() == ".pdf" for path in paths)


def _is_one_short_text(paths: Sequence[Path]) -> bool:
    try:
        return len(paths) == 1 and paths[0].suffix.lower() == ".txt" and paths[0].stat().st_size <= SHORT
    except OSError:
        return False


def begin_file(task: Task, limits: Limits, opened: Opened) -> bytes:
    """Read a file and keep what was read, in a process that knows no rules.

    Raises UnreadableError where it cannot be read.
    """
    from hashlib import sha256

    from pipeline.head_start import Begun
    from pipeline.readers import Terms, read

    data = task.path.read_bytes()
    cast("Begun", task).keep((read(data, task.name, Terms(limits, opened)), sha256(data).hexdigest()))
    return b""


def read_file(task: Task, limits: Limits, opened: Opened) -> bytes:
    """What is printed for a file; runs in a reader process.

    Raises UnreadableError where it cannot be read.
    """
    from extractors.text.minutes import Habits
    from pipeline.extraction import Context, json_of, read_document, summary_of, understood
    from pipeline.head_start import Begun
    from pipeline.readers import Reading, Terms

    file, found = (cast("File", task.task), task.found()) if isinstance(task, Begun) else (cast("File", task), None)
    context = Context(habits=file.habits or Habits(), meeting_date=file.meeting_date)
    if found:
        reading, sha256 = cast("tuple[Reading, str]", found)
        read = understood(reading, sha256, file.name, context)
    else:
        read = read_document(file.path.read_bytes(), file.name, context, Terms(limits, opened))
    said = json.dumps(json_of(read, with_text=file.with_text), ensure_ascii=False, default=str) if file.as_json else summary_of(read)
    return said.encode("utf-8", "backslashreplace")  # a PDF can hold half of a surrogate pair, which UTF-8 cannot say and JSON can


def _refused(file: File, lost: Lost) -> str:
    if not file.as_json:
        print(lost.sentence, file=sys.stderr)
        return f"{file.name}: not read"
    document = {"source": file.name, "sha256": _sha256(file.path), "status": lost.status}
    return json.dumps({"document": document, "error": lost.sentence}, ensure_ascii=False)


def _sha256(path: Path) -> str | None:
    from hashlib import file_digest

    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
