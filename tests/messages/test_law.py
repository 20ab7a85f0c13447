"""The law: whatever a user can meet is a message, by its type, and so can be said in every language."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from translate_flow import errors
from translate_flow.errors import TranslateFlowError
from translate_flow.messages import LANGUAGES, Message, every_template, say_in, verbatim
from translate_flow.settings.messages import NO_TARGETS

ERRORS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
OTHERS = [tag for tag in LANGUAGES if tag != "en"]


def test_the_type_checker_refuses_an_error_of_plain_text(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    code = "from translate_flow.errors import {kind}\nfrom translate_flow.settings.messages import NO_TARGETS\nraise {kind}({what})\n"
    good, bad = tmp_path / "good.py", tmp_path / "bad.py"
    good.write_text(code.format(kind="ReadError", what='NO_TARGETS(place="x")'))
    bad.write_text(code.format(kind="ReadError", what='"x: cannot be read"'))
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-error-summary",
        "--follow-imports=silent",
        f"--cache-dir={os.devnull}",
    ]
    said = subprocess.run([*command, good, bad], capture_output=True, text=True, check=False).stdout
    [refused] = said.splitlines()
    assert "bad.py" in refused and 'incompatible type "str"; expected "Message"' in refused


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_carries_a_message(kind: type[TranslateFlowError]) -> None:
    if kind.__init__ is TranslateFlowError.__init__:
        error = kind(NO_TARGETS(place="here"))
        assert error.message == NO_TARGETS(place="here")
        assert all(say_in(tag, error.message) != str(error) for tag in OTHERS)


def test_another_packages_plain_text_becomes_a_message_of_these_words() -> None:
    error = errors.ReadError("song.lyrics: no verse")  # type: ignore[arg-type]
    assert error.message == verbatim("song.lyrics: no verse")
    assert {say_in(tag, error.message) for tag in LANGUAGES} == {"song.lyrics: no verse"}


WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")


@pytest.mark.parametrize("tag", OTHERS)
def test_no_sentence_is_said_alike_in_both_languages(tag: str) -> None:
    """A translation that is the English again was forgotten; a word or two may be the same."""
    alike = []
    for identifier, template in every_template().items():
        message = Message(identifier, dict.fromkeys(template.slots, 2))
        if WORDS.search(template.text) and say_in(tag, message) == str(message):
            alike.append(identifier)
    assert [i for i in alike if not i.startswith("tests.")] == []
