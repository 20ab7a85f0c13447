"""Glossaries of other programs: TBX, tab-separated text (OmegaT) and PO, read and written.

PO goes through Translate Toolkit, which is imported when needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any

from ..errors import GlossaryError
from ..files.cells import guarded
from ..files.encoding import mojibake
from ..messages import Message
from ..model import Policy, Term
from . import messages as said
from .columns import check_term
from .foreign_entry import ForeignEntry
from .tbx import read_tbx
from .tbx_write import write_tbx


def read(
    data: bytes,
    name: str,
    language: str = "en",
    source: str = "es",
    unusable: list[GlossaryError] | None = None,
) -> list[Term]:
    """The terms of a foreign glossary, its format recognised by the extension of `name`.

    Records with the same source term become one term with several accepted translations. A record that is not a
    usable term is named in `unusable` and left out; without that list it raises, but for one that is of other
    languages or has no source term. Raises GlossaryError.
    """
    reader = READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise GlossaryError(said.CANNOT_BE_IMPORTED(file=name, known=tuple(READERS)))
    return gathered(reader(data, name, source, language), name, unusable)


def gathered(
    entries: Iterable[ForeignEntry], name: str, unusable: list[GlossaryError] | None = None
) -> list[Term]:
    """The entries of a file as terms, those with the same source term together; see `read`."""
    found: dict[str, ForeignEntry] = {}
    for entry in entries:
        entry.es = " ".join(entry.es.split())
        if not entry.es:
            if unusable is not None and entry.problem is not None:
                unusable.append(GlossaryError(said.AT_ROW(file=name, row=entry.row, problem=entry.problem)))
            continue
        first = found.setdefault(entry.es, entry)
        if first is not entry:
            first.targets += entry.targets
            first.forbidden += entry.forbidden
            first.gloss = first.gloss or entry.gloss
            first.note = first.note or entry.note
            first.kept = first.kept or entry.kept
    terms: list[Term] = []
    for entry in found.values():
        try:
            terms.append(_usable(entry, name))
        except GlossaryError as error:
            if unusable is None:
                raise
            unusable.append(error)
    return terms


def _usable(entry: ForeignEntry, name: str) -> Term:
    """The entry as a term. Raises GlossaryError if it would be found everywhere or nowhere, or says nothing."""

    def fault(problem: Message) -> GlossaryError:
        return GlossaryError(said.AT_ROW(file=name, row=entry.row, problem=problem))

    if entry.forbidden and not any(t.strip() for t in entry.targets) and not entry.kept and not entry.policy:
        raise fault(said.ONLY_FORBIDDEN(term=entry.es))
    if entry.waiting and not any(t.strip() for t in entry.targets):
        raise fault(said.NO_TRANSLATION_YET(term=entry.es))
    if bar := next((t for t in (*entry.targets, *entry.variants, *entry.forbidden) if "|" in t), ""):
        raise fault(said.HAS_BAR(term=bar))
    texts = (entry.es, *entry.targets, *entry.variants, *entry.forbidden)
    if spoilt := next(filter(None, map(mojibake, texts)), None):
        raise fault(said.SPOILT_TERM(seen=spoilt[1], meant=spoilt[2]))
    term = entry.term(name)
    check_term(term)
    return term


def write(
    terms: Iterable[Term], extension: str, language: str = "en", source: str = "es", style: str = "2"
) -> bytes:
    """The terms as a file of that format: `.tbx` (TBX-Basic in that version and style), `.tsv` (OmegaT) or `.po`.

    Raises GlossaryError.
    """
    writer = WRITERS.get(extension.lower())
    if writer is None:
        raise GlossaryError(said.CANNOT_BE_EXPORTED(extension=extension, known=tuple(WRITERS)))
    return (
        write_tbx(terms, source, language, style)
        if extension.lower() == ".tbx"
        else writer(terms, source, language)
    )


def _read_table(data: bytes, name: str, source: str, language: str) -> Iterable[ForeignEntry]:
    from .foreign_table import read_table

    return read_table(data, name, source, language)[1]


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
    return (ForeignEntry(**concept) for concept in read_tbx(data, name, source, language))


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
    ".csv": _read_table,
    ".tsv": _read_table,
    ".utf8": _read_table,
    ".txt": _read_table,
    ".tab": _read_table,
    ".po": _read_po,
}
"""Extension and how it is read."""

WRITERS: dict[str, Writer] = {".tbx": write_tbx, ".tsv": _write_tsv, ".po": _write_po}
"""Extension and how it is written."""

__all__ = ["READERS", "WRITERS", "ForeignEntry", "read", "write"]
