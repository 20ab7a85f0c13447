"""Dividing a paragraph, and putting the parts together again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...carry import CUTS
from ...carry.cuts import Cut, cut_at, may_part, read
from ...errors import CatalogueError, UsageError
from ...facts import read as read_text
from ...model import CONFIRMED, Event, Segment
from ..intake.add import Reread, read_with_cuts
from ..statement.anew import save_anew
from ..statement.each import accounted
from ..statement.messages import SOURCE_CHANGED
from ..statement.work import Work
from . import messages as said
from .edit import edit


def split(work: Work, key: str, by: str, *, before: str = "", by_sentence: bool = False) -> list[str]:
    """Divide a segment before some of its words, at each sentence, or at each of its line breaks.

    Returns the keys of the parts. A confirmed translation goes along, if it has as many lines or sentences as there
    are parts. Raises UsageError if there is no such place, or a mark goes over it.
    """
    _must_be_as_added(work)
    segment = work.unit(key).segment
    places = _places(segment.text, work.workspace.settings.languages.source, before, by_sentence)
    good = [place for place in places if may_part(segment.text, place)]
    if not good:
        if before:
            raise UsageError(said.NOT_THERE(key=segment.key, words=before))
        raise UsageError(said.NOTHING_TO_SPLIT(key=segment.key))
    new = [cut_at(segment.text, place) for place in good]
    unit = work.unit(key)
    known = {one.key for one in work.document.segments}
    done = _changed(work, lambda cuts: [*cuts, *new], Event(by=by, do="split", key=segment.key))
    parts = [c.entry.key for c in done.segments if c.entry.key not in known]
    shares = _shares(unit.target, work.language, len(parts))
    if unit.state in CONFIRMED and shares:
        now = Work.open(work.workspace, work.name, work.language)
        with accounted([f"{segment.key} → {', '.join(parts)}"]):
            for part, share in zip(parts, shares, strict=True):
                edit(now, part, share, by)
    return parts


def _shares(target: str, language: str, count: int) -> list[str]:
    """A translation's lines, or its sentences, if there are as many as parts; none otherwise."""
    lines = [line.strip() for line in target.split("\n") if line.strip()]
    if len(lines) == count:
        return lines
    sentences = [target[start:end] for start, end in read_text(target, language).pieces]
    return sentences if len(sentences) == count else []


def join(work: Work, key: str, by: str) -> str:
    """Put a part together with the one behind it. Returns the new key. Raises UsageError if they were never divided."""
    _must_be_as_added(work)
    segments = work.document.segments
    at = next(n for n, segment in enumerate(segments) if segment.key == work.unit(key).segment.key)
    gone = _cuts_behind(work, segments, at)
    if not gone:
        raise UsageError(said.NEVER_SPLIT(key=segments[at].key))
    event = Event(by=by, do="join", key=segments[at].key)
    one, other = work.unit(segments[at].key), work.unit(segments[at + 1].key)
    done = _changed(work, lambda cuts: [cut for cut in cuts if cut not in gone], event)
    # A paragraph that is repeated is put together everywhere, so the place in the list may be another.
    whole = next(one for one in done.segments if one.segment.start == segments[at].start)
    if one.state in CONFIRMED and other.state in CONFIRMED:
        between = "\n" if f"{one.segment.text}\n" in whole.segment.text else " "
        now = Work.open(work.workspace, work.name, work.language)
        with accounted([f"{one.segment.key}, {other.segment.key} → {whole.entry.key}"]):
            edit(now, whole.entry.key, f"{one.target}{between}{other.target}", by)
    return whole.entry.key


def _must_be_as_added(work: Work) -> None:
    """Raise CatalogueError if the source is another than that of the PO file, or the PO file lacks some of it."""
    if work.source_changed:
        raise CatalogueError(SOURCE_CHANGED(file=work.workspace.relative(work.source_file)))
    work.must_be_whole()


def _cuts_behind(work: Work, segments: Sequence[Segment], at: int) -> list[Cut]:
    """The cuts between a segment and the one behind it."""
    cuts = read(work.catalogue.header.get(CUTS, "")) if at + 1 < len(segments) else ()
    return [cut for cut in cuts if _between(cut, segments[at], segments[at + 1])]


def joinable(work: Work, key: str) -> bool:
    """Whether a segment is a part that can be put together with the one behind it."""
    if not work.catalogue.header.get(CUTS):
        return False
    segments = work.document.segments
    at = next((n for n, segment in enumerate(segments) if segment.key == key), len(segments))
    return bool(_cuts_behind(work, segments, at))


def divisible(text: str, language: str) -> tuple[bool, bool]:
    """Whether a text in a language (a BCP 47 tag) can be divided at its sentences, and at its line breaks."""
    sentences, lines = (_places(text, language, "", by_sentence) for by_sentence in (True, False))
    return any(may_part(text, place) for place in sentences), any(may_part(text, place) for place in lines)


def _between(cut: Cut, one: Segment, other: Segment) -> bool:
    """Whether a cut parts these two."""
    if one.start != other.start:
        return False
    ends = one.text.endswith(cut.before) or cut.before.endswith(one.text)
    return ends and (other.text.startswith(cut.after) or cut.after.startswith(other.text))


def _changed(work: Work, change: Callable[[Sequence[Cut]], Sequence[Cut]], event: Event) -> Reread:
    acts = [event]
    with work.storage.alone(work.name, work.language):
        now = Work.under_lock(work.workspace, work.name, work.language)

        def again() -> Reread:
            read_again = read_with_cuts(now, change(read(now.catalogue.header.get(CUTS, ""))), tuple(acts))
            acts.clear()
            return read_again

        return save_anew(now, again)


def _places(text: str, language: str, before: str, by_sentence: bool) -> list[int]:
    if before:
        at = text.find(before)
        return [at] if at > 0 else []
    if by_sentence:
        return [start for start, _ in read_text(text, language).pieces][1:]
    return [at + 1 for at, sign in enumerate(text) if sign == "\n"]
