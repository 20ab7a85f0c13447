"""What two sources must not differ in, to count as nearly the same. Pure.

One *no* more or less turns a statement into its contrary, and a number, date or name that
differs makes it false, however alike the rest is. So do two of them that change places:
*12 dead and 41 wounded*, *the police of Puno in Cusco*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from ..language.contraries import inflected, turned
from ..language.text import fold
from ..messages import Message, Value
from ..names.words import line_words
from . import messages
from .facts import Capital, Fact, SourceFacts
from .words import tokens

_VERB = re.compile(r"(?:[aei]mos|[aei]d|aron|ieron|[ai]endo|ando)\Z")
"""Endings of verbs that open a sentence: *Exigimos*, *Murieron*."""


def difference(now: SourceFacts, before: SourceFacts) -> Message | None:
    """What differs that must not, for a person; None if nothing does. Symmetric in kind."""
    return (
        _compared("negation", before.negations, now.negations)
        or _compared("number", before.numbers, now.numbers)
        or _compared("unit", before.units, now.units)
        or _compared("date", before.days, now.days)
        or _turned(before, now)
        or _compared("name", before.names(now), now.names(before))
        or _opening(before, now)
        or _moved(before, now)
        or _recounted(before, now)
    )


def _turned(before: SourceFacts, now: SourceFacts) -> Message | None:
    """A contrary: *más agua*, *menos agua*; other people: *heridos*, *muertos*; another person, gender or time: *firmó*, *firmará*."""
    if found := turned(before.tokens, now.tokens, before.language):
        return messages.TURNED(before=found[0], now=found[1])
    for step in Levenshtein.opcodes(before.tokens, now.tokens):
        if step.tag != "replace":
            continue
        old, new = before.tokens[step.src_start : step.src_end], now.tokens[step.dest_start : step.dest_end]
        for one, other in zip(old, new, strict=len(old) == len(new)):
            if inflected(one, other, before.language):
                return messages.OTHER_FORM(before=one, now=other)
    return None


def _opening(before: SourceFacts, now: SourceFacts) -> Message | None:
    """Another first word that may be a name, such as *Ilave resiste*, *Macusani resiste*."""
    old, new = _first(before), _first(now)
    if not old or not new or old.low == new.low or old.low in now.tokens or new.low in before.tokens:
        return None
    return messages.OTHER_NAME(before=old.text, now=new.text)


def _first(text: SourceFacts) -> Capital | None:
    """The first word with a capital, if it opens the text and is not a word that opens many."""
    word = text.capitals[0] if text.capitals else None
    if word is None or word.inside or word.low not in text.tokens[:3] or len(word.low) < 4:
        return None
    plain = fold(word.text)
    common = (
        plain in line_words("connectors")
        or plain in line_words("common")
        or word.low in line_words("verbal")
        or _VERB.search(word.low)
    )
    return None if common else word


def _moved(before: SourceFacts, now: SourceFacts) -> Message | None:
    """What both have, but with other words around: *no vino Ana*, *Ana vino, no Luz*; who did it to whom."""
    held = {word for fact in now.names(before) for word in tokens(fact.shown)} - line_words("connectors")
    for fact in (*now.negations, *now.numbers, *now.days):
        held.update(word for word in tokens(fact.shown) if word not in ("de", "y"))
    # Of several shortest ways the same one, whichever text is the stored one.
    left, right = sorted((before.tokens, now.tokens))
    for step in Levenshtein.opcodes(left, right) if held else ():
        changed = left[step.src_start : step.src_end] + right[step.dest_start : step.dest_end]
        if step.tag != "equal" and (word := next((w for w in changed if w in held), "")):
            return messages.MOVED(word=word)
    return None


def _recounted(before: SourceFacts, now: SourceFacts) -> Message | None:
    """The same things counted by each other's numbers: *12 muertos y 41 heridos*, *12 heridos y 41 muertos*."""
    if before.counted == now.counted or Counter(before.counted) != Counter(now.counted):
        return None
    return messages.COUNTED_OTHERWISE(before=tuple(before.counted), now=tuple(now.counted))


def _compared(what: str, before: Sequence[Fact], now: Sequence[Fact]) -> Message | None:
    if before == now:
        return None
    other, order = _KINDS[what]
    shown = {fact.value: fact.shown for fact in (*before, *now)}
    left, right = Counter(f.value for f in before), Counter(f.value for f in now)
    gone, came = list((left - right).elements()), list((right - left).elements())
    if gone or came:
        return other(before=_list(shown[v] for v in gone), now=_list(shown[v] for v in came))
    return order(before=_list(f.shown for f in before), now=_list(f.shown for f in now))


_KINDS = {
    "negation": (messages.OTHER_NEGATION, messages.NEGATION_ORDER),
    "number": (messages.OTHER_NUMBER, messages.NUMBER_ORDER),
    "unit": (messages.OTHER_UNIT, messages.UNIT_ORDER),
    "date": (messages.OTHER_DATE, messages.DATE_ORDER),
    "name": (messages.OTHER_NAME, messages.NAME_ORDER),
}
"""What is said if the texts have other ones, and if they have the same in another order."""


def _list(words: Iterable[str]) -> Value:
    return tuple(words)[:3] or messages.NONE()
