"""TMX: suites read as `memory import` reads them, and what is written again against the DTD, if one is there."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from lxml import etree

from translate_flow.errors import TranslateFlowError
from translate_flow.memory.tmx_read import ImportTally, read
from translate_flow.memory.tmx_write import write


def measure(folder: Path) -> None:
    """Print how many files were read, pairs given, texts altered and files written that the DTD refuses."""
    dtd_path = next(folder.rglob("tmx14*.dtd"), None)
    dtd = etree.DTD(str(dtd_path)) if dtd_path else None
    found: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.tmx")):
        tags = _tags(path)
        if len(tags) < 2:
            continue
        tally = ImportTally()
        try:
            pairs = list(read(path, path.name, tags[0], tuple(tags[1:]), tally))
        except TranslateFlowError:
            found["files refused"] += 1
            continue
        except Exception as error:
            found["files crashed"] += 1
            print(f"  {path}: {error!r}", file=sys.stderr)
            continue
        found["files read"] += 1
        found["pairs"] += len(pairs)
        found["units not confirmed"] += tally.unconfirmed
        if dtd is not None:
            text = "".join(write(pairs, tags[0]))
            root = etree.fromstring(text.encode(), etree.XMLParser(load_dtd=False, no_network=True))
            found["written again, " + ("valid" if dtd.validate(root) else "not valid")] += 1
    if found:
        print("  tmx:", ", ".join(f"{n} {what}" for what, n in found.items()))


def _tags(path: Path) -> list[str]:
    """The file's languages, in order of appearance; none if it cannot be parsed."""
    try:
        root = etree.parse(
            path, etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
        ).getroot()
    except (etree.XMLSyntaxError, OSError):
        return []
    names = ("{http://www.w3.org/XML/1998/namespace}lang", "lang")
    found = (next((v.get(n) for n in names if v.get(n)), "") for v in root.iter("tuv"))
    return list(dict.fromkeys(str(tag) for tag in found if tag))
