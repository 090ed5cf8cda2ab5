"""Files that people write into the data folder, in YAML: read, checked, and told of in one sentence where they cannot be understood.

Home of yaml, beside the council registry.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictStr, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

Read = TypeVar("Read")
Says = Callable[[ErrorDetails | None], str]
"""How the sentence about a wrong file goes on after its path: from the first thing that is wrong in it, None where it is no YAML."""


def _day(said: object) -> object:
    if type(said) is not date:  # a moment, or a number of seconds, is no day
        raise ValueError("must be a day such as 2026-11-22")
    return said


Said = Annotated[StrictStr, Field(min_length=1, pattern=r"\S")]


class Signed(BaseModel):
    """An entry of a list, with who answers for it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    who: Said
    when: Annotated[date, BeforeValidator(_day)]
    why: Said


def read_file(path: Path, kind: type[Read], empty: Any, wrong: type[ValueError], says: Says) -> Read:
    """What a file says; without the file, or where it is empty, what `empty` says.

    Raises `wrong` with one sentence where the file cannot be understood.
    """
    reads = TypeAdapter(kind)
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        return reads.validate_python(empty if said is None else said)
    except FileNotFoundError:
        return reads.validate_python(empty)
    except OSError as error:
        raise wrong(f"{path} cannot be opened: {error.strerror}.") from error
    except ValidationError as error:
        raise wrong(f"{path} {says(error.errors()[0])}.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise wrong(f"{path} {says(None)}.") from error


def is_no_list(named: str) -> Says:
    """The sentence about a file that should be a list; `named` says what each of its entries must say."""

    def says(first: ErrorDetails | None) -> str:
        at = first["loc"] if first else ()
        place = f" (entry {int(at[0]) + 1}{''.join(f', {part}' for part in at[1:])})" if at else ""
        return f"is not a list whose every entry says {named}{place}"

    return says
