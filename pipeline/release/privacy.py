"""What the operator says about personal data: `privacy.yml` in the data folder, which may be left out.

recusals: named     # recusals name the member; without it they are counted, and nobody is named
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic_core import ErrorDetails

from pipeline.files_of_people import read_file

FILE = "privacy.yml"


class PrivacyError(ValueError):
    """A wrong file; the message is one sentence."""


class Privacy(BaseModel):
    """How much of persons is published."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    recusals: Literal["counted", "named"] = "counted"


def privacy_in(data: Path) -> Privacy:
    """What the operator says; without the file the least is published.

    Raises PrivacyError where the file cannot be understood.
    """
    return read_file(data / FILE, Privacy, {}, PrivacyError, _says)


def _says(first: ErrorDetails | None) -> str:
    place = f" at {first['loc'][0]}" if first and first["loc"] else ""
    return f"cannot be understood{place}: it may say recusals: counted or recusals: named, and nothing else"
