"""Markdown that programs read otherwise than by the letter of CommonMark, and what a real reader shows of it."""

from __future__ import annotations

from translate_flow.formats.markdown import MARKDOWN


def texts(source: str) -> list[str]:
    return [segment.text for segment in MARKDOWN.read(source.encode(), "a.md").segments]


def built(source: str, old: str, new: str) -> str:
    data = source.encode()
    document = MARKDOWN.read(data, "a.md")
    changed = {s.key: s.text.replace(old, new) for s in document.segments}
    return MARKDOWN.rebuild(data, document, changed, language="en").decode()


def test_an_item_far_behind_its_mark_is_text_and_no_code() -> None:
    source = "Vea:\n\n*     [Ríos](rio)\n*     Lagos\n\n1.       Primero\n\n        código\n"
    assert texts(source) == ["Vea:", "[Ríos](rio)", "Lagos", "Primero"]
    assert built(source, "Lagos", "Lakes") == source.replace("Lagos", "Lakes")


def test_a_rule_and_a_paragraph_at_the_head_of_a_file_are_no_front_matter() -> None:
    source = "---\n\nComunicado de la red, y de nadie más.\n\n---\n\nExigimos agua.\n"
    assert texts(source) == ["Comunicado de la red, y de nadie más.", "Exigimos agua."]
    assert built(source, "agua", "water") == source.replace("agua", "water")
    for head in (
        "# sin nada\n",
        "title: Agua\n",
        "- uno: dos\n",
        "{a: b}\n",
        '"el año": 3\n',
        "texto largo: sí\n",
    ):
        assert texts(f"---\n{head}---\n\nFin.\n")[-1:] == ["Fin."]
        assert "sin nada" not in texts(f"---\n{head}---\n\nFin.\n")


def test_letters_written_as_references_are_letters_in_front_matter_too() -> None:
    source = "---\ntitle: El c&oacute;digo\n---\n\nFin.\n"
    assert texts(source)[0] == "El código"
    assert built(source, "Fin", "End") == source.replace("Fin", "End")
    assert built(source, "El código", "The code") == source.replace("El c&oacute;digo", "The code")


def test_a_picture_with_its_link_in_tags_is_offered_by_its_words_alone() -> None:
    source = 'Uno.\n\n<a href="x"><img src="a.png" alt="Mapa del valle"></a>\n\n> <img src="b" title="Dos">\n'
    assert texts(source) == ["Uno.", "Mapa del valle", "Dos"]
    assert built(source, "Mapa del valle", "Map") == source.replace("Mapa del valle", "Map")


def test_a_tag_broken_over_lines_stays_a_tag() -> None:
    source = (
        'Vea:\n\n<a href="https://ejemplo.org/actas/2024"\nclass="grande">\nel acta de la reunión\n</a>\n'
    )
    made = built(source, "el acta de la reunión", "the minutes of the meeting")
    assert '\n<a href="https://ejemplo.org/actas/2024" class="grande"> the minutes' in made
    assert texts(made)[1] == texts(source)[1].replace("el acta de la reunión", "the minutes of the meeting")


def test_tabs_of_vuepress_stay_lines_and_their_names_are_offered() -> None:
    source = (
        "::: tabs\n@tab Primera vez\nUno dos.\n@tab:active Segunda#dos\nTres.\n:::\n\nEscriba a @tabla.\n"
    )
    assert texts(source) == ["Primera vez", "Uno dos.", "Segunda", "Tres.", "Escriba a @tabla."]
    assert built(source, "Uno dos.", "One two.") == source.replace("Uno dos.", "One two.")


def test_a_remark_of_liquid_on_one_line_is_not_offered() -> None:
    assert texts(
        "{% comment %}Oculto{% endcomment %}\n\n{%- comment -%} No {%- endcomment -%}\n\nFin.\n"
    ) == ["Fin."]
    assert texts("{% if a %}Visible{% endif %} y más.\n") == ["{% if a %}Visible{% endif %} y más."]


def test_an_image_with_attributes_is_offered_by_its_words() -> None:
    source = (
        'Uno.\n\n![Casos en Puno](a.png){#fig-uno fig-alt="Barras por mes" width=30}\n\n![](b.png){.ancho}\n'
    )
    assert texts(source) == ["Uno.", "Casos en Puno", "Barras por mes"]
    assert built(source, "Barras", "Bars") == source.replace("Barras", "Bars")
    assert built(source, "Casos", "Cases") == source.replace("Casos", "Cases")
