"""datapackage.json: the tables of a release as a Data Package (Frictionless), for whatever loads one by its descriptor."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.release.imprint import Imprint, PublishedCouncil, PublishedFile
from pipeline.release.schema import Kind, PublicColumn, PublicTable, public_tables
from pipeline.release.words.forms import NEVER

PARQUET = ".parquet"
LANGUAGES = ["de", "en"]
TYPES: Mapping[Kind, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    "day": {"type": "date"},
    "moment": {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S%z"},
    "money": {"type": "number", "bareNumber": True},
    "texts": {"type": "array"},
    "integers": {"type": "array"},
    "records": {"type": "array"},
    "json": {"type": "object"},
}
"""Lists are JSON text in CSV, which is what `array` means there."""


def data_package(imprint: Imprint) -> str:
    """The descriptor of a release."""
    said: dict[str, Any] = {
        "profile": "data-package",
        "name": "beschlussbuch",
        "id": imprint.id,
        "title": imprint.title,
        "description": "Was Räte beschlossen haben, aus ihren Dokumenten gelesen; jede Zeile mit dem Satz, aus dem sie stammt. "
        "codebook.de.md erklärt jede Spalte.\n\n"
        "What councils decided, read from their documents; every row with the sentence it is from. "
        "codebook.en.md explains every column.",
        "version": imprint.id,
        "languages": LANGUAGES,
    }
    if imprint.moment:
        said["created"] = imprint.moment
    if imprint.base_url:
        said["homepage"] = imprint.base_url
    if imprint.licence:
        said["licenses"] = [{"name": imprint.licence}]
    if imprint.contact:
        said["contributors"] = [{"title": imprint.contact, "role": "publisher"}]
    said["sources"] = [_source(council) for council in imprint.councils]
    said["resources"] = [*_of_csv(imprint), *_of_parquet(imprint)]
    return json.dumps({key: value for key, value in said.items() if value != []}, ensure_ascii=False, indent=2) + "\n"


def _source(council: PublishedCouncil) -> dict[str, str]:
    said = {"title": council.name, "path": council.url, "license": council.licence}
    return {key: value for key, value in said.items() if value}


def _of_csv(imprint: Imprint) -> Iterator[dict[str, Any]]:
    for table in public_tables().values():
        file = imprint.files[f"tables/{table.name}.csv"]
        head = _resource(table, table.name, file)
        form = {
            "profile": "tabular-data-resource",
            "type": "table",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"delimiter": ",", "lineTerminator": "\n", "doubleQuote": True},
        }
        yield head | form | {"schema": schema_of(table)}


def _of_parquet(imprint: Imprint) -> Iterator[dict[str, Any]]:
    """The same tables in Parquet, whose lists are lists.

    They are files to whoever validates: frictionless 5.21 reads Parquet through pandas frames, where a count that may be
    missing becomes a float and a list an array of numpy, and would call all of them wrong.
    """
    for table in public_tables().values():
        head = _resource(table, f"{table.name}{PARQUET}", imprint.files[f"tables/{table.name}{PARQUET}"])
        form = {"profile": "data-resource", "type": "file", "format": "parquet", "mediatype": "application/vnd.apache.parquet"}
        yield head | form | {"schema": schema_of(table, PARQUET, only_types=True)}


def _resource(table: PublicTable, name: str, file: PublishedFile) -> dict[str, Any]:
    return {
        "name": name,
        "title": f"{table.title} / {table.title_en}",
        "description": f"{table.de}\n\n{table.en}",
        "path": file.path,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }


def schema_of(table: PublicTable, suffix: str = "", *, only_types: bool = False) -> dict[str, Any]:
    """A table's schema: fields with types, meanings and constraints, its key, and what it refers to (resources with that suffix)."""
    fields = [{"name": column.name, "type": TYPES[column.kind]["type"]} if only_types else _field(column) for column in table.columns]
    refers = [
        {"fields": [column.name], "reference": {"resource": f"{column.refers}{suffix}", "fields": ["id"]}}
        for column in table.columns
        if column.refers
    ]
    said: dict[str, Any] = {"fields": fields, "missingValues": [""], "primaryKey": ["id"]}
    return said | ({"foreignKeys": refers} if refers else {})


def _field(column: PublicColumn) -> dict[str, Any]:
    words = column.words
    said = {"name": column.name, "title": words.title, **TYPES[column.kind], "description": f"{words.de}\n\n{words.en}"}
    said |= {"missing": f"{words.missing_de} / {words.missing}", "origin": column.origin}
    if words.unit:
        said["unit"] = words.unit
    holds = _constraints(column)
    if column.terms:
        said["terms"] = [{"value": term, "de": de, "en": en} for term, (de, en) in column.terms.items()]
    return said | ({"constraints": holds} if holds else {})


def _constraints(column: PublicColumn) -> dict[str, Any]:
    holds: dict[str, Any] = {}
    if is_always_there(column):
        holds["required"] = True
    if column.terms and column.kind == "text":
        holds["enum"] = list(column.terms)
    return holds


def is_always_there(column: PublicColumn) -> bool:
    """Whether no cell of a column is empty."""
    return column.words.missing == NEVER[1]
