"""Grammar of Spanish that the rules of Apertium's pair lack, as changes of the words behind the bilingual lookup.

Each rule is in a file of its own and in the table `RULES`. What a rule does to the development sentences is shown
by `python -m bench apertium --rules`; one that helps fewer than it harms has no place here (docs/engines.md has the counts),
but for those that keep a sentence from saying the opposite of its source.
"""

from __future__ import annotations

from collections.abc import Callable

from .absolute import absolute
from .accusing import BRANDING, accusing
from .addressed import addressed
from .affected import affected
from .again import again
from .agreed import agreed
from .answering import answering
from .antecedents import antecedents
from .appeals import appeals
from .appositions import appositions
from .articles import articles
from .asked import asked
from .calls import CALLING, calls
from .choices import choices
from .clefts import clefts
from .climbing import climbing
from .complemented import complemented
from .complements import complements
from .conditions import conditions
from .datives import datives
from .doubled import doubled
from .duties import duties
from .either import either
from .existence import existence
from .idioms import idioms
from .lacking import lacking
from .lasting import lasting
from .letting import LETTING, letting
from .limits import limits
from .links import links
from .manners import MANNERS, manners
from .modals import modals
from .moods import moods, wishes
from .mutual import mutual
from .negation import negation
from .neighbours import neighbours
from .neuter import neuter
from .nobody import nobody
from .nouns import nouns
from .numerals import numerals
from .objects import OBJECTS, objects
from .once import once
from .order import actors, order
from .owed import owed
from .participles import participles
from .periphrases import PERIPHRASES, periphrases
from .persons import persons
from .phases import PHASES, phases
from .possessed import possessed
from .possession import possession
from .progressive import progressive
from .questions import questions
from .reasons import reasons
from .reflexive import reflexive
from .refused import refused
from .regarded import regarded
from .relatives import relatives
from .remaining import remaining
from .requests import requests
from .senses import senses
from .sentence import Word, read, write
from .separable import separable
from .slogans import slogans
from .spans import spans
from .speaking import SPEAKING, speaking
from .subjects import subjects
from .tenses import tenses
from .thus import thus
from .titles import titles
from .topics import topics
from .unknown import unknown
from .victors import WINNING, victors
from .wished import wished
from .without import without
from .yours import yours

Rule = Callable[[list[Word]], None]

RULES: dict[str, Rule] = {
    "numerals": numerals,
    "unknown": unknown,
    "titles": titles,
    "possessed": possessed,
    "slogans": slogans,
    "actors": actors,
    "victors": victors,
    "topics": topics,
    "refused": refused,
    "affected": affected,
    "again": again,
    "choices": choices,
    "climbing": climbing,
    "duties": duties,
    "owed": owed,
    "speaking": speaking,
    "doubled": doubled,
    "lacking": lacking,
    "regarded": regarded,
    "letting": letting,
    "yours": yours,
    "phases": phases,
    "calls": calls,
    "idioms": idioms,
    "complemented": complemented,
    "asked": asked,
    "questions": questions,
    "remaining": remaining,
    "limits": limits,
    "once": once,
    "datives": datives,
    "links": links,
    "either": either,
    "clefts": clefts,
    "thus": thus,
    "neuter": neuter,
    "addressed": addressed,
    "moods": moods,
    "tenses": tenses,
    "without": without,
    "manners": manners,
    "conditions": conditions,
    "complements": complements,
    "objects": objects,
    "accusing": accusing,
    "answering": answering,
    "nouns": nouns,
    "neighbours": neighbours,
    "requests": requests,
    "possession": possession,
    "appositions": appositions,
    "nobody": nobody,
    "negation": negation,
    "existence": existence,
    "progressive": progressive,
    "modals": modals,
    "mutual": mutual,
    "agreed": agreed,
    "reflexive": reflexive,
    "wishes": wishes,
    "senses": senses,
    "wished": wished,
    "appeals": appeals,
    "spans": spans,
    "reasons": reasons,
    "subjects": subjects,
    "relatives": relatives,
    "antecedents": antecedents,
    "lasting": lasting,
    "articles": articles,
    "persons": persons,
    "periphrases": periphrases,
    "order": order,
    "participles": participles,
    "absolute": absolute,
    "separable": separable,
}
"""By name, in the order in which they are applied."""


_OF_WORDS = {
    "existence": frozenset(("haber", "hay", "haber que", "existir", "ser", "sumar")),
    "either": frozenset(("tampoco", "alguno", "más")),
    "again": frozenset(("volver", "volverse", "estar", "dejar")),
    "choices": frozenset(("otro", "más")),
    "neuter": frozenset(("lo",)),
    "thus": frozenset(("así",)),
    "titles": frozenset(("señor",)),
    "without": frozenset(("sin", "pasar# sin")),
    "addressed": frozenset(("si", "prpers")),
    "nobody": frozenset(("nadie", "nada", "ninguno")),
    "mutual": frozenset(("entre",)),
    "letting": LETTING,
    "clefts": frozenset(("ser", "propio", "mismo")),
    "persons": frozenset(("a", "prpers", "lo")),
    "conditions": frozenset(("a", "de")),
    "manners": MANNERS,
    "accusing": BRANDING,
    "objects": frozenset(OBJECTS),
    "modals": frozenset(("se", "poder", "deber")),
    "links": frozenset(("que",)),
    "duties": frozenset(("tocar", "corresponder", "servir")),
    "owed": frozenset(("deber", "deberse# a")),
    "speaking": SPEAKING,
    "lacking": frozenset(("faltar", "sobrar", "hacer")),
    "lasting": frozenset(("desde", "desde entonces")),
    "once": frozenset(("una vez",)),
    "remaining": frozenset(("quedar",)),
    "limits": frozenset(("hasta", "hasta que")),
    "regarded": frozenset(("dar", "dejar", "limitar")),
    "periphrases": frozenset(PERIPHRASES),
    "calls": CALLING,
    "possessed": frozenset(("nuestro", "vuestro", "mío")),
    "agreed": frozenset(("se",)),
    "yours": frozenset(("de",)),
    "answering": frozenset(("responsabilizar", "hacer")),
    "phases": frozenset(PHASES),
    "wished": frozenset(("que",)),
    "victors": WINNING,
    "refused": frozenset(("ser",)),
    "topics": frozenset(("lo", "prpers")),
    "spans": frozenset(("entre", "desde", "el", "a")),
}
"""Rules that look for one of these words alone, by lemma: other sentences do not go through them."""
_OF_SIGNS = {
    "unknown": (b"^*", b"<ord>", b"rgentino<"),
    "wishes": (b"<prs>", b"<pis>"),
    "moods": (b"<prs>", b"<pis>"),
    "tenses": (b"<pri><p1><pl>",),
    "complements": (b"<inf>",),
    "possession": (b"<pro>",),
    "asked": (b"<itg>", b"ue<"),
    "questions": (b"<itg>",),
    "progressive": (b"<ger>",),
    "affected": (b"<pro>",),
    "climbing": (b"<pro>",),
    "doubled": (b"<pro>", b"<enc>"),
    "relatives": (b"<rel>", b"ue<"),
    "participles": (b"<pp>",),
    "absolute": (b"<pp>",),
}
"""Likewise rules that look for words with one of these in their record."""


def spoken(record: bytes) -> bytes:
    """A record behind the bilingual lookup with every rule applied."""
    words, rest = read(record.decode("utf-8", "replace"))
    if not words:
        return record
    there = {word.base for word in words}
    for name, rule in RULES.items():
        if name in _OF_WORDS and _OF_WORDS[name].isdisjoint(there):
            continue
        if name in _OF_SIGNS and not any(sign in record for sign in _OF_SIGNS[name]):
            continue
        rule(words)
    return write(words, rest).encode()
