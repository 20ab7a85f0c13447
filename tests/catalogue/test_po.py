"""PO files: what msgcat writes, what msgfmt accepts, and nothing lost on the way there and back."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.catalogue import (
    Catalogue,
    Entry,
    _any,
    _by_polib,
    _mostly_plain,
    parse,
    plain,
    standard_header,
)
from translate_flow.catalogue.reading import as_usual
from translate_flow.errors import CatalogueError
from translate_flow.model import Kind

from ..needs import need

HEADER = standard_header(
    {},
    {
        "Language": "en",
        "PO-Revision-Date": "2023-01-12 10:00+0000",
        "Last-Translator": "translator",
        "X-Source": "statements/a.es.md",
        "X-Source-Hash": "00",
    },
)
ENTRIES = (
    Entry("0a1b2c3d", 'Un "título" con \\ y\ttabulador', 'A "title"', Kind.TITLE, note="level 1"),
    Entry(
        "0a1b2c3d-2", "Dos\nlíneas", "Two\nlines", fuzzy=True, previous="Antes\nasí", comment="to ask\nabout"
    ),
    Entry("11111111", "palabra " * 80 + "fin", "", Kind.ITEM, flags=("no-wrap",)),
    Entry("22222222", "Red Muqui", "Red Muqui", Kind.NAME),
)
GONE = (Entry("33333333", "Se fue", "Gone", obsolete=True),)

# Control characters never come out of the readers; everything else may.
ODD = [
    '"',
    "\\",
    "\n",
    "\n\n",
    "#",
    "#~ ",
    "#, fuzzy\n",
    "#. ",
    '#| msgid "x"\n',
    '"x"\n',
    "msgid ",
    " ",
    "\t",
]
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1
) | st.text(st.sampled_from('ab\\n"\t\n#~|,. ñ“”'), min_size=1)


def full(path: Path = Path("x.po")) -> Catalogue:
    return Catalogue(path, HEADER, ENTRIES, GONE, "Statements of the network")


def test_written_and_read_again_nothing_is_lost(tmp_path: Path) -> None:
    full(tmp_path / "x.po").save()
    again = Catalogue.load(tmp_path / "x.po")
    assert again.entries == ENTRIES
    assert [(e.key, e.source, e.target, e.obsolete) for e in again.obsolete] == [
        ("33333333", "Se fue", "Gone", True)
    ]
    assert (dict(again.header), again.head_comment) == (HEADER, "Statements of the network")
    assert again.to_bytes() == full().to_bytes()


@given(TEXT, st.just("") | TEXT, st.just("") | TEXT, st.booleans(), st.sampled_from(Kind))
def test_entries_written_the_short_way_are_what_polib_writes(
    source: str, target: str, note: str, fuzzy: bool, kind: Kind
) -> None:
    entry = Entry("0a1b2c3d", source, target, kind, fuzzy=fuzzy, note=note)
    short = plain.written(entry)
    assert short in ("", _by_polib(entry))
    assert short or set(source + target + note) & set('\\"\t\n')


def _joined(text: str) -> str:
    return re.sub(r"[A-Za-z][\u0300-\u036f]+", lambda match: unicodedata.normalize("NFC", match[0]), text)


@given(st.lists(st.tuples(TEXT, st.just("") | TEXT, TEXT, st.booleans(), st.sampled_from(Kind)), max_size=5))
def test_any_text_survives(rows: list[tuple[str, str, str, bool, Kind]]) -> None:
    """But for letters with their accents as two signs, which are read as one."""
    entries = tuple(
        Entry(f"{i:08x}", _joined(source), _joined(target), kind, fuzzy, _joined(previous) if fuzzy else "")
        for i, (source, target, previous, fuzzy, kind) in enumerate(rows)
    )
    made = Catalogue(Path("x.po"), HEADER, entries)
    assert parse(made.to_bytes(), made.path).entries == entries


@given(
    st.lists(st.tuples(TEXT, st.just("") | TEXT, st.just("") | TEXT, st.booleans()), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0), st.sampled_from(ODD)), max_size=2),
)
def test_whatever_stands_in_the_file_it_is_read_as_by_rspolib_alone(
    rows: list[tuple[str, str, str, bool]], strokes: list[tuple[int, str]]
) -> None:
    entries = tuple(
        Entry(f"{i:08x}", source, target, fuzzy=fuzzy, note=note)
        for i, (source, target, note, fuzzy) in enumerate(rows)
    )
    text = Catalogue(Path("x.po"), HEADER, entries, GONE).to_bytes().decode()
    for place, stroke in strokes:
        place %= len(text) + 1
        text = text[:place] + stroke + text[place:]
    quick = _mostly_plain(text, Path("x.po"))
    assert quick is None or quick == _any(text, Path("x.po"))


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ('msgstr "Uno"\n', 'msgstr "Uno"\n#, fuzzy\n'),
        ('msgstr "Uno"\n', 'msgstr "Uno"\n#| msgid "was"\n'),
        ('msgstr "Uno"\n', 'msgstr "Uno"\n\n"and more"\n'),
        ('msgstr "Uno"\n', 'msgstr "Uno"\n#. item\nmsgctxt "2"\nmsgid "dos"\nmsgstr ""\n'),
        ("#. paragraph\n#, fuzzy", "#. paragraph\n\n#, fuzzy"),
        ("#. paragraph\n#, fuzzy", "#, fuzzy\n#. paragraph"),
        ('"MIME-Version', '#| msgid "x"\n"MIME-Version'),
        ('msgid ""\nmsgstr ""\n"', '#. item\nmsgctxt "2"\nmsgid "dos"\nmsgstr ""\n\nmsgid ""\nmsgstr ""\n"'),
    ],
)
def test_an_entry_laid_out_otherwise_is_no_other_entry(there: str, instead: str) -> None:
    entries = (
        Entry("00000001", "uno", "Uno"),
        Entry("00000003", 'el "tres"', 'the "three"'),
        Entry("00000004", "cuatro", "four", fuzzy=True),
    )
    text = Catalogue(Path("x.po"), HEADER, entries).to_bytes().decode()
    assert there in text
    changed = text.replace(there, instead, 1)
    assert parse(changed.encode(), Path("x.po")) == _any(changed, Path("x.po"))


def test_plain_entries_are_read_without_rspolib_and_the_others_with_it() -> None:
    block = plain.written(
        Entry("0a1b2c3d", "Señalan", "They point out", Kind.ITEM, fuzzy=True, note="level 1")
    )
    assert plain.plain_entry(block.removesuffix("\n")) == Entry(
        "0a1b2c3d", "Señalan", "They point out", Kind.ITEM, fuzzy=True, note="level 1"
    )
    assert plain.plain_entry(_by_polib(ENTRIES[0]).removesuffix("\n")) is None
    quick = _mostly_plain(full().to_bytes().decode(), Path("x.po"))
    assert quick is not None and quick.entries == ENTRIES


def test_an_unchanged_catalogue_is_not_written_again(tmp_path: Path) -> None:
    full(tmp_path / "x.po").save()
    before = (tmp_path / "x.po").stat()
    Catalogue.load(tmp_path / "x.po").save()
    after = (tmp_path / "x.po").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_it_is_what_msgcat_writes_and_msgfmt_accepts(tmp_path: Path) -> None:
    msgcat, msgfmt = need("msgcat"), need("msgfmt")
    path = tmp_path / "x.po"
    full(path).save()
    same = subprocess.run([msgcat, "--no-wrap", str(path)], capture_output=True, check=True).stdout
    assert same == path.read_bytes()
    done = subprocess.run(
        [msgfmt, "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_files_of_other_editors_are_read() -> None:
    data = full().to_bytes().replace(b"\n", b"\r\n")
    assert parse(b"\xef\xbb\xbf" + data, Path("x.po")).entries == ENTRIES
    odd = b'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n#. paragraph\nmsgctxt "k"\nmsgid "a\\v\\x41\\101\\\\n"\nmsgstr "b"\n'
    assert parse(odd, Path("x.po")).entries[0].source == "a\vAA\\n"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b'msgctxt "k"\nmsgid "a"\nmsgstr "b\n', "x.po:3: broken PO file"),
        (b"\nnonsense\n", "x.po:2: broken PO file"),
        (b'<<<<<<< HEAD\nmsgid ""\nmsgstr ""\n', "x.po:1: git's conflict marks"),
        (b'msgctxt "k"\nmsgid "a\xff"\nmsgstr ""\n', "x.po:2: not UTF-8"),
        (b'# c\n\nmsgid "a"\nmsgstr ""\n', ":3: an entry without msgctxt"),
        (
            b'msgid ""\nmsgstr ""\n\nmsgctxt "k"\nmsgid "a"\nmsgstr ""\n\nmsgctxt "k"\nmsgid "b"\nmsgstr ""\n',
            "x.po:8: k is in the file twice",
        ),
    ],
)
def test_a_broken_file_is_named_with_its_line(data: bytes, says: str) -> None:
    with pytest.raises(CatalogueError, match=says):
        parse(data, Path("x.po"))


def test_a_folder_that_cannot_be_written_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    full(path).save()
    before = path.read_bytes()
    blocked = replace(full(tmp_path / "x.po" / "y.po"), entries=ENTRIES[:1])
    with pytest.raises(CatalogueError, match="cannot be written"):
        blocked.save()
    assert path.read_bytes() == before


def test_conflict_marks_of_git_are_told_with_the_way_out(tmp_path: Path) -> None:
    text = full().to_bytes().decode()
    text = text.replace('msgstr "A \\"title\\""', '<<<<<<< HEAD\nmsgstr "A"\n=======\nmsgstr "B"\n>>>>>>> b')
    line = text[: text.index("<<<<<<<")].count("\n") + 1
    with pytest.raises(
        CatalogueError, match=rf"x\.po:{line}: git's conflict marks .*git checkout --merge -- x\.po"
    ):
        parse(text.encode(), Path("x.po"))


def test_line_ends_that_only_python_knows_survive_beside_any_sign_that_could_stand_for_them() -> None:
    """polib splits lines as Python does; meanwhile other signs take their places, but none that the text has."""
    breaks = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
    taken = "".join(map(chr, range(0xFDD0, 0xFDF0))) + "\ue000\ue001"
    entries = tuple(Entry(f"{n:08x}", f"a{one}b{taken}", f"c{taken}{one}d") for n, one in enumerate(breaks))
    made = Catalogue(Path("x.po"), HEADER, entries)
    assert parse(made.to_bytes(), made.path).entries == entries


def test_an_entry_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        ENTRIES[0].target = "x"  # type: ignore[misc]
    assert {ENTRIES[0]: 1}[replace(ENTRIES[0])] == 1


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ('msgid "a"\n#nota\nmsgstr "b"\n', 'msgid "a"\n# nota\nmsgstr "b"\n'),
        ("#:a:1\n#.x\n#,fuzzy\n", "#: a:1\n#. x\n#, fuzzy\n"),
        ('#|msgid "y"\n  #sangrada\n#~ msgid "x"\n', '#| msgid "y"\n  # sangrada\n#~ msgid "x"\n'),
    ],
)
def test_comments_without_a_blank_get_one_and_keep_their_sign(text: str, usual: str) -> None:
    assert as_usual(text, Path("x.po")) == usual
