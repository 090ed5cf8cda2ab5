"""How a data folder is published: `publish.yml` beside the store, every key of which may be left out.

base_url: https://beschluesse.example.org/     # permalinks begin with it; without it they lead into the release's own folder
title: Beschlüsse im Kreis Fehrnau
contact: redaktion@example.org
licence: CC-BY-4.0
images: facts                                  # page images for pages that carry facts; or none
keep: 30                                       # releases that are kept; without it all are
large_sum: 1000000                             # sums from which on the feed of large sums tells of them, in EUR
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictStr
from pydantic_core import ErrorDetails

from pipeline.files_of_people import read_file
from pipeline.release.signs import legible

FILE = "publish.yml"


class CurationError(ValueError):
    """A file of the operator that cannot be understood; the message is one sentence."""


Told = Annotated[StrictStr, AfterValidator(legible)]


class Settings(BaseModel):
    """How a data folder is published."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: Annotated[StrictStr, Field(pattern=r"^$|^https?://.*/$")] = ""
    title: Told = "Beschlussbuch"
    contact: Told | None = None
    licence: Told | None = None
    images: Literal["facts", "none"] = "facts"
    keep: Annotated[int, Field(ge=1)] | None = None
    large_sum: Annotated[int, Field(ge=1)] = 1_000_000


def settings_in(data: Path) -> Settings:
    """The settings of a data folder.

    Raises CurationError where the file cannot be understood.
    """
    return read_file(data / FILE, Settings, {}, CurationError, _says)


def _says(first: ErrorDetails | None) -> str:
    if first is None:
        return "is no list of settings in YAML"
    return f"cannot be understood at {'.'.join(str(part) for part in first['loc']) or 'its top'}: {first['msg']}"
