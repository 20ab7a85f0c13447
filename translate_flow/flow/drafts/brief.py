"""What an engine is told of a statement beside the text, and by what its drafts are judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ...drafting import FirstMentions, Judge
from ...drafting.queue import no_faults
from ...facts.scene import Scene
from ...glossary import Glossary
from ...model import Edition, Segment
from ...names.found import finder, found
from ...names.listed import listed_terms
from ...names.name import Name
from ..statement.terms import glossary_for
from ..statement.work import Work
from .gate import judge


@dataclass(frozen=True, slots=True)
class Brief:
    """One statement in one target language, made ready for engines."""

    glossary: Glossary
    """Its terms, and the names that it lists itself."""
    mentions: Mapping[str, str]
    """Where each explained term is first mentioned."""
    names: Callable[[str], Sequence[Name]] = found
    """Finds in a text the names that no glossary lists."""
    around: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The texts before and after each segment, by its key."""
    judge: Judge = no_faults
    """Says which facts of a segment do not hold in a draft."""


def brief_of(work: Work) -> Brief:
    """The statement as its catalogue has it, whatever became of its file meanwhile. Raises GlossaryError."""
    segments = work.document.segments
    source = work.workspace.settings.languages.source
    glossary = glossary_for(work.workspace, work.name, work.language).with_terms(listed_terms(segments))
    scene = Scene(Edition(work.document, source, work.language, tuple(work.units)), glossary)
    mentions = FirstMentions(segments, glossary)
    return Brief(glossary, mentions, finder(segments, source), neighbours(segments), judge(scene))


def neighbours(segments: Sequence[Segment]) -> dict[str, tuple[str, str]]:
    """The texts before and after each segment of a statement, by its key; empty at its ends."""
    texts = ["", *(segment.text for segment in segments), ""]
    return {segment.key: (texts[n], texts[n + 2]) for n, segment in enumerate(segments)}
