"""Numbers in words as one number: *doscientas mil* (two hundred thousand), *ciento treinta*, *por ciento treinta soles*.

The dictionaries of the pair know *mil* as *one thousand* alone, which behind another numeral makes another number (*two hundred one
thousand*); they lack *ciento*, *quinientos* and *setecientos*, and take *por ciento* for the percent before a number too.
"""

from __future__ import annotations

from ....language import of
from .sentence import Word, made

_NUMBER = "<num><mf><sp>"
_IN_ENGLISH = "<num><sp>"
_LACKING = {
    form: f"{of('en').table('cardinals')[str(n // 100)]} hundred"
    for n in (500, 700)
    for form in str(of("es").table("cardinals")[str(n)]).split()
}
_HUNDREDS = frozenset(
    form for n in range(200, 1000, 100) for form in str(of("es").table("cardinals")[str(n)]).split()
) | {"ciento"}


def numerals(words: list[Word]) -> None:
    """Say the words of a number so that they are that number."""
    n = 0
    while n < len(words):
        word = words[n]
        if word.lemma[:1] == "*" and (word.base[1:] in _LACKING or _one_hundred(words, n)):
            _known(word)
        elif word.base == "por ciento" and word.kind == "adv" and _counts(words, n):
            _for(words, n)
        if word.kind == "num":
            before = words[n - 1] if n else None
            if (
                word.base == "mil"
                and before is not None
                and before.kind == "num"
                and before.base[-3:] != "mil"
            ):
                word.targets = ["thousand" + _IN_ENGLISH]
            elif word.base in _HUNDREDS and n + 1 < len(words) and words[n + 1].base == "uno":
                words[n + 1].tag(_NUMBER)
                words[n + 1].targets = ["one" + _IN_ENGLISH]
        n += 1


def _one_hundred(words: list[Word], n: int) -> bool:
    """Whether *ciento* begins a number there."""
    behind = words[n + 1] if n + 1 < len(words) else None
    return (
        words[n].base == "*ciento" and behind is not None and (behind.kind == "num" or behind.base == "uno")
    )


def _known(word: Word) -> None:
    english = _LACKING.get(word.base[1:], "one hundred and")
    word.name(word.lemma[1:])
    word.tag(_NUMBER)
    word.say(english, _IN_ENGLISH)


def _counts(words: list[Word], n: int) -> bool:
    """Whether *por ciento* is not a percent: nothing is counted before it, and a number behind it."""
    before = words[n - 1].kind if n else ""
    return before != "num" and n + 1 < len(words) and words[n + 1].kind == "num"


def _for(words: list[Word], n: int) -> None:
    """*Por ciento treinta soles*: for one hundred and thirty."""
    words[n].name("Por" if words[n].lemma[:1].isupper() else "por")
    words[n].tag("<pr>")
    words[n].say("for", "<pr>")
    words.insert(n + 1, made("ciento", _NUMBER, "one hundred and", target_tags=_IN_ENGLISH))
