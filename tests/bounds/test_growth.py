"""No command's work grows with the square of what a statement holds, however odd that is.

Processor time of one size, twice and four times as much. A busy machine may spoil one measurement, hardly
three; what grows with the square takes sixteen times as long, and is far over the bound on any machine.
"""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from translate_flow import formats
from translate_flow.cli import run
from translate_flow.drafting.protect import protect
from translate_flow.drafting.restore import restore
from translate_flow.errors import ReadError
from translate_flow.review.diff import diff
from translate_flow.review.scores import stretches

FLOOR = 0.2
"""Seconds of processor time below which a command is quick however it grows: imports, reading the glossary."""
STEPS = (
    ["add"],
    ["draft", "--engine", "fake"],
    ["check"],
    ["diff", "--format", "json", "x"],
    ["build", "--drafts"],
)


def slow(at: Callable[[int], float], size: int) -> str:
    """What shows that the time `at(size)` grows too fast, as the best of three tries; empty if it does not."""
    said = ""
    for _ in range(3):
        one, two, four = (max(at(factor * size), FLOOR) for factor in (1, 2, 4))
        if four < 8 * one or four < 3 * two:
            return ""
        said = f"{one:.2f} s, {two:.2f} s, {four:.2f} s"
    return said


def timed(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


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
    "nested lists": ("x.es.html", lambda n: _page("<ul><li>una voz" * n), 500),
    "nested tables": ("x.es.html", lambda n: _page("<table><tr><td>una voz" * n), 500),
    "marks in marks": ("x.es.html", lambda n: _page(f"<p>{'<b><i>una</i></b> ' * n}</p>"), 1000),
    "bold runs": ("x.es.docx", lambda n: _docx((_run("una", bold=True) + _run("voz")) * n), 800),
}


@pytest.mark.parametrize("kind", KINDS)
def test_no_command_grows_with_the_square(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, make, size = KINDS[kind]
    taken: dict[tuple[int, str], float] = {}
    tries = 0

    def all_steps(amount: int) -> None:
        nonlocal tries
        tries += 1
        folder = tmp_path / str(tries)
        assert run(["init", str(folder)]) == 0
        (folder / "statements" / file).write_bytes(make(amount))
        monkeypatch.chdir(folder)
        for step in STEPS:
            begun = time.process_time()
            assert run(list(step)) in (0, 1, 3), (kind, step)
            taken[amount, step[0]] = time.process_time() - begun

    all_steps(size // 4)  # imports
    for _ in range(3):
        for factor in (1, 2, 4):
            all_steps(factor * size)
        found = {
            name: slow(lambda amount, name=name: taken[amount, name], size)  # type: ignore[misc]
            for name in (step[0] for step in STEPS)
        }
        found = {name: said for name, said in found.items() if said}
        if not found:
            return
    assert not found, (kind, found)


@pytest.mark.parametrize(
    "unit", ["[^", "a-", "**a** ", "[a](b) ", "Ana Ruiz ", "http://a.b/c ", "1.234 ", "(a) "]
)
def test_holding_and_putting_back_grow_with_the_text(unit: str) -> None:
    def both(size: int) -> None:
        text = unit * (size // len(unit))
        held = protect(text, [])
        assert restore(held, held.text).text == text

    assert not slow(lambda size: timed(lambda: both(size)), 10_000), unit


def _words(count: int, seed: int, words: int) -> list[str]:
    chance = random.Random(seed)
    return [f"w{chance.randrange(words)}" for _ in range(count)]


@pytest.mark.parametrize("words", [20, 4000])
@pytest.mark.parametrize("kept", [0.0, 0.7])
def test_comparing_two_texts_grows_with_their_words(words: int, kept: float) -> None:
    def compare(count: int) -> None:
        left, new = _words(count, 1, words), _words(count, 2, words)
        chance = random.Random(3)
        right = [a if chance.random() < kept else b for a, b in zip(left, new, strict=True)]
        pieces = diff(" ".join(left), " ".join(right))
        assert "".join(p.text for p in pieces if p.op != "insert") == " ".join(left)
        parts = stretches(" ".join(left), " ".join(right))
        assert max(len(side.split()) for pair in parts for side in pair) < 500

    assert not slow(lambda count: timed(lambda: compare(count)), 5000)


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
