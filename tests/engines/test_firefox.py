"""Firefox's models: found, copied, checked; nothing half there is kept; loaded by the real library up to the weights.

The weights themselves are not on every machine: what comes behind them is tried with a stand-in
that translates nothing but shows what it was given.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import fxtranslate
import pytest

from translate_flow.engines import load
from translate_flow.engines.firefox import FirefoxEngine, FirefoxFactory, models
from translate_flow.errors import EngineError, Unavailable
from translate_flow.model import Held, Passage

FACTORY = FirefoxFactory()
NAMES = ("model.esen.intgemm.alphas.bin", "vocab.esen.spm", "lex.50.50.esen.s2t.bin")


class Shown:
    """In place of the compiled engine: each sentence in brackets."""

    def __init__(self, model: bytes, source: bytes, target: bytes, shortlist: bytes | None = None) -> None:
        if not model.startswith(b"weights"):
            raise ValueError("no weights")

    def translate(self, text: str) -> str:
        if "nada" in text:
            return " "
        return f"[{text}]"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No model of this machine's user plays into the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that begin with the word are weights."""
    monkeypatch.setattr(fxtranslate, "Translator", Shown)


def files(folder: Path, pair: str = "esen", *, data: bytes = b"weights") -> Path:
    """The files of a pair in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (folder / name.replace("esen", pair)).write_bytes(data)
    return folder


def test_without_a_model_the_remedy_is_told() -> None:
    assert load("firefox").missing("es", "en").endswith("translate-flow engines get firefox es en")
    assert FACTORY.facts().pairs == ()
    with pytest.raises(Unavailable, match="engines get firefox es en"):
        FACTORY.start("es", "en")


def test_files_at_hand_are_copied_into_the_data_folder(home: Path, weights: None) -> None:
    place = FACTORY.get("es", "en", files(home / "stick"))
    assert place == home / "data" / "translate-flow" / "firefox"
    assert sorted(f.name for f in (place / "es-en").iterdir()) == sorted(NAMES)
    assert FACTORY.missing("es-PE", "en") == "" and FACTORY.facts().pairs == (("es", "en"),)
    assert [f.name for f in place.iterdir()] == ["es-en"], "nothing temporary is left"


def test_packed_files_are_unpacked(home: Path, weights: None) -> None:
    source = files(home / "stick" / "esen", data=gzip.compress(b"weights"))
    for file in list(source.iterdir()):
        file.rename(file.with_name(file.name + ".gz"))
    place = FACTORY.get("es", "en", home / "stick")
    assert (place / "es-en" / NAMES[0]).read_bytes() == b"weights"


def test_the_real_library_refuses_what_is_no_model_and_nothing_of_it_is_kept(home: Path) -> None:
    with pytest.raises(Unavailable, match="the model of es-en cannot be loaded"):
        FACTORY.get("es", "en", files(home / "stick", data=b"this is no model"))
    assert FACTORY.missing("es", "en") != ""
    assert list(models.folder().iterdir()) == []


def test_a_model_damaged_later_is_an_error_with_the_remedy(home: Path, weights: None) -> None:
    place = FACTORY.get("es", "en", files(home / "stick"))
    (place / "es-en" / NAMES[0]).write_bytes(b"rubbish")
    with pytest.raises(Unavailable, match="fetch it again: translate-flow engines get firefox es en"):
        FACTORY.start("es", "en")
    (place / "es-en" / NAMES[1]).write_bytes(b"")
    with pytest.raises(Unavailable, match="is empty"):
        FACTORY.start("es", "en")


@pytest.mark.parametrize("absent", [0, 1])
def test_an_incomplete_folder_says_which_files_are_wanted(home: Path, weights: None, absent: int) -> None:
    source = files(home / "stick")
    (source / NAMES[absent]).unlink()
    with pytest.raises(Unavailable, match=r"wanted are model\.esen\.….bin, vocab\.esen\.spm"):
        FACTORY.get("es", "en", source)
    with pytest.raises(Unavailable, match="no such folder"):
        FACTORY.get("es", "en", home / "nowhere")
    with pytest.raises(Unavailable, match="not all files of es-fr"):
        FACTORY.get("es", "fr", source)


def test_a_failed_download_is_one_line_and_leaves_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", "http://127.0.0.1:9/records")
    with pytest.raises(Unavailable, match="cannot be fetched") as told:
        FACTORY.get("es", "en")
    assert "--from DIR" in str(told.value) and "\n" not in str(told.value)
    assert not models.folder().exists()


def test_a_download_goes_the_same_way_as_files_at_hand(
    home: Path, weights: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two models where a pair goes by way of English."""

    def fetched(source: str, target: str, cache: str) -> dict[str, str]:
        files(Path(cache) / "es-en")
        files(Path(cache) / "en-fr", "enfr")
        return {"kind": "pivot", "src": source, "pivot": "en", "trg": target}

    monkeypatch.setattr(fxtranslate.discovery, "add_models", fetched)
    FACTORY.get("es", "fr")
    assert FACTORY.facts().pairs == (("en", "fr"), ("es", "en"))
    with FACTORY.start("es", "fr") as engine:
        assert list(engine.translate([Passage("Uno.")])) == ["[[Uno.]]"]


def test_the_models_of_the_fxtranslate_command_are_used_where_they_lie(home: Path, weights: None) -> None:
    files(home / "cache" / "fxtranslate" / "models" / "es-en")
    assert FACTORY.missing("es", "en") == ""


@pytest.fixture
def engine(home: Path, weights: None) -> FirefoxEngine:
    FACTORY.get("es", "en", files(home / "stick"))
    return FACTORY.start("es", "en")


def test_sentences_go_one_by_one_and_white_space_stays(engine: FirefoxEngine) -> None:
    asked = [Passage("  El Sr. Pérez llegó.  ¿Cuándo?\n\n Ayer, a las 8. "), Passage("Dos")]
    assert list(engine.translate(asked)) == [
        "  [El Sr. Pérez llegó.]  [¿Cuándo?]\n\n [Ayer, a las 8.] ",
        "[Dos]",
    ]


def test_long_sentences_are_cut_because_the_model_drops_what_is_too_long(engine: FirefoxEngine) -> None:
    text = ", ".join(["una frase que no termina"] * 80) + "."
    (answer,) = engine.translate([Passage(text)])
    assert answer.replace("[", "").replace("]", "") == text
    assert all(len(piece) <= 500 for piece in answer.split("["))


def test_what_has_no_words_beside_marks_is_not_asked(engine: FirefoxEngine) -> None:
    held = (Held("Xqzaa", "Puno", "Puno"),)
    assert list(engine.translate([Passage("Xqzaa 12.", held), Passage(""), Passage("…")])) == [
        "Xqzaa 12.",
        "",
        "…",
    ]


def test_an_empty_answer_is_an_error(engine: FirefoxEngine) -> None:
    with pytest.raises(EngineError, match="no answer"):
        list(engine.translate([Passage("nada")]))


def test_the_version_tells_library_and_model(engine: FirefoxEngine) -> None:
    assert engine.version.endswith(engine.fingerprint) and engine.fingerprint.startswith("es-en.")
    engine.close()
    engine.close()
    with pytest.raises(Unavailable, match="closed"):
        list(engine.translate([Passage("Uno")]))
