"""Whether a key with its value, or a label, says that a text is confidential. Pure."""

from __future__ import annotations

import re

from ..frontmatter import FrontMatter
from .vocabulary import closed, folded, phrases, plain, stem, tokens, words

_FURTHEST = 2
"""Letters by which a misspelt key may differ, as in `confidental`."""
_AROUND = " \t*_\"'`“”«»‘’()[]{}<>/|,;.!-–—"
_NOT = re.compile(r"\b(?:not?|non|sin|un|nicht)[\s_-]*$")
_LIST = re.compile(r"[,;|/\n\r]")
_STAMPED = re.compile(r"\s*[\[(]([^\[\]()a-z]{4,40})[\])]")
"""[RESERVADO] Carta"""
_VERSION = re.compile(r"v?\d{1,4}")
_SHORT = 4
"""Words of a value that names a degree; what is longer is a sentence."""


def is_mark(key: str) -> bool:
    """Whether a key is the word, some form of it, or meant to be."""
    word = folded(key)
    if stem().search(word):
        return True
    if not 10 <= len(word) <= 14 or word[0] != "c":
        return False
    from rapidfuzz.distance import OSA

    return any(OSA.distance(word, mark, score_cutoff=_FURTHEST) <= _FURTHEST for mark in words("marks"))


def says_no(value: str) -> bool:
    """Whether a value is a plain no, and nothing besides. Nothing at all is none: whoever writes `confidential:` and no
    more means something by it."""
    return folded(value) in words("no") if value.strip(_AROUND) else False


def is_weak(said: tuple[str, ...]) -> bool:
    """Whether words are nothing but one that may mark a text, such as *reserved* or *do not publish*, and small ones."""
    return said in phrases() or bool(
        words("words") & set(said) and words("words") | words("beside") | words("marks") >= set(said)
    )


def says_all(text: str) -> bool:
    """Whether a short text is nothing but such words, or one in brackets before a title: *Reservado, no publicar*."""
    parts = [said for part in _LIST.split(text) if (said := tokens(part))]
    stamp = _STAMPED.match(plain(text))
    each = [
        weak_until(part) or (number > 0 and part[0] in words("until")) for number, part in enumerate(parts)
    ]
    return (bool(each) and all(each)) or bool(stamp and is_weak(tokens(stamp[1])))


def weak_until(said: tuple[str, ...]) -> bool:
    """Whether words are such a mark, and at most until when it holds."""
    for end in range(len(said), 0, -1):
        if is_weak(said[:end]):
            return end == len(said) or said[end] in words("until") or said[end][0].isdigit()
    return False


def is_dated(said: tuple[str, ...]) -> bool:
    """Whether words are *embargo* alone, or with a day: *embargo 5 de mayo*."""
    return (
        bool(said)
        and said[0] in words("alone")
        and (len(said) == 1 or said[1][0].isdigit() or said[1] in words("till"))
    )


def names_it(text: str) -> bool:
    """Whether a label says so: it holds the word, and no "not" before it; or it is a weaker one, and nothing else."""
    clear = plain(text).casefold()
    found = stem().search(clear)
    if found is not None and not _NOT.search(clear[: found.start()]):
        return True
    return any(is_weak(_unnumbered(tokens(part))) for part in _LIST.split(text))


def _unnumbered(said: tuple[str, ...]) -> tuple[str, ...]:
    """Words without the number of a degree: *3 - secret*."""
    return tuple(word for word in said if not word.isdigit())


def in_property(key: str, value: str) -> bool:
    """Whether a property of that name and value, such as `<meta>` in a page, marks the document."""
    if is_mark(key):
        return not says_no(value)
    name = tokens(key.removeprefix("data-"))
    if not name:
        return False
    if weak_until(name):
        return not says_no(value)
    if switched_on(name, value):
        return True
    whole, last = "".join(name), folded(re.split(r"[.:/]", key)[-1])
    around = words("labels") | words("levels") | words("beside")
    if (whole in words("open") or (name[-1] in words("open") and {*name[:-1]} <= around)) and says_no(value):
        return True
    if says_all(value):
        return True
    said = tokens(value)
    if {*name} & words("levels") and 0 < len(said) <= _SHORT:
        return not says_no(value) and not {*said} <= words("low")
    if (*name, *said) in phrases():
        return True
    if {whole, name[-1]} & words("open") and said[:1] and said[0] in words("until") | words("after"):
        return True
    return any(map(is_alone, _LIST.split(value))) or (
        bool({whole, last, name[-1]} & words("labels")) and names_it(value)
    )


def switched_on(name: tuple[str, ...], value: str) -> bool:
    """Whether a key is a switch that hides something of a text or of who speaks in it, and is on: `anonymous: true`."""
    around = words("beside") | words("labels") | words("levels")
    if not ("".join(name) in words("switches") or (name[-1] in words("switches") and {*name[:-1]} <= around)):
        return False
    said = tokens(value)
    if says_no(value):
        return False
    return not said or said[0] in words("yes") | words("until") or (said[0][0].isdigit() and said[0] != "0")


def is_alone(part: str) -> bool:
    """Whether a part of a line or value is the word, with nothing but small words: *muy confidencial*."""
    said = {*tokens(part)}
    return bool(said & words("marks")) and said <= words("marks") | words("beside") | words("words")


def in_name(path: str) -> bool:
    """Whether a statement's file, or a folder it is in, is named so: `confidencial/carta.es.md`, `carta-RESERVADO.md`.

    At the beginning or the end of a name, or as the whole of it: an `informe-confidencial-filtrado` is about one.
    """
    *folders, file = path.replace("\\", "/").split("/")
    return any(_named(said) or said[-1] in words("marks") for f in folders if (said := _parts(f))) or any(
        _named(said) or said[-1] in words("marks") or _ends_with_phrase(said)
        for part in file.split(".")[:-1]
        if (said := _parts(part))
    )


def _parts(name: str) -> tuple[str, ...]:
    """The words of a name, without the number of a version or copy behind them: `carta-confidencial-v2`."""
    said = [*tokens(closed(plain(name)))]
    while len(said) > 1 and (_VERSION.fullmatch(said[-1]) or said[-1] in words("copies")):
        del said[-1]
    if said and (bare := said[-1].rstrip("0123456789")):
        said[-1] = bare
    return tuple(said)


def _ends_with_phrase(said: tuple[str, ...]) -> bool:
    return any(said[start:] in phrases() for start in range(1, len(said) - 1))


def _named(said: tuple[str, ...]) -> bool:
    return bool(said) and (weak_until(said) or is_dated(said) or said[0] in words("marks"))


def is_free(key: str) -> bool:
    """Whether what is under a key is a text, whose lines may be marked as those of a statement."""
    name = tokens(key)
    return bool(name) and name[-1] in words("free")


def refused(front: FrontMatter) -> bool:
    """Whether front matter says of the statement that it is not confidential."""
    return any(v.text is not None and is_mark(v.path[-1]) for v in front.values if v.path)
