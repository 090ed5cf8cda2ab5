"""beschlussbuch schedule: what can be told without starting Prefect's server."""

from pathlib import Path

import pytest
import yaml

from pipeline.__main__ import main

ROOT = Path(__file__).resolve().parents[3]


def test_an_unknown_council_is_told_before_anything_starts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schedule", "nirgendwo", "--cron", "0 3 * * *", "--data", str(tmp_path / "data")]) == 2
    assert "There is no council called 'nirgendwo'" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("cron", ["", "every night", "0 3 * *", "0 3 * * * *", "at 0 3 * * *"])
def test_what_is_no_time_is_told_before_anything_starts(tmp_path: Path, capsys: pytest.CaptureFixture[str], cron: str) -> None:
    words = ["--source", "folder", "--url", str(tmp_path), "--data", str(tmp_path / "data")]

    assert main(["schedule", "--cron", cron, *words]) == 2
    assert "is not a time in cron's form" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_the_deployment_for_work_pools_names_the_flow_and_our_time_zone() -> None:
    (deployment,) = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]

    file, name = deployment["entrypoint"].split(":")
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")
    assert deployment["schedules"] == [{"cron": "0 3 * * *", "timezone": "Europe/Berlin", "active": True}]
