"""tables.R: the tables of a release for R, every column of its type, with what somebody's R has: arrow, else readr, or Python's pyarrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import fill

from pipeline.release.schema import Kind, public_tables

LETTERS: Mapping[Kind, str] = {
    "text": "c", "integer": "d", "number": "d", "boolean": "l", "day": "D", "moment": "T", "money": "d",
    "texts": "L", "integers": "L", "records": "L", "json": "c",
}  # fmt: skip
"""The types of readr; L is a list: JSON text in CSV. Whole numbers are doubles: R's own integers end at two billions."""
SCRIPT = """# In this folder: source("tables.R"); votes <- beschlussbuch("votes")
#
# beschlussbuch(name)              from Parquet by arrow, where it is installed, else from CSV by readr: the same types, lists as JSON text
# beschlussbuch_python(name)       from Parquet by reticulate and a Python that has pyarrow (RETICULATE_PYTHON names it): lists are lists
#
# What every column means is told by codebook.en.md (codebook.de.md). To count or to sum, use only rows whose same_as is NA.

beschlussbuch <- function(name, folder = ".") {
  path <- file.path(folder, "tables", name)
  if (requireNamespace("arrow", quietly = TRUE)) return(arrow::read_parquet(paste0(path, ".parquet")))
  types <- sub("L", "c", beschlussbuch_types[[name]], fixed = TRUE)
  readr::read_csv(paste0(path, ".csv"), col_types = do.call(readr::cols, as.list(types)), na = "", progress = FALSE, lazy = FALSE)
}

beschlussbuch_python <- function(name, folder = ".") {
  arrow <- reticulate::import("pyarrow")
  table <- reticulate::import("pyarrow.parquet")$read_table(file.path(folder, "tables", paste0(name, ".parquet")))
  types <- beschlussbuch_types[[name]]
  each <- function(column, missing) vapply(as.list(column$to_pylist()), function(one) if (is.null(one)) missing else one, missing)
  numbers <- function(column, through) {
    for (type in c(through, list(arrow$float64()))) column <- column$cast(type)
    each(column, NA_real_)
  }
  read <- function(column) {
    x <- table$column(column)
    switch(types[[column]],
      d = numbers(x, list()),
      l = as.logical(numbers(x, list(arrow$int8()))),
      D = as.Date(numbers(x, list(arrow$int32())), origin = "1970-01-01"),
      T = as.POSIXct(numbers(x, list(arrow$timestamp("s", "UTC"), arrow$int64())), origin = "1970-01-01", tz = "UTC"),
      c = each(x, NA_character_),
      L = lapply(seq_len(table$num_rows), function(row) x[[row - 1L]]$as_py())
    )
  }
  structure(lapply(names(types), read), names = names(types), class = "data.frame", row.names = seq_len(table$num_rows))
}

beschlussbuch_types <- list(
{types}
)
"""


def r_script() -> str:
    """What R sources to read the tables beside it."""
    return SCRIPT.replace("{types}", ",\n".join(_types()))


def _types() -> Iterator[str]:
    for table in public_tables().values():
        letters = ", ".join(f'{_named(column.name)} = "{LETTERS[column.kind]}"' for column in table.columns)
        said = fill(letters, 130, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
        yield f"  {_named(table.name)} = c(\n{said}\n  )"


def _named(name: str) -> str:
    """A name as R takes it whatever it is: `function` and `table` are words of R's own."""
    return f"`{name}`"
