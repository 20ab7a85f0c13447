"""Messages travel as id and values, and are put into the reader's language only where they are shown."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from translate_flow.errors import ReadError
from translate_flow.messages import (
    LANGUAGES,
    Message,
    Table,
    every_template,
    restore,
    say,
    say_in,
    speaking,
)
from translate_flow.messages.catalogue import place, update
from translate_flow.messages.message import words

OTHERS = [tag for tag in LANGUAGES if tag != "en"]
define = Table("tests.messages")
GREETING = define("greeting", "{name} has {n} letters", one="{name} has one letter", count="n")
WRAPPED = define("wrapped", "{place}: {cause}")


def test_str_is_english_with_the_values_in_their_places() -> None:
    assert str(GREETING(name="Ana", n=3)) == "Ana has 3 letters"
    assert str(GREETING(name="Y", n=1)) == "Y has one letter"


def test_a_message_may_hold_another_and_several() -> None:
    inner = GREETING(name="Y", n=1)
    assert str(WRAPPED(place="here", cause=inner)) == "here: Y has one letter"
    assert str(WRAPPED(place=("a", "b"), cause=inner)) == "a, b: Y has one letter"


@pytest.mark.parametrize("values", [{}, {"name": "Ana"}, {"name": "Ana", "n": 2, "more": 1}])
def test_a_value_missing_or_unknown_is_a_mistake_of_the_programmer(values: dict[str, str]) -> None:
    with pytest.raises(TypeError, match=r"tests\.messages\.greeting"):
        GREETING(**values)


def test_braces_in_a_value_are_not_slots() -> None:
    assert str(WRAPPED(place="{cause}", cause="{place}")) == "{cause}: {place}"


def test_an_id_defined_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        Table("tests.messages")("greeting", "another text")


def test_it_survives_json_and_pickle() -> None:
    message = WRAPPED(place=("a", "b"), cause=GREETING(name="Ana", n=3))
    assert restore(json.loads(json.dumps(message.to_json()))) == message
    assert pickle.loads(pickle.dumps(message)) == message
    assert hash(pickle.loads(pickle.dumps(message))) == hash(message)


def test_a_message_of_a_newer_version_still_shows_what_it_holds() -> None:
    later = restore({"id": "tests.unknown", "values": {"file": "x.md", "n": 3}})
    assert str(later) == "tests.unknown (file: x.md, n: 3)"
    assert str(restore({})) == ""


def test_an_error_keeps_its_message_and_reads_as_english() -> None:
    error = ReadError(WRAPPED(place="x.md", cause="gone"))
    assert str(error) == "x.md: gone"
    assert isinstance(error.message, Message)


def test_the_reader_decides_the_language_only_within() -> None:
    template = every_template()["exchange.no-review-table"]
    message = Message(template.id, dict.fromkeys(template.slots, 2))
    with speaking("es_PE.UTF-8"):
        assert say(message) == say_in("es", message) != str(message)
    assert say(message) == str(message)
    with speaking("qu"):
        assert say(message) == str(message)


@pytest.mark.parametrize("tag", OTHERS)
def test_every_message_has_its_translation(tag: str) -> None:
    """A new message fails here until `python -m translate_flow.messages.catalogue` was run and it is translated."""
    wanted = {i: t for i, t in every_template().items() if not i.startswith("tests.")}
    import polib

    entries = {e.msgctxt: e for e in polib.pofile(str(place(tag)))}
    missing = sorted(i for i in wanted if i not in entries or not entries[i].translated())
    assert missing == []
    stale = sorted(i for i, t in wanted.items() if (t.one or t.text) != entries[i].msgid)
    assert stale == []
    assert sorted(entries.keys() - wanted.keys()) == []


@pytest.mark.parametrize("tag", OTHERS)
def test_a_translation_has_the_values_of_its_message(tag: str) -> None:
    for identifier, template in every_template().items():
        if identifier.startswith("tests."):
            continue
        values = {slot: f"«{slot}»" for slot in template.slots if slot != template.count}
        for number in (1, 2) if template.count else (2,):
            message = Message(identifier, values | ({template.count: number} if template.count else {}))
            said = say_in(tag, message)
            english = words(message, lambda t, _: t)
            for slot, value in values.items():
                assert (value in said) == (value in english), f"{identifier}: {slot}"
            assert "{" not in said, identifier


def test_the_catalogue_is_in_step(tmp_path: Path) -> None:
    for tag in OTHERS:
        made = update(tag)
        made[:] = [e for e in made if not e.msgctxt.startswith("tests.")]
        made.save(str(tmp_path / "messages.po"))
        assert (tmp_path / "messages.po").read_text("utf-8") == place(tag).read_text("utf-8")
