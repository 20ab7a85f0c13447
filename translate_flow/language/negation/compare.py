"""Whether a text and its translation deny alike."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..cognates import beginnings, singled
from ..knowledge import of
from ..words import Span, TextWords
from .finding import LETTERS, Negations, denied, is_faint, is_negator, known, may_restrict, negations, scan


@dataclass(frozen=True, slots=True)
class Difference:
    """A denial that one text has and its translation has not."""

    lost: bool
    """Whether it is the source that denies; otherwise the translation does."""
    span: Span
    """Where the denial is, in the text that has it."""
    certain: bool
    """Whether the texts are short and the other one has nothing that could stand for it."""


def difference(
    source: str,
    target: str,
    languages: tuple[str, str],
    found: tuple[Negations, Negations] | None = None,
) -> Difference | None:
    """A denial that one of two texts without marks has more than the other; None if they deny alike.

    `found` is what denies in them, if that is known.

    Counted, not only looked for. A denial too many is excused by a phrase or a word near its place that may say the
    same (*fails to*, *sin*, *unjust*), unless the text that denies has as many of those itself.
    """
    here, there = found or (negations(source, languages[0]), negations(target, languages[1]))
    if bool(here.without) is not bool(there.without) and here.same(there):
        return _joined((source, target), (here, there), languages)
    if here.same(there) and not (here.restricted or there.restricted):
        return None
    if not (known(languages[0]) and known(languages[1])):
        return None
    here, there = (
        _said(side if side.any else scan(text, tag), text, other)  # with phrases, where nothing denies
        for side, text, tag, other in zip(
            (here, there), (source, target), languages, (target, source), strict=True
        )
    )
    here, taken = _paired(here, source, target, languages[1])
    there, given = _paired(there, target, source, languages[0])
    near = [start / len(source) for start, _ in here.hard] + [start / len(target) for start, _ in there.hard]
    wide = bool(here.doubled or there.doubled) or len(target) < _NARROW
    ours, theirs = (
        _faint_near(text, tag, near, wide, told | _within(side.excused))
        for text, tag, told, side in zip(
            (source, target), languages, (given, taken), (here, there), strict=True
        )
    )
    # A denial of a denial counts where the other text has the inner denial as well.
    said = here.count + (here.doubled if theirs >= ours else 0)
    answered = there.count + (there.doubled if ours >= theirs else 0)
    fewer = there.doubled if ours < theirs else 0
    lost = said > answered + fewer and said + ours > answered + theirs + _more(
        there.either, here.either
    ) + _without(there, here)
    fewer = here.doubled if theirs < ours else 0
    added = answered > said + fewer and answered + theirs > said + ours + _more(
        here.either, there.either
    ) + _without(here, there)
    if not lost and not added:
        return _unrestricted((source, target), (here, there), (ours, theirs), languages)
    mine, other, faint = (here, there, theirs - ours) if lost else (there, here, ours - theirs)
    places = mine.hard or mine.undone
    if not places:
        return None
    short = max(len(source.split()), len(target.split())) <= _SHORT
    nothing = not (other.hard or other.either or other.doubled or other.without or faint > 0)
    return Difference(lost, places[0], short and nothing)


def _said(found: Negations, text: str, other: str) -> Negations:
    """Without the denials that the other text has word by word, as it has slogans and titles: *Ni una menos*."""
    hard = [span for span in found.hard if not _is_kept(text, span, other)]
    return found if len(hard) == len(found.hard) else replace(found, hard=tuple(hard))


def _is_kept(text: str, span: Span, other: str) -> bool:
    """Whether the other text has a stretch with the words beside it, two at least on one side."""
    behind = _TWO_BEHIND.match(text, span[1])
    ahead = _TWO_AHEAD.search(text, max(0, span[0] - _TWO_WORDS), span[0])
    stretches = [text[span[0] : behind.end()] if behind else ""]
    stretches.append(text[ahead.start() : span[1]] if ahead else "")
    return any(stretch and stretch in other for stretch in stretches)


_TWO_BEHIND = re.compile(r"(?:\s+[^\W_]+(?:['’][^\W_]+)?){2}\b")
_TWO_WORDS = 80
"""Characters that two words have at most."""
_TWO_AHEAD = re.compile(r"\b(?:[^\W_]+(?:['’][^\W_]+)?\s+){2}$")


def _unrestricted(
    texts: tuple[str, str],
    sides: tuple[Negations, Negations],
    faint: tuple[int, int],
    languages: tuple[str, str],
) -> Difference | None:
    """A *not … until* of one text, where the other has nothing that denies or says *only*."""
    for n, other in ((0, 1), (1, 0)):
        bare = replace(sides[other], excused=()) == Negations() and not faint[other]
        if bare and sides[n].restricted and not may_restrict(texts[other], languages[other]):
            return Difference(n == 0, sides[n].restricted[0], False)
    return None


def _joined(
    texts: tuple[str, str], sides: tuple[Negations, Negations], languages: tuple[str, str]
) -> Difference | None:
    """A *sin* that is *with* in the other text, which denies nothing in any other way than the first."""
    n = 0 if sides[0].without else 1
    other = 1 - n
    behind = LETTERS.search(texts[n], sides[n].without[0][1])
    acting = tuple(of(languages[n]).words("negation", "acting"))
    # Denials of both texts, as often in one as in the other, deny something else: sin consulta no hay mina.
    if replace(sides[other], hard=(), excused=()) != Negations() or (
        behind and behind[0].lower().endswith(acting)
    ):
        return None
    words = [TextWords(text).low for text in texts]
    here, there = (
        sum(
            word in _with(tag) and not is_negator(following, tag)  # with no food
            for word, following in zip(side, [*side[1:], ""], strict=True)
        )
        for tag, side in zip(languages, words, strict=True)
    )
    more = there > here if n == 0 else here > there
    if not more or any(is_faint(word, languages[other]) for word in words[other]):
        return None
    return Difference(n == 0, sides[n].without[0], False)


@lru_cache(maxsize=64)
def _with(tag: str) -> frozenset[str]:
    return of(tag).words("negation", "with")


def _more(one: int, other: int) -> int:
    return max(0, one - other)


def _without(one: Negations, other: Negations) -> int:
    """How many more times one text says *without* than the other."""
    return max(0, len(one.without) - len(other.without))


def _paired(mine: Negations, text: str, other: str, tag: str) -> tuple[Negations, frozenset[int]]:
    """What denies in a text but for what the other one says with a prefix: *no solicitada*, *unsolicited*.

    Also where the other text's words for it begin. `tag` is the other text's language.
    """
    if not mine.hard:
        return mine, _NOWHERE
    words = [(m.start(), plain) for m in LETTERS.finditer(other) if (plain := denied(m[0], tag))]
    if not words:
        return mine, _NOWHERE
    left, taken = [], set[int]()
    for start, end in mine.hard:
        behind = beginnings(
            singled(" ".join(_CLAUSE_END.split(text[end : end + _REACH], maxsplit=1)[0].split()[:_BEHIND]))
        )
        at = next(
            (at for at, plain in words if at not in taken and beginnings(singled(plain)) & behind), None
        )
        if at is None:
            left.append((start, end))
        else:
            taken.add(at)
    return replace(mine, hard=tuple(left)), frozenset(taken)


_NOWHERE: frozenset[int] = frozenset()
_CLAUSE_END = re.compile(r"[.,;:?!()\n]")
_REACH = 80
"""Characters in which so many words stand."""
_BEHIND = 3
"""Words behind a denial among which is the adjective it denies: *no son transferibles*."""


def _within(spans: Sequence[Span]) -> frozenset[int]:
    """The places in some stretches."""
    return frozenset(at for start, end in spans for at in range(start, end))


def _faint_near(text: str, tag: str, near: list[float], wide: bool, told: frozenset[int]) -> int:
    """Faint denials at about the same place of the text as one of the denials, measured by its length; but for those reported already."""
    near = sorted(near)
    return sum(
        1
        for found in LETTERS.finditer(text)
        if is_faint(found[0], tag)
        and found.start() not in told
        and (wide or _is_near(found.start() / len(text), near))
        and not _counts(text, found, tag)
    )


def _counts(text: str, word: re.Match[str], tag: str) -> bool:
    """Whether a word says how many there are yet, by a number behind it: *faltaron dos votos*."""
    if word[0].lower() not in of(tag).words("negation", "counting"):
        return False
    number = _NEXT.match(text, word.end())
    return number is not None and (number[1].isdigit() or number[1].lower() in _numbers(tag))


_NEXT = re.compile(r"\s+(\w+)")


@lru_cache(maxsize=64)
def _numbers(tag: str) -> frozenset[str]:
    """Words for more than one."""
    return of(tag).words("cardinals") - of(tag).words("cardinals", "1")


def _is_near(place: float, near: Sequence[float]) -> bool:
    """Whether one of some places, in order, is not far from a place."""
    at = bisect_left(near, place - _NEAR)
    return at < len(near) and near[at] <= place + _NEAR


_NEAR = 0.25
"""Part of a text's length by which a denial may move in translation."""
_NARROW = 100
"""Characters of a text in which every place is near."""
_SHORT = 12
"""Words of a text in which nothing is overlooked."""
