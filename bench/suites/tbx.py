"""TBX: suites read as `glossary import` reads them, what is written read again without loss, in every dialect.

Where the folder has the core structure of TBX 3 as a RELAX NG schema (LTAC's `TBXcoreStructV03…rng`), what is written is
held against it, the data categories of DCA style let through: they are for the dialects' Schematron rules (`TBX-*.sch`).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from translate_flow.errors import GlossaryError
from translate_flow.glossary.exchange import read, write
from translate_flow.glossary.tbx_write import STYLES
from translate_flow.model import Policy, Term

from .schematron import told


def measure(folder: Path) -> None:
    """Print how many files were read, their terms, and how many terms came back otherwise than they went."""
    found: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.tbx")):
        left_out: list[GlossaryError] = []
        try:
            terms = read(path.read_bytes(), path.name, "en", "es", left_out)
            again = [
                read(write(terms, ".tbx", style=style), path.name, "en", "es", left_out) for style in STYLES
            ]
        except GlossaryError:
            found["files refused"] += 1
            continue
        except Exception as error:
            found["files crashed"] += 1
            print(f"  {path}: {error!r}", file=sys.stderr)
            continue
        found["files read"] += 1
        found["terms"] += len(terms)
        found["records left out"] += len(left_out)
        found["terms changed by going out and in"] += sum(
            (a.es, a.target, a.policy, a.accepted, a.forbidden, a.gloss)
            != (b.es, b.target, b.policy, b.accepted, b.forbidden, b.gloss)
            for there in again
            for a, b in zip(terms, there, strict=True)
        )
    for schema in sorted(folder.rglob("TBXcoreStructV03*.rng")):
        _valid(schema)
    for rules in sorted(folder.rglob("TBX-*.sch")):
        for style, data in _ours():
            root = etree.fromstring(data)
            dialect = f"{root.get('type')}_{root.get('style', 'dca')}.sch".lower()
            if rules.name.lower() == dialect:
                told(rules, f"tbx {style}", root)
    if found:
        print("  tbx, es-en:", ", ".join(f"{n} {what}" for what, n in found.items()))


def _valid(schema: Path) -> None:
    """Print whether this program's glossaries in TBX 3 keep to the core structure."""
    open_types = re.sub(
        r'(<define name="\w+\.types">.*?)<empty\s*/>',
        r"\1<text/>",
        schema.read_text("utf-8"),
        flags=re.DOTALL,
    )
    rules = etree.RelaxNG(etree.fromstring(open_types.encode()))
    for style, data in _ours():
        valid = rules.validate(etree.fromstring(data))
        print(f"  tbx {style} by {schema.name}: {'valid' if valid else rules.error_log[0]}")


def _ours() -> Iterator[tuple[str, bytes]]:
    """A glossary in each style of TBX 3."""
    terms = [
        Term(
            "paro", "strike", policy=Policy.TRANSLATE, gender="m", accepted=("stoppage",), forbidden=("stop",)
        ),
        Term("ternas", "", policy=Policy.GLOSS, gloss="police groups", variants=("terna",), note="a & b"),
    ]
    for style in (s for s in STYLES if s != "2"):
        yield style, write(terms, ".tbx", style=style)
