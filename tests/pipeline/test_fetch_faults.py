"""One answer of each kind that is no document (many of each: make soak ONLY=faults), and those that are documents in spite of all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from pipeline.fetch import Session
from pipeline.fetch_boundaries import boundary_typed
from pipeline.fetch_manners import Manners
from pipeline.fetch_sessions import expected
from pipeline.statuses import Failure, Status
from tests.soak.answers import NOT_FILES, Case, answering, cases

MANNERS = Manners(robots_override="the server of this test has no rules", tries=2, first_wait=0.0, read_timeout=2.0, deadline=0.5)
CASES = [case for case in cases(7, share=0.08) if case.kind != "no document with status 200"]  # that one is for the readers to tell


@pytest.fixture(scope="module")
def asking() -> Iterator[tuple[str, Session]]:
    with ExitStack() as stack:
        url, _ = stack.enter_context(answering({case.path: case for case in CASES}))
        yield url, stack.enter_context(Session(MANNERS, boundary_typed(url)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind} {case.path}")
def test_an_answer(case: Case, asking: tuple[str, Session]) -> None:
    url, session = asking[0] + case.path, asking[1]
    try:
        became = session.get(url, expected(None, url)).status
    except Failure as failure:
        became = failure.status

    assert (became is Status.OK) is case.is_good


def test_there_are_all_kinds() -> None:
    assert len({case.kind for case in CASES}) == 16
    assert len(NOT_FILES) == 5
