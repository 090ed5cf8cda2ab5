"""Marked documents, look-alikes and forms as they are read; through the whole pipeline in `make soak ONLY=markings`."""

from __future__ import annotations

import pytest

from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText
from tests.soak.markings import Case, cases

TEXTS = [case for case in cases() if not case.text.startswith("title:")]


def test_there_are_forty_of_three_kinds_each_with_its_own_word() -> None:
    kinds = [case.kind for case in cases()]

    assert (kinds.count("marked"), kinds.count("look-alike"), kinds.count("form")) == (12, 12, 16)
    assert all(sum(case.word in other.text for other in cases()) == 1 for case in cases())


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: f"{case.kind}: {case.name}")
def test_only_what_is_marked_is_held(case: Case) -> None:
    minutes = minutes_of(DocumentText(case.text))
    is_held = minutes.head.marking is not None or any(item.public is False for item in minutes.items)

    assert is_held == (case.kind == "marked")
