"""*Nuestro* before an adjective or a participle and its noun: *nuestras más sentidas condolencias*, *nuestro fraternal saludo* (our, and not ours).

The dictionaries have it as an adjective there. Alone, behind an article or a verb, it stays *ours*.
"""

from __future__ import annotations

from .sentence import Word

_DEGREES = frozenset(("adv", "preadv"))
_REACH = 4
_OURS = {"ours": "our", "yours": "your", "mine": "my"}


def possessed(words: list[Word]) -> None:
    """Say such a word as a determiner."""
    for n, word in enumerate(words):
        if not word.has("adj", "pos") or (n and words[n - 1].kind in ("det", "n")):
            continue
        at = n + 1
        while at < len(words) and at < n + _REACH and _describes(words[at]):
            at += 1
        named = n + 1 < at < len(words) and (words[at].kind == "n" or not words[at].tags)
        said = word.targets[0].partition("<")[0]
        if named and said.lower() in _OURS:
            english = _OURS[said.lower()]
            word.tag(word.tags.replace("<adj><pos>", "<det><pos>"))
            word.targets = [(english.capitalize() if said[:1].isupper() else english) + word.tags]


def _describes(word: Word) -> bool:
    return word.kind in _DEGREES or word.kind == "adj" or word.has("pp")
