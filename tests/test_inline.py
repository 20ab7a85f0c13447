"""Inline marks: cut and written again without loss, compared, and put right where that is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.markup import inline
from translate_flow.markup.inline import Mark
from translate_flow.messages import say

SOURCE = "El <b>río</b> y <a1>el mar</a1><x2/> aquí"

ODD = st.text(st.sampled_from("ab<>/&;ltamp12 x"), max_size=12)
TOKENS = st.lists(
    ODD
    | st.builds(Mark, st.sampled_from(["b", "i", "a1", "f3"]), st.sampled_from(["open", "close"]))
    | st.just(Mark("x2", "single")),
    max_size=8,
)


def repaired(source: str, target: str) -> str:
    """The repaired text; nothing may be left."""
    parts, left = inline.repaired(source, target)
    assert not left
    return inline.written(parts)


@given(TOKENS)
def test_what_is_written_is_read_again(parts: list[inline.Token]) -> None:
    text = inline.written(parts)
    again = inline.tokens(text)
    assert inline.written(again) == text
    assert inline.plain(text) == "".join(part for part in parts if isinstance(part, str))
    assert [p for p in again if isinstance(p, Mark)] == [p for p in parts if isinstance(p, Mark)]


@pytest.mark.parametrize(
    ("plain", "text"),
    [
        ("a < b & c > d", "a < b & c > d"),
        ("la etiqueta <b> y </i>", "la etiqueta &lt;b> y &lt;/i>"),
        ("&lt; y &amp;", "&amp;lt; y &amp;amp;"),
        ("<p> <n> <b1> <x0/>", "<p> <n> <b1> <x0/>"),
        ("AT&T", "AT&T"),
    ],
)
def test_signs_are_escaped_only_where_they_would_be_marks(plain: str, text: str) -> None:
    assert inline.escape(plain) == text
    assert inline.plain(text) == plain


def test_a_translation_with_the_same_marks_has_no_problems_whatever_their_order() -> None:
    assert inline.problems(SOURCE, "<a1>The sea</a1> here<x2/> and the <b>river</b>") == []
    assert inline.problems("uno", "one") == []


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("The river and <a1>the sea</a1><x2/>", [("missing", "b", False)]),
        ("The <b>river</b> and the sea<x2/>", [("missing", "a1", True)]),
        ("The <b>river</b> and <a1>the sea</a1>", [("missing", "x2", True)]),
        ("The <b>river</b>, <i>and</i> <a1>the sea</a1><x2/>", [("extra", "i", False)]),
        ("The <b>river</b> and <a1>the sea</a1><x2/><x7/>", [("extra", "x7", True)]),
        ("The <b>river</b> and <a1>the sea</a1><x2/><x2/>", [("twice", "x2", True)]),
        ("The <b>river and <a1>the</b> sea</a1><x2/>", [("crossed", "b", False)]),
        ("The <b>river and <a1>the sea</a1><x2/>", [("unclosed", "b", False)]),
    ],
)
def test_problems_are_told_and_weighed(target: str, expected: list[tuple[str, str, bool]]) -> None:
    found = inline.problems(SOURCE, target)
    assert [(problem.kind, problem.mark, problem.grave) for problem in found] == expected
    assert all(problem.message for problem in found)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("The <b>river and <a1>the sea</a1><x2/>", "The river and <a1>the sea</a1><x2/>"),
        ("The <b>river and <a1>the</b> sea</a1><x2/>", "The <b>river and </b><a1><b>the</b> sea</a1><x2/>"),
        ("The <b>river</b> <i></i> <a1>sea</a1><x2></x2>", "The <b>river</b>  <a1>sea</a1><x2/>"),
        ("The <b>river <b>and</b></b> <a1>sea</a1> <x2 />", "The <b>river and</b> <a1>sea</a1> <x2/>"),
    ],
)
def test_what_is_certain_is_put_right(target: str, text: str) -> None:
    assert repaired(SOURCE, target) == text


@pytest.mark.parametrize(
    ("target", "kind", "mark"),
    [
        ("The <b>river</b> and the sea<x2/>", "missing", "<a1>…</a1>"),
        ("The <b>river</b> and <a1>the sea<x2/>", "unclosed", "<a1>…</a1>"),
        ("The <b>river</b> and <a1>the sea</a1><x2/><x7/>", "extra", "<x7/>"),
        ("The <b>river</b> and <a1>the sea</a1><x2/><x2/>", "twice", "<x2/>"),
    ],
)
def test_what_is_not_certain_is_left_and_grave(target: str, kind: str, mark: str) -> None:
    _, left = inline.repaired(SOURCE, target)
    assert [(problem.kind, problem.grave) for problem in left] == [(kind, True)]
    assert mark in say(left[0].message)


def test_a_lost_thing_comes_back_at_its_edge() -> None:
    assert repaired("<x1/>Uno dos<x2/><x3/>", "One<x2/> two") == "<x1/>One<x2/> two<x3/>"


@given(TOKENS, TOKENS)
def test_repaired_marks_are_nested_and_lose_no_words(
    source: list[inline.Token], target: list[inline.Token]
) -> None:
    parts, left = inline.repaired(inline.written(source), inline.written(target))
    stack = []
    for part in parts:
        if isinstance(part, Mark) and part.role == "open":
            stack.append(part.name)
        elif isinstance(part, Mark) and part.role == "close":
            assert stack.pop() == part.name
    assert not stack
    assert inline.plain(inline.written(parts)) == "".join(part for part in target if isinstance(part, str))
    if not left:
        again, still = inline.repaired(inline.written(source), inline.written(parts))
        assert not still
        assert inline.written(again) == inline.written(parts)
