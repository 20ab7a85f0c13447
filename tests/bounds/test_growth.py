"""No command's work grows with the square of what a statement holds, however odd that is."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from translate_flow import checks, formats
from translate_flow.catalogue.journal import Journal
from translate_flow.cli import run
from translate_flow.drafting.protect import protect
from translate_flow.drafting.restore import restore
from translate_flow.errors import ReadError
from translate_flow.model import Edition
from translate_flow.review.diff import diff
from translate_flow.review.scores import stretches

from ..checks.statement import edition, glossary
from ..growth import grow_too_fast, grows_too_fast, timed

STEPS = (
    ["add"],
    ["draft", "--engine", "fake"],
    ["check"],
    ["diff", "--format", "json", "x"],
    ["build", "--drafts"],
)


def _page(inner: str) -> bytes:
    return f"<html><body><p>Hola a todas.</p>{inner}</body></html>".encode()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def _docx(runs: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELS)
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_W}"><w:body><w:p>{runs}</w:p></w:body></w:document>',
        )
    return out.getvalue()


def _run(text: str, bold: bool = False) -> str:
    marks = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{text} </w:t></w:r>'


KINDS: dict[str, tuple[str, Callable[[int], bytes], int]] = {
    "open notes": ("x.es.md", lambda n: f"Hola {'[^' * n} fin.\n".encode(), 5000),
    "open links": ("x.es.md", lambda n: f"Hola {'![a](' * n} fin.\n".encode(), 2000),
    "bold words": ("x.es.md", lambda n: f"Hola {'**a** ' * n} fin.\n".encode(), 500),
    "letters with hyphens": ("x.es.md", lambda n: f"Hola {'a-' * n} fin.\n".encode(), 5000),
    "addresses": ("x.es.txt", lambda n: f"Hola {'http://a.b/c ' * n} fin.\n".encode(), 1000),
    "names": (
        "x.es.txt",
        lambda n: f"Hola {'Puno y la Red Muqui dicen N.º 30364. ' * n} fin.\n".encode(),
        500,
    ),
    "nested lists": ("x.es.html", lambda n: _page("<ul><li>una voz" * n), 500),
    "nested tables": ("x.es.html", lambda n: _page("<table><tr><td>una voz" * n), 500),
    "marks in marks": ("x.es.html", lambda n: _page(f"<p>{'<b><i>una</i></b> ' * n}</p>"), 1000),
    "bold runs": ("x.es.docx", lambda n: _docx((_run("una", bold=True) + _run("voz")) * n), 800),
}


LONG = "0" * 60
READERS = {
    "comments never closed": ("x.es.md", f"<!-- {LONG}\n"),
    "code never closed": ("x.es.md", f"<code>{LONG}\n"),
    "signs of tags": ("x.es.md", f"<a <b {LONG}\n"),
    "lines of form feeds": ("x.es.md", "\x0c\n"),
    "lines of line separators": ("x.es.md", "\u2028\n"),
    "comments in a page": ("x.es.html", "<!-- <meta -->\n"),
    "keys in a text's head": ("x.es.txt", "Confidencial: no\n"),
}


@pytest.mark.parametrize("shape", READERS)
def test_no_reader_grows_with_the_square(shape: str) -> None:
    file, unit = READERS[shape]
    form = formats.format_for(file)

    def read(data: bytes) -> None:
        form.marks(data, file)
        form.document(data, file)

    # Another text each time: a reader may remember the last ones.
    serial = count()
    assert not grows_too_fast(read, lambda size: f"Hola {next(serial)}.\n\n{unit * size}".encode(), 1000)


def test_the_marks_of_a_merge_in_a_journal_are_found_in_one_pass(tmp_path: Path) -> None:
    assert not grows_too_fast(
        lambda data: Journal.read(data, tmp_path), lambda size: b"<<<<<<< HEAD\n" * size, 2000
    )


@pytest.mark.parametrize("kind", KINDS)
def test_no_command_grows_with_the_square(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, make, size = KINDS[kind]
    folders = (tmp_path / str(number) for number in count())

    def all_steps(amount: int) -> dict[str, float]:
        folder = next(folders)
        assert run(["init", str(folder)]) == 0
        (folder / "statements" / file).write_bytes(make(amount))
        monkeypatch.chdir(folder)
        return {step[0]: timed(lambda step=step: one_step(step)) for step in STEPS}  # type: ignore[misc]

    def one_step(step: list[str]) -> None:
        assert run(list(step)) in (0, 1, 3), (kind, step)

    assert not grow_too_fast(all_steps, size // 2)


@pytest.mark.parametrize(
    "unit", ["[^", "a-", "**a** ", "[a](b) ", "Ana Ruiz ", "http://a.b/c ", "1.234 ", "(a) "]
)
def test_holding_and_putting_back_grow_with_the_text(unit: str) -> None:
    def both(text: str) -> None:
        held = protect(text, [])
        assert restore(held, held.text).text == text

    assert not grows_too_fast(both, lambda size: unit * (size // len(unit)), 5_000)


def _words(count: int, seed: int, words: int) -> list[str]:
    chance = random.Random(seed)
    return [f"w{chance.randrange(words)}" for _ in range(count)]


@pytest.mark.parametrize("words", [20, 4000])
@pytest.mark.parametrize("kept", [0.0, 0.7])
def test_comparing_two_texts_grows_with_their_words(words: int, kept: float) -> None:
    def compare(texts: tuple[list[str], list[str]]) -> None:
        left, right = texts
        pieces = diff(" ".join(left), " ".join(right))
        assert "".join(p.text for p in pieces if p.op != "insert") == " ".join(left)
        parts = stretches(" ".join(left), " ".join(right))
        assert max(len(side.split()) for pair in parts for side in pair) < 500

    def texts(count: int) -> tuple[list[str], list[str]]:
        left, new = _words(count, 1, words), _words(count, 2, words)
        chance = random.Random(3)
        return left, [a if chance.random() < kept else b for a, b in zip(left, new, strict=True)]

    assert not grows_too_fast(compare, texts, 15_000)


def test_a_statement_of_too_many_segments_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "work"
    assert run(["init", str(folder)]) == 0
    source = folder / "statements" / "x.es.txt"
    source.write_text("".join(f"La madre {n} habló.\n\n" for n in range(4)))
    monkeypatch.chdir(folder)
    assert run(["add"]) == 0
    monkeypatch.setattr(formats, "MOST_SEGMENTS", 3)
    capsys.readouterr()
    for command in (["add"], ["build", "--drafts"]):
        assert run(command) == 3
        said = capsys.readouterr().err
        assert "x.es.txt: has 4 segments; a statement can have at most 3: split the file" in said
        assert said.count("\n") == 1
    assert run(["status"]) == 0
    with pytest.raises(ReadError):
        formats.load("plain").document(source.read_bytes(), "x.es.txt")


PARAGRAPHS = {
    "measures": ("Son {n} km en {n} días ({n} mi). ", "It is {n} km in {n} days ({n} mi). "),
    "measures on one side": ("Son {n} km, S/ {n} mil y US$ 5. ", "{n} long, {n} soles and 5 euros. "),
    "parts": ("El {n} %, la mitad y {n} de cada 10. ", "The {n} %, a third and {n} out of 10. "),
    "figures": ("Hubo un hombre y {n} casos el 3 de mayo. ", "There were three men and 7, 7 on June 3. "),
    "sentences": ("La plaza quedó llena {n}. No fue {n}. ", "La plaza quedó, {n}. It barely it it was {n}. "),
    "names": ("La región Azul{n} y Ana Ruiz{n} hablan. ", "The region Azul{n} and Luis Ruiz speak. "),
    "marks": (
        "«Hola [la nota](http://a.b/{n}), a{n}@b.org. ",
        "“Hi [[ ) [it](http://a.b/c{n}), b{n}@c.org. ",
    ),
}


@pytest.mark.parametrize("kind", PARAGRAPHS)
def test_checking_one_paragraph_grows_with_its_words(kind: str) -> None:
    def pair(size: int) -> Edition:
        source, target = ("".join(text.format(n=n) for n in range(size)) for text in PARAGRAPHS[kind])
        return edition((source, target))

    assert not grows_too_fast(lambda made: checks.run(made, glossary()), pair, 500)
