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

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictStr, ValidationError

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
    path = data / FILE
    try:
        return Settings.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")) or {})
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise CurationError(f"{path} cannot be opened: {error.strerror}.") from error
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise CurationError(f"{path} cannot be understood at {place or 'its top'}: {error.errors()[0]['msg']}.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise CurationError(f"{path} is no list of settings in YAML.") from error
