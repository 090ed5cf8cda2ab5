"""Which marked documents a person has released: `releases.yml` in the data folder; all other marked ones are withheld.

    - document: https://rat.example.org/getfile?id=17     # its address, or its SHA-256
      who: Anna Beispiel, Redaktion
      when: 2026-11-22
      why: The city has published it itself, with the agenda of 12 November.

A document is marked where it says of itself that it is not for everybody (extractors.text.marking). A careful tool flags, a person
decides: nothing is republished in silence, and nothing disappears in silence either.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictStr, TypeAdapter, ValidationError

FILE = "releases.yml"
NAMED = "a list whose every entry says document, who, when (YYYY-MM-DD) and why"


class ReleaseError(ValueError):
    """A wrong file of releases; the message is one sentence."""


def _day(said: object) -> object:
    if type(said) is not date:  # a moment, or a number of seconds, is no day
        raise ValueError("must be a day such as 2026-11-22")
    return said


Said = Annotated[StrictStr, Field(min_length=1, pattern=r"\S")]


class Release(BaseModel):
    """A document that was released."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: Said
    who: Said
    when: Annotated[date, BeforeValidator(_day)]
    why: Said


def releases_in(data: Path) -> frozenset[str]:
    """The addresses and hashes of the documents that were released.

    Raises ReleaseError where the file cannot be understood: then nothing is released, and the run says so.
    """
    path = data / FILE
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        entries = TypeAdapter(list[Release]).validate_python(said or [])
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise ReleaseError(f"{path} cannot be opened: {error.strerror}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = f" (entry {int(first['loc'][0]) + 1}{''.join(f', {part}' for part in first['loc'][1:])})" if first["loc"] else ""
        raise ReleaseError(f"{path} is not {NAMED}{place}.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ReleaseError(f"{path} is not {NAMED}.") from error
    return frozenset(entry.document.strip() for entry in entries)
