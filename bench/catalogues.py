"""PO files of 10,000 and 100,000 paragraphs: load, save and status, beside other tools."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from . import generated
from .measure import measure, present, python, row

LOAD = "import sys; from pathlib import Path; from translate_flow.catalogue import Catalogue; Catalogue.load(Path(sys.argv[1]))"
BOTH = LOAD.replace(
    "Catalogue.load(Path(sys.argv[1]))",
    "from dataclasses import replace; replace(Catalogue.load(Path(sys.argv[1])), path=Path(sys.argv[2])).save()",
)
POLIB = "import sys, polib; po = polib.pofile(sys.argv[1]); sys.argv[2:] and po.save(sys.argv[2])"
TOOLKIT = (
    "import sys; from translate.storage import pypo; po = pypo.pofile.parsefile(sys.argv[1]); "
    "sys.argv[2:] and po.savefile(sys.argv[2])"
)


def main() -> None:
    """Print the figures."""
    print("catalogues: paragraphs of about 60 words, CPU seconds")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for entries in (10_000, 100_000):
            po, out = folder / "big.po", folder / "out.po"
            generated.catalogue(po, entries)
            runs = 3 if entries <= 10_000 else 1
            load, save = {}, {}
            for peer, code in {"polib": POLIB, "Translate Toolkit": TOOLKIT}.items():
                try:
                    load[peer] = measure(python("-c", code, str(po)), runs=runs)
                    save[peer] = measure(python("-c", code, str(po), str(out)), runs=runs)
                except RuntimeError:
                    print(f"    {peer}: missing on this machine")
            row(f"{entries:,} load", measure(python("-c", LOAD, str(po)), runs=runs), load)
            row(f"{entries:,} load and save", measure(python("-c", BOTH, str(po), str(out)), runs=runs), save)
            _status(folder, po, entries, runs)


def _status(folder: Path, po: Path, entries: int, runs: int) -> None:
    from translate_flow.flow.intake.init import init

    root = folder / f"workspace{entries}"
    init(root, "es", ("en",))
    shutil.copy(po, root / "locales" / "en" / "big.po")
    (root / "statements" / "big.es.md").write_text("Uno.\n", "utf-8")
    status = python("-m", "translate_flow", "status", "-C", str(root))
    measure(status, runs=1)  # the first run journals what it finds
    peers = {}
    if present("msgfmt"):
        peers["msgfmt --statistics"] = measure(
            ["msgfmt", "--statistics", "-o", "/dev/null", str(po)], runs=runs
        )
    row(f"{entries:,} status, journal included", measure(status, runs=runs), peers)
