"""Glossaries as other programs write them: columns, encodings, delimiters, TBX of every version."""

from __future__ import annotations

import codecs

import pytest

from translate_flow.errors import GlossaryError
from translate_flow.glossary.exchange import gathered, read
from translate_flow.glossary.foreign_table import Mapping, read_table
from translate_flow.model import Policy, Term

TABLES: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "deepl": (
        "minka,communal work\nayni,mutual aid\n",
        [("minka", "communal work", ""), ("ayni", "mutual aid", "")],
    ),
    "deepl with codes": (
        "minka,communal work,ES,EN-GB\nmutual aid,ayni,en,es\nminka,travail,es,fr\n",
        [("minka", "communal work", ""), ("ayni", "mutual aid", "")],
    ),
    "omegat": ("minka,communal work,of all\n", [("minka", "communal work", "of all")]),
    "weblate": (
        '"location","source","target","id","fuzzy","context","translator_comments","developer_comments"\n'
        '"","minka","communal work","","","","of all",""\n"","ayni","aid","","True","","",""\n'
        '"","Wayra","Wayra","","","","read-only",""\n',
        [("minka", "communal work", "of all"), ("Wayra", "", "")],
    ),
    "google": (
        "en,es,pos,description\ncommunal work,minka,noun,of all\n",
        [("minka", "communal work", "of all")],
    ),
    "matecat": (
        "Forbidden,Domain,Subdomain,Definition,es-PE,Notes,Example of use,en-US,Notes,Example of use\n"
        "FALSE,,,,minka,,,communal work,of all,\n",
        [("minka", "communal work", "of all")],
    ),
    "memoq": (
        "Entry_ID;Spanish_Peru;Spanish_Peru_Def;English_United_States;English_United_States_Def;Term_Info\n"
        "7;minka;;communal work;work of all;CasePermissive\n",
        [("minka", "communal work", "work of all")],
    ),
    "smartling": (
        "Term ID,Definition,es-PE Term,es-PE Notes,es-PE DNT,en-US Term,en-US Notes\n"
        "1,work,minka,,FALSE,communal work,of all\n2,,Wayra,,TRUE,,\n",
        [("minka", "communal work", "work; of all"), ("Wayra", "", "")],
    ),
    "transifex": (
        "term,pos,comment,translatable,translation_en,comment_en\nminka,noun,of all,yes,communal work,\nWayra,noun,,no,,\n",
        [("minka", "communal work", "of all"), ("Wayra", "", "")],
    ),
    "crowdin": (
        "Term [es],Status [es],Term [en],Status [en]\nminka,preferred,communal work,admitted\n"
        "ayni,obsolete,aid,preferred\nparo,preferred,stop,not recommended\nparo,preferred,strike,preferred\n",
        [("minka", "communal work", ""), ("ayni", "aid", ""), ("paro", "strike", "")],
    ),
    "a title above the head": (
        "Palabras de la red,,\n2024,,\nEspañol,Inglés,Notas\nminka,communal work,of all\n",
        [("minka", "communal work", "of all")],
    ),
    "heads in French": ("espagnol;anglais\nminka;communal work\n", [("minka", "communal work", "")]),
    "iate": (
        "E_ID|E_DOMAINS|L_CODE|T_TERM|T_TYPE|T_RELIABILITY\n7|work|en|communal work|Term|3\n7|work|es|minka|Term|3\n"
        "7|work|fr|travail|Term|3\n9|law|es|ayni|Term|2\n9|law|en|mutual aid|Term|3\n9|law|en|swap|Obsolete|1\n",
        [("minka", "communal work", ""), ("ayni", "mutual aid", "")],
    ),
    "heads in Spanish": (
        "Término en español;Término en inglés;Categoría;Definición;Estado;Fuente\n"
        "minka;communal work;s. f.;of all;aprobado;RAE\nayni;help;s. m.;;Desaconsejado;\nayni;aid;s. m.;;;\n",
        [("minka", "communal work", "of all"), ("ayni", "aid", "")],
    ),
    "codes of three letters": ("spa,eng\nminka,communal work\n", [("minka", "communal work", "")]),
    "names of languages": ("Español|Inglés\nminka|communal work\n", [("minka", "communal work", "")]),
    "excel": ("sep=;\nes;en\nminka;communal work\n", [("minka", "communal work", "")]),
    "quotes": (
        'source;target\n"minka ""grande""";"work; communal"\n',
        [('minka "grande"', "work; communal", "")],
    ),
    "tabs, open quote": ('minka\twork of 5" pipes\n', [("minka", 'work of 5" pipes', "")]),
}


def table(data: bytes, *columns: str) -> tuple[Mapping, list[Term]]:
    """A table's terms, and what its columns were taken for; what cannot be used is passed over."""
    mapping, entries = read_table(data, "theirs.csv", "es", "en", columns)
    return mapping, gathered(entries, "theirs.csv", [])


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_the_trade_are_read(name: str) -> None:
    text, expected = TABLES[name]
    assert [(t.es, t.en, t.note) for t in table(text.encode())[1]] == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_in_the_encodings_that_spreadsheets_write(encoding: str) -> None:
    data = "es;en\nplantón;sit-in\n".encode(encoding)
    if encoding == "utf-16-le":
        data = codecs.BOM_UTF16_LE + data
    assert [(t.es, t.en) for t in table(data)[1]] == [("plantón", "sit-in")]


def test_a_head_that_lacks_a_column_is_not_taken_for_a_term() -> None:
    with pytest.raises(GlossaryError, match="--columns"):
        read_table("Término;Notas;Inglés moderno\nminka;;work\n".encode(), "theirs.csv", "es", "en")


def test_columns_can_be_said_and_are_reported() -> None:
    data = b"id,spa-word,eng-word\n1,minka,communal work\n"
    with pytest.raises(GlossaryError, match=r"say what the columns are with --columns es,en,note"):
        read_table(b"id\n1\n", "theirs.csv", "es", "en")
    mapping, terms = table(data, "", "es", "en")
    assert mapping.roles == ("", "source", "target") and terms[-1].en == "communal work"


def test_only_forbidden_renderings_are_no_term_to_keep() -> None:
    data = b"Forbidden,es-ES,en-GB\nTRUE,ayni,swap\nTRUE,minka,job\nFALSE,minka,communal work\n"
    terms = table(data)[1]
    assert [(t.es, t.en, t.forbidden, t.policy) for t in terms] == [
        ("minka", "communal work", ("job",), Policy.TRANSLATE)
    ]


@pytest.mark.parametrize(
    "head",
    [
        "source_term,target_term,note",
        "Término,Traducción,Observaciones",
        "Term [es],Term [en-US],Description [en]",
    ],
)
def test_heads_with_other_words_are_heads(head: str) -> None:
    mapping, terms = table(f"{head}\nminka,communal work,shared\n".encode())
    assert mapping.header and [(t.es, t.en, t.note) for t in terms] == [("minka", "communal work", "shared")]


def test_a_description_is_no_translation() -> None:
    """Crowdin's table has the term, its description and its part of speech for each language."""
    text = "Term [es],Description [es],Part of Speech [es],Term [en],Description [fr]\nayni,turnos,noun,labour swap,x\n"
    assert [(t.es, t.en, t.note) for t in table(text.encode())[1]] == [("ayni", "labour swap", "turnos")]


def test_columns_that_say_what_must_be_kept_or_must_not_be_used() -> None:
    text = (
        "es;en;translatable;status\nMuqui;;no;\nminka;job;yes;Deprecated\nminka;communal work;yes;preferred\n"
    )
    muqui, minka = table(text.encode())[1]
    assert muqui.policy is Policy.KEEP
    assert (minka.en, minka.forbidden) == ("communal work", ("job",))


def test_a_spreadsheets_quotation_marks_between_tabs_are_not_the_terms() -> None:
    """Excel puts them around a cell with a comma, a line break or a quotation mark; OmegaT knows none."""
    excel = 'es\ten\tnota\n"minka, ayni"\t"the ""common"" work"\t"una\nlínea"\n'.encode("utf-16")
    mapping, (minka,) = read_table(excel, "t.txt", "es", "en")
    assert (minka.es, minka.targets, minka.note) == ("minka, ayni", ['the "common" work'], "una línea")
    assert mapping.delimiter == "\t"
    plain = b'es\ten\n"Red" vial\t"road" network\nayni\t"reciprocity"\n'
    assert [(e.es, e.targets) for e in read_table(plain, "t.txt", "es", "en")[1]] == [
        ('"Red" vial', ['"road" network']),
        ("ayni", ['"reciprocity"']),
    ]


def test_what_memoq_says_of_one_rendering_is_said_of_it_alone() -> None:
    data = (
        b"Entry_ID;Spanish;Term_Info;English;English_Def;Term_Info;English;Term_Info\n"
        b"1;minka;Forbidden;communal work;;CasePermissive;job;CasePermissive, Forbidden\n"
        b"2;olla;;;;Forbidden;pot;Not forbidden\n"
    )
    minka, olla = read_table(data, "t.csv", "es", "en")[1]
    assert (minka.targets, minka.forbidden) == (["communal work"], ["job"])
    assert (olla.targets, olla.forbidden) == (["pot"], [])


def test_every_row_that_cannot_be_used_is_listed() -> None:
    left_out: list[GlossaryError] = []
    data = b"minka,communal work,es,en\n,nothing,es,en\nayni,entraide,es,fr\ny,and,es,en\n"
    _, entries = read_table(data, "t.csv", "es", "en")
    assert [t.es for t in gathered(entries, "t.csv", left_out)] == ["minka"]
    assert sorted(str(e).split(":")[0] for e in left_out) == [
        "t.csv, row 2",
        "t.csv, row 3",
        "t.csv, row 4, column es",
    ]


def test_a_rendering_that_nobody_has_approved_is_none_yet() -> None:
    head = "Term (Spanish);Term (English);Comment;Status\n"
    terms = read(f"{head}paro;strike;;Approved\nterna;squad;;Not approved\n".encode(), "g.csv", unusable=[])
    assert [(t.es, t.target) for t in terms] == [("paro", "strike")]


def test_iate_says_of_each_term_how_far_it_is_recommended() -> None:
    head = "E_ID|E_DOMAINS|L_CODE|T_TERM|T_TYPE|T_RELIABILITY|T_EVALUATION\n"
    rows = "7|x|es|paro|Term|3|\n7|x|en|strike|Term|3|Preferred\n7|x|en|stop|Term|3|Deprecated\n"
    (term,) = read((head + rows).encode(), "iate.csv")
    assert (term.es, term.target, term.forbidden) == ("paro", "strike", ("stop",))


def test_a_table_without_a_head_is_read_the_way_round_its_words_are() -> None:
    for text in (
        "peasant patrol,ronda campesina\nthe people,el pueblo\n",
        "ronda campesina,peasant patrol\nel pueblo,the people\n",
    ):
        assert {t.es: t.target for t in read(text.encode(), "g.csv")} == {
            "ronda campesina": "peasant patrol",
            "el pueblo": "the people",
        }


def test_a_quotation_mark_that_is_never_closed_costs_its_own_row_alone() -> None:
    unusable: list[GlossaryError] = []
    text = 'es,en\nagua,water\n"ronda campesina,peasant patrol\nmina,mine\nrío,river\n'
    assert [t.es for t in read(text.encode(), "g.csv", unusable=unusable)] == ["agua", "mina", "río"]
    assert len(unusable) == 1 and str(unusable[0]).startswith("g.csv, row 3: a quotation mark")
    inch = 'es,en\ntubo,5" pipe\n'
    assert [t.target for t in read(inch.encode(), "g.csv")] == ['5" pipe']


@pytest.mark.parametrize("wrong", ["minerÃ\xada,mining", "río,la riviÃ¨re"])
def test_a_term_read_in_a_wrong_encoding_is_left_out_and_named(wrong: str) -> None:
    unusable: list[GlossaryError] = []
    text = f"es,en\n{wrong}\nagua,water\n"
    assert [t.es for t in read(text.encode(), "g.csv", unusable=unusable)] == ["agua"]
    assert "g.csv, row 2" in str(unusable[0]) and "UTF-8" in str(unusable[0])
