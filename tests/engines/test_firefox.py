"""Firefox's models: found, copied, checked, loaded and run by the compiled engine; nothing half there is kept.

The model is a small one made here (`tiny_model`), which translates word for word.
"""

from __future__ import annotations

import gc
import gzip
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner
from mozilla_server import zstd
from tiny_model import write

from translate_flow.cli.group import group
from translate_flow.engines import load
from translate_flow.engines.firefox import FirefoxEngine, FirefoxFactory, models
from translate_flow.errors import EngineError, Unavailable
from translate_flow.passage import Held, Passage

FACTORY = FirefoxFactory()
WORDS = {
    "El": "The",
    "paro": "strike",
    "nacional": "national",
    "sigue": "goes",
    "hoy": "today",
    "en": "in",
    "nada": "",
}
ENGLISH = {"The": "La", "strike": "grève", "goes": "continue"}
NAMES = ("lex.50.50.esen.s2t.bin", "model.esen.intgemm.alphas.bin", "srcvocab.esen.spm", "trgvocab.esen.spm")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No model of this machine's user plays into the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the model of es-en."""
    return write(tmp_path_factory.mktemp("model"), "esen", WORDS)


@pytest.fixture
def stick(home: Path, made: Path) -> Path:
    """The same in a folder of the test's own."""
    return shutil.copytree(made, home / "stick")


@pytest.fixture
def engine(made: Path) -> Iterator[FirefoxEngine]:
    FACTORY.get("es", "en", made)
    with FACTORY.start("es", "en") as begun:
        yield begun


def test_without_a_model_the_remedy_is_told() -> None:
    assert str(load("firefox").missing("es", "en")).endswith("translate-flow engines get firefox es en")
    assert FACTORY.facts().pairs == ()
    with pytest.raises(Unavailable, match="engines get firefox es en"):
        FACTORY.start("es", "en")


def test_files_at_hand_are_copied_into_the_data_folder(home: Path, made: Path) -> None:
    place = FACTORY.get("es", "en", made)
    assert place == home / "data" / "translate-flow" / "firefox"
    assert sorted(f.name for f in (place / "es-en").iterdir()) == sorted(NAMES)
    assert FACTORY.missing("es-PE", "en") is None and FACTORY.facts().pairs == (("es", "en"),)
    assert [f.name for f in place.iterdir()] == ["es-en"], "nothing temporary is left"


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".zst", zstd)])
def test_packed_files_are_unpacked(home: Path, stick: Path, ending: str, pack: type[bytes]) -> None:
    inner = home / "packed" / "esen"
    inner.mkdir(parents=True)
    for file in stick.iterdir():
        (inner / f"{file.name}{ending}").write_bytes(pack(file.read_bytes()))
    place = FACTORY.get("es", "en", home / "packed")
    assert (place / "es-en" / NAMES[1]).read_bytes() == (stick / NAMES[1]).read_bytes()


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        (NAMES[1], lambda data: b"this is no model", "not a binary model"),
        (NAMES[1], lambda data: b"<!doctype html>" * 99, "not a binary model"),
        (NAMES[1], lambda data: data[:-500], "cut off"),
        (NAMES[1], lambda data: data[:100], "cut off"),
        (
            NAMES[1],
            lambda data: data.replace(b"decoder_l1_rnn_Wf\0", b"decoder_l1_rnn_Wx\0"),
            "missing weight",
        ),
        (NAMES[0], lambda data: data[:-20], "shortlist.* cut off"),
        (NAMES[0], lambda data: b"hello", "not a binary shortlist"),
        (NAMES[2], lambda data: b"no vocabulary at all", "source vocabulary is not a SentencePiece"),
        (NAMES[3], lambda data: data[: len(data) // 2], "target vocabulary is not a SentencePiece"),
        (NAMES[3], lambda data: data + data, "different models"),
    ],
)
def test_what_is_no_whole_model_is_refused_and_nothing_of_it_is_kept(
    stick: Path, name: str, change: type[bytes], words: str
) -> None:
    """In one line, before the compiled engine gets it: that one would stop with a panic."""
    (stick / name).write_bytes(change((stick / name).read_bytes()))
    with pytest.raises(Unavailable, match=words) as told:
        FACTORY.get("es", "en", stick)
    assert "\n" not in str(told.value)
    assert FACTORY.missing("es", "en") != ""
    assert list(models.folder().iterdir()) == []


def test_a_broken_model_leaves_the_one_that_is_there(engine: FirefoxEngine, stick: Path) -> None:
    (stick / NAMES[0]).write_bytes(b"hello")
    with pytest.raises(Unavailable):
        FACTORY.get("es", "en", stick)
    assert FACTORY.missing("es", "en") is None
    assert list(FACTORY.start("es", "en").translate([Passage("El paro")])) == ["The strike"]


def test_a_model_damaged_later_is_an_error_with_the_remedy(engine: FirefoxEngine) -> None:
    (models.folder() / "es-en" / NAMES[1]).write_bytes(b"rubbish")
    with pytest.raises(Unavailable, match="fetch it again: translate-flow engines get firefox es en"):
        FACTORY.start("es", "en")
    (models.folder() / "es-en" / NAMES[2]).write_bytes(b"")
    with pytest.raises(Unavailable, match="is empty"):
        FACTORY.start("es", "en")


@pytest.mark.parametrize("absent", NAMES[1:])
def test_an_incomplete_folder_says_which_files_are_wanted(home: Path, stick: Path, absent: str) -> None:
    (stick / absent).unlink()
    with pytest.raises(Unavailable, match=r"needed are model\.esen\.….bin, vocab\.esen\.spm"):
        FACTORY.get("es", "en", stick)
    with pytest.raises(Unavailable, match="no such folder"):
        FACTORY.get("es", "en", home / "nowhere")
    with pytest.raises(Unavailable, match="some files of es-fr are missing"):
        FACTORY.get("es", "fr", stick)


def test_without_a_shortlist_it_translates_too(stick: Path) -> None:
    (stick / NAMES[0]).unlink()
    FACTORY.get("es", "en", stick)
    with FACTORY.start("es", "en") as engine:
        assert list(engine.translate([Passage("El paro sigue hoy.")])) == ["The strike goes today."]


def test_a_pair_without_a_model_goes_by_way_of_english(home: Path, made: Path) -> None:
    FACTORY.get("es", "en", made)
    FACTORY.get("en", "fr", write(home / "enfr", "enfr", ENGLISH))
    with FACTORY.start("es", "fr") as engine:
        assert list(engine.translate([Passage("El paro sigue.")])) == ["La grève continue."]
        assert engine.fingerprint.startswith("es-en.") and " en-fr." in engine.fingerprint


def test_the_models_of_the_fxtranslate_command_are_used_where_they_lie(home: Path, made: Path) -> None:
    shutil.copytree(made, home / "cache" / "fxtranslate" / "models" / "es-en")
    assert FACTORY.missing("es", "en") is None


def test_passages_come_in_order_and_white_space_stays(engine: FirefoxEngine) -> None:
    asked = [
        Passage("  El paro sigue.  ¿En Puno hoy?\n\n El paro nacional. "),
        Passage("hoy"),
        Passage("El paro 3"),
    ]
    assert list(engine.translate(asked)) == [
        "  The strike goes.  ¿En Puno today?\n\n The strike national. ",
        "today",
        "The strike 3",
    ]


def test_marks_of_held_names_come_through_once_each(engine: FirefoxEngine) -> None:
    held = (Held("Xqzaa", "Puno", "Puno"), Held("Xqzab", "Red Muqui", "Red Muqui"))
    (answer,) = engine.translate([Passage("El paro nacional sigue en Xqzaa, en Xqzab.", held)])
    assert answer == "The strike national goes in Xqzaa, in Xqzab."


def test_what_has_no_words_beside_marks_is_not_asked(engine: FirefoxEngine) -> None:
    held = (Held("Xqzaa", "Puno", "Puno"),)
    assert list(engine.translate([Passage("Xqzaa 12.", held), Passage(""), Passage("…")])) == [
        "Xqzaa 12.",
        "",
        "…",
    ]


def test_long_sentences_are_cut_because_the_model_drops_what_is_too_long(engine: FirefoxEngine) -> None:
    """Not a word is lost, whether the vocabulary knows words or only their letters."""
    for text in (", ".join(["el paro de una región"] * 60) + ".", "paro " * 400 + "paro", "a" * 900):
        (answer,) = engine.translate([Passage(text)])
        assert answer == text.replace("paro", "strike")


def test_an_empty_answer_is_an_error(engine: FirefoxEngine) -> None:
    with pytest.raises(EngineError, match="no answer"):
        list(engine.translate([Passage("nada")]))


def test_any_thread_may_ask_and_gets_its_own_answers(engine: FirefoxEngine) -> None:
    """The compiled engine itself answers the thread that made it alone, and panics in any other."""
    answers: dict[int, list[str]] = {}

    def ask(number: int) -> None:
        answers[number] = list(engine.translate([Passage(f"El paro {number}{n}") for n in range(5)]))

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {n: [f"The strike {n}{m}" for m in range(5)] for n in range(8)}


def test_an_error_that_outlives_the_engine_holds_nothing_of_it(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the compiled engine made is let go of by the thread that made it; another cannot, and it would stay."""
    unraised: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", unraised.append)
    errors: list[BaseException] = []
    others = threading.enumerate()  # of engines that other tests left open
    FACTORY.get("es", "en", made)
    with FACTORY.start("es", "en") as engine, pytest.raises(EngineError) as told:
        list(engine.translate([Passage("nada")]))
    monkeypatch.setattr(models, "Loaded", None)  # so that the last step of loading fails
    with pytest.raises(TypeError) as broken:
        FACTORY.start("es", "en")
    errors += [told.value, broken.value]
    del told, broken
    for thread in threading.enumerate():
        if thread not in others:
            thread.join(60)
    errors.clear()
    gc.collect()
    assert unraised == []


def test_the_version_tells_library_and_model(engine: FirefoxEngine) -> None:
    assert engine.version.endswith(engine.fingerprint) and engine.fingerprint.startswith("es-en.")
    engine.close()
    engine.close()
    with pytest.raises(Unavailable, match="closed"):
        list(engine.translate([Passage("Uno")]))


def test_a_statement_is_drafted_by_it(home: Path, made: Path) -> None:
    """`engines get`, `engines test` and `draft`, as a user types them; the journal names engine and model."""
    place = home / "demo"
    run = CliRunner()

    def command(*words: str) -> str:
        done = run.invoke(group, [*words], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.output

    command("init", str(place))
    statement = place / "statements" / "nota.es.md"
    statement.write_text("El paro nacional sigue hoy en Puno.\n\nEl paro sigue.\n", encoding="utf-8")
    command("add", "-C", str(place), str(statement))
    assert "can translate es-en now" in command("engines", "get", "firefox", "es", "en", "--from", str(made))
    assert "firefox 0." in command("engines", "test", "-C", str(place), "firefox")
    assert "2 segments drafted by firefox" in command("draft", "-C", str(place), "--engine", "firefox")
    entries = polib.pofile(str(place / "locales" / "en" / "nota.po"))
    # Paro nacional is held as a term of the glossary.
    assert [entry.msgstr for entry in entries] == [
        "The national strike goes today in Puno.",
        "The strike goes.",
    ]
    journal = (place / "locales" / "en" / "nota.history.jsonl").read_text(encoding="utf-8")
    assert journal.count("es-en.") == 2 and '"engine":"firefox' in journal.replace(": ", ":")
