"""Codes that came back put into the words of the statement. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..language.text import squeeze
from ..markup import inline
from ..markup.codes import MARKED, InlineCode, coded, is_sign, text_of, words
from ..model import Unit
from .sheet import BackRow, CellAtom, CodeRef

_INDENT = re.compile(r"(?:(?<![ \t])[ \t]+)?\n[ \t\n]*")


def resolved(row: BackRow, unit: Unit, format_name: str) -> BackRow:
    """The row with its codes as the marks of its segment.

    A code is known by what the file says it stands for, if the segment has that; else by its place in the file's own
    source, where a program has numbered the codes anew; else by its number, as the segment's source and translation
    were numbered when the file was made; else by what the file says, if that is a mark of the format. What is left
    is named in `lost`.
    """
    made = _resolved(_unwrapped(row, unit, format_name), unit, format_name)
    return made if made.text in _texts(unit) else _trimmed(made, unit)


def _texts(unit: Unit) -> list[str]:
    """The translations that the row may have been made with."""
    return [unit.draft.text or "" if unit.draft else "", unit.target]


def _resolved(row: BackRow, unit: Unit, format_name: str) -> BackRow:
    if not any(a.code for a in row.atoms) and format_name not in MARKED:
        return row
    source = coded(unit.segment.text, format_name)
    texts = _texts(unit)
    known = {
        (c.id, c.role): c.sign
        for c in _codes([*source, *(p for t in texts for p in coded(t, format_name, source))])
    }
    signs = set(known.values())
    known |= _renumbered(row.codes, list(_codes(source)))
    # Words that look like marks are marks, as somebody typed them, unless the segment has such words.
    plain = [words(parts) for parts in (source, *(coded(text, format_name) for text in texts))]
    literal = format_name in MARKED and any(inline.escape(text) != text for text in plain)
    lost: list[str] = []

    def written(atom: CellAtom) -> CellAtom:
        if atom.code is None:
            return replace(atom, text=inline.escape(atom.text)) if literal else atom
        code = atom.code
        sign = code.hint if code.hint in signs else known.get((code.id, code.role), "")
        if not sign and code.hint and is_sign(code.hint, format_name):
            sign = code.hint
        if not sign:
            lost.append(code.id)
        return replace(atom, text=sign, code=None)

    made = replace(row, atoms=tuple(written(atom) for atom in row.atoms), lost=tuple(dict.fromkeys(lost)))
    for text in texts:
        # Escapes that were not needed are no change.
        if text and made.text != text and made.text == text_of(coded(text, format_name), format_name):
            return replace(made, atoms=(CellAtom(text),))
    return made


def _renumbered(theirs: Sequence[CodeRef], ours: Sequence[InlineCode]) -> dict[tuple[str, str], str]:
    """The signs of a file's codes by number and role, as they follow one another in its source; nothing where they have
    their numbers still, or are not those of the segment. Programs that know no pairs call every code a single one."""
    same_way = all(t.role in (o.role, "single") for t, o in zip(theirs, ours, strict=False))
    kept = [(t.id, t.role) for t in theirs] == [(o.id, o.role) for o in ours]
    if kept or len(theirs) != len(ours) or not same_way:
        return {}
    found: dict[tuple[str, str], set[str]] = {}
    for their, our in zip(theirs, ours, strict=True):
        found.setdefault((their.id, their.role), set()).add(our.sign)
    return {code: next(iter(signs)) for code, signs in found.items() if len(signs) == 1}


def _unwrapped(row: BackRow, unit: Unit, format_name: str) -> BackRow:
    """The row without the line breaks and blanks that a program has put into it to indent its file: they are in its
    source, too, where the segment has none."""
    plain = words(coded(unit.segment.text, format_name))
    if "\n" not in row.source or "\n" in plain or squeeze(row.source) != squeeze(plain):
        return row
    atoms = [replace(a, text=_INDENT.sub(" ", a.text)) for a in row.atoms]
    if atoms:
        atoms[0] = replace(atoms[0], text=atoms[0].text.lstrip())
        atoms[-1] = replace(atoms[-1], text=atoms[-1].text.rstrip())
    return replace(row, atoms=tuple(atoms))


def _trimmed(row: BackRow, unit: Unit) -> BackRow:
    """The row without blanks and line breaks at its ends, where the segment has none."""
    atoms, source = list(row.atoms), unit.segment.text
    for step, strip, whole in ((1, str.lstrip, source[:1]), (-1, str.rstrip, source[-1:])):
        if whole.isspace():
            continue
        for place in range(len(atoms))[::step]:
            atoms[place] = replace(atoms[place], text=strip(atoms[place].text))
            if atoms[place].text:
                break
    return replace(row, atoms=tuple(atoms))


def _codes(parts: Iterable[str | InlineCode]) -> Iterable[InlineCode]:
    return (p for p in parts if not isinstance(p, str))
