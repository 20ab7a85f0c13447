"""The passages of the page with both languages side by side, as HTML.

Written out by hand: of ten thousand passages a template would take most of a build's time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from markupsafe import Markup

from ..language.tags import direction
from ..model import CONFIRMED, ICONS, Edition, State, Unit
from .aligned import AlignedBlock, Cell
from .chrome import page_words


def rows(
    edition: Edition,
    pairs: Iterable[AlignedBlock],
    badges: Mapping[State, str],
    people: Mapping[str, str],
    following: Mapping[str, str],
    reader: str,
) -> Markup:
    """An `article` for each pair. `badges`: of each state, as HTML; `people`: who stands for a unit's text, by key;
    `following`: for each unconfirmed unit the key of the next one; `reader`: the language in which the page
    speaks."""
    writer = _Rows(edition, badges, people, following, reader)
    return Markup("".join(part for pair in pairs for part in writer.article(pair)))


class _Rows:
    def __init__(
        self,
        edition: Edition,
        badges: Mapping[State, str],
        people: Mapping[str, str],
        following: Mapping[str, str],
        reader: str,
    ) -> None:
        tags = (edition.source_language, edition.target_language)
        self._source, self._target = (f'lang="{escape(tag)}" dir="{direction(tag)}"' for tag in tags)
        self._names = tuple(map(escape, tags))
        self._own = f'lang="{reader}" dir="{direction(reader)}"'
        self._says = {key: escape(word) for key, word in page_words(reader).items()}
        self._badges, self._people, self._following = badges, people, following

    def article(self, pair: AlignedBlock) -> Iterator[str]:
        units = pair.units
        states = list(dict.fromkeys(unit.state for unit in units))
        waiting = [state for state in states if state not in CONFIRMED]
        kinds = [
            "pair",
            pair.role,
            *(["unread", waiting[0]] if waiting else []),
            *([] if units else ["fixed"]),
        ]
        if units and units[0].segment.kind == "name":
            kinds.append("name")
        classes = " ".join(kinds)
        place = f' id="{_key(units[0])}"' if units else ""
        depth = f' style="--depth: {pair.depth}"' if pair.depth else ""
        yield f'<article class="{classes}"{place}{depth}>\n'
        several = len(pair.cells) > 1 or pair.role in ("row", "head")
        yield from self._side(pair, units, several, mixed=False, target=False)
        yield from self._side(pair, units, several, mixed=len(states) > 1, target=True)
        yield '<div class="about">\n'
        for state in states:
            yield f"{self._badges[state]}\n"
        if not states:
            yield f'<span class="soft">{self._says["as_source"]}</span>\n'
        if units:
            yield from self._about(units, bool(waiting))
        yield "</div>\n</article>\n"

    def _about(self, units: tuple[Unit, ...], waiting: bool) -> Iterator[str]:
        if by := self._people.get(units[0].key):
            yield f'<span class="by soft">{escape(by)}</span>'
        for unit in units:
            key = _key(unit)
            yield (f'<a class="key" href="#{key}" aria-label="{self._says["link"]}: {key}">{key}</a>\n')
        following = self._following.get(units[-1].key)
        if waiting and following:
            yield (
                f'<a class="next screen" href="#{escape(following)}"'
                f' aria-label="{self._says["next_full"]}">{self._says["next"]} ↓</a>\n'
            )

    def _side(
        self, pair: AlignedBlock, units: tuple[Unit, ...], several: bool, *, mixed: bool, target: bool
    ) -> Iterator[str]:
        untranslated = bool(units) and all(unit.state is State.MISSING for unit in units)
        own = target and not untranslated
        name, tag = (self._names[1], self._target) if own else (self._names[0], self._source)
        side = "target" if target else "source"
        yield f'<div class="text {side}" {tag} data-language="{name}">\n'
        if pair.marker:
            yield f'<span class="marker">{escape(pair.marker)}</span>'
        if several:
            cells = " ".join(self._cell(cell, units, mixed, target) for cell in pair.cells)
            yield f'<p class="cells" style="--cells: {len(pair.cells)}">{cells}</p>\n</div>\n'
        else:
            cell = pair.cells[0]
            # as `str`: stripped as Markup, it would be made and looked at anew
            yield f"<p>{str.strip(cell.target if target else cell.source)}</p>\n</div>\n"

    def _cell(self, cell: Cell, units: tuple[Unit, ...], mixed: bool, target: bool) -> str:
        unit = cell.unit
        missing = target and unit is not None and unit.state is State.MISSING
        tag = self._target if target and not missing else self._source
        anchor = f' id="{_key(unit)}"' if target and unit is not None and unit is not units[0] else ""
        sign = ""
        if mixed and target and unit is not None:
            state = unit.state
            sign = (
                f' <span class="state {state}" {self._own}><span class="icon" aria-hidden="true">'
                f'{ICONS[state]}</span><span class="visually-hidden">{self._says[state.value]}</span></span>'
            )
        return f'<span class="cell"{anchor} {tag}>{cell.target if target else cell.source}{sign}</span>'


def _key(unit: Unit) -> str:
    """The unit's key as HTML."""
    return unit.key if unit.key.isalnum() else escape(unit.key)
