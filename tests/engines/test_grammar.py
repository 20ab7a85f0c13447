"""Spanish negations arrive as negations: no sentence says the opposite of its source."""

from __future__ import annotations

import pytest

from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.engines.apertium.grammar import spoken
from translate_flow.passage import Passage

SENTENCES = (
    ("Ningún ministro ha renunciado.", "No minister has resigned."),
    ("Hasta hoy, ninguno de los responsables ha sido sancionado.", "none of the people responsible has been"),
    ("Nadie ha sido sancionado por las muertes.", "Nobody has been punished"),
    ("Exigimos que ninguna muerte quede sin castigo.", "that no death be left"),
    ("De las 41 muertes, ninguna ha sido investigada.", "none has been"),
    ("Nada justifica la violencia.", "Nothing justifies the violence."),
    ("No hay justicia, nadie responde por los muertos.", "nobody answers"),
    ("El Congreso no ha aprobado ninguna ley y nadie ha renunciado.", "not approved any law and nobody has"),
    ("No vieron a nadie.", "did not see anybody"),
    ("No hay, hasta hoy, ningún responsable que responda.", "any person responsible"),
    ("Sin ninguna explicación, fueron detenidos.", "Without any explanation"),
    ("No permitiremos que ninguna muerte quede sin castigo.", "We will not allow that any death"),
    ("Más que nadie, los pobres sufren.", "More than anybody"),
    ("Ni el Ejecutivo ni el Legislativo han respondido.", "Neither the Executive nor the Legislative"),
    ("Las fuerzas del orden no solo dispararon.", "not only shot"),
    ("No más muertes.", "No more deaths."),
)


@pytest.mark.apertium
def test_a_negation_of_the_source_is_one_of_the_draft(apertium: ApertiumFactory) -> None:
    with apertium.start("es", "en") as engine:
        answers = list(engine.translate([Passage(source) for source, _ in SENTENCES]))
    for (source, part), answer in zip(SENTENCES, answers, strict=True):
        assert part in answer, (source, answer)


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"^gobierno<n><m><sg>/government<n><sg>$",
        b"^No<adv>/No<adv>$ ^haber<vbhaver><pri><p3><sg>/have<vbhaver><pri><p3><sg>$",
        b"^nadie<prn><tn><m><sg>",
    ],
)
def test_a_record_without_negative_words_is_left_alone(record: bytes) -> None:
    assert spoken(record) == record


def test_what_stands_around_a_negative_word_is_left_alone() -> None:
    record = b"[a]^Nadie<prn><tn><m><sg>/Anybody<prn><tn><m><sg>$ [b]^ir<vblex><pri><p3><sg>/go<vblex><pri><p3><sg>$[c]"
    assert spoken(record) == record.replace(b"/Anybody", b"/Nobody")
