"""Messages use the words that docs/style.md prefers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_flow.messages import Template, every_template

PAGE = Path(__file__).parents[2] / "docs" / "style.md"
ROW = re.compile(r"^\| (?!not \||-)([^|]+?) \| ([^|]+?) \|$", re.MULTILINE)
MESSAGES, _, PROSE = PAGE.read_text("utf-8").partition("Docstrings and documents")
RULES = [(not_this, but) for not_this, but in ROW.findall(MESSAGES) if not_this != "---"]


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


ENGLISH = re.compile(
    r"[Tt]here\s+is\s+no|is\s+no\s+(?:longer|more|help)|[Ss]tands\s+(?:for|out|alone|up\b|upright|by\s+itself)"
    r"|(?:cannot\s+be\s+)?told\s+apart|as\s+(?:it|the\s+catalogue)\s+stands|`[^`\n]*`|```.*?```|<!--.*?-->",
    re.DOTALL,
)
"""What is let through in docstrings and documents."""
OFTEN_RIGHT = {"whole", "is to be", "told", "signs"}
"""Words that a message can do without, and that have their place in prose."""
IN_PROSE = [
    *((w, but) for w, but in RULES if w not in OFTEN_RIGHT),
    *((word, but) for words, but in ROW.findall(PROSE) if words != "---" for word in words.split(", ")),
]
ROOT = PAGE.parents[1]
DOCUMENTS = [
    file
    for file in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs").glob("[cj]*/*.md"))
    if file.name not in ("style.md", "CHANGELOG.md")
]


def unplain(text: str) -> list[str]:
    """The words of a docstring or document that the page would rather not see."""
    plain = ENGLISH.sub(" ", text)
    found = []
    for word, but in IN_PROSE:
        pattern = r"(?<!-)\b" + re.escape(word).replace("…", r"\w+").replace(r"\ ", r"\s+") + r"\b"
        found += [
            f"“{' '.join(m[0].split())}”; write {but}" for m in re.finditer(pattern, plain, re.IGNORECASE)
        ]
    return found


def docstrings(module: Path) -> Iterator[tuple[int, str]]:
    """Every docstring of a module, those of fields too, with its line."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        body = getattr(node, "body", None)
        for part in body if isinstance(body, list) else ():
            if (
                isinstance(part, ast.Expr)
                and isinstance(part.value, ast.Constant)
                and isinstance(part.value.value, str)
            ):
                yield part.lineno, part.value.value


def test_prose_is_held_to_the_same_words() -> None:
    assert unplain("It cannot be told from what stands there, which is no text.") != []
    assert unplain("There is no text; it is told apart as it stands, and stands for what signs it.") == []
    assert len({word for word, _ in IN_PROSE}) > 12


@pytest.mark.parametrize("room", sorted(p.name for p in (ROOT / "translate_flow").iterdir() if p.is_dir()))
def test_the_docstrings_of_a_room_are_plain_english(room: str) -> None:
    faults = [
        f"{module.relative_to(ROOT)}:{line}: {fault}"
        for module in sorted((ROOT / "translate_flow" / room).rglob("*.py"))
        for line, text in docstrings(module)
        for fault in unplain(text)
    ]
    assert faults == []


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda f: f.name)
def test_a_document_is_plain_english(file: Path) -> None:
    assert unplain(file.read_text("utf-8")) == []
