"""What denies in a text, and what a translation may say for it."""

from __future__ import annotations

import pytest

from translate_flow import language
from translate_flow.language.negation import (
    denied,
    denying_words,
    difference,
    is_faint,
    is_negator,
    known,
    negations,
    scan,
)

LANGUAGES = [tag for tag in language.known() if known(tag)]


def entries(key: str) -> list[tuple[str, str]]:
    return [(tag, entry) for tag in LANGUAGES for entry in language.of(tag).phrases("negation", key)]


@pytest.mark.parametrize(("tag", "word"), [*entries("negators"), *entries("agreeing"), *entries("joining")])
def test_each_negator_denies_by_itself(tag: str, word: str) -> None:
    assert negations(f"{word.capitalize()} x", tag).count == 1
    assert is_negator(word.upper(), tag)


@pytest.mark.parametrize(("tag", "phrase"), entries("excused"))
def test_what_is_excused_denies_nothing(tag: str, phrase: str) -> None:
    assert not scan(phrase, tag).count
    assert not scan(phrase, tag).without


@pytest.mark.parametrize(("tag", "phrase"), entries("either"))
def test_a_phrase_that_may_deny_is_counted_apart(tag: str, phrase: str) -> None:
    found = scan(phrase.replace("…", "x").replace("*", ""), tag)
    assert (found.count, found.either) == (0, 1)


@pytest.mark.parametrize(
    ("text", "tag", "count"),
    [
        ("No vino nadie, ni llamó nunca a la casa.", "es", 1),
        ("Nadie vino. No llamaron.", "es", 2),
        ("No firmó; nadie firmó.", "es", 2),
        ("La Ley No. 30364 y la N.º 12.", "es", 0),
        ("Neither the judge nor the clerk came.", "en", 1),
        ("She didn’t sign. Nor did he.", "en", 2),
        ("Room No. 5 was open.", "en", 0),
        ("Não veio ninguém.", "pt", 1),
        ("Il n’est pas venu.", "fr", 1),
        ("Non è venuto nessuno.", "it", 1),
        ("No ha vingut ningú.", "ca", 1),
        ("Mana hamurqachu.", "qu", 1),
        ("Es kam niemand.", "de", 1),
        ("Ne venis iu ajn.", "eo", 0),
    ],
)
def test_negations_are_counted_and_those_that_go_along_are_not(text: str, tag: str, count: int) -> None:
    assert negations(text, tag).count == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fueron 2.975, no 64.", 1),
        ("Piden 12 camas – no 3.", 1),
        ("Rige la ley no 64.", 0),
        ("Vive en Jr. Puno, No 64.", 0),
        ("Artículo 3, n.º 64.", 0),
    ],
)
def test_no_before_a_number_denies_it_or_is_its_sign(text: str, count: int) -> None:
    assert negations(text, "es").count == count


def test_a_denial_of_a_denial_is_told_apart() -> None:
    assert negations("No faltará nadie.", "es").doubled == 1
    assert negations("Don't forget the water.", "en").doubled == 1
    assert negations("Not uncommon here.", "en").doubled == 1


@pytest.mark.parametrize(
    ("word", "tag", "plain"),
    [
        ("unlawful", "en", "lawful"),
        ("Homeless", "en", "home"),
        ("dissatisfied", "en", "satisfied"),
        ("irregular", "en", "regular"),
        ("injusto", "es", "justo"),
        ("important", "en", ""),
        ("until", "en", ""),
        ("unless", "en", ""),
        ("Indigenous", "en", ""),
    ],
)
def test_what_a_prefix_or_an_ending_denies(word: str, tag: str, plain: str) -> None:
    assert denied(word, tag) == plain


def test_words_that_deny_faintly() -> None:
    assert all(is_faint(w, "en") for w in "fails lacked unjust homeless illegal frivolous".split())
    assert all(is_faint(w, "es") for w in "carecen rechazó imposible desconocía injusticia".split())
    assert not any(is_faint(w, "en") for w in "important interest disk unions under still only".split())
    assert not any(is_faint(w, "es") for w in "desarrollo negocio información importante inversiones".split())


def test_words_of_a_language_not_known_are_judged_by_all() -> None:
    assert denying_words(["ne", "nunca", "pas", "kaj"], "eo") == ["nunca", "pas"]
    assert denying_words(["nunca", "pas"], "es") == ["nunca"]


@pytest.mark.parametrize(
    ("source", "target", "languages", "lost"),
    [
        ("La empresa no pagó la multa.", "A empresa pagou a multa.", ("es", "pt"), True),
        ("La empresa no pagó la multa.", "A empresa não pagou a multa.", ("es", "pt"), None),
        ("La empresa no pagó la multa.", "L’entreprise n’a pas payé l’amende.", ("es", "fr"), None),
        ("La empresa pagó la multa.", "L’azienda non ha pagato la multa.", ("es", "it"), False),
        ("La empresa no pagó la multa.", "La entrepreno pagis la monpunon.", ("es", "eo"), None),
    ],
)
def test_any_two_known_languages_are_compared(
    source: str, target: str, languages: tuple[str, str], lost: bool | None
) -> None:
    found = difference(source, target, languages)
    assert (found.lost if found else None) == lost
