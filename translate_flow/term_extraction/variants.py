"""One name in several spellings across a workspace."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..glossary import Glossary
from ..glossary.patterns import patterns
from ..language.dictionary import is_ordinary
from ..language.spans import Spans
from ..language.text import fold
from ..model import Edition
from ..names.near import NearNames
from ..names.places import is_respelt, is_unaccented
from .sources import sequences
from .suggestion import squashed

_PART = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Spelling:
    """One way in which a name is written."""

    form: str
    """As it is there."""
    listed: bool = False
    """Whether the glossary writes it so."""
    source: int = 0
    """Times in the sources."""
    target: int = 0
    """Times in the translations."""
    places: list[tuple[str, str]] = field(default_factory=list)
    """Statement and segment of each."""

    @property
    def count(self) -> int:
        """Times in all."""
        return self.source + self.target


def variants(editions: Sequence[Edition], glossary: Glossary, name: str = "") -> list[list[Spelling]]:
    """Groups of spellings of one name: the glossary's first, then the commonest.

    Two spellings are of one name if they differ in accents, capitals or blanks only, or if word by
    word they are equal or differ as slips of the pen do. With `name`, the groups that have something
    like it, be it spelt in one way only.
    """
    spellings = _spellings(editions, glossary)
    groups = _grouped(spellings)
    wanted = squashed(name)
    chosen = []
    for group in groups:
        used = [s for s in group if s.count]
        if wanted:
            if not any(wanted in squashed(s.form) for s in group):
                continue
        elif not used or len(group) < 2 or all(s.listed for s in used):
            continue
        chosen.append(sorted(used or group, key=lambda s: (not s.listed, -s.count, s.form)))
        if not any(s.listed for s in used):
            chosen[-1][:0] = [s for s in group if s.listed and not s.count][:1]
    return sorted(chosen, key=lambda g: (-sum(s.count for s in g), g[0].form))


def _spellings(editions: Sequence[Edition], glossary: Glossary) -> dict[str, Spelling]:
    found: dict[str, Spelling] = {}
    written: dict[str, str] = {}
    for term in glossary.terms:
        forms = [term.es, term.target, *term.accepted, *term.variants]
        forms += [" ".join(p.words) for p in patterns(term) if p.name]
        for form in forms:
            if form[:1].isupper():
                form = written.setdefault(_signless(form), form)
                found.setdefault(form, Spelling(form)).listed = True
    for edition in editions:
        for unit in edition.units:
            for source, text in ((True, unit.segment.text), (False, unit.target)):
                for form in _names(text, glossary if source else None):
                    spelling = found.setdefault(written.setdefault(_signless(form), form), Spelling(form))
                    spelling.source += source
                    spelling.target += not source
                    spelling.places.append((edition.document.name, unit.key))
    return found


def _signless(form: str) -> str:
    """A form without quotes, brackets and dashes: they make no spelling of their own."""
    return " ".join(_PART.findall(unicodedata.normalize("NFC", form)))


def _names(text: str, glossary: Glossary | None) -> Iterator[str]:
    """Names of a text as they stand there: glossary terms, and capitalised sequences cut at them."""
    taken = [(m.start, m.end) for m in glossary.find(text)] if glossary else []
    for start, end in taken:
        if text[start].isupper():
            yield " ".join(text[start:end].split())
    places = Spans(taken)
    for start, end, _ in sequences(text):
        form = " ".join(text[start:end].split())
        if not places.touch(start, end) and not _translatable(form):
            yield form


def _translatable(form: str) -> bool:
    """Whether a name consists of words that English writes in its own way: *México*."""
    return is_respelt(form) or all(_is_respelt(word) for word in _PART.findall(form))


def _is_respelt(word: str) -> bool:
    return is_respelt(word) or is_unaccented(word)


def _grouped(spellings: dict[str, Spelling]) -> list[list[Spelling]]:
    parent = {form: form for form in spellings}

    def root(form: str) -> str:
        while parent[form] != form:
            parent[form] = parent[parent[form]]
            form = parent[form]
        return form

    for one, two in _pairs(spellings):
        if not (spellings[one].listed and spellings[two].listed):
            parent[root(two)] = root(one)
    groups: dict[str, list[Spelling]] = {}
    for form in spellings:
        groups.setdefault(root(form), []).append(spellings[form])
    return list(groups.values())


def _pairs(spellings: Mapping[str, Spelling]) -> Iterator[tuple[str, str]]:
    """Pairs of forms that are spellings of one name."""
    same: dict[str, str] = {}
    by_words: dict[tuple[str, ...], list[str]] = {}
    known: dict[str, None] = {}
    for form in spellings:
        if len(squashed(form)) < 4:
            continue  # US, U.S.
        yield same.setdefault(squashed(form), form), form
        by_words.setdefault(_parts(form), []).append(form)
        known.update(dict.fromkeys(w for w in _PART.findall(form) if _nameable(w)))
    near = NearNames(known)
    holding: dict[str, str] = {}
    for parts, forms in by_words.items():
        holding.setdefault(parts[-1] if parts else "", forms[0])
    for parts, forms in by_words.items():
        if len(parts) == 1 and not spellings[forms[0]].listed:  # a surname alone, and the full name
            word = _PART.findall(forms[0])[0]
            for other in near.near(word) if _nameable(word) and not word.isupper() else ():
                if fold(other) in holding:
                    yield forms[0], holding[fold(other)]
        for n, part in enumerate(parts):
            original = next((w for w in _PART.findall(forms[0]) if fold(w) == part), part)
            if not _nameable(original):
                continue
            for other in near.near(original):
                changed = (*parts[:n], fold(other), *parts[n + 1 :])
                for two in by_words.get(changed, ()):
                    if changed != parts:
                        yield forms[0], two


def _parts(form: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _PART.findall(form))


def _nameable(word: str) -> bool:
    """Whether a slip in the word would be one in a name: capitalised, and no word of either language."""
    return word[0].isupper() and not is_ordinary(word) and not _is_respelt(word)
