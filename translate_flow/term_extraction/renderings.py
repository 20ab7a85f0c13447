"""Terms that translators render in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..glossary import Glossary, count_target
from ..model import CONFIRMED, Edition, Policy, State, Term, Unit
from .edited import changes
from .phrases import ENGLISH_STOPS, Phrase, as_written, phrases, shared, spanish
from .suggestion import Reason, Suggestion, around, guessed_kind

Read = Sequence[tuple[str, Unit]]
"""Statement and segment of each translation that a person has read."""

_MOST = 80
"""Segments with a phrase up to which its renderings are compared."""


def read_units(editions: Sequence[Edition]) -> list[tuple[str, Unit]]:
    """Translations that a person has read; names that stay as they are left out."""
    return [
        (edition.document.name, unit)
        for edition in editions
        for unit in edition.units
        if unit.state in CONFIRMED and unit.state is not State.KEPT and unit.target
    ]


def of_listed(read: Read, glossary: Glossary) -> Iterator[Suggestion]:
    """Glossary terms that stand in two accepted forms: one of them should be decided on."""
    found: dict[Term, list[tuple[str, Unit]]] = {}
    written: dict[Term, str] = {}
    for name, unit in read:
        matches = {m.term: m.form for m in glossary.find(unit.segment.text)}
        for term, form in matches.items():
            if term.policy is Policy.TRANSLATE and term.accepted:
                found.setdefault(term, []).append((name, unit))
                written.setdefault(term, form)
    for term, units in found.items():
        forms: Counter[str] = Counter()
        for _, unit in units:
            forms.update(dict.fromkeys(_forms(term, unit.target), 1))
        if len(forms) > 1:
            yield replace(
                _suggestion(term.es, units, forms, term),
                example=around(units[0][1].segment.text, written[term]),
            )


def _forms(term: Term, text: str) -> set[str]:
    """Accepted forms that a text uses; one inside a longer one does not count."""
    spans = [
        (span, form)
        for form in {f.lower(): f for f in (*reversed(term.accepted), term.target)}.values()
        for span in count_target(replace(term, en=form, accepted=()), text, any_case=True)
    ]
    return {
        form
        for (start, end), form in spans
        if not any(a <= start and end <= b and b - a > end - start for (a, b), _ in spans)
    }


def of_edits(read: Read, glossary: Glossary, index: Mapping[Phrase, int]) -> Iterator[Suggestion]:
    """Wordings of drafts that people replace now by one wording, now by another."""
    made: dict[str, dict[str, list[tuple[str, Unit]]]] = {}
    for name, unit in read:
        draft = unit.draft
        if draft is not None and draft.text and draft.text != unit.target:
            for change in changes(draft.text, unit.target):
                made.setdefault(change.draft, {}).setdefault(change.text, []).append((name, unit))
    told: set[str] = set()
    for draft_wording, ways in sorted(made.items(), key=lambda item: -len(item[0])):
        units = [pair for found in ways.values() for pair in found]
        repeated = sum(len(found) > 1 for found in ways.values())
        if len(ways) < 2 or not repeated or len(units) < 3:
            continue
        phrase = shared([unit.segment.text for _, unit in units], index)
        if phrase is None:
            continue
        es = as_written(phrase, units[0][1].segment.text)
        if es in told or glossary.find(es):
            continue
        told.add(es)
        forms = Counter({way: len(found) for way, found in ways.items()})
        yield _suggestion(es, units, forms, None, draft_wording)


def of_unlisted(read: Read, glossary: Glossary, index: Mapping[Phrase, int]) -> Iterator[Suggestion]:
    """Phrases of no glossary whose translations fall into two camps, each with a wording of its own.

    Strict, so that chance company is not taken for a translation: each wording is in two
    translations of the phrase at least and nowhere else, the two never together, and no other word of
    the sources tells the camps apart.
    """
    places: dict[Phrase, list[int]] = {}
    english = [phrases(unit.target, ENGLISH_STOPS, 3) for _, unit in read]
    for n, (_, unit) in enumerate(read):
        for phrase in spanish(unit.segment.text):
            places.setdefault(phrase, []).append(n)
    counts = Counter(phrase for found in english for phrase in found)
    told: set[frozenset[int]] = set()
    for phrase in sorted(places, key=lambda p: (-len(p), p)):
        inside = places[phrase]
        if not 4 <= len(inside) <= _MOST or index[phrase] < 3 or frozenset(inside) in told:
            continue
        camps = _camps(inside, english, counts, read, phrase)
        if camps is None:
            continue
        units = [read[n] for n in inside]
        es = as_written(phrase, units[0][1].segment.text)
        if glossary.find(es) or not es.islower():
            continue
        told.add(frozenset(inside))
        yield _suggestion(es, units, Counter({" ".join(form): len(camp) for form, camp in camps}), None)


def _camps(
    inside: list[int], english: list[frozenset[Phrase]], counts: Counter[Phrase], read: Read, phrase: Phrase
) -> list[tuple[Phrase, list[int]]] | None:
    local = Counter(form for n in inside for form in english[n])
    own = {form for form, count in local.items() if count >= 2 and count == counts[form]}
    ordered = sorted(own, key=lambda form: (-local[form], -len(form), form))
    for first in ordered:
        one = [n for n in inside if first in english[n]]
        rest = [n for n in inside if n not in one]
        two = next((form for form in ordered if all(form in english[n] for n in rest)), None)
        if len(rest) < 2 or two is None or any(two in english[n] for n in one) or _alike(first, two):
            continue
        if not _told_apart(one, rest, read, phrase):
            return [(first, one), (two, rest)]
    return None


def _alike(one: Phrase, two: Phrase) -> bool:
    """Whether two wordings share a word or its stem: *producing* and *production* are one rendering."""
    return any(a[:4] == b[:4] for a in one for b in two)


def _told_apart(one: list[int], two: list[int], read: Read, phrase: Phrase) -> bool:
    """Whether another phrase of the sources is in all of one camp and in none of the other."""
    sides = [[spanish(read[n][1].segment.text) for n in camp] for camp in (one, two)]
    for here, there in (sides, sides[::-1]):
        only = frozenset.intersection(*here) - frozenset.union(*there)
        if any(not set(p) <= set(phrase) for p in only):
            return True
    return False


def _suggestion(
    es: str, units: Read, forms: Counter[str], listed: Term | None, draft: str = ""
) -> Suggestion:
    _, unit = units[0]
    ranked = tuple(sorted(forms.items(), key=lambda item: (-item[1], item[0])))
    keep = listed is None and ranked[0][0] == es
    return Suggestion(
        es,
        Reason.TWO_RENDERINGS,
        len(units),
        tuple(sorted({name for name, _ in units})),
        unit.key,
        around(unit.segment.text, es),
        en="" if keep or listed else ranked[0][0],
        policy=Policy.KEEP if keep else Policy.TRANSLATE,
        kind=listed.kind if listed else guessed_kind(es),
        forbidden=(draft,) if draft and draft not in forms else (),
        renderings=ranked,
        listed=listed,
    )
