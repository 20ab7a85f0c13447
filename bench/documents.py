"""Reading, catalogue and rebuild of 5,000 paragraphs, beside po4a and Translate Toolkit."""

from __future__ import annotations

import tempfile
from pathlib import Path

from . import generated
from .measure import Figure, measure, peer, present, python, row

PARAGRAPHS = 5_000

EXTRACT = """
import sys
from pathlib import Path
from translate_flow.catalogue import Catalogue, Entry, standard_header
from translate_flow.formats import format_for
path = Path(sys.argv[1])
document = format_for(path.name).read(path.read_bytes(), path.stem)
entries = tuple(Entry(s.key, s.text, kind=s.kind, note=s.note) for s in document.segments)
Catalogue(Path(sys.argv[2]), standard_header({}, {"Language": "en"}), entries).save()
"""
REBUILD = """
import sys
from pathlib import Path
from translate_flow.catalogue import Catalogue
from translate_flow.formats import format_for
path = Path(sys.argv[1])
data = path.read_bytes()
chosen = format_for(path.name)
texts = {e.key: e.source for e in Catalogue.load(Path(sys.argv[2])).entries}
made = chosen.rebuild(data, chosen.read(data, path.stem), texts)
assert made == data, "not identical"
Path(sys.argv[3]).write_bytes(made)
"""


def main() -> None:
    """Print the figures."""
    print(f"documents: {PARAGRAPHS:,} paragraphs, extract to PO / rebuild from PO, CPU seconds")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for extension, text in (
            (".md", generated.markdown(PARAGRAPHS)),
            (".txt", generated.plain(PARAGRAPHS)),
        ):
            source, po, out = (
                folder / f"s{extension}",
                folder / f"s{extension}.po",
                folder / f"out{extension}",
            )
            source.write_text(text, "utf-8")
            extract = measure(python("-c", EXTRACT, str(source), str(po)))
            rebuild = measure(python("-c", REBUILD, str(source), str(po), str(out)))
            peers = _peers(folder, source, extension)
            row(f"{extension} extract", extract, {n: p[0] for n, p in peers.items()})
            row(f"{extension} rebuild", rebuild, {n: p[1] for n, p in peers.items()})


def _peers(folder: Path, source: Path, extension: str) -> dict[str, tuple[Figure, Figure]]:
    """What each peer takes to extract and to rebuild; one that fails is named."""
    po, out = str(folder / "peer.po"), str(folder / f"peer{extension}")
    form = ["-f", "text", "-M", "UTF-8", *(["-o", "markdown"] if extension == ".md" else [])]
    tool, back = ("md2po", "po2md") if extension == ".md" else ("txt2po", "po2txt")
    quiet = "--progress=none"
    ways = {
        "po4a": (
            "po4a-updatepo",
            # A second run would merge with the first one's file, which is other work.
            (["po4a-updatepo", *form, "-m", str(source), "-p", po], 1),
            (["po4a-translate", *form, "-L", "UTF-8", "-k", "0", "-m", str(source), "-p", po, "-l", out], 3),
        ),
        "Translate Toolkit": (
            tool,
            ([peer(tool), quiet, str(source), po], 3),
            ([peer(back), quiet, "--threshold=0", "-t", str(source), po, out], 3),
        ),
    }
    found = {}
    for name, (program, (extract, once), (rebuild, times)) in ways.items():
        if not present(program):
            continue
        Path(po).unlink(missing_ok=True)
        Path(out).unlink(missing_ok=True)
        try:
            figures = (measure(extract, runs=once), measure(rebuild, runs=times))
            if Path(out).exists():
                found[name] = figures
            else:
                print(f"    {name}: made nothing of {extension} on this machine")
        except RuntimeError as error:
            print(f"    {name}: {str(error)[:160]}")
    return found
