"""spaCy without the parts that are trained, which nobody trains here, and without looking for what others have installed for it.

    with lean_imports():
        import spacy     # two fifths less time: 0.09 s at each start of the readers' server

What is left out is there as an empty module, so that others can import it; whoever makes anything of it is told. Only for a process in
which nobody else uses spaCy.
"""

from __future__ import annotations

import importlib.metadata
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import NoReturn

# With what is below them; each is asked for while spaCy is imported (version 3.8.18, thinc 8.3).
LEFT_OUT = (
    "blis.py",
    "spacy.kb",
    "spacy.lang.ja",
    "spacy.lang.ko",
    "spacy.lang.th",
    "spacy.lang.vi",
    "spacy.lang.zh",
    "spacy.matcher.dependencymatcher",
    "spacy.ml",
    "spacy.pipeline._parser_internals",
    "spacy.pipeline.dep_parser",
    "spacy.pipeline.edit_tree_lemmatizer",
    "spacy.pipeline.entity_linker",
    "spacy.pipeline.legacy",
    "spacy.pipeline.lemmatizer",
    "spacy.pipeline.morphologizer",
    "spacy.pipeline.multitask",
    "spacy.pipeline.ner",
    "spacy.pipeline.sentencizer",
    "spacy.pipeline.senter",
    "spacy.pipeline.span_finder",
    "spacy.pipeline.spancat",
    "spacy.pipeline.tagger",
    "spacy.pipeline.textcat",
    "spacy.pipeline.textcat_multilabel",
    "spacy.pipeline.tok2vec",
    "spacy.pipeline.trainable_pipe",
    "spacy.scorer",
    "spacy.training",
    "srsly.ruamel_yaml",
    "thinc.backends.cupy_ops",
    "thinc.backends.mps_ops",
    "thinc.initializers",
    "thinc.layers",
    "thinc.loss",
    "thinc.optimizers",
    "thinc.shims",
)


@contextmanager
def lean_imports() -> Iterator[None]:
    """Within, what is left out is not imported, and no plug-in is looked for; where spaCy has been imported before, nothing is changed."""
    if "spacy" in sys.modules:
        yield
        return
    finder, as_ever = _LeftOut(), importlib.metadata.entry_points
    sys.meta_path.insert(0, finder)
    importlib.metadata.__dict__["entry_points"] = lambda **_: importlib.metadata.EntryPoints()
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        importlib.metadata.__dict__["entry_points"] = as_ever


class _LeftOut(MetaPathFinder, Loader):
    """Finds an empty module for each name."""

    below = tuple(f"{name}." for name in LEFT_OUT)

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        return ModuleSpec(fullname, self, is_package=True) if fullname in LEFT_OUT or fullname.startswith(self.below) else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return Empty(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


class Empty(ModuleType):
    """A module that has been left out: each name in it is there, as a class that cannot be used."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        made = _Unusable(name, (), {"__module__": self.__name__})
        setattr(self, name, made)
        return made


class _Unusable(type):
    def __call__(cls, *_: object, **__: object) -> NoReturn:
        raise RuntimeError(f"{cls.__module__}.{cls.__name__} is left out of this process (pipeline.lean_imports).")
