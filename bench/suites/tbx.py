"""TBX and glossary tables: suites read as `glossary import` reads them, and what is written read again without loss."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from translate_flow.errors import GlossaryError
from translate_flow.glossary.exchange import read, write


def measure(folder: Path) -> None:
    """Print how many files were read, their terms, and how many terms came back otherwise than they went."""
    found: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.tbx")):
        left_out: list[GlossaryError] = []
        try:
            terms = read(path.read_bytes(), path.name, "en", "es", left_out)
            again = read(write(terms, ".tbx"), path.name, "en", "es", left_out)
        except GlossaryError:
            found["files refused"] += 1
            continue
        except Exception as error:
            found["files crashed"] += 1
            print(f"  {path}: {error!r}", file=sys.stderr)
            continue
        found["files read"] += 1
        found["terms"] += len(terms)
        found["records left out"] += len(left_out)
        found["terms changed by going out and in"] += sum(
            (a.es, a.target, a.policy, a.accepted, a.forbidden, a.gloss)
            != (b.es, b.target, b.policy, b.accepted, b.forbidden, b.gloss)
            for a, b in zip(terms, again, strict=True)
        )
    if found:
        print("  tbx, es-en:", ", ".join(f"{n} {what}" for what, n in found.items()))
