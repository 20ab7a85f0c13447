"""Names of countries by CLDR: from any language's name, or a code, to the name in another."""

from __future__ import annotations

import unicodedata
from functools import cache

_READ = ("es", "en", "pt", "fr", "de", "it", "ca", "qu")
"""Languages in which lists name countries."""


def country(said: str, language: str) -> str:
    """The country's name in that language (a BCP 47 tag); what was said, if it is not known."""
    code = said.strip().upper() if len(said.strip()) == 2 else _codes().get(_plain(said), "")
    return _names(language).get(code, said) if code else said


@cache
def _names(language: str) -> dict[str, str]:
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        names = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: name for code, name in names.items() if len(code) == 2 and code.isalpha()}


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in _READ:
        for code, name in _names(language).items():
            found.setdefault(_plain(name), code)
    return found


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFKD", name.casefold().replace(".", "").strip())
    return "".join(c for c in text if not unicodedata.combining(c))
