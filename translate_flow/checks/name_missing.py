"""A name of the source, in no glossary, that is nowhere in the translation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from ..facts import Reading
from ..glossary import Glossary
from ..language.dictionary import is_english, is_spanish
from ..language.text import fold
from ..language.words import WORD, folded, folded_words
from ..model import Finding, Match, Severity, Unit
from ..names.listed import listed_terms
from ..names.near import distance, near_limit
from ..names.translatable import NAMES, TRANSLATABLE
from . import Check, Example, Scene, Scope, quoted

_LINK = re.compile(r"[ \u00a0]+(?:(?:de|del|de la|de las|de los|y|e|da|do|von|van|der)[ \u00a0]+)?|['’-]")
_START = re.compile(r"(?:^|[.!?…:;\n•|¿¡«“\"‘(\[—–-])[\s¿¡«“\"‘(\[*_#>—–-]*$")
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ]{3,}")
_CAPITALISED = re.compile(r"(?<![^\W_])[A-ZÁÉÍÓÚÜÑÇČŠŽÖÄ][^\W\d_]+(?![\d_])")
_SMALL = re.compile(r"[a-zà-ÿ]{3}")


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    """As in the source, connectors included."""
    words: tuple[str, ...]
    """Its words that English would keep."""
    whole: bool = False
    """Whether the statement lists it, so that all of it should be there."""


def _groups(text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[list[re.Match[str]], bool]]:
    """Runs of capitalised words outside the glossary's terms, and whether each begins a sentence."""
    group: list[re.Match[str]] = []
    for word in _CAPITALISED.finditer(text):
        if any(start < word.end() and word.start() < end for start, end in taken):
            continue
        if group and not _LINK.fullmatch(text, group[-1].end(), word.start()):
            yield group, _starts(text, group[0])
            group = []
        group.append(word)
    if group:
        yield group, _starts(text, group[0])


def _starts(text: str, word: re.Match[str]) -> bool:
    return _START.search(text[max(0, word.start() - 8) : word.start()]) is not None


def _inside_sentences(scene: Scene) -> frozenset[str]:
    """Words that stand with a capital inside a sentence somewhere in the statement: no capitals of position."""
    found: set[str] = set()
    for unit in scene.edition.units:
        if not _shouted(unit.segment.text):
            for group, first in _groups(unit.segment.text, []):
                found.update(word[0] for word in group[first:])
    return frozenset(found)


def _names(
    reading: Reading, taken: list[tuple[int, int]], inside: Callable[[], frozenset[str]]
) -> Iterator[_Name]:
    """Capitalised sequences and acronyms of a Spanish text, outside the glossary's terms."""
    text = reading.text
    proper = [(name.start, name.end) for name in reading.names]
    for group, first in _groups(text, taken):
        start = group[0][0]
        own = [word for word in group if any(a <= word.start() < b for a, b in proper)]
        if (
            first
            and group[0] not in own
            and not _ACRONYM.fullmatch(start)
            and not (_kept(start) and start in inside())
        ):
            group = group[1:]  # its capital is the sentence's
        kept = [word[0] for word in group if word in own or _kept(word[0])]
        if len(group) == 1 and kept and is_english(kept[0]) and not kept[0].isupper():
            continue  # an English word, most likely of a title
        if kept:
            # a surname that is a word as well (Guerra, Flores) is a name only beside another name
            kept += [word[0] for word in group if folded(word[0]) in NAMES and word[0] not in kept]
            yield _Name(text[group[0].start() : group[-1].end()], tuple(kept))


def _kept(word: str) -> bool:
    """Whether English would keep a capitalised Spanish word: it is in no dictionary and has no other English form."""
    low = folded(word)
    if low in TRANSLATABLE or low.removesuffix("s") in TRANSLATABLE:
        return False
    if word.isupper():  # an ordinary word may be shouted: EXIGIMOS, RENUNCIA
        return _ACRONYM.fullmatch(word) is not None and not (len(word) > 3 and is_spanish(word))
    return len(word) > 2 and not is_spanish(word)


def _respelt(low: str) -> str:
    """A name as both languages would write its sounds: *Siria* and *Syria*, *Jartum* and *Khartum* agree."""
    rough = (
        low.replace("ph", "f").replace("qu", "k").replace("sch", "sh").replace("tch", "ch").replace("tz", "z")
    )
    rough = (
        re.sub(r"c(?=[ei])", "s", rough)
        .replace("ch", "x")
        .replace("sh", "x")
        .replace("kh", "x")
        .replace("th", "t")
    )
    rough = rough.translate(str.maketrans("ckgjvwzyñ", "kkxxbusin")).replace("h", "")
    return re.sub(r"(.)\1+", r"\1", rough)


def _skeleton(low: str) -> str:
    """Its consonants alone: vowels differ more than anything else between the two languages."""
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiou]", "", _respelt(low)))


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    source = unit.segment.text
    if scene.source_language != "es" or scene.target_language != "en" or _shouted(source):
        return
    taken = [(m.start, m.end) for m in scene.matches(unit)]
    there: frozenset[str] | None = None
    told: set[str] = set()
    listed = [m for m in _listed(scene, source) if not any(a < m.end and m.start < b for a, b in taken)]
    taken += [(m.start, m.end) for m in listed]
    whole = [_Name(m.form, tuple(w[0] for w in _CAPITALISED.finditer(m.form)), whole=True) for m in listed]
    others = _names(scene.source(unit), taken, lambda: scene.memo("name-missing", _inside_sentences))
    for name in chain(whole, others):
        if there is None:
            there = scene.target(unit).parts
        missing = [word for word in name.words if not _present(folded(word), there, unit.target)]
        if not missing or name.text in told:
            continue
        near = _near(missing[0], there - scene.source(unit).parts)
        if near is not None and near in scene.memo("name-missing-known", _glossary_words):
            continue  # the source has a slip, and the translation the glossary's spelling: near-miss tells it
        some = len(missing) < len(name.words) and not name.whole
        if some and near is None and not _rewritten(name, source, unit.target):
            continue  # a surname is enough
        if near is None and not name.whole and _skeletal(missing, there):
            continue
        told.add(name.text)
        yield _finding(unit, name, near)


def _listed(scene: Scene, text: str) -> Sequence[Match]:
    """The names in a text that the statement lists: its signatories, its dead."""
    names = scene.memo(
        "name-missing-listed", lambda it: Glossary(listed_terms(u.segment for u in it.edition.units))
    )
    return names.find(text) if names.terms else ()


def _glossary_words(scene: Scene) -> frozenset[str]:
    """Folded words of the glossary's names."""
    forms = (form for term in scene.glossary.terms for form in (term.target, *term.variants))
    return frozenset(word for form in forms if not form.islower() for word in folded_words(form))


def _present(low: str, there: frozenset[str], target: str) -> bool:
    if low in there or low + "s" in there or low.removesuffix("s") in there:
        return True
    if len(low) >= 5 and low in re.sub(r"[^a-zñ]", "", fold(target)):
        return True  # written apart or together
    # ONU is the UNO turned round; but MEF is no FEM of a longer word
    return len(low) <= 6 and any(len(w) == len(low) and sorted(w) == sorted(low) for w in there)


def _rewritten(name: _Name, source: str, target: str) -> bool:
    """Whether a word of the name is followed by a capitalised one that the source does not have: *Luz Fields*."""
    words, known = {folded(word) for word in name.words}, folded_words(source)
    found = list(WORD.finditer(target))
    return any(
        folded(one[0]) in words
        and target[one.end() : two.start()] == " "
        and two[0][0].isupper()
        and folded(two[0]) not in known
        for one, two in pairwise(found)
    )


def _skeletal(missing: list[str], there: frozenset[str]) -> bool:
    skeletons = {_skeleton(word) for word in there}
    return any(len(bones := _skeleton(folded(word))) >= 2 and bones in skeletons for word in missing)


def _near(word: str, others: frozenset[str]) -> str | None:
    """A word of the translation, not of the source, that looks like a slip of this one."""
    low = folded(word)
    if len(low) < 6 or word.isupper():
        return None
    limit = near_limit(len(low))
    for other in sorted(others):
        if other[:1] == low[:1] and distance(low, other, limit) <= limit and not is_english(other):
            if _respelt(low) == _respelt(other) or other[:-1] == low[:-1] or other == low[:-1]:
                continue  # an English spelling of the same name
            return other
    return None


def _shouted(text: str) -> bool:
    """Whether a text is in capitals throughout, short words perhaps excepted."""
    return _SMALL.search(text) is None


def _finding(unit: Unit, name: _Name, near: str | None) -> Finding:
    span = None
    if near is not None:
        found = next((m for m in WORD.finditer(unit.target) if near in folded_words(m[0])), None)
        span = found.span() if found else None
    written = f"; there is {quoted(unit.target[slice(*span)])}" if span else ""
    return Finding(
        "name-missing",
        Severity.WARNING,
        unit.key,
        f"{quoted(name.text)} of the source is not in the translation{written}.",
        span=span,
        hint=f"write {quoted(name.text)}, or add it to the glossary with its English",
    )


NAME_MISSING = Check(
    "name-missing",
    "a name of the source is nowhere in the translation",
    _run,
    explain="A capitalised name or an acronym of the source, in no glossary, is not in the translation; accents do not "
    "matter, and of several words one is enough, unless another has taken the place of the rest (*Luz Fields* for *Luz Campos*) or the statement lists the name. Words of the Spanish dictionary (*Congreso*, *Derechos Humanos*), "
    "months, countries, cities with an English name and acronyms with an English one (*ONU*) are left alone.",
    remedy="Write the name. If English has another form for it, add it to the glossary.",
    example=Example(
        "Marcharon en Huancasancos con la CUNARC.",
        "They marched with CUNARC.",
        "They marched in Huancasancos with CUNARC.",
    ),
    scope=Scope.SOURCES,
    grave=True,
)
