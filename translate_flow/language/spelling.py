"""British and American spellings of one English word: as a regular expression that takes either, and the American of a British one.

Rules for the regular differences (-ise and -ize, -our and -or, -re and -er, -ce and -se, doubled l)
and a few pairs of words; they are loose on purpose: a form that is not English is never met in a text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .knowledge import of

_OUR = "arm|behavi|cand|clam|col|endeav|fav|flav|harb|hon|hum|lab|neighb|parl|ranc|rig|rum|sav|splend|vap|vig"
_RE = "calib|cent|fib|lit|lust|met|reconnoit|sab|somb|spect|theat"
_L = "cancel|channel|counsel|fuel|label|level|marshal|model|quarrel|signal|travel|tunnel"
_RULES = (
    (re.compile(r"(?<=\w\w)([iy])[sz](?=(?:e[drs]?|ers|ing|able|ations?|ational)$)"), r"\1[sz]"),
    (re.compile(rf"^((?:dis|re|un)?(?:{_OUR}))ou?r"), r"\1ou?r"),
    (re.compile(rf"^((?:epi|kilo)?(?:{_RE}))(?:re|er)(?=s?$)"), r"\1(?:re|er)"),
    (re.compile(r"^((?:de|of)fen|licen|preten|practi)[cs](?=e|ing)"), r"\1[cs]"),
    (re.compile(rf"^({_L})l?(?=(?:ed|ing|ers?|ors?)$)"), r"\1l?"),
    (re.compile(r"^program(?:me)?(?=s?$)"), "program(?:me)?"),
    (re.compile(r"^(catalog|dialog)(?:ue)?(?=s?$)"), r"\1(?:ue)?"),
    (re.compile(r"^(judg|acknowledg)e?(?=ments?$)"), r"\1e?"),
    (re.compile(r"^(?:en|in)(?=quir(?:y|ies)$)"), "[ei]n"),
    (re.compile(r"^(after|back|for|to)wards?$"), r"\1wards?"),
    (re.compile(r"^gr[ae]y(?=s?$)"), "gr[ae]y"),
    (re.compile(r"^(fulfil|enrol)l?(?=s?$|ments?$)"), r"\1l?"),
    (re.compile(r"^cheque(?=s?$)|^check(?=s?$)"), "che(?:que|ck)"),
)


@lru_cache(maxsize=1 << 14)
def either_spelling(word: str) -> str:
    """An expression for a word (letters only) in the British or the American spelling, capitals as they are."""
    low = word.lower()
    found = low
    for rule, either in _RULES:
        found = rule.sub(either, found, count=1)
    if found == low:
        return word
    if word.isupper():
        return found.upper()
    if word[1:] != low[1:]:
        return word  # capitals inside: a name
    if word[0].islower():
        return found
    if found[0] == "[":
        close = found.index("]")
        return found[:close].upper() + found[close:]
    return found[0].upper() + found[1:]


_WORD = re.compile(r"[A-Za-z]{4,}")
_S = re.compile(r"(\w+[iy])s(e[drs]?|ers|ing|able|ations?|ational)$", re.IGNORECASE)
_AMERICAN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(expression, re.IGNORECASE), written)
    for expression, written in (
        (rf"^((?:dis|re|un)?(?:{_OUR}))our", r"\1or"),
        (rf"^((?:epi|kilo)?(?:{_RE}))re(?=s?$)", r"\1er"),
        (r"^((?:de|of)fen|licen|preten)c(?=e)", r"\1s"),
        (r"^(practi)s(?=e|ing)", r"\1c"),
        (rf"^({_L})l(?=(?:ed|ing|ers?|ors?)$)", r"\1"),
        (r"^(program)me(?=s?$)", r"\1"),
        (r"^(catalog|dialog)ue(?=s?$)", r"\1"),
        (r"^(judg|acknowledg)e(?=ments?$)", r"\1"),
        (r"^(gr)e(?=ys?$)", r"\1a"),
        (r"^(fulfil|enrol)(?=s?$|ments?$)", r"\1l"),
    )
)


def american(text: str) -> str:
    """A British text in American spelling, for what the program itself writes for readers of `en-US`."""
    return _WORD.sub(lambda match: _american(match[0]), text)


@lru_cache(maxsize=1 << 12)
def _american(word: str) -> str:
    if (found := _S.match(word)) and not word.lower().startswith(_with_s()):
        return f"{found[1]}{'Z' if word.isupper() else 'z'}{found[2]}"
    for rule, written in _AMERICAN:
        changed = rule.sub(written, word, count=1)
        if changed != word:
            return changed.upper() if word.isupper() else changed
    return word


@cache
def _with_s() -> tuple[str, ...]:
    """How words begin that have an *s* in both: *advise*, *surprise*."""
    return tuple(of("en").words("spelling", "with_s"))
