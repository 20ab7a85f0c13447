"""*Se* with a verb and a gerund that say what is being done: *se están recortando libertades*, *las obras que se vienen ejecutando*.

The rules of the pair pass over such a *se*, and say that the works execute. English has the passive: *are being cut*, *continue being violated*.
What is done goes before the verbs, as in `passives`.
"""

from __future__ import annotations

import re

from ....language import of
from .passives import listed, named_before
from .phrases import movable, number, swap
from .sentence import Word, capital, drop, heads, made

_DONE = of("es").words("grammar", "done", "done_to_things", "direct", "taking")
_BEING = frozenset(("estar", "venir", "ir", "andar"))
_STILL = frozenset(("seguir", "continuar"))
_FINITE = re.compile(r"<(pri|prs|ifi|pii|pis|fti|cni)><p3><(sg|pl)>")
_NUMBER = re.compile(r"<(?:sg|pl)>")


def progressive(words: list[Word]) -> None:
    """Put such a *se* into English."""
    n = 0
    while n + 2 < len(words):
        if words[n].base == "se" and words[n].has("ref") and not words[n].has("enc"):
            _progressive(words, n)
        n += 1


def _progressive(words: list[Word], n: int) -> None:
    verb, done = words[n + 1], words[n + 2]
    tense = _FINITE.search(verb.tags)
    if tense is None or not done.has("ger") or done.base not in _DONE:
        return
    if verb.base not in _BEING | _STILL or done.before != " ":
        return
    first = n - 1 if n and words[n - 1].base in ("no", "aún", "todavía", "ya") else n
    at = n + 3
    personal = at < len(words) and words[at].base == "a" and words[at].kind == "pr"
    end = listed(words, at + personal)
    clause = at < len(words) and words[at].base == "que"
    if end > at + personal and movable(words, first, end):
        count = (
            "pl" if end > listed(words, at + personal, joined=False) else number(words, at + personal, end)
        )
        if not personal and count != tense[2]:
            return
        if personal:
            drop(words, at)
            end -= 1
        _be(words, n, tense[1], count)
        swap(words, first, n + 3, end)
    elif not personal and named_before(words, first) and not heads(words, first):
        _be(words, n, tense[1], tense[2])
    elif clause and tense[2] == "sg":
        _be(words, n, tense[1], "sg")
        who = "<prn><tn><p3><nt><sg>"
        it = made("prpers", who, "prpers", before=words[first].before, target_tags=who.replace("tn", "subj"))
        words[first].before = " "
        if heads(words, first):
            capital(it, words[first])
        words.insert(first, it)


def _be(words: list[Word], n: int, tense: str, count: str) -> None:
    """*Se*, the verb and the gerund become as many words: *are being cut*, *continue being cut*."""
    verb, done = words[n + 1], words[n + 2]
    tense = {"prs": "pri", "pis": "pii"}.get(tense, tense)
    if verb.base in _STILL:
        be = made("continuar", f"<vblex><{tense}><p3><{count}>", "continue", before=words[n].before)
    else:
        be = made("ser", f"<vbser><{tense}><p3><{count}>", "be", before=words[n].before)
    if heads(words, n):
        capital(be, words[n])
    words[n] = be
    words[n + 1] = made("ser", "<vbser><ger>", "be", before=verb.before)
    done.tag(f"<vblex><pp><m><{count}>")
    done.targets = [target[: target.find("<")] + done.tags for target in done.targets if "<" in target]
