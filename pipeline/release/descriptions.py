"""The step of a release that describes its tables: codebook, data package, CSVW, sources for dbt, and the guide for people."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.release import Draft
from pipeline.release.codebook import codebook, codebook_csv
from pipeline.release.csvw import csvw
from pipeline.release.datapackage import data_package
from pipeline.release.dbt import dbt_sources
from pipeline.release.guide import citation, readme, views
from pipeline.release.imprint import Imprint, imprint_of
from pipeline.release.r_script import r_script


def write_descriptions(draft: Draft) -> None:
    """Write what describes a release into its folder; its tables must be there."""
    for path, text in descriptions(imprint_of(draft)).items():
        file = draft.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def descriptions(imprint: Imprint) -> Mapping[str, str]:
    """What describes a release, by the path of its file."""
    return {
        "README.md": readme(imprint),
        "CITATION.txt": citation(imprint),
        "codebook.de.md": codebook(imprint, "de"),
        "codebook.en.md": codebook(imprint, "en"),
        "codebook.csv": codebook_csv(),
        "datapackage.json": data_package(imprint),
        "tables/csv-metadata.json": csvw(imprint),
        "dbt/sources.yml": dbt_sources(imprint),
        "views.sql": views(),
        "tables.R": r_script(),
    }
