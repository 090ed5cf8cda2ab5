"""tables/csv-metadata.json: the CSV files as a group of tables (CSV on the Web), found by what looks beside a CSV file for it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from pipeline.release.datapackage import is_always_there
from pipeline.release.imprint import Imprint
from pipeline.release.schema import Kind, PublicColumn, PublicTable, public_tables

CONTEXT = "http://www.w3.org/ns/csvw"
DATATYPES: Mapping[Kind, str] = {
    "text": "string",
    "integer": "integer",
    "number": "double",
    "boolean": "boolean",
    "day": "date",
    "moment": "dateTimeStamp",
    "money": "decimal",
    "texts": "json",
    "integers": "json",
    "records": "json",
    "json": "json",
}


def csvw(imprint: Imprint) -> str:
    """The metadata of all tables; without the release's name and time, so that the same tables have the same bytes beside them."""
    said: dict[str, Any] = {
        "@context": [CONTEXT, {"@language": "de"}],
        "dc:title": imprint.title,
        "dc:language": ["de", "en"],
        "dialect": {"delimiter": ",", "encoding": "utf-8", "header": True, "lineTerminators": ["\n"], "doubleQuote": True},
        "tables": [_table(table) for table in public_tables().values()],
    }
    if imprint.licence:
        said["dc:license"] = imprint.licence
    sources = [council.url for council in imprint.councils if council.url]
    if sources:
        said["dc:source"] = sources
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _table(table: PublicTable) -> dict[str, Any]:
    schema: dict[str, Any] = {"columns": [_column(column) for column in table.columns], "primaryKey": "id"}
    refers = [
        {"columnReference": column.name, "reference": {"resource": f"{column.refers}.csv", "columnReference": "id"}}
        for column in table.columns
        if column.refers
    ]
    if refers:
        schema["foreignKeys"] = refers
    title, description = _both(table.title, table.title_en), _both(table.de, table.en)
    return {"url": f"{table.name}.csv", "dc:title": title, "dc:description": description, "tableSchema": schema}


def _column(column: PublicColumn) -> dict[str, Any]:
    words = column.words
    datatype: Any = DATATYPES[column.kind]
    if column.terms and column.kind == "text":
        datatype = {"base": "string", "format": "|".join(re.escape(term) for term in column.terms)}
    said = {
        "name": column.name,
        "titles": [column.name],
        "datatype": datatype,
        "null": "",
        "dc:title": {"@value": words.title, "@language": "de"},
    }
    said["dc:description"] = _both(words.de, words.en)
    return said | ({"required": True} if is_always_there(column) else {})


def _both(german: str, english: str) -> list[dict[str, str]]:
    return [{"@value": german, "@language": "de"}, {"@value": english, "@language": "en"}]
