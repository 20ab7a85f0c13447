"""What a unit or segment of XLIFF 2 says besides its texts: its state, remarks, who changed it last. Read only."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ...catalogue.outside import Said, sub_state, tmx, worst, xliff
from ..sheet import Remark
from .parts import US, foreign, local, said_in

CHANGES = "urn:oasis:names:tc:xliff:changetracking:2.0"
"""Namespace of tracked changes."""
READ = "read"
"""How far the translation was when the file was made, beside its digest: a person had read it."""
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"


def state_of(segment: etree._Element, before: str) -> Said:
    """What a segment says of its translation, the more particular word first; a confirmed one that lost its state says
    nothing, another one without a state is an initial one."""
    state, particular = segment.get("state", ""), segment.get("subState", "").rpartition(":")[2]
    if not state:
        return Said.NOTHING if before == READ else Said.UNREAD
    said, more = xliff(state), sub_state(particular)
    return said if more is Said.NOTHING else worst((said, more))


def with_metadata(said: Said, segments: Sequence[etree._Element], unit: etree._Element) -> Said:
    """What a unit says, together with the metadata in which programs keep states of their own.

    That a machine made it counts as long as nobody has reviewed it.
    """
    told = [
        tmx(meta.get("type", ""), said_in(meta))
        for meta in unit.iterfind(f"{{{_METADATA}}}metadata//{{{_METADATA}}}meta")
        if not any(
            group.get("appliesTo") == "source" for group in meta.iterancestors(f"{{{_METADATA}}}metaGroup")
        )
    ]
    seen = all(node.get("state") in ("reviewed", "final") for node in segments)
    more = [one for one in told if one is not Said.NOTHING and not (seen and one is Said.MACHINE)]
    return worst((said, *more)) if more else said


def remarks(unit: etree._Element) -> list[Remark]:
    """What people say of a unit, a group or a file, comments on a stretch of text included; not what this program said."""
    inline = [
        Remark("", said)
        for mark in (*unit.iterfind("{*}segment//{*}mrk"), *unit.iterfind("{*}segment//{*}sm"))
        if mark.get("type") == "comment" and (said := mark.get("value", "").strip())
    ]
    return inline + [
        Remark(foreign(note, "by"), said)
        for note in unit.findall("{*}notes/{*}note")
        if not note.get("category", "").startswith(US)
        and (said := "".join(map(str, note.itertext())).strip())
    ]


def newest(unit: etree._Element) -> tuple[str, str] | None:
    """Who made the newest tracked version of the translation, and when."""
    for revisions in unit.iter(f"{{{CHANGES}}}revisions"):
        every_one = [r for r in revisions if local(r) == "revision"]
        if revisions.get("appliesTo") != "target" or not every_one:
            continue
        current = [r for r in every_one if r.get("version") == revisions.get("currentVersion", "")]
        last = (current or sorted(every_one, key=lambda r: r.get("datetime", "")))[-1]
        if last.get("author"):
            return last.get("author", ""), last.get("datetime", "")
    return None
