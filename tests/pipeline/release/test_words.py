"""Every published table and column is described in German and in English, and every word that the code can say is explained."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import pytest

from extractors import amounts, deadlines, references
from extractors.amounts.patterns import Basis
from extractors.amounts.reading import Bound
from extractors.amounts.roles import Role
from extractors.follow_ups.statuses import Status as FollowUpStatus
from extractors.recusals.forms import Act
from extractors.text.german.dates import Precision
from extractors.text.german.money_forms import Currency
from extractors.text.minutes import DocumentKind
from extractors.votes.groups import OPTIONS
from pipeline.checks import Outcome
from pipeline.readers import TextLayer
from pipeline.release.made import MADE, columns_of, sqlite_tables
from pipeline.release.schema import MissingWordsError, PublicTable, described, public_tables
from pipeline.release.schema import column_of as column_of_release
from pipeline.release.words import COLUMNS, ORIGINS, TABLES
from pipeline.statuses import Status
from pipeline.store.changes import Cause
from pipeline.store.schema import NOUNS, RECORDS, column_of, fact_kinds

ROOT = Path(__file__).parents[3]
GERMAN = re.compile(r"\b(?:der|die|das|und|oder|nicht|ein|eine|ist|wird|wie|von|mit|für|auf|aus|bei)\b|[äöüÄÖÜß]")
ENGLISH = re.compile(r"\b(?:the|of|and|or|not|is|are|by|with|for|from|what|that|which|it)\b")
CITED = re.compile(r'"[^"]*"|\[[^\]]*\]')

every_table = pytest.mark.parametrize(
    "table", [table for table in sqlite_tables().values() if table.group != "index"], ids=lambda table: str(table.name)
)


def said(german: str, english: str) -> None:
    for words in (german, english):
        assert words.strip() == words != ""
    assert not ENGLISH.search(CITED.sub("", german)), german
    assert not GERMAN.search(CITED.sub("", english)), english


@every_table
def test_a_table_says_in_both_languages_what_a_row_is(table: PublicTable) -> None:
    words = TABLES[table.name]
    said(words.title, words.title_en)
    said(words.de, words.en)
    assert words.de.startswith("Eine Zeile ")
    assert words.en.startswith("One row ")


@every_table
def test_a_column_says_in_both_languages_what_it_means_and_what_an_empty_cell_means(table: PublicTable) -> None:
    for column in columns_of(table):
        words = column.words
        assert words.title == words.title.strip() != "", column.name
        said(words.de, words.en)
        said(words.missing_de, words.missing)
        assert {words.de[-1], words.en[-1]} == {"."}, column.name
        assert words.origin in ORIGINS
        for meanings in words.terms.values():
            said(*meanings)


@every_table
def test_the_headings_for_people_tell_the_columns_of_a_table_apart(table: PublicTable) -> None:
    titles = [column.words.title for column in columns_of(table)]
    assert sorted(titles) == sorted(set(titles))


def test_what_has_no_words_yet_is_told_with_the_place_to_say_them() -> None:
    with pytest.raises(MissingWordsError, match=r"^The column given of quorums has no words yet: pipeline/release/words "):
        column_of_release("quorums", "given", "boolean")
    with pytest.raises(MissingWordsError, match=r"^The table quorums has no words yet: pipeline/release/words "):
        described("quorums", "fact", ())


def test_nothing_is_described_that_is_not_published() -> None:
    published = {(table.name, column.name) for table in sqlite_tables().values() for column in columns_of(table)}
    assert set(TABLES) == set(public_tables()) | set(MADE)
    assert {key for key in COLUMNS if key[0]} <= published
    assert {name for table, name in COLUMNS if not table} <= {name for _, name in published}


def declared() -> Iterator[tuple[str, str, bool]]:
    """Every column of the store's dataclasses, and whether its type knows nothing."""
    for kind, name in {**NOUNS, **RECORDS, **{kind: name for name, kind in fact_kinds().items()}}.items():
        hints = get_type_hints(kind)
        for one in fields(kind):
            column = column_of(one) if kind in NOUNS else one.name
            if name in public_tables() and column in public_tables()[name].by_name and get_origin(hints[one.name]) is not tuple:
                yield name, column, NoneType in get_args(hints[one.name])


def test_a_column_is_said_to_be_never_empty_where_its_type_says_so() -> None:
    words = {(table, name): COLUMNS.get((table, name)) or COLUMNS["", name] for table, name, _ in declared()}
    wrong = [(table, name) for table, name, may_be_empty in declared() if (words[table, name].missing == "never empty") == may_be_empty]
    assert wrong == []
    assert len(words) > 180


VOCABULARIES = {
    ("amounts", "basis"): get_args(Basis),
    ("amounts", "bound"): get_args(Bound),
    ("amounts", "currency"): get_args(Currency),
    ("amounts", "role"): get_args(Role),
    ("amounts", "section"): get_args(amounts.Place),
    ("changes", "cause"): get_args(Cause),
    ("changes", "fact_table"): tuple(fact_kinds()),
    ("deadlines", "duty"): get_args(deadlines.Duty),
    ("deadlines", "kind"): get_args(deadlines.Kind),
    ("deadlines", "precision"): get_args(Precision),
    ("deadlines", "section"): get_args(deadlines.Place),
    ("documents", "kind"): get_args(DocumentKind),
    ("documents", "status"): tuple(Status),
    ("documents", "text_layer"): get_args(TextLayer),
    ("follow_ups", "status"): get_args(FollowUpStatus),
    ("issues", "code"): tuple(Status),
    ("pages", "status"): tuple(Status),
    ("recusals", "act"): get_args(Act),
    ("references", "kind"): get_args(references.ReferenceKind),
    ("runs", "outcome"): tuple(Outcome),
    ("vote_groups", "option"): OPTIONS,
}


@pytest.mark.parametrize(("table", "column"), [pytest.param(*key, id=".".join(key)) for key in VOCABULARIES])
def test_a_vocabulary_is_the_one_that_the_code_declares(table: str, column: str) -> None:
    assert set(public_tables()[table].by_name[column].terms) == {str(term) for term in VOCABULARIES[table, column]}


def constants_of(*paths: str) -> set[str]:
    """Every string that the code says, but for what it says in its docstrings."""
    found: set[str] = set()
    for path in paths:
        for file in sorted((ROOT / path).rglob("*.py")) if (ROOT / path).is_dir() else [ROOT / path]:
            tree = ast.parse(file.read_text(encoding="utf-8"))
            found |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return found


SAID_IN = {
    ("votes", "outcome"): ("extractors/votes",),
    ("votes", "subject"): ("extractors/votes",),
    ("votes", "method"): ("extractors/votes",),
    ("votes", "flags"): ("extractors/votes", "pipeline/statuses.py"),
    ("votes", "counts_status"): ("pipeline/release/missing.py",),
    ("deadlines", "date_status"): ("pipeline/release/missing.py",),
    ("recusals", "person_status"): ("pipeline/release/missing.py",),
    ("resolution_points", "act"): ("extractors/resolution_points", "extractors/text"),
    ("resolution_points", "stage"): ("extractors/resolution_points",),
    ("changes", "change"): ("pipeline/store",),
    ("documents", "role"): ("pipeline/sources",),
}


@pytest.mark.parametrize(("table", "column"), [pytest.param(*key, id=".".join(key)) for key in SAID_IN])
def test_no_term_is_explained_that_the_code_never_says(table: str, column: str) -> None:
    assert set(public_tables()[table].by_name[column].terms) <= constants_of(*SAID_IN[table, column])


def test_every_flag_of_a_vote_is_explained() -> None:
    flags = {
        word
        for word in constants_of("extractors/votes")
        if re.fullmatch(r"[a-z]+_contradicts_\w+|counts_(?!in\b)\w+|sum_exceeds_\w+|table_flattened", word)
    }
    assert flags <= set(public_tables()["votes"].by_name["flags"].terms)


def test_every_role_that_a_source_gives_a_file_is_explained() -> None:
    assert roles_in(ROOT / "pipeline" / "sources") <= set(public_tables()["files"].by_name["role"].terms)


def roles_in(folder: Path) -> set[str]:
    """What is said as `role=` in the code, or stands in a table of roles (OParl's words end in _file or _protocol)."""
    found = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "role" and isinstance(node.value, ast.Constant):
                found.add(str(node.value.value))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[a-z]+_(?:file|protocol)", node.value):
                found.add(node.value)
    return found


def values_of_gold() -> Iterator[tuple[str, str, str]]:
    """Every value in our gold that has a closed vocabulary."""
    for path in sorted((ROOT / "data" / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            for table in fact_kinds():
                for row in document.get(table) or ():
                    for column in public_tables()[table].columns:
                        value = row.get(column.name)
                        if column.terms and value is not None:
                            yield from ((table, column.name, one) for one in (value if isinstance(value, list) else [value]))


def test_every_value_of_our_gold_is_explained() -> None:
    values = set(values_of_gold())
    unknown = {(table, name, value) for table, name, value in values if value not in public_tables()[table].by_name[name].terms}
    assert unknown == set()
    assert len(values) > 90, "the gold speaks most of the vocabulary"
