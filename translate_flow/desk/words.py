"""The interface's languages: gettext catalogues read from their PO files, once per process.

The PO files themselves are shipped and read, so that translating needs no build step.
Messages that come from elsewhere in the program (findings, errors) are sentences with
names and numbers in them: a message of the catalogue with `{}` in it matches them.
"""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import zip_longest

LANGUAGES = {"en": "English", "es": "Español"}
"""Tag and own name of each language of the interface."""
DOMAIN = "translate_flow"
_SCRIPTED = re.compile(r"""\b_\(\s*(["'])((?:\\.|(?!\1).)*)\1""")
_SLOT = re.compile(r"\{\}")


@dataclass(frozen=True)
class Tongue:
    """One language of the interface."""

    tag: str
    catalogue: gettext.NullTranslations = field(repr=False)

    def say(self, message: str) -> str:
        """A message of the interface."""
        return self.catalogue.gettext(message) if message else ""

    def told(self, message: str) -> str:
        """A sentence made by another part of the program, in this language if a pattern fits it."""
        direct = self.say(message)
        if direct != message or not self._patterns:
            return direct
        for pattern, translation in self._patterns:
            found = pattern.fullmatch(message)
            if found:
                return _filled(translation, found.groups())
        return message

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """Messages with `{}` as patterns, those with the most fixed text first."""
        known: dict[object, object] = getattr(self.catalogue, "_catalog", {})
        found = [(k, v) for k, v in known.items() if isinstance(k, str) and isinstance(v, str) and "{}" in k]
        found.sort(key=lambda pair: -len(pair[0]))
        return [(re.compile("(.+?)".join(map(re.escape, k.split("{}"))), re.DOTALL), v) for k, v in found]

    @cached_property
    def script(self) -> dict[str, str]:
        """The messages of the scripts that are said differently in this language."""
        return {m: self.say(m) for m in script_messages() if self.say(m) != m}


def _filled(translation: str, parts: Sequence[str]) -> str:
    """The translation with its slots filled, in order; `{}` in the parts themselves stays."""
    fixed = _SLOT.split(translation)
    return "".join(text + part for text, part in zip_longest(fixed, parts[: len(fixed) - 1], fillvalue=""))


@cache
def tongue(tag: str) -> Tongue:
    """The language of that tag; English for one there is no catalogue of."""
    place = files("translate_flow").joinpath("locale", tag, "LC_MESSAGES", f"{DOMAIN}.po")
    if tag not in LANGUAGES or not place.is_file():
        return Tongue("en" if tag not in LANGUAGES else tag, gettext.NullTranslations())
    import polib

    compiled = polib.pofile(place.read_text("utf-8")).to_binary()
    return Tongue(tag, gettext.GNUTranslations(io.BytesIO(compiled)))


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
