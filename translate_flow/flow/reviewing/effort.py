"""What was measured of drafts and edits before, kept in the cache, so that it is measured once."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator

from ...errors import TranslateFlowError
from ...files.disk import write_atomically
from ...review import Scoring
from ...workspace import Workspace

MOST = 200_000
"""Pairs of texts remembered; beyond, the oldest are forgotten."""


@contextlib.contextmanager
def measuring(workspace: Workspace) -> Iterator[Scoring]:
    """A scoring that remembers other runs' figures. The file may be deleted at any time."""
    path = workspace.cache / "effort.json"
    stamp = _measure()
    known: dict[str, list[float]] = {}
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        data = json.loads(path.read_bytes())
        known = dict(data["known"]) if data["measure"] == stamp else {}
    before = len(known)
    yield (scoring := Scoring(known))
    if len(scoring.known) > before:
        kept = dict(list(scoring.known.items())[-MOST:])
        with contextlib.suppress(TranslateFlowError):
            write_atomically(path, json.dumps({"measure": stamp, "known": kept}).encode())


def _measure() -> str:
    """Name and version of what measures, and how it is used: another one's figures are not taken over."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"sacrebleu {version('sacrebleu')}, long texts in stretches"
    except PackageNotFoundError:
        return ""
