"""What holds for all tests."""

from __future__ import annotations

import signal
import sys

from hypothesis import settings

# A shell starts what it puts into the background with SIGINT ignored, and whatever is started from there inherits that: commands to which
# a test sends Ctrl-C would never end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A text that takes milliseconds takes seconds where two suites share a machine: how long it may take is held by tests marked timing.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


def pytest_runtest_teardown() -> None:
    """End the run of a test that did not: what hosts have said, and which are left alone, holds for one run, and ports are used again."""
    fetching = sys.modules.get("pipeline.fetch_sessions")
    if fetching and fetching._sessions:
        for session in fetching._sessions.values():
            session.__exit__(None, None, None)
        fetching._sessions.clear()
        fetching._forget()
