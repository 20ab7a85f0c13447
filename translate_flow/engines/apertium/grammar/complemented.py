"""An adjective with something that belongs to it stays behind its noun: *la marcha prevista para el sábado* (the march planned for Saturday).

The rules of the pair put every adjective before its noun, and so tear it from what belongs to it (*the planned march for Saturday*, and with a
passive *the planned march is suspended for Saturday*): Real Academia Española, Nueva gramática, 13.12: los complementos del adjetivo.
"""

from __future__ import annotations

import re

from ....language import of
from ..supplement import supplement
from .phrases import COMPLEMENTED
from .sentence import Word

_OF = {
    preposition: of("es").words("grammar", f"adjectives_with_{preposition}")
    for preposition in ("a", "de", "con", "en", "para", "por")
}
_DONE = re.compile(r"[a-zñü]+(?:ado|ido|ído)")
"""Participles; *válido*, *sólido* are none."""
_OF_DOING = frozenset(("capaz", "incapaz", "digno", "culpable"))
"""Adjectives to which a verb belongs; behind others it belongs to the noun: *formas diferentes de tomar café*."""
_BEHIND_DONE = of("es").words("grammar", "behind_participles")


def complemented(words: list[Word]) -> None:
    """Keep such an adjective where it is."""
    for n in range(1, len(words) - 2):
        word = words[n]
        if word.kind != "adj" or words[n + 1].kind != "pr" or words[n - 1].kind != "n" or word.before != " ":
            continue
        preposition, behind = words[n + 1], words[n + 2]
        if behind.kind == "rel" or (behind.has("inf") and word.base not in _OF_DOING):
            continue
        if word.base in _OF.get(preposition.base, ()) or _done(word, preposition):
            english = supplement().english.get(f"{word.base}<adj>".encode(), ("",))[0]
            word.tag("<adv>")
            word.targets = [(english or word.targets[0].partition("<")[0]) + "<adv>"]
            word.name(word.lemma + COMPLEMENTED)


def _done(word: Word, preposition: Word) -> bool:
    return preposition.base in _BEHIND_DONE and _DONE.fullmatch(word.base) is not None
