"""The reader's language: which one it is, and messages put into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from ..readers import LANGUAGES, chosen
from .message import Message, Template, words

__all__ = ["LANGUAGES", "chosen", "reader", "say", "say_in", "speaking"]

_READER: ContextVar[str] = ContextVar("reader", default="en")


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Say everything within in that language, in this thread or task; English if there is no such one."""
    token = _READER.set(chosen(tag))
    try:
        yield
    finally:
        _READER.reset(token)


def reader() -> str:
    """Tag of the language spoken now."""
    return _READER.get()


def say(message: Message | str | None) -> str:
    """The message in the reader's language; words of a person as they are, nothing for None."""
    return say_in(_READER.get(), message)


def say_in(tag: str, message: Message | str | None) -> str:
    """The message in that language; words of a person as they are, nothing for None."""
    if message is None:
        return ""
    if isinstance(message, str):
        return message
    if tag == "en":
        return str(message)
    catalogue = _catalogue(tag)
    return words(message, lambda template, _: catalogue.get(template.id, template))


@cache
def _catalogue(tag: str) -> Mapping[str, Template]:
    """The templates of another language, by id; what is not translated is left out and said in English."""
    from importlib.resources import files

    import polib

    place = files("translate_flow").joinpath("locale", tag, "LC_MESSAGES", "messages.po")
    found = {}
    for entry in polib.pofile(place.read_text("utf-8")):
        if entry.msgid_plural and all(entry.msgstr_plural.values()):
            one, *several = [entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)]
            found[entry.msgctxt] = Template(entry.msgctxt, several[0] if several else one, one, "n")
        elif entry.msgstr:
            found[entry.msgctxt] = Template(entry.msgctxt, entry.msgstr)
    return found
