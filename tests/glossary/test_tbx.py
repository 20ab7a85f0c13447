"""TBX of every dialect: out and in again, valid, and as other programs write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import etree

from translate_flow.errors import GlossaryError
from translate_flow.glossary.exchange import read, write
from translate_flow.glossary.tbx import read_tbx
from translate_flow.glossary.tbx_write import STYLES
from translate_flow.model import Policy, Term

TERMS = [
    Term("violaciones", "violations", policy=Policy.TRANSLATE, variants=("violaciones",)),
    Term("premier", "premier", "role", Policy.TRANSLATE, article=True),
    Term("Red Muqui", "", "organisation", Policy.KEEP, "f", "sg", forbidden=("Net Muqui",), note="a & b"),
    Term("ternas", "", "", Policy.GLOSS, "f", "pl", gloss="police <groups>", variants=("terna",)),
    Term("paro", "strike", "", Policy.TRANSLATE, "m", accepted=("stoppage", "walkout"), forbidden=("stop",)),
]

ALLOWED = {
    "TBX-Basic": {"administrativeStatus", "grammaticalGender", "definition"},
    "TBX-Min": {"administrativeStatus"},
    "TBX-Core": set(),
}
"""Data categories of a dialect, of those that are written."""


@pytest.mark.parametrize("style", STYLES)
def test_tbx_out_and_in_again_loses_nothing(style: str) -> None:
    data = write(TERMS, ".tbx", style=style)
    again = read(data, "g.tbx")
    for before, after in zip(TERMS, again, strict=True):
        for name in ("es", "target", "kind", "policy", "gender", "number", "article", "gloss", "note"):
            assert getattr(after, name) == getattr(before, name), (before.es, name)
        for name in ("variants", "accepted", "forbidden"):
            assert getattr(after, name) == getattr(before, name), (before.es, name)
    assert write(again, ".tbx", style=style) == data


def _categories(root: etree._Element, style: str) -> Iterator[str]:
    """The data categories that are there: in DCA style a `type` names them, in DCT style elements of other namespaces."""
    for node in root.iter(etree.Element):
        if not style.endswith("-dct"):
            yield from filter(None, [node.get("type") if etree.QName(node).localname != "p" else None])
        elif etree.QName(node).namespace != etree.QName(root).namespace:
            yield etree.QName(node).localname


@pytest.mark.parametrize("style", STYLES)
def test_tbx_keeps_to_the_core_structure(style: str) -> None:
    """ISO 30042: what describes stands before what is described, and each category where it may."""
    root = etree.fromstring(write(TERMS, ".tbx", style=style))
    local = lambda node: etree.QName(node).localname  # noqa: E731
    dialect = {"min": "TBX-Min", "core": "TBX-Core"}.get(style.removesuffix("-dct"), "TBX-Basic")
    assert (local(root), root.get("type")) == ("martif" if style == "2" else "tbx", dialect)
    for entry in root.iter("{*}termEntry", "{*}conceptEntry"):
        names = [local(n) for n in entry]
        assert names == sorted(names, key=lambda n: n.startswith("lang")) and entry.get("id")
    for group in root.iter("{*}tig", "{*}termSec"):
        assert local(group[0]) == "term" and [local(n) for n in group].count("term") == 1
    for section in root.iter("{*}langSet", "{*}langSec"):
        names = [local(n) for n in section]
        assert names == sorted(names, key=lambda n: n in ("tig", "termSec"))
    assert set(_categories(root, style)) - {dialect} == ALLOWED[dialect]


@pytest.mark.parametrize("style", STYLES)
def test_version_3_is_in_the_standards_namespace_and_says_its_style(style: str) -> None:
    """Without a prefix for its own elements; those of data categories have one in DCT style."""
    root = etree.fromstring(write(TERMS, ".tbx", style=style))
    if style == "2":
        assert (root.nsmap, root.get("style")) == ({}, None)
        return
    assert root.nsmap[None] == "urn:iso:std:iso:30042:ed-2" == etree.QName(root).namespace
    assert root.get("style") == ("dct" if style.endswith("-dct") else "dca")
    modules = {"3-dct": {"min", "basic"}, "min-dct": {"min"}}.get(style, set())
    assert set(root.nsmap) == {None, *modules}


def test_a_dialect_without_a_status_has_no_forbidden_rendering_among_its_terms() -> None:
    """Another program would take it for a synonym."""
    root = etree.fromstring(write(TERMS, ".tbx", style="core"))
    words = {str(n.text) for n in root.iter("{*}term")}
    assert "stop" not in words and {"strike", "stoppage"} <= words


TBX_MIN = """<TBX dialect="TBX-Min"><header><languages source="es" target="en"/></header><body><entry id="c1">
<langGroup xml:lang="es"><termGroup><term>minka</term></termGroup></langGroup><langGroup xml:lang="en">
<termGroup><term>job</term><termStatus>notRecommended</termStatus></termGroup>
<termGroup><term>communal work</term><termStatus>preferred</termStatus><noteGrp><note>seen in Ayacucho</note></noteGrp>
</termGroup></langGroup></entry></body></TBX>"""


def test_tbx_min_of_its_own_structure_is_read() -> None:
    (term,) = read(TBX_MIN.encode(), "g.tbx")
    assert (term.es, term.en, term.forbidden, term.note) == (
        "minka",
        "communal work",
        ("job",),
        "seen in Ayacucho",
    )


@pytest.mark.parametrize(
    ("inside", "gloss", "note"),
    [
        ("<descrip>work of the whole community</descrip>", "work of the whole community", ""),
        ('<descrip type="Usage note">of the highlands only</descrip>', "", "of the highlands only"),
        ('<descripGrp><descrip type="context">They built it in a minka.</descrip></descripGrp>', "", "They built it in a minka."),
        ('<descrip type="definition">trabajo de toda la comunidad</descrip>', "", "trabajo de toda la comunidad"),
    ],
)  # fmt: skip
def test_what_other_programs_say_of_a_concept_is_kept(inside: str, gloss: str, note: str) -> None:
    word = '<langSet xml:lang="{}"><tig><term>{}</term></tig></langSet>'
    words = word.format("es", "minka") + word.format("en", "communal work")
    data = f'<martif type="TBX"><text><body><termEntry>{inside}{words}</termEntry></body></text></martif>'
    (term,) = read(data.encode(), "g.tbx")
    assert (term.gloss, term.note) == (gloss, note)


@pytest.mark.parametrize(
    "said",
    [
        '<termNote type="normativeAuthorization">supersededTerm</termNote>',
        '<termNote type="Usage status">Forbidden</termNote>',
        '<termNote type="termStatus">Do not use</termNote>',
        "<termNoteGrp><termNote type='administrativeStatus'>obsolete</termNote></termNoteGrp>",
    ],
)
def test_other_words_for_a_rendering_that_must_not_be_used(said: str) -> None:
    word = '<langSet xml:lang="{}"><tig><term>{}</term>{}</tig></langSet>'
    words = word.format("es", "minka", "") + word.format("en", "job", said)
    good = '<langSet xml:lang="en"><tig><term>communal work</term></tig></langSet>'
    data = f"<martif><text><body><termEntry>{words}{good}</termEntry></body></text></martif>"
    (term,) = read(data.encode(), "g.tbx")
    assert (term.en, term.forbidden) == ("communal work", ("job",))


def test_the_real_toolkit_reads_what_is_written() -> None:
    from translate.storage.tbx import tbxfile

    store = tbxfile.parsestring(write(TERMS, ".tbx"), "es", "en")  # type: ignore[no-untyped-call]
    assert [(u.source, u.target) for u in store.units] == [(t.es, t.target) for t in TERMS]


def test_renderings_stand_in_the_order_of_their_status() -> None:
    groups = "".join(
        f'<tig><term>{text}</term><termNote type="administrativeStatus">{status}Term-admn-sts</termNote></tig>'
        for text, status in (("b", "admitted"), ("d", "superseded"), ("a", "preferred"), ("c", "deprecated"))
    )
    data = f'<martif type="TBX" xml:lang="es"><text><body><termEntry><langSet xml:lang="es"><tig><term>minka</term></tig></langSet><langSet xml:lang="en">{groups}</langSet></termEntry></body></text></martif>'
    (term,) = read(data.encode(), "g.tbx")
    assert (term.en, term.accepted, set(term.forbidden)) == ("a", ("b",), {"c", "d"})


def test_a_concept_without_a_translation_is_no_name_to_keep() -> None:
    word = '<langSet xml:lang="{}"><tig><term>{}</term>{}</tig></langSet>'
    rejected = '<termNote type="administrativeStatus">rejected</termNote>'
    about = '<descrip type="definition">Work in common.</descrip>'
    concepts = [
        word.format("es", "ayni", ""),
        word.format("en", "swap", ""),
        word.format("es", "minka", "")
        + word.format("en", "job", rejected)
        + word.format("en", "communal work", about),
    ]
    body = "".join(f"<termEntry>{c}</termEntry>" for c in concepts)
    left_out: list[GlossaryError] = []
    data = f'<martif xml:lang="en"><text><body>{body}</body></text></martif>'.encode()
    (term,) = read(data, "t.tbx", unusable=left_out)
    assert (term.en, term.forbidden, term.gloss) == ("communal work", ("job",), "Work in common.")
    assert len(left_out) == 2


@pytest.mark.parametrize(
    ("where", "gloss"),
    [
        ("langSet xml:lang='en'", "work of the whole\n community"),
        ("langSet xml:lang='es'", "trabajo de la\n comunidad"),
    ],
)
def test_a_definition_belongs_to_its_language(where: str, gloss: str) -> None:
    tag = where.split()[0]
    other = "es" if "'en'" in where else "en"
    words = {"es": "minka", "en": "communal work"}
    mine = "en" if other == "es" else "es"
    data = (
        f'<martif type="TBX" xml:lang="es"><text><body><termEntry><{where}><descrip type="definition">{gloss}</descrip>'
        f"<tig><term>{words[mine]}</term></tig></{tag}><langSet xml:lang='{other}'><tig><term>{words[other]}</term></tig>"
        "</langSet></termEntry></body></text></martif>"
    )
    (term,) = read(data.encode(), "g.tbx")
    plain = " ".join(gloss.split())
    assert (term.gloss, term.note) == ((plain, "") if mine == "en" else ("", plain))


@pytest.mark.parametrize(
    ("note", "renderings"),
    [
        ('<termNote type="forbidden">true</termNote>', ("", ("strike",))),
        ('<termNote type="x-mq-forbidden">false</termNote>', ("strike", ())),
        ('<admin type="status">New</admin>', None),
        ('<admin type="status">Approved</admin>', ("strike", ())),
    ],
)
def test_words_of_other_programs_for_what_is_not_to_be_used_or_not_yet(
    note: str, renderings: tuple[str, tuple[str, ...]] | None
) -> None:
    body = (
        '<termEntry><langSet xml:lang="es"><tig><term>paro</term></tig></langSet><langSet xml:lang="en"><tig>'
        f"<term>strike</term>{note}</tig></langSet></termEntry>"
    )
    data = f'<martif type="TBX" xml:lang="en"><text><body>{body}</body></text></martif>'.encode()
    made = [(e["targets"], e["forbidden"], e["waiting"]) for e in read_tbx(data, "a.tbx", "es", "en")]
    right, wrong = renderings or ("", ())
    assert made == [([right] if right else [], list(wrong), renderings is None)]


def test_a_rendering_is_called_preferred_only_where_others_are_accepted() -> None:
    alone = Term("paro", "strike", policy=Policy.TRANSLATE)
    both = replace(alone, accepted=("stoppage",))
    assert b"preferred" not in write([alone], ".tbx")
    assert re.findall(rb"(\w+)Term-admn-sts", write([both], ".tbx")) == [b"preferred", b"admitted"]
