"""What a language model wraps around a translation, taken off. What is doubtful stays: the checks see it."""

from __future__ import annotations

import re

_THOUGHT = re.compile(r"\A\s*<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"\A```[\w-]*\n(.*?)\n?```\Z", re.DOTALL)
_LABEL = re.compile(
    r"\A(?:\*\*)?(?:[A-Z][\w ]{0,40})?\b(?:translation|English|traducción)\b[^\n:]{0,60}:(?:\*\*)?\s*",
    re.IGNORECASE,
)
_QUOTES = {'"': '"', "“": "”", "«": "»", "'": "'"}


def cleaned(answer: str, source: str) -> str:
    """The answer without thoughts, code fence, label ("Translation:") or quotation marks that the source lacks."""
    text = _THOUGHT.sub("", answer).strip()
    if (fence := _FENCE.match(text)) and not source.lstrip().startswith("```"):
        text = fence[1].strip()
    if (label := _LABEL.match(text)) and not _label_of(source):
        text = text[label.end() :].strip()
    closing = _QUOTES.get(text[:1])
    if (
        closing
        and len(text) > 1
        and text.endswith(closing)
        and not _quoted(source)
        and closing not in text[1:-1]
    ):
        text = text[1:-1].strip()
    return text


def _label_of(source: str) -> bool:
    """Whether the source itself begins with words and a colon."""
    return ":" in source.split("\n")[0][:100]


def _quoted(source: str) -> bool:
    return source.strip()[:1] in _QUOTES
