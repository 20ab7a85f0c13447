"""One term of a glossary of another program."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..messages import Message
from ..model import Policy, Term
from .agreement import guess_article


@dataclass(slots=True)
class ForeignEntry:
    """What one source term has in a foreign file, gathered from one or several records."""

    es: str
    """The term."""
    row: int
    """Number of its record or line, from 1."""
    targets: list[str] = field(default_factory=list)
    """Translations in order, each once."""
    variants: list[str] = field(default_factory=list)
    """Other source terms of the same concept."""
    forbidden: list[str] = field(default_factory=list)
    """Translations marked as deprecated or forbidden."""
    gloss: str = ""
    """Definition or explanation."""
    note: str = ""
    """Remark."""
    gender: str = ""
    """`m`, `f` or empty."""
    number: str = ""
    """`sg`, `pl` or empty."""
    kept: bool = False
    """Marked as not to be translated."""
    kind: str = ""
    """What it is: organisation, place …"""
    policy: str = ""
    """What this program's own export said; empty in a file of another program."""
    article: bool | None = None
    """Whether English puts *the* before it, if the file says."""
    alone: bool = False
    """Whether it is found in this form alone."""
    waiting: bool = False
    """Whether it has no translation that somebody has confirmed."""
    problem: Message | None = None
    """Why the record is not a term at all; the others of the file may be."""

    def term(self, name: str) -> Term:
        """The entry as a term; kept where the translation is the term itself, else translated."""
        targets = list(dict.fromkeys(" ".join(t.split()) for t in self.targets if t.strip()))
        keep = self.kept or not targets or targets[0] == self.es
        policy = (Policy.GLOSS if self.gloss else Policy.KEEP) if keep else Policy.TRANSLATE
        if self.policy in set(Policy):
            policy = Policy(self.policy)
        own = targets[0] != self.es or policy is Policy.TRANSLATE if targets else False
        variants = dict.fromkeys(v for v in self.variants if v and (v != self.es or self.alone))
        article = self.article
        if article is None:
            article = (
                policy is Policy.TRANSLATE and guess_article(targets[0], self.kind, policy)
                if targets
                else False
            )
        return Term(
            self.es,
            targets[0] if own else "",
            self.kind,
            policy,
            self.gender,
            self.number,
            article,
            self.gloss,
            tuple(variants),
            tuple(targets[1:]),
            tuple(dict.fromkeys(f for f in self.forbidden if f)),
            self.note,
            name,
            self.row,
        )
