"""HTML: words in less common places: prepared messages, form values, tracks, structured data, formulas, frames."""

from __future__ import annotations

import pytest

from translate_flow.formats.html import read, rebuild


def page(body: str) -> bytes:
    """A Spanish page."""
    return f'<!doctype html><html lang="es"><head><title>Río seco</title></head><body>{body}</body></html>'.encode()


def offered(body: str) -> list[tuple[str, str]]:
    """Texts and notes, without the page's title."""
    return [(s.text, s.note) for s in read(page(body), "a").segments if s.text != "Río seco"]


def omitted(body: str) -> list[tuple[str, tuple[str, ...]]]:
    """What is reported as not offered."""
    return [(str(one.what), one.places) for one in read(page(body), "a").omitted]


def built(body: str, **words: str) -> str:
    """The page with other words for these segments, `_` for a blank."""
    document = read(page(body), "a")
    texts = {s.key: words.get(s.text.split("\n")[0].replace(" ", "_"), s.text) for s in document.segments}
    return rebuild(page(body), document, texts).decode()


def test_the_message_a_link_begins_is_offered_and_coded_again() -> None:
    body = (
        '<p>Escriba <a href="mailto:mesa@ejemplo.org?subject=Agua%20ya&amp;body=Se%C3%B1ora%3A%0D%0AQueremos%20agua">aquí'
        '</a> o <a href="https://wa.me/?text=El+r%C3%ADo+vive&amp;lang=es">comparta</a>.</p>'
    )
    assert offered(body)[1:] == [
        (text, "text of a message that a link begins")
        for text in ("Agua ya", "Señora:\nQueremos agua", "El río vive")
    ]
    made = built(
        body, Agua_ya="Water & life", **{"Señora:": "Madam:\nWe want water"}, El_río_vive="The river lives"
    )
    assert '?subject=Water%20%26%20life&amp;body=Madam%3A%0D%0AWe%20want%20water"' in made
    assert "?text=The%20river%20lives&amp;lang=es" in made


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://ejemplo.org/?text=hola">x y</a>',
        '<a href="mailto:a@ejemplo.org?cc=ana@b.org">x y</a>',
    ],
)
def test_other_addresses_are_left_alone(body: str) -> None:
    assert [text for text, _ in offered(body)] == ["x y"]


def test_what_a_text_field_holds_and_suggests_and_a_track_s_name_are_offered() -> None:
    body = (
        '<input value="Su nombre"><input type="search" value="Buscar obras"><input type="radio" value="si quiero">'
        '<datalist><option value="Alto Perú"></datalist><video><track label="Con subtítulos" src="a.vtt">no se ve</video>'
    )
    assert [text for text, _ in offered(body)] == [
        "Su nombre",
        "Buscar obras",
        "Alto Perú",
        "Con subtítulos",
        "no se ve",
    ]
    assert 'value="Your name"' in built(body, Su_nombre="Your name")


def test_answers_in_structured_data_are_offered_and_the_article_in_it_is_reported() -> None:
    body = (
        '<script type="application/ld+json">{"acceptedAnswer":{"text":"Porque falta agua"},"articleBody":"Todo otra vez"}'
        "</script>"
    )
    assert [text for text, _ in offered(body)] == ["Porque falta agua"]
    assert omitted(body) == [("the text once more, for search engines (not read)", ("Todo otra vez",))]


def test_texts_of_blocks_of_wordpress_are_told_from_their_colours() -> None:
    body = (
        '<!-- wp:read-more {"content":"Siga leyendo","style":{"color":{"text":"#aabbcc"},"elements":{"link":{"color":'
        '{"text":"var:preset|color|rojo"}}}}} /--><p>Fin</p>'
    )
    assert [text for text, _ in offered(body)] == ["Siga leyendo", "Fin"]


def test_words_in_formulas_and_pages_within_the_page_are_reported() -> None:
    assert omitted("<p>Sea <math><mi>x</mi><mtext>si llueve</mtext></math> y</p>") == [
        ("1 formula with words (not read)", ("xsi llueve",))
    ]
    assert omitted("<p>Sea <math><mi>x</mi><mo>+</mo><mi>y</mi></math> y</p>") == []
    assert omitted('<iframe srcdoc="&lt;p>Mapa del río&lt;/p>"></iframe>') == [
        ("1 page within the page (not read)", ("Mapa del río",))
    ]


def test_elements_without_content_in_xhtml_leave_no_mark_of_an_end() -> None:
    data = (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="es"><head><title>Río</title>'
        '<script src="x.js"/></head><body><p>El agua<br/>vuelve <img src="a.png" alt=""/> hoy<a id="n"/>.</p></body></html>'
    ).encode()
    document = read(data, "a.xhtml")
    text = document.segments[-1].text
    assert text.startswith("El agua\nvuelve <x1/> hoy")
    assert (
        "<br/>ya"
        in rebuild(data, document, {document.segments[-1].key: text.replace("vuelve", "ya")}).decode()
    )


def test_words_that_outlook_alone_shows_are_told_and_its_settings_are_not() -> None:
    settings = "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><style>p{color:red}</style><![endif]-->"
    words = "<!--[if mso]><table><tr><td>Abra el correo en la web</td></tr></table><![endif]-->"
    shown = "<!--[if !mso]><!--><p>Dos</p><!--<![endif]-->"
    assert omitted(f"{settings}{words}<p>Uno</p>{shown}") == [
        ("1 text for Outlook or old browsers alone (not read)", ("Abra el correo en la web",))
    ]


def test_words_of_style_sheets_and_diagrams_are_told() -> None:
    style = '<style>.a::before{content:"Ojo: "} .b::after{content:"→"} .c{content:attr(title)}</style>'
    assert omitted(f'{style}<pre class="mermaid">graph TD; A[Inicio]</pre><p>Uno</p>') == [
        ("1 text that the style sheet puts in (not read)", ("Ojo: ",)),
        ("1 diagram written as code (not read)", ("graph TD; A[Inicio]",)),
    ]
