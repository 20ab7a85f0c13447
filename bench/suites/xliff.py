"""XLIFF: suites read as `import` reads them; our files, in every version, checked against the schemas there."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from translate_flow.errors import TranslateFlowError
from translate_flow.exchange import load
from translate_flow.exchange.sheet import ReviewSheet, SheetRow, SheetRun, SheetVersion
from translate_flow.language.text import digest
from translate_flow.model import Kind, State

from .schematron import told

VERSIONS = ("xliff", "xliff-2.0", "xliff-2.1", "xliff-2.2")
_ENDS = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".xlif")


def measure(folder: Path) -> None:
    """Print what was read and what was refused, and whether our files are valid, by grammar and by rules."""
    found = _read(folder)
    if found:
        print("  xliff:", ", ".join(f"{n} {what}" for what, n in sorted(found.items())))
    for core in sorted(s for s in folder.rglob("*.xsd") if "core" in s.name):
        schema = _schema(core, folder)
        space = _space(core)
        for version, data in ours() if schema is not None else ():
            root = etree.fromstring(data)
            if schema is not None and etree.QName(root).namespace == space:
                valid = schema.validate(root)
                print(
                    f"  {version} by {core.name} and its modules: {'valid' if valid else schema.error_log[0]}"
                )

    for rules in sorted(folder.rglob("*.sch")):
        text = rules.read_text("utf-8")
        for version, data in ours():
            root = etree.fromstring(data)
            if str(etree.QName(root).namespace) in text:
                told(rules, version, root)


def _read(folder: Path) -> Counter[str]:
    """How many files were read and refused, by the kind of folder they are in; and what went wrong."""
    found: Counter[str] = Counter()
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in _ENDS):
        kind = next((p.name for p in path.parents if p.name in ("valid", "invalid")), "other")
        try:
            load("xliff").read(path.read_bytes(), path.name)
            found[f"{kind} read"] += 1
        except TranslateFlowError as error:
            found[f"{kind} refused"] += 1
            if kind == "valid":
                print(f"  {path.name}: {error}", file=sys.stderr)
        except Exception as error:
            found[f"{kind} crashed"] += 1
            print(f"  {path}: {error!r}", file=sys.stderr)
    return found


class _Near(etree.Resolver):
    """Finds the schemas that a schema imports by their address in the folder, the nearest one."""

    def __init__(self, core: Path, folder: Path) -> None:
        self.places = [core.parent, *(p for p in core.parents if p.is_relative_to(folder)), folder]

    def resolve(self, url: str, public: str, context: object) -> object:
        """The file of that name."""
        name = url.rsplit("/", 1)[-1]
        found = next((f for place in self.places for f in sorted(place.rglob(name))), None)
        return None if found is None else self.resolve_filename(str(found), context)


def _schema(core: Path, folder: Path) -> etree.XMLSchema | None:
    """The core with the modules beside it as one schema, if lxml can read it without the network."""
    modules = [f for f in sorted(core.parent.rglob("*.xsd")) if f.name not in (core.name, "xml.xsd")]
    spaces = {_space(file): file for file in modules if _space(file)} | {_space(core): core}
    imports = "".join(f'<import namespace="{n}" schemaLocation="{f.as_uri()}"/>' for n, f in spaces.items())
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Near(core, folder))
    for wanted in (imports, f'<import namespace="{_space(core)}" schemaLocation="{core.as_uri()}"/>'):
        text = f'<schema xmlns="http://www.w3.org/2001/XMLSchema">{wanted}</schema>'
        try:
            return etree.XMLSchema(etree.fromstring(text, parser))
        except (etree.XMLSchemaParseError, etree.XMLSyntaxError, OSError) as error:
            print(f"  {core.name}: {error}", file=sys.stderr)
    return None


def _space(schema: Path) -> str:
    """The namespace a schema is for."""
    found = re.search(r'targetNamespace="([^"]*)"', schema.read_text("utf-8"))
    return found[1] if found else ""


def ours() -> Iterator[tuple[str, bytes]]:
    """A sheet with marks, versions, notes and every state, in each version."""
    at = "2026-01-02T03:04:05Z"
    text = "See <b>here</b> the <a1>letter <i>x</a1> y</i><x2/>."
    rows = tuple(
        SheetRow(
            number,
            f"{number:08x}",
            Kind.PARAGRAPH,
            state,
            "Vea <b>aquí</b> la <a1>carta</a1><x2/>.",
            (SheetRun(text),) if state is not State.MISSING else (),
            digest(text),
            versions=(
                SheetVersion("See here.", ("apertium", at), machine=True),
                SheetVersion(text, ("Ana", at)),
            ),
            last=("Ana", at),
        )
        for number, state in enumerate(State, 1)
    )
    for version in VERSIONS:
        form = load(version)
        assert form.write is not None
        yield version, form.write(ReviewSheet("carta", "Carta", "es", "en", "", rows, "html"))
