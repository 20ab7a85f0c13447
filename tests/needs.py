"""Programs some tests run for real."""

from __future__ import annotations

import os
import shutil

import pytest


def need(program: str, remedy: str = "make setup installs it") -> str:
    """The program's path. Without it the test is left out with a word, and fails under CI=true."""
    path = shutil.which(program)
    if path is None:
        word = f"{program} is not installed; {remedy}"
        if os.environ.get("CI") == "true":
            pytest.fail(word)
        pytest.skip(word)
    return path
