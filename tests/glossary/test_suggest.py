"""Names and terms nobody listed: found in sources, in repeated edits, in two renderings; and spellings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translate_flow.glossary import Glossary
from translate_flow.language.text import segment_keys
from translate_flow.model import Document, Edition, Event, Kind, Policy, Segment, State, Term, Unit
from translate_flow.term_extraction import Suggestion, suggest, variants

NONE = Glossary([])


def statement(*rows: tuple[str, ...], name: str = "carta", kind: Kind = Kind.PARAGRAPH) -> Edition:
    """Rows of source, translation and draft; a row of one is a source without translation."""
    keys = segment_keys([row[0] for row in rows])
    units = []
    for key, (source, *more) in zip(keys, rows, strict=True):
        target = more[0] if more else ""
        draft = (
            [Event(id="1", at="2023-02-01T10:00:00Z", by="apertium", do="draft", key=key, text=more[1])]
            if len(more) > 1
            else []
        )
        state = State.TRANSLATED if target else State.MISSING
        units.append(Unit(Segment(key, kind, source), target, state, tuple(draft)))
    return Edition(Document(name, "markdown", tuple(u.segment for u in units)), "es", "en", tuple(units))


def found(
    edition: Edition, glossary: Glossary = NONE, dismissed: tuple[str, ...] = ()
) -> dict[str, Suggestion]:
    return {s.es: s for s in suggest([edition], glossary, dismissed)}


NAMES = [
    ("Lo dijo ayer la Red Kawsay en la plaza.", ["Red Kawsay"]),
    ("La Red Kawsay lo dijo ayer.", ["Red Kawsay"]),
    (
        "Firmó el Frente de Defensa de los Intereses de Melgar.",
        ["Frente de Defensa de los Intereses de Melgar"],
    ),
    ("Habló la Red Agua, Tierra y Qhari de Sicuani.", ["Red Agua, Tierra y Qhari de Sicuani"]),
    ("Marcharon Huancasancos y Sicuani.", ["Huancasancos", "Sicuani"]),
    (
        "Vino la Asociación de Mujeres “Illari Warmi” temprano.",
        ["Asociación de Mujeres “Illari Warmi”"],
    ),
    (
        "Informó la Central de Comunidades de Umachiri (CECUM) que no.",
        ["Central de Comunidades de Umachiri (CECUM)"],
    ),
    (
        "Informó la Central de Comunidades de Umachiri – CECUM.",
        ["Central de Comunidades de Umachiri – CECUM"],
    ),
    ("La CUNARC no firmó.", ["CUNARC"]),
    ("El Ministerio de Trabajo calla.", ["Ministerio de Trabajo"]),
    ("Rosalía Quispealaya llegó sola.", ["Rosalía Quispealaya"]),
    ("Denunciaremos esto. Constatamos daños. Señaló que no.", []),
    ("EXIGIMOS JUSTICIA PARA HUANCASANCOS", []),
    ("La ONU y la Unión llegaron de Londres y México el Lunes.", []),
    ("Los Derechos Humanos y la Constitución importan.", []),
    ("Exigimos la RENUNCIA del ministro.", []),
    ("Comunicado: Nosotros y Nosotras, a la opinión pública.", []),
]


@pytest.mark.parametrize(("source", "names"), NAMES, ids=[source[:40] for source, _ in NAMES])
def test_names_of_a_source(source: str, names: list[str]) -> None:
    """Whole names with their connectors, quotes and acronyms; no ordinary words, no capitals of position."""
    assert sorted(found(statement((source,)))) == sorted(names)


def test_a_listed_name_is_not_proposed_and_hides_nothing() -> None:
    """The glossary's own names are left out; a longer name that holds one is not."""
    puno = Glossary([Term("Puno", "", "region"), Term("Dina Boluarte", "", "person")])
    edition = statement(
        ("La presidenta Dina Boluarte calló en Puno ante el Comité Sumaq de la Región Puno.",)
    )
    assert list(found(edition, puno)) == ["Comité Sumaq de la Región Puno"]


def test_the_acronym_and_the_long_form_count_as_one_name() -> None:
    edition = statement(
        ("Firmó la Central de Comunidades de Umachiri (CECUM).",),
        ("La CECUM pide garantías.",),
        ("Ayer la Central de Comunidades de Umachiri marchó.",),
    )
    proposals = found(edition)
    assert list(proposals) == ["Central de Comunidades de Umachiri (CECUM)"]
    assert proposals["Central de Comunidades de Umachiri (CECUM)"].count == 3


def test_items_of_lists_that_are_organisations() -> None:
    """Whole, without the country in brackets behind them."""
    edition = statement(("Colectivo Sumaq Llaqta – COSULLA (Bolivia)",), ("**Yachay Wasi**",), kind=Kind.NAME)
    proposals = found(edition)
    assert list(proposals) == ["Colectivo Sumaq Llaqta – COSULLA", "Yachay Wasi"]
    assert all(p.reason == "in a list" and p.policy is Policy.KEEP for p in proposals.values())


def test_a_name_people_translated_needs_its_english() -> None:
    """If no confirmed translation has the name, it is not one that stays."""
    kept = statement(("Firmó el Comité Sumaq.", "Comité Sumaq signed."))
    assert found(kept)["Comité Sumaq"].ready
    translated = statement(("Firmó el Comité Sumaq.", "The Sumaq Committee signed."))
    assert not found(translated)["Comité Sumaq"].ready


KAWSAY = (
    ("La Red Kawsay exige verdad.", "Red Kawsay demands truth.", "The Net Kawsay demands truth."),
    ("Ayer la Red Kawsay habló.", "Red Kawsay spoke yesterday.", "Yesterday the Net Kawsay spoke."),
    ("Firma: Red Kawsay.", "Signed: Red Kawsay.", "It signs: Net Kawsay."),
    ("La Red Kawsay no calla.", "Red Kawsay is not silent.", "The Net Kawsay does not silence."),
)


def test_repeated_edits_of_the_same_draft_wording() -> None:
    """“the Net Kawsay” corrected to “Red Kawsay” four times is a name to keep, with the wrong form forbidden."""
    proposals = suggest([statement(*KAWSAY)], NONE)
    first = proposals[0]
    assert (first.es, first.reason, first.count) == ("Red Kawsay", "edited", 4)
    term = first.term()
    assert (term.es, term.en, term.policy, term.forbidden) == ("Red Kawsay", "", Policy.KEEP, ("Net Kawsay",))
    assert [p.es for p in proposals] == ["Red Kawsay"]


def test_the_spanish_of_a_corrected_term_is_what_its_sources_share() -> None:
    """Where the English is no name, the Spanish is the phrase that these paragraphs have and others don't."""
    edition = statement(
        (
            "La mesa técnica sesionó en la sala.",
            "The working group met in the hall.",
            "The table met in the hall.",
        ),
        (
            "Mañana sigue la mesa técnica.",
            "The working group goes on tomorrow.",
            "Tomorrow the table goes on.",
        ),
        ("La sala está llena mañana.", "The hall is full tomorrow.", "The hall is full tomorrow."),
    )
    proposal = found(edition)["mesa técnica"]
    assert (proposal.en, proposal.forbidden, proposal.policy) == (
        "working group",
        ("table",),
        Policy.TRANSLATE,
    )


def test_a_listed_term_that_people_correct_gets_another_accepted_form() -> None:
    panel = Term("mesa técnica", "technical table", "term", Policy.TRANSLATE, file="terms.csv", row=2)
    edition = statement(
        ("La mesa técnica sesionó.", "The working group met.", "The technical table met."),
        ("Sigue la mesa técnica.", "The working group goes on.", "The technical table goes on."),
    )
    proposal = found(edition, Glossary([panel]))["mesa técnica"]
    assert proposal.listed == panel
    term = proposal.term()
    assert (term.en, term.accepted, term.row) == ("technical table", ("working group",), 2)


def test_one_edit_is_chance() -> None:
    assert all(s.reason != "edited" for s in suggest([statement(KAWSAY[0])], NONE))


def test_a_wording_corrected_in_two_ways() -> None:
    """People replace one draft wording by two: the term needs a decision."""
    edition = statement(
        ("Exigen la vacancia.", "They demand removal.", "They demand vacancy."),
        ("La vacancia llegó.", "Removal came.", "Vacancy came."),
        ("Hablan de vacancia.", "They talk of impeachment.", "They talk of vacancy."),
        ("La vacancia otra vez.", "Impeachment again.", "Vacancy again."),
    )
    proposal = found(edition)["vacancia"]
    assert proposal.reason == "two renderings"
    assert {text.lower() for text, _ in proposal.renderings} == {"removal", "impeachment"}


def test_a_listed_term_rendered_in_two_accepted_ways() -> None:
    """American and British spellings, capitals and number make no second way."""
    term = Term(
        "consulta previa", "prior consultation", "term", Policy.TRANSLATE, accepted=("prior consent process",)
    )
    same = statement(
        ("La consulta previa.", "Prior consultation."), ("Dos consultas previas.", "Two prior consultations.")
    )
    assert found(same, Glossary([term])) == {}
    two = statement(
        ("La consulta previa.", "Prior consultation."),
        ("Otra consulta previa.", "Another prior consent process."),
    )
    proposal = found(two, Glossary([term]))["consulta previa"]
    assert proposal.renderings == (("prior consent process", 1), ("prior consultation", 1))


def test_an_unlisted_phrase_in_two_camps() -> None:
    """Without any draft: a phrase that two translations call one thing and two another."""
    rows = (
        ("El pliego petitorio llegó tarde.", "The petition sheet arrived late."),
        ("Nadie leyó el pliego petitorio.", "Nobody read the petition sheet."),
        ("Firmaron un pliego petitorio largo.", "They signed a long bill of demands."),
        ("Otro pliego petitorio fue entregado.", "Another bill of demands was handed in."),
        ("El tren llegó tarde.", "The train arrived late."),
    )
    proposal = found(statement(*rows))["pliego petitorio"]
    assert proposal.reason == "two renderings"
    assert [count for _, count in proposal.renderings] == [2, 2]
    same = [(es, en.replace("bill of demands", "petition sheet")) for es, en in rows]
    assert "pliego petitorio" not in found(statement(*same))


def test_what_was_set_aside_stays_so() -> None:
    """Whatever its accents, capitals and signs."""
    edition = statement(("Marcharon Huancasancos y Sicuani.",))
    assert list(found(edition, NONE, ("huancasáncos",))) == ["Sicuani"]


def test_the_most_useful_first() -> None:
    """What people corrected, then lists and acronyms, then names, by how often."""
    edition = statement(*KAWSAY, ("Vino Sicuani y luego Sicuani y la CUNARC.",))
    assert [s.es for s in suggest([edition], NONE)] == ["Red Kawsay", "Sicuani", "CUNARC"]


def test_each_proposal_has_a_place_and_an_example() -> None:
    edition = statement(("El martes marcharon juntas las comunidades de Huancasancos hasta la plaza mayor.",))
    (proposal,) = suggest([edition], NONE)
    assert proposal.key == edition.units[0].key
    assert proposal.statements == ("carta",)
    assert "Huancasancos" in proposal.example


def spelt(edition: Edition, glossary: Glossary = NONE, name: str = "") -> list[list[str]]:
    return [[s.form for s in group] for group in variants([edition], glossary, name)]


def test_spelling_variants_of_one_name() -> None:
    """Accents, capitals, blanks and slips of the pen, in sources and translations, the surname alone too."""
    edition = statement(
        ("Habló Rosalía Quispealaya.", "Rosalía Quispealaya spoke."),
        ("Volvió Rosalia Quispealaya.", "Rosalía Quispealaya came back."),
        ("Calló la señora Quispelaya.", "Ms Quispelaya fell silent."),
        ("Firmó Kuskalla.", "Kuskalla signed."),
    )
    (group,) = spelt(edition)
    assert group == ["Rosalía Quispealaya", "Quispelaya", "Rosalia Quispealaya"]


def test_the_glossary_knows_which_spelling_is_right() -> None:
    otarola = Glossary([Term("Alberto Otárola", "", "person")])
    edition = statement(("Habló Alberto Otárola.", "Alberto Otalora spoke."), ("Calló Alberto Otarola.",))
    (group,) = variants([edition], otarola)
    assert [(s.form, s.listed, s.source, s.target) for s in group] == [
        ("Alberto Otárola", True, 1, 0),
        ("Alberto Otalora", False, 0, 1),
        ("Alberto Otarola", False, 1, 0),
    ]


def test_alike_is_not_the_same() -> None:
    """Two names of the glossary, quotes and dashes, countries in two languages, plurals make no variants."""
    listed = Glossary([Term("Canta", "", "province"), Term("Canas", "", "province")])
    edition = statement(
        ("En Canta y en Canas y en México.", "In Canta and Canas and Mexico."),
        ("La Red “Illari” – RI.", 'Red "Illari" - RI.'),
        ("Los Kawsay y el Kawsays.", "Kawsay."),
    )
    assert spelt(edition, listed) == []


def test_the_spellings_of_one_name_even_if_there_is_one() -> None:
    edition = statement(("Marcharon a Huancasancos.", "They marched to Huancasancos."))
    assert spelt(edition) == []
    assert spelt(edition, name="huancasancos") == [["Huancasancos"]]


def test_suggesting_twice_changes_nothing() -> None:
    """The same statements give the same proposals in the same order, whatever their order."""
    one, two = (
        statement(*KAWSAY),
        replace(statement(("Vino Sicuani.",)), document=Document("b", "markdown", ())),
    )
    first = [(s.es, s.count) for s in suggest([one, two], NONE)]
    assert first == [(s.es, s.count) for s in suggest([two, one], NONE)]


def test_the_sign_of_a_number_is_no_name() -> None:
    """*N.º* stands before a law's number; the law is no name either."""
    assert not found(statement(("La Ley N.º 29785 es clara, como la Ley N.° 30364.",)))


def test_a_person_without_one_of_the_given_names_is_proposed_once() -> None:
    """Under the fullest form; two people of one surname stay two."""
    proposals = found(
        statement(
            ("Ayer fue agredida Rosa Elvira Chunga Ccori en su casa.",),
            ("Hoy declaró Elvira Chunga Ccori ante el juez.",),
            ("También declaró Hilario Chunga Ccori.",),
        )
    )
    assert set(proposals) == {"Rosa Elvira Chunga Ccori", "Hilario Chunga Ccori"}
