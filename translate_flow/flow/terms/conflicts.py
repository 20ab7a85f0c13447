"""Rows of the glossary that contradict each other: none is wrong by itself, so that files of them load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ...glossary.table import load, term_key
from ...messages import Message
from ...model import Policy, Term
from ...workspace import Workspace
from . import messages as said
from .glossary import place


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rows that cannot all be meant."""

    message: Message
    """What is wrong, and which row holds."""
    rows: tuple[Term, ...]
    """The rows; the one that holds last."""


def conflicts(workspace: Workspace, language: str) -> list[Conflict]:
    """Contradictions between rows of the glossary common to all statements, in the order of terms.

    A term with rows in several files that say different things; a translation that another row of the same term's
    words forbids; a variant that is a term, or a variant, elsewhere. Raises GlossaryError.
    """
    rows = [term for path in workspace.glossary_paths() for term in load([path], language)]
    held = {term_key(term.es): term for term in rows}
    found = [
        *_twice(workspace, rows),
        *_forbidden(workspace, held.values()),
        *_variants(workspace, held.values()),
    ]
    return sorted(found, key=lambda one: term_key(one.rows[-1].es))


def _twice(workspace: Workspace, rows: Iterable[Term]) -> Iterator[Conflict]:
    ordered = sorted(rows, key=lambda term: term_key(term.es))
    for _, some in groupby(ordered, key=lambda term: term_key(term.es)):
        same = tuple(some)
        if len({(t.target, t.policy) for t in same}) > 1:
            ways = tuple(_says(workspace, term) for term in same)
            yield Conflict(said.TWO_FILES(term=same[-1].es, ways=ways), same)


def _says(workspace: Workspace, term: Term) -> Message:
    if term.policy is Policy.KEEP:
        return said.ROW_KEEPS(place=place(workspace, term))
    return said.ROW_SAYS(place=place(workspace, term), target=term.target)


def _forbidden(workspace: Workspace, rows: Iterable[Term]) -> Iterator[Conflict]:
    """What one row asks for and forbids at once."""
    for term in rows:
        for form in term.forbidden:
            if form in (term.target, *term.accepted):
                yield Conflict(
                    said.ASKED_AND_FORBIDDEN(place=place(workspace, term), term=term.es, form=form), (term,)
                )


def _variants(workspace: Workspace, rows: Iterable[Term]) -> Iterator[Conflict]:
    terms = tuple(rows)
    names = {term_key(term.es): term for term in terms}
    taken: dict[str, Term] = {}
    for term in terms:
        for variant in term.variants:
            other = names.get(term_key(variant)) or taken.setdefault(term_key(variant), term)
            if other is not term and (other.target, other.policy) != (term.target, term.policy):
                yield Conflict(
                    said.VARIANT_ELSEWHERE(
                        variant=variant, term=term.es, there=place(workspace, other), other=other.es
                    ),
                    (term, other),
                )
