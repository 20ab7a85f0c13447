"""A term is reported by the checks if and only if `diff` calls it broken or missing and the desk marks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_flow import checks
from translate_flow.desk.views import look_view
from translate_flow.desk.words import locale_of
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.look import look
from translate_flow.flow.statement.sheet import Sheet
from translate_flow.flow.statement.work import Work
from translate_flow.glossary import Glossary
from translate_flow.model import Event, Policy, State, Term, Unit
from translate_flow.review.terms import verdicts
from translate_flow.workspace import Workspace

from ..formats.wordfiles import docx, paragraph, run
from .statement import HERE, edition, glossary
from .test_cases import cases

RULES = ("term-missing", "term-case", "term-forbidden", "name-translated", "acronym-written-out", "near-miss")
"""The checks that report what became of a term."""

TERMS = (
    Term("Red Kawsay", "", "organisation", forbidden=("Life Network", "Net Kawsay")),
    Term("Asociación de Mujeres del Valle", "", "organisation"),
    Term("Valle", "", "district"),
    Term("Bolivia", "Bolivia", "country", Policy.TRANSLATE),
    Term("ronda", "", "term", Policy.GLOSS, gloss="village patrol"),
    Term("empresa minera", "mining company", "body", Policy.TRANSLATE),
    Term("empresa petrolera", "oil company", "body", Policy.TRANSLATE),
    Term("comunero", "comunero", "people", Policy.TRANSLATE, accepted=("villager",), forbidden=("commoner",)),
    Term(
        "Autoridad del Agua", "Water Authority", "body", Policy.TRANSLATE, accepted=("WA",), variants=("ADA",)
    ),
)
FORMS = st.sampled_from(
    "la|Red Kawsay|Red **Kawsay**|<b>Red</b> Kawsay|Asociación de Mujeres del Valle|Valle|en|Bolivia|rondas|y|."
    "|empresas mineras y petroleras|empresa petrolera|comuner@s|comunero(a)|Autoridad del Agua (ADA)|ADA|Kawsay"
    "|RED KAWSAY|red Kawsay|[Red Kawsay](https://x.org)|«Red Kawsay»|Empresas Mineras|EMPRESAS MINERAS|Rondas|Comuneros".split(
        "|"
    )
)
RENDERINGS = st.sampled_from(
    "the|Red Kawsay|red kawsay|Red **Kawsay**|Life Network|Net <i>Kawsay</i>|Asociación de Mujeres del Valle|in|and|."
    "|Valley Women's Association|Valle|Bolivia|Bolivian|rondas|rounds|mining and oil companies|oil companies"
    "|Mining Companies|MINING COMPANIES|mining company|RED KAWSAY|[Red Kawsay](https://x.org)|“Red Kawsay”|Bolivia's|BOLIVIA"
    "|ronda|Rondas|valley|comuneros|Comunero|Commoners|LIFE NETWORK|villagers|commoners|Water Authority (WA)|Water Authority (WATER AUTHORITY)|ADA|WATER AUTHORITY".split(
        "|"
    )
)
SOURCES = st.lists(FORMS, min_size=1, max_size=6).map(" ".join)
TARGETS = st.lists(RENDERINGS, min_size=1, max_size=6).map(" ".join)


def reported(unit: Unit, terms: Glossary) -> set[str]:
    """Terms that are not right, if the checks report any."""
    scene = checks.Scene(edition((unit.segment.text, unit.target)), terms)
    found = checks.check_unit(unit, scene, [checks.find(rule) for rule in RULES])
    return {use.term.es for use in scene.terms(unit) if not use.right} if found else set()


def wanting(unit: Unit, terms: Glossary) -> set[str]:
    """Terms that `diff` calls broken or missing."""
    return {v.term.es for v in verdicts(unit, terms) if v.verdict in ("broken", "missing")}


@settings(max_examples=120, deadline=None)
@given(SOURCES, TARGETS)
def test_checks_report_what_diff_misses(source: str, target: str) -> None:
    """The checks report as many terms as diff misses, and each of them in a glossary where it stands alone."""
    (unit,) = edition((source, target)).units
    every = Glossary(TERMS)
    assert reported(unit, every) == wanting(unit, every)
    for term in TERMS:
        alone = Glossary([term])
        found = checks.run(edition((source, target)), alone, RULES)
        assert bool(found) == bool(wanting(unit, alone)), [f.message for f in found]
        recased = any(verdict.recased for verdict in verdicts(unit, alone))
        assert recased == ({f.rule for f in found} == {"term-case"}), [f.message for f in found]


@settings(max_examples=60, deadline=None)
@given(SOURCES, TARGETS, TARGETS)
def test_a_draft_makes_no_difference_to_what_is_wrong_now(source: str, draft: str, target: str) -> None:
    event = Event(id="1", by="engine", do="draft", key="", text=draft)
    (unit,) = edition((source, target), events=(event,)).units
    assert wanting(unit, Glossary(TERMS)) == reported(unit, Glossary(TERMS))


def _markdown(texts: Iterable[str]) -> bytes:
    return "\n\n".join(texts).encode()


def _html(texts: Iterable[str]) -> bytes:
    body = "\n".join(f"<p>{text}</p>" for text in texts)
    return f'<!doctype html>\n<html lang="es"><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>\n'.encode()


def _docx(texts: Iterable[str]) -> bytes:
    return docx(*(paragraph(run(text)) for text in texts))


FORMATS: dict[str, tuple[Callable[[Iterable[str]], bytes], int]] = {
    "md": (_markdown, 40),
    "txt": (_markdown, 30),
    "html": (_html, 30),
    "docx": (_docx, 30),
}
"""How a statement of some texts is written, and how many cases of the checks on terms it takes at least."""


@pytest.fixture(scope="module", params=FORMATS)
def sheet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Sheet, str]:
    """A workspace with the glossary of the checks' tests, and a statement of the sources of all their cases.

    In other formats than Markdown of those without marks, which would have to be written otherwise there.
    """
    kind: str = request.param
    root = tmp_path_factory.mktemp("law")
    init(root, "es", ("en",))
    for path in (root / "glossary").glob("*.csv"):
        path.unlink()
    (root / "glossary" / "terms.csv").write_bytes((HERE / "terms.csv").read_bytes())
    sources = dict.fromkeys(
        case.source
        for case in cases()
        if "\n" not in case.source and (kind == "md" or MARKS.isdisjoint(case.source))
    )
    path = root / "statements" / f"casos.es.{kind}"
    path.write_bytes(FORMATS[kind][0](sources))
    workspace = Workspace.find(root)
    add(workspace, [path], ("en",))
    return Sheet.of(Work.open(workspace, "casos", "en")), kind


MARKS = frozenset("*_[]<>&`#\t")


def test_the_desk_marks_what_the_checks_report(sheet: tuple[Sheet, str]) -> None:
    """Over all cases of the checks, as the page gets it: the sources as a statement, the translations typed."""
    opened, kind = sheet
    keys = {unit.segment.text: key for key, unit in opened.units.items()}
    seen = 0
    for case in cases():
        if case.source not in keys:
            continue
        if kind != "md" and (case.rule not in RULES or not MARKS.isdisjoint(case.target)):
            continue  # marks are written otherwise there
        view = look_view(look(opened, keys[case.source], case.target), locale_of("en"))
        marked = {term["es"] for term in view["terms"] if term["status"] != "used"}
        (unit,) = edition((case.source, case.target)).units
        assert marked == wanting(unit, glossary()) == reported(unit, glossary()), case
        if case.rule in RULES:
            said = [f for f in view["findings"] if f["rule"] in RULES]
            found = [f for f in said if ", in the source" not in f["message"]]  # the source's own slip
            assert bool(found) == bool(marked), case
            seen += 1
    assert seen > FORMATS[kind][1]


@pytest.mark.parametrize("sheet", ["md"], indirect=True)
def test_a_kept_segment_wants_nothing(sheet: tuple[Sheet, str]) -> None:
    """A name that stays as it is has its terms: nothing is missing, and nothing is offered to be put in."""
    source = "Asociación de Mujeres del Valle"
    unit = edition((source, source), state=State.KEPT).units[0]
    words = Glossary([Term("mujer", "woman", "term", Policy.TRANSLATE), *TERMS[1:2]])
    assert wanting(unit, words) == set()
    opened, _ = sheet
    opened.units[unit.key] = unit
    terms = look_view(look(opened, unit.key), locale_of("en"))["terms"]
    assert all(term["status"] == "used" for term in terms)
