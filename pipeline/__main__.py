"""The command line: one module of pipeline.commands per command; heavy libraries are imported by the command that needs them."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the value is the exit status. Without `argv` this process is the command's own."""
    words = sys.argv[1:] if argv is None else argv
    try:
        if argv is None and words[:1] == ["extract"]:
            from pipeline.reader_server import start_for

            start_for(words[1:])
        return _run(words)
    except KeyboardInterrupt:
        from pipeline.stopping import leave  # every reader process imports this module, too

        print(f"beschlussbuch {' '.join(words[:1])}: interrupted.", file=sys.stderr)
        return leave()
    finally:
        if argv is None:
            gc.freeze()  # it ends: nothing is looked through for garbage any more (4 ms)


def _run(words: Sequence[str]) -> int:
    import argparse  # what takes time to import waits until readers are on their way

    from pipeline.commands import COMMANDS, CommandError

    parser = argparse.ArgumentParser(
        prog="beschlussbuch",
        description="From German council information systems to tables of resolutions, votes, amounts and deadlines.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
        if words[:1] == [name]:  # the arguments of the others are not asked for
            import_module(f"pipeline.commands.{name}").add_arguments(command)
    if not words:
        parser.print_help(sys.stderr)
        return 2
    arguments = parser.parse_args(words)
    try:
        status: int = import_module(f"pipeline.commands.{arguments.command}").run(arguments)
    except CommandError as error:
        from pipeline.passages import harmless

        print(harmless(f"beschlussbuch {arguments.command}: {error}"), file=sys.stderr)
        return error.status
    except BrokenPipeError:  # `beschlussbuch extract … | head`
        sys.stderr.close()
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
