"""SIGKILL at any moment, in every command that writes."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from translate_flow.catalogue import Catalogue
from translate_flow.catalogue.journal import Journal

from .ground import (
    NAME,
    Row,
    Runner,
    fresh,
    journal_path,
    keys,
    known_texts,
    leftovers,
    po_path,
    settled,
    workspace,
)

TMX = """<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1"
 segtype="block" o-tmf="x" adminlang="en" srclang="es" datatype="plaintext"/><body><tu><tuv xml:lang="es"><seg>Pan {n}
</seg></tuv><tuv xml:lang="en"><seg>Bread {n}</seg></tuv></tu></body></tmx>"""


def kills(folder: Path, tries: int, seed: int) -> Row:
    """Kill commands; whatever was acknowledged is there, the files are whole, and the next command works."""
    row = Row("SIGKILL while a command writes")
    chance = random.Random(seed)
    killed = 0
    with Runner() as run:
        root = workspace(fresh(folder) / "w", run)
        held: set[str] = known_texts(root)
        for number in range(tries):
            args, stdin, told = command(root, chance, number)
            when = {"kill_after": chance.uniform(0, 0.12)} if chance.random() < 0.4 else {
                "kill_at": chance.randint(1, 24)
            }  # fmt: skip
            before = Journal.load(journal_path(root)).events
            ran = row.watch(run(root, *args, stdin=stdin, **when))
            row.tried += 1
            killed += ran.code == -9
            if ran.code == 0 and told:
                held.add(told)
            _look(row, run, root, held, [e.id for e in before], ran.said)
    row.more = f"{killed} killed"
    return row


def _look(row: Row, run: Runner, root: Path, held: set[str], before: list[str], said: str) -> None:
    """What must hold after each."""
    status = row.watch(run(root, "status", "--format", "json"))
    if status.code != 0:
        row.lost.append(f"after {said}: status says {status.err[-200:]}")
        return
    journal = Journal.load(journal_path(root))
    if not set(before) <= {e.id for e in journal.events}:
        row.lost.append(f"after {said}: the journal lost events")
    missing = held - known_texts(root)
    if missing:
        row.lost.append(f"after {said}: {sorted(missing)[:3]}")
        held -= missing
    if not settled(root):
        row.lost.append(f"after {said}: PO file and journal differ")
    left = leftovers(root / "locales") + leftovers(root / ".translate-flow") + leftovers(root / "glossary")
    if left:
        row.lost.append(f"after {said}: left behind: {left[:3]}")


def interrupted_init(folder: Path, tries: int, seed: int) -> Row:
    """`init` killed anywhere can be done again, and then all is there."""
    row = Row("init killed, and done again")
    chance = random.Random(seed)
    with Runner() as run:
        for _ in range(tries):
            root = fresh(folder / "init") / "w"
            row.tried += 1
            first = row.watch(run(folder, "init", str(root), kill_at=chance.randint(1, 40)))
            again = row.watch(run(folder, "init", str(root))) if first.code != 0 else first
            whole = all(
                (root / name).exists() for name in ("glossary/names.csv", ".gitattributes", "statements")
            )
            if not whole or (again.code != 0 and "workspace here already" not in again.err):
                row.lost.append(f"init: {again.err[-200:]}")
    return row


def command(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    """A writing command, its standard input, and the text it acknowledges when it ends well."""
    makers: list[Callable[[Path, random.Random, int], tuple[tuple[str, ...], str, str]]] = [
        _edit, _edit, _edit, _verb, _verb, _comment, _replace, _add_changed, _add_new, _import_po, _glossary,
        _memory, _build, _export, _outside, _align,
    ]  # fmt: skip
    return chance.choice(makers)(root, chance, number)


def _some(root: Path, chance: random.Random) -> str:
    return chance.choice(keys(root))


def _edit(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    text = f"EDIT {number} of the case."
    return ("edit", NAME, _some(root, chance), "--as", "ana", "--text", text), "", text


def _verb(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    verb = chance.choice(["confirm", "approve", "return"])
    note = ("--note", f"NOTE {number}") if verb == "return" else ()
    return (verb, NAME, _some(root, chance), "--as", "rita", *note), "", f"NOTE {number}" if note else ""


def _comment(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    return ("comment", NAME, _some(root, chance), f"REMARK {number}", "--as", "rita"), "", f"REMARK {number}"


def _replace(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    return ("replace", "case", "matter", NAME, "--all", "--as", "ana"), "", ""


def _add_changed(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    path = root / "statements" / f"{NAME}.es.md"
    lines = path.read_text("utf-8").split("\n\n")
    place = chance.randrange(1, len(lines))
    lines[place] = f"Pedimos que se investigue el caso {number} de la región.\n"
    path.write_text("\n\n".join(line.strip("\n") for line in lines) + "\n", "utf-8")
    return ("add",), "", ""


def _add_new(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    return ("add", "-", "--name", f"otra-{number}", "--format", "markdown"), f"# Otra\n\nCaso {number}.\n", ""


def _import_po(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
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


def _glossary(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    return ("glossary", "add", f"Asociación Número {number}", f"Association {number}"), "", ""


def _memory(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    path = root.parent / f"m{number % 3}.tmx"
    path.write_text(TMX.format(n=number), "utf-8")
    return ("memory", "import", "--replace", str(path)), "", ""


def _build(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    return ("build", NAME, "--drafts"), "", ""


def _export(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    return ("export", NAME, "--xliff", "--force"), "", ""


def _outside(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    from .ground import save_as_editor

    save_as_editor(po_path(root), _some(root, chance), f"OUTSIDE {number}.", "rename", chance)
    return ("status",), "", f"OUTSIDE {number}."


def _align(root: Path, chance: random.Random, number: int) -> tuple[tuple[str, ...], str, str]:
    name = f"par-{number % 4}"
    (root / "statements" / f"{name}.es.md").write_text(f"# Uno\n\nPedimos pan {number}.\n", "utf-8")
    (root.parent / "par.en.md").write_text(f"# One\n\nWe ask for bread {number}.\n", "utf-8")
    return (
        ("align", str(root / "statements" / f"{name}.es.md"), str(root.parent / "par.en.md"), "--as", "ana"),
        "",
        "",
    )
