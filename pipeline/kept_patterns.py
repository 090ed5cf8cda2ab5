"""Compiled patterns kept beside the bytecode, and for the same reason: compiling them takes a quarter of a second at each start.

    with kept_patterns():
        import extractors     # re.compile() first looks up what an earlier process has compiled

A pattern is known by its words and flags, the file by the version of Python's engine: nothing in it can be out of date. The engine
checks code that it is given, ours as the compiler's. Whatever is wrong with the file, patterns are compiled as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from zlib import crc32

_sre = import_module("_sre")  # the engine of `re`
MOST = 1 << 23  # bytes of a file that is added to (2.5 MB at first): a larger one is full of patterns that nobody uses any more
ENGINE = (sys.hexversion, _sre.MAGIC, _sre.CODESIZE)
CODE = "I"  # numbers as wide as the engine's
CHECKED = 4  # bytes at the file's beginning, by which the rest is checked

Key = tuple[str | bytes, int]
"""A pattern's words and flags."""
Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the engine is given for it: all flags, code, the number of groups and their names."""


@contextmanager
def kept_patterns(kept_for: str = "", file: Path | None = None) -> Iterator[None]:
    """Within, patterns come from the file that an earlier process has left; what had to be compiled is added to it at the end.

    Who needs few of them names what they are `kept_for`, and has a small file of its own: to load the large one takes 0.01 s.
    """
    compiler = import_module("re._compiler")  # `re` has no public door here; where the inside is another, nothing is kept
    path = file or _beside_bytecode(kept_for)
    if path is None or array(CODE).itemsize != _sre.CODESIZE or not hasattr(compiler, "_sre"):
        yield
        return
    kept = _loaded(path)
    new: dict[Key, Compiled] = {}
    as_ever = compiler.compile
    compiler.__dict__["compile"] = _looking_up(kept, new, compiler, as_ever)
    try:
        yield
    finally:
        compiler.__dict__["compile"] = as_ever
        if new and not sys.dont_write_bytecode:
            _save(path, new)


def _looking_up(
    kept: dict[Key, Compiled], new: dict[Key, Compiled], compiler: ModuleType, as_ever: Callable[..., Any]
) -> Callable[..., Any]:
    def compiled(pattern: str | bytes, flags: int = 0) -> object:
        if type(pattern) not in (str, bytes):  # one that has been parsed before, of the standard library's scanner
            return as_ever(pattern, flags)
        key = (pattern, int(flags))
        if found := kept.get(key):
            all_flags, code, *groups = found
            with suppress(Exception):  # no code of this engine
                return _sre.compile(pattern, all_flags, array(CODE, code).tolist(), *groups)
        compiler.__dict__["_sre"] = _listening(key, new)
        try:
            return as_ever(pattern, flags)
        finally:
            compiler.__dict__["_sre"] = _sre

    return compiled


def _listening(key: Key, new: dict[Key, Compiled]) -> SimpleNamespace:
    """The engine, noting what the compiler gives it."""

    def engine(pattern: str | bytes, flags: int, code: list[int], *groups: Any) -> object:
        count, names, indexed = groups
        new[key] = (int(flags), array(CODE, code).tobytes(), count, dict(names), indexed)
        return _sre.compile(pattern, flags, code, *groups)

    return SimpleNamespace(**{**vars(_sre), "compile": engine})


def _beside_bytecode(kept_for: str) -> Path | None:
    """None where Python keeps no bytecode."""
    try:
        return Path(cache_from_source(__file__)).with_suffix(f"{kept_for and '.'}{kept_for}.patterns")
    except NotImplementedError:
        return None


def _loaded(path: Path) -> dict[Key, Compiled]:
    try:
        said = path.read_bytes()
        if int.from_bytes(said[:CHECKED], "big") != crc32(said[CHECKED:]):
            return {}
        engine, kept = marshal.loads(said[CHECKED:])  # noqa: S302  as trusted as the bytecode beside it
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if engine == ENGINE else {}


def _save(path: Path, new: dict[Key, Compiled]) -> None:
    """Put the file in place in one step, with what others may have added; where that is not allowed, the next process compiles again."""
    said = marshal.dumps((ENGINE, _loaded(path) | new))
    if len(said) > MOST:
        said = marshal.dumps((ENGINE, new))
    being_written = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        try:
            being_written.write_bytes(crc32(said).to_bytes(CHECKED, "big") + said)
            being_written.replace(path)
        finally:
            being_written.unlink(missing_ok=True)
