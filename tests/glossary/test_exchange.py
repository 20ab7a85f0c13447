"""Glossaries of other programs, read and written."""

from __future__ import annotations

import sys

import pytest

from translate_flow.errors import GlossaryError
from translate_flow.glossary.exchange import ForeignEntry, gathered, read, write
from translate_flow.glossary.table import new_table
from translate_flow.model import Policy, Term

TERMS = [
    Term(
        "ternas",
        "",
        "",
        Policy.GLOSS,
        "f",
        "pl",
        False,
        "police groups",
        ("terna",),
        (),
        ("triples",),
        "old & new",
    ),
    Term("paro", "strike", "", Policy.TRANSLATE, "m", "sg", accepted=("stoppage",), forbidden=("stop",)),
    Term("Red Muqui", ""),
]

WEBLATE = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">
<martif type="TBX" xml:lang="es"><text><body>
<termEntry><descrip type="definition">a halt of work</descrip>
<langSet xml:lang="es"><tig><term>paro</term></tig></langSet>
<langSet xml:lang="en"><tig><term>strike</term></tig></langSet>
<langSet xml:lang="fr"><tig><term>gr\xc3\xa8ve</term></tig></langSet></termEntry>
</body></text></martif>"""

TRADOS = """<?xml version="1.0" encoding="UTF-16"?>
<martif type="TBX" xml:lang="en"><text><body><termEntry id="c1">
<langSet xml:lang="en-US"><ntig><termGrp><term>strike</term></termGrp></ntig></langSet>
<langSet xml:lang="es-PE"><ntig><termGrp><term>paro</term>
<termNote type="grammaticalGender">masculine</termNote></termGrp></ntig></langSet>
</termEntry></body></text></martif>""".encode("utf-16")

THIRD = b"""<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="es"><text><body>
<conceptEntry id="c1"><langSec xml:lang="es"><termSec><term>paro</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>strike</term></termSec><termSec><term>stop</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec></conceptEntry>
</body></text></tbx>"""


def facts(term: Term) -> tuple[object, ...]:
    """What TBX carries of a term."""
    grammar = (term.gender, term.number)
    return (
        term.es,
        term.target,
        term.policy,
        grammar,
        term.gloss,
        term.variants,
        term.accepted,
        term.forbidden,
        term.note,
    )


def test_tbx_carries_everything_there_and_back() -> None:
    assert [facts(t) for t in read(write(TERMS, ".tbx"), "g.tbx")] == [facts(t) for t in TERMS]


@pytest.mark.parametrize("data", [WEBLATE, TRADOS, THIRD], ids=["weblate", "trados", "tbx 3"])
def test_flavours_of_tbx_are_read(data: bytes) -> None:
    (term,) = read(data, "g.tbx")
    assert (term.es, term.en, term.policy) == ("paro", "strike", Policy.TRANSLATE)


def test_tbx_details() -> None:
    assert read(WEBLATE, "g.tbx", "fr")[0].en == "grève"
    assert read(WEBLATE, "g.tbx")[0].gloss == "a halt of work"
    assert read(TRADOS, "g.tbx")[0].gender == "m"
    assert read(THIRD, "g.tbx")[0].forbidden == ("stop",)


def test_omegat_text_is_read_and_written() -> None:
    """Several lines with one source are one term; the comment becomes the note."""
    data = b"# OmegaT\nparo\tstrike\tlabour\nparo\tstoppage\nPuno\tPuno\n"
    paro, puno = read(data, "glossary.txt")
    assert (paro.en, paro.accepted, paro.note) == ("strike", ("stoppage",), "labour")
    assert puno.policy is Policy.KEEP
    assert write(TERMS, ".tsv").decode().splitlines()[2:] == [
        "paro\tstrike\tnot: stop",
        "paro\tstoppage\tnot: stop",
        "Red Muqui\tRed Muqui\t",
    ]


def test_a_gettext_glossary_is_read() -> None:
    data = b"""msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# halt of work
msgid "paro"
msgstr "strike"

#, forbidden
msgctxt "2"
msgid "paro"
msgstr "stop"

#, read-only
msgid "Red Muqui"
msgstr "Red Muqui"
"""
    paro, muqui = read(data, "g.po")
    assert (paro.en, paro.forbidden, paro.note) == ("strike", ("stop",), "halt of work")
    assert muqui.policy is Policy.KEEP


def test_a_po_written_is_read_again_and_the_same_each_time() -> None:
    data = write(TERMS, ".po")
    assert data == write(TERMS, ".po")
    assert [(t.es, t.target, t.accepted, t.forbidden) for t in read(data, "g.po")] == [
        (t.es, t.target, t.accepted, t.forbidden) for t in TERMS
    ]


def test_imported_terms_can_be_added_to_a_file() -> None:
    table = new_table("g.csv").adding(*read(WEBLATE, "g.tbx"))
    assert [t.en for t in table.terms()] == ["strike"]
    assert table.has("paro")
    assert not table.has("voto")


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "g.xls", "g.xls: not a glossary that can be imported; known formats: .tbx"),
        (b"<martif>", "g.tbx", "g.tbx, row 1: not well-formed XML"),
        (b"<html/>", "g.tbx", "g.tbx: not TBX; its root is html"),
        (b"paro\n", "g.tsv", "g.tsv: no columns for es and en were found (paro); say what the columns are"),
        (b"\0\1\2", "g.tsv", "g.tsv"),
        (b"de\tof\n", "g.tsv", "g.tsv, row 1, column es: 'de' is a function word"),
    ],
)
def test_a_bad_foreign_file_is_a_one_line_error(data: bytes, name: str, expected: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read(data, name)
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)


def test_entities_are_not_followed() -> None:
    """A TBX file cannot pull in other files."""
    data = b'<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/hostname">]><martif><text><body><termEntry>'
    data += (
        b'<langSet xml:lang="es"><tig><term>a&x;b</term></tig></langSet>'
        b'<langSet xml:lang="en"><tig><term>c</term></tig></langSet></termEntry></body></text></martif>'
    )
    assert read(data, "g.tbx")[0].es == "ab"


@pytest.mark.parametrize(("module", "name"), [("translate.storage.pypo", "g.po")])
def test_without_the_toolkit_the_remedy_is_named(
    module: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(GlossaryError, match=r"needs Translate Toolkit; install it with: pip install"):
        read(WEBLATE, name)


def test_records_of_one_term_are_gathered_the_first_has_the_say() -> None:
    rows = [
        ForeignEntry("paro", 1, ["strike"], gloss="a halt of work"),
        ForeignEntry(
            "  paro ", 2, ["stoppage"], forbidden=["stop"], gloss="other words", note="seen in 2023"
        ),
        ForeignEntry("marcha", 3, ["march"]),
        ForeignEntry("marcha", 4, ["rally"], gloss="people who walk"),
        ForeignEntry(" ", 5, ["nothing"]),
    ]
    paro, marcha = gathered(rows, "terms.tsv")
    assert (paro.en, paro.accepted, paro.forbidden) == ("strike", ("stoppage",), ("stop",))
    assert (paro.gloss, paro.note) == ("a halt of work", "seen in 2023")
    assert (marcha.accepted, marcha.gloss) == (("rally",), "people who walk")


def test_a_record_that_names_its_own_term_as_a_variant_has_it_only_where_no_other_form_counts() -> None:
    for alone, variants in ((False, ("huelga",)), (True, ("paro", "huelga"))):
        entry = ForeignEntry("paro", 1, ["strike"], variants=["paro", "", "huelga"], alone=alone)
        assert entry.term("terms.tsv").variants == variants
