"""Claims of classes on the words and punctuation of one changed stretch: spelling, and what the graver classes left."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from ..language.negation import is_negator
from ..language.text import fold
from .names import is_name_like
from .postedit import PostEdit
from .regions import ChangedToken, Region, pair_up
from .tracked import Change
from .vocabulary import is_known, one_spelling, signless
from .words import distance


def claim_joined(region: Region) -> None:
    """*plain clothes*, *plain-clothes*; *133m*, *133 m*: two words against the one they make."""
    if not region.words[0] or not region.words[1]:
        return
    gone, come = region.free()
    if not gone or not come or len(gone) == len(come):
        return
    many, few = (gone, come) if len(gone) > len(come) else (come, gone)
    whole = {t.form.low.replace("-", ""): t for t in few}
    lows = [t.form.low for t in many]
    for n, low in enumerate(lows[1:]):
        token = whole.get(lows[n] + low)
        one, two = many[n], many[n + 1]
        if token is not None and not one.kind:
            figure = any(map(str.isdigit, token.text))
            for each in (one, two, token):
                each.kind = "punctuation" if figure else "spelling"


def claim_alike(region: Region, pair: PostEdit) -> None:
    """Words of both sides that differ in capitals or in spelling only."""
    if not region.words[0] or not region.words[1]:
        return
    gone, come = region.free()
    if not gone or not come:
        return
    if not {t.form.loose for t in gone}.isdisjoint([t.form.loose for t in come]):
        _match(gone, come, str.casefold, "case", pair)
        if not all(t.text.isalnum() for t in (*gone, *come)):
            _match(gone, come, signless, "punctuation", pair)
        _match(gone, come, one_spelling, "spelling", pair)
        gone, come = region.free()
    by_letter: dict[str, list[ChangedToken]] = {}
    for new in come:
        if new.form.letters:
            by_letter.setdefault(new.text[0], []).append(new)
    for old in gone:
        if len(old.text) < 4 or not old.form.letters or old.text[0].isupper():
            continue
        for new in by_letter.get(old.text[0], ()):
            if not new.kind and _slip(old.text, new.text, pair.language):
                pair_up(old, new, "spelling")
                break


def replaced(region: Region, pair: PostEdit) -> Change | None:
    """The change if it is the most frequent one: a word in small letters for another, unlike it.

    What `claim_alike`, `claim_names` and `claim_rest` would come to, found at once.
    """
    if len(region.gone) != 1 or len(region.come) != 1:
        return None
    old, new = region.gone[0], region.come[0]
    before, after = old.text, new.text
    if (
        old.kind
        or new.kind
        or not (before.islower() and after.islower() and old.form.letters and new.form.letters)
    ):
        return None
    if old.form.loose == new.form.loose:
        return None
    if len(before) > 3 and before[0] == after[0] and _slip(before, after, pair.language):
        return None
    return Change("wording", (old.start, old.end), (new.start, new.end))


def _match(
    gone: Sequence[ChangedToken],
    come: Sequence[ChangedToken],
    same: Callable[[str], str],
    kind: str,
    pair: PostEdit,
) -> None:
    """Pairs of different words that some reading takes for the same."""
    waiting: dict[str, list[ChangedToken]] = {}
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


def _are_names(old: str, new: str, pair: PostEdit) -> bool:
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


_STRONG = frozenset({"term-fixed", "term-broken", "name", "number", "negation"})


def claim_rest(region: Region, pair: PostEdit) -> None:
    """What no graver class has claimed: order, wording, omission, addition, and the characters."""
    gone, come = region.free()
    if gone and come and not all(t.form.function for t in (*gone, *come)):
        gone, come = _claim_beside(gone, region.gone), _claim_beside(come, region.come)
    if gone and come:
        _claim_crossed(region, gone, come)
        for token in (*gone, *come):
            token.kind = token.kind or "wording"
        for token in (*region.gone, *region.come):
            if token.kind == "case" and token.form.function:
                token.kind, token.partner = "wording", None
    elif gone or come:
        _claim_one_side(region, gone or come, pair)
    _claim_signs(region)


def _claim_beside(left: list[ChangedToken], tokens: list[ChangedToken]) -> list[ChangedToken]:
    """Small words left over beside a name or figure belong to it: the *La* of *La Libertad*."""
    if len(left) > 2 or not all(t.form.function and t.text[0].isupper() for t in left):
        return left
    strong = next((t for t in tokens if t.kind in _STRONG), None)
    if strong is None:
        return left
    for token in left:
        token.kind, token.term = strong.kind, strong.term
    return []


def _claim_crossed(region: Region, gone: list[ChangedToken], come: list[ChangedToken]) -> None:
    """Words of content that stand on both sides, in another order, if they are most of what is left."""
    ours, theirs = [t.form.low for t in gone], [t.form.low for t in come]
    if set(ours).isdisjoint(theirs):
        return
    if len(gone) == len(come) and sorted(ours) == sorted(theirs):
        for token in (*gone, *come):
            token.kind = "order"
        return
    if not _crossed(region):
        return
    waiting = {low: t for low, t in zip(ours, gone, strict=True) if not t.form.function}
    pairs = [(waiting.pop(low), t) for low, t in zip(theirs, come, strict=True) if low in waiting]
    content = max(sum(not t.form.function for t in side) for side in (gone, come))
    if 2 * len(pairs) >= content and (len(pairs) > 1 or len(pairs) == content):
        for old, new in pairs:
            pair_up(old, new, "order")


def _crossed(region: Region) -> bool:
    """Whether the words that both sides have stand in another order; else only other words came between."""
    gone, come = region.words
    places = {t.form.low: t.start for t in gone}
    common = [places[low] for t in come if (low := t.form.low) in places]
    return any(a > b for a, b in pairwise(common))


def _claim_one_side(region: Region, left: list[ChangedToken], pair: PostEdit) -> None:
    """Words that only went or only came: part of a graver change beside them, or gone, or added."""
    ours = left[0].ours
    strong = [t for t in (*region.gone, *region.come) if t.kind in _STRONG]
    beside = [t for t in strong if t.ours != ours]
    if beside or (strong and all(t.form.function for t in left)):
        first = (beside or strong)[0]
        for token in left:
            token.kind, token.term = first.kind, first.term
        return
    for run in _runs(region.words[0 if ours else 1]):
        said = [t.text for t in run if not (t.form.function or is_negator(t.text, pair.language))]
        if not said:
            kind = "wording"
        elif all(map(pair.as_often, said)):
            kind = "order"
        else:
            kind = "omission" if ours else "addition"
        for token in run:
            token.kind = kind


def _runs(words: Sequence[ChangedToken]) -> list[list[ChangedToken]]:
    """The stretches of words that no class has claimed."""
    runs: list[list[ChangedToken]] = []
    free = False
    for token in words:
        if token.kind:
            free = False
        elif free:
            runs[-1].append(token)
        else:
            runs.append([token])
            free = True
    return runs


_CARRIERS = frozenset({"addition", "omission", "term-fixed", "term-broken", "name", "wording"})
_CLOSERS = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘", '"': '"'}


def _claim_signs(region: Region) -> None:
    """Punctuation marks go with the words around them where these carry them; else they are a change of their own."""
    for tokens, other in ((region.gone, region.come), (region.come, region.gone)):
        unclaimed = [n for n, t in enumerate(tokens) if not (t.kind or t.form.word or t.form.blank)]
        if not unclaimed:
            continue
        signs = {t.text for t in other if not t.form.word}
        one_sided = not any(t.form.word for t in other)
        for n in unclaimed:
            token = tokens[n]
            before = next((t for t in reversed(tokens[:n]) if t.form.word), None)
            after = next((t for t in tokens[n + 1 :] if t.form.word), None)
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
