"""Articles before held names, where English wants them and nowhere else."""

from __future__ import annotations

import re
from functools import lru_cache

from ..language import of
from ..passage import Held, Passage
from .marks import places

_DETERMINERS = of("en").words("grammar", "determiners", "between")
_SPANISH_LINKS = of("es").words("function_words", "prepositions") | {"sin", "que", "como", "al", "del"}
_VOWEL = re.compile(r"(?!(?:uni|use|usu|eu|one|once)\w*)[aeiouáéíóú]", re.IGNORECASE)
_REACH = 64
"""Characters before a mark that are looked at."""


def put_articles(passage: Passage, answer: str) -> str:
    """*the* before a name where the glossary says so, and nowhere else; *a* or *an* as the name sounds.

    The marks are still in the answer; only the first place of each is looked at.
    """
    held = passage.held
    left = {n for n, item in enumerate(held) if item.noun in ("name", "noun")}
    if not left:
        return answer
    opened = {item.mark.lower() for item in held if item.noun == "open"}
    marks = {item.mark.lower() for item in held}
    linked = _linked(passage) if any(item.article for item in held) else frozenset()
    out, at = [], 0
    for n, mark in places(held, answer):
        if n not in left:
            continue
        left.discard(n)
        before = _before(mark[0][:3].lower()).search(answer, max(at, mark.start() - _REACH), mark.start())
        if before is None or any(word not in opened for word in _words(before["open"])):
            continue
        word = (before["word"] or "").strip()
        if word.lower() in marks:
            continue
        start, end = before.start(), before.start("open")
        out += [answer[at:start], _article(held[n], word, answer[start:end], n in linked)]
        at = end
    return "".join(out) + answer[at:]


@lru_cache(maxsize=8)
def _before(stem: str) -> re.Pattern[str]:
    """The word before a mark, and opening characters and marks between."""
    return re.compile(
        rf"(?P<word>(?<![\w’'-])[^\W\d_]+[ \t]+)?(?P<open>(?:[\"“«(]|{stem}[a-z]+[ \t]+)*)$", re.IGNORECASE
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def _article(held: Held, word: str, as_it_stands: str, linked: bool) -> str:
    """What is to stand in place of the word before a name."""
    article = word.lower()
    if article == "the" and held.noun == "name" and not held.article:
        return ""
    if article in ("a", "an"):
        sound = "an" if _VOWEL.match(held.target) else "a"
        return (sound.capitalize() if word[0].isupper() else sound) + " "
    if held.article and article not in _DETERMINERS and linked:
        return f"{as_it_stands}the "
    return as_it_stands


def _linked(passage: Passage) -> frozenset[int]:
    """Held spans that open a noun phrase in running text: a preposition or conjunction is before them."""
    found = set()
    for n, mark in places(passage.held, passage.text):
        before = passage.text[max(0, mark.start() - _REACH) : mark.start()].split()
        if before and before[-1].strip('"“«(*_').lower() in _SPANISH_LINKS:
            found.add(n)
    return frozenset(found)
