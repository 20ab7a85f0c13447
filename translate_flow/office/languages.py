"""Language tags as word processors want them: with a country."""

from __future__ import annotations

_COUNTRIES = {
    "ca": "ES",
    "cs": "CZ",
    "da": "DK",
    "de": "DE",
    "en": "US",
    "es": "ES",
    "eu": "ES",
    "fr": "FR",
    "gl": "ES",
    "it": "IT",
    "nl": "NL",
    "pl": "PL",
    "pt": "BR",
    "qu": "PE",
    "ru": "RU",
    "sv": "SE",
}
"""The country most people who write the language live in (CLDR's likely subtags); Spanish and Quechua by use."""


def full_tag(language: str) -> str:
    """The tag with a country where it has none and one is known: `en` becomes `en-US`."""
    country = _COUNTRIES.get(language.lower())
    return f"{language}-{country}" if country else language
