"""Memory that writing and reading a TMX file takes: a million units in no more than a hundred thousand.

    python -m bench tmx_streaming

The pairs are made one by one, as the translation memory's rows come. Each step is a process of its own, for its peak.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from translate_flow.flow.memory import write
from translate_flow.memory import StoredPair
from translate_flow.memory.tmx_read import read
from translate_flow.memory.tmx_write import write as pieces

SIZES = (100_000, 1_000_000)
"""Units."""
_PARAGRAPH = (
    "Las comunidades de la cuenca denuncian que el dique número {n} cedió a las 3:40 de la madrugada. " * 3
)


def main(argv: Sequence[str] = ()) -> None:
    """Print the figures."""
    if argv:
        step, units, file = argv
        {"export": export, "read": again}[step](int(units), file)
        status = Path("/proc/self/status").read_text("ascii").splitlines()
        print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
        return
    with tempfile.TemporaryDirectory() as name:
        for units in SIZES:
            file = Path(name) / "all.tmx"
            peaks = [_alone(step, units, file) for step in ("export", "read")]
            size = file.stat().st_size / 1e6
            print(f"{units:>9,} units, {size:,.0f} MB: export at most {peaks[0]} MB, reading {peaks[1]} MB")


def _alone(step: str, units: int, file: Path) -> int:
    """The peak of a step in megabytes."""
    command = [sys.executable, "-m", "bench.tmx_streaming", step, str(units), str(file)]
    return int(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout) // 1024


def export(units: int, file: str) -> None:
    """So many pairs to a TMX file."""
    write(Path(file), pieces(_pairs(units), "es"))


def again(units: int, file: str) -> None:
    """All of the file, each pair let go at once."""
    assert sum(1 for _ in read(Path(file), "all.tmx", "es", ("en",))) == units


def _pairs(units: int) -> Iterator[StoredPair]:
    for n in range(units):
        text = _PARAGRAPH.format(n=n)
        yield StoredPair(
            text, text, "en", 2, key=str(n), document="informe", person="Ana", at="2024-06-05T10:00:00Z"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
