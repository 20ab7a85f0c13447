"""Words, hashes and keys: the small pure functions on text that all parts share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b

_WORD = re.compile(r"\w[\w’'·.,/-]*")
_ADDRESS = re.compile(r"<?(?:(?:https?://|www\.)[^\s<>]+|[^\s<>@]+@[^\s<>@]+\.\w+)>?")
_TOKEN = re.compile(r"\s+|\w+(?:[’'·-]\w+)*|[^\w\s]")


def squeeze(text: str) -> str:
    """The text with each run of white space as one blank, and none at its ends."""
    # Most texts are so already, and this test costs a third: of all white space, only the
    # blank can be printed.
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(text.split())


def digest(text: str) -> str:
    """16 hex digits of blake2b: names a text in journal fields and caches."""
    return blake2b(text.encode(), digest_size=8).hexdigest()


def segment_keys(texts: Iterable[str]) -> list[str]:
    """Keys for the segments of one document, given their sources in order.

    Eight hex digits of the white-space-normalised source's blake2b hash; a repeat
    gets `-2`, `-3` … in document order, and so does the rare collision.
    """
    seen: dict[str, int] = {}
    keys = []
    for text in texts:
        stem = blake2b(squeeze(text).encode(), digest_size=4).hexdigest()
        count = seen[stem] = seen.get(stem, 0) + 1
        keys.append(stem if count == 1 else f"{stem}-{count}")
    return keys


def count_words(text: str) -> int:
    """Number of words; a number, a hyphenated or an apostrophised word counts as one."""
    pieces = text.split()
    # Most are one word, which is told in a third of the time that the search takes.
    others = [piece for piece in pieces if not piece.isalnum()]
    return len(pieces) - len(others) + len(_WORD.findall(" ".join(others)))


def tokens(text: str) -> list[str]:
    """The text cut into words, white-space runs and single characters; joined again it is the text."""
    return _TOKEN.findall(text)


def has_letters(text: str) -> bool:
    """Whether there is at least one letter."""
    return text[:1].isalpha() or any(map(str.isalpha, text))


def has_words(text: str) -> bool:
    """Whether there is anything to translate: letters, and they are not just an address of the net."""
    return has_letters(text) and not _ADDRESS.fullmatch(text.strip())


def composed(text: str) -> str:
    """The text with each letter and its accents as one sign where there is one (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without accents, for comparisons that forgive both. Ñ stays a letter of its own."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).casefold().translate(_bare)


class _Bare(dict[int, str]):
    """Letters without their accents, by their code points: each is worked out once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char != "ñ" and not char.isascii():
            char = unicodedata.normalize("NFD", char)[0]
        self[code] = char
        return char


_bare = _Bare()
