"""Checks that look at a segment's state, at the whole statement, and at what was dismissed."""

from __future__ import annotations

from translate_flow import checks
from translate_flow.glossary import Glossary
from translate_flow.language.text import digest
from translate_flow.model import Edition, Event, Finding, Kind, Severity, State

from .statement import edition, glossary

EMPTY = Glossary([])


def rules(statement: Edition, terms: Glossary = EMPTY) -> list[str]:
    return [f.rule for f in checks.run(statement, terms)]


def event(do: str, note: str = "", **more: str) -> Event:
    return Event(
        id="01", at="2023-01-12T10:00:00Z", by=more.pop("by", "reviewer"), do=do, key="k", note=note, **more
    )


def test_missing_is_the_only_thing_said_of_an_empty_segment() -> None:
    """A segment without translation is an error, and no other check speaks of it."""
    found = checks.run(edition(("Murieron 17 personas en Puno.", ""), state=State.MISSING), glossary())
    assert [(f.rule, f.severity) for f in found] == [("missing", Severity.ERROR)]


def test_unread_draft_names_its_engine() -> None:
    """A draft nobody read is a warning that says which engine made it."""
    draft = event("draft", by="apertium", text="We demand justice.", engine="apertium 3.8.3")
    found = checks.run(
        edition(("Exigimos justicia.", "We demand justice."), state=State.DRAFT, events=(draft,)), EMPTY
    )
    assert [(f.rule, f.severity.value) for f in found] == [("untouched-draft", "warning")]
    assert "apertium 3.8.3" in str(found[0].message)


def test_returned_text_is_not_an_unread_draft() -> None:
    """What a reviewer sent back is reported with the reviewer's words, and only so."""
    past = (event("draft", text="x"), event("return", "the date is wrong"))
    found = checks.run(
        edition(("Exigimos justicia.", "We demand justice."), state=State.DRAFT, events=past), EMPTY
    )
    assert [f.rule for f in found] == ["returned"]
    assert "“the date is wrong”" in str(found[0].message)


def test_answered_return_is_silent() -> None:
    """A correction after the return settles it."""
    past = (event("return", "wrong"), event("edit", text="We demand justice."))
    assert rules(edition(("Exigimos justicia.", "We demand justice."), events=past)) == []


def test_stale_translation_quotes_the_old_source() -> None:
    """A translation of an older source says what that source was."""
    statement = edition(
        ("Exigimos justicia hoy.", "We demand justice."), state=State.STALE, previous="Exigimos justicia."
    )
    found = checks.run(statement, EMPTY)
    assert [f.rule for f in found] == ["source-changed"]
    assert "“Exigimos justicia.”" in str(found[0].message)


def test_kept_segments_are_left_alone() -> None:
    """A name that is kept has nothing to be checked."""
    name = "Asociación Voces de la Tierra en Marcha"
    assert rules(edition((name, name), state=State.KEPT, kind=Kind.NAME), glossary()) == []


def test_gloss_is_asked_for_once() -> None:
    """Only the first paragraph that has the term must explain it."""
    statement = edition(
        ("Actuó una terna.", "A terna was at work."),
        ("Otra terna llegó después.", "Another terna came later."),
    )
    found = checks.run(statement, glossary(), ["gloss-missing"])
    assert [f.key for f in found] == [statement.units[0].key]
    assert str(found[0].hint) == "write “terna (plain-clothes police group)”"


def test_gloss_at_the_first_mention_satisfies() -> None:
    """Once explained, the term needs no more."""
    statement = edition(
        ("Actuó una terna.", "A terna (plain-clothes police group) was at work."),
        ("Otra terna llegó después.", "Another terna came later."),
    )
    assert checks.run(statement, glossary(), ["gloss-missing"]) == []


def test_two_spellings_show_the_rarer_one() -> None:
    """The spelling that stands once is shown where it stands, with the one that stands twice."""
    statement = edition(
        ("Llegaron a Huancasancos.", "They reached Huancasancos."),
        ("Salieron del pueblo.", "They left Huancasanocs."),
        ("Volvieron a Huancasancos.", "They returned to Huancasancos."),
    )
    found = checks.run(statement, EMPTY, ["two-spellings"])
    assert [(f.key, f.span) for f in found] == [(statement.units[1].key, (10, 22))]
    assert "“Huancasancos” 2 times in the translation" in str(found[0].message)


def test_a_spelling_that_the_source_shows_wrong_is_left_to_the_checks_of_names() -> None:
    statement = edition(
        ("Llegaron a Huancasancos.", "They reached Huancasancos."),
        ("Salieron de Huancasancos.", "They left Huancasanocs."),
    )
    assert [f.rule for f in checks.run(statement, EMPTY)] == ["name-missing"]


def test_two_spellings_in_the_source() -> None:
    """A name spelt in two ways by the authors is found as well."""
    statement = edition(
        ("Habló Wiñaypacha.", "Wiñaypacha spoke."), ("Firmó Wiñaypahca.", "Wiñaypacha signed.")
    )
    found = checks.run(statement, EMPTY, ["two-spellings"])
    assert [f.span for f in found] == [None]
    assert "in the source" in str(found[0].message)


def test_two_countries_or_continents_are_two_names() -> None:
    statement = edition(
        ("Escriben de Sudáfrica y Sudamérica.", "They write from South Africa and South America."),
        ("Volvieron a Sudáfrica.", "They returned to South Africa."),
    )
    assert checks.run(statement, EMPTY, ["two-spellings"]) == []


def test_dismissed_rule_is_silent_for_that_text_only() -> None:
    """A dismissal holds for the text it was said of, and for its rule."""
    pair = ("Murieron 17 personas.", "Twenty-seven people died.")
    assert rules(edition(pair)) == ["number-changed"]
    said = event("dismiss", "as in the original", rule="number-changed", base=digest(pair[1]))
    assert rules(edition(pair, events=(said,))) == []
    older = event("dismiss", rule="number-changed", base=digest("Another text."))
    assert rules(edition(pair, events=(older,))) == ["number-changed"]
    other = event("dismiss", rule="spaces", base=digest(pair[1]))
    assert rules(edition(pair, events=(other,))) == ["number-changed"]


def test_findings_come_in_document_order() -> None:
    """Findings of an earlier paragraph come first, whatever their rule."""
    statement = edition(("Vino el 9.", "Came , on the 8th."), ("Vino el 7.", "Came on the 6th."))
    keys = [f.key for f in checks.run(statement, EMPTY)]
    assert keys == sorted(keys, key=[u.key for u in statement.units].index)
    assert len(set(keys)) == 2


def test_other_languages_are_not_judged_by_english_rules() -> None:
    """In a French translation neither doubled words nor missing English negations are looked for."""
    found: list[Finding] = checks.run(
        edition(("No vinieron 17.", "Ils ne sont pas pas venus, les 17 !"), target_language="fr"), EMPTY
    )
    assert found == []


def test_a_lost_term_is_an_error_in_a_draft_and_a_lost_name_always() -> None:
    """A person may have had a better word for ordinary vocabulary; a machine has not, and names have none."""

    def severity(source: str, target: str, state: State) -> list[str]:
        found = checks.run(edition((source, target), state=state), glossary(), ["term-missing"])
        return [f.severity.value for f in found]

    word = "Piden una asamblea constituyente.", "They ask for a new convention."
    body = "Lo acordó el Consejo de Ministros.", "The cabinet agreed to it."
    kept = "La Red Muqui denuncia los hechos.", "The network denounces the events."
    for state in (State.DRAFT, State.STALE):
        assert [severity(*pair, state) for pair in (word, body, kept)] == [["error"]] * 3
    for state in (State.TRANSLATED, State.APPROVED):
        assert [severity(*pair, state) for pair in (word, body, kept)] == [["warning"], ["error"], ["error"]]
