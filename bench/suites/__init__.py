"""Public test-suites, in folders that somebody has fetched: `make bench SUITES="FOLDER FOLDER"`.

A folder may hold any mixture of XLIFF, TMX, TBX and PO files, XML schemas, and sentence suites; each kind is looked
at by a module of its own. Nothing is fetched here, and nothing of the suites is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

KINDS = ("xliff", "tmx", "tbx", "po", "sentences", "aligned")


def main(options: Sequence[str] = ()) -> None:
    """What each module says of the folders; `--in FOLDER` for each, or just the folders."""
    folders = [Path(o) for o in options if o not in ("--in", "-")]
    if not folders:
        print("suites: none; name their folders with SUITES=…")
        return
    for folder in folders:
        print(folder)
        for kind in KINDS:
            import_module(f".{kind}", __package__).measure(folder)
