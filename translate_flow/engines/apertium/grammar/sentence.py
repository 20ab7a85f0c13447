"""The words of a record behind the bilingual lookup, to be read and changed, and written again.

[blank]^lemma<tags>/translation<tags>/other<tags>$
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_UNIT = re.compile(r"([^\\^]*+(?:\\.[^\\^]*+)*+)\^([^\\$]*+(?:\\.[^\\$]*+)*+)\$", re.DOTALL)
_ENDING = frozenset({"cm", "sent", "lpar", "rpar", "guio", "lquest", "apos"})


@dataclass(slots=True, eq=False)
class Word:
    """A lexical unit. `before` is the blank in front of it."""

    before: str
    lemma: str
    """Of the Spanish word, as it stands (`Ninguno` at the head of a sentence)."""
    tags: str
    """Of the Spanish word, such as `<prn><tn><m><sg>`."""
    targets: list[str]
    """Its translations with their tags, the likeliest first; one that is empty for a word English does not say."""
    base: str = field(init=False)
    """The lemma in small letters."""
    kind: str = field(init=False)
    """The first tag: `n`, `vblex`, `det` …; empty for an unknown word."""

    # Every rule asks each word for these two, so they are kept; change lemma and tags by the two methods.
    def __post_init__(self) -> None:
        tags = self.tags
        self.base, self.kind = self.lemma.lower(), tags[1 : tags.find(">")]

    def name(self, lemma: str) -> None:
        """Give it another lemma."""
        self.lemma, self.base = lemma, lemma.lower()

    def tag(self, tags: str) -> None:
        """Give it other tags."""
        self.tags, self.kind = tags, tags[1 : tags.find(">")]

    def has(self, *tags: str) -> bool:
        """Whether the Spanish word has all of these tags."""
        found = self.tags
        for tag in tags:  # noqa: SIM110 - asked some thirty times a word, and faster than a generator
            if f"<{tag}>" not in found:
                return False
        return True

    @property
    def ends(self) -> bool:
        """Whether it is a sign, not a word."""
        return self.kind in _ENDING

    def say(self, english: str, tags: str | None = None) -> None:
        """Give it this English; `tags` are those of its first translation if they are not given. A capital is kept."""
        kept = self.targets[0] if self.targets else ""
        tags = kept[kept.find("<") :] if tags is None and "<" in kept else (tags or "")
        if self.lemma[:1].isupper():
            english = english[:1].upper() + english[1:]
        self.targets = [english + tags]

    def silence(self) -> None:
        """Leave it without a translation; see `drop` for taking it out."""
        self.targets = [""]


def made(spanish: str, tags: str, english: str, before: str = " ", target_tags: str | None = None) -> Word:
    """A word that the source does not have."""
    return Word(before, spanish, tags, [english + (tags if target_tags is None else target_tags)])


def drop(words: list[Word], n: int) -> None:
    """Take a word out. Its blank and marks go to the next one, and its capital at the head of a sentence."""
    gone = words.pop(n)
    if n < len(words):
        follower = words[n]
        follower.before = gone.before + follower.before.strip(" ")
        if heads(words, n):
            capital(follower, gone)


def heads(words: list[Word], n: int) -> bool:
    """Whether a word is the first of its sentence."""
    return n == 0 or words[n - 1].kind == "sent"


def capital(word: Word, like: Word) -> None:
    """Give a word the capital at the head of another, which loses it."""
    if like.lemma[:1].isupper() and word.lemma[:1].islower():
        word.name(word.lemma[:1].upper() + word.lemma[1:])
        word.targets = [t[:1].upper() + t[1:] for t in word.targets]
        small(like)


def small(word: Word) -> None:
    """A small letter at the head of a word."""
    word.name(word.lemma[:1].lower() + word.lemma[1:])
    word.targets = [t[:1].lower() + t[1:] for t in word.targets]


def read(record: str) -> tuple[list[Word], str]:
    """The words of a record, and what is behind the last."""
    words: list[Word] = []
    at = 0
    # One after the other: a search would look for the next word again from each sign of a long blank.
    while match := _UNIT.match(record, at):
        source, *targets = match[2].split("/")
        lemma, sign, tags = source.partition("<")
        words.append(Word(match[1], lemma, sign + tags, targets))
        at = match.end()
    return words, record[at:]


def write(words: list[Word], rest: str) -> str:
    """The record of words and what is behind them.

    A preposition of several words at the head of a sentence gets a lemma of one: the rules of the pair write *Pese a* in
    capitals throughout (IN SPITE OF).
    """
    for n, word in enumerate(words):
        opens = heads(words, n) or words[n - 1].kind == "lquest"
        if word.kind == "pr" and " " in word.lemma and word.lemma[:1].isupper() and opens:
            word.lemma = word.lemma.replace(" ", "_")
    return "".join(f"{w.before}^{w.lemma}{w.tags}/{'/'.join(w.targets)}$" for w in words) + rest
