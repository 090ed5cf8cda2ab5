"""beschlussbuch review: have a sample of the tables checked by people, and tell how often they are right."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands import STORE, CommandError
from pipeline.commands.run import say
from pipeline.commands.show import newest_release

if TYPE_CHECKING:
    from pipeline.release.review_figures import Figures, Interval
    from pipeline.release.review_sheets import Checked


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parts = parser.add_subparsers(dest="part", required=True, metavar="sample|read")
    sample = parts.add_parser("sample", help="write a sheet with facts drawn by chance, for people to check")
    sample.add_argument("out", type=Path, metavar="OUT.csv", help="the sheet; OUT.excel-de.csv for a German Excel is written beside it")
    sample.add_argument("--data", type=Path, metavar="DIR", help="the data folder (default: data/store)")
    sample.add_argument("--kind", action="append", metavar="TABLE", help="a kind of fact, may be given again (default: all)")
    sample.add_argument("--size", type=int, default=50, metavar="N", help="facts of each kind (default: %(default)s)")
    sample.add_argument("--seed", default="1", metavar="WORD", help="another seed draws another sample (default: %(default)s)")
    read = parts.add_parser("read", help="read checked sheets, of one person or of several, and tell the figures")
    read.add_argument("sheets", type=Path, nargs="+", metavar="SHEET.csv")
    read.add_argument("--json", type=Path, metavar="FILE", help="where the figures go (default: beside the first sheet, .figures.json)")
    read.add_argument("--seed", default="1", metavar="WORD", help="seed of the intervals (default: %(default)s)")
    read.add_argument("--corrections", type=Path, metavar="FILE", help="add what was found wrong to this corrections.csv, made if need be")
    read.add_argument("--mark-checked", action="store_true", help="with --corrections: what all found right is marked as checked")
    read.add_argument("--when", type=date.fromisoformat, metavar="DAY", help="the day of the corrections (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Draw a sample, or read what became of one."""
    return _sample(arguments) if arguments.part == "sample" else _read(arguments)


def _sample(arguments: argparse.Namespace) -> int:
    from pipeline.release.review import KINDS, canonical, for_excel, sample

    kinds = list(dict.fromkeys(arguments.kind or KINDS))
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise CommandError(f"there is no kind of fact called {unknown[0]!r} (known: {', '.join(KINDS)}).")
    if arguments.size < 1:
        raise CommandError("a sample has one fact at least (--size).")
    data = (arguments.data or STORE).expanduser()
    release = newest_release(data)
    drawn = sample(release, kinds, arguments.size, arguments.seed)
    excel = arguments.out.with_suffix(".excel-de.csv")
    _write(arguments.out, canonical(drawn))
    _write(excel, for_excel(drawn))
    counts = ", ".join(f"{sum(one.table.name == kind for one in drawn)} {kind}" for kind in kinds)
    print(f"{len(drawn)} facts of {release.name} are in {arguments.out} and, for a German Excel, in {excel}: {counts}.")
    print("Fill in checked (right, wrong, unclear), where wrong the value (no=14), and coder; then: beschlussbuch review read SHEET.csv")
    return 0


def _read(arguments: argparse.Namespace) -> int:
    from pipeline.release.review_figures import figures_of
    from pipeline.release.review_sheets import ReviewError, read_sheets

    try:
        checked = read_sheets(arguments.sheets)
    except ReviewError as error:
        raise CommandError(str(error)) from error
    if not checked.judgements:
        raise CommandError("nobody has filled in anything under checked yet.")
    found = figures_of(checked, arguments.seed)
    _show(found)
    if checked.open:
        say(f"{checked.open} rows are not answered yet.")
    said = {"seed": arguments.seed, "open": checked.open, "figures": [one.as_json() for one in found]}
    target = arguments.json or arguments.sheets[0].with_suffix(".figures.json")
    _write(target, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())
    if arguments.corrections:
        _correct(arguments, checked)
    return 0


def _correct(arguments: argparse.Namespace, checked: Checked) -> None:
    from pipeline.release.review_sheets import corrections_from, with_lines
    from pipeline.release.sheets import SheetError

    path: Path = arguments.corrections
    lines = corrections_from(checked.judgements, arguments.when or datetime.now(UTC).date(), also_checked=arguments.mark_checked)
    try:
        content = with_lines(path.read_bytes() if path.exists() else None, lines)
    except SheetError as error:
        raise CommandError(f"{path} cannot be understood: {error}.") from error
    except OSError as error:
        raise CommandError(f"{path} cannot be opened: {error.strerror}.", 1) from error
    _write(path, content)
    print(f"{len(lines)} lines of the review are in {path}; `beschlussbuch publish` applies them.")


def _write(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror or error}.", 1) from error
    finally:
        temporary.unlink(missing_ok=True)


def _show(found: Sequence[Figures]) -> None:
    from rich.console import Console
    from rich.table import Table

    heads = ("kind", "facts", "right", "wrong", "unclear", "disputed", "precision", "twice", "agreement", "kappa", "alpha")
    table = Table(*heads, box=None, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for one in found:
        counts = (one.rows, one.right, one.wrong, one.unclear, one.disputed)
        precision = _told(one.precision, one.precision_interval)
        table.add_row(one.kind, *map(str, counts), precision, str(one.twice), _told(one.agreement, None),
                      _told(one.kappa, one.kappa_interval), _told(one.alpha, one.alpha_interval))  # fmt: skip
    Console(highlight=False, width=max(150, Console().width)).print(table)


def _told(value: float | None, interval: Interval | None) -> str:
    """A figure and its interval.

    >>> _told(0.96, (0.8654, 0.989))
    '0.960 (0.865-0.989)'
    """
    if value is None:
        return "-"
    return f"{value:.3f}" + (f" ({interval[0]:.3f}-{interval[1]:.3f})" if interval else "")
