"""Drafting 5,000 paragraphs, glossary and journal included, beside the bare apertium command."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from . import generated
from .measure import measure, present, python, row

PARAGRAPHS = 5_000


def main() -> None:
    """Print the figures."""
    print(f"drafting: {PARAGRAPHS:,} paragraphs of about 60 words through Apertium")
    if not present("apertium"):
        return
    from translate_flow.flow.intake.init import init

    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "w"
        init(root, "es", ("en",))
        source = root / "statements" / "big.es.txt"
        source.write_text(generated.plain(PARAGRAPHS), "utf-8")
        measure(python("-m", "translate_flow", "add", "-C", str(root), str(source)), runs=1)
        bare = measure(["apertium", "-f", "txt", "-u", "spa-eng", str(source)], runs=1)
        shutil.copytree(root / "locales", root / "empty")
        draft = measure(python("-m", "translate_flow", "draft", "-C", str(root)), runs=1)
        row("processor time", draft, {"bare apertium": bare})
        row("time by the clock", draft, {"bare apertium": bare}, by="wall")
        for file in (root / "glossary").glob("*.csv"):
            file.unlink()
        shutil.rmtree(root / "locales")
        shutil.rmtree(root / ".translate-flow")
        (root / "empty").rename(root / "locales")
        plain = measure(python("-m", "translate_flow", "draft", "-C", str(root)), runs=1)
        row("without a glossary, by the clock", plain, {"bare apertium": bare}, by="wall")
