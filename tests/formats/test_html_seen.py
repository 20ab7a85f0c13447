"""HTML: what a reader sees is offered, and nothing else parts a word; what is left is reported."""

from __future__ import annotations

import pytest
from lxml import etree

from translate_flow.formats.html import read, rebuild
from translate_flow.messages import say


def texts(page: str) -> list[str]:
    """What is offered of a page."""
    return [segment.text for segment in read(page.encode(), "pagina").segments]


def built(page: str, *targets: str) -> str:
    """The page with its segments, in order, replaced by targets, in English."""
    document = read(page.encode(), "pagina")
    keys = [segment.key for segment in document.segments]
    done = rebuild(page.encode(), document, dict(zip(keys, targets, strict=True)), language="en")
    return done.decode()


OFFERED = {
    "the whole page is kept from browsers": (
        '<html translate="no"><body class="notranslate"><p>Uno.',
        ["Uno."],
    ),
    "a passage is to be translated after all": (
        '<div translate="no"><p>No.<p translate="yes">Sí.</div>',
        ["Sí."],
    ),
    "a place on a map": ('<p>Uno<map name=m><area alt="Zona norte"></map>', ["Uno", "Zona norte"]),
    "the summary of a table": (
        '<table summary="Casos"><tr><th abbr="Año">Año del caso</table>',
        ["Casos", "Año", "Año del caso"],
    ),
    "details": ("<details><summary>Más</summary><p>Uno</details>", ["Más", "Uno"]),
    "words for those who listen": (
        '<p aria-description="Abre"><i aria-roledescription="carta">Uno</i> dos',
        ["Abre", "<i>Uno</i> dos", "carta"],
    ),
    "shared descriptions": (
        '<meta name="twitter:image:alt" content="Plaza"><meta property="og:site_name" content="Agua ya">',
        ["Plaza", "Agua ya"],
    ),
    "a place where a word may be parted": ("<p>pobla<wbr>ción de la sie&shy;rra", ["población de la sierra"]),
    "a comment in a word": ("<p>pobla<!-- x -->ción", ["población"]),
    "what editors leave": (
        '<p><span style="font-weight: 400;">La pobla</span><span style="font-weight:400">ción</span> va',
        ["La población va"],
    ),
    "a word parted at a line's end": ("<p>El agua fue exami-\n  nada hoy", ["El agua fue examinada hoy"]),
    "a letter-spaced word": ("<p><b>P R E S E N T E</b>", ["PRESENTE"]),
    "tags that end only to begin again": ("<p>La <b>pobla</b><b>ción</b> va", ["La <b>población</b> va"]),
    "tags of Word": (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><p>La <st1:place>sie</st1:place>rra<o:p></o:p> va',
        ["La sierra va"],
    ),
    "what is seen": ('<p>La <span style="color:red">roja</span> va', ["La <f1>roja</f1> va"]),
    "a passage in another language": (
        '<html lang="es"><p>Uno dos tres<p lang="qu">Huk iskay',
        ["Uno dos tres"],
    ),
    "words in another language": ('<html lang="es"><p>El <i lang="qu">ayllu</i> va', ["El <x1/> va"]),
    "a language that the words deny": (
        '<html lang="es"><p>Uno dos tres cuatro<p lang="en">La asamblea de los pueblos en la plaza de la ciudad',
        ["Uno dos tres cuatro", "La asamblea de los pueblos en la plaza de la ciudad"],
    ),
    "data for search engines": (
        '<script type="application/ld+json">{"headline": "Agua \\"ya\\"", "url": "uno dos"}</script><p>Uno',
        ['Agua "ya"', "Uno"],
    ),
    "a script": ('<script>x = {"headline": "no"}</script><p>Uno', ["Uno"]),
    "paragraphs of the classic editor": (
        "Uno\ndos.\n\nTres <b>cuatro</b>.\n<ul><li>Cinco</ul>\nSeis",
        ["Uno\ndos.", "Tres <b>cuatro</b>.", "Cinco", "Seis"],
    ),
    "shortcodes": (
        '[caption id="a" caption="Pie"]<img src="a"> Plaza llena[/caption]\n\nUno',
        ["Pie", "Plaza llena", "Uno"],
    ),
    "shortcodes of page builders": (
        "[vc_row][vc_column width=1]Uno[/vc_column][/vc_row]\n\n[quote]Dijo [sic] eso[/quote]\n\n[nota] Dos [sp_line]",
        ["Uno", "Dijo [sic] eso", "[nota] Dos"],
    ),
    "the link to the rest of a post": (
        '<!-- wp:more {"customText":"Ver más"} -->\n<!--more Ver todo-->\n<!-- /wp:more --><!-- more no --><p>Uno</p>',
        ["Ver más", "Ver todo", "Uno"],
    ),
    "what scripts and style sheets show": (
        '<a data-tooltip="Carta de mayo" data-id="no no">Uno</a> <i data-bs-title="Más">dos</i>'
        '<table><td data-label="Región:" data-text="rio-1">Tres</table><a data-caption="<b>no</b>" data-content="no">x</a>',
        ["<a1>Uno</a1> <f2>dos</f2>", "Carta de mayo", "Más", "Región:", "Tres", "x"],
    ),
    "brackets of prose": ("Dijo [sic] eso.\n\nUno", ["Dijo [sic] eso.", "Uno"]),
    "blocks of WordPress": (
        '<!-- wp:search {"label":"Buscar"} /-->\n<!-- wp:paragraph -->\n<p>Uno</p>\n<!-- /wp:paragraph -->',
        ["Buscar", "Uno"],
    ),
}


@pytest.mark.parametrize("what", OFFERED)
def test_what_is_seen_is_offered_whole(what: str) -> None:
    page, wanted = OFFERED[what]
    assert texts(page) == wanted
    assert rebuild(page.encode(), read(page.encode(), "p"), {}) == page.encode()


@pytest.mark.parametrize(
    "inner",
    [
        "<b>Uno</b><sup>2</sup><span>.</span>",
        "<span>Uno</span> dos <span>tres</span>",
        '<a href="#x">1</a><span> Nota</span>',
        "<b>po</b><b>za</b> va <span>ya</span>",
        '<img src="a"/><span><span>Uno</span></span> <span>dos <span lang="es">tres</span></span><br/>',
        "Va a <o:p>Lima</o:p>",
    ],
)
def test_no_tag_of_what_is_not_seen_stays_without_its_other_half(inner: str) -> None:
    page = f'<p xmlns:o="o">{inner}</p>'
    (segment,) = read(page.encode(), "p").segments
    etree.fromstring(built(page, f"X {segment.text}"))


def test_words_in_cdata_are_words_in_xhtml_alone() -> None:
    page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Uno <![CDATA[a < b & c]]></p></body></html>'
    assert texts(page) == ["Uno a < b & c"]
    assert "<p>One a &lt; b &amp; d</p>" in built(page, "One a < b & d")
    assert texts("<p>Uno <![CDATA[no]]></p>") == ["Uno"]


def test_the_items_of_a_list_of_word_are_items_without_their_signs() -> None:
    page = (
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]><span lang=ES>Agua</span></p>"
    )
    (segment,) = read(page.encode(), "p").segments
    assert (segment.kind, segment.level, segment.text) == ("item", 2, "Agua")
    assert built(page, "Water") == page.replace("Agua", "Water").replace("lang=ES", "lang=en")


def test_what_is_not_seen_and_must_not_be_lost_stands_behind_the_words() -> None:
    assert built("<p>La <!-- a -->po<!-- b -->za", "The well") == "<p>The well<!-- a --><!-- b -->"
    assert built("<p>pobla<wbr>ción</p>", "people") == "<p>people</p>"


XHTML = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="es" lang="es"><head><title>Uno</title><script src="a.js"/>
</head><body><a id="x"/><p>Dos</p><div/><textarea/><p>Tres</p></body></html>
"""


def test_xhtml_is_read_by_the_rules_of_xml() -> None:
    assert texts(XHTML) == ["Uno", "Dos", "Tres"]
    made = built(XHTML, "One", "Two", "Three")
    assert made == (
        XHTML.replace("Uno", "One").replace("Dos", "Two").replace("Tres", "Three").replace('"es"', '"en"')
    )


def test_without_a_declaration_the_rules_of_html_hold() -> None:
    assert texts("<p>Uno<textarea/><p>Dos</textarea><p>Tres") == [
        "Uno",
        "<p>Dos",
        "Tres",
    ]


def test_locale_and_linked_data_follow_the_language() -> None:
    page = (
        '<html lang="es"><meta property="og:locale" content="es_PE">'
        '<meta property="og:locale:alternate" content="en_GB"><meta property="og:locale:alternate" content="pt_BR">'
        '<script type="application/ld+json">{"inLanguage": "es-PE"}</script><p>Uno'
    )
    made = built(page, "One")
    assert '"og:locale" content="en_US"' in made and '"inLanguage": "en"' in made
    assert 'alternate" content="es_PE"' in made and 'alternate" content="pt_BR"' in made


def test_a_string_in_a_script_cannot_end_it() -> None:
    page = '<script type="application/ld+json">{"headline": "Agua"}</script><p>Uno'
    made = built(page, 'A "</script>" & --> b', "One")
    assert "</script><p>One" in made and made.count("</script>") == 1
    assert texts(made)[0] == 'A "</script>" & --> b'


def test_what_is_left_is_reported() -> None:
    page = (
        '<html lang="es"><p>Uno dos tres cuatro<p translate="no">Marca registrada<p lang="qu">Huk iskay'
        "<svg><text>Dibujo</text></svg><p>Fin"
    )
    assert [(say(one.what), one.places) for one in read(page.encode(), "p").omitted] == [
        ("1 passage marked as not to be translated (left as it is)", ("Marca registrada",)),
        ("1 text in a drawing (not read)", ("Dibujo",)),
        ("1 passage marked as being in another language (left as it is)", ("Huk iskay",)),
    ]


def test_what_scripts_and_readers_aloud_show_is_offered() -> None:
    body = (
        '<tarjeta-a><template shadowrootmode="open"><p>En la sombra</p></template></tarjeta-a>'
        "<template><li>Una fila</li></template><video>No se ve. <a href=v>Baje el archivo</a></video>"
        "<canvas>Doce casos</canvas><object data=a.pdf><p>Sin documento</p></object>"
    )
    assert texts(body) == [
        "En la sombra",
        "Una fila",
        "No se ve. <a1>Baje el archivo</a1>",
        "Doce casos",
        "Sin documento",
    ]
    assert texts('<img data-caption="Foto de la <em>marcha</em>" src=a>') == ["Foto de la <em>marcha</em>"]


def test_two_tags_that_look_the_same_cut_no_word() -> None:
    one, two = "font-size:11pt;white-space:pre-wrap", "font-size: 11pt; line-height: 1.4"
    body = f'<p>Dijo: <span style="{one}">la pobla</span><span style="{two}">ción espera</span> más.</p>'
    assert texts(body) == ["Dijo: <f1>la población espera</f1> más."]
    bold = body.replace("line-height: 1.4", "font-weight: 700")
    assert texts(bold) == ["Dijo: <f1>la pobla</f1><f2>ción espera</f2> más."]


@pytest.mark.parametrize(
    "quotation",
    [
        "“No nos van a callar. Ni un paso atrás”, dijo.",
        "No tenemos ni agua ni luz, ni dónde ir, dijo.",
        "No hay doctor en el centro de salud ni van a traer uno.",
    ],
)
def test_a_short_passage_is_not_lost_as_one_in_a_related_language(quotation: str) -> None:
    """Spanish and Catalan share most small words; what is left out is not seen by anybody."""
    page = (
        '<html lang="es"><head><title>Nota</title><meta name="description" content="Denuncian amenazas."></head>'
        f"<body><h1>Denuncian amenazas</h1><p>La presidenta habló ayer en la plaza.</p><p>{quotation}</p></body></html>"
    )
    document = read(page.encode(), "pagina")
    assert quotation in [segment.text for segment in document.segments]
    assert not document.omitted


def test_a_passage_that_is_marked_wrongly_is_known_by_its_words() -> None:
    told = "A comunidade não aceita que os acordos assinados pelo Governo não sejam cumpridos."
    own = "La comunidad no acepta que se incumplan los acuerdos que firmó el Gobierno con las familias en la plaza."
    page = (
        '<html lang="es"><head><title>Nota</title><meta name="description" content="Denuncian amenazas."></head>'
        f"<body><p>{own}</p><p>{told}</p></body></html>"
    )
    document = read(page.encode(), "pagina")
    assert told not in [segment.text for segment in document.segments]
    assert [one.count for one in document.omitted] == [1]
