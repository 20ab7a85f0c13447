"""What a BCP 47 language tag says: the language's name, its direction, the country its readers live in.

Names and likely subtags are CLDR's (https://cldr.unicode.org), by Babel.
"""

from __future__ import annotations

from functools import cache

_RIGHT_TO_LEFT = frozenset(
    "Adlm Arab Armi Avst Hatr Hebr Mand Mani Mend Narb Nbat Nkoo Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd "
    "Syrc Thaa Yezi".split()
)
"""ISO 15924 codes of scripts that run from right to left."""


@cache
def language(tag: str, reader: str = "en") -> str:
    """The language's name in the reader's language, with script or region if the tag has one.

    The tag itself if CLDR has no name for it.
    """
    from babel import Locale

    name, *rest = tag.replace("_", "-").split("-")
    names = Locale.parse(reader)
    found = names.languages.get(name.lower())
    if not found:
        return tag
    more = [names.scripts.get(r.title()) or names.territories.get(r.upper()) or r for r in rest]
    found = found[:1].upper() + found[1:]
    return f"{found} ({', '.join(more)})" if more else found


def own_name(tag: str) -> str:
    """The language's name in itself; in English where CLDR does not know it."""
    from babel import UnknownLocaleError

    try:
        return language(tag, tag.split("-")[0].split("_")[0].lower())
    except (UnknownLocaleError, ValueError):
        return language(tag)


@cache
def primary(tag: str) -> str:
    """The language of a tag as the registry has it: `es` of `ES-PE`, `es_PE` and `spa`; empty for an empty tag.

    What is not a tag is given back in lower case, up to its first hyphen.
    """
    first = tag.replace("_", "-").split("-")[0].casefold()
    if len(first) != 3 or not first.isascii():
        return first
    from langcodes import Language
    from langcodes.tag_parser import LanguageTagError

    try:
        return Language.get(first).language or first
    except LanguageTagError:
        return first


def by_name(name: str, *readers: str) -> str:
    """The tag of the language of that name in English, Spanish or a language of `readers` (tags); empty if none."""
    plain = " ".join(name.split()).casefold()
    return next((tag for reader in ("en", "es", *readers) if (tag := _tags_by_name(reader).get(plain))), "")


@cache
def _tags_by_name(reader: str) -> dict[str, str]:
    """Tags of languages by their names in the reader's; the shortest tag if a name has two. Empty for unknown readers."""
    from babel import Locale, UnknownLocaleError

    named = {"castellano": "es"} if reader == "es" else {}
    try:
        names = Locale.parse(reader).languages
    except (UnknownLocaleError, ValueError):
        return named
    for tag in sorted(names, key=lambda tag: (len(tag), tag)):
        named.setdefault(names[tag].casefold(), tag)
    return named


@cache
def territories(tag: str) -> frozenset[str]:
    """Countries, continents and their parts as that language calls them, by CLDR; none of an unknown language."""
    from babel import Locale, UnknownLocaleError

    try:
        return frozenset(str(name) for name in Locale.parse(tag, sep="-").territories.values())
    except (UnknownLocaleError, ValueError):
        return frozenset()


@cache
def _likely(tag: str) -> tuple[str, str]:
    """Script and country that a tag has, or that most who write the language use; empty if unknown."""
    from babel.core import get_global

    name, *rest = tag.replace("_", "-").split("-")
    script = next((r.title() for r in rest if len(r) == 4 and r.isalpha()), "")
    country = next((r.upper() for r in rest if len(r) == 2 or (len(r) == 3 and r.isdigit())), "")
    likely = get_global("likely_subtags")
    known = next(
        (
            likely[form]
            for form in (f"{name.lower()}_{script}", f"{name.lower()}_{country}", name.lower())
            if form in likely
        ),
        "",
    )
    _, _, others = known.partition("_")
    usual_script, _, usual_country = others.partition("_")
    return script or usual_script, country or usual_country


def direction(tag: str) -> str:
    """`rtl` or `ltr`: how text in the language with that tag runs."""
    return "rtl" if _likely(tag)[0] in _RIGHT_TO_LEFT else "ltr"


def full_tag(tag: str) -> str:
    """The tag with the country most of its readers live in, as word processors want it: `en` becomes `en-US`.

    A tag with more than a language stays as it is, and so does one of which no country is known.
    """
    country = _likely(tag)[1] if tag.isalpha() else ""
    return f"{tag}-{country}" if country else tag
