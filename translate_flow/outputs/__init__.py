"""Outputs of `build`: one file each, one row each in `OUTPUTS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from ..errors import UsageError
from ..messages import Message
from ..model import Edition
from ..plugins import guarded, members, names
from ..typeset.labels import MACHINE, OUTDATED, UNTRANSLATED
from .messages import UNKNOWN

__all__ = ["MACHINE", "OUTDATED", "OUTPUTS", "UNTRANSLATED", "Output", "load", "others"]


@dataclass(frozen=True, slots=True)
class Output:
    """A file made of one edition."""

    name: str
    """What `build --format` calls it."""
    file: str
    """File name in the build folder, such as `bilingual.html`; `NAME` and `LANG` stand for the statement's."""
    description: Message | str
    """One line for help and docs."""
    make: Callable[[Edition], bytes]
    """The file's bytes; same edition, same bytes. Unconfirmed text is marked as machine text."""
    form: str = ""
    """The document format that it writes the finished statement in; a statement that came in this format is
    rebuilt from its own file instead."""
    aligned: bool = False
    """Whether it is a table of pairs, which can also be made sentence by sentence."""
    glossed: bool = False
    """Whether it explains the glossary's terms, and needs to know where they are (`Edition.terms`)."""


OUTPUTS: dict[str, str] = {
    "md": ".md:MD",
    "html": ".html:HTML",
    "docx": ".docx:DOCX",
    "odt": ".odt:ODT",
    "txt": ".text:TEXT",
    "pdf": ".pdf:PDF",
    "epub": ".epub:EPUB",
    "fragment": ".fragment:FRAGMENT",
    "social": ".social:SOCIAL",
    "page-html": ".page_html:PAGE_HTML",
    "page-md": ".page_md:PAGE_MD",
    "page-docx": ".page_docx:PAGE_DOCX",
    "page-pdf": ".page_pdf:PAGE_PDF",
    "bilingual": ".bilingual:BILINGUAL",
    "bilingual-docx": ".bilingual_docx:BILINGUAL_DOCX",
    "bilingual-pdf": ".bilingual_pdf:BILINGUAL_PDF",
    "interleaved": ".interleaved:INTERLEAVED",
    "interleaved-docx": ".interleaved_docx:INTERLEAVED_DOCX",
    "interleaved-pdf": ".interleaved_pdf:INTERLEAVED_PDF",
    "bilingual-txt": ".bilingual_txt:BILINGUAL_TXT",
    "tsv": ".tsv:TSV",
    "csv": ".csv:CSV",
    "jsonl": ".jsonl:JSONL",
    "tmx": ".tmx:TMX",
    "xliff": ".xliff:XLIFF",
    "moses": ".moses:MOSES",
    "parquet": ".parquet:PARQUET",
}
"""Name of each output and where its `Output` is defined."""

USUAL = ("page-html", "page-md", "bilingual", "tsv", "jsonl", "bilingual-txt", "tmx")
"""What is built where nothing is asked for, beside the statement in its own format."""


def load(name: str) -> Output:
    """The output of that name, ours or another package's (entry points `translate_flow.outputs`).

    Raises UsageError for an unknown name, PluginError for another package's that cannot be used.
    """
    if name in OUTPUTS:
        module, attribute = OUTPUTS[name].split(":")
        found = getattr(import_module(module, __name__), attribute)
        assert isinstance(found, Output)
        return found
    for _, other in members("outputs", _guarded, name):
        return other
    raise UsageError(UNKNOWN(name=name, known=tuple(sorted(OUTPUTS))))


def file_name(output: Output, name: str, language: str) -> str:
    """The file's name for a statement of that name (without folders)."""
    return (
        output.file.replace("NAME", name).replace("LANG", language)
        if output.file.startswith("NAME.")
        else output.file
    )


def others() -> list[str]:
    """Names of other packages' outputs; nothing is loaded."""
    return [name for name in names("outputs") if name not in OUTPUTS]


def _guarded(found: object, who: Message) -> Output | None:
    return replace(found, make=guarded(found.make, who)) if isinstance(found, Output) else None
