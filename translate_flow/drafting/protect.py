"""A text made ready for an engine: glossary terms, other names and codes replaced by marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..glossary import fitted
from ..glossary.kinds import traits
from ..glossary.matching import beside
from ..markup.plain import plain as as_seen
from ..model import Match, Policy, Term
from ..names.found import found
from ..names.name import Name
from ..names.people import gender_of
from ..passage import Held, Passage
from .codes import codes
from .lone import foreign, lone, noted
from .marks import marker, padded, plain

_ARTICLE = re.compile(r"\b(el|la|los|las|un|una|unos|unas|del|al)\s+[\"'“«*_]*$", re.IGNORECASE)
_AGREEMENT = {
    "el": ("m", "sg"), "la": ("f", "sg"), "los": ("m", "pl"), "las": ("f", "pl"), "un": ("m", "sg"),
    "una": ("f", "sg"), "unos": ("m", "pl"), "unas": ("f", "pl"), "del": ("m", "sg"), "al": ("m", "sg"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch to be held, before it has its mark."""

    start: int
    end: int
    target: str
    noun: str
    gender: str = "m"
    number: str = "sg"
    article: bool = False
    person: bool = False


def protect(
    text: str,
    matches: Sequence[Match],
    style: str = "word",
    *,
    gloss: Collection[str] = (),
    hold_terms: bool = True,
    names: Sequence[Name] | None = None,
    note: str = "",
    language: str = "es",
    target: str = "en",
) -> Passage:
    """The text with everything held replaced by marks in the engine's style.

    `matches` are the glossary's terms in the text, not overlapping. `gloss` names the terms (by
    their Spanish) whose explanation is to be added at their first place in this text. `names` are
    those that no glossary lists; by default the ones a Spanish text shows by itself. `note` is the
    segment's, which says what its numbered marks are, `language` the primary subtag of the text's: what
    is marked as another's stays as it is. Only for `target` English are numbers put its way. Without
    `hold_terms` only codes are held: for the second try after an engine lost a term. With
    nothing held the passage is the plain text, in every style.
    """
    spans = _terms(text, matches, gloss) if hold_terms else []
    for name in (found(text) if names is None else names) if hold_terms else ():
        _place(
            spans, _Span(name.start, name.end, name.text, "name", name.gender, person=name.kind == "person")
        )
    for code in codes(text, english=target.split("-")[0].lower() == "en"):
        _place(spans, _Span(code.start, code.end, code.target, code.noun))
    said = noted(note)
    for start, end, kind in lone(text, said):
        _place(spans, _Span(start, end, text[start:end], kind))
    for start, end, _ in foreign(text, said, language):
        _place(spans, _Span(start, end, text[start:end], "code"))
    if not spans:
        return Passage(text)
    make = marker(text, len(spans), style)
    out: list[str] = []
    held: list[Held] = []
    at = 0
    for n, span in enumerate(spans):
        mark = make(n, span.noun, span.target)
        source = text[span.start : span.end]
        held.append(
            Held(mark, source, span.target, span.noun, span.gender, span.number, span.article, span.person)
        )
        out += [plain(text[at : span.start], style), padded(mark, span.noun, style)]
        at = span.end
    out.append(plain(text[at:], style))
    return Passage("".join(out), tuple(held))


def _place(spans: list[_Span], new: _Span) -> None:
    """Add a span to those in text order: where they overlap the longer one stays, the earlier if equal."""
    stop = first = bisect_left(spans, new.end, key=lambda span: span.start)
    while first and spans[first - 1].end > new.start:
        first -= 1
    if all(span.end - span.start < new.end - new.start for span in spans[first:stop]):
        spans[first:stop] = [new]


def _terms(text: str, matches: Sequence[Match], gloss: Collection[str]) -> list[_Span]:
    due = set(gloss)
    shouted = text.isupper()
    spans: list[_Span] = []
    named = {match.term for match in beside(matches, text)}
    for match in matches:
        if match.start >= match.end or (spans and match.start < spans[-1].end):
            continue
        if match.term.kind == "term" and _torn(text[match.start : match.end]):
            continue
        term = _fitted(match.term, match.form, match.term in named)
        person = traits(term.kind).person
        sort = gender_of(match.form.split(" ", 1)[0]) if person else "m"
        gender, number = term.gender or sort, term.number or "sg"
        if article := _ARTICLE.search(text, max(0, match.start - 12), match.start):
            told = _AGREEMENT[article[1].lower()]
            gender, number = match.term.gender or told[0], told[1]
        target = term.target
        if match.term.policy is Policy.GLOSS and match.term.gloss and match.term.es in due:
            due.discard(match.term.es)
            target = f"{target} ({match.term.gloss})"
        loud = shouted or (term.kind == "term" and match.form.isupper() and len(match.form) > 3)
        if loud and term.policy is Policy.TRANSLATE:
            target = target.upper()
        target = _like(text[match.start : match.end], target)
        spans.append(
            _Span(match.start, match.end, target, _noun(match), gender, number, term.article, person)
        )
    return spans


@lru_cache(maxsize=4096)
def _fitted(term: Term, form: str, short: bool) -> Term:
    """The term as it should stand for that form; a statement has few terms, and each many times.

    `short`: its acronym stands for it in this text, as the full name is beside it.
    """
    return fitted(Match(term, 0, len(form), form), short=short)


def _torn(source: str) -> bool:
    """Whether markup begins or ends within a common noun's words (`**RENUNCIA** de`): held as one, all of it would be marked."""
    return any(pair.start > 0 or pair.end < len(source) for pair in as_seen(source).around)


def _like(source: str, target: str) -> str:
    """A target with the line break and the markup that its source has inside."""
    if "\n" in source and "\n" not in target:
        words = target.split(" ")
        before = min(len(source[: source.index("\n")].split()), len(words) - 1)
        target = " ".join(words[:before]) + "\n" + " ".join(words[before:]) if before else target + "\n"
    view = as_seen(source)
    for pair in reversed(view.around):
        target = source[pair.start : pair.inner] + target + source[pair.outer : pair.end]
    return target + "".join(source[start:end] for start, end in sorted(view.fixed))


def _noun(match: Match) -> str:
    """Whether a term is a name or a common noun, for agreement and articles."""
    term = match.term
    if traits(term.kind).name:
        return "name"
    return "name" if term.kind != "term" and term.es[:1].isupper() else "noun"
