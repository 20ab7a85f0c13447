"""Drafts of the field read by a person: how many had a wrong sense when their sentences were new, and what has changed since.

    python -m bench reading              # for each set: sentences, wrong when first read, and how many of these are as they were
    python -m bench reading --changed 2  # of the second set what is drafted otherwise today, to be read again
    python -m bench reading --new FILE   # drafts of the sentences of a text, one a line, as a table to be read and judged

A set (`readings/N.tsv`) is sixty sentences of statements that were written before anybody saw a draft of them, of several countries
and topics, with the draft as the program made it that day, and in the third column what was wrong: a sense turned round, a negation
lost, or words that say something else or nothing. English that is only stiff is not counted. What the reading found was mended
afterwards, as kinds, so that the next set alone tells how good drafts are.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from .apertium import drafts
from .measure import present

READINGS = Path(__file__).parent / "readings"


def main(options: Sequence[str] = ()) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench reading")
    parser.add_argument("--changed", metavar="SET")
    parser.add_argument("--new", metavar="FILE", type=Path)
    asked = parser.parse_args(list(options))
    if not present("apertium"):
        return
    if asked.new:
        lines = [line for line in asked.new.read_text("utf-8").splitlines() if line.strip()]
        for source, made in zip(lines, drafts(lines), strict=True):
            print(f"{source}\t{made}\t")
        return
    print(
        "reading: sentences of the field, those whose draft had a wrong sense when first read, and those of them still drafted so"
    )
    for file in sorted(READINGS.glob("*.tsv")):
        rows = [line.split("\t") for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
        made = drafts([row[0] for row in rows])
        if asked.changed == file.stem:
            for (source, before, fault), now in zip(rows, made, strict=True):
                if now != before:
                    print(
                        f"    {source}\n      was: {before}{f'  ({fault})' if fault else ''}\n      now: {now}"
                    )
        elif not asked.changed:
            wrong = [n for n, row in enumerate(rows) if row[2]]
            same = sum(made[n] == rows[n][1] for n in wrong)
            otherwise = sum(now != row[1] for now, row in zip(made, rows, strict=True))
            print(
                f"  set {file.stem}: {len(rows)} sentences, {len(wrong)} wrong, {same} of them as they were; {otherwise} drafted otherwise"
            )
