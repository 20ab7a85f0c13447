"""What a match makes of a translation: the new PO entry, and what the journal is to say of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..catalogue import Entry
from ..catalogue.messages import MERGED, MERGED_JOINED, SAFE_CHANGE, SAME_PARAGRAPH, SPLIT, SPLIT_WHOLE
from ..catalogue.states import HUMAN, last_text, nothing_to_translate, was_fuzzy
from ..glossary import Glossary
from ..language.text import digest, has_words
from ..messages import Message
from ..model import Event, Kind, Policy, Segment
from .kinds import Kinds, keeping
from .matching import ParagraphMatch
from .parts import cut, join
from .safe import still_valid

BY = "translate-flow"
"""Who carries translations over, in the journal."""

History = Mapping[str, Sequence[Event]]
"""Events by segment key, oldest first, those of earlier keys included."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of one segment."""

    segment: Segment
    """The segment."""
    how: str
    """As in `ParagraphMatch`; or `safe`: edited, but the translation holds."""
    entry: Entry
    """Its new entry."""
    events: tuple[Event, ...] = ()
    """What the journal is to say, not yet stamped."""
    used: tuple[Entry, ...] = ()
    """Old entries whose translation lives on in this one, or had none worth keeping."""
    before: str = ""
    """The source the translation was made for, if it was another."""


def followed(kinds: Kinds, made: Iterable[Carried]) -> dict[str, str]:
    """The kinds with those of paragraphs that go on under another key; the old keys keep theirs."""
    more = {
        one.segment.key: kinds[old.key]
        for one in made
        for old in one.used
        if old.key in kinds and one.segment.key not in kinds
    }
    return {**kinds, **more}


@dataclass(frozen=True, slots=True)
class Carrier:
    """Carries translations over, given what it has to know of the statement."""

    history: History
    """What happened before."""
    glossary: Glossary
    """Names and terms."""
    languages: tuple[str, str]
    """Source and target, BCP 47 tags."""
    kinds: Kinds = field(default_factory=dict)
    """What people said of segments."""

    def carry(self, found: ParagraphMatch) -> Carried:
        """The new entry of a matched segment."""
        if found.how in ("same", "moved", "back"):
            return self._equal(found)
        return self._restored(found) or self._kept(found) or self._changed(found)

    # The same paragraph ------------------------------------------------------

    def _equal(self, found: ParagraphMatch) -> Carried:
        segment, old = found.segment, found.olds[0]
        if not old.target.strip():
            kept = self._kept(found) or self._restored(found)
            if kept is not None:
                return replace(kept, how=found.how)
        past = self.history.get(old.key, ())
        entry = _on(old, segment)
        if found.how == "back":
            entry = self._returning(entry, past)
        if not old.target.strip() or (segment.key == old.key and segment.text == old.source):
            return Carried(segment, found.how, entry, used=(old,))
        if past and past[-1].do == "keep":
            own = self.history.get(segment.key, ())
            known = own and own[-1].do == "keep" and own[-1].text == old.target
            events = () if known else (_keep(segment, old.target),)
            return Carried(segment, found.how, entry, events, (old,))
        if segment.text != old.source:
            return self._respaced(found, old, entry)
        reason = None if entry.fuzzy else SAME_PARAGRAPH()
        event = _event(segment, old, entry.target, reason, entry.previous)
        return Carried(segment, found.how, entry, (event,), (old,))

    def _respaced(self, found: ParagraphMatch, old: Entry, entry: Entry) -> Carried:
        """The same words with other white space."""
        segment = found.segment
        held = still_valid(old.source, segment.text, old.target, self.glossary, self.languages[0])
        if held is None:
            entry = replace(entry, fuzzy=True, previous=entry.previous or old.source)
            event = _event(segment, old, entry.target, None, entry.previous)
            return Carried(segment, "edited", entry, (event,), (old,), old.source)
        entry = replace(entry, target=held.target)
        reason = None if entry.fuzzy else SAFE_CHANGE(why=held.why)
        event = _event(segment, old, entry.target, reason, entry.previous or old.source)
        how = "safe" if found.how == "same" else found.how
        return Carried(segment, how, entry, (event,), (old,), old.source)

    @staticmethod
    def _returning(entry: Entry, past: Sequence[Event]) -> Entry:
        """The entry as it was when its paragraph left the statement."""
        done = nothing_to_translate(entry.kind, entry.source, entry.target)
        fuzzy = was_fuzzy(past) and not done
        last = next((e for e in reversed(past) if e.text is not None or e.do in HUMAN), None)
        stale = fuzzy and last is not None and last.do == "carry"
        return replace(entry, fuzzy=fuzzy, previous=last.source if stale and last is not None else "")

    def _restored(self, found: ParagraphMatch) -> Carried | None:
        """What the journal knows of just this source, if it is confirmed or there is nothing else."""
        segment = found.segment
        own = self.history.get(segment.key, ())
        text = last_text(own)
        if not text or own[-1].do == "keep":
            return None
        if found.how != "new" and was_fuzzy(own) and any(touched(e, self.history) for e in found.olds):
            return None
        entry = self._returning(Entry(segment.key, segment.text, text, segment.kind, note=segment.note), own)
        idle = tuple(e for e in found.olds if e.target == text or not touched(e, self.history))
        return Carried(segment, "back", entry, used=idle)

    def _kept(self, found: ParagraphMatch) -> Carried | None:
        """A segment that is kept as it is: a name, no words, or just one kept term."""
        segment = found.segment
        asked = keeping(self.kinds, segment.key)
        if not (keeps(segment, self.glossary) if asked is None else asked):
            return None
        entry = Entry(segment.key, segment.text, segment.text, segment.kind, note=segment.note)
        idle = tuple(e for e in found.olds if not touched(e, self.history))
        event = _keep(segment, segment.text)
        return Carried(segment, "new" if found.how == "new" else found.how, entry, (event,), idle)

    # A changed paragraph -----------------------------------------------------

    def _changed(self, found: ParagraphMatch) -> Carried:
        segment = found.segment
        fresh = Entry(segment.key, segment.text, kind=segment.kind, note=segment.note)
        if found.how == "new":
            return Carried(segment, "new", fresh)
        before = " ".join(self._made_for(e) for e in found.olds)
        if not any(touched(e, self.history) for e in found.olds):
            # Machine text of a former source is worth less than a new draft.
            return Carried(segment, found.how, fresh, used=found.olds, before=before)
        if found.how == "split":
            return self._split(found, fresh, before)
        if found.how == "merged":
            return self._merged(found, fresh, before)
        return self._edited(found, fresh, before)

    def _edited(self, found: ParagraphMatch, fresh: Entry, before: str) -> Carried:
        segment, old = found.segment, found.olds[0]
        held = still_valid(before, segment.text, old.target, self.glossary, self.languages[0])
        entry = replace(fresh, target=old.target, comment=old.comment, flags=old.flags, fuzzy=True)
        if held is None:
            entry = replace(entry, previous=before)
            event = _event(segment, old, old.target, None, before)
            return Carried(segment, "edited", entry, (event,), (old,), before)
        # A translation that waited for a person for another reason still does.
        waiting = old.fuzzy and before == old.source
        entry = replace(entry, target=held.target, fuzzy=waiting)
        reason = None if waiting else SAFE_CHANGE(why=held.why)
        event = _event(segment, old, held.target, reason, before)
        return Carried(segment, "safe", entry, (event,), (old,), before)

    def _made_for(self, entry: Entry) -> str:
        """The source the entry's translation was made for: an earlier one while nobody has touched it since."""
        if not (entry.fuzzy and entry.previous):
            return entry.source
        past = self.history.get(entry.key, ())
        last = next((e for e in reversed(past) if e.text is not None or e.do in HUMAN), None)
        return entry.previous if last is None or last.do == "carry" else entry.source

    def _split(self, found: ParagraphMatch, fresh: Entry, before: str) -> Carried:
        segment, old = found.segment, found.olds[0]
        sources = [s.text for s in found.parts]
        pieces = None if old.fuzzy else cut(before, sources, old.target, self.languages)
        part = {"part": found.part + 1, "parts": len(sources)}
        if pieces is None:
            entry = replace(fresh, target=old.target, comment=old.comment, fuzzy=True, previous=before)
            reason = SPLIT_WHOLE(**part)
        else:
            entry = replace(fresh, target=pieces[found.part], comment=old.comment)
            reason = SPLIT(**part)
        event = _event(segment, old, entry.target, reason, before)
        return Carried(segment, "split", entry, (event,), (old,), before)

    def _merged(self, found: ParagraphMatch, fresh: Entry, before: str) -> Carried:
        segment, olds = found.segment, found.olds
        texts = [e.target for e in olds if e.target.strip()]
        whole = len(texts) == len(olds) and not any(e.fuzzy for e in olds)
        comment = "\n".join(dict.fromkeys(e.comment for e in olds if e.comment))
        certain = whole and join([e.source for e in olds], segment.text)
        entry = replace(fresh, target=" ".join(texts), comment=comment, fuzzy=not certain)
        if not certain:
            entry = replace(entry, previous=before)
        event = Event(
            by=BY,
            do="carry",
            key=segment.key,
            text=entry.target,
            base=digest(olds[0].target) if olds[0].target else "",
            reason=(MERGED if certain else MERGED_JOINED)(n=len(olds)),
            origin=" ".join(e.key for e in olds),
            source=before,
        )
        return Carried(segment, "merged", entry, (event,), olds, before)


def touched(entry: Entry, history: History) -> bool:
    """Whether a person's hand is in the entry's translation."""
    if not entry.target.strip():
        return False
    past = history.get(entry.key, ())
    if any(e.do in HUMAN or (e.do == "draft" and e.engine == "outside") for e in past):
        return True
    return not past and not nothing_to_translate(entry.kind, entry.source, entry.target)


def keeps(segment: Segment, glossary: Glossary) -> bool:
    """Whether the segment is kept as it is: a name, no words, or just one kept term, such as a region."""
    if segment.kind is Kind.NAME or not has_words(segment.text):
        return True
    if segment.text.strip() not in glossary.kept:
        return False
    found = glossary.find(segment.text)
    return (
        len(found) == 1
        and found[0].form == segment.text.strip() == found[0].term.target
        and found[0].term.policy is Policy.KEEP
    )


def _on(old: Entry, segment: Segment) -> Entry:
    if (
        old.key == segment.key
        and old.source == segment.text
        and (old.kind, old.note, old.obsolete) == (segment.kind, segment.note, False)
    ):
        return old
    return replace(
        old, key=segment.key, source=segment.text, kind=segment.kind, note=segment.note, obsolete=False
    )


def _event(segment: Segment, old: Entry, text: str, reason: Message | None, before: str) -> Event:
    base = digest(old.target) if old.target else ""
    return Event(
        by=BY, do="carry", key=segment.key, text=text, base=base, reason=reason, origin=old.key, source=before
    )


def _keep(segment: Segment, text: str) -> Event:
    return Event(by=BY, do="keep", key=segment.key, text=text)
