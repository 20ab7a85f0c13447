"""Every command that writes, as the attacks give them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from translate_flow.catalogue import Catalogue

from .ground import NAME, keys, po_path, save_as_editor

TMX = """<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1"
 segtype="block" o-tmf="x" adminlang="en" srclang="es" datatype="plaintext"/><body><tu><tuv xml:lang="es"><seg>Pan {n}
</seg></tuv><tuv xml:lang="en"><seg>Bread {n}</seg></tuv></tu></body></tmx>"""

Asked = tuple[tuple[str, ...], str, str]
"""A command, its standard input, and the text it acknowledges when it ends well."""


def command(root: Path, chance: random.Random, number: int) -> Asked:
    """A writing command, its standard input, and the text it acknowledges when it ends well."""
    makers: list[Callable[[Path, random.Random, int], Asked]] = [
        _edit, _edit, _edit, _edit, _verb, _verb, _verb, _comment, _replace, _add_changed, _add_new, _import_po, _glossary,
        _memory, _build, _export, _outside, _align, _turn, _turn, _divide, _divide, _kind, _again, _offered, _draft, _plan,
        _terms, _forget, _signed, _public, _invite,
    ]  # fmt: skip
    return chance.choice(makers)(root, chance, number)


def _some(root: Path, chance: random.Random) -> str:
    return chance.choice(keys(root))


def _edit(root: Path, chance: random.Random, number: int) -> Asked:
    text = f"EDIT {number} of the case."
    return ("edit", NAME, _some(root, chance), "--as", "ana", "--text", text), "", text


def _verb(root: Path, chance: random.Random, number: int) -> Asked:
    verb = chance.choice(["confirm", "approve", "return"])
    note = ("--note", f"NOTE {number}") if verb == "return" else ()
    return (verb, NAME, _some(root, chance), "--as", "rita", *note), "", f"NOTE {number}" if note else ""


def _comment(root: Path, chance: random.Random, number: int) -> Asked:
    return ("comment", NAME, _some(root, chance), f"REMARK {number}", "--as", "rita"), "", f"REMARK {number}"


def _replace(root: Path, chance: random.Random, number: int) -> Asked:
    return ("replace", "case", "matter", NAME, "--all", "--as", "ana"), "", ""


def _add_changed(root: Path, chance: random.Random, number: int) -> Asked:
    path = root / "statements" / f"{NAME}.es.md"
    lines = path.read_text("utf-8").split("\n\n")
    place = chance.randrange(1, len(lines))
    lines[place] = f"Pedimos que se investigue el caso {number} de la región.\n"
    path.write_text("\n\n".join(line.strip("\n") for line in lines) + "\n", "utf-8")
    return ("add",), "", ""


def _add_new(root: Path, chance: random.Random, number: int) -> Asked:
    return ("add", "-", "--name", f"otra-{number}", "--format", "markdown"), f"# Otra\n\nCaso {number}.\n", ""


def _import_po(root: Path, chance: random.Random, number: int) -> Asked:
    key, text = _some(root, chance), f"IMPORTED {number}."
    catalogue = Catalogue.load(po_path(root))
    source = next(e.source for e in catalogue.entries if e.key == key)
    path = root.parent / "back.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgctxt "{key}"\nmsgid "{source}"\nmsgstr "{text}"\n',
        "utf-8",
    )
    return ("import", str(path), "--doc", NAME, "--as", "luz"), "", ""


def _glossary(root: Path, chance: random.Random, number: int) -> Asked:
    return ("glossary", "add", f"Asociación Número {number}", f"Association {number}"), "", ""


def _memory(root: Path, chance: random.Random, number: int) -> Asked:
    path = root.parent / f"m{number % 3}.tmx"
    path.write_text(TMX.format(n=number), "utf-8")
    kinds = (
        ("import", "--replace", str(path)),
        ("import", "--replace", str(path)),
        ("rebuild",),
        ("export", str(root.parent / "out.tmx")),
    )
    return ("memory", *chance.choice(kinds)), "", ""


def _build(root: Path, chance: random.Random, number: int) -> Asked:
    return ("build", NAME, "--drafts"), "", ""


def _export(root: Path, chance: random.Random, number: int) -> Asked:
    kind = chance.choice([("--xliff",), ("--docx",), ("--package", "--out", str(root / "build" / "out"))])
    return ("export", NAME, *kind, "--force"), "", ""


def _outside(root: Path, chance: random.Random, number: int) -> Asked:
    save_as_editor(po_path(root), _some(root, chance), f"OUTSIDE {number}.", "rename", chance)
    return ("status",), "", f"OUTSIDE {number}."


def _align(root: Path, chance: random.Random, number: int) -> Asked:
    name = f"par-{number % 4}"
    (root / "statements" / f"{name}.es.md").write_text(f"# Uno\n\nPedimos pan {number}.\n", "utf-8")
    (root.parent / "par.en.md").write_text(f"# One\n\nWe ask for bread {number}.\n", "utf-8")
    fix = chance.choice([(), (), ("--fix", "skip t1")])
    files = str(root / "statements" / f"{name}.es.md"), str(root.parent / "par.en.md")
    return ("align", *files, "--as", "ana", *fix), "", ""


def _turn(root: Path, chance: random.Random, number: int) -> Asked:
    return (chance.choice(["undo", "undo", "redo"]), "--as", chance.choice(["ana", "rita"])), "", ""


def _divide(root: Path, chance: random.Random, number: int) -> Asked:
    how = chance.choice([("split", "--before", "se investigue"), ("split", "--sentences"), ("join",)])
    return (how[0], NAME, _some(root, chance), *how[1:], "--as", "ana"), "", ""


def _kind(root: Path, chance: random.Random, number: int) -> Asked:
    return (
        (
            "kind",
            NAME,
            _some(root, chance),
            chance.choice(["heading", "quote", "keep", "file"]),
            "--as",
            "ana",
        ),
        "",
        "",
    )


def _again(root: Path, chance: random.Random, number: int) -> Asked:
    kinds = (
        ("restore", NAME, _some(root, chance), "previous"),
        ("dismiss", NAME, _some(root, chance), "number-changed", "--reason", f"REASON {number}"),
        ("fix",),
    )
    return (*chance.choice(kinds), "--as", "rita"), "", ""


def _offered(root: Path, chance: random.Random, number: int) -> Asked:
    return ("spread", NAME, _some(root, chance), "--all", "--as", "ana"), "", ""


def _draft(root: Path, chance: random.Random, number: int) -> Asked:
    return ("draft", NAME, "--engine", "fake", *chance.choice([(), ("--redo",)])), "", ""


def _plan(root: Path, chance: random.Random, number: int) -> Asked:
    how = chance.choice([("--translator", "Ana"), ("--due", "2031-05-05"), ("--note", f"PLAN {number}")])
    return ("plan", NAME, *how, "--as", "rita"), "", ""


def _terms(root: Path, chance: random.Random, number: int) -> Asked:
    path = root.parent / "terms.csv"
    path.write_text(f"es,en\nComité {number},Committee {number}\n", "utf-8")
    term = f"Asociación Número {chance.randrange(number + 1)}"
    kinds = (
        ("import", str(path)),
        ("set", term, "--note", "x"),
        ("remove", term),
        ("suggest", "--take"),
        ("suggest", "--not", f"Provincia {number}"),
    )
    return ("glossary", *chance.choice(kinds)), "", ""


def _forget(root: Path, chance: random.Random, number: int) -> Asked:
    others = sorted(p.name.removesuffix(".es.md") for p in (root / "statements").glob("otra-*.es.md"))
    if not others:
        return _add_new(root, chance, number)
    return ("forget", chance.choice(others), "--yes", *chance.choice([(), ("--copies",)])), "", ""


def _signed(root: Path, chance: random.Random, number: int) -> Asked:
    path = root.parent / "form.csv"
    path.write_text(f"Organización,País\nRed {number},Perú\n", "utf-8")
    return ("signatories", NAME, str(path), "--write"), "", ""


def _public(root: Path, chance: random.Random, number: int) -> Asked:
    return ("site",), "", ""


def _invite(root: Path, chance: random.Random, number: int) -> Asked:
    return ("team", "invite", f"Eva {number % 5}", "--role", "translator"), "", ""
