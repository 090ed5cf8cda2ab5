"""Patterns come back from the file as they were compiled, and whatever is wrong with the file is told by nothing but time."""

from __future__ import annotations

import marshal
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from pipeline import kept_patterns as kept
from pipeline.kept_patterns import kept_patterns

FORMS: list[tuple[Any, int]] = [
    (r"(?P<yes>\d{1,3}) Ja, (?P<no>\d{1,3}) Nein|einstimmig", 0),
    (r"^\s*TOP[ ](\d+)(?:\.\d+)*  # an item", re.VERBOSE | re.MULTILINE),
    (r"(?i:beschluß)|[äöüß\U0001f600]+(?<!x)(?=y)(?P<z>.)(?P=z)", re.DOTALL),
    ("straße", re.IGNORECASE),
    (rb"\x00[\x80-\xff]{2,5}?", 0),
    (r"(?>a++)b", re.ASCII),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "some.patterns"


@pytest.fixture(autouse=True)
def _may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def compiled(file: Path, forms: list[tuple[Any, int]]) -> list[re.Pattern[Any]]:
    re.purge()
    with kept_patterns(file=file):
        return [re.compile(*form) for form in forms]


def fresh(forms: list[tuple[Any, int]]) -> list[re.Pattern[Any]]:
    re.purge()
    return [re.compile(*form) for form in forms]


def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str | bytes]:
    """The patterns that are really compiled from now on."""
    seen: list[str | bytes] = []
    compiler = import_module("re._compiler")
    as_ever = compiler.compile

    def noted(pattern: str | bytes, flags: int = 0) -> object:
        seen.append(pattern)
        return as_ever(pattern, flags)

    monkeypatch.setattr(compiler, "compile", noted)
    return seen


def test_a_second_process_finds_what_the_first_has_compiled(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compiled(file, FORMS)
    seen = compilations(monkeypatch)
    second = compiled(file, FORMS)
    assert seen == []
    assert first == second == fresh(FORMS)  # patterns are equal if their code is
    assert [pattern.groupindex for pattern in second] == [pattern.groupindex for pattern in first]
    assert [pattern.flags for pattern in second] == [pattern.flags for pattern in first]


def test_loaded_patterns_find_the_same(file: Path) -> None:
    compiled(file, FORMS)
    votes, items, *_ = compiled(file, FORMS)
    found = votes.search("mit 12 Ja, 3 Nein")
    assert found
    assert found["no"] == "3"
    assert items.findall("TOP 4.1\n TOP 7") == ["4", "7"]


def test_the_same_words_with_other_flags_are_another_pattern(file: Path) -> None:
    compiled(file, [("ja", 0)])
    [pattern] = compiled(file, [("ja", re.IGNORECASE)])
    assert pattern.fullmatch("JA")


def test_what_is_new_is_added(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(file, FORMS[:2])
    compiled(file, FORMS[2:])
    seen = compilations(monkeypatch)
    compiled(file, FORMS)
    assert seen == []


def test_patterns_that_are_wrong_are_refused_as_ever(file: Path) -> None:
    with pytest.raises(re.error), kept_patterns(file=file):
        re.compile("(")
    assert not file.exists()


def test_afterwards_nothing_is_looked_up(file: Path) -> None:
    compiler = import_module("re._compiler")
    before = vars(compiler)["compile"], vars(compiler)["_sre"]
    compiled(file, FORMS)
    assert (vars(compiler)["compile"], vars(compiler)["_sre"]) == before


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda said: said[: len(said) // 2],
    "a wrong byte": lambda said: said[:50] + bytes([said[50] ^ 1]) + said[51:],
    "something else": lambda _: b"no patterns at all",
    "another engine": lambda said: framed(((0, 0, 0), content(said))),
    "code of no engine": lambda _: framed(
        (kept.ENGINE, {(words, int(flags)): (0, b"\xff\xff\0\0" * 9, 0, {}, (None,)) for words, flags in FORMS})
    ),
    "not a table": lambda _: framed(7),
}


def content(said: bytes) -> dict[tuple[str | bytes, int], object]:
    patterns: dict[tuple[str | bytes, int], object] = marshal.loads(said[kept.CHECKED :])[1]  # noqa: S302
    return patterns


def framed(what: Any) -> bytes:
    said = marshal.dumps(what)
    return crc32(said).to_bytes(kept.CHECKED, "big") + said


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_file_that_is_not_right_is_as_good_as_none(file: Path, damage: Callable[[bytes], bytes]) -> None:
    compiled(file, FORMS)
    file.write_bytes(damage(file.read_bytes()))
    assert compiled(file, FORMS) == fresh(FORMS)


def test_a_file_full_of_old_patterns_is_begun_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(file, FORMS[:3])
    monkeypatch.setattr(kept, "MOST", 10)
    compiled(file, FORMS[3:])
    assert set(content(file.read_bytes())) == {(words, int(flags)) for words, flags in FORMS[3:]}


def test_no_file_where_none_may_be_written(tmp_path: Path) -> None:
    (tmp_path / "no-folder").write_text("a file")
    assert compiled(tmp_path / "no-folder" / "x.patterns", FORMS) == fresh(FORMS)


def test_no_file_where_python_shall_write_no_bytecode(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled(file, FORMS) == fresh(FORMS)
    assert not file.exists()


def test_it_lies_beside_the_bytecode(tmp_path: Path) -> None:
    told = "from pipeline.kept_patterns import _beside_bytecode; print(_beside_bytecode(''), _beside_bytecode('early'))"
    done = subprocess.run([sys.executable, "-X", f"pycache_prefix={tmp_path}", "-c", told], capture_output=True, text=True, check=True)
    one, other = done.stdout.split()
    assert Path(one).is_relative_to(tmp_path)
    assert (one.endswith(".patterns"), other) == (True, one.replace(".patterns", ".early.patterns"))
