"""The interface's languages: gettext catalogues read from their PO files, once per process.

The PO files themselves are shipped and read, so that translating needs no build step. They hold the words of pages
and scripts; what the rest of the program says are messages (`translate_flow.messages`).
"""

from __future__ import annotations

import gettext
import io
import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ..messages import Message, say_in
from .remedies import as_here

LANGUAGES = {"en": "English", "es": "Español"}
"""Tag and own name of each language of the interface."""
DOMAIN = "translate_flow"
"""Catalogue of the interface's messages."""
_SCRIPTED = re.compile(r"""\b_\(\s*(["'])((?:\\.|(?!\1)[^\\\n])*)\1""")


@dataclass(frozen=True)
class Locale:
    """One language of the interface."""

    tag: str
    catalogue: gettext.NullTranslations = field(repr=False)

    def say(self, message: str) -> str:
        """A message of the interface."""
        return self.catalogue.gettext(message) if message else ""

    def translate(self, message: Message | str | None) -> str:
        """What another part of the program says, in this language and with what a page has to offer.

        Words of a person stay as they are.
        """
        return (
            say_in(self.tag, as_here(message) if isinstance(message, Message) else message) if message else ""
        )

    @cached_property
    def script(self) -> dict[str, str]:
        """The messages of the scripts that are said differently in this language."""
        return {m: self.say(m) for m in script_messages() if self.say(m) != m}


@cache
def locale_of(tag: str) -> Locale:
    """The language of that tag; English for one there is no catalogue of."""
    if tag not in LANGUAGES or not _place(tag, DOMAIN).is_file():
        return Locale(tag if tag in LANGUAGES else "en", gettext.NullTranslations())
    catalogue = gettext.GNUTranslations(io.BytesIO(catalogue_of(tag, DOMAIN).to_binary()))
    return Locale(tag, catalogue)


def catalogue_of(tag: str, domain: str) -> Any:
    """A language's PO file, read."""
    import polib

    return polib.pofile(_place(tag, domain).read_text("utf-8"))


def _place(tag: str, domain: str) -> Traversable:
    return files("translate_flow").joinpath("locale", tag, "LC_MESSAGES", f"{domain}.po")


def choose(accepted: str, wanted: str = "") -> str:
    """The language wanted if there is one, else the best of an Accept-Language header, else English."""
    if wanted in LANGUAGES:
        return wanted
    weighed: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted.split(",")[:30]):
        tag, _, quality = part.partition(";")
        found = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)\s*", quality)
        weighed.append((-float(found[1]) if found else -1.0, place, tag.strip().lower().split("-")[0]))
    return next((tag for weight, _, tag in sorted(weighed) if tag in LANGUAGES and weight < 0), "en")


@cache
def script_messages() -> frozenset[str]:
    """The messages in the scripts: every `_("…")` in them."""
    found: set[str] = set()
    for script in files("translate_flow.desk").joinpath("static").iterdir():
        if script.name.endswith(".js"):
            for match in _SCRIPTED.finditer(script.read_text("utf-8")):
                found.add(re.sub(r"\\(.)", r"\1", match[2]))
    return frozenset(found)
