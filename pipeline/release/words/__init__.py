"""What every published table and column says, in German and English: the words of the codebook.

TABLES are in the order in which the codebook tells them. COLUMNS holds a column's words under (table, column), or under ("", column)
where all tables mean the same by it.
"""

from __future__ import annotations

from pipeline.release.words import evidence, facts, made, nouns, records, remarks, votes
from pipeline.release.words.forms import ORIGINS, Origin, TableWords, Terms, Words

__all__ = ["COLUMNS", "ORIGINS", "TABLES", "Origin", "TableWords", "Terms", "Words"]

TABLES: dict[str, TableWords] = votes.TABLES | facts.TABLES | nouns.TABLES | records.TABLES | remarks.TABLES | made.TABLES
COLUMNS: dict[tuple[str, str], Words] = (
    evidence.COLUMNS | nouns.COLUMNS | facts.COLUMNS | votes.COLUMNS | records.COLUMNS | remarks.COLUMNS | made.COLUMNS
)
