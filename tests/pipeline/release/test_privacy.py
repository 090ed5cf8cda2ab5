"""privacy.yml: what the operator says about persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.release.privacy import Privacy, PrivacyError, privacy_in


def test_without_a_file_nobody_is_named(tmp_path: Path) -> None:
    assert privacy_in(tmp_path) == Privacy(recusals="counted")


@pytest.mark.parametrize(
    ("text", "recusals"), [("", "counted"), ("# nothing\n", "counted"), ("recusals: named", "named"), ("recusals: counted", "counted")]
)
def test_what_it_says(text: str, recusals: str, tmp_path: Path) -> None:
    (tmp_path / "privacy.yml").write_text(text, encoding="utf-8")

    assert privacy_in(tmp_path).recusals == recusals


@pytest.mark.parametrize("text", ["recusals: yes", "recusals: all", "names: 1", "[]", "[1]", "a: [", "\0", "named", "false"])
def test_a_wrong_file_is_one_sentence(text: str, tmp_path: Path) -> None:
    (tmp_path / "privacy.yml").write_text(text, encoding="utf-8")

    with pytest.raises(
        PrivacyError,
        match=r"^\S+privacy\.yml cannot be understood(?: at \w+)?: it may say recusals: counted or recusals: named, and nothing else\.$",
    ):
        privacy_in(tmp_path)


def test_a_file_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "privacy.yml").mkdir()

    with pytest.raises(PrivacyError, match=r"cannot be opened: Is a directory\.$"):
        privacy_in(tmp_path)
