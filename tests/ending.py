"""Processes that tests start and that would go on for ever end when the test run is killed."""

from __future__ import annotations

import ctypes
import signal
import sys

_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG in Linux's sys/prctl.h."""


def ends_with_parent() -> None:
    """For `preexec_fn`: the process is killed when the one that started it ends, however that ends. On Linux alone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
