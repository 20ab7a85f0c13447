"""HTML: what becomes a segment, and how a translation is written into its place."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.errors import BuildError, ReadError
from translate_flow.formats.html import article, read, read_within, rebuild
from translate_flow.formats.html.tokens import tokens
from translate_flow.markup import inline
from translate_flow.model import Document

from ..growth import grows_too_fast
from .fixtures import FOLDER


def doc(text: str) -> Document:
    """The document in a page."""
    return read(text.encode(), "pagina")


def built(text: str, *targets: str, language: str = "") -> str:
    """The page with its segments, in order, replaced by targets."""
    document = doc(text)
    keys = [segment.key for segment in document.segments]
    return rebuild(text.encode(), document, dict(zip(keys, targets, strict=True)), language=language).decode()


def test_marks_move_with_their_words() -> None:
    page = '<p>El <b class="r">río</b> y <a href="u">el mar</a>.</p>'
    assert built(page, "<a1>The sea</a1> and the <b>river</b>.") == (
        '<p><a href="u">The sea</a> and the <b class="r">river</b>.</p>'
    )


def test_formatting_around_the_whole_block_is_not_in_the_segment_and_stays() -> None:
    page = "<p> <strong><em>Todo</em> </strong></p>"
    assert [segment.text for segment in doc(page).segments] == ["Todo"]
    assert built(page, "All") == "<p> <strong><em>All</em> </strong></p>"


def test_formatting_inside_a_word_does_not_split_it() -> None:
    assert doc("<p>ter<b>n</b>as</p>").segments[0].text == "ter<b>n</b>as"


def test_literal_signs_come_back_escaped() -> None:
    page = "<p>Si a &lt; b &amp; c</p>"
    assert doc(page).segments[0].text == "Si a < b & c"
    assert built(page, "If a < b & c > d") == "<p>If a &lt; b &amp; c &gt; d</p>"
    assert doc("<p>La etiqueta &lt;b&gt; y &amp;lt;</p>").segments[0].text == "La etiqueta &lt;b> y &amp;lt;"


def test_formatting_the_source_does_not_have_may_be_added() -> None:
    assert built("<p>Las ternas</p>", "The <i>ternas</i>") == "<p>The <i>ternas</i></p>"


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("The report and the code <x2/>", "<a1>…</a1> of the source is not in the translation"),
        ("The <a1>report</a1> here", "<x2/> of the source is not in the translation"),
        ("The <a1>report</a1> <x2/> <x2/> here", "<x2/> appears more than once"),
        ("The <a1>report</a1> <x2/> <x7/> here", "<x7/> is not in the source"),
        ("The <a1>report <x2/> here", "<a1>…</a1> is not both opened and closed"),
    ],
)
def test_a_lost_doubled_or_unknown_mark_stops_the_build_and_is_named(target: str, why: str) -> None:
    page = '<p>El <a href="u">informe</a> y <code>ls</code> aquí</p>'
    with pytest.raises(BuildError) as caught:
        built(page, target)
    assert why in str(caught.value)
    assert doc(page).segments[0].key in str(caught.value)


def test_crossed_and_lost_formatting_is_put_right() -> None:
    page = "<p>El <b>río</b> y <i>el mar</i></p>"
    assert built(page, "The <b>river <i>and</b> the sea</i>") == (
        "<p>The <b>river <i>and</i></b><i> the sea</i></p>"
    )
    assert built(page, "The river and the <i>sea") == "<p>The river and the sea</p>"


def test_a_fixed_thing_at_the_edge_comes_back_there() -> None:
    page = '<p>Uno <i>dos</i><sup id="k"><a href="#1"><img src="n.png"></a></sup> tres<code>f()</code> y</p>'
    assert "x" in doc(page).segments[0].text
    assert (
        built("<p>Nota <b>a</b> y <code>f</code></p>", "Note <b>a</b> and")
        == "<p>Note <b>a</b> and <code>f</code></p>"
    )


def test_an_attribute_inside_a_translated_block_is_translated_with_it() -> None:
    page = '<p>Mire <img src="a.png" alt="un río"> aquí</p>'
    assert [segment.text for segment in doc(page).segments] == ["Mire <x1/> aquí", "un río"]
    assert built(page, "Look <x1/> here", 'a "river"') == (
        '<p>Look <img src="a.png" alt="a &quot;river&quot;"> here</p>'
    )


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("<img alt=r\u00edo>", '<img alt="a river">'),
        ("<img alt='río'>", "<img alt='a river'>"),
        ('<img alt="río">', '<img alt="a river">'),
    ],
)
def test_an_attribute_keeps_its_quotation_marks_and_gets_them_if_it_needs_them(
    tag: str, written: str
) -> None:
    assert built(f"<div>{tag}</div>", "a river") == f"<div>{written}</div>"


@pytest.mark.parametrize(
    ("page", "written"),
    [
        (
            '<html lang="es"><p lang=es-PE>Uno<p lang="qu">Huk<p>Dos',
            '<html lang="en"><p lang=en>A<p lang="qu">Huk<p>B',
        ),
        ("<html class=x><p>Uno<p>Dos", '<html lang="en" class=x><p>A<p>B'),
        ("<p>Uno<p>Dos", "<p>A<p>B"),
        (
            '<html lang="es"><meta http-equiv="content-language" content="es"><p>Uno<p>Dos',
            '<html lang="en"><meta http-equiv="content-language" content="en"><p>A<p>B',
        ),
    ],
)
def test_the_page_says_which_language_it_is_in(page: str, written: str) -> None:
    assert built(page, "A", "B", language="en") == written


def test_characters_the_encoding_lacks_are_written_as_references() -> None:
    data = (FOLDER / "html" / "windows1252.html").read_bytes()
    document = read(data, "p")
    keys = [segment.key for segment in document.segments]
    assert "Łódź &#8594;" not in data.decode("cp1252")
    rebuilt = rebuild(data, document, {keys[1]: "Łódź → year"}).decode("cp1252")
    assert "<p>&#321;ód&#378; &#8594; year</p>" in rebuilt


def test_the_article_of_a_page_is_taken_and_the_rest_left_as_it_is() -> None:
    data = (FOLDER / "html" / "article.html").read_bytes()
    where = article(data, "p")
    document = read_within(data, "p", where)
    assert document.within == where
    texts = [segment.text for segment in document.segments]
    assert texts[:2] == ["Noticias del valle", "Los pozos del valle"]
    assert len(texts) == 7
    assert all(text.startswith("Las familias") for text in texts[2:])
    assert rebuild(data, document, {segment.key: segment.text for segment in document.segments}) == data
    rebuilt = rebuild(
        data, document, {segment.key: "New text" for segment in document.segments}, language="en"
    )
    for untouched in ("Inicio del sitio", "Lea también", "Reciba el boletín", "Derechos de la"):
        assert untouched.encode() in rebuilt
    assert b"Las familias" not in rebuilt
    assert b"<html lang=es>" in rebuilt, "the rest of the page is still in Spanish"
    assert b'<article lang="en">' in rebuilt
    assert b'<title lang="en">New text' in rebuilt


def test_the_headline_above_the_body_belongs_to_the_article() -> None:
    """The lead too; share buttons between them, and a headline of other news, do not."""
    sentence = (
        "Las comunidades de la cuenca piden que se publique el resultado de los análisis del agua, punto"
    )
    body = "".join(f"<p>{sentence} {n}, y que se repare el canal antes de agosto.</p>" for n in range(8))
    lead = "<p class=entradilla>El comunicado fue leído en la plaza ante doscientas personas de once pueblos.</p>"
    page = (
        "<html><head><title>El agua espera - Diario del Sur</title></head><body>"
        "<nav><a href=/>Portada</a></nav><div class=otras><h2>Otra noticia del día</h2></div>"
        f"<main><header><h1>El agua espera</h1>{lead}</header>"
        "<div class=share-buttons><ul><li><a href=/c>Compartir esta nota</a></li></ul></div>"
        f"<div class=cuerpo>{body}</div></main><footer><p>Todos los derechos reservados</p></footer></body></html>"
    ).encode()
    texts = [s.text for s in read_within(page, "p", article(page, "p")).segments]
    assert texts[:3] == [
        "El agua espera - Diario del Sur",
        "El agua espera",
        "El comunicado fue leído en la plaza ante doscientas personas de once pueblos.",
    ]
    assert len(texts) == 11


def test_a_page_without_an_article_is_told() -> None:
    with pytest.raises(ReadError, match="no article"):
        article(b"<p>x y z</p>", "p")
    with pytest.raises(ReadError, match="article:9, where its article was"):
        read_within(b"<p>x y z</p>", "p", "article:9")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04", "zip"),
        (b"\xd0\xcf\x11\xe0", "old Word"),
        (b"{\\rtf1", "RTF"),
        (b"<p>a\0b</p>", "not a text file"),
        ("<p>niñas y niños</p>".encode() + b"\xc3 x", "not UTF-8"),
    ],
)
def test_what_is_no_page_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "pagina")
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_page_that_changed_since_it_was_read_is_not_written() -> None:
    document = doc("<p>Uno</p>")
    with pytest.raises(BuildError, match="changed since"):
        rebuild(b"<p>Otro</p>", document, {document.segments[0].key: "One"})


def test_a_page_without_text_has_no_segments() -> None:
    assert doc("<html><body><hr><p>12/03</p><script>x</script></body></html>").segments == ()


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<b>", "<p", "<!--", "<a href='", "</", "&", "<td>", "<script>", "<title>", "<b>x</i>"],
)
def test_deep_nesting_and_hostile_input_take_time_in_proportion(piece: str) -> None:
    def through(page: str) -> None:
        document = doc(page)
        texts = {segment.key: "x" + segment.text for segment in document.segments}
        rebuild(page.encode(), document, texts)

    assert not grows_too_fast(through, lambda size: f"<p>Uno</p>{piece * size}<p>fin", 2_000)


def _shown(page: str) -> str:
    """The words of a page's body as a browser's parser has them, white space aside."""
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(page).body
    return "".join(body.text(deep=True).split()) if body is not None else ""


TAG_SOUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<i class=x>",
            "</i >",
            "<div\n>",
            "a < b",
            "x > y",
            "<a href=?i=1&b='>",
            "<!-- c -->",
            "<!-->",
            "<!-- a --!>",
            "<? x ?>",
            "</ x>",
            "</>",
            "<![CDATA[ k ]]>",
            "<p title=it's>",
            "&amp;",
            "&",
            "&lt;b",
            "<3",
            "<p a=\"1\"b='>'>",
            "<p/x/>",
            "<p a=>",
            "word",
            "<br/>",
            "<!x>",
            "<p =y>",
            "<p a = 'b'>",
            "--",
            "<p",
            '"',
            "<a b=",
        ]
    ),
    max_size=10,
)


@given(TAG_SOUP)
def test_tags_and_text_are_told_apart_as_a_browser_does(pieces: list[str]) -> None:
    """Lexbor follows the HTML standard; where it sees words, so do we, and nowhere else."""
    page = "<body><p>" + "".join(pieces) + "<p>fin</p>"
    ours = "".join(
        "".join(html.unescape(page[token.start : token.end]).split())
        for token in tokens(page)
        if token.type == "text"
    )
    assert ours == _shown(page)


WORDS = st.text(st.sampled_from("aéñ Ñ.,<>&\"'xb/1;lt\u00a0\u00ad\u0301😀س—«»"), min_size=1, max_size=12)
INLINE = st.recursive(
    WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: (
        st.builds(
            lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
            st.sampled_from(["b", "em", 'a href="u"', 'span class="k"', "code", "sup", "b title='nota'"]),
            st.lists(inner, max_size=3),
        )
        | st.sampled_from(["<br>", "<img src=x>", "<!-- c -->", "<br/>", "</b>", "<i>", "<wbr>", " < "])
    ),
    max_leaves=8,
)
BLOCK = st.builds(
    lambda tag, parts, close: f"<{tag}>{''.join(parts)}" + (f"</{tag}>" if close else "\n"),
    st.sampled_from(
        ["p", "li", "td", "h1", "div", "blockquote", "pre", "title", "textarea", "option", "ul", "table"]
    ),
    st.lists(INLINE, max_size=5),
    st.booleans(),
)
PAGES = st.lists(BLOCK, max_size=6).map("".join) | st.lists(INLINE, max_size=8).map("".join)


@given(PAGES)
def test_any_page_is_identical_when_rebuilt_and_reads_as_its_translation(page: str) -> None:
    data = page.encode()
    try:
        document = read(data, "p")
    except ReadError:
        assert not page.strip()
        return
    assert rebuild(data, document, {s.key: s.text for s in document.segments}, language="en") == data
    texts = {
        segment.key: inline.written(
            part.replace("a", "o") if isinstance(part, str) else part for part in inline.tokens(segment.text)
        )
        for segment in document.segments
    }
    again = read(rebuild(data, document, texts), "p")
    assert [segment.text for segment in again.segments] == list(texts.values())
