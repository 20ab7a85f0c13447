"""Where the terms that are to be explained are mentioned first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..glossary import Glossary
from ..model import Policy, Segment, Term


class FirstMentions(Mapping[str, str]):
    """For each term that is to be explained and occurs: the key of the first segment that has it.

    Made of all segments of a document, so that the explanation is at the same place however
    often and in whatever order its paragraphs are drafted. The document is looked through no farther
    than it is asked for: a job of thousands of paragraphs begins at once.
    """

    def __init__(self, segments: Iterable[Segment], glossary: Glossary) -> None:
        self._left = iter(segments)
        self._glossary = glossary
        self._explained = {term.es for term in glossary.terms if _is_explained(term)}
        self._found: dict[str, str] = {}

    def __getitem__(self, term: str) -> str:
        if term in self._explained and term not in self._found:
            self._search(term)
        return self._found[term]

    def __bool__(self) -> bool:
        """Whether there may be any; True while that is not known, as it would take a search to know."""
        return bool(self._explained)

    def __iter__(self) -> Iterator[str]:
        self._search(None)
        return iter(self._found)

    def __len__(self) -> int:
        self._search(None)
        return len(self._found)

    def _search(self, term: str | None) -> None:
        """Look on until the term is found, or all are."""
        while term not in self._found and len(self._found) < len(self._explained):
            segment = next(self._left, None)
            if segment is None:
                return
            for match in self._glossary.found(segment.text).held:
                if match.term.es in self._explained and _is_explained(match.term):
                    self._found.setdefault(match.term.es, segment.key)


def due(segment: Segment, mentions: Mapping[str, str], glossary: Glossary) -> frozenset[str]:
    """Terms that are explained in a segment, given where each is mentioned first."""
    if not mentions:
        return frozenset()
    matches = glossary.found(segment.text).held
    return frozenset(m.term.es for m in matches if mentions.get(m.term.es) == segment.key)


def _is_explained(term: Term) -> bool:
    return term.policy is Policy.GLOSS and bool(term.gloss)
