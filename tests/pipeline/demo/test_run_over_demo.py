"""A run over the demo, without Prefect: everything is read, two files cannot be, and a second run fetches nothing."""

from __future__ import annotations

import pytest

from pipeline import facts, run
from pipeline.demo import demo_councils
from pipeline.release import publish
from pipeline.release.descriptions import write_descriptions
from pipeline.store import Store, store_in
from tests.pipeline.release.held import broken

pytestmark = pytest.mark.slow


def run_over_demo(data):
    """Run once; the value is, for each council, what was fetched, what was read, and the report."""
    done = {}
    with demo_councils(data / "served") as councils:
        for council in councils:
            begun = run.begin(council, data)
            run.fetch(council, data, begun.run, begun.fetch)
            to_read = facts.to_read(council, data)
            facts.read(council, data, to_read, processes=1)
            done[council.id] = (len(begun.fetch), len(to_read), run.finish(council, data, begun))
            run.leave(council)
    return done


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def runs(data):
    return run_over_demo(data), run_over_demo(data)


def test_the_second_run_over_the_demo_fetches_and_reads_nothing(runs, data):
    first, second = runs

    # 25 files and the objects of 3 meetings and 13 papers; 10 files; 9 files and the pages of 2 meetings and 4 papers; 3 articles
    assert [(fetched, read) for fetched, read, _ in first.values()] == [(25, 41), (10, 10), (9, 15), (3, 3)]
    assert [(fetched, read) for fetched, read, _ in second.values()] == [(0, 0)] * 4
    assert [(report.stored, report.unchanged) for _, _, report in first.values()] == [(41, 0), (8, 0), (15, 0), (3, 0)]
    assert [(report.stored, report.unchanged) for _, _, report in second.values()] == [(0, 41), (0, 8), (0, 15), (0, 3)]
    with Store(store_in(data)) as store:
        unread = {row["name"]: row["status"] for row in store.rows("SELECT name, status FROM documents WHERE status <> 'ok'")}
    assert unread == {"vorlage-ds-0251-24.pdf": "corrupt", "satzung-1987-scan.pdf": "no_text_layer"}


def test_its_release_is_what_it_says_of_itself(runs, data, monkeypatch):
    monkeypatch.setattr(publish, "STEPS", (write_descriptions,))
    release = publish.publish(data)
    assert release.rows > 800
    assert broken(release.folder) == []
