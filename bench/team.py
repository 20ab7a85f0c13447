"""A team's service under load: `python -m bench.team`."""

from __future__ import annotations

import argparse
import sys

from tests.postgres import cluster

from . import footprint, recall, team_load, tenfold
from .soak import soak


def main() -> None:
    """Measure with files, then with PostgreSQL, which waits for the disk as a real one does."""
    parser = argparse.ArgumentParser(prog="python -m bench.team", description=team_load.__doc__)
    parser.add_argument(
        "--soak", type=int, metavar="N", help="instead: kill something N times; is anything lost?"
    )
    parser.add_argument("--memory", action="store_true", help="instead: what all processes hold in memory")
    parser.add_argument(
        "--recall", type=int, metavar="N", help="instead: lookups in a memory of N units, by fifty people"
    )
    parser.add_argument(
        "--tenfold", type=int, metavar="N", help="instead: N statements, and ten times as many"
    )
    parser.add_argument("--seed", type=int, default=1, help="of the soak")
    asked = parser.parse_args()
    if asked.memory:
        footprint.measure(team_load.NAME, team_load.PARAGRAPHS)
        return
    if asked.tenfold:
        tenfold.measure(asked.tenfold)
        return
    if asked.recall:
        recall.measure(asked.recall)
        return
    if asked.soak:
        sys.exit(not soak(asked.soak, asked.seed))
    team_load.measure("files", "")
    with cluster(durable=True) as server:
        team_load.measure("PostgreSQL", server.database(), server.postmaster)


if __name__ == "__main__":
    main()
