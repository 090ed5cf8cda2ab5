"""beschlussbuch score: our extractors against gold documents, and against the floors that they may not fall below."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands import CommandError

if TYPE_CHECKING:
    from pipeline.scoring import Score
    from pipeline.scoring.gold import GoldDocument


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="a folder of gold documents, a .jsonl of them or one .json")
    parser.add_argument("--base", type=Path, default=Path(), metavar="DIR", help="what the `file` of a gold document is relative to")
    parser.add_argument("--errors", action="store_true", help="print every fact that was missed or is spurious")
    parser.add_argument("--by", choices=["council"], help="print the figures of each council too")
    parser.add_argument("--exact", action="store_true", help="fail if a document differs that the gold's open.json does not list")
    parser.add_argument(
        "--floors", type=Path, metavar="FILE", help="the least F1 of each measure (default: floors.json in the gold folder)"
    )
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors to the figures of this run; none is ever lowered")
    parser.add_argument("--measured", type=Path, metavar="FILE", help="keep the figures in a file, for the codebook of the tables")


def run(arguments: argparse.Namespace) -> int:
    """Print the figures; 1 if one is below its floor, or with --exact if a document differs unexpectedly."""
    from pipeline.scoring.gold import GoldError

    try:
        return _run(arguments)
    except GoldError as error:
        raise CommandError(str(error)) from error


def _run(arguments: argparse.Namespace) -> int:
    from pipeline.scoring import Score
    from pipeline.scoring.gold import load_gold
    from pipeline.scoring.report import as_list, as_table

    documents = load_gold(arguments.gold)
    if not documents:
        raise CommandError("there are no gold documents there.")
    total, by_council, differing = Score(), defaultdict[str, Score](Score), []
    for document in documents:
        score = _scored(document, arguments.base)
        total.add(score)
        by_council[document.council or "-"].add(score)
        if score.differences:
            differing.append(document.id)
    if arguments.errors and total.differences:
        print(as_list(total.differences), end="\n\n")
    print(as_table(total.tallies))
    for council in sorted(by_council) if arguments.by else ():
        print(f"\n{council}\n{as_table(by_council[council].tallies)}")
    print(f"{len(documents)} documents, {len(documents) - len(differing)} of them without any difference")
    _keep(arguments, total, len(documents))
    complaints = [*_unexpected(arguments, differing), *_floors(arguments, total)]
    print("".join(f"{complaint}\n" for complaint in complaints), end="")
    return 1 if complaints else 0


def _scored(document: GoldDocument, base: Path) -> Score:
    from pipeline.extraction import EvidenceError
    from pipeline.readers import UnreadableError
    from pipeline.scoring import found_in, score_document

    try:
        return score_document(document, found_in(document, base))
    except (UnreadableError, EvidenceError) as error:
        raise CommandError(f"{document.id}: {error}", 1) from error


def _keep(arguments: argparse.Namespace, total: Score, documents: int) -> None:
    from datetime import UTC, datetime

    from pipeline.scoring.gold import fingerprint
    from pipeline.scoring.measured import measured_on, write_measured

    if arguments.measured:
        measured = measured_on(total.tallies, documents, fingerprint(arguments.gold), datetime.now(UTC).date())
        write_measured(arguments.measured, measured)


def _unexpected(arguments: argparse.Namespace, differing: Sequence[str]) -> list[str]:
    """With --exact: documents that differ without being listed as open, and listed ones that do not differ any more."""
    from pipeline.scoring.gold import open_documents

    if not arguments.exact:
        return []
    listed = {name for path in arguments.gold if path.is_dir() for name in open_documents(path)}
    broken = [f"{name} differs from its gold." for name in differing if name not in listed]
    return broken + [f"{name} is listed in open.json, but agrees with its gold." for name in sorted(listed - set(differing))]


def _floors(arguments: argparse.Namespace, total: Score) -> list[str]:
    """What is below its floor, after floors have been raised if that was asked for."""
    from pipeline.scoring.floors import read_floors, write_floors
    from pipeline.scoring.gold import FLOORS, fingerprint

    file = arguments.floors or (arguments.gold[0] / FLOORS if len(arguments.gold) == 1 and arguments.gold[0].is_dir() else None)
    if file is None:
        if arguments.raise_floors:
            raise CommandError("--raise-floors needs one gold folder, or --floors FILE.")
        return []
    if not file.exists() and not arguments.raise_floors:
        if arguments.floors:
            raise CommandError(f"{file} does not exist (--raise-floors writes it).")
        return []
    gold, floors = fingerprint(arguments.gold), read_floors(file)
    if arguments.raise_floors:
        floors = floors.raised(total.figures, gold)
        write_floors(file, floors)
    return floors.broken_by(total.figures, gold)
