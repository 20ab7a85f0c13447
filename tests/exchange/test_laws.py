"""Laws of the review table, for any texts and any people."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from translate_flow.exchange import load
from translate_flow.exchange.sheet import Remark, ReviewSheet, SheetRow, SheetRun
from translate_flow.exchange.tracked import tracked
from translate_flow.language.text import digest
from translate_flow.model import Event, Kind, Segment, State, Unit

WORDS = st.sampled_from(
    [
        "el",
        "río",
        "Red Muqui",
        "12",
        "«no»",
        "\n",
        "\t",
        " ",
        "  ",
        "<b>",
        "&",
        "\u2011",
        "\u00ad",
        "\u00a0",
        "ñ",
        ".",
        "🌱",
    ]
)
TEXTS = st.lists(WORDS, max_size=14).map(lambda words: " ".join(words))
PEOPLE = st.sampled_from(["Ana Condori", "Luis Vega", 'Rosa "Q" & <Co>'])
AT = "2023-01-13T09:12:44Z"


def unit(draft: str, edits: list[tuple[str, str]]) -> Unit:
    """A unit with a draft and people's versions of it."""
    events = [Event(id="0", at=AT, by="fake", do="draft", key="3f9a1c07", text=draft)]
    events += [
        Event(id=f"{n}", at=f"2023-01-13T09:{n:02}:44.1Z", by=by, do="edit", key="3f9a1c07", text=text)
        for n, (by, text) in enumerate(edits, 1)
    ]
    present = edits[-1][1] if edits else draft
    return Unit(Segment("3f9a1c07", Kind.PARAGRAPH, "fuente"), present, State.TRANSLATED, tuple(events))


@settings(max_examples=150, deadline=None)
@given(draft=TEXTS, edits=st.lists(st.tuples(PEOPLE, TEXTS), max_size=4))
def test_rejecting_every_run_gives_the_draft_and_accepting_it_the_text(
    draft: str, edits: list[tuple[str, str]]
) -> None:
    made = unit(draft, edits)
    runs = tracked(made)
    assert "".join(r.text for r in runs if r.op != "delete") == made.target
    if made.target:
        assert "".join(r.text for r in runs if r.op != "insert") == draft
    people = {by for by, _ in edits}
    assert all(r.hand[0] in people for r in runs if r.op != "equal")


@settings(max_examples=30, deadline=None)
@given(
    rows=st.lists(
        st.tuples(TEXTS, TEXTS, st.lists(st.tuples(PEOPLE, TEXTS), max_size=3), TEXTS), min_size=1, max_size=4
    )
)
def test_what_is_written_is_read_again(rows: list[tuple[str, str, list[tuple[str, str]], str]]) -> None:
    """Texts, hands, times, bases and remarks, through a Word table; the texts through XLIFF too."""
    made = tuple(
        SheetRow(
            number,
            f"{number:08x}",
            Kind.PARAGRAPH,
            State.TRANSLATED,
            source,
            tracked(unit(draft, edits)),
            digest(unit(draft, edits).target),
            remarks=(Remark("Luis Vega", said.strip(), AT),) if said.strip() else (),
        )
        for number, (source, draft, edits, said) in enumerate(rows, 1)
    )
    sheet = ReviewSheet("carta", "Carta", "es", "en", "0185a7b2c3d-0000-9f31c2", made)
    form = load("docx")
    assert form.write is not None
    back = form.read(form.write(sheet), "carta.docx")
    assert (back.statement, back.language, back.journal, back.by) == ("carta", "en", sheet.journal, "")
    for row, came in zip(made, back.rows, strict=True):
        assert (came.key, came.base) == (row.key, row.base)
        assert came.text == row.target.strip("\n")
        assert came.without(came.hands) == row.draft.strip("\n")
        assert {(a, t) for a, t in came.hands} == {r.hand for r in row.runs if r.op != "equal"}
        assert [(r.by, r.text) for r in came.remarks] == [(r.by, r.text) for r in row.remarks]
    xliff = load("xliff")
    assert xliff.write is not None
    data = xliff.write(sheet)
    assert (
        xliff.untouched is not None
        and xliff.untouched(data)
        and not xliff.untouched(data.replace(b"<body>", b"<body> "))
    )
    for row, came in zip(made, xliff.read(data, "carta.xlf").rows, strict=True):
        assert (came.key, came.base, came.text) == (row.key, row.base, row.target.strip("\n"))


@settings(max_examples=40, deadline=None)
@given(run=st.lists(st.builds(SheetRun, TEXTS, st.sampled_from(["equal"])), max_size=3))
def test_a_row_of_plain_runs_has_no_hands(run: list[SheetRun]) -> None:
    sheet = ReviewSheet(
        "carta", "", "es", "en", "", (SheetRow(1, "3f9a1c07", Kind.TITLE, State.DRAFT, "x", tuple(run), ""),)
    )
    form = load("docx")
    assert form.write is not None
    assert form.read(form.write(sheet), "carta.docx").rows[0].hands == frozenset()
