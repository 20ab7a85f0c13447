"""Claims of classes on the words and signs of one changed stretch: spelling, names, and what is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..model import Kind
from ..text import fold
from .regions import Region, Token, pair_up
from .vocabulary import is_function, is_known, one_spelling
from .words import distance

_SENTENCE_END = ".!?…:\n"
_OPENERS = "\"'“‘«¿¡([*_—– \t\u00a0"


class Pair:
    """One draft and its edit, with what several classes look at, made when first asked for."""

    def __init__(self, source: str, draft: str, target: str, kind: Kind, language: str) -> None:
        self.source, self.draft, self.target, self.language = source, draft, target, language
        self.titled = kind in (Kind.TITLE, Kind.HEADING)
        self._named: set[str] | None = None
        self._lower: tuple[set[str], set[str]] | None = None

    @property
    def named(self) -> set[str]:
        """Folded words that the source writes with a capital, other than at the start of a sentence."""
        if self._named is None:
            self._named = {
                fold(m[0])
                for m in re.finditer(r"[^\W\d_]+", self.source)
                if m[0][0].isupper() and not starts_sentence(self.source, m.start())
            }
        return self._named

    @property
    def lower(self) -> tuple[set[str], set[str]]:
        """Words of draft and edit in lower case."""
        if self._lower is None:
            self._lower = set(_WORD.findall(self.draft.lower())), set(_WORD.findall(self.target.lower()))
        return self._lower


_WORD = re.compile(r"\w+(?:[’'·-]\w+)*")


def starts_sentence(text: str, at: int) -> bool:
    """Whether a word that begins there would have a capital anyhow."""
    before = text[max(0, at - 12) : at].rstrip(_OPENERS)
    return (not before and at <= 12) or before[-1:] in _SENTENCE_END


def claim_alike(region: Region, language: str) -> None:
    """Words of both sides that differ in capitals or in spelling only."""
    gone, come = region.free()
    if not gone or not come:
        return
    _match(gone, come, str.casefold, "case")
    if not all(t.text.isalnum() for t in (*gone, *come)):
        _match(gone, come, _signless, "punctuation")
    _match(gone, come, one_spelling, "spelling")
    gone, come = region.free()
    for old in gone:
        if len(old.text) < 4 or not old.text.isalpha() or old.text[0].isupper():
            continue
        for new in come:
            if (
                not new.kind
                and old.text[0] == new.text[0]
                and new.text.isalpha()
                and _slip(old.text, new.text, language)
            ):
                pair_up(old, new, "spelling")
                break
    _match_joined(region)


def _signless(word: str) -> str:
    return re.sub(r"[^\w]", "", word.replace("’", "'").replace("‑", "-")) if not word.isalnum() else word


def _match(gone: Sequence[Token], come: Sequence[Token], same: Callable[[str], str], kind: str) -> None:
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
        capitals = token.text[0].isupper() and partner.text[0].isupper()
        if kind == "spelling" and capitals and is_name_like(token.text):
            continue  # Otarola, Otárola: a name
        partners.pop(0)
        pair_up(partner, token, kind)


def is_name_like(word: str) -> bool:
    """Whether a capitalised word is none of the word list's ordinary ones."""
    return not is_known(word, "en") or fold(word) != word.lower()


def _match_joined(region: Region) -> None:
    """*plain clothes*, *plain-clothes*: two words against the one they make."""
    gone, come = region.free()
    for few, many in ((gone, come), (come, gone)):
        if len(many) != 2 or len(few) != 1:
            continue
        if "".join(t.text.lower() for t in many) == few[0].text.lower().replace("-", ""):
            for token in (*few, *many):
                token.kind = "spelling"


def _slip(old: str, new: str, language: str) -> bool:
    """Whether one word is the other, misspelt: near it, and no word itself."""
    if abs(len(old) - len(new)) > 2:
        return False
    limit = 1 if len(old) < 6 else 2
    near = distance(old, new) <= limit
    swapped = len(old) == len(new) and sorted(old) == sorted(new) and distance(old, new) == 2
    return (near or swapped) and not (is_known(old, language) and is_known(new, language))


def claim_names(region: Region, pair: Pair) -> None:
    gone, come = region.free()
    capital = [
        [t for t in side if t.text[0].isupper() and t.text != "I" and any(c.isalpha() for c in t.text)]
        for side in (gone, come)
    ]
    if not capital[0] and not capital[1]:
        return
    for old in capital[0]:
        for new in capital[1]:
            if not new.kind and _near_names(old.text, new.text):
                pair_up(old, new, "name")
                break
    for side, tokens in enumerate(capital):
        tokens[:] = [
            t for t in tokens if t.text.lower() not in pair.lower[1 - side] and not is_function(t.text)
        ]
        for token in tokens:
            bare = _POSSESSIVE.sub("", token.text)
            if not token.kind and (fold(bare) in pair.named or not is_known(bare, pair.language)):
                token.kind = "name"
    if pair.titled:
        return
    middle = [
        [t for t in side if not t.kind and not starts_sentence(text, t.start)]
        for side, text in zip(capital, (pair.draft, pair.target), strict=True)
    ]
    claimed = [any(t.kind == "name" for t in side) for side in (region.gone, region.come)]
    if (middle[0] or claimed[0]) and (middle[1] or claimed[1]):
        for token in (*middle[0], *middle[1]):
            token.kind = "name"


_POSSESSIVE = re.compile(r"['’]s?$")


def _near_names(old: str, new: str) -> bool:
    if old.casefold() == new.casefold() or min(len(old), len(new)) < 4:
        return False
    if fold(old) == fold(new):
        return True
    if is_known(old, "en") and is_known(new, "en"):
        return False
    a, b = fold(old), fold(new)
    limit = 1 if len(a) < 7 else 2
    return distance(a, b) <= limit or (len(a) == len(b) and sorted(a) == sorted(b) and distance(a, b) <= 4)


_STRONG = ("term-fixed", "term-broken", "name", "number", "negation")


def claim_rest(region: Region) -> None:
    gone, come = region.free()
    if gone and come:
        gone, come = _claim_beside(gone, region.gone), _claim_beside(come, region.come)
    if gone and come:
        _claim_crossed(gone, come)
        for token in (*gone, *come):
            token.kind = token.kind or "wording"
        for token in (*region.gone, *region.come):
            if token.kind == "case" and is_function(token.text):
                token.kind, token.partner = "wording", None
    elif gone or come:
        _claim_one_side(region, gone or come)
    _claim_signs(region)


def _claim_beside(left: list[Token], tokens: list[Token]) -> list[Token]:
    """Small words left over beside a name or figure belong to it: the *La* of *La Libertad*."""
    strong = next((t for t in tokens if t.kind in _STRONG), None)
    if strong is None or len(left) > 2 or not all(is_function(t.text) and t.text[0].isupper() for t in left):
        return left
    for token in left:
        token.kind, token.term = strong.kind, strong.term
    return []


def _claim_crossed(gone: list[Token], come: list[Token]) -> None:
    """Words of content that stand on both sides, in another order, if they are most of what is left."""
    if len(gone) == len(come) and sorted(t.text.lower() for t in gone) == sorted(
        t.text.lower() for t in come
    ):
        for token in (*gone, *come):
            token.kind = "order"
        return
    waiting = {t.text.lower(): t for t in gone if not is_function(t.text)}
    pairs = [(waiting.pop(low), t) for t in come if (low := t.text.lower()) in waiting]
    content = max(sum(not is_function(t.text) for t in side) for side in (gone, come))
    if 2 * len(pairs) >= content and (len(pairs) > 1 or len(pairs) == content):
        for old, new in pairs:
            pair_up(old, new, "order")


def _claim_one_side(region: Region, left: list[Token]) -> None:
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
    content = any(not is_function(t.text) for t in left)
    kind = ("omission" if left[0].ours else "addition") if content else "wording"
    for token in left:
        token.kind = kind


_CARRIERS = frozenset({"addition", "omission", "term-fixed", "term-broken", "name", "wording"})
_CLOSERS = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘", '"': '"'}


def _claim_signs(region: Region) -> None:
    """Signs go with the words around them where the words carry them; else they are punctuation."""
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
                carrier = before or after
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
