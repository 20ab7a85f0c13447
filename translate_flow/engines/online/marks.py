"""Marks of held spans in the tags that a service leaves alone."""

from __future__ import annotations

import html
import re


def tagged(text: str, marks: tuple[str, ...], opening: str, closing: str) -> str:
    """The text as markup, with each mark between tags that say it is not to be translated."""
    pattern = "|".join(
        re.escape(html.escape(mark, quote=False)) for mark in sorted(marks, key=len, reverse=True)
    )
    return re.sub(pattern, lambda match: f"{opening}{match[0]}{closing}", html.escape(text, quote=False))


def untagged(answer: str, element: str) -> str:
    """The markup as text again, without the tags of that element."""
    return html.unescape(re.sub(rf"</?{element}\b[^<>]*>", "", answer))
