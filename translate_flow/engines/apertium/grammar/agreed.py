"""What was agreed to be done, without saying by whom: *se acordó suspender la huelga* (it was agreed to suspend), *se decidió no firmar*.

The infinitive is what is agreed (Real Academia Española, Nueva gramática, 41.6); the rules of the pair have *It agreed suspend*.
"""

from __future__ import annotations

import re

from ....language import of
from .passives import be_done
from .sentence import Word, heads, made

_AGREEING = of("es").words("grammar", "agreeing_to")
_TENSE = re.compile(r"<(pri|ifi|pii|fti|cni)><p3><sg>")


def agreed(words: list[Word]) -> None:
    """Say *it was agreed to*."""
    n = 0
    while n + 2 < len(words):
        verb, at = words[n + 1], n + 2
        compound = verb.kind == "vbhaver" and words[at].has("pp")
        done = words[at] if compound else verb
        at += compound
        tense = _TENSE.search(verb.tags)
        if words[n].base == "se" and tense is not None and done.base in _AGREEING and at < len(words):
            if words[at].kind == "cm":  # se acordó, por mayoría, marchar
                at = next((k + 1 for k in range(at + 1, min(len(words) - 1, at + 7)) if words[k].ends), at)
            denied = words[at].base == "que no" and at + 1 < len(words)
            if words[at + denied].has("inf") and not (n and words[n - 1].kind == "rel"):
                if not denied:
                    words.insert(at, made("para", "<adv>", "to"))
                be_done(words, n, tense[1], "sg", compound)
                if not heads(words, n):
                    it = "<prn><tn><p3><nt><sg>"
                    words.insert(n, made("prpers", it, "prpers", target_tags=it.replace("tn", "subj")))
        n += 1
