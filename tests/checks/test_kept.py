"""Findings kept from an earlier run are those of a new one, whatever was changed in between."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from translate_flow import checks
from translate_flow.checks import Check, Scene, Scope, check_unit, crew
from translate_flow.checks.kept import KeptFindings, check_again
from translate_flow.facts.gathered import Gathering
from translate_flow.language.text import fold
from translate_flow.model import Edition, Event, Finding, Kind, Severity, Unit

from .statement import edition, glossary
from .test_cases import cases

PAIRS = (
    ("Hubo 17 muertos en Huancasancos.", "There were 17 deaths in Huancasancos."),
    ("Marcharon en Huancasancos con la CUNARC.", "They marched in Huancasancos with CUNARC."),
    ("Volvieron a Huancasancos.", "They went back to Huancasancos."),
    ("La Red Muqui denuncia la represión.", "Red Muqui denounces the repression."),
)


class Counted:
    """A check, and how often it was asked."""

    def __init__(self, scope: Scope) -> None:
        self.asked = 0
        self.check = Check("counted", "counts", self.run, scope=scope)

    def run(self, unit: Unit, scene: Scene) -> Iterator[Finding]:
        self.asked += 1
        yield Finding("counted", self.check.severity, unit.key, f"{unit.target} {len(scene.edition.units)}")


def changed(made: Edition, at: int, **fields: object) -> Edition:
    units = list(made.units)
    units[at] = replace(units[at], **fields)  # type: ignore[arg-type]
    return replace(made, units=tuple(units))


@pytest.mark.parametrize(
    ("at", "target"),
    [
        (0, "There were 71 deaths in Huancasancos."),
        (1, "They marched in Huancasanocs with CUNARC."),
        (3, "The network denounces the repression."),
    ],
)
def test_what_is_kept_is_what_a_new_run_says(at: int, target: str) -> None:
    """One text is spoilt and mended; each time the findings are those of checks that know nothing."""
    right = edition(*PAIRS)
    kept = KeptFindings()
    for made in (right, changed(right, at, target=target), right):
        kept = check_again(made, glossary(), checks.load(), kept, "1")
        assert kept.findings == checks.run(made, glossary())
    assert checks.run(changed(right, at, target=target), glossary())


@pytest.mark.parametrize(("scope", "asked"), [(Scope.UNIT, 1), (Scope.SOURCES, 1), (Scope.STATEMENT, 4)])
def test_only_what_changed_is_looked_at_again(scope: Scope, asked: int) -> None:
    """A changed translation is checked anew alone, unless a check looks at all translations."""
    counted = Counted(scope)
    made = edition(*PAIRS)
    kept = check_again(made, glossary(), [counted.check], KeptFindings(), "1")
    counted.asked = 0
    check_again(made, glossary(), [counted.check], kept, "1")
    assert counted.asked == 0
    check_again(changed(made, 1, target="Otherwise."), glossary(), [counted.check], kept, "1")
    assert counted.asked == asked


@pytest.mark.parametrize("seed", range(6))
def test_whatever_changes_the_findings_are_those_of_a_new_run(seed: int) -> None:
    """Texts of the checks' own cases, exchanged and spoilt one after another, names and lists among them."""
    chance = random.Random(seed)
    rules = ("name-missing", "name-accents", "two-spellings", "gloss-missing", "sentence-lost")
    rows = [(c.source, c.target) for c in cases() if c.rule in rules] + [
        *PAIRS,
        ("Rosa Quispe Huamán", "Rosa Quispe Huaman"),
    ]
    made = edition(*chance.sample(rows, 14))
    kept = KeptFindings()
    for _ in range(12):
        at, (source, target) = chance.randrange(len(made.units)), chance.choice(rows)
        segment = made.units[at].segment
        kind = chance.choice((Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.NAME))
        fields: tuple[dict[str, object], ...] = (
            {"target": target},
            {"segment": replace(segment, text=source)},
            {"segment": replace(segment, kind=kind)},
            {"target": "".join(chance.choice((c, c.upper(), fold(c))) for c in made.units[at].target)},
        )
        made = changed(made, at, **chance.choice(fields))
        kept = check_again(made, glossary(), checks.load(), kept, "1")
        assert kept.findings == checks.run(made, glossary())


def test_a_change_elsewhere_counts_where_it_has_to_do_with_a_unit() -> None:
    """A check that gathers from the statement is asked again about those units alone."""
    asked: list[str] = []

    def run(unit: Unit, scene: Scene) -> Iterator[Finding]:
        asked.append(unit.key)
        for word in sorted(words.of(scene) & set(unit.target.split())):
            yield Finding("counted", Severity.WARNING, unit.key, word)

    words = Gathering(
        "last-words",
        lambda unit, scene: unit.target.split()[-1],
        lambda given, scene: frozenset(word for _, word in given),
        lambda whole, unit, given: sorted(whole & set(unit.target.split())),
    )
    check = Check("counted", "counts", run, scope=Scope.STATEMENT, gathers=(words,))
    made = edition(*((f"Fila {n}.", text) for n, text in enumerate(("a b", "b c", "c d", "e f"))))
    kept = check_again(made, glossary(), [check], KeptFindings(), "1")
    assert [str(f.message) for f in kept.findings] == ["b", "b", "c", "c", "d", "f"]
    asked.clear()
    made = changed(made, 3, target="e a")
    kept = check_again(made, glossary(), [check], kept, "1")
    assert sorted(asked) == sorted(made.units[n].key for n in (0, 3))
    assert [str(f.message) for f in kept.findings] == ["a", "b", "b", "c", "c", "d", "a"]


def test_another_program_or_glossary_keeps_nothing() -> None:
    counted = Counted(Scope.UNIT)
    made = edition(*PAIRS)
    kept = check_again(made, glossary(), [counted.check], KeptFindings(), "1")
    other = glossary().with_terms([replace(glossary().terms[0], es="Otro Nombre")])
    for terms, program in ((glossary(), "2"), (other, "1")):
        counted.asked = 0
        check_again(made, terms, [counted.check], kept, program)
        assert counted.asked == len(PAIRS)


def test_a_dismissal_counts_at_once() -> None:
    """Setting a finding aside changes no text, and is seen all the same."""
    made = edition(("Hubo 17 muertos.", "There were 27 deaths."))
    kept = check_again(made, glossary(), checks.load(), KeptFindings(), "1")
    assert [f.rule for f in kept.findings] == ["number-changed"]
    event = Event(
        id="e1",
        at="2024-01-01T00:00:00Z",
        by="ana",
        do="dismiss",
        key=made.units[0].key,
        rule="number-changed",
        note="so",
    )
    made = changed(made, 0, events=(event,))
    assert not check_again(made, glossary(), checks.load(), kept, "1").findings


@pytest.mark.parametrize("check", [c for c in checks.load() if c.example], ids=lambda c: c.rule)
def test_a_check_looks_at_no_more_than_it_says(check: Check) -> None:
    """In another statement a check of the unit alone says the same; one of the sources in other translations."""
    if check.scope is Scope.STATEMENT:
        return
    for case in (c for c in cases() if c.rule == check.rule):
        alone = edition((case.source, case.target))
        others = PAIRS if check.scope is Scope.UNIT else ()
        target = "Nobody said so."
        around = edition((case.source, case.target), *others) if others else alone
        if check.scope is Scope.SOURCES:
            alone, around = (
                edition((case.source, case.target), ("Nadie habló.", text))
                for text in ("Nobody spoke.", target)
            )
        first, second = (
            [(str(f.message), f.span) for f in check_unit(e.units[0], Scene(e, glossary()), [check])]
            for e in (alone, around)
        )
        assert first == second, case


def test_kinds_of_segments_are_part_of_it() -> None:
    """A paragraph that became a name of a list is judged anew."""
    made = edition(("Exigimos una investigación independiente.",) * 2)
    kept = check_again(made, glossary(), checks.load(), KeptFindings(), "1")
    assert kept.findings
    name = changed(made, 0, segment=replace(made.units[0].segment, kind=Kind.NAME))
    assert not check_again(name, glossary(), checks.load(), kept, "1").findings


def test_shared_among_processes_the_findings_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one process finds of a stretch of the statement the others know: names, spellings, first mentions."""
    monkeypatch.setattr(crew, "LEAST", 3)
    monkeypatch.setattr(crew, "_processors", lambda: 3)
    rows = [
        (c.source, c.target) for c in cases() if c.rule in ("name-missing", "two-spellings", "gloss-missing")
    ]
    made = edition(*rows, *PAIRS)
    kept = check_again(made, glossary(), checks.load(), KeptFindings(), "1")
    assert kept.findings == checks.run(made, glossary())
    monkeypatch.undo()
    alone = check_again(made, glossary(), checks.load(), KeptFindings(), "1")
    assert (kept.contexts, dict(kept.units)) == (alone.contexts, dict(alone.units))


def test_what_a_lost_process_had_to_do_is_done_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "LEAST", 1)
    monkeypatch.setattr(crew, "_processors", lambda: 2)
    here = os.getpid()

    def work(part: range, exchange: crew.Exchange) -> list[int]:
        if os.getpid() != here:
            os._exit(1)
        return exchange([n * n for n in part])

    assert crew.share(5, work) == [0, 1, 4, 9, 16]


def test_a_fault_in_a_process_is_seen_here(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crew, "LEAST", 1)
    monkeypatch.setattr(crew, "_processors", lambda: 2)

    def work(part: range, exchange: crew.Exchange) -> list[int]:
        return [1 // (3 - n) for n in part]

    with pytest.raises(ZeroDivisionError):
        crew.share(4, work)
    assert capfd.readouterr() == ("", "")
