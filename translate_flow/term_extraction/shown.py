"""Names that show themselves in the sources, by a title, a head noun or another sign, and that no glossary has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..facts.scene import Scene
from ..glossary import Glossary
from ..language.spans import Spans
from ..language.text import fold
from ..model import CONFIRMED, Edition
from ..names.name import Name
from .suggestion import Reason, Sightings, Suggestion, around, squashed

_KINDS = {"company": "organisation", "acronym": "organisation"}


def from_names(editions: Sequence[Edition], glossary: Glossary) -> Iterator[Suggestion]:
    """One proposal for each name, to be kept; its short forms (*Guerra*, *Frente de Defensa*) are counted with it."""
    found: dict[str, Sightings] = {}
    kinds: dict[str, str] = {}
    short: list[tuple[str, Edition, int]] = []
    for edition in editions:
        scene = Scene(edition, glossary)
        for n, unit in enumerate(scene.edition.units):
            here = scene.names(unit)
            matches = scene.matches(unit) if here else ()
            taken = Spans((match.start, match.end) for match in matches)
            for name in here:
                if name.gives_way(taken):
                    continue
                if name.sign == "elsewhere":
                    short.append((name.text, edition, n))
                    continue
                form = _form(name)
                sightings = found.setdefault(squashed(form), Sightings())
                sightings.forms[form] += 1
                sightings.units.append((edition.document.name, unit))
                kinds.setdefault(squashed(form), _KINDS.get(name.kind, name.kind))
    for form, edition, n in short:
        low = f" {fold(form)} "
        for sightings in found.values():
            if low in f" {fold(sightings.form)} ":
                sightings.units.append((edition.document.name, edition.units[n]))
                break
    for entry, sightings in found.items():
        _, unit = sightings.units[0]
        form = sightings.form
        read = [unit.target for _, unit in sightings.units if unit.state in CONFIRMED and unit.target]
        if read and not any(fold(form) in fold(target) for target in read):
            continue  # people translated it
        yield Suggestion(
            form,
            Reason.NAME,
            sightings.count,
            sightings.statements,
            unit.key,
            around(unit.segment.text, form),
            kind=kinds[entry],
            shown=True,
        )


def _form(name: Name) -> str:
    """The name on one line; a person's in capitals with capitals at its words only."""
    form = " ".join(name.text.split())
    if name.kind == "person" and name.text.isupper():
        return " ".join(word if word.lower() in ("de", "del") else word.title() for word in form.split(" "))
    return form
