"""Whether two spellings are one name in two languages (*Jartum*, *Khartoum*) or a name and a slip of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from ..language.dictionary import is_english
from .near import distance, near_limit
from .people import is_given

_ENGLISH = {
    "a": "e ah aa o", "ai": "ay i ei", "au": "aw", "b": "v bb", "c": "k ck ch s z cc", "ch": "sh tch tsch kh k c", "d": "dh dd",
    "e": "a ae i ie ye ei ai ea", "ei": "ey ai i y", "f": "ph ff", "g": "gh gg j k kh q", "gu": "w g gh", "hu": "w",
    "i": "y ee ie ey ei e ea j iy", "j": "kh h dj gh zh g y ch", "k": "kh q ck c ch kk", "l": "ll", "ll": "l", "m": "mm", "n": "nn ny gn",
    "o": "u e ou au aw oh", "p": "pp", "qu": "k q kh ck c", "r": "rr rh", "rr": "r", "s": "z sh ss ts c x sch", "t": "th tt",
    "u": "oo ou w o ue", "v": "w f ff", "x": "ks cks", "y": "i j ie yi", "z": "ts tz s zh dz th zz",
}  # fmt: skip
"""What English may write for letters of a Spanish spelling of a name from another language."""
_AT_END = {
    "": "h e s n y us um os is ie", "o": "us os on um e", "a": "ae e um y", "ia": "y ie e ea", "e": "es is y", "es": "s is",
    "as": "es s is", "os": "us oi s", "is": "e",
}  # fmt: skip
_AT_START = {"": "h", "es": "s"}


def _table(rules: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        spanish: (*english.split(), *([""] if spanish in ("o", "a", "e") else []))
        for spanish, english in rules.items()
    }


_INSIDE = {spanish: tuple(english.split()) for spanish, english in _ENGLISH.items()}
_END, _START = _table(_AT_END), _table(_AT_START)


@lru_cache(maxsize=1 << 14)
def respelt(source: str, target: str) -> bool:
    """Whether English may write a name of another language so, which Spanish writes otherwise; both folded.

    *Jartum* and *Khartoum*, *Gorbachov* and *Gorbachev*, *Encélado* and *Enceladus*: letters are replaced by what
    English has for their sounds, and none goes missing inside.
    """
    if abs(len(source) - len(target)) > 4:
        return False
    reached = [set() for _ in range(len(source) + 1)]  # type: list[set[int]]
    reached[0].add(0)
    for start, forms in _START.items():
        if source.startswith(start):
            reached[len(start)].update(len(form) for form in forms if target.startswith(form))
    for at in range(len(source)):
        for place in reached[at]:
            if target[place : place + 1] == source[at]:
                reached[at + 1].add(place + 1)
            for size in (1, 2):
                piece = source[at : at + size]
                if len(piece) < size:
                    continue
                for form in _INSIDE.get(piece, ()):
                    if target.startswith(form, place):
                        reached[at + size].add(place + len(form))
            rest = source[at:]
            if len(rest) <= 2 and any(target[place:] == form for form in _END.get(rest, ())):
                return True
    return any(target[place:] in ("", *_END[""]) for place in reached[len(source)])


def slip(source: str, others: Iterable[str], *, strict: bool = False) -> str | None:
    """The one of the `others` that is this name with a letter or two wrong; None if none is. All folded.

    An English word is none, nor is what English may write for it; with `strict`, of a name that English leaves as it
    is, anything is but a word, given names excepted (*Wilber*, *Wilbert*).
    """
    if len(source) < 4:
        return None
    limit = near_limit(len(source))
    best: tuple[int, str] | None = None
    for other in others:
        if abs(len(other) - len(source)) > limit or len(other) < 3:
            continue
        edits = distance(source, other, limit)
        if edits > limit or (best and edits >= best[0]) or (source[0] != other[0] and edits > 1):
            continue
        if (is_english(other) and not (strict and is_given(other.title()))) or (
            not strict and respelt(source, other)
        ):
            continue
        best = edits, other
    return best[1] if best else None


def akin(source: str, others: Iterable[str]) -> bool:
    """Whether one of the others may be what English writes for a name: *Aristóteles*, *Aristotle*. All folded."""
    one = source[1:] if source[:2] == "es" and source[2:3] not in "aeiou" else source
    for other in others:
        if abs(len(other) - len(source)) > 5 or len(other) < 3:
            continue
        if one[:3] == other[:3] or respelt(source, other):
            return True
        if one[0] == other[0] and Levenshtein.normalized_similarity(one, other) >= 0.5:
            return True
    return False
