"""Messages use the words that docs/style.md prefers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate_flow.messages import Template, every_template

PAGE = Path(__file__).parents[2] / "docs" / "style.md"
ROW = re.compile(r"^\| (?!not \||-)([^|]+?) \| ([^|]+?) \|$", re.MULTILINE)
RULES = [(not_this, but) for not_this, but in ROW.findall(PAGE.read_text("utf-8")) if not_this != "---"]


def faults(template: Template) -> list[str]:
    """The words of a message that the page would rather not see."""
    text = f"{template.text}\n{template.one}"
    return [
        f"{template.id}: “{word}”; write {but}"
        for word, but in RULES
        if re.search(rf"(?<!-)\b{re.escape(word).replace('…', chr(92) + 'w+')}\b", text, re.IGNORECASE)
    ]


def test_the_page_has_rules_and_they_bite() -> None:
    assert len(RULES) > 10
    assert faults(Template("x.y", "The word stands 3 times in {file}, which is no review file"))


@pytest.mark.parametrize("identifier", sorted(i for i in every_template() if not i.startswith("tests.")))
def test_a_message_uses_plain_words(identifier: str) -> None:
    assert faults(every_template()[identifier]) == []
