"""Plain text: paragraphs, items, headings and lists of names, as people type and paste them.

Front matter at its head, as some put there for their web site's program, is left alone but for its texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...errors import BuildError
from ...files.encoding import decode, encode
from ...frontmatter import FrontMatter, Value, front_matter, notices
from ...language.text import segment_keys, squeeze
from ...language.whole import as_read
from ...markup.messages import FILE_CHANGED
from ...markup.notes import PlaceNote
from ...markup.splice import LINE, lines_of, must_hold, splice, wrap
from ...messages import Message
from ...model import Document, Kind, Segment, Setting
from .. import Format, figures
from .blocks import Block, blocks, numeric
from .cells import fitted
from .lines import is_marker
from .mail import MailHead, left_out, mail_heads, may_hold_heads, without_heads

_MARKER = re.compile(r"[^>\s]")
_PAGE = re.compile(r"[^> \t\xa0]")
_LETTER = re.compile(r"[^\r\n]")
_SIGNATURE = re.compile(r"^-- \r?$", re.MULTILINE)
_LONGEST_SIGNATURE = 12
"""Lines of an e-mail's signature; what goes on longer is text."""
_HEAD = 200
"""Characters in which the first word of a segment is found."""
_SURELY = 20
"""Characters that are the same at the place of a segment, if it is there as it was read."""
_NARROWEST = 40
"""Lines broken at fewer characters than this are no model for a translation."""


def read(data: bytes, name: str) -> Document:
    """The statement in a plain text file. Raises ReadError."""
    decoded = decode(data, name)
    text = decoded.text
    front = _front(text)
    found = _blocks(text, front)
    heads = _heads(text, front, found)
    letters = {at for head in heads for at in head.blocks}
    told = (*figures(numeric(text)), *left_out(heads, found))
    found = [block for at, block in enumerate(found) if at not in letters]
    texts = [as_read(block.text) for block in found]
    above = [as_read(_words(value)) for value in front.texts]
    keys = segment_keys([*above, *texts])
    end_of_line = match[0] if (match := LINE.search(text)) else "\n"
    signature, inside, behind = _signature(text), Setting(), Setting(outside=True)
    segments = tuple(
        Segment(
            key,
            block.kind,
            words,
            block.rows[0].start,
            block.rows[-1].end,
            block.rows[0].number + 1,
            _newline(block, text, end_of_line),
            setting=behind if block.rows[0].start > signature else inside,
        )
        for key, block, words in zip(keys[len(above) :], found, texts, strict=True)
    )
    title = next((segment.text for segment in segments if segment.kind is Kind.TITLE), "")
    front_texts = tuple(
        _head(key, words, value, text, titled=bool(title))
        for key, words, value in zip(keys, above, front.texts, strict=False)
    )
    title = title or next((segment.text for segment in front_texts if segment.kind is Kind.TITLE), "")
    if not title and (subject := _subject(heads, text)):
        taken = segment_keys([subject.text, *above, *texts])
        front_texts, title = (replace(subject, key=taken[0]), *front_texts), subject.text
    said = (*decoded.notices, *notices(front))
    return Document(
        name, "plain", (*front_texts, *segments), title, decoded.encoding, front.meta, said, omitted=told
    )


def confidential(data: bytes, name: str) -> Message | None:
    """Where the file marks itself as confidential: in its front matter or first lines. Raises ReadError."""
    from ...confidential import in_text

    return in_text(decode(data, name).text)


def _blocks(text: str, front: FrontMatter) -> list[Block]:
    """The blocks of a text below its front matter."""
    return list(blocks(_LETTER.sub(" ", text[: front.end]) + text[front.end :] if front.end else text))


def _heads(text: str, front: FrontMatter, found: list[Block] | None = None) -> list[MailHead]:
    """The heads of e-mails in a text, `found` being its blocks if they are known."""
    if not may_hold_heads(text[front.end :]):
        return []
    return list(mail_heads(_blocks(text, front) if found is None else found, text))


def _subject(heads: Sequence[MailHead], text: str) -> Segment | None:
    """The subject of the first e-mail, which is the title of a text that has none."""
    for head in heads:
        if head.subject:
            start, end = head.subject
            line = len(lines_of(text[:start]))
            words = as_read(squeeze(text[start:end]))
            note, outside = PlaceNote.MAIL_SUBJECT, Setting(outside=True)
            return Segment("", Kind.TITLE, words, start, end, line, " ", note, setting=outside)
    return None


def _signature(text: str) -> int:
    """Where the signature of an e-mail begins (RFC 3676, 4.3); behind the text's end if it has none."""
    start = len(text)
    for _ in range(_LONGEST_SIGNATURE + 1):
        start = max(text.rfind("\n", 0, start), 0)
    found = [match.start() for match in _SIGNATURE.finditer(text, start)]
    return found[-1] if found else len(text)


def _front(text: str) -> FrontMatter:
    """The front matter; none where only drawn lines look like its fences."""
    front = front_matter(text)
    return front if any(value.path and value.path[0] for value in front.values) else FrontMatter()


def _words(value: Value) -> str:
    return (value.text or "").strip() if value.lines else squeeze(value.text or "")


def _head(key: str, words: str, value: Value, text: str, *, titled: bool) -> Segment:
    """A text of the front matter; the title is the statement's if its text has none."""
    main = value.path == ("title",)
    kind = Kind.TITLE if main and not titled else Kind.LINE
    note = PlaceNote.FRONT_TITLE if main else PlaceNote.FRONT_TEXT
    line = len(lines_of(text[: value.start]))
    newline = "\n" if value.lines else " "
    outside = Setting(outside=True)
    return Segment(key, kind, words, value.start, value.end, line, newline, note, setting=outside)


def rebuild(data: bytes, document: Document, texts: Mapping[str, str], *, language: str = "") -> bytes:
    """The text file with other texts in its segments; a wrapped paragraph is wrapped at the width it had.

    Raises BuildError if the file's encoding cannot hold a text, or if `data` is not what was read.
    """
    changed = [
        segment
        for segment in document.segments
        if texts.get(segment.key, segment.text) != segment.text and texts[segment.key].strip()
    ]
    if not changed:
        return data
    decoded = decode(data, document.name)
    heads = _heads(decoded.text, _front(decoded.text))
    title = next(
        ((s.start, texts.get(s.key, s.text)) for s in document.segments if s.note == PlaceNote.MAIL_SUBJECT),
        None,
    )
    end_of_line = match[0] if (match := LINE.search(decoded.text)) else "\n"
    pieces = list(without_heads(heads, title, end_of_line))
    for segment in changed:
        if segment.note == PlaceNote.MAIL_SUBJECT:
            continue
        if segment.note in (PlaceNote.FRONT_TITLE, PlaceNote.FRONT_TEXT):
            from ...frontmatter.write import written_value

            front = _front(decoded.text)
            if (segment.start, segment.end) not in {(value.start, value.end) for value in front.texts}:
                raise BuildError(FILE_CHANGED(file=document.name))
            piece = written_value(texts[segment.key], decoded.text[segment.start : segment.end], front.kind)
        else:
            if not _stands_there(segment, decoded.text):
                raise BuildError(FILE_CHANGED(file=document.name))
            piece = _written(segment, texts[segment.key], decoded.text)
        piece, end = fitted(piece, segment.start, segment.end, decoded.text)
        pieces.append((segment.start, end, piece))
    try:
        return encode(splice(decoded.text, sorted(pieces)), decoded, document.name)
    except BuildError:
        for segment in changed:
            must_hold(texts[segment.key], decoded.encoding, document.name, segment.key)
        raise


def _stands_there(segment: Segment, file: str) -> bool:
    """Whether the segment's first word is where it was read."""
    if file.startswith(segment.text[:_SURELY], segment.start):
        return True
    words = as_read(file[segment.start : min(segment.end, segment.start + _HEAD)]).split(maxsplit=1)
    return bool(words) and segment.text.startswith(words[0].rstrip("-\u2010\u00ad¬"))


def _newline(block: Block, text: str, end_of_line: str) -> str:
    """A line end of the file, and the indent and quote marks a further line of the block has."""
    first = block.rows[0]
    if len(block.rows) == 1 and first.begin == first.start:
        return end_of_line
    if len(block.rows) > 1:
        second = block.rows[1]
        ended = LINE.search(text, first.end)
        return (ended[0] if ended else end_of_line) + _PAGE.sub("", text[second.begin : second.start])
    return end_of_line + _PAGE.sub("", _MARKER.sub(" ", text[first.begin : first.start]))


def _written(segment: Segment, text: str, file: str) -> str:
    """A text in the place of a segment; lines of its own for its line breaks, none of them blank."""
    own = [line for line in map(str.strip, lines_of(text)) if line]
    source = file[segment.start : segment.end]
    if "\n" not in source and "\r" not in source:
        return segment.newline.join(own)
    begin = max(file.rfind("\n", 0, segment.start), file.rfind("\r", 0, segment.start)) + 1
    width = max(_NARROWEST, *(len(line.rstrip()) for line in lines_of(file[begin : segment.end])))
    rest = len(segment.newline.lstrip("\r\n"))
    written = []
    for at, line in enumerate(own):
        written += wrap(line, width, rest if at else segment.start - begin, rest, is_marker)
    return segment.newline.join(written)


PLAIN = Format(
    "plain",
    (".txt",),
    "plain text: paragraphs, lists and headings as they are typed",
    read,
    rebuild,
    confidential=confidential,
)
