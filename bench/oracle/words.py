"""The words of two readings of one document, compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from translate_flow.markup import inline
from translate_flow.model import Document

LETTER = "q"
"""What every translated word ends in."""
_WORD = re.compile(r"[a-zA-ZÀ-ɏ]+")
"""Words of Latin letters: a page shows others in the order they are read in, from right to left."""
_ENDS = re.compile(r"(?<=[a-zA-ZÀ-ɏ])(?![a-zA-ZÀ-ɏ\xad\u0300-\u036f])")
_NUMERAL = re.compile(r"[ivxlcdm]+|.")


KINDS = ("left", "lost", "doubled", "moved", "hidden", "changed", "told")
"""What may be said of a file's words."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What others read otherwise in one rebuilt file, words in order."""

    file: Path
    left: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Blocks or marks that are others now: the first of them, by the names of elements."""
    told: tuple[str, ...] = ()
    """Left as they were, and reported by `add`."""
    refused: str = ""
    """Why the file could not be read or built."""

    @property
    def bad(self) -> bool:
        """Whether anything is not as it should be."""
        return any((self.left, self.lost, self.doubled, self.moved, self.hidden, self.changed))


def marked(document: Document) -> dict[str, str]:
    """A translation of each segment: every word with a letter behind it."""
    return {segment.key: lettered(segment.text) for segment in document.segments}


def lettered(text: str) -> str:
    """The text of a segment with a letter behind each word."""
    tokens = inline.tokens(text)
    plain = [t if isinstance(t, str) else " " if t.role == "single" else "" for t in tokens]
    out: list[inline.Token] = []
    for at, token in enumerate(tokens):
        if isinstance(token, str):
            after = "".join(plain[at + 1 :])[:1]
            joined = _ENDS.sub(LETTER, token + after)
            # A word that goes on behind a mark ends there.
            token = joined[: len(joined) - len(_ENDS.sub(LETTER, after))] if after else joined
        out.append(token)
    return inline.written(out)


def words(texts: Iterable[str]) -> Iterator[str]:
    """The words of some texts in small letters."""
    for text in texts:
        text = unicodedata.normalize("NFC", text)
        for match in _WORD.finditer(re.sub(r"[\xad\u200b]|-\n(?=[a-zà-ÿ])", "", text)):
            yield match[0].casefold()


def is_marked(word: str) -> bool:
    """Whether a word is from a translation."""
    return word.endswith(LETTER)


def stripped(word: str) -> str:
    """The word as it was before."""
    return word.removesuffix(LETTER) if len(word) > 1 else word


def is_word(word: str) -> bool:
    """Whether it is a word at all: no number, and not one of an automatic list."""
    return not _NUMERAL.fullmatch(word)


def surplus(these: Sequence[str], those: Sequence[str], running: set[str]) -> list[str]:
    """Words that one reading has more often than the other, those of page headers left out if both have them."""
    more = Counter(word for word in these if is_word(word))
    more.subtract(Counter(those))
    return [w for w, n in more.items() if n > 0 and not (w in running and w in those) for _ in range(n)]


def moved_words(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Words of both that stand in another order."""
    if Counter(old) != Counter(new):
        return
    for what, start, end, *_ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what in ("delete", "replace"):
            yield from old[start:end]
