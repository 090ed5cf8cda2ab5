"""The command line as somebody meets it: without words, with a wrong one, and the help of each command."""

from __future__ import annotations

import pytest

from pipeline.__main__ import main
from pipeline.commands import COMMANDS


def test_without_words_all_commands_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    said = capsys.readouterr().err
    assert [name for name in COMMANDS if f"\n    {name} " not in said] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_begins_like_a_sentence(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    summary = COMMANDS[name]
    said = " ".join(capsys.readouterr().out.split())
    assert end.value.code == 0
    assert f" {summary[0].upper()}{summary[1:]}. " in said
