"""PO files of other projects: read, or refused in one line that names a line, and never a panic or a traceback."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from translate_flow.catalogue import parse
from translate_flow.errors import CatalogueError


def measure(folder: Path) -> None:
    """Print how many files were read, refused with and without a line, and crashed."""
    found: Counter[str] = Counter()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".po", ".pot") and p.is_file()):
        try:
            parse(path.read_bytes(), path)
            found["read"] += 1
        except CatalogueError as error:
            said = str(error)
            found["refused with a line" if said.removeprefix(str(path))[1:2].isdigit() else "refused"] += 1
            found["refused in several lines"] += "\n" in said
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            found["crashed"] += 1
            print(f"  {path}: {error!r}", file=sys.stderr)
    if found:
        print("  po:", ", ".join(f"{n} {what}" for what, n in found.items() if n))
