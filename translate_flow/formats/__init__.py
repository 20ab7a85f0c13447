"""Document formats: one file each, one row each in `FORMATS`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePath
from typing import Protocol

from ..errors import ReadError
from ..messages import Message, Template, verbatim
from ..model import Document, Omission
from . import messages


class Rebuild(Protocol):
    """Writes a source file with other texts; see `Format.rebuild`."""

    def __call__(
        self, data: bytes, document: Document, texts: Mapping[str, str], *, language: str = ""
    ) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A document format: how to read it, and how to write it again with other texts."""

    name: str
    """Such as `markdown`."""
    extensions: tuple[str, ...]
    """With the point, lower case; the first is the one proposed."""
    description: str
    """One line for help and docs."""
    read: Callable[[bytes, str], Document]
    """`read(data, name)`: bytes of a source file and the statement's name. Raises ReadError."""
    rebuild: Rebuild
    """`rebuild(data, document, texts, language="")`: the file with each segment (by key) replaced by its text.

    Segments without a text stay as they are. With every text equal to its source
    the result equals `data`. Raises BuildError naming the segment's key. `language` is the
    texts' BCP 47 tag, for formats that say in the file which language it is in; empty: left as it is.
    """
    article: Callable[[bytes, str], str] | None = None
    """`article(data, name)`: where in the file the statement is among navigation and other matter, in
    words of the format. Raises ReadError if that is nowhere. None: a file of the format is all statement.
    """
    read_within: Callable[[bytes, str, str], Document] | None = None
    """`read_within(data, name, place)`: as `read`, of such a place alone; the document says it is `within`."""

    confidential: Callable[[bytes, str], Message | None] | None = None
    """`confidential(data, name)`: where the file marks itself as confidential, in words; None if it does not.
    It reads no more of the file than it must. Raises ReadError. None: the properties in `Document.meta` tell.
    """

    image: Callable[[bytes, str, str], bytes] | None = None
    """`image(data, name, address)`: the bytes of an image that the file holds and a document's `pictures` name.
    Raises ReadError. None: its images are files of their own."""

    def marks(self, data: bytes, name: str) -> Message | None:
        """Where a file marks itself as confidential, in words; None if it does not. Raises ReadError."""
        if self.confidential is not None:
            found = self.confidential(data, name)
            # Another package may give plain text.
            return found if isinstance(found, Message) else verbatim(str(found)) if found else None
        from ..confidential import in_property

        meta = self.read(data, name).meta
        marked = any(in_property(key, value) for key, value in meta.items())
        return messages.IN_PROPERTIES() if marked else None

    def document(self, data: bytes, name: str, within: str = "") -> Document:
        """The statement in a file, or in one place of it. Raises ReadError, also if it has more than `MOST_SEGMENTS`."""
        if not within:
            found = self.read(data, name)
        elif self.read_within is None:
            raise ReadError(messages.NO_LONGER_A_PAGE(file=name))
        else:
            found = self.read_within(data, name, within)
        if len(found.segments) > MOST_SEGMENTS:
            raise ReadError(
                messages.TOO_MANY_SEGMENTS(file=name, count=len(found.segments), most=MOST_SEGMENTS)
            )
        return replace(found, omitted=(*found.omitted, *figures(one.text for one in found.figures)))


_OTHERWISE = re.compile(r"\d[.,' \xa0\u2009\u202f]\d")
"""Digits that a point, comma or blank parts: languages do not agree on which, and where."""


def figures(texts: Iterable[str]) -> tuple[Omission, ...]:
    """What is said of cells without words; nothing of numbers that every language writes alike."""
    found = tuple(text for text in texts if _OTHERWISE.search(text))
    return (Omission(messages.FIGURES(n=len(found)), len(found), found),) if found else ()


MOST_SEGMENTS = 30_000
"""Segments of one statement at most: what a small machine checks and builds in half a minute. (A long report has some
thousands.)"""

FORMATS: dict[str, str] = {
    "markdown": ".markdown:MARKDOWN",
    "plain": ".plain:PLAIN",
    "html": ".html:HTML",
    "docx": ".docx:DOCX",
    "odt": ".odt:ODT",
}
"""Name of each format and where its `Format` is defined."""

EXTENSIONS: dict[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".ott": "odt",
}
"""Extension to format, so that looking one up imports nothing else."""

UNREADABLE: dict[str, Template] = {
    ".doc": messages.OLD_WORD,
    ".fodt": messages.FLAT_OPEN_DOCUMENT,
    ".sxw": messages.OLD_OPEN_OFFICE,
    ".rtf": messages.RTF,
    ".pdf": messages.PDF,
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".ods", ".numbers", ".csv", ".tsv"), messages.SPREADSHEET),
    **dict.fromkeys((".pptx", ".ppsx", ".ppt", ".odp", ".key"), messages.SLIDES),
    **dict.fromkeys((".epub", ".mobi", ".azw3"), messages.EBOOK),
    **dict.fromkeys((".eml", ".msg", ".mbox"), messages.MAIL),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive"), messages.WEB_ARCHIVE),
    **dict.fromkeys((".rst", ".tex", ".adoc", ".asciidoc", ".org", ".wiki"), messages.MARKUP),
    **dict.fromkeys(
        (".json", ".xml", ".yaml", ".yml", ".po", ".pot", ".xlf", ".xliff", ".tmx"), messages.DATA
    ),
    **dict.fromkeys((".srt", ".vtt", ".ass"), messages.SUBTITLES),
    **dict.fromkeys((".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"), messages.ARCHIVE),
    **dict.fromkeys((".mp3", ".mp4", ".ogg", ".opus", ".m4a", ".wav", ".mov", ".webm"), messages.RECORDING),
    **dict.fromkeys((".svg", ".odg", ".ai", ".psd", ".pub", ".indd", ".vsdx"), messages.DRAWING),
}
"""What to do about files people try."""


def load(name: str) -> Format:
    """The format of that name, ours or a third party's (entry points `translate_flow.formats`)."""
    if name in FORMATS:
        module, attribute = FORMATS[name].split(":")
        found = getattr(import_module(module, __name__), attribute)
        assert isinstance(found, Format)
        return found
    for found in _others(name):
        return found
    raise ReadError(messages.UNKNOWN_FORMAT(name=name, known=tuple(sorted(FORMATS))))


def format_for(file: str, data: bytes | None = None) -> Format:
    """The format that reads a file of that name. Raises ReadError with the remedy if there is none.

    A file whose extension is unknown is known by its content, if that is given.
    """
    extension = PurePath(file).suffix.lower()
    if extension in EXTENSIONS:
        return load(EXTENSIONS[extension])
    for found in _others():
        if extension in found.extensions:
            return found
    if data is not None and extension not in UNREADABLE:
        from ..files.sniffing import sniff

        if (name := sniff(data)) in FORMATS:
            return load(name)
    if extension in UNREADABLE:
        raise ReadError(messages.UNREADABLE(file=file, remedy=_remedy(file, extension)))
    raise ReadError(messages.UNKNOWN_EXTENSION(file=file, known=tuple(sorted(EXTENSIONS))))


def reads_alike(file: str, data: bytes, known: str) -> None:
    """Raise ReadError if a file was read by another package's format (`known`, or empty) that is not installed here.

    By its content it would be read as plain text, and every paragraph be another one.
    """
    if known and known != others_format(file, data) and PurePath(file).suffix.lower() not in EXTENSIONS:
        raise ReadError(messages.PACKAGE_GONE(file=file, name=known))


def others_format(file: str, data: bytes) -> str:
    """The name of the other package's format that reads a file; empty if one of ours does."""
    if PurePath(file).suffix.lower() in EXTENSIONS:
        return ""
    name = format_for(file, data).name
    return "" if name in FORMATS else name


def _remedy(file: str, extension: str) -> Message:
    """What to do about a file that is not read."""
    name = PurePath(file).name
    values = {"extension": extension, "name": name, "better": PurePath(name).with_suffix(".md").name}
    template = UNREADABLE[extension]
    return template(**{field: value for field, value in values.items() if field in template.slots})


def _others(name: str = "") -> Iterator[Format]:
    """Other packages' formats, or the one of that name, under guard. Raises PluginError if it cannot be used."""
    from ..plugins import members  # takes as long to load as all of ours

    for _, found in members("formats", _guarded, name):
        yield found


def _guarded(found: object, who: Message) -> Format | None:
    """Another package's format, so that errors of its code name the package; None if it is none."""
    from ..plugins import guarded

    if not isinstance(found, Format):
        return None
    return replace(
        found,
        extensions=tuple(found.extensions),
        read=guarded(found.read, who),
        rebuild=guarded(found.rebuild, who),
        article=found.article and guarded(found.article, who),
        read_within=found.read_within and guarded(found.read_within, who),
    )


def readable(file: str) -> bool:
    """Whether the file's extension is that of a format."""
    return PurePath(file).suffix.lower() in EXTENSIONS


def extension_of(what: str | bytes) -> str:
    """The extension proposed for a format, by its name, or for content of an unknown one."""
    from ..files.sniffing import sniff

    name = what if isinstance(what, str) else sniff(what)
    return next((extension for extension, known in EXTENSIONS.items() if known == name), ".txt")
