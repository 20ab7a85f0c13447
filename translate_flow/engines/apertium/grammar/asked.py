"""*No saben qué hacer*: what to do. Behind a word that asks, English has *to* before the infinitive (*a quién acudir*: to whom to turn)."""

from __future__ import annotations

from ....language import of
from .sentence import Word, drop, made

_HAVING = frozenset(("haber", "hay", "tener", "quedar"))
_WHOM = "quién"
_DIRECT = of("es").words("grammar", "direct")


def asked(words: list[Word]) -> None:
    """Say *to* between such a word and the infinitive behind it."""
    for n in range(len(words) - 2, -1, -1):
        word, doing = words[n], words[n + 1]
        if word.base == "que" and doing.has("inf") and n > 1 and words[n - 1].kind == "n":
            if any(one.base in _HAVING for one in words[max(0, n - 4) : n - 1]):
                words[n] = made("para", "<adv>", "to", before=word.before)  # no hay tiempo que perder
            continue
        if not word.has("itg") or not doing.has("inf") or doing.before != " ":
            continue
        english = (
            "whom"
            if word.base == _WHOM and n and words[n - 1].kind == "pr"
            else word.targets[0].partition("<")[0]
        )
        if not english:
            continue
        if word.base == _WHOM and doing.base in ("recurrir", "acudir") and n and words[n - 1].base == "a":
            doing.name("recurrir")
            doing.say("turn")
        word.tag("<adv>")
        word.say(f"{english} to", "<adv>")
        if word.base == _WHOM and doing.base in _DIRECT and n and words[n - 1].base == "a":
            drop(words, n - 1)  # no saben a quién apoyar
