"""English verbs that stand apart from their particle: *sacar*, take out; *apagar*, turn off.

The pair's dictionary gives them as one word (`take# out`) marked separable, of which the generator makes neither a tense nor a
participle and loses the particle: *Apagaron la luz*, They turn the light; *fue sacado*, was take. Here they become two words.
"""

from __future__ import annotations

import re

from ..supplement import supplement
from .sentence import Word, made

_APART = re.compile(r"([^<#]+)# ([^<]+)(<vblex>)(?:<sep>|(?<=speak# out<vblex>))")


def separable(words: list[Word]) -> None:
    """Give the verb without its particle, and the particle behind it and the pronouns joined to it."""
    n = 0
    while n < len(words):
        word = words[n]
        if word.kind == "vblex" and (found := _APART.match(word.targets[0])) and not _ours(word):
            word.targets = [found[1] + found[3] + word.targets[0][found.end() :]]
            at = n + 1
            while at < len(words) and words[at].has("enc"):
                at += 1
            words.insert(at, made(found[2], "<adv>", found[2]))
        n += 1


def _ours(word: Word) -> bool:
    """Whether the program's own table has the English of a verb, which replaces the dictionary's afterwards."""
    return f"{word.base}<vblex>".encode() in supplement().english
