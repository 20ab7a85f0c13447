"""Laws that hold for any two texts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from translate_flow import checks

from .statement import edition, glossary

PIECES = st.sampled_from(
    "El la de Red Muqui Otárola Otalora Apurimac terna ternas 1.234,56 10:30 h XXI cinco mil millones y treinta "
    'cuarenta no nunca not the The ** * _ ` [^1] [a](b) <b> </b> ⟦1⟧ *palabra #x @y ( ) « » “ ” " . , : ? ! … \n '
    "12/01/2023 N.º 30364 2021-22 5 a 6 ' ’ ~~ http://a.b/c a@b.c ² ١٢ ﬁ İ ß e\u0301 \u200b".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3))
def test_no_text_breaks_a_check(pairs: list[tuple[str, str]]) -> None:
    """No check raises on any pair of texts; spans lie inside the translation; keys are the statement's."""
    statement = edition(*pairs)
    units = {unit.key: unit for unit in statement.units}
    for finding in checks.run(statement, glossary()):
        target = units[finding.key].target
        if finding.span is not None:
            start, end = finding.span
            assert 0 <= start < end <= len(target)
        assert finding.message and "\n" not in str(finding.message)


@given(TEXTS, TEXTS)
@settings(max_examples=100, deadline=None)
def test_same_input_same_findings(source: str, target: str) -> None:
    """Findings are a function of statement and glossary."""
    assert checks.run(edition((source, target)), glossary()) == checks.run(
        edition((source, target)), glossary()
    )
