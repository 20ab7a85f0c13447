"""Laws that hold for any document: reading and rebuilding is identity; rebuilding changes texts only."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from translate_flow.errors import BuildError
from translate_flow.formats import load
from translate_flow.formats.markdown.blocks import scan
from translate_flow.model import Document, Kind

from .documents import ANYTHING, EVIL, MARKDOWN, SENTENCE

FORMATS = pytest.mark.parametrize("name", ["markdown", "plain"])
ENCODINGS = st.sampled_from([(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le")])
quick = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def kinds(document: Document) -> list[Kind]:
    """Kinds of the segments; whether an item, cell or paragraph is a name depends on its words, so they count as one."""
    wordy = (Kind.ITEM, Kind.CELL, Kind.PARAGRAPH)
    return [Kind.NAME if segment.kind in wordy else segment.kind for segment in document.segments]


@FORMATS
@quick
@given(text=ANYTHING, how=ENCODINGS)
def test_any_text_rebuilt_with_its_own_texts_is_identical(
    name: str, text: str, how: tuple[bytes, str]
) -> None:
    """White space, line ends and marks of all kinds included."""
    assume(text.strip() and "\0" not in text)
    data = how[0] + text.encode(how[1])
    form = load(name)
    document = form.read(data, "acta")
    assert form.rebuild(data, document, {s.key: s.text for s in document.segments}) == data
    assert all(s.text == s.text.strip() and s.text for s in document.segments)


@quick
@given(text=MARKDOWN)
def test_made_markdown_rebuilt_with_its_own_texts_is_identical(text: str) -> None:
    form = load("markdown")
    document = form.read(text.encode(), "acta")
    assert form.rebuild(text.encode(), document, {s.key: s.text for s in document.segments}) == text.encode()


@quick
@given(text=MARKDOWN, data=st.data())
def test_markdown_rebuilt_with_ordinary_texts_is_read_back_as_those_texts(
    text: str, data: st.DataObject
) -> None:
    form = load("markdown")
    document = form.read(text.encode(), "acta")
    texts = {s.key: data.draw(SENTENCE) for s in document.segments}
    again = form.read(form.rebuild(text.encode(), document, texts), "acta")
    assert [s.text for s in again.segments] == list(texts.values())
    assert kinds(again) == kinds(document)


@quick
@given(text=MARKDOWN, data=st.data())
def test_a_translation_that_looks_like_structure_stays_text(text: str, data: st.DataObject) -> None:
    """`1. `, `# `, `|`, `---` and so on at the beginning of a line or in a cell make no new blocks."""
    form = load("markdown")
    document = form.read(text.encode(), "acta")
    texts = {s.key: data.draw(EVIL) for s in document.segments}
    rebuilt = form.rebuild(text.encode(), document, texts)
    assert kinds(form.read(rebuilt, "acta")) == kinds(document)


@quick
@given(text=ANYTHING, words=ANYTHING)
def test_any_translation_in_any_markdown_keeps_the_blocks_or_is_refused_by_key(text: str, words: str) -> None:
    assume(text.strip() and "\0" not in text + words)
    form = load("markdown")
    data = text.encode()
    document = form.read(data, "acta")
    assume(document.segments and words.strip())
    try:
        rebuilt = form.rebuild(data, document, {s.key: words for s in document.segments})
    except BuildError as error:
        assert any(s.key in str(error) for s in document.segments)
    else:
        before, after = scan(text, "acta").blocks, scan(rebuilt.decode(), "acta").blocks
        assert [block.role for block in before] == [block.role for block in after]


@quick
@given(lines=st.lists(SENTENCE, min_size=1, max_size=6), width=st.integers(45, 90), words=SENTENCE)
def test_wrapped_plain_text_is_wrapped_again_no_wider_and_read_back(
    lines: list[str], width: int, words: str
) -> None:
    from textwrap import wrap

    source = "\n".join(wrap(" ".join([*lines, "y sigue."]), width, break_on_hyphens=False)) + "\n"
    form = load("plain")
    document = form.read(source.encode(), "acta")
    assume(len(document.segments) == 1)
    target = f"Otra {words} ".lower() * 5 + "fin"
    rebuilt = form.rebuild(source.encode(), document, {document.segments[0].key: target}).decode()
    assert " ".join(rebuilt.split()) == " ".join(target.split())
    if "\n" in source.rstrip():
        assert max(map(len, rebuilt.split("\n"))) <= max(45, width)
