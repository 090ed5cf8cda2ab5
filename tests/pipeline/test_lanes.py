"""Work in lanes: each lane in order and one thing at a time, different lanes at once, errors where they are waited for."""

import contextvars
import threading
import time

import pytest

from pipeline.lanes import grouped, interleaved, side_by_side

LANES = {"a": ["a1", "a2", "a3"], "b": ["b1"], "c": ["c1", "c2"]}


def test_everything_comes_once_and_each_lane_in_its_order() -> None:
    came = list(side_by_side(LANES, str.upper, most=8))

    assert sorted(came) == [(thing, thing.upper()) for lane in LANES.values() for thing in lane]
    for lane in LANES.values():
        assert [thing for thing, _ in came if thing in lane] == lane


def test_lanes_go_on_at_once_and_a_lane_never_overlaps_itself() -> None:
    meet = threading.Barrier(3, timeout=5)
    busy: dict[str, int] = {}

    def work(thing: str) -> int:
        busy[thing[0]] = busy.get(thing[0], 0) + 1
        if thing[1] == "1":
            meet.wait()  # would break if the three lanes were not worked on at once
        time.sleep(0.01)
        busy[thing[0]] -= 1
        return busy[thing[0]]

    assert {overlap for _, overlap in side_by_side(LANES, work, most=3)} == {0}


def test_no_more_lanes_than_allowed_are_worked_on_at_once() -> None:
    now, most, lock = [0], [0], threading.Lock()

    def work(_: int) -> None:
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        time.sleep(0.005)
        with lock:
            now[0] -= 1

    list(side_by_side({str(lane): [lane, lane] for lane in range(8)}, work, most=3))

    assert most[0] in (2, 3)


def test_one_lane_needs_no_thread() -> None:
    assert [name for _, name in side_by_side({"a": [1, 2]}, lambda _: threading.current_thread().name, most=8)] == [
        threading.current_thread().name
    ] * 2


def test_an_error_is_raised_where_the_results_are_taken_and_the_others_stop() -> None:
    done: list[str] = []

    def work(thing: str) -> None:
        if thing == "b1":
            raise ZeroDivisionError
        time.sleep(0.02)
        done.append(thing)

    with pytest.raises(ZeroDivisionError):
        list(side_by_side({**LANES, "a": ["a"] * 100}, work, most=3))
    time.sleep(0.1)
    assert len(done) < 20
    assert not any(thread.name.startswith("lane") for thread in threading.enumerate())


def test_who_takes_no_more_stops_the_work() -> None:
    results = side_by_side({"a": ["a"] * 1000, "b": ["b"] * 1000}, str.upper, most=2)
    next(results)
    results.close()
    time.sleep(0.05)
    assert not any(thread.name.startswith("lane") for thread in threading.enumerate())


def test_what_the_caller_is_in_the_work_is_in_too() -> None:
    where = contextvars.ContextVar("where", default="nowhere")
    where.set("here")
    assert {place for _, place in side_by_side(LANES, lambda _: where.get(), most=3)} == {"here"}


def test_things_are_taken_in_turn() -> None:
    assert interleaved(["a1", "a2", "a3", "b1", "c1", "c2"], lambda thing: thing[0]) == ["a1", "b1", "c1", "a2", "c2", "a3"]
    assert grouped(["b1", "a1", "b2"], lambda thing: thing[0]) == {"b": ["b1", "b2"], "a": ["a1"]}
    assert interleaved([], str) == []
    assert list(side_by_side({}, str, most=2)) == []
