"""Settings, plans, what is published about a statement, front matter, signatories, templates: files that people type.

Broken in any way they are read as far as they can be, or refused in one line; and reading takes as long as they are.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Template

from translate_flow.errors import BuildError, ReadError, TranslateFlowError
from translate_flow.flow.build import build
from translate_flow.flow.intake.init import init
from translate_flow.flow.planning.plans import parse_due, read
from translate_flow.formats import format_for
from translate_flow.frontmatter import front_matter
from translate_flow.pages import render
from translate_flow.signatories.forms import answers
from translate_flow.signatories.table import parse_signatories
from translate_flow.workspace import Workspace

from ..growth import grows_too_fast

EDITS = 400
"""Broken files of each kind."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    place = tmp_path_factory.mktemp("typed")
    init(place, "es", ("en",))
    (place / "plans").mkdir(exist_ok=True)
    return Workspace.load(place)


def settings(workspace: Workspace, data: bytes) -> None:
    (workspace.root / "translate-flow.toml").write_bytes(data)
    Workspace.load(workspace.root)


def plan(workspace: Workspace, data: bytes) -> None:
    path = workspace.plans / "a.toml"
    path.write_bytes(data)
    read(workspace, path)


def statement(file: str) -> Callable[[Workspace, bytes], None]:
    def read_it(_: Workspace, data: bytes) -> None:
        form = format_for(file)
        form.marks(data, file)
        form.document(data, file)

    return read_it


Reader = Callable[[Workspace, bytes], object]
KINDS: dict[str, tuple[Reader, str]] = {
    "settings": (
        settings,
        '[languages]\nsource = "es"\ntargets = ["en"]\n[privacy]\nconfidential = ["a*"]\n[memory]\nthreshold = 75\n'
        '[statements."a.es.md"]\nengines = ["fake"]\n',
    ),
    "plan": (
        plan,
        '# plan\n\n[en]\n\ntranslator = "Ana"\n\ndue = "2026-03-08 18:00 America/Lima"\n\npriority = "high"\n\n'
        'note = "a \\u00e1"\n\narchived = false\n',
    ),
    "about": (
        lambda _, data: front_matter(f"---\n{data.decode('utf-8', 'replace')}\n---\n"),
        'date: 2024-05-05\nplace: Lima\nissuers: [Red, "CNDDHH"]\nlicence: CC BY 4.0\n',
    ),
    "YAML head": (
        statement("a.es.md"),
        '---\ntitle: "Título"\nissuers:\n  - Red\n  - {name: Ana, x: [1, 2]}\nabout: >\n  Una\n&a b: *a\n---\n# Hola\n\nUna.\n',
    ),
    "TOML head": (
        statement("a.es.md"),
        '+++\ntitle = "Título"\ndate = 2024-05-05T10:00:00-05:00\n[extra]\nx = ["a", 1]\n+++\n# Hola\n\nUna voz.\n',
    ),
    "JSON head": (statement("a.es.md"), '{\n "title": "T\\u00edtulo", "x": [1, {"y": null}]\n}\n# Hola\n'),
    "head of plain text": (statement("a.es.txt"), "---\ntitle: Título\n---\nConfidencial: no\n\nUna voz.\n"),
    "signatories": (
        lambda _, data: parse_signatories(data, "a.csv"),
        'organisation,place,country,language,link,date\n"Red, Muqui",Lima,Perú,es,https://a.org,2024-05-05\nB,,,,,\n',
    ),
    "form": (
        lambda _, data: answers(data, "a.csv"),
        "Marca temporal,Organización,Correo,País\n05/06/2024 10:00:00,Red Muqui,a@b.org,Perú\n",
    ),
    "template": (
        lambda _, data: render("page.html", {"page.html": data.decode("utf-8", "replace")}, x="a"),
        "<p>{% for a in [1, 2] %}{% if a %}{{ x|upper }}{% endif %}{% endfor %}{# b #}</p>\n",
    ),
}
BITS = (
    *(bit.encode() for bit in "\" ' [ ] { } \n \r \t \0 = : - & * | > % {% {{ }} #} --- +++ !!int <<<<<<< \x1b".split(" ")),
    *(b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\\ud800", b"\\u0000", b'"""', b"9999-99-99", b"00:00:60", b"inf", b"1e999"),
    *(b"1" * 5000, b"0x" + b"f" * 6000, b"[" * 3000, b"{a: " * 500, b"&a [*a]", b"<: *x"),
)  # fmt: skip


def broken(data: bytes, chance: random.Random) -> bytes:
    """The file after a few slips: something put in, taken out, doubled, cut off."""
    for _ in range(chance.choice([1, 1, 1, 2, 4])):
        begin = chance.randrange(len(data) + 1)
        end = min(len(data), begin + chance.randrange(1, 12))
        edit = chance.randrange(6)
        if edit == 0:
            data = data[:begin] + chance.choice(BITS) + data[begin:]
        elif edit == 1:
            data = data[:begin] + data[end:]
        elif edit == 2:
            data = data[:begin] + chance.choice(BITS) + data[end:]
        elif edit == 3:
            data = data[:end] + data[begin:]
        elif edit == 4:
            data = data[:begin] + bytes([chance.randrange(256)]) + data[begin + 1 :]
        else:
            data = data[:begin]
    return data


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_was_typed_is_read_or_refused(kind: str, workspace: Workspace) -> None:
    reader, text = KINDS[kind]
    reader(workspace, text.encode())
    chance = random.Random(kind)
    for bit in BITS:
        for place in (0, len(text) // 2, len(text)):
            whole = text[:place].encode() + bit + text[place:].encode()
            _read_or_refused(reader, workspace, whole)
    for _ in range(EDITS):
        _read_or_refused(reader, workspace, broken(text.encode(), chance))


def _read_or_refused(reader: Reader, workspace: Workspace, data: bytes) -> None:
    try:
        reader(workspace, data)
    except TranslateFlowError as error:
        assert "\n" not in str(error)
    except Exception as error:
        raise AssertionError(data[:300]) from error


LINES: dict[str, tuple[Reader, str, str]] = {
    "unknown keys of a plan": (plan, "[en]\n", "k{n} = 1\n"),
    "unknown languages of a plan": (plan, "", "[l{n}]\nnote = 'a'\n"),
    "long note": (plan, "[en]\nnote = '''", "voz [\n"),
    "confidential names": (settings, "[privacy]\nconfidential = [", '"a{n}.es.md",'),
    "rows of signatories": (lambda _, data: parse_signatories(data, "a.csv"), "organisation,place\n", "Red {n},Lima\n"),
    "columns of signatories": (lambda _, data: parse_signatories(data, "a.csv"), "organisation", ",place"),
    "rows of a form": (lambda _, data: answers(data, "a.csv"), "Organización,Correo\n", "Red {n},a@b.org\n"),
    "a template's loops": (
        lambda _, data: render("page.html", {"page.html": data.decode()}), "", "{% for a in [1] %}{{ a }}{% endfor %}"
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", LINES)
def test_reading_takes_as_long_as_the_file_is(kind: str, workspace: Workspace) -> None:
    reader, begin, line = LINES[kind]
    end = {"long note": "'''\n", "confidential names": "]\n"}.get(kind, "")

    def made(size: int) -> bytes:
        return (begin + "".join(line.replace("{n}", str(n)) for n in range(size)) + end).encode()

    def act(data: bytes) -> None:
        try:
            reader(workspace, data)
        except TranslateFlowError:
            return

    assert not grows_too_fast(act, made, 300)


@pytest.mark.parametrize("sign", [" ", "a", "a/", "a ", "\t", "2024 "])
def test_a_time_of_any_length_is_refused_at_once(sign: str) -> None:
    def act(text: str) -> None:
        with pytest.raises(TranslateFlowError):
            parse_due(text)

    assert not grows_too_fast(act, lambda size: f"x{sign * size}\0", 500)


@pytest.mark.parametrize(
    "template",
    ['{% include "page.html" %}', '{% extends "page.html" %}', "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{{" + "(" * 5000],
)  # fmt: skip
def test_a_template_without_end_is_one_line(template: str) -> None:
    with pytest.raises(BuildError, match=r"templates/page\.html: it contains itself"):
        render("page.html", {"page.html": template})


ROUND = "{% for a in range(900) %}{% for b in range(900) %}{% for c in range(900) %}{{ c }}{% endfor %}{% endfor %}{% endfor %}"
TWICE = "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(90) }}"


@pytest.mark.parametrize(
    "own",
    [
        {"page.html": ROUND},
        {"page.html": "{% set x %}" + ROUND + "{% endset %}"},
        {"page.html": TWICE},
        {"page.html": "{% for a in range(900) recursive %}{{ loop(range(900)) }}{% endfor %}"},
        {"page.html": "{% for a in range(900) %}{% for b in range(900) if false %}{% endfor %}{% endfor %}"},
        {"page.html": '{% if n is not defined or n > 0 %}{% with n = 90 if n is not defined else n - 1 %}{% include "a" %}{% include "a" %}{% endwith %}{% endif %}',
         "a": '{% if n > 0 %}{% with n = n - 1 %}{% include "a" %}{% include "a" %}{% endwith %}{% endif %}'},
        {"page.html": "{{ 'a' * 10 ** 12 }}"},
        {"page.html": "{{ 7 ** 9999999999 }}"},
        {"page.html": "{% set s = namespace(x=7) %}{% for i in range(99) %}{% set s.x = s.x * s.x %}{% endfor %}"},
        {"page.html": "{{ ([1] * 99999999 * 99)|length }}"},
    ],
)  # fmt: skip
def test_a_template_whose_loops_and_calls_are_too_many_is_one_line(
    own: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each would go on for years, or take all memory."""
    monkeypatch.setattr("translate_flow.pages.bounded.STEPS", 10_000)
    with pytest.raises(BuildError, match=r"templates/page\.html: it contains itself, does not end"):
        render("page.html", own)


def test_a_template_with_what_pages_need_is_filled_in() -> None:
    """Loops that know where they are, recursive ones, conditions, products: counting changes nothing."""
    own = (
        "{% for row in rows if (row is not number) recursive %}{{ loop.index }}/{{ loop.length }}{{ '-' * 2 }}"
        "{{ loop(row) if row is not string }}{% else %}none{% endfor %} {{ 3 * 4 ** 2 }} {{ '%s' * 2 % (1, 2) }}"
    )
    rows = ["a", [], ["b"]]
    assert render("page.html", {"page.html": own}, rows=rows) == Template(own).render(rows=rows)


@pytest.mark.parametrize(
    "file", ["templates/page.css", "statements/a.about.yaml", "statements/a.signatories.csv"]
)
def test_what_is_published_comes_from_no_link_that_leads_outside(file: str, tmp_path: Path) -> None:
    place = tmp_path / "w"
    init(place, "es", ("en",))
    workspace = Workspace.load(place)
    (place / "statements" / "a.es.md").write_text("# Hola\n", "utf-8")
    from translate_flow.cli import run

    assert run(["add", "-C", str(place)]) == 0
    (tmp_path / "mine").write_text("organisation\nMi secreto\n", "utf-8")
    (place / file).parent.mkdir(exist_ok=True)
    (place / file).symlink_to(tmp_path / "mine")
    with pytest.raises((BuildError, ReadError), match=f"{file}: is a link that leads outside"):
        build(Workspace.load(workspace.root), ["a"], "en", ["page-html"], drafts=True)
