"""What the operator says about personal data: `privacy.yml` in the data folder, which may be left out.

recusals: named     # recusals name the member; without it they are counted, and nobody is named
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

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
    path = data / FILE
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Privacy.model_validate({} if said is None else said)
    except FileNotFoundError:
        return Privacy()
    except OSError as error:
        raise PrivacyError(f"{path} cannot be opened: {error.strerror}.") from error
    except ValidationError as error:
        place = "".join(f" at {part}" for part in error.errors()[0]["loc"][:1])
        raise PrivacyError(
            f"{path} cannot be understood{place}: it may say recusals: counted or recusals: named, and nothing else."
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise PrivacyError(f"{path} cannot be understood: it may say recusals: counted or recusals: named, and nothing else.") from error
