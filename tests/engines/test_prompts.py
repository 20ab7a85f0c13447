"""Prompts of language models, and what is taken off their answers."""

from __future__ import annotations

import pytest

from translate_flow.engines.online.answers import cleaned
from translate_flow.engines.online.prompts import FIELDS, chosen


@pytest.mark.parametrize(
    ("name", "prompt"),
    [
        ("gemma3:4b", "instruct"),
        ("translategemma:4b", "translategemma"),
        ("TowerInstruct-7B-v0.2.Q4_K_M.gguf", "tower"),
        ("qwen2.5-0.5b-base", "examples"),
        ("una/cosa", "instruct"),
    ],
)
def test_the_name_of_a_model_tells_its_prompt(name: str, prompt: str) -> None:
    assert chosen(name).name == prompt


def test_every_prompt_of_ours_can_be_filled() -> None:
    values = {field: f"«{field}»" for field in FIELDS} | {"names": ("Red Muqui",)}
    for name in ("instruct", "translategemma", "tower", "examples"):
        _, user = chosen("", name).filled(values)
        assert "«text»" in user and "{" not in user


@pytest.mark.parametrize(
    ("answer", "source", "left"),
    [
        ("The text.", "El texto.", "The text."),
        ("Here is the translation:\n\nThe text.", "El texto.", "The text."),
        ("**English translation:** The text.", "El texto.", "The text."),
        ("Translation: The text.", "El texto.", "The text."),
        ("English: the language", "Inglés: la lengua", "English: the language"),
        ("<think>El means the.</think>\nThe text.", "El texto.", "The text."),
        ("```text\nThe text.\n```", "El texto.", "The text."),
        ("“The text.”", "El texto.", "The text."),
        ("“The text.”", "«El texto.»", "“The text.”"),
        ("“One” and “two”", "Uno y dos", "“One” and “two”"),
        ("We ask: enough.", "Pedimos que baste.", "We ask: enough."),
    ],
)
def test_what_a_model_wraps_around_a_translation_is_taken_off(answer: str, source: str, left: str) -> None:
    assert cleaned(answer, source) == left
