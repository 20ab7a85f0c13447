"""Sentences are cut where a reader would cut them, and nothing of the text is lost."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.language import sentences
from translate_flow.language.sentences import spans, split


def cases() -> list[tuple[str, str]]:
    """Language and marked text of each case; a line that ends in a mark goes on in the next."""
    found: list[tuple[str, str]] = []
    language, rest = "es", ""
    for line in (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            language = line[3:]
        elif line.endswith("¦"):
            rest = line + "\n"
        elif not line.startswith("#"):
            found.append((language, rest + line))
            rest = ""
    return found


@pytest.mark.parametrize(("language", "marked"), cases())
def test_a_text_is_cut_where_its_marks_stand(language: str, marked: str) -> None:
    assert split(marked.replace("¦", ""), language) == [part.strip() for part in marked.split("¦")]


def test_there_are_at_least_sixty_cases() -> None:
    assert len(cases()) >= 60


WORDS = "pobladores personas prov pp aprox departamento Sra. EE. UU. p. m. a. C. siglo V 1. xviii etcétera art. 5 Luego (así) —dijo Dr. y".split()


@given(
    st.lists(
        st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", ". ", ".» ", ". ", "; ", ".\n"])), max_size=12
    ),
    st.sampled_from(["es", "en", "de", "ay"]),
)
def test_sentences_told_at_once_to_end_do(parts: list[tuple[str, str]], language: str) -> None:
    text = "".join(word + gap for word, gap in parts)
    quick = spans(text, language)
    with mock.patch.object(sentences, "_is_behind_a_word", lambda *_: False):
        assert quick == spans(text, language)


@given(st.text(alphabet='aA .?!…\n"”»()[]1¿¡dr,', max_size=60), st.sampled_from(["es", "en", "fr"]))
def test_sentences_leave_out_nothing_but_white_space(text: str, language: str) -> None:
    at = 0
    for start, end in spans(text, language):
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end].strip() == text[start:end]
        at = end
    assert not text[at:].strip()


def test_the_time_is_linear() -> None:
    """A text of a million characters is no trap."""
    assert len(split("Uno dos tres. " * 20_000)) == 20_000
