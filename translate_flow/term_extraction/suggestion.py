"""What the search for unlisted terms proposes, and how it is told apart and ordered."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ..language.dictionary import is_spanish
from ..language.text import fold
from ..model import Policy, Term, Unit
from ..names.words import line_words


class Reason(StrEnum):
    """Why something is proposed; the value is what JSON says."""

    EDITED = "edited"
    """People corrected its drafts."""
    TWO_RENDERINGS = "two renderings"
    """People translate it in two ways."""
    LISTED = "in a list"
    """It is in a list of names, such as signatories."""
    ACRONYM = "acronym"
    NAME = "name"
    PHRASE = "phrase"
    """Several common words with capitals."""


WEIGHTS = {
    Reason.EDITED: 5,
    Reason.TWO_RENDERINGS: 4,
    Reason.LISTED: 3,
    Reason.ACRONYM: 3,
    Reason.NAME: 2,
    Reason.PHRASE: 1,
}
"""Reason for a proposal and what one occurrence counts."""

_AROUND = 40


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name or term that should perhaps be in the glossary."""

    es: str
    """The Spanish, as it stands in the sources."""
    reason: Reason
    """A key of `WEIGHTS`."""
    count: int
    """How often it was met: occurrences, or segments that people edited."""
    statements: tuple[str, ...]
    """Names of the statements, sorted."""
    key: str
    """Segment of the example."""
    example: str
    """The term among the words around it."""
    en: str = ""
    """Its English as people write it; empty if it is kept, or unknown."""
    policy: Policy = Policy.KEEP
    """What a row would ask for."""
    kind: str = ""
    """Kind a row would have."""
    forbidden: tuple[str, ...] = ()
    """Draft wordings that people replaced."""
    renderings: tuple[tuple[str, int], ...] = ()
    """English wordings met and how often, the commonest first."""
    listed: Term | None = None
    """The glossary's row, if it has one and that should change."""
    shown: bool = False
    """Whether something beyond its capitals shows that it is a name, so that drafts keep it already."""

    @property
    def rank(self) -> tuple[int, int, str]:
        """By which proposals are ordered: what people corrected or disagree on first, then by weight."""
        work = (Reason.EDITED, Reason.TWO_RENDERINGS)
        group = work.index(self.reason) if self.reason in work else len(work)
        return group, -WEIGHTS[self.reason] * self.count, self.es

    @property
    def ready(self) -> bool:
        """Whether a row can be made of it as it is: a term to translate needs its English."""
        return self.policy is Policy.KEEP or bool(self.en)

    def term(self, en: str = "") -> Term:
        """The row it would become, with that English if one is given (`A|B`: the second accepted too)."""
        first, *more = [" ".join(form.split()) for form in (en or self.en).split("|")] or [""]
        base = self.listed or Term(self.es, "", self.kind)
        policy = (Policy.TRANSLATE if first and first != self.es else self.policy) if en else self.policy
        forms = [base.target] if self.listed and base.policy is Policy.TRANSLATE else []
        target = forms[0] if forms and not en else first
        accepted = [f for f in (*base.accepted, first, *more) if f and f != target]
        right = {target, *accepted, self.es}
        return replace(
            base,
            en="" if target == base.es else target,
            policy=base.policy if self.listed and not en else policy,
            accepted=tuple(dict.fromkeys(accepted)),
            forbidden=tuple(dict.fromkeys((*base.forbidden, *(f for f in self.forbidden if f not in right)))),
        )


@dataclass(slots=True)
class Sightings:
    """Where one thing was met, while it is being counted."""

    forms: Counter[str] = field(default_factory=Counter)
    """Spellings and how often each was met."""
    units: list[tuple[str, Unit]] = field(default_factory=list)
    """Statement and segment of each occurrence, in order."""

    @property
    def form(self) -> str:
        """The commonest spelling; of equals the one with most accents, which capitals and haste leave out."""
        return max(self.forms, key=lambda form: (self.forms[form], sum(not c.isascii() for c in form)))

    @property
    def count(self) -> int:
        """Number of occurrences."""
        return len(self.units)

    @property
    def statements(self) -> tuple[str, ...]:
        """Statements it is in."""
        return tuple(sorted({name for name, _ in self.units}))


def around(text: str, form: str) -> str:
    """A form with the words before and after it, on one line."""
    line = " ".join(text.split())
    at = max(0, fold(line).find(fold(" ".join(form.split()))))
    start, end = max(0, at - _AROUND), min(len(line), at + len(form) + _AROUND)
    start = 0 if not start else line.find(" ", start, at) + 1 or start
    end = end if end == len(line) else max(line.rfind(" ", at + len(form), end), at + len(form))
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")


def guessed_kind(name: str) -> str:
    """`organisation`, `body`, `term`, or nothing, to judge by capitals and the first noun."""
    if name.islower():
        return "term"
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", name)]
    first = next((w for w in words if w not in ("el", "la", "los", "las")), "")
    if first in line_words("state"):
        return "body"
    return "organisation" if first in line_words("heads") or name.isupper() else ""


def ordinary(word: str) -> bool:
    """Whether a word of a name is one of the Spanish dictionary."""
    return is_spanish(word)


def squashed(name: str) -> str:
    """Letters and digits alone, folded: what makes two spellings the same entry of a list."""
    return re.sub(r"[\W_]+", "", fold(name))
