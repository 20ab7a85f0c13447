"""TMX in and out: nothing lost, either direction, other programs' files, files that mean harm."""

from __future__ import annotations

import io
import json
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_flow.errors import MemoryStoreError
from translate_flow.memory import Store, StoredPair
from translate_flow.memory.tmx_read import ImportTally, read
from translate_flow.memory.tmx_write import write
from translate_flow.memory.words import normal

from .stores import filled

characters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"))
plain = st.text(characters, min_size=1, max_size=40).map(normal).filter(bool)
pairs = st.builds(
    StoredPair,
    source=plain,
    target=plain.map(str.strip),
    language=st.just("en"),
    rank=st.sampled_from([1, 2]),
    key=st.from_regex(r"[0-9a-f]{8}", fullmatch=True),
    document=st.from_regex(r"[a-z]{1,8}", fullmatch=True),
    person=st.sampled_from(["", "Ana", "Ñ & <co>"]),
    at=st.sampled_from(["", "2023-01-13T09:12:44Z"]),
    previous=st.none() | st.just("") | plain,
    following=st.none() | st.just("") | plain,
)


def reread(folder: Path, text: str, **options: object) -> list[StoredPair]:
    path = folder / "x.tmx"
    path.write_text(text, "utf-8")
    return list(read(path, "x.tmx", "es", ("en",), **options))  # type: ignore[arg-type]


@given(st.lists(pairs, max_size=4))
@settings(max_examples=60, deadline=None)
def test_tmx_out_and_in_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, made: list[StoredPair]
) -> None:
    """Texts, ranks, keys, documents, people, dates and surroundings, through a store and back."""
    folder = tmp_path_factory.mktemp("tmx")
    with filled(*made) as store:
        kept = list(store.pairs("en"))
        back = reread(folder, "".join(write(kept, "es")))
    assert [replace(p, extras="") for p in back] == kept
    with filled(*back) as store:
        again = list(store.pairs("en"))
        assert "".join(write(again, "es")) == "".join(write(back, "es"))
    for one, other in zip(made, back, strict=True):
        assert (one.source, one.target, one.rank, one.person) == (
            other.source,
            other.target,
            other.rank,
            other.person,
        )


FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "http://localhost:1/tmx14.dtd">
<tmx version="1.4"><header srclang="en-US" creationtool="Other" segtype="sentence"><prop type="h">x</prop></header>
<body>
<tu tuid="7" usagecount="3" creationdate="20200102T030405Z" creationid="Luz">
 <note>from a leaflet</note><prop type="client">Comité</prop><prop type="file">hoja.txt</prop>
 <prop type="prev">Antes.</prop><prop type="next">Después.</prop>
 <tuv xml:lang="en-GB"><prop type="q">9</prop><seg>We <bpt i="1">&lt;b&gt;</bpt>want<ept i="1">&lt;/b&gt;</ept> the <hi>truth</hi>.</seg></tuv>
 <tuv xml:lang="fr"><seg>Nous voulons la vérité.</seg></tuv>
 <tuv xml:lang="es-PE"><seg>Queremos la verdad.</seg></tuv>
</tu>
<tu><tuv xml:lang="fr"><seg>Non.</seg></tuv><tuv xml:lang="de"><seg>Nein.</seg></tuv></tu>
<tu><prop type="x-state">draft</prop><tuv xml:lang="es"><seg>Uno</seg></tuv><tuv xml:lang="en"><seg>One</seg></tuv></tu>
<tu><tuv xml:lang="es"><seg>Vacío</seg></tuv><tuv xml:lang="en"><seg> </seg></tuv></tu>
</body></tmx>"""


def test_another_programs_file_in_the_other_direction(tmp_path: Path) -> None:
    """Regions, inline codes, OmegaT's properties; units of other languages and machine drafts stay out."""
    tally = ImportTally()
    (pair,) = reread(tmp_path, FOREIGN, tally=tally)
    assert (pair.source, pair.target) == ("Queremos la verdad.", "We want the truth.")
    assert (pair.document, pair.previous, pair.following) == ("hoja.txt", "Antes.", "Después.")
    assert (pair.person, pair.at, pair.key) == ("Luz", "2020-01-02T03:04:05Z", "7")
    assert (tally.taken, tally.other_languages, tally.unconfirmed) == (1, 1, 1)


def test_properties_notes_and_variants_come_out_as_they_went_in(tmp_path: Path) -> None:
    first = reread(tmp_path, FOREIGN)
    text = "".join(write(first, "es"))
    assert '<tuv xml:lang="es-PE"><seg>' in text and '<prop type="q">9</prop>' in text
    assert "<note>from a leaflet</note>" in text and 'usagecount="3"' in text
    second = reread(tmp_path, text)
    assert json.loads(second[0].extras) == json.loads(first[0].extras)
    assert replace(second[0], extras="") == replace(first[0], extras="")


def test_the_round_trip_through_translate_toolkit(tmp_path: Path) -> None:
    """What it reads of our file, and writes again, is what was written."""
    tmx = pytest.importorskip("translate.storage.tmx")
    made = [
        StoredPair("Pan & <b>agua</b>", "Bread “&” water", "en", 2, "k1", "d"),
        StoredPair("a\nb", "c\nd", "en", 1, "k2", "d"),
    ]
    store = tmx.tmxfile.parsestring("".join(write(made, "es")).encode(), "es", "en")
    assert [(u.source, u.target) for u in store.units] == [(p.source, p.target) for p in made]
    out = io.BytesIO()
    store.serialize(out)
    back = reread(tmp_path, out.getvalue().decode())
    assert [replace(p, extras="") for p in back] == made


BROKEN = [
    ("<tmx><body><tu>", "not well-formed"),
    ("", "not well-formed"),
    ("<html></html>", "not a TMX file"),
    ('<!DOCTYPE tmx [<!ENTITY a "aaaa">]><tmx>&a;</tmx>', "declares entities"),
    (
        '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]><tmx><body>&x;</body></tmx>',
        "declares entities",
    ),
    ('<?xml version="1.0" encoding="klingon"?><tmx></tmx>', ""),
]


@pytest.mark.parametrize(("text", "words"), BROKEN)
def test_a_broken_or_harmful_file_is_one_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(MemoryStoreError) as caught:
        reread(tmp_path, text)
    assert words in str(caught.value) and "x.tmx" in str(caught.value) and "\n" not in str(caught.value)


def test_characters_that_xml_forbids_are_dropped_and_counted(tmp_path: Path) -> None:
    """Also where a reference lies across the border of two reads."""
    tally = ImportTally()
    body = "".join(
        f'<tu><tuv xml:lang="es"><seg>a{"x" * n}&#x1;b\x02</seg></tuv><tuv xml:lang="en"><seg>c{n}&#7;</seg></tuv></tu>'
        for n in range(400)
    )
    found = reread(tmp_path, f"<tmx><body>{body}</body></tmx>", tally=tally)
    assert [p.source for p in found] == [f"a{'x' * n}b" for n in range(400)]
    assert tally.dropped == 1200


def test_utf16_and_latin1_files_are_read(tmp_path: Path) -> None:
    unit = '<tmx><body><tu><tuv lang="ES"><seg>Año</seg></tuv><tuv lang="EN_us"><seg>Year</seg></tuv></tu></body></tmx>'
    for encoding in ("utf-16", "iso-8859-1"):
        path = tmp_path / "x.tmx"
        path.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>{unit}'.encode(encoding))
        assert [(p.source, p.target) for p in read(path, "x", "es", ("en",))] == [("Año", "Year")]


@pytest.mark.parametrize("way", ["out", "in"])
def test_a_file_of_any_size_takes_the_same_memory(tmp_path: Path, way: str) -> None:
    """Four times as many units need no more of it, neither to write nor to read them."""
    peaks = []
    for count in (400, 1_600):
        path = tmp_path / f"{count}.tmx"
        with filled(*(StoredPair(f"Frase {n}.", f"Sentence {n} " * 60, "en") for n in range(count))) as store:
            tracemalloc.start()
            with path.open("w", encoding="utf-8") as stream:
                stream.writelines(write(store.pairs("en"), "es"))
            if way == "in":
                tracemalloc.reset_peak()
                assert sum(1 for _ in read(path, "x", "es", ("en",))) == count
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0] + 200_000


def test_a_unit_without_end_is_refused_and_undoes_the_import(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_text(
        '<tmx><body><tu><tuv xml:lang="es"><seg>Sí</seg></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv></tu>'
        f'<tu><tuv xml:lang="es"><seg>{"a " * 600_000}</seg></tuv></tu></body></tmx>'
    )
    with Store.open(tmp_path / "m.sqlite", "es", ["en"]) as store:
        with pytest.raises(MemoryStoreError, match="more than"):
            store.take_in("x", "1", read(path, "x", "es", ("en",)))
        assert store.counts() == [] and store.files() == {}
