"""Front matter in its three kinds: what each key holds, and where the value stands."""

from __future__ import annotations

import json
import tomllib

import pytest
import yaml

from translate_flow.formats import load
from translate_flow.frontmatter import front_matter
from translate_flow.frontmatter.write import written_value

from .growth import grows_too_fast

HEADS = {
    "yaml": '---\n# nota\ntitle: "Agua: \\"ya\\""  # fin\nfecha: 2024-05-03\nlista: [a, b]\n---\nTexto.\n',
    "toml": "+++\ntitle = 'Agua'  # fin\nfecha = 2024-05-03\nlista = [\"a\", \"b\"]\n[extra]\ntitle = 'no'\n+++\nTexto.\n",
    "json": '{\n  "title": "Agua: \\u00a1ya!",\n  "fecha": "2024-05-03",\n  "lista": ["a", "b"]\n}\nTexto.\n',
}


@pytest.mark.parametrize("kind", HEADS)
def test_each_kind_tells_its_values_and_where_they_stand(kind: str) -> None:
    text = HEADS[kind]
    front = front_matter(text)
    assert (front.kind, front.trouble, text[front.end :]) == (kind, None, "Texto.\n")
    title = front.one("title")
    assert title is not None and text[title.start : title.end][0] in "\"'"
    assert front.meta["fecha"] == "2024-05-03" and "lista" not in front.meta
    assert [v.text for v in front.values if v.path[:1] == ("lista",)] == [None, "a", "b"]


@pytest.mark.parametrize("kind", HEADS)
@pytest.mark.parametrize("new", ["Water", 'Water: "now" \\ then', "Don't", "true", "{a}"])
def test_a_new_title_is_read_back_as_it_was_written(kind: str, new: str) -> None:
    text = HEADS[kind]
    title = front_matter(text).one("title")
    assert title is not None
    made = text[: title.start] + written_value(new, text[title.start : title.end], kind) + text[title.end :]
    again = front_matter(made)
    assert again.meta["title"] == new
    body = made[: again.end].strip().strip("-+")
    read = {"yaml": yaml.safe_load, "toml": tomllib.loads, "json": json.loads}[kind](body)
    assert read["title"] == new


def test_a_key_that_may_be_a_setting_is_a_text_if_it_has_several_words() -> None:
    text = "---\ncaja:\n  text: Agua para todos\n  label: azul\n  btn-label: Lea la carta\n---\nTexto.\n"
    assert [v.text for v in front_matter(text).texts] == ["Agua para todos", "Lea la carta"]


@pytest.mark.parametrize("form", ["markdown", "plain"])
@pytest.mark.parametrize("kind", HEADS)
def test_markdown_and_plain_text_read_it_alike(form: str, kind: str) -> None:
    data = HEADS[kind].encode()
    document = load(form).read(data, "carta")
    title, *others, text = document.segments
    assert [s.text for s in others] == (["no"] if kind == "toml" else [])
    assert title.text.startswith("Agua") and text.text == "Texto." and document.title == title.text
    made = load(form).rebuild(data, document, {title.key: "Water", text.key: "Text."}).decode()
    assert front_matter(made).meta["title"] == "Water" and made.endswith("Text.\n")
    assert made.replace("Text.", "Texto.").splitlines()[-1] == "Texto."
    assert load(form).rebuild(data, document, {s.key: s.text for s in document.segments}) == data


def test_what_cannot_be_read_is_named_with_its_line_and_told() -> None:
    text = "---\ntitle: Carta\nlema: uno: dos\n---\nTexto.\n"
    assert str(front_matter(text).trouble) == "line 3: mapping values are not allowed in this context"
    document = load("markdown").read(text.encode(), "carta")
    assert [s.text for s in document.segments] == ["Texto."]
    assert "line 3" in str(document.notices[0])


def test_drawn_lines_in_a_plain_text_are_not_its_fences() -> None:
    document = load("plain").read(b"---\nUno va.\n---\n\nDos van.\n", "carta")
    assert [s.text for s in document.segments] == ["Uno va.", "Dos van."]


def test_a_key_that_stands_twice_is_kept_twice_and_a_reference_is_followed() -> None:
    front = front_matter("---\na: &x uno\na: dos\nb: *x\n*x : tres\n---\n")
    assert [(v.path, v.text, v.clear) for v in front.values] == [
        (("a",), "uno", True),
        (("a",), "dos", True),
        (("b",), "uno", False),
        (("uno",), "tres", True),
    ]


@pytest.mark.parametrize(
    ("begin", "unit"), [("a: ", "["), ("a: &a [x]\n", "b: [*a, *a]\n"), ("", "? "), ('"', "\\x")]
)
def test_no_front_matter_takes_longer_than_its_length_explains(begin: str, unit: str) -> None:
    def read(body: str) -> None:
        front_matter(f"---\n{body}\n---\nTexto.\n")
        front_matter(f"+++\n{body}\n+++\nTexto.\n")
        front_matter(f'{{"a": {body}\n}}\nTexto.\n')

    assert not grows_too_fast(read, lambda size: begin + unit * size, 1000)


def test_texts_deep_in_json_are_offered_and_written_in_their_places() -> None:
    text = '{\n  "title": "Agua",\n  "params": {"description": "El río", "seo": [{"title": "Ríos"}]},\n  "n": 1\n}\nTexto.\n'
    found = front_matter(text)
    assert [(value.path, value.text) for value in found.texts] == [
        (("title",), "Agua"),
        (("params", "description"), "El río"),
        (("params", "seo", "", "title"), "Ríos"),
    ]
    assert [text[value.start : value.end] for value in found.texts] == ['"Agua"', '"El río"', '"Ríos"']
    assert front_matter('{"a": ' + "[" * 100_000 + "\n}\n").texts == ()
