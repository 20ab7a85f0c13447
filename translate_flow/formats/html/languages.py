"""Where a web page and its elements say which language they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .found import LanguageMark
from .tokens import Attribute

_NAMED_LANGUAGE = {
    "og:locale": "locale",
    "og:locale:alternate": "alternate",
    "language": "lang",
    "dc.language": "lang",
    "dcterms.language": "lang",
    "inlanguage": "lang",
}
"""`meta` names and properties that say the page's language, and in what form."""


def language_marks(
    name: str, values: Mapping[str, Attribute], element: str, inside: tuple[str, ...]
) -> Iterator[LanguageMark]:
    """The places in a start tag that name a language; see `LanguageMark` for the last two."""
    named = [values[key] for key in ("lang", "xml:lang") if key in values]
    if "http-equiv" in values and values["http-equiv"].value.lower() == "content-language":
        named += [values["content"]] if "content" in values else []
    form = "lang"
    if name == "meta" and "content" in values:
        keys = ("property", "name", "itemprop")
        label = next((values[key].value.lower() for key in keys if key in values), "")
        if label in _NAMED_LANGUAGE:
            form = _NAMED_LANGUAGE[label]
            named.append(values["content"])
    for value in named:
        yield LanguageMark(value.value, value.start, value.end, element, inside, form)


def said_language(values: Mapping[str, Attribute]) -> str:
    """The primary subtag of an element's language; empty if it says none."""
    said = next((values[key].value for key in ("lang", "xml:lang") if key in values), "")
    return re.split(r"[-_]", said.strip().lower())[0]
