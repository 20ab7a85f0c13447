"""The desk: many people at once, one who saves, a long statement's page, a workspace of many statements.

    python -m bench.desk [PEOPLE…] [crowd] [saves] [page] [many] [tenfold] [--beside REVISION]

Without words all parts are run, with 1 and with 50 people. Each is measured with a former build, too: that of the git
revision given, or of the last release; `--beside none` goes without.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

PARTS = ("crowd", "saves", "page", "many", "tenfold")


def main(argv: Sequence[str] = ()) -> None:
    """Run the parts asked for and print their figures; exit 1 if an edit was lost or mixed."""
    from .clients import last_release, program_of, taken_out
    from .crowd import crowd
    from .many import many_statements, ten_times_as_many
    from .page import long_page
    from .saves import one_person

    parser = argparse.ArgumentParser(prog="bench.desk")
    parser.add_argument("what", nargs="*", help="numbers of people, and parts: " + ", ".join(PARTS))
    parser.add_argument("--beside", help="git revision of a former build, or: none")
    asked = parser.parse_args(argv)
    people = [int(word) for word in asked.what if word.isdigit()]
    parts = [word for word in asked.what if word in PARTS] or (["crowd"] if people else PARTS)
    runs: dict[str, list[Callable[[], object]]] = {
        "crowd": [lambda n=n: crowd(n) or lost.append(n) for n in people or (1, 50)],  # type: ignore[misc]
        "saves": [one_person],
        "page": [long_page],
        "many": [many_statements],
        "tenfold": [ten_times_as_many],
    }
    lost: list[int] = []
    revision = asked.beside or last_release()
    with tempfile.TemporaryDirectory() as folder:
        former = None if revision in ("", "none") else taken_out(revision, Path(folder))
        for part in parts:
            for run in runs[part]:
                run()
                if former is not None:
                    before = len(lost)
                    print(f"beside it {revision}:")
                    with program_of(former):
                        run()
                    del lost[before:]  # its faults are not ours
    if lost:
        raise SystemExit(1)
