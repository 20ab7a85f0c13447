"""Words that the program itself puts on a published page, in the language of its readers where it knows them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..language.knowledge import of
from ..language.spelling import american
from ..language.tags import language as language_name


def spoken(tag: str) -> str:
    """The language in which pages speak to readers of that BCP 47 tag: its own, or English; never a mixture."""
    return tag.partition("-")[0] if "translation" in of(tag).table("page") else "en"


@cache
def page_words(tag: str) -> Mapping[str, str]:
    """The words of a page for readers of that tag, by their keys in `[page]` of the language's data."""
    words = {key: str(word) for key, word in of(spoken(tag)).table("page").items()}
    return {key: american(word) for key, word in words.items()} if tag == "en-US" else words


def named(tag: str, reader: str) -> str:
    """A language's name as it stands inside a line of such a page: English and German give it a capital."""
    name = language_name(tag, reader)
    return name if reader in ("en", "de") else name[:1].lower() + name[1:]


def line(key: str, tag: str, language: str) -> str:
    """A line of `[page]` that names a language, for readers of that tag: *English translation*."""
    reader = spoken(tag)
    return page_words(tag)[key].format(language=named(language, reader))


def both(source: str, target: str) -> str:
    """The language in which pages for readers of both languages speak: the translation's, or the original's, or English."""
    return spoken(target if spoken(target) != "en" or target.partition("-")[0] == "en" else source)
