"""A name that is one or two letters away from one in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..facts import Reading
from ..glossary.presence import Presence
from ..language.dictionary import is_ordinary
from ..language.spans import Spans
from ..language.words import Span, TextWords, folded
from ..messages import Template
from ..model import Finding, Severity, Unit
from ..names.near import NearNames, capitalised
from ..names.places import is_respelt
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import INFORM_AUTHORS, NEAR_MISS_BOTH, NEAR_MISS_SOURCE, WRITE, about

_OTHER_LETTER = re.compile(r"[^A-Za-zÁÉÍÓÚÑÜáéíóúñü]").match
"""Letters that Spanish does not write."""
_EDGES = '.,;:()[]{}“”"«»‘’*_–—/'


class _Known:
    """The glossary's words, right as they are, and the index of its names."""

    def __init__(self, scene: Scene) -> None:
        self._words: set[str] = set()
        self._beside: dict[str, list[frozenset[str]]] = {}
        """Word of a name → the other long words of each name that has it, folded."""
        for term in scene.glossary.terms:
            for text in dict.fromkeys((term.es, term.target, *term.variants, *term.accepted)):
                bare = [word.strip(_EDGES) for word in re.split(r"[\s'’-]+", text)]
                self._words.update(word.casefold() for word in bare)
                others = frozenset(folded(word) for word in bare if len(word) > 3)
                for name, _ in capitalised(TextWords(text)):
                    if not name.isupper():
                        self._beside.setdefault(name, []).append(others - {folded(name)})
        self._near = NearNames(self._beside)
        self._slips: dict[str, tuple[str, ...]] = {}

    def slip(self, word: str, reading: Reading, source: Reading) -> str | None:
        """The glossary's spelling of a misspelt name; None for words that are right or unlike any.

        `reading` is the text with the word. A name that the source has itself is that name, unless the rest of the
        glossary's name is around it (*Alberto Otalora*); a word of the translation is a slip of a name only if the source
        has that one. *Institue* is a slip of *Instituto* only beside other words of the institute's name: such a word has
        neighbours in every language.
        """
        near = self._slips.get(word)
        if near is None:
            near = self._slips[word] = self._near_names(word)
        low = folded(word)
        for name in near:
            there = folded(name)
            around = any(others and others <= reading.parts for others in self._beside[name])
            meant = there in source.parts and low not in source.parts
            bare = low == there and not any(map(_OTHER_LETTER, word))  # Tomáš is no Tomás
            if bare or (around and low != there) or (meant and not is_ordinary(name)):
                return name
        return None

    def _near_names(self, word: str) -> tuple[str, ...]:
        """The names of which a word may be a slip, whatever stands beside it."""
        low = word.casefold()
        if (
            low in self._words
            or low.removesuffix("s") in self._words
            or low.removesuffix("es") in self._words
        ):
            return ()
        if is_ordinary(word) or is_respelt(word):
            return ()
        return self._near.near(word)


def slips(unit: Unit, scene: Scene) -> Iterator[tuple[str, str, Span]]:
    """The words of a translation that are misspelt names of the glossary, with the right spelling and their places."""
    known = scene.memo("near-miss", _Known)
    source, target = scene.source(unit), scene.target(unit)
    for word, span in target.capitalised:
        right = known.slip(word, target, source)
        if right is not None:
            yield word, right, span


def words_of(use: Presence) -> frozenset[str]:
    """The words of a term's forms."""
    forms = (use.form, use.term.es, use.term.target, *use.term.accepted)
    return frozenset(word for form in forms for word in form.split())


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    if not scene.glossary.terms:
        return
    known = scene.memo("near-miss", _Known)
    source = scene.source(unit)
    in_source = {word for word, _ in source.capitalised}
    wrong = [use for use in scene.terms(unit) if not use.right]
    told = Spans(span for use in wrong for span in (*use.forbidden, *use.written_out, *use.other_case))
    # the names of which nothing else is there
    gone = frozenset(w for use in wrong if not use.there and use.lacking > 0 for w in words_of(use))
    seen: set[str] = set()
    for word, right, span in slips(unit, scene):
        seen.add(word)
        if not told.touch(*span):
            said = NEAR_MISS_BOTH if word in in_source else messages.NEAR_MISS
            severity = Severity.ERROR if right in gone else Severity.WARNING
            yield _finding(unit, (word, right), span, said, severity)
    for word in sorted(in_source - seen):
        meant = known.slip(word, source, source)
        if meant is not None and folded(word) not in {folded(w) for w in seen}:
            yield _finding(unit, (word, meant), None, NEAR_MISS_SOURCE, Severity.WARNING)


def _finding(
    unit: Unit, words: tuple[str, str], span: Span | None, said: Template, severity: Severity
) -> Finding:
    word, right = words
    return Finding(
        "near-miss",
        severity,
        unit.key,
        said(word=quoted(word), right=quoted(right)),
        span=span,
        hint=WRITE(form=quoted(right)) if span else INFORM_AUTHORS(form=quoted(right)),
    )


NEAR_MISS = Check(
    "near-miss",
    about.NEAR_MISS(),
    _run,
    explain="A capitalised word of source or translation, of five letters or more, differs by a letter (from seven "
    "letters on by two) or by its accents from a word of a glossary name that the source has. Another name in "
    "the source is left alone, unless the rest of the glossary's name is around it; so are ordinary words of Spanish and English, "
    "plurals, and words that are in the glossary themselves. Where the name is nowhere else in the translation it is an error.",
    remedy="Correct the spelling. If it is another name, add that one to the glossary.",
    example=Example("Habló Alberto Otárola.", "Alberto Otalora spoke.", "Alberto Otárola spoke."),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
