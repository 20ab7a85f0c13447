"""A statement in one of its languages as Markdown, whatever format it came in.

Pages need the whole structure, figures in tables included, which are no segments. A
Markdown source is rebuilt with the texts; other formats are laid out by their segments' kinds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from ..carry.cuts import parted, together
from ..files.encoding import decode
from ..formats.markdown.statement import put, read, rebuild
from ..frontmatter import front_matter
from ..markup.notes import PlaceNote
from ..model import Document, Edition, Kind
from .credits import credits
from .escaped import escaped
from .marks import split_mark
from .outline import outline
from .signed import signed

_TURNING = "\u202d\u202e"
"""Characters that turn the order in which a text is read (UTR 36, 2.10): with one of them 41 reads as 14."""
_LINE_END = re.compile(r"\r\n?")
_BREAK = re.compile(r"\\?\n\s*")
_HASHES = re.compile(r" {0,3}#{1,6}[ \t]+")


def markdown(edition: Edition, texts: Sequence[str], *, labels: bool = False, signed_in: str = "") -> str:
    """The statement's Markdown with one text per unit, without front matter, line ends `\\n`.

    `labels`: see `outline.outline`; `signed_in`: language (BCP 47 tag) in which the list of signatories is below
    it, empty if it does not. Texts are Markdown if the statement is, else plain. Raises BuildError, naming the
    segment, if a text cannot stand in its place.
    """
    below = signed(edition, signed_in)
    if any(sign in text for text in texts for sign in _TURNING):
        texts = [text.translate(dict.fromkeys(map(ord, _TURNING))) for text in texts]
    document = edition.document
    if not is_own(edition):
        return outline(edition, texts, labels=labels) + below
    data, read = _reading(edition)
    if len(read.segments) != len(edition.units):  # some are parts of what is one paragraph in the file
        by_key = {unit.key: text for unit, text in zip(edition.units, texts, strict=True)}
        whole = together(read, document.segments, by_key)
        texts = [whole.get(segment.key, "") for segment in read.segments]
    if labels:
        bare = [split_mark(text)[1] for text in texts]
        _rebuilt(data, read, tuple(bare))  # looks at what the texts make of the file
        rebuilt = _labelled(data, read, tuple(texts))
    else:
        rebuilt = _rebuilt(data, read, tuple(texts))
    if document.said:
        rebuilt = _as_said(rebuilt, edition)
    text = rebuilt[front_matter(rebuilt).end :]
    return text.rstrip() + below if below else text


def is_own(edition: Edition) -> bool:
    """Whether `markdown` is the statement's own, and not made of its segments."""
    return edition.document.format == "markdown" and bool(edition.source)


def _as_said(text: str, edition: Edition) -> str:
    """The Markdown with its paragraphs and headings as a person said they are, where the file says otherwise."""
    segments = read(text.encode(), edition.document.name).segments
    if len(segments) != len(edition.units):
        return text  # a paragraph in parts: which of them is meant, the file cannot show
    for there, unit in reversed(list(zip(segments, edition.units, strict=True))):
        wanted = unit.segment
        if wanted.kind is there.kind:
            continue
        line = text.rfind("\n", 0, there.start) + 1
        before, words = text[line : there.start], text[there.start : there.end]
        if wanted.kind is Kind.HEADING and not before.strip():
            words = "#" * min(max(wanted.level, 2), 6) + " " + _BREAK.sub(" ", words)
        elif wanted.kind is Kind.QUOTE and not before.strip():
            words = "> " + words.replace("\n", "\n> ")
        elif there.kind is Kind.HEADING and _HASHES.fullmatch(before):
            before = ""
        text = text[:line] + before + words + text[there.end :]
    return text


def _reading(edition: Edition) -> tuple[bytes, Document]:
    """The file with the line ends of Markdown's parser, and its reading: the edition's own if it has them."""
    document = edition.document
    data = _with_its_line_ends(edition.source, document.name)
    own = data == edition.source and not parted(document)
    return data, (document if own else _read_again(data, document.name))


@lru_cache(maxsize=1)
def _with_its_line_ends(source: bytes, name: str) -> bytes:
    return _LINE_END.sub("\n", decode(source, name).text).encode()


_read_again = lru_cache(maxsize=1)(read)
Texts = tuple[str, ...]


def _kept(make: Callable[[bytes, Document, Texts], str]) -> Callable[[bytes, Document, Texts], str]:
    """The function with its last results kept, for each output asks again."""
    last: list[tuple[bytes, Texts, str]] = []

    def made(data: bytes, document: Document, texts: Texts) -> str:
        for known, same, result in last:
            if known == data and same == texts:
                return result
        result = make(data, document, texts)
        last[:] = [*last[-1:], (data, texts, result)]
        return result

    return made


def _by_key(document: Document, texts: Texts) -> dict[str, str]:
    return dict(zip((segment.key for segment in document.segments), texts, strict=True))


@_kept
def _rebuilt(data: bytes, document: Document, texts: Texts) -> str:
    """The file with these texts in its segments."""
    return rebuild(data, document, _by_key(document, texts)).decode()


@_kept
def _labelled(data: bytes, document: Document, texts: Texts) -> str:
    """The same with labels before them; `_rebuilt` has had the bare ones."""
    return put(data.decode(), document, _by_key(document, texts))


def titled_markdown(edition: Edition, texts: Sequence[str], language: str) -> str:
    """The statement's Markdown; a title that stood in the front matter becomes its heading.

    `language`: that of the texts.
    """
    text = markdown(edition, texts, signed_in=language)
    if edition.document.format != "markdown":
        return text
    front = (
        words
        for unit, words in zip(edition.units, texts, strict=True)
        if unit.segment.kind is Kind.TITLE and unit.segment.note == PlaceNote.FRONT_TITLE
    )
    title = next(front, "")
    return f"# {escaped(title)}\n\n{text.lstrip()}" if title else text


def credited(edition: Edition) -> str:
    """The credits as a Markdown paragraph with a blank line before it; empty if there are none."""
    lines = [f"{escaped(credit.name)}: {escaped(credit.value)}" for credit in credits(edition)]
    return "\n" + "\\\n".join(lines) + "\n" if lines else ""
