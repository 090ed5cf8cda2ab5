"""Make the named measurements, or all, and write RELIABILITY.md; the exit status is 1 where one does not hold."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from time import monotonic
from traceback import format_exc

from pipeline.reading import extractor_version
from tests.soak.frame import SEED, Measured, Measurement, Skipped
from tests.soak.report import REPORT, Section, keep, kept, report


def names() -> list[str]:
    """The measurements that there are: modules with a function `measure`."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return [path.stem for path in files if "\ndef measure(" in path.read_text(encoding="utf-8")]


def made(name: str) -> bool:
    """Make one measurement, and keep it; whether all of it holds."""
    began, rows = monotonic(), list[Measured]()
    try:
        module = import_module(f"tests.soak.{name}")
        measure: Measurement = module.measure
        heading, _, prose = cleandoc(module.__doc__ or name).partition("\n")
        say(f"{name}: {heading}")
        for row in measure(SEED):
            rows.append(row)
            say(f"  {'holds' if row.passed else 'FAILS'}  {row.name}: {row.figure} ({row.seconds:.0f} s)")
            for lost in row.lost:
                say(f"         not survived: {lost}")
    except Skipped as reason:
        say(f"  skipped: {reason}")
        return True
    except Exception:  # noqa: BLE001  the others are measured all the same; what is kept of this one stays as it was
        say(f"{name}: it could not be measured.\n{format_exc()}")
        return False
    keep(Section(name=name, heading=heading, prose=prose.strip(), version=extractor_version(), rows=tuple(rows)))
    say(f"  {monotonic() - began:.0f} s")
    return all(row.passed for row in rows)


def say(line: str) -> None:
    """Tell whoever waits."""
    print(line, flush=True)  # noqa: T201  a measurement takes minutes


def main(words: Sequence[str]) -> int:
    """Make what is named, or everything."""
    if unknown := set(words) - set(names()):
        print(f"There is no measurement called {', '.join(sorted(unknown))}; there are {', '.join(names())}.", file=sys.stderr)  # noqa: T201
        return 2
    held = [made(name) for name in words or names()]
    REPORT.write_text(report(list(kept())), encoding="utf-8")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
