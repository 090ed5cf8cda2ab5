"""What holds for all tests."""

from __future__ import annotations

import signal

from hypothesis import settings

# A shell starts what it puts into the background with SIGINT ignored, and whatever is started from there inherits that: commands to which
# a test sends Ctrl-C would never end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A text that takes milliseconds takes seconds where two suites share a machine: how long it may take is held by tests marked timing.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
