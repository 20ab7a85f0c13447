"""*Darse por*, *dejarse* and *limitarse a* with a verb.

*La investigación se dio por cerrada* (was considered closed), *no se dejan engañar* (are not deceived), *se limitó a leer* (did no more than read).
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import movable, phrase
from .sentence import Word, drop, made

_ENDED = frozenset(("terminar", "concluir", "finalizar"))
_DIRECT = of("es").words("grammar", "direct", "bodily", "done")


def regarded(words: list[Word]) -> None:
    """Say *consider*, *be* and *do no more than*."""
    n = 0
    while n + 2 < len(words):
        if words[n].kind == "vblex" and words[n].base == "dar":
            _considered(words, n)
        elif words[n].kind == "vblex" and words[n].base == "dejar":
            _undergone(words, n)
        elif words[n].base == "limitar" and n:
            _no_more(words, n)
        n += 1


def _considered(words: list[Word], n: int) -> None:
    by = n + 1 + words[n + 1].has("enc")
    if by + 1 >= len(words) or words[by].base != "por" or words[by].kind != "pr":
        return
    state = words[by + 1]
    own = any(word.base == "se" for word in words[max(0, n - 1) : by])
    end = phrase(words, by + 2)
    if state.base in _ENDED and state.has("pp") and end > by + 2 and not own and movable(words, n, end):
        state.tag("<adv>")
        state.say("over", "<adv>")  # dio por terminado el diálogo: considered the dialogue over
        words[by + 1 : end] = [*words[by + 2 : end], state]
    elif state.kind != "adj" and not (state.kind == "vblex" and state.has("pp")):
        return
    words[n].name("Considerar" if words[n].lemma[:1].isupper() else "considerar")
    words[n].say("consider")
    drop(words, by)


def _undergone(words: list[Word], n: int) -> None:
    enclitic = words[n + 1].has("enc", "ref")
    proclitic = n > 0 and words[n - 1].base == "se" and words[n - 1].has("ref")
    at = n + 1 + enclitic
    if (
        at >= len(words)
        or not words[at].has("inf")
        or words[at].base not in _DIRECT
        or words[at].kind != "vblex"
    ):
        return
    if words[at + 1 : at + 2] and (
        words[at + 1].has("enc") or (words[at].base == "llevar" and words[at + 1].base == "por")
    ):
        return  # no dejarse llevar por rumores: see `idioms`
    if not (enclitic and words[n].has("inf")) and not (
        proclitic and words[n].has("p3") and FINITE.match(words[n].tags)
    ):
        return
    tags = words[n].tags.replace("<vblex>", "<vbser>")
    words[n].name("Ser" if words[n].lemma[:1].isupper() else "ser")
    words[n].tag(tags)
    words[n].targets = [("Be" if words[n].lemma[:1].isupper() else "be") + tags]
    if words[at].base == "provocar":
        words[at].name("incitar")
        words[at].say("provoke")
    words[at].tag("<vblex><pp><m><sg>")
    words[at].targets = [target.replace("<inf>", "<pp><m><sg>") for target in words[at].targets]
    drop(words, n + 1 if enclitic else n - 1)


def _no_more(words: list[Word], n: int) -> None:
    """*Se limitó a leer el acta*: did no more than read."""
    own = n - 1 - (words[n - 1].kind == "vbhaver")
    if own < 0 or words[own].base != "se" or words[n].kind != "vblex":
        return
    if words[n + 1].base != "a" or not words[n + 2].has("inf"):
        return
    words[n].name("hacer")
    words[n].say("do")
    words[n + 1] = made("nada más que", "<adv>", "no more than")
    drop(words, own)
