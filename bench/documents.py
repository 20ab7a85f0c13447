"""Reading, catalogue and rebuild of 5,000 paragraphs, beside the tools that read the same format.

Every tool makes a PO file of the document; each entry of it is given a translation (not
measured); then every tool writes the document with these.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
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
texts = {e.key: e.target for e in Catalogue.load(Path(sys.argv[2])).entries}
Path(sys.argv[3]).write_bytes(chosen.rebuild(data, chosen.read(data, path.stem), texts, language="en"))
"""

# No tool for PO files reads DOCX; python-docx is what most translators of Word files stand on.
PYTHON_DOCX_EXTRACT = """
import sys, docx, polib
po = polib.POFile(wrapwidth=0)
po.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
for n, p in enumerate(docx.Document(sys.argv[1]).paragraphs):
    if p.text.strip():
        po.append(polib.POEntry(msgctxt=str(n), msgid=p.text))
po.save(sys.argv[2])
"""
PYTHON_DOCX_REBUILD = """
import sys, docx, polib
texts = {e.msgctxt: e.msgstr for e in polib.pofile(sys.argv[2])}
document = docx.Document(sys.argv[1])
for n, p in enumerate(document.paragraphs):
    if str(n) in texts:
        p.text = texts[str(n)]
document.save(sys.argv[3])
"""

Commands = tuple[str, list[str], list[str]]
"""The program that has to be there, and what extracts and what rebuilds."""


def main(extensions: Sequence[str] = (".txt", ".md", ".html", ".docx", ".odt")) -> None:
    """Print the figures."""
    print(f"documents: {PARAGRAPHS:,} paragraphs, extract to PO / rebuild from a translated PO, CPU seconds")
    for extension in extensions:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            source = folder / f"s{extension}"
            source.write_bytes(generated.document(extension, PARAGRAPHS))
            po, out = folder / "ours.po", folder / f"ours{extension}"
            ours = _figures(
                python("-c", EXTRACT, str(source), str(po)),
                python("-c", REBUILD, str(source), str(po), str(out)),
                po,
                out,
            )
            theirs = {}
            for tool, (program, extract, rebuild) in _peers(folder, source).items():
                if program and not present(program):
                    continue
                try:
                    theirs[tool] = _figures(
                        extract, rebuild, folder / f"{tool}.po", folder / f"{tool}{extension}"
                    )
                except (RuntimeError, OSError) as error:
                    print(f"    {tool}: made nothing of {extension} on this machine ({str(error)[-100:]})")
            for n, what in enumerate(("extract", "rebuild")):
                row(f"{extension} {what}", ours[n], {tool: f[n] for tool, f in theirs.items()})


def _figures(extract: Sequence[str], rebuild: Sequence[str], po: Path, out: Path) -> tuple[Figure, Figure]:
    """What it takes to extract and to rebuild. Raises RuntimeError or OSError if nothing was made."""
    # A second run of some tools would merge with the first one's file, which is other work.
    extracted = measure(extract, runs=1)
    more = []
    for _ in range(2):
        po.unlink()
        more.append(measure(extract, runs=1))
    middle = sorted([extracted, *more], key=lambda figure: figure.cpu)[1]
    _translate(po)
    rebuilt = measure(rebuild)
    out.stat()
    return middle, rebuilt


def _translate(po: Path) -> None:
    """Give each entry a translation."""
    import polib

    file = polib.pofile(str(po), wrapwidth=0)
    for entry in file:
        entry.msgstr = f"T {entry.msgid}"
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    file.save()


def _peers(folder: Path, source: Path) -> dict[str, Commands]:
    extension = source.suffix

    def files(tool: str) -> tuple[str, str]:
        return str(folder / f"{tool}.po"), str(folder / f"{tool}{extension}")

    found: dict[str, Commands] = {}
    po, out = files("po4a")
    form = {
        ".txt": ["-f", "text"],
        ".md": ["-f", "text", "-o", "markdown"],
        ".html": ["-f", "xhtml"],
    }.get(extension)
    if form:
        common = [*form, "-M", "UTF-8", "-m", str(source), "-p", po]
        found["po4a"] = (
            "po4a-updatepo",
            ["po4a-updatepo", *common],
            ["po4a-translate", *common, "-L", "UTF-8", "-k", "0", "-l", out],
        )
    po, out = files("Translate Toolkit")
    stem = {".txt": "txt", ".md": "md", ".html": "html", ".odt": "odf"}.get(extension)
    if stem:
        there, back = f"{stem}2po", f"po2{stem}"
        quiet, bound = "--progress=none", [] if stem == "odf" else ["--threshold=0"]
        found["Translate Toolkit"] = (
            there,
            [peer(there), quiet, str(source), po],
            [peer(back), quiet, *bound, "-t", str(source), po, out],
        )
    po, out = files("python-docx")
    if extension == ".docx":
        found["python-docx"] = (
            "",
            [sys.executable, "-c", PYTHON_DOCX_EXTRACT, str(source), po],
            [sys.executable, "-c", PYTHON_DOCX_REBUILD, str(source), po, out],
        )
    return found
