"""Words of statements that the dictionaries lack are translated, inflected, and agree like any other."""

from __future__ import annotations

import re

import pytest

from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.engines.apertium.inflection import adjective, noun, plural, verb
from translate_flow.engines.apertium.supplement import supplement
from translate_flow.passage import Passage

SENTENCES = (
    (
        "El Gobierno prorrogó la medida, que ya había sido prorrogada.",
        "extended the measure, that already had been extended",
    ),
    ("La población moviliza a sus dirigentes.", "The population mobilises its leaders."),
    ("Ellos no movilizaron a nadie.", "They did not mobilise anybody."),
    ("Movilizándose, lograron desalojarlos.", "Mobilising, managed to evict them."),
    (
        "Las marchas fueron reprimidas de manera indiscriminada.",
        "The marches were repressed of indiscriminate way.",
    ),
    ("El derrame de petróleo y el saqueo.", "The oil spill and the plundering."),
    ("Los detenidos fueron hostigados.", "The detainees were harassed."),
    ("Rechazamos los allanamientos.", "We reject the searches."),
    ("Allanamientos y vejámenes.", "Searches and humiliations."),
    ("Exigimos esclarecer los hechos y que se esclarezcan.", "clarify"),
    ("Los asesinatos siguen impunes.", "unpunished"),
    ("Las víctimas fueron amenazadas.", "The victims were threatened."),
    ("El informe dio cuenta de los hechos.", "The report reported the events."),
)


@pytest.mark.apertium
def test_words_of_the_table_arrive_in_english(apertium: ApertiumFactory) -> None:
    with apertium.start("es", "en") as engine:
        answers = list(engine.translate([Passage(source) for source, _ in SENTENCES]))
    for (source, part), answer in zip(SENTENCES, answers, strict=True):
        assert part in answer, (source, answer)


ALIKE = frozenset(
    "extrajudicial neoliberal ancestral agenda agendas cite electoral integral machismo presto marginal "
    "quinoa refute rondero viral ronderos adolescente chavista escape escapes inalienable intangible "
    "irreversible multicultural panel sandinista sociocultural zapatista ashaninka guaraní alpaca alpacas apu apus confine embargo radio radios vicuña vicuñas ayllu ayllus chicha olluco ollucos tarwi maca puna dengue leishmaniasis cañihua kiwicha intercede "
    "aymara quechua asháninka awajún deplore drones electrocute irreparable mapuche mestizo multilateral "
    "shipibo soya soyas trans venal".split()
)
"""Words that are the same in both languages."""
EACH = 7
"""How many forms a word has for one that is asked for; verbs have up to a hundred."""


@pytest.mark.apertium
def test_no_word_of_the_table_stays_spanish(apertium: ApertiumFactory) -> None:
    """Forms that the table makes are understood by the tagger and all that follows: an English word comes out.

    Of each word one form in `EACH`, of the next word the form behind it, so that every form of every pattern is asked.
    """
    of: dict[str, list[str]] = {}
    for word, readings in sorted(supplement().analyses.items()):
        of.setdefault(readings[0].split("<")[0], []).append(word)
    words = [word for n, forms in enumerate(of.values()) for word in forms[n % min(EACH, len(forms)) :: EACH]]
    assert len(of) > 2000 and len(words) > 2 * len(of)
    passages = [" ".join(f"Esto: {word}." for word in words[n : n + 40]) for n in range(0, len(words), 40)]
    with apertium.start("es", "en") as engine:
        translated = list(engine.translate(list(map(Passage, passages))))
    # A sentence for each form: forty of them go through the chain of programs as one passage.
    answers = [answer for text in translated for answer in re.split(r"(?<=\.) (?=This: )", text)]
    same = {
        word
        for word, answer in zip(words, answers, strict=True)
        if word in answer.lower().split(": ")[-1].rstrip(".").split()
    }
    assert same <= ALIKE, same
    assert not any("@" in answer or "#" in answer for answer in answers)


def test_forms_are_spelt_as_spanish_spells_them() -> None:
    assert {"prorrogué", "prorrogue", "prorrogó", "prorrogándose"} <= {form for form, _ in verb("prorrogar")}
    assert {"esclarezco", "esclarezca", "esclareció", "esclareciera"} <= {
        form for form, _ in verb("esclarecer")
    }
    assert {"destituyó", "destituyen", "destituyendo", "destituimos", "destituyera"} <= {
        form for form, _ in verb("destituir")
    }
    assert ("suelta", "<vblex><pri><p3><sg>") in list(verb("soltar", "ue"))
    assert {"miente", "mintió", "mintieron", "mintiendo"} <= {form for form, _ in verb("mentir", "ie")}
    assert {"opone", "opuso", "opuesta", "oponerse", "opondrán"} <= {
        form for form, _ in verb("oponer", "poner")
    }
    assert ("movilicen", "<vblex><prs><p3><pl>") in list(verb("movilizar"))
    assert [plural(word) for word in ("querella", "humedal", "usurpación", "perdigón", "vejamen", "juez")] == [
        "querellas", "humedales", "usurpaciones", "perdigones", "vejámenes", "jueces",
    ]  # fmt: skip
    assert ("perpetradores", "<n><m><pl>") in list(noun("perpetrador", "m"))
    assert ("golpistas", "<adj><mf><pl>") in list(adjective("golpista"))
    assert ("represivas", "<adj><f><pl>") in list(adjective("represivo"))


def test_the_table_is_in_order() -> None:
    """Every line has its columns, no word twice in one class."""
    from translate_flow.engines.apertium.supplement import _rows

    rows = list(_rows())
    assert len({(lemma, kind) for lemma, kind, _, _ in rows}) == len(rows) > 150
    for lemma, kind, english, more in rows:
        assert kind.rstrip("*+=!").split(":")[0].rstrip("*").split(".")[0] in (
            "v",
            "n",
            "adj",
            "adv",
            "det",
        ), lemma
        assert english and bool(more) == kind.startswith("n"), lemma
