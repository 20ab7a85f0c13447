"""Changed words that are names: altered, put in or taken out."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.text import fold
from ..language.words import TextWords
from .postedit import PostEdit, bare_form, starts_sentence
from .regions import Region, pair_up
from .vocabulary import is_known
from .words import distance


def claim_names_exchanged(regions: Sequence[Region], pair: PostEdit) -> None:
    """Two names that changed places are no mere wording or order: *Ana Ruiz accused Rosa Paz*, *Rosa Paz accused Ana Ruiz*."""
    changed = [t for r in regions for words in r.words for t in words if t.form.capital and not t.kind]
    sides = [{t.text for t in changed if t.ours is ours} for ours in (True, False)]
    if len(sides[0] & sides[1]) < 2:
        return
    found = pair.names_exchanged
    if found is None or found.listed:
        return
    moved = TextWords(f"{found.first} {found.second}").folded
    for region in regions:
        names = [t for words in region.words for t in words if t.form.capital and not t.kind]
        if any(fold(t.text) in moved for t in names):
            for token in names:
                token.kind, token.move = "name", 0
            _claim_between(region)


def _claim_between(region: Region) -> None:
    """The blanks between two words of a name, which go with them."""
    for tokens in (region.gone, region.come):
        for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if token.form.blank and before.kind == after.kind == "name":
                token.kind, token.move = "name", 0


def claim_names(region: Region, pair: PostEdit) -> None:
    """Words with a capital that are no ordinary ones, and capitalised words put in each other's place.

    A name that only took a possessive, another place in a compound or another number is the same
    name: *Nebraska's*, *German-Turkish*, *Germans*.
    """
    sides = [[t for t in words if t.form.capital and not t.kind] for words in region.words]
    if not sides[0] and not sides[1]:
        return
    for old in sides[0]:
        for new in sides[1]:
            if not new.kind and _near(bare_form(old.text), bare_form(new.text)):
                pair_up(old, new, "name")
                break
    for side, tokens in enumerate(sides):
        tokens[:] = [t for t in tokens if not t.kind and not _stands_in(t.text, pair, 1 - side)]
        for token in tokens:
            bare = bare_form(token.text)
            if fold(bare) in pair.named or not _is_ordinary(bare, pair.language):
                token.kind = "name"
    if pair.titled:
        return
    middle = [
        [t for t in side if not t.kind and not starts_sentence(text, t.start)]
        for side, text in zip(sides, (pair.draft, pair.target), strict=True)
    ]
    claimed = [any(t.kind == "name" for t in side) for side in (region.gone, region.come)]
    if (middle[0] or claimed[0]) and (middle[1] or claimed[1]):
        for token in (*middle[0], *middle[1]):
            token.kind = "name"


def _stands_in(word: str, pair: PostEdit, side: int) -> bool:
    """Whether one of the texts has the word, if perhaps in another form."""
    low = bare_form(word.lower())
    if "-" not in low and low.removesuffix("s") not in pair.lower[side]:
        return False
    forms = pair.forms[side]
    if low in forms or ("-" in low and all(part in forms for part in low.split("-"))):
        return True
    plural = low + "s" in forms or (low.endswith("s") and low[:-1] in forms)
    return plural and is_known(low, pair.language)


def _is_ordinary(word: str, language: str) -> bool:
    """Whether the word list has the word, or all parts of it: *High-quality*."""
    return all(is_known(part, language) for part in word.split("-") if part)


def is_name_like(word: str) -> bool:
    """Whether a capitalised word is none of the word list's ordinary ones."""
    return not is_known(word, "en") or fold(word) != word.lower()


def _near(old: str, new: str) -> bool:
    """Whether one name is the other, written otherwise: *Otalora*, *Otárola*."""
    if old.casefold() == new.casefold() or min(len(old), len(new)) < 4:
        return False
    a, b = fold(old), fold(new)
    if a == b:
        return True
    if is_known(old, "en") and is_known(new, "en"):
        return False
    limit = 1 if len(a) < 7 else 2
    return distance(a, b) <= limit or (len(a) == len(b) and sorted(a) == sorted(b) and distance(a, b) <= 4)
