"""One Chromium for all tests of what people open; it has a new, empty profile and asks nothing of the network by itself.

Screenshots are kept for whoever looks at a failure: in the folder that BESCHLUSSBUCH_SCREENSHOTS names, else in a temporary one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
SWITCHES = [
    "--no-sandbox",  # within a container there is none
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Seen:
    """A page with all that it did while it was open."""

    page: Page
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    """What it said there: what a content policy refused is among it."""
    folder: Path = Path()

    def photograph(self, name: str, *, whole: bool = False) -> Path:
        """Keep what is to be seen."""
        path = self.folder / f"{name}.png"
        self.page.screenshot(path=path, full_page=whole)
        return path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; tests that use it are skipped where the machine has none."""
    if CHROMIUM is None:
        pytest.skip("There is no Chromium on this machine (Debian: apt-get install chromium).")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def screenshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots are kept."""
    named = os.environ.get("BESCHLUSSBUCH_SCREENSHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def opened(chromium: Browser, screenshots: Path) -> Iterator[Callable[..., Seen]]:
    """Opens an address in a window of its own: `opened(url, width=1200, height=900)`; the value tells what the page did."""
    contexts: list[BrowserContext] = []

    def open_it(url: str, *, width: int = 1200, height: int = 900) -> Seen:
        context = chromium.new_context(viewport={"width": width, "height": height}, locale="de-DE")
        contexts.append(context)
        seen = Seen(context.new_page(), folder=screenshots)
        seen.page.on("dialog", lambda dialog: (seen.dialogs.append(dialog.message), dialog.dismiss()))
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("console", lambda message: seen.console.append(message.text))
        seen.page.on("pageerror", lambda error: seen.console.append(str(error)))
        seen.page.goto(url)
        return seen

    yield open_it
    for context in contexts:
        context.close()
