"""What is left out of spaCy changes nothing that is read, and nobody uses it unawares."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from extractors.text.language import actors_in, acts_in, german, sentences
from pipeline.lean_imports import LEFT_OUT, lean_imports

ROOT = Path(__file__).parents[2]
TEXT = (
    "Der Rat stimmt gem. § 3 Abs. 2 z.B. dem Antrag v. 1. Oktober bzw. der Vorl. 2026/17 zu. Die Verwaltung wird beauftragt, u.a. mit dem Amt "
    "für Grünflächen ca. 1.500 m² (d.h. mind. 3 Fl.-St.) zu prüfen; Dr. Muster usw. nehmen's zur Kenntnis! S. a. www.buchenried.example?"
)
SCRIPT = """
import json, sys, warnings
warnings.simplefilter("error", ImportWarning)
import pipeline.warm
from extractors.text.language import acts_in, actors_in, german, sentences
from pipeline.lean_imports import Empty, LEFT_OUT
text = sys.stdin.read()
found = [[token.text for token in german()(text)], repr(sentences(text)), repr(acts_in(text)), repr(actors_in(text))]
empty = [name for name in LEFT_OUT if isinstance(sys.modules.get(name), Empty)]
try:
    from spacy.pipeline import Tagger
    Tagger(german().vocab)
except RuntimeError as error:
    said = str(error)
print(json.dumps([found, empty, said]))
"""


@pytest.fixture(scope="module")
def lean() -> list:
    """What a process says that has imported what the server of readers imports."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", SCRIPT], input=TEXT.encode(), env=environment, capture_output=True, check=True, timeout=60)
    return json.loads(done.stdout)


def test_the_same_is_read(lean: list) -> None:
    found = [[token.text for token in german()(TEXT)], repr(sentences(TEXT)), repr(acts_in(TEXT)), repr(actors_in(TEXT))]

    assert lean[0] == found
    assert len(acts_in(TEXT)) >= 2


def test_all_that_is_named_is_there_and_left_out(lean: list) -> None:
    assert lean[1] == list(LEFT_OUT)
    assert [name for name in LEFT_OUT if find_spec(name) is None] == []


def test_whoever_uses_it_is_told(lean: list) -> None:
    assert lean[2] == "spacy.pipeline.tagger.Tagger is left out of this process (pipeline.lean_imports)."


def test_nothing_changes_where_spacy_is_there_already() -> None:
    german()
    before = list(sys.meta_path)

    with lean_imports():
        assert sys.meta_path == before
