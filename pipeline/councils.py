"""The council registry: one checked YAML file for each council. Home of yaml, beside pipeline.files_of_people."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, StrictStr, ValidationError

from extractors.text.minutes import Habits
from pipeline.secrets import veiled, without_user

HERE = Path(__file__).resolve().parent.parent / "data" / "councils"

# What pydantic says of an unquoted AGS helps nobody who has not met octal numbers in YAML yet.
UNQUOTED = "must be text in quotes (without them YAML reads 05515000 as the number 1481216)"


class CouncilError(ValueError):
    """An entry of the registry that is missing or wrong; the message is one sentence naming file and field."""


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"is no regular expression ({error})") from error
    return pattern


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("is no time zone such as Europe/Berlin")
    return name


Pattern = Annotated[StrictStr, AfterValidator(_compiles)]

Host = Annotated[StrictStr, Field(pattern=r"^[^\s/@:?#\\%]+(:\d{1,5})?$")]


Counted = Literal["organizations", "meetings", "papers", "documents", "votes"]


class Yield(BaseModel):
    """How many there should be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    least: int = Field(default=0, ge=0)
    most: int | None = Field(default=None, ge=0)


class Website(BaseModel):
    """Which pages of a city's website are read: where its lists are, and how its articles' addresses look."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lists: tuple[StrictStr, ...]
    articles: Pattern


class Council(BaseModel):
    """A council and where its documents are: what `data/councils/<id>.yaml` says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")
    name: StrictStr
    ags: StrictStr | None = Field(default=None, pattern=r"^(0[1-9]|1[0-6])\d{6}$")
    """Amtlicher Gemeindeschlüssel, eight digits as text."""
    ars: StrictStr | None = Field(default=None, pattern=r"^(0[1-9]|1[0-6])\d{10}$")
    """Amtlicher Regionalschlüssel, twelve digits as text."""
    land: StrictStr | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    source: StrictStr | None = Field(default=None, pattern=r"^[a-z][a-z0-9_]*$")
    """A module of pipeline.sources; None where only the habits of language are known yet."""
    url: Annotated[StrictStr | None, PlainSerializer(lambda url: url and veiled(url), when_used="json")] = None
    """Where it is read from. What is written of a council (store, parameters of Prefect) has it without secrets."""
    hosts: tuple[Host, ...] = ()
    """Other hosts that its pages and files may be on ("files.example.de", "example.de:8443"); no host besides them is ever asked."""
    local: bool = False
    """True where these hosts are on this machine or in a private network, which are not asked otherwise."""
    bodies: tuple[StrictStr, ...] = ()
    vendor: StrictStr | None = None
    """The product and its version as the pages name it ("ALLRIS 4.1.5"), for people; `source` decides what reads it."""
    first_day: date | None = None
    """From which day on meetings are wanted; None is a year back from the first run."""
    last_day: date | None = None
    """Until which day; None is as far as the calendar tells."""
    expected: Mapping[Counted, Yield] = Field(default_factory=dict)
    """How many of each there should be at least (else the run fails) and at most (else it warns)."""
    website: Website | None = None
    """The city's own pages, for the source `website`."""
    seats: int | None = Field(default=None, gt=0)
    paper_patterns: tuple[Pattern, ...] = ()
    meeting_patterns: tuple[Pattern, ...] = ()
    time_zone: Annotated[StrictStr, AfterValidator(_known_zone)] = "Europe/Berlin"
    pause: float | None = Field(default=None, ge=0)
    """Seconds between two requests to a host; None is one second. Half a second is the least, but on this machine."""
    robots_override: StrictStr | None = Field(default=None, min_length=10)
    """The written reason for reading in spite of robots.txt; printed in every report."""
    reservation_override: StrictStr | None = Field(default=None, min_length=10)
    """The written reason for reading what is reserved from text and data mining; printed in every report."""
    unverified: bool = False
    """True while address and vendor have not been seen to answer."""
    note: StrictStr | None = None

    @property
    def habits(self) -> Habits:
        """What the extractors are told of this council's language."""
        return Habits(
            council=self.id,
            land=self.land,
            paper_patterns=self.paper_patterns,
            meeting_patterns=self.meeting_patterns,
            bodies=self.bodies,
            seats=self.seats,
        )


def registry_folder() -> Path:
    """The folder with the registry: as the environment says, else that of the working directory, else the project's own."""
    if told := os.environ.get("BESCHLUSSBUCH_COUNCILS"):
        return Path(told)
    near = Path("data") / "councils"
    return near if near.is_dir() else HERE


def all_councils(folder: Path | None = None) -> list[Council]:
    """Every council of the registry, by id.

    Raises CouncilError at the first file that is wrong.
    """
    return [_load(path) for path in _files(folder or registry_folder())]


def council_named(name: str, folder: Path | None = None) -> Council:
    """The council of that id.

    Raises CouncilError where there is none, or its file is wrong.
    """
    files = {path.stem: path for path in _files(folder or registry_folder())}
    if name not in files:
        known = ", ".join(files) or "none"
        raise CouncilError(f"There is no council called {name!r} in {folder or registry_folder()} (known: {known}).")
    return _load(files[name])


def habits_of(name: str, folder: Path | None = None) -> Habits:
    """The language habits of a council; those of nowhere for a name that the registry does not know.

    Raises CouncilError where the council's file is wrong.
    """
    path = {path.stem: path for path in _files(folder or registry_folder())}.get(name)
    return _load(path).habits if path else Habits()


def council_at(source: str, url: str) -> Council:
    """A council without a file of its own, named after its address."""
    parts = urlsplit(without_user(url))
    place = parts.netloc if parts.scheme in ("http", "https") else Path(url).resolve().name
    name = re.sub(r"[^a-z0-9]+", "-", place.lower()).strip("-") or "council"
    return Council(id=name, name=place or veiled(url), source=source, url=url)


def _files(folder: Path) -> Iterator[Path]:
    return iter(sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"))))


def fields_in(path: Path) -> dict[str, Any]:
    """The fields of a YAML file: of a council, or of the demo's city.

    Raises CouncilError where the file cannot be read or holds no fields.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CouncilError(f"{path} cannot be opened: {error.strerror}.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CouncilError(f"{path} is no valid YAML: {' '.join(str(error).split())}.") from error
    if not isinstance(content, dict):
        raise CouncilError(f"{path} holds no fields; it needs at least a name.")
    return content


def _load(path: Path) -> Council:
    content = fields_in(path)
    try:
        return Council.model_validate({"id": path.stem} | content)
    except ValidationError as error:
        raise CouncilError(f"{path}: {_sentence(error)}") from error
    except TypeError as error:
        raise CouncilError(f"{path} has a field whose name is no text ({error}).") from error


def _sentence(error: ValidationError) -> str:
    first: Any = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"the field {field} is not known."
    if first["type"] == "missing":
        return f"the field {field} is missing."
    if field in ("ags", "ars") and first["type"] == "string_type":
        return f"the field {field} {UNQUOTED}."
    said = first["msg"].removeprefix("Value error, ")
    return f"the field {field} is wrong: {said[0].lower()}{said[1:]}."
