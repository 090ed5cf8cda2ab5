"""What a release says of itself as tests for dbt, asked of its Parquet files by DuckDB."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import yaml


def broken(release: Path) -> list[str]:
    """The questions to which a release gives a wrong answer; it is right with none."""
    sources = yaml.safe_load((release / "dbt" / "sources.yml").read_text(encoding="utf-8"))
    with duckdb.connect() as connection:
        for table in sources["sources"][0]["tables"]:
            path = release / "tables" / f"{table['name']}.parquet"
            connection.execute(f'CREATE TABLE "{table["name"]}" AS SELECT * FROM read_parquet(?)', [str(path)])  # noqa: S608
        return [question for question in questions_of(sources) if connection.execute(question).fetchall()]


def questions_of(sources: dict[str, Any]) -> Iterator[str]:
    """What the tests of dbt ask: a query each, whose rows are wrong."""
    for table in sources["sources"][0]["tables"]:
        for column in table["columns"]:
            name, where = column["name"], f'"{table["name"]}"'
            for test in column.get("data_tests", ()):
                match test:
                    case "not_null":
                        yield f'SELECT 1 FROM {where} WHERE "{name}" IS NULL'  # noqa: S608
                    case "unique":
                        yield f'SELECT 1 FROM {where} GROUP BY "{name}" HAVING count(*) > 1'  # noqa: S608
                    case {"relationships": {"to": to, "field": "id"}}:
                        parent = re.fullmatch(r"source\('beschlussbuch', '(\w+)'\)", to)
                        assert parent
                        yield f'SELECT 1 FROM {where} WHERE "{name}" IS NOT NULL AND "{name}" NOT IN (SELECT id FROM "{parent[1]}")'  # noqa: S608
                    case {"accepted_values": {"values": values}}:
                        listed = ", ".join(f"'{value}'" for value in values)
                        yield f'SELECT 1 FROM {where} WHERE "{name}" NOT IN ({listed})'  # noqa: S608
                    case _:
                        raise AssertionError(test)
