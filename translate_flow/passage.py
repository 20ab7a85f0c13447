"""What an engine is given: a text with stand-ins for the stretches that must come through untouched."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """A stretch of source text that must come through an engine untouched, or as a fixed form."""

    mark: str
    """What stands for it in the text that the engine gets; unique within the passage."""
    source: str
    """The stretch as it stands in the source."""
    target: str
    """What must stand in the translation."""
    noun: str = "name"
    """`name` (proper), `noun` (common), `adverb`, `code` (address or identifier, used as a word), `open` and
    `close` (markup around words), `point` (footnote reference: belongs to the word before), `blank`
    (enumerator, image: is between words) or `break` (line break, tab: no word crosses it)."""
    gender: str = "m"
    """`m` or `f`: for agreement; of a person also `mf`, where the name does not tell."""
    number: str = "sg"
    """`sg` or `pl`: for agreement."""
    article: bool = False
    """Whether English puts *the* before it."""
    person: bool = False
    """Whether it is somebody's name."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text made ready for an engine: held spans replaced by their marks."""

    text: str
    """Text with marks, in the way the engine asked for."""
    held: tuple[Held, ...] = ()
    """What the marks stand for, in text order."""
    before: str = ""
    """The paragraph before it in the statement, for an engine that reads the context; empty if there is none."""
    after: str = ""
    """The paragraph after it, likewise."""
    fault: str = ""
    """What was wrong with the engine's last answer, if it is asked for the second time."""
