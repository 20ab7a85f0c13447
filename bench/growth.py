"""The same work on 100, 1,000 and 10,000 paragraphs, beside the peers: how cost grows.

python -m bench growth
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from . import generated
from .catalogues import BOTH, POLIB, TOOLKIT
from .checks import CHECKS, ROOT, paragraphs
from .documents import EXTRACT
from .measure import Figure, measure, peer, present, python, row

SIZES = (100, 1_000, 10_000)
"""Paragraphs: 1×, 10×, 100×."""


def main() -> None:
    """Print the figures."""
    print("growth: the same work on 1×, 10×, 100× the paragraphs, CPU seconds of whole processes")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _extract(folder, size)
            _catalogue(folder, size)
            _check(folder, size)
            _workspace(folder, size)


def _runs(size: int) -> int:
    return 3 if size < SIZES[-1] else 1


def _extract(folder: Path, size: int) -> None:
    source = folder / "s.md"
    source.write_bytes(generated.document(".md", size))
    peers = {}
    if present("po4a-updatepo"):
        common = [
            "-f",
            "text",
            "-o",
            "markdown",
            "-M",
            "UTF-8",
            "-m",
            str(source),
            "-p",
            str(folder / "po4a.po"),
        ]
        peers["po4a"] = measure(["po4a-updatepo", *common], runs=1)
    if present("md2po"):
        command = [peer("md2po"), "--progress=none", str(source), str(folder / "toolkit.po")]
        try:
            peers["Translate Toolkit"] = measure(command, runs=1)
        except RuntimeError as error:
            print(f"    md2po: does not run on this machine ({str(error)[-100:]})")
    ours = measure(python("-c", EXTRACT, str(source), str(folder / "ours.po")), runs=_runs(size))
    row("read Markdown into a PO file", ours, peers, size=size)


def _catalogue(folder: Path, size: int) -> None:
    po, out = folder / "big.po", folder / "out.po"
    generated.catalogue(po, size)
    peers: dict[str, Figure] = {}
    for name, code in {"polib": POLIB, "Translate Toolkit": TOOLKIT}.items():
        try:
            peers[name] = measure(python("-c", code, str(po), str(out)), runs=_runs(size))
        except RuntimeError:
            print(f"    {name}: missing on this machine")
    row(
        "load and save a PO file",
        measure(python("-c", BOTH, str(po), str(out)), runs=_runs(size)),
        peers,
        size=size,
    )


def _check(folder: Path, size: int) -> None:
    from translate_flow.catalogue import Catalogue, Entry, standard_header

    path = folder / "pairs.po"
    header = standard_header({}, {"Language": "en", "X-Source": "statements/big.es.md", "X-Source-Hash": "0"})
    made = tuple(Entry(f"{n:08x}", es, en) for n, (es, en) in enumerate(paragraphs(size)))
    Catalogue(path, header, made).save()
    peers = {}
    if present("pofilter"):
        command = [peer("pofilter"), "--progress=none", str(path), str(folder / "found.po")]
        peers["pofilter"] = measure(command, runs=1)
    row(
        "all checks",
        measure(python("-c", CHECKS, str(path), str(ROOT / "glossary")), runs=_runs(size)),
        peers,
        size=size,
    )


def _workspace(folder: Path, size: int) -> None:
    """What a user waits for: `add`, `status` and `build` of one statement."""
    from translate_flow.flow.intake.init import init

    root = folder / "workspace"
    program = python("-m", "translate_flow")
    init(root, "es", ("en",))
    file = root / "statements" / "informe.es.md"
    file.write_text(generated.markdown(size), "utf-8")
    row("add a statement", measure([*program, "add", str(file)], cwd=root, runs=1), {}, size=size)
    row("status", measure([*program, "status"], cwd=root, runs=_runs(size)), {}, size=size)
    build = [*program, "build", "--drafts", "--with-errors", "--format", "page-html"]
    row("build a page", measure(build, cwd=root, runs=1), {}, size=size)
    shutil.rmtree(root)


if __name__ == "__main__":
    main()
