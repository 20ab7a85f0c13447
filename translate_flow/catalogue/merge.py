"""Three-way merge of catalogues, segment by segment. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from . import Catalogue, Entry

_OTHER = "conflict, the other text: "
"""Begins the comment line that keeps the text which did not stand."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged catalogue and what could not be decided."""

    catalogue: Catalogue
    conflicts: tuple[str, ...]
    """Keys that both sides gave another translation; both texts are in the entry."""


Ages = Mapping[tuple[str, str], str]
"""For keys and texts: id of the event that brought the text. Later ids are greater."""


def merge(base: Catalogue, ours: Catalogue, theirs: Catalogue, ages: Ages | None = None) -> Merged:
    """Both sides' changes since `base`.

    Where both changed one segment's translation, the later text is kept, unconfirmed, and the other is
    kept in the entry's comment. `ages` say which is the later; where they do not, it is that of
    the side with the later PO-Revision-Date. The sides may be swapped: the result is the same.
    """
    sides = sorted((ours, theirs), key=_age)
    older, newer = sides
    ages = ages or {}
    olds, bases, news = ({e.key: e for e in (*c.entries, *c.obsolete)} for c in (older, base, newer))
    conflicts: list[str] = []
    made: dict[str, Entry] = {}
    for key in {**bases, **olds, **news}:
        pair = olds.get(key), news.get(key)
        if (
            pair[0] and pair[1] and pair[0].target != pair[1].target
            and _came(pair[0], ages) > _came(pair[1], ages) > ""
        ):  # fmt: skip
            pair = pair[1], pair[0]
        written = all(_came(one, ages) for one in pair if one is not None) or not ages
        entry, conflict = _entry(bases.get(key), *pair, written=written)
        if entry is not None:
            made[key] = entry
        if conflict:
            conflicts.append(key)
    order = _order(
        [[e.key for e in c.entries if e.key in made] for c in (newer, older)],
    )
    live = [made[k] for k in order if not made[k].obsolete]
    dead = [e for k, e in sorted(made.items()) if e.obsolete or k not in order]
    catalogue = Catalogue(
        ours.path,
        _header(base.header, older.header, newer.header),
        tuple(live),
        tuple(replace(e, obsolete=True) for e in dead),
        newer.head_comment,
    )
    return Merged(catalogue, tuple(sorted(conflicts)))


def _came(entry: Entry, ages: Ages) -> str:
    return ages.get((entry.key, entry.target), "")


def _age(catalogue: Catalogue) -> tuple[str, bytes]:
    return catalogue.header.get("PO-Revision-Date", ""), catalogue.to_bytes()


def _entry(
    base: Entry | None, older: Entry | None, newer: Entry | None, *, written: bool
) -> tuple[Entry | None, bool]:
    """What becomes of an entry, and whether that could not be decided. `written`: the journal has both texts."""
    if older is None or newer is None:
        there = older or newer
        if base is not None and there is not None and _text(there) == _text(base):
            return None, False
        return there, False
    if _text(older) == _text(newer) or (base is not None and _text(older) == _text(base)):
        return _beside(base, older, newer), False
    if base is not None and _text(newer) == _text(base):
        return _beside(base, newer, older), False
    if older.target == newer.target:
        # The same words, confirmed by one side only: its reading counts.
        return replace(newer, fuzzy=older.fuzzy and newer.fuzzy, previous=""), False
    if not older.target.strip() or not newer.target.strip() or older.fuzzy != newer.fuzzy:
        # A person's text wins over a machine's, and any text over none.
        best = max((older, newer), key=lambda e: (bool(e.target.strip()), not e.fuzzy))
        return best, False
    if older.fuzzy and newer.fuzzy and base is None and written:
        return newer, False
    comment = "\n".join(filter(None, [newer.comment, _OTHER + one_line(older.target)]))
    return replace(newer, fuzzy=True, comment=comment), True


def _beside(base: Entry | None, unchanged: Entry, changed: Entry) -> Entry:
    """The changed side's entry, with the other's comment if only that was changed."""
    if base is not None and changed.comment == base.comment and unchanged.comment != base.comment:
        return replace(changed, comment=unchanged.comment)
    return changed


def _text(entry: Entry) -> tuple[str, bool, str, bool]:
    return entry.target, entry.fuzzy, entry.previous, entry.obsolete


def decided(comment: str) -> str:
    """The comment once a person has decided on the text: what a merge noted is resolved."""
    if _OTHER not in comment:
        return comment
    return "\n".join(line for line in comment.split("\n") if not line.startswith(_OTHER))


def other_text(comment: str) -> str:
    """The text that a merge found beside the present one, on one line; empty if it noted none."""
    last = next((line for line in reversed(comment.split("\n")) if line.startswith(_OTHER)), "")
    return last.removeprefix(_OTHER)


def one_line(text: str) -> str:
    """A text as it stands in the comment that `merge` writes."""
    return text.replace("\n", " ⏎ ")


def _order(sides: list[list[str]]) -> list[str]:
    """Keys of both sides: the first side's order, the second's own keys after their predecessors."""
    order = list(sides[0])
    have = set(order)
    before = ""
    for key in sides[1]:
        if key not in have:
            order.insert(order.index(before) + 1 if before else 0, key)
            have.add(key)
        before = key
    return order


def _header(base: Mapping[str, str], older: Mapping[str, str], newer: Mapping[str, str]) -> dict[str, str]:
    made = dict(newer)
    for name, value in older.items():
        if name not in made or (made[name] == base.get(name) and value != base.get(name)):
            made[name] = value
    return made
