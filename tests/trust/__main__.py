"""`make attack`: the same attacks by the thousand. Prints the table; exit code 1 if a promise was broken."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from . import clones, disks, editors, kills
from .ground import Row, table


def main() -> int:
    """Run all attacks with the numbers and the seed given."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust", description=__doc__)
    parser.add_argument("--kills", type=int, default=2000, help="commands killed")
    parser.add_argument("--inits", type=int, default=100, help="`init`s killed and done again")
    parser.add_argument("--saves", type=int, default=1000, help="saves of another editor")
    parser.add_argument("--writers", type=int, default=8, help="commands that write beside it")
    parser.add_argument(
        "--full", type=int, default=300, help="commands on a full or failing disk, of each kind"
    )
    parser.add_argument("--merges", type=int, default=150, help="merges among three clones")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other attacks")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        attacks = (
            lambda: kills.kills(folder / "k", asked.kills, asked.seed),
            lambda: kills.interrupted_init(folder / "i", asked.inits, asked.seed),
            lambda: editors.outside_saves(folder / "o", asked.saves, asked.seed, asked.writers),
            lambda: disks.limited(folder / "l", asked.full, asked.seed),
            lambda: disks.full(folder / "f", asked.full, asked.seed),
            lambda: disks.failing(folder / "e", asked.full, asked.seed),
            lambda: disks.read_only(folder / "r", asked.full // 3, asked.seed),
            lambda: clones.merges(folder / "m", asked.merges, asked.seed),
        )
        rows: list[Row] = []
        for attack in attacks:
            row = attack()
            if row is None:
                sys.stderr.write(
                    "no disk could be mounted here (root is needed): the full and the read-only disk were left out\n"
                )
                continue
            rows.append(row)
            sys.stderr.write(f"{row.what}: {row.tried} tried, {'kept' if row.clean else 'BROKEN'}\n")
    sys.stdout.write(f"seed {asked.seed}\n{table(rows)}\n")
    return 0 if all(row.clean for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
