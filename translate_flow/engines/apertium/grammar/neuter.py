"""*Lo* and a participle: *lo acordado* (what was agreed), *lo ocurrido en la plaza* (what happened in the square).

The rules of the pair leave an article and a participle (*the agreed*).
"""

from __future__ import annotations

from ....language import of
from .sentence import Word, made

_HAPPENING = of("es").words("grammar", "occurring")
_DONE = of("es").words("grammar", "done", "done_to_things", "direct", "asking", "taking")
_WHICH = "<rel><nn><nt><sg>"
_FORM = "<ifi><p3><sg>"


def neuter(words: list[Word]) -> None:
    """Say *what was* of what has been done, and *what* of what happened."""
    n = 0
    while n + 1 < len(words):
        article, done = words[n], words[n + 1]
        if article.base == "lo" and article.has("det", "nt"):
            behind = words[n + 2] if n + 2 < len(words) else None
            alone = behind is None or behind.kind not in ("n", "np", "adj")
            verb = _verb(done)
            if _thing(words, n):
                n += 1
                continue
            if done.base == "de" and behind is not None and behind.kind == "np":
                _case(words, n)
            elif alone and verb in _HAPPENING:
                _what(words, n, verb)
            elif alone and verb in _DONE:
                _what(words, n, "")
        n += 1


def _thing(words: list[Word], n: int) -> bool:
    """*Lo grave es que*, *lo peor es*, *lo del agua*: the serious thing, the matter of; whether it was said so."""
    at = n + 1
    if words[at].kind in ("adv", "preadv") and words[at].base in ("más", "menos") and at + 1 < len(words):
        at += 1
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at].kind == "adj" and not words[at].has("pos") and after is not None and after.base == "ser":
        words.insert(at + 1, made("cosa", "<n><f><sg>", "thing", target_tags="<n><sg>"))
        return True
    if words[n + 1].base == "de" and after is not None and after.kind == "det":
        words.insert(n + 1, made("asunto", "<n><m><sg>", "matter", target_tags="<n><sg>"))
        return True
    return False


def _case(words: list[Word], n: int) -> None:
    """*Que se repita lo de Accomarca*: what happened in it."""
    words[n].name("aquello que")
    words[n].tag(_WHICH)
    words[n].say("what", "<rel><nn><sp>")
    words[n + 1].say("to" if words[n + 2].has("ant") else "in", "<pr>")
    words.insert(n + 1, made("ocurrir", "<vblex>" + _FORM, "happen"))


def _verb(word: Word) -> str:
    """The verb of a participle, also of one that the dictionary takes for an adjective; empty if it is none."""
    if word.has("pp"):
        return word.base
    stem = word.base
    for ending, verb in (("ado", "ar"), ("ido", "er"), ("ido", "ir")):
        if (
            word.kind == "adj"
            and stem.endswith(ending)
            and stem.removesuffix(ending) + verb in _DONE | _HAPPENING
        ):
            return stem.removesuffix(ending) + verb
    return ""


def _what(words: list[Word], n: int, happened: str) -> None:
    """*What was agreed*, or *what happened* of verbs that say so."""
    done = words[n + 1]
    words[n].name("Aquello que" if words[n].lemma[:1].isupper() else "aquello que")
    words[n].tag(_WHICH)
    words[n].say("what", "<rel><nn><sp>")
    if n and words[n - 1].base == "según":
        words[n - 1].tag("<pr>")
        words[n - 1].say("according to", "<pr>")
    if happened:
        done.name(happened)
        done.tag("<vblex>" + _FORM)
        done.targets = ["happen<vblex>" + _FORM]
    else:
        words.insert(n + 1, made("ser", "<vbser>" + _FORM, "be"))
