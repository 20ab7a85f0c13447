"""A term's English in a translation: the forms that count, and the ones that are wrong.

Accents are strict here (a translation that says *Apurimac* does not say *Apurímac*), capitals
as the form is written: a name needs them, a common noun may have them. British and American
spellings of a translation are one, and so are words joined and apart (*human-rights group*);
what is kept is kept to the letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..model import Policy, Term
from .context import PLACES
from .patterns import has_capitals, patterns, split_acronym
from .spelling import either_spelling
from .words import DASHES

Span = tuple[int, int]

_PREPOSITION = re.compile(r"\s(?:of|for|on|to|in|against|with|without|by|from|at|and)\s", re.IGNORECASE)
_POSSESSIVE = r"(?:['’]s|['’](?!\w)|(?<=s)['’])?"
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children"}
_SINGULAR = {plural: singular for singular, plural in _IRREGULAR.items()}
_NO_PLURAL = re.compile(r"(?:police|people|intelligence|sis|ss|news|series|[^aeiou]ics)$")


def count_target(term: Term, text: str, *, any_case: bool = False) -> list[Span]:
    """Where an English text has the term, in a form that is right, in text order and not overlapping.

    Right are the target, the accepted forms, their plural or singular and possessive; for a name
    that is kept also its variants and its acronym. With `any_case` capitals do not matter, so that
    what this finds and the strict search does not is in the wrong case. Spans leave out `'s`.
    """
    free = term.policy is Policy.TRANSLATE
    return _spans(_expression(accepted_forms(term), any_case, _inflects(term), free), text)


def coordinated(term: Term, text: str) -> bool:
    """Whether an English text has the term spread over a list that shares its noun.

    *Social, human rights and peasant organisations* has social organisations: the first word, a
    comma or conjunction, and in the same clause the rest, in singular or plural.
    """
    for form in accepted_forms(term):
        first, _, rest = form.partition(" ")
        if not rest:
            continue
        ends = {rest, plural(rest), singular(rest)}
        tails = "|".join(_loose(end, True) for end in sorted(ends, key=len, reverse=True))
        shared = rf"(?i)(?<!\w){_loose(first, True)}(?:,|\s+(?:and|or)(?!\w))[^.;:!?]{{0,120}}?(?<!\w)(?:{tails})(?!\w)"
        if re.search(shared, text):
            return True
    return False


def forbidden_spans(term: Term, text: str) -> list[Span]:
    """Where an English text has a rendering that the glossary forbids for the term.

    What lies inside a right form does not count (*Muqui* in *Red Muqui*), nor does a place's
    one-word wrong name before *of* ("Freedom of Expression").
    """
    if not term.forbidden:
        return []
    right = count_target(term, text)
    found = []
    for start, end in _spans(_expression(term.forbidden, False, True, True), text):
        if any(a <= start and end <= b for a, b in right):
            continue
        if term.kind in PLACES and " " not in text[start:end] and text[end : end + 4] == " of ":
            continue
        found.append((start, end))
    return found


@lru_cache(maxsize=4096)
def accepted_forms(term: Term) -> tuple[str, ...]:
    """English forms that count for a term, without their inflections; the target comes first."""
    found = [term.target, *term.accepted]
    if term.policy is not Policy.TRANSLATE:
        found += [term.es, *term.variants, *(" ".join(p.words) for p in patterns(term) if not p.name)]
    for text in tuple(found):
        found.extend(split_acronym(text) or ())
    return tuple(dict.fromkeys(found))


def plural(text: str) -> str:
    """The plural of an English noun phrase in the singular: *votes of confidence*, *comuneros*."""
    head, rest = _split_head(text)
    before, _, noun = head.rpartition(" ")
    lead = f"{before} " if before else ""
    if lead in ("woman ", "Woman "):  # women leaders
        lead = lead.replace("man", "men")
    return lead + _plural_word(noun) + rest


def singular(text: str) -> str:
    """The singular of an English noun phrase in the plural; the text itself if it is none."""
    head, rest = _split_head(text)
    before, _, noun = head.rpartition(" ")
    lead = f"{before} " if before else ""
    if lead in ("women ", "Women ") and _singular_word(noun) != noun:
        lead = lead.replace("men", "man")
    return lead + _singular_word(noun) + rest


def _split_head(text: str) -> tuple[str, str]:
    cut = _PREPOSITION.search(text)
    return (text[: cut.start()], text[cut.start() :]) if cut else (text, "")


def _plural_word(noun: str) -> str:
    lowered = noun.lower()
    if lowered in _IRREGULAR:
        return _IRREGULAR[lowered]
    if _NO_PLURAL.search(lowered):
        return (
            re.sub("sis$", "ses", noun)
            if lowered.endswith("sis")
            else noun + ("es" if lowered.endswith("ss") else "")
        )
    if re.search(r"(?:s|x|z|ch|sh)$", lowered):
        return noun + "es"
    if re.search(r"[^aeiou]y$", lowered):
        return noun[:-1] + "ies"
    return noun + "s"


def _singular_word(noun: str) -> str:
    lowered = noun.lower()
    if re.search(r"(?:cri|aly|the|gno|pha)ses$", lowered):
        return noun[:-2] + "is"
    if lowered in _SINGULAR:
        return _SINGULAR[lowered]
    if _NO_PLURAL.search(lowered) or not lowered.endswith("s") or lowered.endswith("us"):
        return noun
    if lowered.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if re.search(r"(?:ss|x|z|ch|sh)es$", lowered):
        return noun[:-2]
    return noun[:-1]


def _inflects(term: Term) -> bool:
    return not has_capitals(term.target)


@lru_cache(maxsize=8192)
def _expression(forms: tuple[str, ...], any_case: bool, inflect: bool, spelling: bool) -> re.Pattern[str]:
    """One expression for all forms, longest first; with `spelling` in British and American."""
    texts: dict[str, bool] = {}
    for form in forms:
        strict = has_capitals(form) and not any_case
        texts.setdefault(form, strict)
        # "member of Congress" has a plural, "Council of Ministers" has none
        if inflect or not has_capitals(_split_head(form)[0]):
            texts.setdefault(plural(form), strict)
            texts.setdefault(singular(form), strict)
    ordered = sorted((t for t in texts if t.strip()), key=len, reverse=True)
    alternatives = "|".join(_alternative(t, texts[t], spelling) for t in ordered)
    # Names begin with one of few letters, for which `re` looks by itself if nothing stands before them.
    before = "" if all(texts.values()) else r"(?<!\w)"
    return re.compile(rf"{before}(?:{alternatives})(?={_POSSESSIVE}(?!\w))")


def _alternative(text: str, strict: bool, spelling: bool) -> str:
    """A form as an expression: any white space, dash and quote of its kind; all capitals always allowed."""
    text = " ".join(text.split())
    body = _loose(text, spelling)
    if not strict:
        return f"(?i:{body})"
    if text[0].islower():  # a form such as "peasant patrols (Rondas)" may begin a sentence
        body += "|" + _loose(text[0].upper() + text[1:], spelling)
    return f"{body}|{_loose(text.upper(), spelling)}"


_LETTERS = re.compile(r"([A-Za-z]+)")
_JOINT = rf"(?:\s+|[{re.escape(DASHES)}])"
"""Between words of a translation: before a noun they are often joined (*human-rights group*)."""


def _loose(text: str, spelling: bool) -> str:
    parts = _LETTERS.split(text)
    for n, part in enumerate(parts):
        if n % 2:
            parts[n] = either_spelling(part) if spelling else part
        else:
            parts[n] = "".join(_JOINT if spelling and c == " " else _sign(c) for c in part)
    return "".join(parts)


def _sign(char: str) -> str:
    if char == " ":
        return r"\s+"
    if char in DASHES:
        return f"[{re.escape(DASHES)}]"
    if char in '"“”«»':
        return '["“”«»]'
    if char in "'’‘":
        return "['’‘]"
    return re.escape(char)


def _spans(expression: re.Pattern[str], text: str) -> list[Span]:
    """Where the expression stands, from the beginning of a word on."""
    found, at = [], 0
    while match := expression.search(text, at):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            at = start + 1
        else:
            found.append((start, end))
            at = max(end, start + 1)
    return found
