"""A term's English in a translation: the forms that count, and the ones that are wrong.

Accents are strict here (a translation that says *Apurimac* does not say *Apurímac*), capitals
as the form is written: a name needs them, a common noun may have them. British and American
spellings of a translation are one, and so are words joined and apart (*human-rights group*);
what is kept is kept to the letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..language import of
from ..language.demonyms import demonyms
from ..language.plurals import plural, singular
from ..language.spans import Spans
from ..language.stems import stemming
from ..markup.plain import Plain, plain
from ..model import Policy, Term
from .forms import Forms, Span, loose, spans
from .kinds import traits
from .patterns import has_capitals, is_acronym, patterns, split_acronym


def count_target(term: Term, text: str, *, any_case: bool = False) -> list[Span]:
    """Where an English text has the term, in a form that is right, in text order and not overlapping.

    Right are the target, the accepted forms, their plural or singular and possessive; for a name
    that is kept also its variants and its acronym, for one that is translated the Spanish acronym, for
    a country its adjective. Markup is seen through. With `any_case` capitals do not matter, so that
    what this finds and the strict search does not is in the wrong case. Spans leave out `'s`.
    """
    view = plain(text)
    return [_placed(view, span) for span in _count(term, view.text, any_case)]


def _count(term: Term, text: str, any_case: bool = False) -> list[Span]:
    return spans(_right(term, any_case), text)


@lru_cache(maxsize=8192)
def _right(term: Term, any_case: bool) -> Forms:
    """The forms that count for a term."""
    return Forms(accepted_forms(term), any_case, _inflects(term), term.policy is Policy.TRANSLATE)


@lru_cache(maxsize=8192)
def _wrong(term: Term) -> Forms:
    """Those that are forbidden."""
    return Forms(term.forbidden, False, True, True)


def _placed(view: Plain, span: Span) -> Span:
    """A span of the plain text as one of the marked text, with the marks inside it."""
    if view.starts is None:
        return span
    placed = view.span(*span)
    return view.whole(*placed) or placed


def coordinated(term: Term, text: str) -> bool:
    """Whether an English text has the term spread over a list that shares its noun.

    *Social, human rights and peasant organisations* has social organisations: the first word, a
    comma or conjunction, and in the same clause the rest, in singular or plural.
    """
    text = plain(text).text
    for form in accepted_forms(term):
        first, _, rest = form.partition(" ")
        if not rest:
            continue
        ends = {rest, plural(rest), singular(rest)}
        tails = "|".join(loose(end, True) for end in sorted(ends, key=len, reverse=True))
        shared = rf"(?i)(?<!\w){loose(first, True)}(?:,|\s+(?:and|or)(?!\w))[^.;:!?]{{0,120}}?(?<!\w)(?:{tails})(?!\w)"
        if re.search(shared, text):
            return True
    return False


def derived(term: Term, text: str) -> list[Span]:
    """Where an English text says a common word by another word of its stem, as a freer sentence does.

    *Criminalising protest* has *criminalisation of protest*, *environmental harm* has *environment*: every word of the
    term has one of its stem there, close to the others, in whatever order. At most one place is given.
    """
    view = plain(text)
    forms = [stems for form in accepted_forms(term) if (stems := _stems(form))]
    if not forms:
        return []
    words = [(_stem(m[0]), m.span()) for m in _WORD.finditer(view.text)]
    for stems in forms:
        places = [[span for stem, span in words if _of_one_stem(stem, wanted)] for wanted in stems]
        for first in places[0]:
            near = [next((s for s in some if abs(s[0] - first[0]) <= _NEAR), None) for some in places]
            spans = sorted(span for span in near if span)
            if len(spans) == len(stems) and not _STOP.search(view.text, spans[0][0], spans[-1][1]):
                return [_placed(view, (spans[0][0], spans[-1][1]))]
    return []


_NEAR = 40
"""Characters between the words of a term that a sentence says with other forms of them."""
_STEM = 6
"""Letters of a stem that tells a word."""
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.;:!?\n]")


def _of_one_stem(one: str, other: str) -> bool:
    """Whether two stems are of one word, of which one may have an ending more: *environ*, *environment*."""
    return min(len(one), len(other)) >= _STEM and (one.startswith(other) or other.startswith(one))


@lru_cache(maxsize=4096)
def _stems(form: str) -> tuple[str, ...]:
    """The stems of a form's words, small ones left out; none if one of them is too short to tell."""
    small = of("en").words("function_words")
    stems = tuple(_stem(word) for word in _WORD.findall(form.lower()) if word not in small)
    return stems if all(len(stem) >= _STEM for stem in stems) else ()


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """The stem of a word in British spelling, remembered: each translation that lacks a term is asked for those of all its words."""
    stem = stemming("en")
    return stem(word).replace("z", "s") if stem else word.lower()


def forbidden_spans(term: Term, text: str) -> list[Span]:
    """Where an English text has a rendering that the glossary forbids for the term.

    What lies inside a right form does not count (*Muqui* in *Red Muqui*), nor does a place's
    one-word wrong name before *of* ("Freedom of Expression").
    """
    if not term.forbidden:
        return []
    view = plain(text)
    text = view.text
    wrong = spans(_wrong(term), text)
    right = Spans(_count(term, text) if wrong else [])
    found = []
    for start, end in wrong:
        if right.hold(start, end):
            continue
        if traits(term.kind).place and " " not in text[start:end] and text[end : end + 4] == " of ":
            continue
        found.append(_placed(view, (start, end)))
    return found


@lru_cache(maxsize=4096)
def accepted_forms(term: Term) -> tuple[str, ...]:
    """English forms that count for a term, without their inflections; the target comes first."""
    found = [term.target, *term.accepted]
    if term.policy is not Policy.TRANSLATE:
        found += [term.es, *term.variants, *(" ".join(p.words) for p in patterns(term) if not p.name)]
    for text in tuple(found):
        found.extend(split_acronym(text) or ())
    if term.policy is Policy.TRANSLATE:
        found += [variant for variant in term.variants if is_acronym(variant)]
    if traits(term.kind).country:
        found += demonyms(term.target)
    return tuple(dict.fromkeys(found))


def _inflects(term: Term) -> bool:
    return not has_capitals(term.target)
