"""Glossaries of other programs: TBX, tab-separated text (OmegaT) and PO, read and written.

TBX and PO go through Translate Toolkit, which is imported when needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from ..errors import GlossaryError
from ..files.cells import guarded, unguarded
from ..model import Policy, Term
from . import messages as said
from .columns import check_term


@dataclass(slots=True)
class ForeignEntry:
    """What one source term has in a foreign file, gathered from one or several records."""

    es: str
    """The term."""
    row: int
    """Number of its record or line, from 1."""
    targets: list[str] = field(default_factory=list)
    """Translations in order, each once."""
    variants: list[str] = field(default_factory=list)
    """Other source terms of the same concept."""
    forbidden: list[str] = field(default_factory=list)
    """Translations marked as deprecated or forbidden."""
    gloss: str = ""
    """Definition or explanation."""
    note: str = ""
    """Remark."""
    gender: str = ""
    """`m`, `f` or empty."""
    number: str = ""
    """`sg`, `pl` or empty."""
    kept: bool = False
    """Marked as not to be translated."""

    def term(self, name: str) -> Term:
        """The entry as a term; kept where the translation is the term itself, else translated."""
        targets = list(dict.fromkeys(t for t in self.targets if t))
        keep = self.kept or not targets or targets[0] == self.es
        return Term(
            self.es,
            targets[0] if targets and targets[0] != self.es else "",
            policy=(Policy.GLOSS if self.gloss else Policy.KEEP) if keep else Policy.TRANSLATE,
            gender=self.gender,
            number=self.number,
            gloss=self.gloss,
            variants=tuple(v for v in dict.fromkeys(self.variants) if v and v != self.es),
            accepted=tuple(targets[1:]),
            forbidden=tuple(dict.fromkeys(f for f in self.forbidden if f)),
            note=self.note,
            file=name,
            row=self.row,
        )


def read(data: bytes, name: str, language: str = "en", source: str = "es") -> list[Term]:
    """The terms of a foreign glossary, its format told by the extension of `name`.

    Records with the same source term become one term with several accepted translations.
    Raises GlossaryError.
    """
    reader = READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise GlossaryError(said.CANNOT_BE_IMPORTED(file=name, known=tuple(READERS)))
    found: dict[str, ForeignEntry] = {}
    for entry in reader(data, name, source, language):
        entry.es = " ".join(entry.es.split())
        if not entry.es:
            continue
        first = found.setdefault(entry.es, entry)
        if first is not entry:
            first.targets += entry.targets
            first.forbidden += entry.forbidden
            first.gloss = first.gloss or entry.gloss
            first.note = first.note or entry.note
    terms = [entry.term(name) for entry in found.values()]
    for term in terms:
        check_term(term)
    return terms


def write(terms: Iterable[Term], extension: str, language: str = "en", source: str = "es") -> bytes:
    """The terms as a file of that format: `.tbx` (TBX-Basic), `.tsv` (OmegaT) or `.po`. Raises GlossaryError."""
    writer = WRITERS.get(extension.lower())
    if writer is None:
        raise GlossaryError(said.CANNOT_BE_EXPORTED(extension=extension, known=tuple(WRITERS)))
    return writer(terms, source, language)


def _read_tsv(data: bytes, name: str, source: str, language: str) -> Iterable[ForeignEntry]:
    del source, language  # columns have no names: source, target, comment
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        row = data.count(b"\n", 0, cause.start) + 1
        problem = said.NOT_UTF_8(place=cause.start)
        raise GlossaryError(said.AT_ROW(file=name, row=row, problem=problem)) from cause
    for row, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        cells = [unguarded(cell.strip()) for cell in line.split("\t")]
        if len(cells) < 2:
            raise GlossaryError(said.AT_ROW(file=name, row=row, problem=said.NO_TAB()))
        yield ForeignEntry(cells[0], row, [cells[1]], note=cells[2] if len(cells) > 2 else "")


def _write_tsv(terms: Iterable[Term], source: str, language: str) -> bytes:
    del source, language
    rows: list[tuple[str, ...]] = []
    for term in terms:
        remarks = [term.gloss, term.note, "not: " + ", ".join(term.forbidden) if term.forbidden else ""]
        comment = "; ".join(r for r in remarks if r)
        for target in (term.target, *term.accepted):
            rows.append((term.es, target, comment))
        for variant in term.variants:
            rows.append((variant, variant if term.policy is not Policy.TRANSLATE else term.target, comment))
    # OmegaT knows neither quotation marks nor escapes here: a value is one line without tabs.
    lines = ("\t".join(guarded(" ".join(cell.split())) for cell in row) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


def _read_po(data: bytes, name: str, source: str, language: str) -> Iterable[ForeignEntry]:
    del source, language
    pofile = _pofile(name)
    try:
        store = pofile.parsestring(data)
    except Exception as cause:  # the toolkit raises whatever its parser does
        raise GlossaryError(said.NOT_PO(file=name, cause=_one_line(cause))) from cause
    for number, unit in enumerate(store.units, 1):
        if unit.isheader() or unit.isobsolete():
            continue
        target = str(unit.target or "")
        wrong = unit.hastypecomment("forbidden")
        yield ForeignEntry(
            str(unit.source),
            number,
            [] if wrong or unit.isfuzzy() else [target],
            forbidden=[target] if wrong else [],
            note=" ".join(unit.getnotes().split()),
            kept=unit.hastypecomment("read-only"),
        )


def _write_po(terms: Iterable[Term], source: str, language: str) -> bytes:
    del source
    store = _pofile(".po")()
    undated = {"POT_Creation_Date": "YEAR-MO-DA HO:MI+ZONE"}  # same terms, same bytes
    store.updateheader(add=True, Language=language, Content_Type="text/plain; charset=UTF-8", **undated)
    for term in terms:
        for number, target in enumerate((term.target, *term.accepted, *term.forbidden)):
            unit = store.addsourceunit(term.es)
            unit.target = target
            if number:
                unit.setcontext(f"{number + 1}")
            if number == 0 and (term.gloss or term.note):
                unit.addnote("; ".join(r for r in (term.gloss, term.note) if r))
            if number > len(term.accepted):
                unit.settypecomment("forbidden")
            elif number == 0 and term.policy is not Policy.TRANSLATE:
                unit.settypecomment("read-only")
    return bytes(store)


def _read_tbx(data: bytes, name: str, source: str, language: str) -> Iterable[ForeignEntry]:
    try:
        from .tbx import read_tbx
    except ImportError as cause:
        raise _missing(name) from cause
    for number, concept in enumerate(read_tbx(data, name, source, language), 1):
        yield ForeignEntry(row=number, **concept)


def _write_tbx(terms: Iterable[Term], source: str, language: str) -> bytes:
    try:
        from .tbx import write_tbx
    except ImportError as cause:
        raise _missing(".tbx") from cause
    return write_tbx(terms, source, language)


def _pofile(name: str) -> Any:
    try:
        from translate.storage.pypo import pofile
    except ImportError as cause:
        raise _missing(name) from cause
    return pofile


def _missing(name: str) -> GlossaryError:
    return GlossaryError(said.NEEDS_TOOLKIT(file=name))


def _one_line(cause: Exception) -> str:
    return " ".join(str(cause).split()) or type(cause).__name__


Reader = Callable[[bytes, str, str, str], Iterable[ForeignEntry]]
Writer = Callable[[Iterable[Term], str, str], bytes]

READERS: dict[str, Reader] = {
    ".tbx": _read_tbx,
    ".tsv": _read_tsv,
    ".utf8": _read_tsv,
    ".txt": _read_tsv,
    ".tab": _read_tsv,
    ".po": _read_po,
}
"""Extension and how it is read."""

WRITERS: dict[str, Writer] = {".tbx": _write_tbx, ".tsv": _write_tsv, ".po": _write_po}
"""Extension and how it is written."""

__all__ = ["READERS", "WRITERS", "ForeignEntry", "read", "write"]
