"""One draft and its edit, with what several classes of change look at, made when first asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from ..facts import read
from ..language import of
from ..language.numbers import Comparison, compare
from ..language.words import TextWords
from ..model import Kind
from ..names.order import Exchanged, exchanged
from .regions import Region

_WORD = re.compile(r"\w++(?:[’'·-]\w++)*+")
_POSSESSIVE = re.compile(r"['’]s?$")
_SENTENCE_END = ".!?…:\n"
_OPENERS = "\"'“‘«¿¡([*_—– \t\u00a0"


class PostEdit:
    """A source, the draft of its translation, and what became of that."""

    def __init__(
        self, source: str, draft: str, target: str, changed: Sequence[Region], kind: Kind, language: str
    ) -> None:
        self.source, self.draft, self.target, self.language = source, draft, target, language
        self.changed = changed
        self.lower = draft.lower(), target.lower()
        self.titled = kind in (Kind.TITLE, Kind.HEADING)

    @cached_property
    def figures(self) -> Comparison:
        """What of the draft's numbers, units and hedges is otherwise in the edit."""
        here, there = read(self.draft, self.language), read(self.target, self.language)
        return compare(
            self.draft,
            self.target,
            (self.language, self.language),
            (here.figures, there.figures),
            (here.vocabulary, there.vocabulary),
            (here.cut, there.cut),
        )

    @cached_property
    def denies_alike(self) -> bool:
        """Whether draft and edit deny as often, by what the checks read in them."""
        here, there = (read(text, self.language).negations for text in (self.draft, self.target))
        return here.same(there) and len(here.without) == len(there.without) and here.either == there.either

    @cached_property
    def names_exchanged(self) -> Exchanged | None:
        """Two names of the draft that the edit has in each other's place."""
        if not of(self.language).table("relations"):
            return None  # what belongs to a name is not known
        here, there = read(self.draft, self.language), read(self.target, self.language)
        tags = self.language, self.language
        return exchanged(here.cut, there.cut, tags, lambda: (here.starts, there.starts))

    @cached_property
    def named(self) -> frozenset[str]:
        """Folded words of the source's names, and those it writes with a capital other than where a sentence begins."""
        reading = read(self.source, "es")  # what has a capital is seen alike in all languages
        capitals = {word.text for word in reading.capitals.words if not word.opens}
        return TextWords(" ".join({*capitals, *(name.text for name in reading.names)})).folded

    @cached_property
    def words(self) -> tuple[list[str], list[str]]:
        """The words of the draft and of the edit, in lower case."""
        return _WORD.findall(self.lower[0]), _WORD.findall(self.lower[1])

    @cached_property
    def surplus(self) -> dict[str, int]:
        """By how much a changed word is in the draft more often than in the edit, in lower case."""
        count: dict[str, int] = {}
        for region in self.changed:
            for more, tokens in zip((1, -1), region.words, strict=True):
                for token in tokens:
                    low = token.form.low
                    for word in (low,) if low.isalnum() else _WORD.findall(low):
                        count[word] = count.get(word, 0) + more
        return count

    def as_often(self, word: str) -> bool:
        """Whether both texts have the word equally often, a possessive of it counted in."""
        low = bare_form(word.lower())
        return sum([self.surplus.get(form, 0) for form in (low, f"{low}'s", f"{low}’s")]) == 0

    @cached_property
    def forms(self) -> tuple[frozenset[str], frozenset[str]]:
        """Words of draft and edit in lower case, also without their possessive, and parts of compounds."""
        return _forms(self.words[0]), _forms(self.words[1])


def _forms(words: list[str]) -> frozenset[str]:
    bare = {bare_form(word) for word in words if not word.isalnum()}
    return frozenset(words).union(bare, *(word.split("-") for word in bare))


def bare_form(word: str) -> str:
    """The word without a possessive ending: *Nebraska* of *Nebraska's*."""
    return word if word.isalnum() else _POSSESSIVE.sub("", word)


def starts_sentence(text: str, at: int) -> bool:
    """Whether a word that begins there would have a capital anyhow."""
    before = text[max(0, at - 12) : at].rstrip(_OPENERS)
    return (not before and at <= 12) or before[-1:] in _SENTENCE_END
