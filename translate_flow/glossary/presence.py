"""What a translation makes of the glossary terms of its source: one judgement for all who ask.

The checks report, `diff` calls missing or broken, and the desk marks just what `Presence.right` denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..language import of
from ..language.dictionary import is_english
from ..markup.plain import plain
from ..model import Match, Policy, State, Term, Unit
from .english import coordinated, count_target, derived, forbidden_spans
from .forms import Span
from .glossary import Glossary
from .kinds import traits
from .matching import beside
from .patterns import is_acronym
from .renderings import rendering


@dataclass(frozen=True, slots=True)
class Presence:
    """A glossary term of a source, and what its translation makes of it. Spans are places in the translation."""

    term: Term
    """The term."""
    form: str
    """As it first is in the source."""
    wanted: int
    """How often the translation should have it: as often as it certainly is in the source."""
    there: tuple[Span, ...] = ()
    """Where the translation has it, in an accepted form."""
    other_case: tuple[Span, ...] = ()
    """Where it has it with wrong capitals; looked for only if the right ones are too few."""
    shared: bool = False
    """Whether one more is spread over a list that shares its noun: *mining and oil companies*."""
    forbidden: tuple[Span, ...] = ()
    """Where it has a rendering the glossary forbids."""
    translated: Span | None = None
    """Where a name that is kept was translated instead; None if it was not."""
    written_out: tuple[Span, ...] = ()
    """Where the full name takes the place of the acronym: once more in brackets, or in capitals."""

    @property
    def right(self) -> bool:
        """Whether the term is there as often as wanted, and nothing wrong in its place."""
        return self.lacking <= 0 and not (self.wrong or self.other_case)

    @property
    def recased(self) -> bool:
        """Whether only capitals are wrong: as many are there as wanted, and nothing else in the place of one."""
        return bool(self.other_case) and self.lacking <= 0 and not self.wrong

    @property
    def words(self) -> frozenset[str]:
        """The words of the term's forms."""
        forms = (self.form, self.term.es, self.term.target, *self.term.accepted)
        return frozenset(word for form in forms for word in form.split())

    @property
    def lacking(self) -> int:
        """How many are missing, those with wrong capitals aside."""
        return self.wanted - len(self.there) - len(self.other_case) - self.shared

    @property
    def wrong(self) -> tuple[Span, ...]:
        """Where something wrong stands for it, capitals aside."""
        translated = () if self.translated is None else (self.translated,)
        return (*self.forbidden, *self.written_out, *translated)


def judge(unit: Unit, glossary: Glossary) -> tuple[Presence, ...]:
    """What became of each glossary term of a unit's source, in order of first mention.

    A segment that is kept as it is has its terms as they are: that is right.
    """
    found = glossary.found(unit.segment.text).matches if glossary.terms else ()
    if found and unit.state is State.KEPT:
        return tuple(Presence(m.term, m.form, 0) for m in {m.term: m for m in reversed(found)}.values())[::-1]
    return judged(found, unit.segment.text, unit.target) if found else ()


@lru_cache(maxsize=1 << 13)
def judged(matches: tuple[Match, ...], source: str, target: str) -> tuple[Presence, ...]:
    """The same, of the terms found in a source; kept, as check, diff and page ask one after the other."""
    first: dict[Term, Match] = {}
    wanted: dict[Term, int] = {}
    acronyms: set[Term] = set()
    short = set(beside(matches, source))
    for match in matches:
        first.setdefault(match.term, match)
        again = match in short
        wanted[match.term] = wanted.get(match.term, 0) + (not (again or match.doubtful))
        if is_acronym(match.form):
            acronyms.add(match.term)
    sure = [term for term, times in wanted.items() if times]
    there = _there(sure, target)
    every = [span for spans in there.values() for span in spans]
    return tuple(
        _presence(first[term], times, there[term], every, (source, target), term in acronyms)
        if times
        else Presence(term, first[term].form, 0)
        for term, times in wanted.items()
    )


def _there(terms: Sequence[Term], target: str) -> dict[Term, list[Span]]:
    """Accepted forms of each term; the *Puno* inside a federation's name is not the region.

    The *Boluarte* of *President Boluarte* is the person, and where a source names her twice English often says *she*.
    """
    found = {term: count_target(term, target) for term in terms}
    if len(found) < 2:
        return found
    persons = {span for term, spans in found.items() if term.kind == "person" for span in spans}
    every = sorted({span for spans in found.values() for span in spans}, key=lambda s: s[0] - s[1])
    others = [span for span in every if span not in persons]
    return {
        term: [span for span in spans if not _covered(span, others if term.kind == "person" else every)]
        for term, spans in found.items()
    }


def _covered(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a longer one of the spans has this one inside."""
    length = span[1] - span[0]
    return any(b - a > length and a <= span[0] and span[1] <= b for a, b in spans)


def _presence(
    match: Match,
    wanted: int,
    there: list[Span],
    every: Sequence[Span],
    texts: tuple[str, str],
    acronym: bool,
) -> Presence:
    term, target = match.term, texts[1]
    if not there and term.policy is Policy.TRANSLATE:
        there = _in_names(match.form, target, whole=is_common_noun(term)) or _behind_name(match, *texts)
    if not there and is_common_noun(term) and _is_thing(term):
        there = derived(term, target)
    other: list[Span] = []
    shared = False
    if len(there) < wanted:
        loose = count_target(term, target, any_case=True)
        other = [s for s in loose if s not in there and not _covered(s, every) and not _across(s, there)]
        shared = is_common_noun(term) and len(there) + len(other) < wanted and coordinated(term, target)
    forbidden = [s for s in forbidden_spans(term, target) if not _within(s, every)]
    lost = not (there or other or forbidden or shared)
    return Presence(
        term,
        match.form,
        wanted,
        tuple(there),
        tuple(other),
        shared,
        tuple(forbidden),
        rendering(term, target) if lost else None,
        _written_out(there, target, acronym) if there else (),
    )


def _in_names(form: str, target: str, *, whole: bool) -> list[Span]:
    """Where a translation keeps a translated term as it is in the source, within a name.

    *The Frente de Defensa de Espinar*, *the Oficina de Derechos Humanos*; with `whole` unset, as for a country, only
    at the end of one or before a word that English lacks: *the Rondas Campesinas del Perú*, *Perú Libre*.
    """
    if form[:1].islower() or form not in target or (whole and " " not in form):
        return []
    before, behind = _name_around()
    found = rf"(?<!\w)(?P<led>{before})?(?P<form>{re.escape(form)})(?!\w)(?:{behind})?"
    return [
        m.span("form")
        for m in re.finditer(found, target)
        if m["led"] or (whole and m["linked"]) or (m["next"] and not is_english(m["next"]))
    ]


def _behind_name(match: Match, source: str, target: str) -> list[Span]:
    """Where a translated name ends a longer one that the translation has as the source has it: *Southern Perú*."""
    before = _NAME_BEFORE.search(source, max(0, match.start - _LONGEST_WORD), match.start)
    if before is None or not match.form[:1].isupper():
        return []
    found = rf"(?<!\w){re.escape(before[0])}(?P<form>{re.escape(match.form)})(?!\w)"
    return [m.span("form") for m in re.finditer(found, target)]


_NAME_BEFORE = re.compile(r"(?<!\w)[A-ZÁÉÍÓÚÑ][^\W\d_]{2,} $")
_LONGEST_WORD = 40


@cache
def _name_around() -> tuple[str, str]:
    """Expressions for what a Spanish name has before and behind one of its parts: *Oficina de*, *de Espinar*, *Ambiental*."""
    english = of("en").words("function_words")
    links = "|".join(sorted(of("es").words("name_lines", "soft_connectors") - english))
    joint = rf"(?:\s+(?:{links}))+\s+"
    capital = r"[^\W\d_a-záéíóúüñ]"
    return (
        rf"{capital}[^\W\d_]+{joint}",
        rf"(?P<linked>{joint}{capital})|\s+(?P<next>{capital}[^\W\d_]+)",
    )


def is_common_noun(term: Term) -> bool:
    """Whether a term is a translated common noun; such a one may share its noun with others in a list."""
    return term.policy is Policy.TRANSLATE and term.es.islower()


def _is_thing(term: Term) -> bool:
    """Whether a term is an ordinary word for no person: *leadership* is no *leader*."""
    like = traits(term.kind)
    return like.vocabulary and not like.people


def _within(span: Span, spans: Iterable[Span]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in spans)


def _across(span: Span, spans: Iterable[Span]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in spans)


def _written_out(there: Sequence[Span], target: str, acronym: bool) -> tuple[Span, ...]:
    """Full names where an acronym should be: `Police (Police)`, or `POLICE` in a text that is not in capitals."""
    found: list[Span] = []
    before: Span | None = None
    for start, end in there:
        form = plain(target[start:end]).text
        if " " in form:
            doubled = (
                before is not None
                and _BRACKET.fullmatch(target, before[1], start) is not None
                and target[end : end + 1] == ")"
            )
            if doubled or (acronym and form.isupper() and _has_small(target[:start] + target[end:])):
                found.append((start, end))
            before = (start, end)
        else:
            before = None
    return tuple(found)


_BRACKET = re.compile(r"[\s*_”»\"'’]*\((?:the )?[*_“«\"'‘]*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


def _has_small(text: str) -> bool:
    """Whether a text is not in capitals throughout."""
    return any(not word.isupper() for word in _WORD.findall(plain(text).text))
