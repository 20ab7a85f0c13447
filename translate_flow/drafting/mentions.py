"""Where the terms that are to be explained are mentioned first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..glossary import Glossary
from ..model import Policy, Segment, Term
from .finding import find


def first_mentions(segments: Iterable[Segment], glossary: Glossary) -> dict[str, str]:
    """For each term that is to be explained: the key of the first segment that has it.

    Given all segments of a document, so that the explanation stands at the same place however
    often and in whatever order its paragraphs are drafted.
    """
    found: dict[str, str] = {}
    explained = _explained(glossary)
    for segment in segments if explained.terms else ():
        # Few terms are explained, and few paragraphs have one: only these are searched for all terms.
        if not find(segment.text, explained).matches:
            continue
        for match in find(segment.text, glossary).matches:
            if _is_explained(match.term):
                found.setdefault(match.term.es, segment.key)
    return found


@lru_cache(maxsize=8)
def _explained(glossary: Glossary) -> Glossary:
    return Glossary(term for term in glossary.terms if _is_explained(term))


def _is_explained(term: Term) -> bool:
    return term.policy is Policy.GLOSS and bool(term.gloss)
