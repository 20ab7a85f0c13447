"""A line of prose between blank ones is read at once, and never otherwise than by all the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from translate_flow.formats.markdown import alone
from translate_flow.formats.markdown.parser import MarkdownText, _parser, parse
from translate_flow.typeset import prose

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("statements/*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("tests/**/*.md")])
PIECES = (
    "Sin agua no hay vida.", "import x from 'y'", "export default a", "Agua", ": lo que se bebe", "~ otra", "  : más", "# Título",
    "---", "===", "- uno", "  dos", "    código", "> cita", "> ", "1. primero", "| a | b |", "|---|---|", "```", ":::", "[^1]: nota",
    "    más nota", "[a]: /b", "<div>", "</div>", "$$", "!!! nota", "\\begin{x}", "\\end{x}", "", "", "", "", "É así", "\tTab", "ñ",
    "¿Quién avisó?", "«Queremos vivir»", "\ufdd07\ufdd1 Uno", "[not translated] El río", "[a] El río", "[a\\] b] c", "[TOC]",
)  # fmt: skip


def slowly(text: str) -> list[dict[str, object]]:
    """The tokens of our own parser, with every rule asked."""
    parser = _parser.__wrapped__()
    parser.block.ruler.disable("alone")
    tokens: list[Token] = []
    parser.block.parse(MarkdownText(text, 0).plain.replace("\0", "\ufffd"), parser, {}, tokens)
    return [token.as_dict() for token in tokens]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_read_as_by_all_the_rules(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    quick = [token.as_dict() for token in parse(MarkdownText(text, 0), "a")]
    assert quick == slowly(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_lines_that_look_like_prose_are_read_as_by_all_the_rules(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert [token.as_dict() for token in parse(MarkdownText(text, 0), "a")] == slowly(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_pages_are_laid_out_as_by_all_the_rules(lines: list[str]) -> None:
    parser = prose._parser.__wrapped__()
    parser.block.ruler.disable("alone")
    text = "\n".join(lines)
    assert [t.as_dict() for t in prose.parse(text, {})] == [t.as_dict() for t in parser.parse(text, {})]


@given(st.text("ab .\\`*_~[]()!<>&;\n=^{}#:-%1|«»", max_size=24))
@example("H~2~O ==y== 10^6^")
def test_a_passage_without_signs_is_the_text_that_it_is_to_all_the_rules(text: str) -> None:
    for parser in (prose._own_parser(), prose._parser()):
        env: dict[str, Any] = {}
        for token in parser.parse(text, env):
            if token.type == "inline":
                inner: list[Token] = []
                parser.inline.parse(token.content, parser, env, inner)
                assert seen(token.children or []) == seen(inner)


def seen(tokens: list[Token]) -> tuple[str, list[str]]:
    """All that is said, and what is no text."""
    return "".join(t.content for t in tokens), [t.type for t in tokens if not t.type.startswith("text")]


def test_most_prose_is_spared_the_other_rules() -> None:
    asked: list[int] = []
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    parser.block.ruler.before(
        "fence", "asked", lambda state, start, end, silent: asked.append(start) or False
    )
    alone.spared(parser)
    parser.parse("Sin agua no hay vida.\n\nDefendemos el río.\n\n- y la tierra\n")
    assert asked == [4]  # the item, but not what is in it
