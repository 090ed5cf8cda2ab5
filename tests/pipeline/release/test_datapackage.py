"""What frictionless says of a release: nothing as it is, and each fault that is put into it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from pipeline.release import Draft
from pipeline.release.schema import public_tables
from tests.pipeline.release.invented import SETTINGS

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def package(draft: Draft) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((draft.folder / "datapackage.json").read_text(encoding="utf-8"))
    return said


def faults(folder: Path) -> set[tuple[str, str]]:
    """What frictionless finds wrong: the resource and the type of error."""
    package = import_module("frictionless").Package(str(folder / "datapackage.json"))
    return {(task.name, error.type) for task in package.validate().tasks for error in task.errors}


def test_nothing_is_wrong(draft: Draft, package: dict[str, Any]) -> None:
    assert faults(draft.folder) == set()
    assert len(package["resources"]) == 2 * len(public_tables())


@dataclass(frozen=True)
class Fault:
    was: str
    now: str
    type: str


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(Fault("votes0,councils0,", "votes1,councils0,", "primary-key"), id="a key twice"),
        pytest.param(Fault("votes0,councils0,", "votes0,councils7,", "foreign-key"), id="a council that is not there"),
        pytest.param(Fault(",adopted,", ",approved,", "constraint-error"), id="a word outside the vocabulary"),
        pytest.param(Fault(",adopted,", ",,", "constraint-error"), id="nothing where there is always something"),
        pytest.param(Fault(",2024-02-29,", ",29.02.2024,", "type-error"), id="a day in another form"),
    ],
)
def test_a_fault_is_found(draft: Draft, package: dict[str, Any], tmp_path: Path, fault: Fault) -> None:
    (tmp_path / "tables").mkdir()
    resources = json.loads(json.dumps([one for one in package["resources"] if one["name"] in ("votes", "councils")]))
    for one in resources:
        text = (draft.folder / one["path"]).read_text(encoding="utf-8")
        (tmp_path / one["path"]).write_text(text.replace(fault.was, fault.now, 1) if one["name"] == "votes" else text, encoding="utf-8")
        one["schema"]["foreignKeys"] = [key for key in one["schema"].get("foreignKeys", []) if key["fields"] == ["council"]]
        del one["bytes"], one["hash"]
    (tmp_path / "datapackage.json").write_text(json.dumps({**package, "resources": resources}), encoding="utf-8")

    assert faults(tmp_path) == {("votes", fault.type)}


def test_other_bytes_are_found(draft: Draft, package: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    resources = [one for one in package["resources"] if one["name"] in ("recusals.parquet", "withheld")]
    for one in resources:
        data = (draft.folder / one["path"]).read_bytes()
        (tmp_path / one["path"]).write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
    (tmp_path / "datapackage.json").write_text(json.dumps({**package, "resources": resources}), encoding="utf-8")

    assert {name for name, type_ in faults(tmp_path) if type_ == "hash-count"} == {"recusals.parquet", "withheld"}


def test_the_package_says_whose_documents_these_are_and_how_they_may_be_used(package: dict[str, Any]) -> None:
    assert package["title"] == SETTINGS.title
    assert package["version"] == "20261122T231735Z-0a1b2c3d"
    assert package["created"] == "2026-11-22T23:17:35+00:00"
    assert package["licenses"] == [{"name": "CC-BY-4.0"}]
    assert "https://rat.example.org/" in {source.get("path") for source in package["sources"]}
