"""Gender, number and article of a term, and the form of it that fits a place in a text."""

from __future__ import annotations

import re
from dataclasses import replace

from ..language import of
from ..language.inflection import looks_plural
from ..language.plurals import plural, singular
from ..language.wordlists import term_words
from ..model import Match, Policy, Term
from .kinds import traits
from .patterns import Pattern, is_acronym, patterns, split_acronym
from .words import folded, is_silent, pieces, spread, words

_ARTICLES = {"la": ("f", "sg"), "el": ("m", "sg"), "las": ("f", "pl"), "los": ("m", "pl")}
_FEMININE_END = re.compile(r"(?:ción|sión|xión|gión|nión|dad|tad|tud|umbre|ez|triz|sis|itis|a)$")
_DEFINITE = re.compile(rf"^(?:\w+ )*(?:{'|'.join(of('en').phrases('grammar', 'public_bodies'))})\b")
_SMALL = of("en").words("grammar", "in_titles")


def guess(term: Term) -> Term:
    """The term with gender and number filled in from its head noun where the glossary leaves them empty."""
    if term.gender and term.number:
        return term
    gender, number = _guessed(term)
    return replace(term, gender=term.gender or gender, number=term.number or number)


def guess_article(target: str, kind: str, policy: Policy) -> bool:
    """Whether English is likely to put *the* before a term whose column is empty.

    Only for translated names of public bodies (*the Council of Ministers*); a name that is kept
    stands alone (*Red Muqui denounces*), and so do people and places.
    """
    like = traits(kind)
    if policy is not Policy.TRANSLATE or like.place or like.person:
        return False
    return like.public or bool(_DEFINITE.match(target))


def _guessed(term: Term) -> tuple[str, str]:
    text = term.es
    if is_acronym(text.split(" ", 1)[0]) and len(text.split()) < 3:
        long = next((v for v in term.variants if " " in v), "")
        letters = re.sub(r"[^A-ZÑ]", "", text)
        number = (
            "pl" if re.fullmatch(r"(?:([A-ZÑ])\1)+", letters) or letters in ("EEUU", "FFAA", "RRHH") else "sg"
        )
        if long:
            return _guessed(replace(term, es=long, variants=()))[0], number
        return ("f" if text.lower() in term_words("feminine") else "m"), number
    split = split_acronym(text)
    parts = words(split[0] if split else text)
    if not parts:
        return "m", "sg"
    first = parts[0].lower()
    if first in _ARTICLES and len(parts) > 1:
        gender, number = _ARTICLES[first]
        return gender, ("sg" if traits(term.kind).place else number)
    return _gender(first), _number(first, term.kind)


def _gender(noun: str) -> str:
    for form in (noun, noun.removesuffix("s"), noun.removesuffix("es")):
        if form in term_words("masculine"):
            return "m"
        if form in term_words("feminine"):
            return "f"
    stem = noun
    if looks_plural(noun):
        stem = re.sub("ones$", "ón", noun)
        if stem == noun:
            stem = (
                noun.removesuffix("es") if re.search(r"(?:dad|tad|tud)es$", noun) else noun.removesuffix("s")
            )
    return "f" if _FEMININE_END.search(stem) else "m"


def _number(noun: str, kind: str) -> str:
    like = traits(kind)
    if like.place or like.person:
        return "sg"
    return "pl" if looks_plural(noun) else "sg"


def english_acronym(term: Term) -> str:
    """The acronym a translation may have for a term: the English one if the glossary has it, else the Spanish.

    Empty for a term without acronym.
    """
    own = split_acronym(term.es) or ()
    every = (*term.accepted, term.target, *term.variants, *own)
    return next((form for form in every if is_acronym(form) and " " not in form), "")


def fitted(match: Match, *, short: bool = False) -> Term:
    """The term as it should stand for one match: `target`, number and gender of the form found there.

    A kept term keeps the form of the text, spelt as the glossary spells it (`Otarola` gives
    *Otárola*, `rondas campesinas` of `ronda campesina` stays plural). A translated one is put into
    the plural or singular where the text has the other number. A form all in capitals gives one
    all in capitals, one written like a title one like a title. Gender and number are filled in by `guess`.
    An acronym gives the full name, or with `short` (where the full name is beside it) an acronym.
    """
    term = guess(match.term)
    pattern = _pattern(match)
    acronym = (
        pattern is not None and not pattern.base and len(pattern.words) == 1 and is_acronym(pattern.words[0])
    )
    if acronym and term.policy is Policy.TRANSLATE:
        return replace(term, en=(english_acronym(term) or match.form) if short else term.target)
    number = pattern.number if pattern and pattern.number else term.number
    if term.policy is Policy.TRANSLATE or (
        term.en and pattern and pattern.base and pattern.words == tuple(words(term.es))
    ):
        target = term.target
        if pattern and not pattern.name and pattern.base and number != term.number:
            target = plural(target) if number == "pl" else singular(target)
        if pattern and not pattern.name and _titled(match.form):
            target = " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in target.split(" "))
    else:
        target = respelt(match.form, pattern) if pattern else match.form
    if _shouted(match.form) and not _shouted(term.es):
        target = target.upper()
    return replace(term, en=target, number=number)


def _titled(form: str) -> bool:
    """Whether a text writes a common noun like a title: `Estado de Emergencia Nacional`."""
    main = [word for word in words(form) if len(word) > 3]
    return len(main) > 1 and all(word[0].isupper() for word in main)


def _shouted(text: str) -> bool:
    return text.isupper() and sum(c.isalpha() for c in text) > 3


def _pattern(match: Match) -> Pattern | None:
    """The written form that a match was found by."""
    found = words(match.form)
    plain = [folded(w) for w in found]
    candidates = [p for p in patterns(match.term) if [folded(w) for w in p.words] == plain]
    exact = [p for p in candidates if list(p.words) == found]
    return next(iter(exact or candidates), None)


def respelt(form: str, pattern: Pattern) -> str:
    """A form with the glossary's spelling of each word, and the text's own characters between them."""
    out: list[str] = []
    left = list(pattern.words)
    for piece in pieces(form):
        if piece.isspace():
            out.append(" ")
        elif is_silent(piece) or len(spread(piece)) > 1 or not left:
            del left[: 0 if is_silent(piece) else len(spread(piece))]
            out.append(piece)
        else:
            word = left.pop(0)
            out.append(word if pattern.name else _accented(piece, word))
    return "".join(out).replace(" de el ", " del ")


def _accented(piece: str, word: str) -> str:
    """A common noun's right accents with the capitals of the text."""
    if piece.isupper() and len(piece) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if piece[:1].isupper() else word
