"""beschlussbuch probe: what a person is told at the terminal, and that no server can steer it."""

from __future__ import annotations

import pytest

from pipeline.__main__ import main
from pipeline.demo import SOURCES
from pipeline.demo.sessionnet import SessionNetSite
from pipeline.demo.town import town_of
from pipeline.demo.website import Request, Response, WebServer


def test_a_known_system_is_told_with_a_file_to_start_from(capsys: pytest.CaptureFixture[str]) -> None:
    with WebServer(SessionNetSite(town_of(SOURCES / "fehrnau"), 5)) as server:
        assert main(["probe", f"{server.url}/si0040.php?__cjahr=2025&__cmonat=3"]) == 0
        said = capsys.readouterr().out.splitlines()
    assert any(line.startswith("system         sessionnet, version 4.9.6, by ") for line in said)
    assert "A file to start from, data/councils/<id>.yaml:" in said
    assert "source: sessionnet" in said


def test_a_page_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    def site(request: Request) -> Response | None:
        page = b"<html><title>Rat \x1b[2J der Stadt</title><p>Willkommen</p></html>"
        return Response(page, headers={"Server": "laut\x07"}) if request.path == "/" else None

    with WebServer(site) as server:
        assert main(["probe", f"{server.url}/"]) == 3
        said = capsys.readouterr().out
        assert main(["probe", f"{server.url}/nirgends"]) == 1
    assert said.splitlines()[0] == f"{server.url}/ (Rat �[2J der Stadt)"
    assert not {"\x1b", "\x07"} & set(said)
    assert capsys.readouterr().err == f"beschlussbuch probe: {server.url}/nirgends answers 404 Not Found.\n"
