"""People and places in running Spanish text that no glossary lists.

Engines translate the words of a name when a dictionary has them: *Rosa Guerra Paredes* becomes *Pink War Walls*,
*Puerto Ocopa* *Port Ocopa*. What is found here is kept as it stands. A name counts only with a sign beyond its
capitals: a given name before it, a title, a saint, or a word that is in no dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..language.dictionary import is_spanish
from ..language.text import fold
from .people import is_given, is_surname
from .translatable import TRANSLATABLE

_NAME = r"[A-ZÁÉÍÓÚÜÑ][a-záéíóúüñç]+(?:[’'-][A-ZÁÉÍÓÚÜÑ][a-záéíóúüñç]+)*"
_LINK = r"(?:de[ \u00a0]+(?:(?:la|las|los)[ \u00a0]+)?|del[ \u00a0]+)?"
_RUN = re.compile(rf"(?<![\w’'-]){_NAME}(?:[ \u00a0]+{_LINK}{_NAME})*(?![\w’'-]|\.\w)")
_PART = re.compile(rf"(?P<link>{_LINK})(?P<word>{_NAME})")
_TITLE = re.compile(
    r"(?:^|[^\w])(?:señor(?:a|es|as)?|señorita|do[nñ]a?|ministr[oa]|exministr[oa]|viceministr[oa]|congresista|excongresista|premier"
    r"|expremier|fiscal|juez|jueza|general|coronel|comandante|capitán|mayor|suboficial|comisari[oa]|abogad[oa]|dirigente|lideresa"
    r"|líder|periodista|doctora?|ingenier[oa]|profesora?|alcalde|alcaldesa|gobernadora?|presidente|presidenta|expresidente|expresidenta"
    r"|padre|monseñor|obispo|diputad[oa]|senadora?|parlamentari[oa]|embajadora?|relatora?|ciudadan[oa]|comuner[oa]|herman[oa]s?"
    r"|familia|[Ss]ra?|[Dd]ra?|[Ii]ng|[Aa]bog|[Ll]ic)\.?[ \u00a0]+$",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"[^\W\dA-ZÁÉÍÓÚÜÑ_],?[ \u00a0]+$")
"""What stands before a capital that does not open a sentence."""
_SAINTS = frozenset({"San", "Santa", "Santo"})
_NO_SAINTS = frozenset({
    "Sede", "Biblia", "Alianza", "Inquisición", "Petersburgo", "Semana", "Misa", "Iglesia", "Madre", "Padre", "Valentín",
})  # fmt: skip
_PLACES = frozenset({
    "Alto", "Alta", "Bajo", "Cerro", "Las", "Los", "La", "El", "Nuevo", "Nueva", "Pampa", "Puerto", "Puente", "Pueblo", "Villa",
})  # fmt: skip
"""Words that names of places begin with, and that engines translate."""
_NO_PLACES = frozenset({"York", "Jersey", "Orleans", "Delhi", "Hampshire", "Brunswick", "Caledonia"})
"""Words behind *Nueva* and *Nuevo* in names that English translates."""
_ARTICLES = frozenset({"El", "La", "Los", "Las"})


@dataclass(frozen=True, slots=True)
class Proper:
    """A name in a text."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    gender: str
    """`m` or `f`, as its first word sounds."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A capitalised word of a run, and how it hangs on the one before."""

    start: int
    end: int
    text: str
    linked: bool
    """Whether *de*, *del* or their like stands before it."""

    @property
    def given(self) -> bool:
        return is_given(self.text)

    @property
    def surname(self) -> bool:
        return is_surname(self.text)

    @property
    def unknown(self) -> bool:
        """Whether it is in no dictionary, and English does not write it in another way."""
        return not (self.text in _ARTICLES or fold(self.text) in TRANSLATABLE or is_spanish(self.text))


def proper_names(text: str) -> Iterator[Proper]:
    """The names of people and places in a Spanish text, in text order, not overlapping."""
    for run in _RUN.finditer(text):
        form = run[0]
        known = is_given(form) or is_surname(form)
        if not known and " " not in form and "\u00a0" not in form:
            continue  # by far the most: the first words of sentences
        words = [
            _Word(run.start() + m.start("word"), run.start() + m.end("word"), m["word"], bool(m["link"]))
            for m in _PART.finditer(run[0])
        ]
        known = words[0].given or words[0].surname
        titled = known and _TITLE.search(text, max(0, run.start() - 24), run.start()) is not None
        inside = _INSIDE.search(text, max(0, run.start() - 8), run.start()) is not None
        yield from _names(words, titled, inside)


def _names(words: list[_Word], titled: bool, inside: bool) -> Iterator[Proper]:
    """`titled`: whether a title stands before the run; `inside`: whether its first capital is no sentence's."""
    at = 0
    while at < len(words):
        after = _person(words, at, titled and at == 0) or _saint(words, at)
        if not after and (inside or at > 0 or words[at].text not in _ARTICLES):
            after = _place(words, at)
        if after:
            first, last = words[at], words[after - 1]
            yield Proper(first.start, last.end, "f" if first.text.endswith("a") else "m")
            at = after
        else:
            at += 1


def _person(words: list[_Word], at: int, titled: bool) -> int:
    """One past the last word of a person's name that begins here; 0 if none does."""
    first = words[at]
    if not (first.given or first.surname):
        return 0
    end = at + 1
    while end < len(words) and _goes_on(words[end]):
        end += 1
    name = words[at:end]
    if all(fold(word.text) in TRANSLATABLE for word in name):
        return end if titled and first.surname else 0
    if titled and first.surname:
        return end
    if len(name) < 2 or not (first.given or all(word.surname and not word.linked for word in name)):
        return 0
    return end


def _goes_on(word: _Word) -> bool:
    return word.given or word.surname or (word.unknown and not word.linked)


def _saint(words: list[_Word], at: int) -> int:
    """The same for places and people called after a saint: *San Juan de Lurigancho*."""
    if words[at].text not in _SAINTS or at + 1 >= len(words):
        return 0
    following = words[at + 1]
    if following.linked or following.text in _NO_SAINTS:
        return 0
    end = at + 2
    while end < len(words) and (words[end].linked or _goes_on(words[end])):
        end += 1
    return end


def _place(words: list[_Word], at: int) -> int:
    """The same for places whose first word is an ordinary one: *Puerto Ocopa*."""
    if words[at].text not in _PLACES or at + 1 >= len(words):
        return 0
    end = at + 1
    if words[at].text == "Villa" and words[end].text in _ARTICLES and end + 1 < len(words):
        return end + 2  # Villa El Salvador
    if (
        not words[end].unknown
        or words[end].text in _NO_PLACES
        or (words[end].linked and words[at].text in _ARTICLES)
    ):
        return 0
    while end < len(words) and words[end].unknown and (end == at + 1 or not words[end].linked):
        end += 1
    return end
