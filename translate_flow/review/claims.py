"""Claims of classes on the words and signs of one changed stretch: spelling, and what the graver classes left."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from ..text import fold
from .names import is_name_like
from .pair import Pair
from .regions import Region, Token, pair_up
from .vocabulary import is_function, is_known, is_negator, one_spelling
from .words import distance


def claim_joined(region: Region) -> None:
    """*plain clothes*, *plain-clothes*; *133m*, *133 m*: two words against the one they make."""
    gone, come = region.free()
    if len(gone) == len(come):
        return
    many, few = (gone, come) if len(gone) > len(come) else (come, gone)
    whole = {t.text.lower().replace("-", ""): t for t in few}
    for one, two in pairwise(many):
        token = whole.get(one.text.lower() + two.text.lower())
        if token is not None and not one.kind:
            figure = any(map(str.isdigit, token.text))
            for each in (one, two, token):
                each.kind = "punctuation" if figure else "spelling"


def claim_alike(region: Region, pair: Pair) -> None:
    """Words of both sides that differ in capitals or in spelling only."""
    gone, come = region.free()
    if not gone or not come:
        return
    if not {_loosely(t.text) for t in gone}.isdisjoint([_loosely(t.text) for t in come]):
        _match(gone, come, str.casefold, "case", pair)
        if not all(t.text.isalnum() for t in (*gone, *come)):
            _match(gone, come, _signless, "punctuation", pair)
        _match(gone, come, one_spelling, "spelling", pair)
        gone, come = region.free()
    for old in gone:
        if len(old.text) < 4 or not old.text.isalpha() or old.text[0].isupper():
            continue
        for new in come:
            if (
                not new.kind
                and old.text[0] == new.text[0]
                and new.text.isalpha()
                and _slip(old.text, new.text, pair.language)
            ):
                pair_up(old, new, "spelling")
                break


@lru_cache(maxsize=1 << 14)
def _loosely(word: str) -> str:
    """What two words have in common if any of the readings below takes them for the same."""
    return one_spelling(_signless(word.casefold()))


def _signless(word: str) -> str:
    return re.sub(r"[^\w]", "", word.replace("’", "'").replace("‑", "-")) if not word.isalnum() else word


def _match(
    gone: Sequence[Token], come: Sequence[Token], same: Callable[[str], str], kind: str, pair: Pair
) -> None:
    """Pairs of different words that some reading takes for the same."""
    waiting: dict[str, list[Token]] = {}
    for token in gone:
        if not token.kind:
            waiting.setdefault(same(token.text), []).append(token)
    for token in come:
        if token.kind or not (partners := waiting.get(same(token.text))):
            continue
        partner = partners[0]
        if partner.text == token.text or not any(map(str.isalpha, token.text)):
            continue
        if kind == "spelling" and _are_names(partner.text, token.text, pair):
            continue  # Otarola, Otárola: a name
        partners.pop(0)
        pair_up(partner, token, kind)


def _are_names(old: str, new: str, pair: Pair) -> bool:
    if not (old[0].isupper() and new[0].isupper()):
        return False
    return is_name_like(old) or is_name_like(new) or fold(old) in pair.named or fold(new) in pair.named


_ENDINGS = re.compile(
    r"(?:e?s|ed|ers?|est|en|ly|ings?|e|al|ally|ics?|ical|ins?|y|ies|ied|ity|i[sz]e[sd]?|i[sz]ing|ments?|ful|able|ians?|ans?"
    r"|(?<=e)(?:d|rs?|st|n))?"
)


def _slip(old: str, new: str, language: str) -> bool:
    """Whether one word is the other, misspelt: near it, and no word itself, nor another form of it."""
    if abs(len(old) - len(new)) > 2 or old == new:
        return False
    if is_known(old, language) and is_known(new, language):
        return False
    limit = 1 if len(old) < 6 else 2
    near = distance(old, new) <= limit
    swapped = len(old) == len(new) and sorted(old) == sorted(new) and distance(old, new) == 2
    return (near or swapped) and not _inflected(old, new)


def _inflected(old: str, new: str) -> bool:
    """Whether both are one stem with two of the endings words have: *karst*, *karstic*. The list lacks such forms."""
    stem = 0
    while stem < min(len(old), len(new)) and old[stem] == new[stem]:
        stem += 1
    return any(
        _ENDINGS.fullmatch(old, place) and _ENDINGS.fullmatch(new, place)
        for place in range(max(3, stem - 3), stem + 1)
    )


_STRONG = ("term-fixed", "term-broken", "name", "number", "negation")


def claim_rest(region: Region, pair: Pair) -> None:
    """What no graver class has claimed: order, wording, omission, addition, and the signs."""
    gone, come = region.free()
    if gone and come and not all(is_function(t.text) for t in (*gone, *come)):
        gone, come = _claim_beside(gone, region.gone), _claim_beside(come, region.come)
    if gone and come:
        _claim_crossed(region, gone, come)
        for token in (*gone, *come):
            token.kind = token.kind or "wording"
        for token in (*region.gone, *region.come):
            if token.kind == "case" and is_function(token.text):
                token.kind, token.partner = "wording", None
    elif gone or come:
        _claim_one_side(region, gone or come, pair)
    _claim_signs(region)


def _claim_beside(left: list[Token], tokens: list[Token]) -> list[Token]:
    """Small words left over beside a name or figure belong to it: the *La* of *La Libertad*."""
    strong = next((t for t in tokens if t.kind in _STRONG), None)
    if strong is None or len(left) > 2 or not all(is_function(t.text) and t.text[0].isupper() for t in left):
        return left
    for token in left:
        token.kind, token.term = strong.kind, strong.term
    return []


def _claim_crossed(region: Region, gone: list[Token], come: list[Token]) -> None:
    """Words of content that stand on both sides, in another order, if they are most of what is left."""
    if len(gone) == len(come) and sorted(t.text.lower() for t in gone) == sorted(
        t.text.lower() for t in come
    ):
        for token in (*gone, *come):
            token.kind = "order"
        return
    if not _crossed(region):
        return
    waiting = {t.text.lower(): t for t in gone if not is_function(t.text)}
    pairs = [(waiting.pop(low), t) for t in come if (low := t.text.lower()) in waiting]
    content = max(sum(not is_function(t.text) for t in side) for side in (gone, come))
    if 2 * len(pairs) >= content and (len(pairs) > 1 or len(pairs) == content):
        for old, new in pairs:
            pair_up(old, new, "order")


def _crossed(region: Region) -> bool:
    """Whether the words that both sides have stand in another order; else only other words came between."""
    gone, come = region.words
    places = {t.text.lower(): t.start for t in gone}
    common = [places[low] for t in come if (low := t.text.lower()) in places]
    return any(a > b for a, b in pairwise(common))


def _claim_one_side(region: Region, left: list[Token], pair: Pair) -> None:
    """Words that only went or only came: part of a graver change beside them, or gone, or added."""
    other = region.come if left[0].ours else region.gone
    strong = next((t for t in other if t.kind in _STRONG), None)
    if strong is None and any(t.kind in _STRONG for t in (*region.gone, *region.come)):
        near = [t for t in (*region.gone, *region.come) if t.kind in _STRONG and t.ours == left[0].ours]
        if all(is_function(t.text) for t in left):
            strong = near[0]
    if strong is not None:
        for token in left:
            token.kind, token.term = strong.kind, strong.term
        return
    for run in _runs(region.words[0 if left[0].ours else 1]):
        said = [t for t in run if not is_function(t.text) and not is_negator(t.text, pair.language)]
        if said and all(pair.as_often(t.text) for t in said):
            kind = "order"
        else:
            kind = ("omission" if left[0].ours else "addition") if said else "wording"
        for token in run:
            token.kind = kind


def _runs(words: Sequence[Token]) -> list[list[Token]]:
    """The stretches of words that no class has claimed."""
    runs = groupby(words, key=lambda t: not t.kind)
    return [list(run) for free, run in runs if free]


_CARRIERS = frozenset({"addition", "omission", "term-fixed", "term-broken", "name", "wording"})
_CLOSERS = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘", '"': '"'}


def _claim_signs(region: Region) -> None:
    """Signs go with the words around them where the words carry them; else they are punctuation."""
    if not any(not (t.kind or t.word or t.text.isspace()) for t in (*region.gone, *region.come)):
        return
    for tokens, other in ((region.gone, region.come), (region.come, region.gone)):
        signs = {t.text for t in other if not t.word}
        one_sided = not any(t.word for t in other)
        for n, token in enumerate(tokens):
            if token.kind or token.word or token.text.isspace():
                continue
            before = next((t for t in reversed(tokens[:n]) if t.word), None)
            after = next((t for t in tokens[n + 1 :] if t.word), None)
            carrier = None
            if before and after and before.kind == after.kind and before.kind in _CARRIERS:
                carrier = before
            elif token.text in signs or (one_sided and (before or after)):
                carrier = before if before and before.partner is None else after
            elif before and _CLOSERS.get(token.text) in {t.text for t in tokens[:n]}:
                carrier = before
            elif (
                after
                and token.text in _CLOSERS.values()
                and any(_CLOSERS.get(t.text) == token.text for t in tokens[n:])
            ):
                carrier = after
            if carrier is not None and carrier.kind in _CARRIERS:
                token.kind, token.term = carrier.kind, carrier.term
            else:
                token.kind = "punctuation"
