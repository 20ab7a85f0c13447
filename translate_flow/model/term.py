"""Terms of the glossary, and where they are found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Policy(StrEnum):
    """What a glossary term asks of a translation."""

    KEEP = "keep"
    """Is in the translation as it stands in the source."""
    TRANSLATE = "translate"
    """Has one fixed translation."""
    GLOSS = "gloss"
    """Kept, and explained at its first mention in the statement."""


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the glossary."""

    es: str
    """The term in Spanish, as it is written in running text."""
    en: str
    """Its English; empty means the same as `es`."""
    kind: str = ""
    """organisation person region city body term …; free, used for display and defaults."""
    policy: Policy = Policy.KEEP
    """What a translation has to do with it."""
    gender: str = ""
    """`m`, `f`, or empty: guessed from the head noun."""
    number: str = ""
    """`sg`, `pl`, or empty: guessed."""
    article: bool = False
    """Whether English puts *the* before it."""
    gloss: str = ""
    """Explanation added in brackets at the first mention (policy gloss)."""
    variants: tuple[str, ...] = ()
    """Other Spanish forms that mean the same (`variants_es`, separated by `|` in the file)."""
    accepted: tuple[str, ...] = ()
    """Other English forms a translator may use; in the file after the first, separated by `|`, in `en`."""
    forbidden: tuple[str, ...] = ()
    """English renderings that are wrong (`forbidden_en`, separated by `|`)."""
    note: str = ""
    """For translators."""
    file: str = ""
    """File the row is in."""
    row: int = 0
    """Its line there, from 1."""

    def __hash__(self) -> int:
        return hash(self.es)  # which tells nearly all apart, and is known

    @property
    def target(self) -> str:
        """The English form a translation should hold."""
        return self.en or self.es


@dataclass(frozen=True, slots=True)
class Match:
    """A glossary term found in a text."""

    term: Term
    """The term."""
    start: int
    """First character in the text."""
    end: int
    """One past its last character."""
    form: str
    """The text there as its reader sees it, without markup."""
    doubtful: bool = False
    """Whether it may be part of another name (*Premier League*): then a translation need not have it."""

    def __hash__(self) -> int:
        return hash((self.start, self.form))
