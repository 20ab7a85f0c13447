"""Messages use the words that docs/style.md prefers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from translate_flow.messages import Template, every_template

from ..source import statements

PAGE = Path(__file__).parents[2] / "docs" / "style.md"
LOCALE = Path(__file__).parents[2] / "translate_flow" / "locale" / "es" / "LC_MESSAGES"
ROW = re.compile(r"^\| (?!not \||-)([^|]+?) \| ([^|]+?) \|$", re.MULTILINE)
ENGLISH_PART, _, SPANISH_PART = PAGE.read_text("utf-8").partition("## In Spanish")
MESSAGES, _, PROSE = ENGLISH_PART.partition("Docstrings and documents")
RULES = [(not_this, but) for not_this, but in ROW.findall(MESSAGES) if not_this != "---"]


def words_in(text: str) -> list[str]:
    """The words of a text that the page would rather not see."""
    return [
        f"“{word}”; write {but}"
        for word, but in RULES
        if re.search(rf"(?<!-)\b{re.escape(word).replace('…', chr(92) + 'w+')}\b", text, re.IGNORECASE)
    ]


def faults(template: Template) -> list[str]:
    """The words of a message that the page would rather not see."""
    return [f"{template.id}: {fault}" for fault in words_in(f"{template.text}\n{template.one}")]


def test_the_page_has_rules_and_they_bite() -> None:
    assert len(RULES) > 10
    assert faults(Template("x.y", "The word stands 3 times in {file}, which is no review file"))


def test_messages_use_plain_words() -> None:
    templates = [t for identifier, t in every_template().items() if not identifier.startswith("tests.")]
    assert len(templates) > 1000
    assert [fault for template in templates for fault in faults(template)] == []


@pytest.mark.parametrize("catalogue", ["translate_flow.po", "help.po"])
def test_the_desk_and_the_help_use_plain_words(catalogue: str) -> None:
    entries = polib.pofile((LOCALE / catalogue).read_text("utf-8"))
    found = [
        (e.msgid, fault)
        for e in entries
        for fault in words_in(ENGLISH.sub(" ", f"{e.msgid}\n{e.msgid_plural}"))
    ]
    assert found == []


SPANISH = re.compile(r"^\| ([^|]+?) \| ([^|]+?) \| ?([^|]*?) ?\|$", re.MULTILINE)
EN_ESPANOL = [row for row in SPANISH.findall(SPANISH_PART) if row[0] not in ("no", "---")]
"""Spanish words not to be used, what is used instead, and the English word without which they may be."""


def spanish_faults(english: str, spanish: str) -> list[str]:
    """The words of a Spanish text that the page would rather not see."""
    return [
        f"“{word}”; escriba {but}: {spanish}"
        for words, but, beside in EN_ESPANOL
        for word in words.split(", ")
        if re.search(rf"\b{word}\b", spanish, re.IGNORECASE)
        and (not beside or re.search(rf"\b{beside}", english, re.IGNORECASE))
        and not (beside and word.rstrip("s") in english_cognates(english))
    ]


def english_cognates(english: str) -> set[str]:
    """Spanish words that the English itself asks for: *orden* for an order, *equipo* for a team, *aviso* for a warning."""
    pairs = {"order": "orden", "team": "equipo", "warning": "aviso"}
    return {spanish for word, spanish in pairs.items() if re.search(rf"\b{word}", english, re.IGNORECASE)}


def test_the_spanish_rules_bite() -> None:
    assert len(EN_ESPANOL) > 10
    assert spanish_faults("a finding of the machine", "un aviso del equipo, en tu fichero")[2:] != []
    assert spanish_faults("the team's findings and warnings", "los hallazgos y avisos del equipo") == []


@pytest.mark.parametrize("catalogue", ["messages.po", "translate_flow.po", "help.po"])
def test_spanish_texts_use_the_same_words_for_the_same_things(catalogue: str) -> None:
    entries = polib.pofile((LOCALE / catalogue).read_text("utf-8"))
    assert [
        fault
        for e in entries
        for text in ([e.msgstr] if not e.msgid_plural else e.msgstr_plural.values())
        for fault in spanish_faults(f"{e.msgid} {e.msgid_plural}", text)
    ] == []


ENGLISH = re.compile(
    r"[Tt]here\s+is\s+no|is\s+no\s+(?:longer|more|help)|[Ss]tands\s+(?:for|out|alone|up\b|upright|by\s+itself)"
    r"|(?:cannot\s+be\s+)?told\s+apart|as\s+(?:it|the\s+catalogue)\s+stands|`[^`\n]*`|```.*?```|<!--.*?-->",
    re.DOTALL,
)
"""What is let through in docstrings and documents."""
OFTEN_RIGHT = {"whole", "is to be", "told", "signs", "settled"}
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


def _pattern(word: str) -> str:
    return r"(?<!-)\b" + re.escape(word).replace("…", r"\w+").replace(r"\ ", r"\s+") + r"\b"


ANY = re.compile("|".join(_pattern(word) for word, _ in IN_PROSE), re.IGNORECASE)
"""Most texts have none of them, and are read once."""


def unplain(text: str) -> list[str]:
    """The words of a docstring or document that the page would rather not see."""
    plain = ENGLISH.sub(" ", text)
    if not ANY.search(plain):
        return []
    return [
        f"“{' '.join(m[0].split())}”; write {but}"
        for word, but in IN_PROSE
        for m in re.finditer(_pattern(word), plain, re.IGNORECASE)
    ]


def docstrings(module: Path) -> Iterator[tuple[int, str]]:
    """Every docstring of a module, those of fields too, with its line."""
    for part in statements(module):
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
