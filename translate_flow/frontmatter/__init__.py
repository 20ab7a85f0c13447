"""Front matter: what is about a text at the head of its file, in YAML, TOML or JSON.

One reader for all formats whose files may have it. It says what each key holds and where the value
is, so that a format can offer a value for translation and write another in its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ..language import knowledge
from ..language.text import has_letters, squeeze
from ..messages import Message
from .messages import AT_LINE, TOO_LONG, UNREADABLE
from .value import Unreadable, Value

__all__ = ["FrontMatter", "Unreadable", "Value", "front_matter", "notices"]

LONGEST = 100_000
"""Characters of front matter that are read; a person writes a hundredth of it."""

_EOL = r"(?:\r\n|\r(?!\n)|\n)"
"""A line end in one way only: where `\\r\\n` could also be two, a search could try all combinations."""
_FENCED = re.compile(
    rf"(?P<fence>---|\+\+\+|;;;)(?P<named>[ \t]*(?:json|toml|yaml|yml))?[ \t]*{_EOL}"
    rf"(?P<body>(?:(?!(?:(?P=fence)|\.\.\.)[ \t]*(?:[\r\n]|\Z))[^\r\n]*{_EOL})*)"
    rf"(?:(?P=fence)|\.\.\.)[ \t]*(?:{_EOL}|\Z)",
    re.IGNORECASE,
)
_MAPPED = re.compile(r"\s*(?:[\"'{\[&!?%<]|- |-$|[^\s:][^:]{0,60}:(?:\s|$)|[^\s=]+\s*=)")
"""How lines of data begin: a key and its colon (a sentence has more before its own), an item, a bracket, a sign of YAML."""
_KINDS = {"---": "yaml", "+++": "toml", ";;;": "json"}
"""What is between such fences, where the first does not name it."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What was found at the head of a file."""

    kind: str = ""
    """`yaml`, `toml` or `json`; empty if there is none."""
    end: int = 0
    """Where the text begins (characters); 0 without front matter."""
    values: tuple[Value, ...] = ()
    """Every key with its value, those of keys within keys too, and each of two equal ones; in file order."""
    trouble: Message | None = None
    """Why it cannot be read, with the line; None if it can."""

    @property
    def meta(self) -> dict[str, str]:
        """Text on one line by key, of the keys at the top that hold a text, a number or the like."""
        return {v.path[0]: squeeze(v.text) for v in self.values if len(v.path) == 1 and v.text is not None}

    def one(self, key: str) -> Value | None:
        """The first value of a key at the top whose place is known; None if there is none."""
        return next((v for v in self.values if v.path == (key,) and v.end and v.text is not None), None)

    @property
    def texts(self) -> tuple[Value, ...]:
        """What a reader of the page sees: titles, descriptions and the like, of which the place is known."""
        return tuple(
            v
            for v in self.values
            if v.end and v.clear and v.path and _shown(v.path[-1], v.text or "") and has_letters(v.text or "")
        )


_TEXTS = frozenset(
    "title subtitle description summary excerpt abstract lead lede intro caption alt headline tagline teaser deck"
    " heading subheading standfirst dek blurb og_title og_description image_alt image_caption seo_title"
    " seo_description meta_title meta_description linktitle sidebar_label pagination_label".split()
)
"""Keys of texts that programs for web sites show (Jekyll, Hugo, Eleventy, Docusaurus, Pandoc and themes for them)."""


@cache
def _own_texts() -> frozenset[str]:
    """The same keys as people name them in their own languages."""
    return frozenset().union(*(knowledge.of(tag).words("front_matter", "texts") for tag in knowledge.known()))


_MAY_BE_TEXTS = frozenset(
    "text label btn_label button_label button_text link_text cta cta_text question answer quote note message body".split()
)
"""Keys of texts as well as of settings; a text has several words."""


def _shown(key: str, text: str) -> bool:
    key = re.sub(r"[-:]", "_", key.lower())
    return key in _TEXTS or key in _own_texts() or (key in _MAY_BE_TEXTS and " " in text.strip())


@lru_cache(maxsize=2)  # one statement's is asked for by its format, its marks and what is published about it
def front_matter(text: str) -> FrontMatter:
    """The front matter of a file's text; an empty one if it has none."""
    if text[:1] == "{":
        from .json_form import read_head

        end = read_head(text)
        return _read("json", text, 0, end) if end else FrontMatter()
    fenced = _FENCED.match(text)
    if fenced is None:
        return FrontMatter()
    named = (fenced["named"] or "").strip().lower().replace("yml", "yaml")
    kind = named or _KINDS[fenced["fence"]]
    if kind == "yaml" and not named and _is_text(fenced["body"]):
        return FrontMatter()
    return _read(kind, text, fenced.start("body"), fenced.end("body"), fenced.end())


def _is_text(body: str) -> bool:
    """Whether what is between two rules is the beginning of a text, and no YAML that maps keys to values."""
    lines = (line for line in body.splitlines() if line.strip() and not line.startswith("#"))
    first = next(lines, "")
    return bool(first) and _MAPPED.match(first) is None


def notices(front: FrontMatter) -> tuple[Message, ...]:
    """What a user should know about it."""
    return (UNREADABLE(cause=front.trouble),) if front.trouble else ()


def _read(kind: str, text: str, start: int, stop: int, end: int = 0) -> FrontMatter:
    """The values between two places of the text, the rest of which begins at `end` (or `stop`)."""
    end = end or stop
    if stop - start > LONGEST:
        return FrontMatter(kind, end, trouble=TOO_LONG(n=LONGEST))
    try:
        if kind == "yaml":
            from .yaml_form import values
        elif kind == "toml":
            from .toml_form import values
        else:
            from .json_form import values
        return FrontMatter(kind, end, tuple(values(text, start, stop)))
    except Unreadable as error:
        line = text.count("\n", 0, start + error.place) + 1
        return FrontMatter(kind, end, trouble=AT_LINE(n=line, problem=error.what))
