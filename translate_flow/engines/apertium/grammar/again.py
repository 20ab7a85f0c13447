"""*Se* before *volver a* and another verb: *que se vuelva a abrir el caso* (that the case be opened again), *se volvieron a reunir*.

The *se* is of the second verb (Real Academia Española, Nueva gramática, 28.10); with it *volver* alone would be to become. Without a *se*
`periphrases` says it. Likewise *estar* and a gerund behind *se les*: *se les está quitando la tierra* is said as *se les quita*.
"""

from __future__ import annotations

from .negation import FINITE
from .phrases import phrase
from .sentence import Word, made


def again(words: list[Word]) -> None:
    """Give the tense of *volver* to the second verb, and say *again* behind what is there."""
    n = 1
    while n + 2 < len(words):
        if words[n].base == "estar":
            _ongoing(words, n)
        elif words[n].base == "dejar":
            _allowed(words, n)
        verb, doing = words[n], words[n + 2]
        own = words[n - 1].has("prn", "pro", "ref")
        tense = verb.tags[verb.tags.find(">") + 1 :]
        if (
            verb.base in ("volver", "volverse")
            and own
            and FINITE.match(verb.tags)
            and words[n + 1].base == "a"
            and doing.has("inf")
            and doing.kind == "vblex"
        ):
            doing.tag("<vblex>" + tense)
            doing.targets = [target.partition("<")[0] + "<vblex>" + tense for target in doing.targets]
            doing.before = verb.before
            del words[n : n + 2]
            words.insert(max(phrase(words, n + 1), n + 1), made("otra vez", "<adv>", "again"))
        n += 1


def _to_somebody(words: list[Word], n: int) -> bool:
    """*Se les*, *se nos* before a verb."""
    own = words[n - 1]
    return n > 1 and own.has("prn", "pro") and not own.has("ref") and words[n - 2].base == "se"


def _allowed(words: list[Word], n: int) -> None:
    """*No se les dejó presenciar el conteo*: they were not allowed, as with *permitir*."""
    if _to_somebody(words, n) and FINITE.match(words[n].tags) and words[n + 1].has("inf"):
        words[n].name("permitir")
        words[n].say("allow")


def _ongoing(words: list[Word], n: int) -> None:
    """What is being done to somebody, with the tense of *estar*."""
    doing = words[n + 1]
    ongoing = doing.has("ger") and doing.kind == "vblex" and FINITE.match(words[n].tags)
    if not ongoing or not _to_somebody(words, n):
        return
    tense = words[n].tags[words[n].tags.find(">") + 1 :]
    doing.tag("<vblex>" + tense)
    doing.targets = [target.partition("<")[0] + "<vblex>" + tense for target in doing.targets]
    doing.before = words[n].before
    del words[n]
