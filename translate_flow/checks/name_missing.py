"""A name of the source, in no glossary, that is not in the translation, or not as it should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..facts.gathered import NAMES, Gathering
from ..glossary import Glossary
from ..language.dictionary import is_spanish
from ..language.spans import Spans
from ..language.words import folded, folded_words
from ..model import CONFIRMED, Finding, Match, Severity, Unit
from ..names.capitals import Capitals
from ..names.countries import exchanged
from ..names.kept import There, WantedName, keeps_names, lost, translated, wanted
from ..names.listed import listed_terms
from ..names.people import is_given, is_surname
from ..names.places import is_local
from ..names.strange import slipped, strange
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import (
    NAME_NEAR,
    NAME_PART_MISSING,
    NAME_PART_NEAR,
    NAME_STRANGE,
    WRITE_OR_ADD,
    about,
    explain,
    remedy,
)


def _listed(given: Iterable[tuple[Unit, None]], scene: Scene) -> Glossary:
    return Glossary(listed_terms(unit.segment for unit in scene.edition.units))


_LISTED = Gathering(
    "name-missing-listed",
    lambda unit, scene: None,
    _listed,
    lambda listed, unit, given: listed.hash,
)
"""The names that the statement lists."""


def _is_looked_at(scene: Scene) -> bool:
    return scene.source_language == "es" and keeps_names(scene.target_language)


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    source = unit.segment.text
    if not _is_looked_at(scene) or source.islower():
        return
    taken = [(m.start, m.end) for m in scene.matches(unit)]
    names = scene.names(unit)
    there: There | None = None
    told: set[str] = set()
    all_wanted = (*_of_list(scene, source, taken), *wanted(scene.source(unit).capitals, names, taken))
    for name in all_wanted:
        if there is None:
            there = There(scene.target(unit).cut, scene.target(unit).parts, scene.source(unit).parts)
        missing, near = lost(name, there)
        if not missing or name.text in told:
            continue
        if scene.target_language != "en" and not all(_is_kept_everywhere(w, name.kind) for w in missing):
            continue
        if near is not None and folded(near) in scene.memo("name-missing-known", _glossary_words):
            continue  # the source has a slip, and the translation the glossary's spelling: near-miss tells it
        told.add(name.text)
        yield _finding(unit, name, missing, near)
    if not told and scene.target_language == "en":
        yield from _strange(unit, scene, all_wanted)


def _is_kept_everywhere(word: str, kind: str) -> bool:
    """Whether a word of a name of some kind is a surname or a place of Peru, which no language writes in its own way.

    Given names are others elsewhere now and then (*Francisco*, *Francesco*), and so are words: *Plaza de Armas*.
    """
    if word.isupper() or is_given(word) or (kind != "person" and is_spanish(word)):
        return False
    return is_surname(word) or is_local(word)


def _strange(unit: Unit, scene: Scene, names: Iterable[WantedName]) -> Iterator[Finding]:
    """A name in the place of one of the source that is in the translation elsewhere, or that no dictionary tells from a word."""
    here = scene.source(unit)
    there = scene.target(unit).cut
    found = strange(here.capitals, names, there, here.parts) if here.capitals.words else None
    found = found or exchanged(here.cut, there)
    found = found or (slipped(here.capitals, there, here.parts) if here.capitals.words else None)
    if found is not None:
        word, span, instead = found
        yield Finding(
            "name-missing",
            Severity.WARNING,
            unit.key,
            NAME_STRANGE(strange=quoted(word), name=quoted(instead)),
            span=span,
            hint=WRITE_OR_ADD(form=quoted(instead)),
        )


def _of_list(scene: Scene, text: str, taken: list[tuple[int, int]]) -> Iterator[WantedName]:
    """The names in a text that the statement lists; they are added to `taken`."""
    names = _LISTED.of(scene)
    matches: Sequence[Match] = names.find(text) if names.terms else ()
    if not matches:
        return
    before = Spans(taken)
    for match in matches:
        if not before.touch(match.start, match.end):
            taken.append((match.start, match.end))
            words = tuple(word.text for word in Capitals(match.form).words if len(word.text) > 1)
            yield WantedName(match.start, match.form, words, True, "organisation")


def _glossary_words(scene: Scene) -> frozenset[str]:
    """Words of the glossary's names, folded."""
    forms = (form for term in scene.glossary.terms for form in (term.target, *term.variants))
    return frozenset(word for form in forms if not form.islower() for word in folded_words(form))


def _finding(unit: Unit, name: WantedName, missing: tuple[str, ...], near: str | None) -> Finding:
    span = None
    if near is not None:
        start = unit.target.index(near)
        span = start, start + len(near)
    full, part = quoted(name.text), quoted(" ".join(missing))
    if len(missing) < len(name.words):
        said = (
            NAME_PART_NEAR(part=part, name=full, near=quoted(near))
            if near
            else NAME_PART_MISSING(part=part, name=full)
        )
    else:
        said = NAME_NEAR(name=full, near=quoted(near)) if near else messages.NAME_MISSING(name=full)
    loose = unit.state in CONFIRMED and translated(name, missing, near)
    return Finding(
        "name-missing",
        Severity.INFO if loose else Severity.WARNING,
        unit.key,
        said,
        span=span,
        hint=WRITE_OR_ADD(form=full),
    )


NAME_MISSING = Check(
    "name-missing",
    about.NAME_MISSING(),
    _run,
    explain=explain.NAME_MISSING(),
    remedy=remedy.NAME_MISSING(),
    example=Example(
        "Marcharon en Huancasancos con la CUNARC.",
        "They marched with CUNARC.",
        "They marched in Huancasancos with CUNARC.",
    ),
    scope=Scope.SOURCES,
    gathers=(NAMES, _LISTED),
    grave=True,
)
