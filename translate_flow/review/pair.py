"""One draft and its edit, with what several classes of change look at, made when first asked for."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from ..model import Kind
from ..text import fold

_WORD = re.compile(r"\w+(?:[’'·-]\w+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SENTENCE_END = ".!?…:\n"
_OPENERS = "\"'“‘«¿¡([*_—– \t\u00a0"


class Pair:
    """A source, the draft of its translation, and what became of that."""

    def __init__(self, source: str, draft: str, target: str, kind: Kind, language: str) -> None:
        self.source, self.draft, self.target, self.language = source, draft, target, language
        self.titled = kind in (Kind.TITLE, Kind.HEADING)

    @cached_property
    def named(self) -> frozenset[str]:
        """Folded words that the source writes with a capital, other than at the start of a sentence."""
        return frozenset(
            fold(m[0])
            for m in re.finditer(r"[^\W\d_]+", self.source)
            if m[0][0].isupper() and not starts_sentence(self.source, m.start())
        )

    @cached_property
    def counts(self) -> tuple[Counter[str], Counter[str]]:
        """How often each word stands in the draft and in the edit, in lower case."""
        return Counter(_WORD.findall(self.draft.lower())), Counter(_WORD.findall(self.target.lower()))

    def as_often(self, word: str) -> bool:
        """Whether both texts have the word equally often, a possessive of it counted in."""
        low = bare_form(word.lower())
        before, after = (sum(count[f"{low}{end}"] for end in ("", "'s", "’s")) for count in self.counts)
        return before == after

    @cached_property
    def forms(self) -> tuple[frozenset[str], frozenset[str]]:
        """Words of draft and edit in lower case, also without their possessive, and parts of compounds."""
        return _forms(self.counts[0]), _forms(self.counts[1])


def _forms(count: Counter[str]) -> frozenset[str]:
    bare = {bare_form(word) for word in count if not word.isalnum()}
    return frozenset(count) | bare | {part for word in bare for part in word.split("-")}


def bare_form(word: str) -> str:
    """The word without a possessive ending: *Nebraska* of *Nebraska's*."""
    return word if word.isalnum() else _POSSESSIVE.sub("", word)


def starts_sentence(text: str, at: int) -> bool:
    """Whether a word that begins there would have a capital anyhow."""
    before = text[max(0, at - 12) : at].rstrip(_OPENERS)
    return (not before and at <= 12) or before[-1:] in _SENTENCE_END
