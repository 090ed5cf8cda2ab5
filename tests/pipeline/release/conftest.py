from __future__ import annotations

import pytest

from pipeline.release import Draft
from tests.pipeline.release.invented import invented_release


@pytest.fixture(scope="session")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    """A release with every table, column and term, without a store; nobody changes it."""
    return invented_release(tmp_path_factory.mktemp("invented") / "release")
