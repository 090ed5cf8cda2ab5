"""The codebook: what every table and column says, in German and in English for people, and as a table for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.release.codebook_words import AT, GROUPS, KINDS, LABELS, UNITS, Labels, Language
from pipeline.release.imprint import Imprint
from pipeline.release.made import columns_of, sqlite_tables
from pipeline.release.measured import EQUAL, FLOOR, blind_f1_of, blind_sets, figure_of, measured
from pipeline.release.schema import PublicColumn, PublicTable, public_tables
from pipeline.release.words import COLUMNS, ORIGINS, TABLES, Terms

HEAD = (
    "table", "column", "title", "type", "unit", "de", "en", "terms", "missing_de", "missing", "origin", "references",
    "precision", "recall", "f1", "blind_f1", "files",
)  # fmt: skip


def codebook(imprint: Imprint, language: Language) -> str:
    """The codebook for people, as Markdown."""
    labels, vocabularies = LABELS[language], Vocabularies(language)
    parts = [f"# {labels.title}: {_text(imprint.title)}", labels.lead.format(id=imprint.id, day=imprint.day or "–")]
    parts += _shared(vocabularies)
    for group, heading in GROUPS.items():
        parts.append(f"## {heading[AT[language]]}")
        for name in TABLES:
            if name in public_tables() and public_tables()[name].group == group:
                parts += _table(public_tables()[name], imprint.rows.get(name, 0), vocabularies)
    parts += _made(vocabularies)
    parts += _quality(language)
    return "\n\n".join(parts) + "\n"


@dataclass(slots=True)
class Vocabularies:
    """The closed vocabularies of a codebook, each of them told once."""

    language: Language
    told: dict[int, str] = field(default_factory=dict)

    def of(self, name: str, columns: Sequence[PublicColumn]) -> Iterator[str]:
        """What the columns of a table can say; `name` is what they are told under."""
        labels = LABELS[self.language]
        for column in columns:
            known = self.told.setdefault(id(column.terms), f"{name}{column.name}") if column.terms else None
            if known and known != f"{name}{column.name}":
                yield labels.same_vocabulary.format(column=column.name, known=known)
            elif known:
                yield "\n".join([labels.vocabulary.format(column=column.name), "", *self._meanings(column.terms)])

    def _meanings(self, terms: Terms) -> Iterator[str]:
        return (f"- `{term}`: {_text(said[AT[self.language]])}" for term, said in terms.items())


def _is_shared(table: PublicTable, column: PublicColumn) -> bool:
    return (table.name, column.name) not in COLUMNS


def _shared(vocabularies: Vocabularies) -> Iterator[str]:
    labels = LABELS[vocabularies.language]
    columns = {column.name: column for table in public_tables().values() for column in columns_of(table) if _is_shared(table, column)}
    ordered = [columns[name] for table, name in COLUMNS if not table]
    yield f"## {labels.shared}"
    yield labels.shared_lead
    yield _grid(labels.head, [_row(column, vocabularies.language) for column in ordered])
    yield from vocabularies.of("", ordered)


def _table(table: PublicTable, rows: int, vocabularies: Vocabularies) -> Iterator[str]:
    language = vocabularies.language
    labels = LABELS[language]
    title, words = (table.title, table.de) if language == "de" else (table.title_en, table.en)
    own = [column for column in table.columns if not _is_shared(table, column)]
    yield f"### {table.name}: {title}"
    yield f"{words} {labels.rows.format(n=rows)}. {labels.key}"
    if own:
        yield _grid(labels.head, [_row(column, language) for column in own])
    yield labels.besides.format(columns=_named(column for column in columns_of(table) if _is_shared(table, column)))
    yield from _read(table, labels)
    yield from vocabularies.of(f"{table.name}.", own)


def _made(vocabularies: Vocabularies) -> Iterator[str]:
    """What only the SQLite file has: tables and views made of the tables, then the indexes of the search."""
    language = vocabularies.language
    labels = LABELS[language]
    yield f"## {labels.made}"
    yield labels.made_lead
    for table in sqlite_tables().values():
        if table.group == "made":
            yield from _view(table, vocabularies)
    yield f"### {labels.indexes}"
    yield labels.indexes_lead
    indexes = [table for table in sqlite_tables().values() if table.group == "index"]
    rows = [(f"`{table.name}`", table.title if language == "de" else table.title_en, _named(table.columns)) for table in indexes]
    yield _grid(labels.indexes_head, rows)


def _view(table: PublicTable, vocabularies: Vocabularies) -> Iterator[str]:
    language = vocabularies.language
    labels = LABELS[language]
    own = [column for column in table.columns if not _is_shared(table, column)]
    yield f"### {table.name}: {table.title if language == 'de' else table.title_en}"
    yield table.de if language == "de" else table.en
    if own:
        yield _grid(labels.head, [_row(column, language) for column in own])
    others = [column for column in table.columns if _is_shared(table, column)]
    like = ", ".join(f"`{name}`" for name in table.like)
    if others:
        yield labels.like.format(tables=like, columns=_named(others))
    yield from vocabularies.of(f"{table.name}.", own)


def _named(columns: Iterable[PublicColumn]) -> str:
    return ", ".join(f"`{column.name}`" for column in columns)


def _read(table: PublicTable, labels: Labels) -> Iterator[str]:
    """How well a table's columns are read, those together that are measured together."""
    measured_together: dict[float, list[str]] = {}
    for column in table.columns:
        share = blind_f1_of(table.name, column.name)
        if share is not None:
            measured_together.setdefault(share, []).append(f"`{column.name}`")
    if measured_together:
        yield labels.read.format(shares="; ".join(f"{', '.join(names)} {share:.3f}" for share, names in measured_together.items()))


def _row(column: PublicColumn, language: Language) -> Sequence[str]:
    words, at = column.words, AT[language]
    kind = KINDS[column.kind][at]
    if words.unit and words.unit != "day":
        kind += f", {UNITS[words.unit] if language == 'de' else words.unit}"
    meaning = _text(words.de if language == "de" else words.en)
    if column.refers:
        meaning += f" → `{column.refers}.id`"
    missing = words.missing_de if language == "de" else words.missing
    return (f"`{column.name}`", words.title, kind, meaning, missing, ORIGINS[column.origin][at])


def _quality(language: Language) -> Iterator[str]:
    labels, found = LABELS[language], measured()
    yield f"## {labels.quality}"
    if not found:
        yield labels.no_figures
        return
    yield f"{labels.on_gold.format(day=found.day, n=found.documents)} {FLOOR[AT[language]]}"
    sets = blind_sets()
    yield "\n".join(f"{number}. {one.de if language == 'de' else one.en}" for number, one in enumerate(sets, 1)) or "–"
    head = [*labels.figures, *(f"F1 ({number})" for number in range(1, len(sets) + 1))]
    rows = [
        [
            f"`{name}`",
            _equal(name),
            *(_share(one) for one in (figure.precision, figure.recall, figure.f1)),
            *(_share(one.f1.get(name)) for one in sets),
        ]
        for name, figure in found.figures.items()
    ]
    yield _grid(head, rows)


def _equal(measure: str) -> str:
    table = measure.split(".", maxsplit=1)[0]
    return ", ".join(f"`{table}.{column}`" for column in EQUAL[measure])


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([_cell(one) for one in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _text(said: str) -> str:
    return " ".join(said.split())


def _cell(said: str) -> str:
    return _text(said).replace("|", "\\|")


def _share(share: float | None) -> str:
    return "" if share is None else f"{share:.3f}"


def codebook_csv() -> str:
    """The codebook for programs: a line a column."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(HEAD)
    for table in sqlite_tables().values():
        lines.writerows(_line(table.name, column, _where(table, column)) for column in columns_of(table))
    return out.getvalue()


def _where(table: PublicTable, column: PublicColumn) -> str:
    """Which files of a release hold a column."""
    return "all" if table.name in public_tables() and column.name in table.by_name else "sqlite"


def _line(table: str, column: PublicColumn, where: str) -> Sequence[str | float | None]:
    words, figure = column.words, figure_of(table, column.name)
    own = (figure.precision, figure.recall, figure.f1) if figure else (None, None, None)
    refers = f"{column.refers}.id" if column.refers else None
    said = (table, column.name, words.title, column.kind, words.unit, words.de, words.en, "|".join(column.terms))
    return (*said, words.missing_de, words.missing, words.origin, refers, *own, blind_f1_of(table, column.name), where)
