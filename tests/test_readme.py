"""What the READMEs promise is there: commands with their options, systems, tables, targets, files, fields of a council."""

from __future__ import annotations

import argparse
import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from pipeline.commands import COMMANDS
from pipeline.councils import Council
from pipeline.release.schema import public_tables
from pipeline.sources import sources

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ABOUT_DATA = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
TYPED = sorted(set(re.findall(r"^(?:\.venv/bin/)?beschlussbuch (.+?)(?: +#.*)?$", README, re.MULTILINE)))
FILES = sorted(set(re.findall(r"`((?:data|notebooks|pipeline|tests|extractors)/[\w./-]+)`", README)) - {"data/demo", "data/store"})


def section(heading: str) -> str:
    return README.split(f"## {heading}\n")[1].split("\n## ")[0]


def test_every_command_is_shown() -> None:
    assert {words.split()[0] for words in TYPED} | {"score"} == set(COMMANDS)
    assert "`beschlussbuch score " in README


@pytest.mark.parametrize("words", TYPED)
def test_what_is_to_be_typed_is_understood(words: str) -> None:
    name, *rest = shlex.split(words.split(" > ", maxsplit=1)[0])
    parser = argparse.ArgumentParser(exit_on_error=False)
    import_module(f"pipeline.commands.{name}").add_arguments(parser)
    parser.parse_args(rest)


def test_every_system_is_listed() -> None:
    listed = re.findall(r"^\| `(\w+)` \|", README.split("Systems that are read")[1].split("\n\n")[1], re.MULTILINE)
    assert sorted(listed) == sorted(source.__name__.rpartition(".")[2] for source in sources())  # type: ignore[attr-defined]


def test_every_table_is_listed() -> None:
    listed = {name for row in re.findall(r"^\| (`.+?) \|", section("The tables"), re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    assert listed == set(public_tables())


def test_every_target_is_there() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`?make\s([a-z][\w-]*)`", README)) <= targets
    assert {"run", "test"} <= targets


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_every_field_of_a_council_is_told() -> None:
    told = {
        name
        for row in re.findall(r"^\| (`.+?) \|", ABOUT_DATA.split("## A council's file")[1].split("\n## ")[0], re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    assert told == set(Council.model_fields) - {"id"}
