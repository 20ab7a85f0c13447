"""What one calls somebody: *los acusan de terroristas* (of being terrorists), *nos tildó de vándalos* (branded us as vandals)."""

from __future__ import annotations

from ....language import of
from .sentence import Word, made

_SPANISH = of("es")
BRANDING = _SPANISH.words("grammar", "branding")
_DEEDS = _SPANISH.words("grammar", "charges")
_KINDS = ("n", "adj")


def accusing(words: list[Word]) -> None:
    """Say *of being* and *as* before what somebody is called."""
    n = 0
    while n + 1 < len(words):
        if words[n].base in BRANDING and words[n].kind == "vblex":
            at = _of(words, n)
            if at:
                _called(words, n, at)
        n += 1


def _of(words: list[Word], n: int) -> int:
    """Where the *de* behind the verb is, be it behind whom it is said of; 0 if there is none."""
    at = n + 1 + words[n + 1].has("enc")
    if at + 1 < len(words) and words[at].base == "a" and words[at].kind == "pr":
        start, end = at + 1, at + 1
        while end < len(words) and words[end].kind in ("det", "num", "n", "np", "adj"):
            end += 1
        at = end if end > start else at
    return at if at + 1 < len(words) and words[at].base == "de" and words[at].kind == "pr" else 0


def _called(words: list[Word], n: int, at: int) -> None:
    called = [at + 1]
    while (
        called[-1] + 2 < len(words)
        and words[called[-1] + 1].base in ("y", "e", "o", ",")
        and words[called[-1] + 2].kind in _KINDS
    ):
        called.append(called[-1] + 2)
    if words[at + 1].kind not in _KINDS or words[at + 1].base in _DEEDS:
        return
    if not any(_somebody(words[place]) for place in called):
        return
    for place in called[1:]:
        _several(words[place])
    _several(words[at + 1])
    if words[n].base == "acusar":
        words.insert(at + 1, made("ser", "<adv>", "being"))
    else:
        words[at].say("as", "<pr>")
        words[at].name("como")


def _somebody(word: Word) -> bool:
    """Whether a word, without an article, is what persons are called: *terroristas*, *azuzador*, *criminal*."""
    people = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "roles")
    return (
        word.base in people
        or (" " not in word.base and word.base.endswith(_ENDINGS))
        or word.base in _SPANISH.words("grammar", "insults")
    )


_ENDINGS = ("ista", "dor", "dora", "ario", "aria", "ente", "ero", "era")


def _several(word: Word) -> None:
    """*Terroristas*, an adjective to the dictionary, is a noun here."""
    if word.kind == "adj" and word.has("pl") and "<adj>" in word.targets[0]:
        english = word.targets[0].partition("<")[0]
        word.tag("<n><mf><pl>")
        word.targets = [english + ("" if english.endswith("s") else "s") + "<n><pl>"]
