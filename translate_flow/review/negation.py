"""Changed words that deny, where one text denies more often than the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..facts import read
from ..language.negation import denied, excuses, is_faint, is_negator, lessens, may_deny, may_lessen, weakened
from ..language.spans import Spans
from .postedit import PostEdit
from .regions import ChangedToken, Region

_NEAR = 24
"""Characters between a denial and the word that says the same another way."""


def claim_negations(regions: Sequence[Region], pair: PostEdit) -> None:
    """Words that deny, unless as many went as came, or another word says the same.

    *did not succeed*, *was unsuccessful*; *not attend*, *miss*: the denial is there, in other words.
    """
    language = pair.language
    suspects = {t.text for region in regions for words in region.words for t in words if t.form.denying}
    deniers = {text for text in suspects if may_deny(text, language)}
    if deniers and pair.denies_alike and not any(denied(text, language) for text in deniers):
        return  # *not*, *no* as often as the checks read them
    found: list[tuple[Region, list[ChangedToken], list[ChangedToken]]] = []
    for region in regions if deniers else ():
        ours, theirs = region.words
        if any(t.text in deniers for t in (*ours, *theirs)):
            gone = _deniers(ours, theirs, pair.draft, pair.language)
            come = _deniers(theirs, ours, pair.target, pair.language)
            found.append((region, gone, come))
    more = sum(len(gone) - len(come) for _, gone, come in found)
    if more == 0:
        return
    bare = [
        (region, gone, come)
        for region, gone, come in found
        if abs(len(gone) - len(come)) > _faint(regions, region, pair, len(gone) > len(come))
    ]
    if sum(len(gone) - len(come) for _, gone, come in bare) == 0:
        return
    for _, gone, come in bare:
        for token in (*gone, *come):
            token.kind = token.kind or "negation"


def claim_lessened(regions: Sequence[Region], pair: PostEdit) -> None:
    """Words that say how little, as the source does, where one of the texts has none: *muy poco comunes*, *very common*, *very rare*."""
    source = read(pair.source, "es").seen
    if not lessens(source, "es"):
        return
    texts = (read(text, pair.language).seen for text in (pair.draft, pair.target))
    lost = [weakened(source, text, ("es", pair.language)) is not None for text in texts]
    for region in regions if lost[0] is not lost[1] else ():
        for token in region.words[lost[0]]:
            if may_lessen(token.form.low, pair.language):
                token.kind = token.kind or "negation"


def _deniers(
    mine: Iterable[ChangedToken], other: Iterable[ChangedToken], text: str, language: str
) -> list[ChangedToken]:
    plain = {t.form.low for t in other}
    found = [t for t in mine if is_negator(t.text, language) or denied(t.text, language) in plain]
    told = Spans(excuses(text, language)) if found else Spans(())  # not only, No. 14
    return [t for t in found if not told.hold(t.start, t.end)]


def _faint(regions: Sequence[Region], region: Region, pair: PostEdit, lost: bool) -> int:
    """Words near a region, new on the side that denies less often, that deny by their meaning."""
    side = 1 if lost else 0
    at, before = region.at[side], pair.forms[1 - side]
    found = 0
    for other in regions:
        if abs(other.at[side] - at) > 10 * _NEAR:
            continue
        for token in other.words[side]:
            near = other is region or abs(token.start - at) <= _NEAR
            if near and not token.kind and token.form.low not in before:
                found += is_faint(token.text, pair.language)
    return found
