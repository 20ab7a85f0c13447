"""What is called for, and not who is called on: *llamamos a la unidad*, *exhortó a la calma*, *convocan a un paro*.

Spanish has *a* before both; what people are called to do or to be is called *for* in English.
"""

from __future__ import annotations

from ....language import of
from .sentence import Word

_CALLING = of("es").words("grammar", "calling_for")
_CALLED_FOR = of("es").words("grammar", "called_for")
CALLING = _CALLING


def calls(words: list[Word]) -> None:
    """Say *call for* where a thing is called for."""
    for n in range(len(words) - 2):
        verb, to = words[n], words[n + 1]
        if verb.base not in _CALLING or verb.kind != "vblex" or to.base != "a" or to.kind != "pr":
            continue
        at = n + 2
        while at < len(words) and words[at].kind in ("det", "predet", "num", "adj"):
            at += 1
        if at < len(words) and words[at].kind == "n" and words[at].base.split(" ")[0] in _CALLED_FOR:
            verb.name("Llamar" if verb.lemma[:1].isupper() else "llamar")
            verb.say("call")
            to.name("para")
            to.say("for", "<pr>")
