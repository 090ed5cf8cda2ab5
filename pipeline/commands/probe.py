"""beschlussbuch probe: what kind of council system answers at an address, and a council's file to start from."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.commands import CommandError

if TYPE_CHECKING:
    from pipeline.probe import Probed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("url", metavar="URL", help="any page of the council system, or of the city's website")


def run(arguments: argparse.Namespace) -> int:
    """Ask the address and tell: 0 if the system is known, 3 if it is not, 1 if it cannot be had."""
    from pipeline.fetch import Session
    from pipeline.fetch_boundaries import boundary_typed
    from pipeline.fetch_manners import Manners
    from pipeline.passages import CONTROLS
    from pipeline.probe import council_file, probe
    from pipeline.sources import Seen
    from pipeline.statuses import Failure

    # That it reserves something is what a probe is to tell; nothing of what it sees is kept or read for facts.
    with Session(Manners(reservation_override="a person looks at it once"), boundary_typed(arguments.url)) as session:

        def ask(url: str) -> Seen:
            answer = session.get(url)
            return Seen(url, answer.body, {name.lower(): value for name, value in answer.headers.items()})

        try:
            found = probe(arguments.url, ask)
        except Failure as failure:
            raise CommandError(failure.sentence, 1) from failure
        reserved = tuple(f"{host}: {words}" for host, said in session.reservations.items() for words in said)
    print("\n".join(_told(replace(found, reservations=reserved or found.reservations))).translate(CONTROLS))
    if not found.recognised and not found.oparl:
        return 3
    print(f"\nA file to start from, data/councils/<id>.yaml:\n\n{council_file(found).translate(CONTROLS)}", end="")
    return 0


def _told(found: Probed) -> list[str]:
    lines = [f"{found.url}" + (f" ({found.title})" if found.title else "")]
    for one in found.recognised:
        version = f", version {one.version}" if one.version else ""
        lines.append(
            f"system         {one.source}{version}, by {one.sign}" + ("" if one.sureness >= 1 else f" (sure to {one.sureness:.0%})")
        )
    if not found.recognised:
        lines.append("system         none that we know" + ("" if found.oparl else "; what the page said:"))
        lines += [f"               {name}: {value}" for name, value in found.headers.items()]
        lines += [f"leads to       {url}" for url in found.links[:10]]
    lines.append(f"OParl          {found.oparl or 'none found at the usual addresses'}")
    lines.append(f"robots.txt     {found.robots or 'none'}")
    lines += [f"reservation    {said}" for said in found.reservations or ("none stated",)]
    return lines
