"""Secrets in what a run writes

Twelve secrets are planted where a run meets some: in its environment, in the address of the council, in the addresses that the server
lists (names and passwords, tokens in the query), in cookies and other headers of its answers, in redirections, and in addresses that cannot
be had. The council is then run from the command line, Prefect's database and all; every file that the run leaves, archive, store, release,
logs, and everything it prints, is searched for them; all but the bytes of the answers themselves, which the archive keeps as they
came: what a server tells in an answer is no secret of ours.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.demo import SOURCES
from pipeline.demo.oparl import HERE, city_of
from pipeline.demo.server import Server
from pipeline.demo.typesetting import pdf_of
from pipeline.demo.website import Request, Response
from tests.soak.frame import Measured
from tests.soak.public import said_in

KINDS = (
    "environment: a cloud's key", "environment: a database's password", "environment: a token of a forge", "environment: a proxy's password",
    "address of the council: a key in the query", "address of a file: a password", "address of a file: a token", "address that is gone: a token",
    "answers: a cookie", "answers: a token in a header", "answers: an authorisation", "redirection: a signature",
)  # fmt: skip
CANARY = "c4n4ry{:02d}d0n0tt3ll"
PAPER = "title: Vorlage\n\n== Beschluss:\n\nDer Rat beschließt den Bau des Weges {}.\n"


class Telling(Server):
    """A server that tells secrets with every answer."""

    asked: set[str]

    def _site(self, request: Request) -> Response:
        self.asked = getattr(self, "asked", set()) | {request.path}
        if request.path == "/files/umweg.pdf" and not request.query:
            return Response(b"", "text/plain", 302, headers={"Location": f"{self.url}/files/umweg.pdf?X-Amz-Signature={CANARY.format(11)}"})
        answer = super()._site(request)
        secrets = {
            "Set-Cookie": f"session={CANARY.format(8)}; Path=/",
            "X-Auth-Token": CANARY.format(9),
            "Authorization": f"Bearer {CANARY.format(10)}",
        }
        return Response(answer.body, answer.media_type, answer.status, headers={**answer.headers, **secrets})


def measure(seed: int) -> Iterator[Measured]:
    """One run; nothing is left to chance."""
    del seed
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        left, files, answered = leaks(Path(name))
    yield Measured(
        name="secrets", asked=f"none of {len(KINDS)} secrets is in any file or line that a run leaves",
        figure=f"{len(KINDS) - len(left)} of {len(KINDS)} untold, {files} files searched", passed=not left and answered,
        seconds=time.monotonic() - began, lost=tuple(left),
    )  # fmt: skip


def leaks(place: Path) -> tuple[list[str], int, bool]:
    """The secrets that were written down, each with where; how many files there are; whether the run got as far as it should."""
    city = city_of(SOURCES / "fehrnau")
    for number, name in enumerate(("kennwort", "marke", "umweg")):
        city.files[f"{name}.pdf"] = pdf_of(PAPER.format(number))
    data, home = place / "data", place / "home"
    home.mkdir()
    with Telling(city) as server:
        paper = next(thing for path, thing in city.objects.items() if "/papers/" in path)
        paper["auxiliaryFile"] = [
            _file(
                "kennwort",
                f"{HERE.replace('://', f'://anna:{CANARY.format(5)}@')}/files/kennwort.pdf"
                if "://" in HERE
                else f"http://anna:{CANARY.format(5)}@{server.url.removeprefix('http://')}/files/kennwort.pdf",
                paper,
            ),
            _file("marke", f"{HERE}/files/marke.pdf?access_token={CANARY.format(6)}", paper),
            _file("fort", f"{HERE}/files/fort.pdf?token={CANARY.format(7)}", paper),
            _file("umweg", f"{HERE}/files/umweg.pdf", paper),
        ]
        words = [
            sys.executable,
            "-m",
            "pipeline",
            "run",
            "--source",
            "oparl",
            "--url",
            f"{server.url}/oparl/system?api_key={CANARY.format(4)}",
            "--data",
            str(data),
        ]
        secrets = {
            "AWS_SECRET_ACCESS_KEY": CANARY.format(0), "PGPASSWORD": CANARY.format(1), "GITHUB_TOKEN": CANARY.format(2),
            "HTTPS_PROXY": f"http://anna:{CANARY.format(3)}@127.0.0.1:9",
        }  # fmt: skip
        done = subprocess.run(words, env=os.environ | secrets | {"HOME": str(home)}, capture_output=True, check=False)
        answered = {f"/files/{name}.pdf" for name in ("kennwort", "marke", "umweg", "fort")} <= server.asked
    (place / "printed").write_bytes(done.stdout + done.stderr)
    files = [path for path in sorted(place.rglob("*")) if path.is_file() and not (path.parent.parent == data / "raw" and not path.suffix)]
    found = []
    for number, kind in enumerate(KINDS):
        word = CANARY.format(number)
        where = [path.relative_to(place).as_posix() for path in files if word.encode() in path.read_bytes()]
        where += ["in the release, packed"] if any(word in said for said in said_in(data / "releases")) else []
        found += [f"{kind}: {', '.join(where[:3])}"] if where else []
    return found, len(files), answered


def _file(name: str, url: str, paper: dict[str, object]) -> dict[str, object]:
    return {
        "id": f"{HERE}/oparl/files/{name}", "type": "https://schema.oparl.org/1.1/File", "modified": paper["modified"],
        "accessUrl": url, "downloadUrl": url, "mimeType": "application/pdf",
    }  # fmt: skip
