"""Facets counted in one pass: Datasette looks through all rows of a search once for each of a page's facets, and here once for all.

A word that stands in every row of a table of a hundred thousand, four facets: 0.16 instead of 0.30 seconds; six: 0.18 instead of 0.46.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from datasette import hookimpl  # type: ignore[import-untyped]
from datasette.database import QueryInterrupted, Results  # type: ignore[import-untyped]
from datasette.facets import ArrayFacet, ColumnFacet, DateFacet  # type: ignore[import-untyped]
from datasette.plugins import pm  # type: ignore[import-untyped]
from datasette.utils import escape_sqlite  # type: ignore[import-untyped]

from pipeline.serve.meanings import is_council, meaning

DATASETTES_OWN = "datasette.facets"
ALONG_AN_INDEX = re.compile(r"SCAN \S+ USING (?:COVERING )?INDEX")


class Counted:
    """A Datasette that has the answers to some of the next questions already: the facets of a page, in their order."""

    def __init__(self, datasette: Any, answers: Iterable[Results | None]) -> None:
        """`answers` are given one by one; None has to be asked for."""
        self._datasette, self._answers = datasette, iter(answers)

    async def execute(self, *words: Any, **more: Any) -> Results:
        """The next answer."""
        known = next(self._answers)
        return await self._datasette.execute(*words, **more) if known is None else known

    def __getattr__(self, name: str) -> Any:
        """Everything else is Datasette's."""
        return getattr(self._datasette, name)


class CountedTogether(ColumnFacet):  # type: ignore[misc]
    """The facets of a page by the values of columns."""

    ds: Any

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """As Datasette makes them; those for which it would look through all rows again and again are counted in one pass before."""
        columns = [one["config"].get("column") or one["config"]["simple"] for one in self.get_configs()]
        together = [column for column in dict.fromkeys(columns) if not await self._is_indexed(column)]
        if len(together) > 1:
            try:
                counted = await self._counted(together)
            except QueryInterrupted:
                return [], columns
            self.ds = Counted(self.ds, [counted.get(column) for column in columns])
        found, timed_out = await super().facet_results()
        for facet in found:
            await self._explain(facet["name"], facet["results"])
        return found, timed_out

    async def _explain(self, column: str, results: list[dict[str, Any]]) -> None:
        """Say to each value what it means: of a closed vocabulary in words, of a council its name."""
        names = {}
        if self.table and is_council(self.table, column):
            names = await self.ds.expand_foreign_keys(self.database, "votes", "council", [one["value"] for one in results])
        for one in results:
            said = meaning(self.table or "", column, str(one["value"]))
            one["label"] = f"{one['value']}: {said}" if said else names.get(("council", one["value"]), one["label"])

    async def _is_indexed(self, column: str) -> bool:
        """Whether the values of a column are counted by going along an index alone."""
        query = f"EXPLAIN QUERY PLAN SELECT {escape_sqlite(column)}, COUNT(*) FROM ({self.sql}) GROUP BY 1"  # noqa: S608  our own names
        plan = [row["detail"] for row in await self.ds.execute(self.database, query, self.params)]
        along = ALONG_AN_INDEX.match(plan[0])
        # SQLite does not call an index over a column worked out (year) a covering one, although it looks at no row either.
        return along is not None and len(plan) == 1 and ("COVERING" in along[0] or " where " not in self.sql.lower())

    async def _counted(self, columns: Sequence[str]) -> dict[str, Results]:
        query = pass_over(self.sql, columns, self.get_facet_size() + 1)
        limit = self.ds.setting("facet_time_limit_ms")
        rows = await self.ds.execute(self.database, query, self.params, truncate=False, custom_time_limit=limit)
        of: dict[str, list[dict[str, Any]]] = {column: [] for column in columns}
        for row in rows:
            of[columns[row["facet"]]].append({"value": row["value"], "count": row["count"]})
        return {column: Results(counts, False, None) for column, counts in of.items()}


def pass_over(sql: str, columns: Sequence[str], most: int) -> str:
    """The counts of the values of several columns, the most frequent first, in one pass over the rows of a query."""
    names = ", ".join(f"{escape_sqlite(column)} AS c{number}" for number, column in enumerate(columns))
    keys = ", ".join(str(number) for number in range(1, len(columns) + 1))
    each = " UNION ALL ".join(
        f"SELECT * FROM (SELECT {number} AS facet, c{number} AS value, SUM(n) AS count FROM found WHERE c{number} IS NOT NULL"  # noqa: S608
        f" GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT {most})"
        for number in range(len(columns))
    )
    return f"WITH found AS MATERIALIZED (SELECT {names}, COUNT(*) AS n FROM ({sql}) GROUP BY {keys}) {each}"  # noqa: S608  our own names


@hookimpl  # type: ignore[untyped-decorator]
def startup() -> None:
    """Take the place of Datasette's own facets, which would all be counted again."""
    if pm.has_plugin(DATASETTES_OWN):
        pm.unregister(name=DATASETTES_OWN)


@hookimpl  # type: ignore[untyped-decorator]
def register_facet_classes() -> list[type]:
    """The kinds of facets that there are."""
    return [CountedTogether, DateFacet, ArrayFacet]
