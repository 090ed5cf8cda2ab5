"""Servers that break, lie, drip and turn in circles

First one council whose server gives, at seven hundred addresses, answers of fifteen kinds that are no document (cut off at random
places in plain, chunked and packed bodies; lengths and check sums that lie; circles; odd Retry-After; login and error pages with
status 200; drips; what is no HTTP), among good ones and ones whose charset lies. Each must end in exactly one status, none of the
bad ones as read, all of the good ones with their words. A second council's server asks to be left alone for years.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from pipeline import fetch_sessions
from pipeline.checks import unpacked
from pipeline.councils import council_at
from pipeline.fetch_manners import Manners
from pipeline.statuses import Status
from pipeline.store import Store, store_in
from tests.soak.answers import BAD, FOR_YEARS, TEXT, Case, answering, cases, head, sent
from tests.soak.city import read_over
from tests.soak.frame import Measured, hash_of

OPARL = "https://schema.oparl.org/1.1/"


def measure(seed: int) -> Iterator[Measured]:
    """The answers, then the hosts that want peace."""
    yield from hostile(seed)
    yield parked()


def hostile(seed: int) -> Iterator[Measured]:
    """One council over all cases, read and checked."""
    began, all_cases = time.monotonic(), cases(seed)
    with tempfile.TemporaryDirectory() as name, impatient():
        data = Path(name)
        with oparl_of(all_cases) as url:
            report = read_over(council_at("oparl", f"{url}/system"), data)
        became = _became(data)
        texts = _texts(data)
    bad = [case for case in all_cases if not case.is_good]
    good = [case for case in all_cases if case.is_good]
    taken = [f"{case.kind} {case.path}: read" for case in bad if became.get(case.path, ["none"])[0] == Status.OK]
    lost = [f"{case.kind} {case.path}: {became.get(case.path)}" for case in all_cases if len(became.get(case.path, [])) != 1]
    missed = [f"{case.kind} {case.path}: {became[case.path]}" for case in good if TEXT not in texts.get(case.path, "")]
    seconds = time.monotonic() - began
    corpus = hash_of(piece for case in all_cases for piece in case.pieces)
    statuses = Counter(found[0] for path, found in became.items() if path.endswith(".pdf"))
    told = ", ".join(f"{count} {status}" for status, count in statuses.most_common())
    adds_up = sum(report.failures.values()) + report.stored + report.unchanged + report.deleted == report.discovered
    asked = f"{len(bad)} answers of {len(BAD)} kinds: none taken for a document, each in one status; the ledger adds up"
    yield Measured(
        name="answers that are no document", asked=asked, figure=f"{len(bad) - len(taken)} of {len(bad)} refused ({told})",
        passed=not taken and not lost and adds_up, seconds=seconds, seed=seed, corpus=corpus, lost=tuple(taken + lost),
    )  # fmt: skip
    yield Measured(
        name="documents among them", asked=f"{len(good)} good ones, half of them with a charset that lies: all read, letter for letter",
        figure=f"{len(good) - len(missed)} of {len(good)}", passed=not missed, seed=seed, corpus=corpus, lost=tuple(missed),
    )  # fmt: skip


def parked() -> Measured:
    """A host that wants years of peace: nothing more is asked of it, and all of its documents say so."""
    began, lost = time.monotonic(), []
    for said in FOR_YEARS:
        wants_peace = [Case("years", f"/f/{number}.pdf", sent(b"", f"Retry-After: {said}", status="503 Busy"), 0.0) for number in range(25)]
        with tempfile.TemporaryDirectory() as name, impatient(), oparl_of(wants_peace) as url:
            read_over(council_at("oparl", f"{url}/system"), Path(name))
            became = _became(Path(name))
        if [found for found in became.values() if found != [Status.HTTP_ERROR]] or len(became) != 25:
            lost.append(f"Retry-After: {said[:40]}: {became}")
    asked = "25 documents of a host that asks for years, in 4 forms: each told, none lost"
    figure = f"{len(FOR_YEARS) - len(lost)} of {len(FOR_YEARS)}"
    return Measured(name="left alone", asked=asked, figure=figure, passed=not lost, seconds=time.monotonic() - began, lost=tuple(lost))


@contextmanager
def oparl_of(all_cases: list[Case]) -> Iterator[str]:
    """An OParl system whose one meeting has these files."""

    def told(path: str) -> bytes | None:
        files = [{"id": f"{here}/i{case.path}", "type": f"{OPARL}File", "downloadUrl": here + case.path} for case in all_cases]
        body = {"id": f"{here}/b/1", "type": f"{OPARL}Body", "name": "Wehrstadt"} | {
            kind: f"{here}/{kind}" for kind in ("organization", "meeting", "paper")
        }
        meeting = {"id": f"{here}/m/1", "type": f"{OPARL}Meeting", "name": "Sitzung", "auxiliaryFile": files}
        said: Mapping[str, object] = {
            "/system": {"id": f"{here}/system", "type": f"{OPARL}System", "body": f"{here}/b"},
            "/b": {"data": [body], "links": {}},
            "/meeting": {"data": [meeting], "links": {}},
            "/organization": {"data": [], "links": {}},
            "/paper": {"data": [], "links": {}},
        }
        answer = said.get(path.partition("?")[0])
        if answer is None:
            return None
        text = json.dumps(answer).encode()
        return head(f"Content-Length: {len(text)}", "Content-Type: application/json") + text

    with answering({case.path: case for case in all_cases}, told) as (here, _):
        yield here


@contextmanager
def impatient() -> Iterator[None]:
    """Waits and deadlines of a second instead of minutes."""
    patient = fetch_sessions.Manners
    fetch_sessions.Manners = partial(Manners, tries=2, first_wait=0.0, deadline=1.0, read_timeout=1.0)  # type: ignore[assignment,misc]
    try:
        yield
    finally:
        fetch_sessions.Manners = patient  # type: ignore[misc]


def _became(data: Path) -> dict[str, list[str]]:
    """The statuses of each address that is a file's."""
    found: dict[str, list[str]] = {}
    with Store(store_in(data)) as store:
        for row in store.rows("SELECT source_url, status FROM documents WHERE role = 'auxiliary_file'"):
            found.setdefault("/f/" + row["source_url"].rpartition("/f/")[2], []).append(row["status"])
    return found


def _texts(data: Path) -> dict[str, str]:
    with Store(store_in(data)) as store:
        rows = store.rows("SELECT source_url, text FROM texts JOIN documents USING (id)")
        return {"/f/" + row["source_url"].rpartition("/f/")[2]: unpacked(row["text"]) for row in rows}
