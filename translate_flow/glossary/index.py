"""Search for all terms at once: an Aho-Corasick automaton over words.

Every word that occurs in some term gets a code of three characters, every other word one
and the same character, and characters that do not matter none; a text becomes a short string of
codes, in which the automaton finds whole words only, whatever is between them. What it
finds is then compared with the term's written form for capitals and accents.

The time is linear in the text and does not grow with the glossary (Aho and Corasick 1975).
Three characters from three small alphabets rather than one from a large one: the automaton's
nodes search their children one by one.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import Any

from ..language.words import once
from ..model import Match, Term
from .context import TermPlace, acceptable
from .kinds import traits
from .patterns import Pattern, is_acronym, patterns
from .words import CLOSING, OPENING, chunks, folded, is_silent, pieces, pieces_of, spread, words_of

_OTHER = "\x01"
_CACHE_LIMIT = 400_000
_PAIRED = re.compile(f'[{re.escape("".join(OPENING) + "".join(CLOSING))}"]')


class Codes(dict[str, str]):
    """Code of each piece of text; worked out when first asked for, then remembered."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, str] = {}
        self.taught: dict[str, str] = {}
        self.stems: dict[str, str] = {}
        self.openings: set[str] = set()

    def teach(self, word: str) -> str:
        """The code of a word of a term."""
        if word in self.taught:
            return self.taught[word]
        key = folded(word)
        if key not in self.known:
            number = len(self.known)
            self.known[key] = (
                chr(0x100 + (number >> 12)) + chr(0x3000 + (number >> 6 & 63)) + chr(0x4000 + (number & 63))
            )
        self.taught[word] = self.known[key]
        return self.known[key]

    def teach_verb(self, verb: str) -> str:
        """The code of all forms of a verb: of all words with its stem."""
        stem = stemmed(verb)
        self.openings.add(folded(verb)[:4])
        return self.stems.setdefault(stem, self.teach(f"{stem}+"))

    def sharing_stem(self, verb: str) -> list[str]:
        """Codes of words of other terms that may be forms of the verb (`terruqueo`, `terruqueó`)."""
        start, stem = folded(verb)[:4], stemmed(verb)
        return [code for word, code in self.known.items() if word.startswith(start) and stemmed(word) == stem]

    def __missing__(self, piece: str) -> str:
        code = "" if is_silent(piece) else "".join(self._code(word) for word in spread(piece))
        if len(self) < _CACHE_LIMIT:
            self[piece] = code
        return code

    def _code(self, word: str) -> str:
        key = folded(word)
        if key in self.known:
            return self.known[key]
        if key[:4] in self.openings:
            return self.stems.get(stemmed(word), _OTHER)
        return _OTHER


class _ChunkCodes(dict[str, str]):
    """The codes of what is between two blanks, in a row."""

    def __init__(self, codes: Codes) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, chunk: str) -> str:
        code = "".join(map(self._codes.__getitem__, pieces_of((chunk,))))
        if len(self) < _CACHE_LIMIT:
            self[chunk] = code
        return code


@lru_cache(maxsize=1 << 16)
def stemmed(word: str) -> str:
    """Snowball stem of a Spanish word, without accents."""
    stem: str = folded(_stemmers.spanish.stemWord(word.lower()))
    return stem.removesuffix("e")  # Snowball leaves the e of -ear verbs in some tenses


class _Stemmers(threading.local):
    """A stemmer for each thread: it keeps the word it is at in itself."""

    @once
    def spanish(self) -> Any:
        from snowballstemmer import stemmer

        return stemmer("spanish")


_stemmers = _Stemmers()


class TermIndex:
    """The search structure of one glossary."""

    def __init__(self, terms: Iterable[Term]) -> None:
        from ahocorasick import Automaton

        self._codes = Codes()
        self._chunks = _ChunkCodes(self._codes)
        entries: dict[str, list[tuple[Term, Pattern]]] = {}
        for term in terms:
            for pattern in patterns(term):
                entries.setdefault(self._key(term, pattern), []).append((term, pattern))
        for verb, pattern in [pair for found in entries.values() for pair in found if _is_verb(*pair)]:
            for key in self._codes.sharing_stem(pattern.words[0]):
                entries.setdefault(key, []).append((verb, pattern))
        self._automaton = Automaton()
        for key, found in entries.items():
            self._automaton.add_word(key, (len(key), found))
        self._automaton.make_automaton()
        self._empty = not entries

    def _key(self, term: Term, pattern: Pattern) -> str:
        if _is_verb(term, pattern):
            return self._codes.teach_verb(pattern.words[0])
        return "".join(map(self._codes.teach, pattern.words))

    def search(self, text: str) -> list[tuple[Match, Pattern]]:
        """Every place where a term is, nested and overlapping ones too, by end of match."""
        found: list[tuple[Match, Pattern]] = []
        if self._empty:
            return found
        apart = chunks(text)
        if apart is not None and not any(self._automaton.iter("".join(map(self._chunks.__getitem__, apart)))):
            return found  # as most
        parts = pieces(text) if apart is None else pieces_of(apart)
        codes = list(map(self._codes.__getitem__, parts))
        hits = list(self._automaton.iter("".join(codes)))
        if not hits:
            return found
        place = TermPlace(text, parts)
        code_ends = list(accumulate(map(len, codes)))
        at = start = 0
        for last, (length, entries) in hits:
            final = bisect_right(code_ends, last)
            first = bisect_right(code_ends, last + 1 - length)
            if code_ends[final] != last + 1 or code_ends[first] - len(codes[first]) != last + 1 - length:
                continue  # begins or ends inside "del"
            if first < at:
                start -= sum(map(len, parts[first:at]))
            else:
                start += sum(map(len, parts[at:first]))
            at = first
            end = start + sum(map(len, parts[first : final + 1]))
            place.first, place.final, place.start = first, final, start
            piece = parts[first] if first == final else ""
            for term, pattern in entries:
                if piece != pattern.words[0] and not _agrees(piece, term, pattern, place):
                    continue
                named = piece[:1].isupper() and term.es.islower()
                if (place.addresses or named or traits(term.kind).place) and not acceptable(term, place):
                    continue
                span = (start, end) if piece else _whole(text, start, end)
                if span:
                    found.append((Match(term, *span, text[span[0] : span[1]]), pattern))
        return found


def _is_verb(term: Term, pattern: Pattern) -> bool:
    """Whether a form is one verb, found in all its forms by its stem."""
    return traits(term.kind).verb and len(pattern.words) == 1


def _whole(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span widened so that quotes and brackets in it come in pairs; None if they cannot."""
    inside = text[start:end]
    if not _PAIRED.search(inside):
        return start, end
    for closing, opening in CLOSING.items():
        if closing in "’" or (closing not in inside and opening not in inside):
            continue
        depth = inside.count(opening) - inside.count(closing)
        if depth == 1 and text[end : end + 1] == closing:
            end += 1
        elif depth == -1 and text[start - 1 : start] == opening:
            start -= 1
        elif depth:
            return None
    if inside.count('"') % 2:
        if text[end : end + 1] == '"':
            end += 1
        elif text[start - 1 : start] == '"':
            start -= 1
    return start, end


def _agrees(piece: str, term: Term, pattern: Pattern, place: TermPlace) -> bool:
    """Whether the text has the capitals and accents that the written form asks for.

    `piece` is the candidate if it is a single one, else empty.
    """
    if piece and pattern.name and piece.islower() and not pattern.words[0].islower():
        return False  # by far the most frequent case, and so the first
    if _is_verb(term, pattern):
        return True
    found = words_of(place.parts[place.first : place.final + 1])
    if len(found) != len(pattern.words):
        return False
    for number, (word, form) in enumerate(zip(found, pattern.words, strict=True)):
        if word == form:
            continue
        if pattern.name:
            if not _capitals(word, form) and not (number == 0 and place.after_region_word(form)):
                return False
        elif not _accents(word.lower(), form):
            return False
    return True


def _capitals(word: str, form: str) -> bool:
    if not form[0].isupper():
        return True
    if form.isupper() and is_acronym(form):
        letters = sum(c.isalpha() for c in form)
        return (
            word.isupper() or (letters > 4 and word[0].isupper()) or (word[:-1].isupper() and word[-1] == "s")
        )
    return word[0].isupper()


def _accents(word: str, form: str) -> bool:
    """Accents may be left out in a text, but none may stand where the term has none (`paró`, `paro`)."""
    return word == form or all(a == b or a == folded(b) for a, b in zip(word, form, strict=False))
