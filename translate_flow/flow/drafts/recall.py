"""Drafts from the memory: whole segments, and paragraphs of which some sentences are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from ...drafting import Draft
from ...drafting.messages import PLACE_GUESSED
from ...facts import read
from ...glossary import Glossary
from ...language.text import tokens
from ...markup.pairs import pairs
from ...markup.placing import put
from ...markup.plain import plain
from ...memory import MemoryMatch, Query
from ...memory.parts import balanced
from ...memory.words import markup
from ...messages import Message
from ...model import Segment
from ...workspace import Workspace
from ..memory import Memory
from .messages import OTHER_NUMBERS, OTHERS, SAME_PLACE, SAME_TEXT, SENTENCES, SIMILAR, SOURCE_DIFFERS

ENGINE = "memory"
"""What the journal calls the memory; with an engine's help `memory+apertium 3.8.3`."""
KNOWN_SHARE = 0.25
"""A paragraph is put together from sentences if at least this part of its characters is known."""
NEARLY_AS_KNOWN = 15
"""Percent by which less may be known of a paragraph put together than a similar one is alike."""
_SHOWN = 3
"""Differences listed in a fuzzy match's note."""


@dataclass(frozen=True, slots=True)
class SentenceRun:
    """A run of sentences in a row."""

    source: str
    """Its text."""
    target: str
    """Its translation; empty if an engine has to make it."""
    blank: str
    """White space that is before it in the source."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the memory gives for a segment."""

    segment: Segment
    """The segment."""
    parts: tuple[SentenceRun, ...]
    """Its text in order; one part for a match of the whole."""
    score: int
    """Percent: of the match, or of the characters that are known."""
    reasons: tuple[Message, ...]
    """Where from."""

    @property
    def whole(self) -> bool:
        """Whether no engine is needed."""
        return all(part.target for part in self.parts)

    @property
    def text(self) -> str:
        """The translation, as far as it is known."""
        return "".join(part.blank + part.target for part in self.parts)

    def questions(self) -> list[Segment]:
        """What is left for an engine, as segments with keys of their own."""
        return [
            Segment(f"{self.segment.key}/{place}", self.segment.kind, part.source)
            for place, part in enumerate(self.parts)
            if not part.target
        ]


def recall(
    memory: Memory,
    document: str,
    language: str,
    segments: Sequence[Segment],
    around: Sequence[Segment],
    glossary: Glossary,
    threshold: int,
) -> dict[str, Recalled]:
    """What the memory gives for these segments of a statement, by key; `around` are all of them."""
    if memory.empty(language):
        return {}
    texts = ["", *(s.text for s in around), ""]
    places = {s.key: place for place, s in enumerate(around, 1)}
    found: dict[str, Recalled] = {}
    for segment in segments:
        place = places[segment.key]
        query = Query(segment.text, language, document, texts[place - 1], texts[place + 1], threshold)
        hit = next(iter(memory.lookup(query, glossary, limit=1)), None)
        if hit is not None and hit.score >= 99:
            found[segment.key] = _whole(segment, hit)
            continue
        built = _sentences(memory, segment, query, glossary)
        if built is not None and (hit is None or built.whole or _told_more(memory, segment, hit, built)):
            found[segment.key] = built
        elif hit is not None:
            found[segment.key] = _whole(segment, hit)
    return found


def _told_more(memory: Memory, segment: Segment, hit: MemoryMatch, built: Recalled) -> bool:
    """Whether a paragraph put together is the better draft than that of a similar one.

    It is where whole sentences were added or left out, and about as much of it is known: the
    similar one's translation lacks a sentence, or says one too many.
    """
    language = memory.store.source_language
    other = len(read(hit.source, language).pieces) != len(read(segment.text, language).pieces)
    return other and built.score + NEARLY_AS_KNOWN >= hit.score


def _whole(segment: Segment, hit: MemoryMatch) -> Recalled:
    reasons = [_KIND[hit.how](origin=hit.origin)]
    if hit.how == "fuzzy":
        reasons.append(SOURCE_DIFFERS(differences=_differences(hit.source, segment.text)))
    if hit.others:
        reasons.append(OTHERS(n=hit.others))
    text, guessed = _in_its_marks(segment.text, hit.target)
    reasons += [PLACE_GUESSED(span=mark) for mark in guessed]
    return Recalled(segment, (SentenceRun(segment.text, text, ""),), hit.score, tuple(reasons))


def _in_its_marks(source: str, target: str) -> tuple[str, tuple[str, ...]]:
    """A translation with the source's marks in place of strange ones, and the marks whose place is a guess.

    A match may come from a file of another format: its asterisks are no bold in a web page.
    """
    if not set(markup(target)) - set(markup(source)):
        return target, ()
    spans = [place for pair in pairs(source) for place in ((pair.start, pair.inner), (pair.outer, pair.end))]
    spans = sorted({*spans, *plain(source).fixed})
    placed = put(source, plain(target).text, [(start, end, source[start:end]) for start, end in spans])
    return placed.text, tuple(dict.fromkeys(placed.marks))


_KIND = {"context": SAME_PLACE, "exact": SAME_TEXT, "numbers": OTHER_NUMBERS, "fuzzy": SIMILAR}


def _differences(stored: str, now: str) -> str:
    left, right = tokens(stored), tokens(now)
    told = [
        f"“{''.join(left[o.src_start : o.src_end]).strip()}” → “{''.join(right[o.dest_start : o.dest_end]).strip()}”"
        for o in Levenshtein.opcodes(left, right)
        if o.tag != "equal"
    ]
    return ", ".join(told[:_SHOWN]) + (" …" if len(told) > _SHOWN else "")


def _sentences(memory: Memory, segment: Segment, query: Query, glossary: Glossary) -> Recalled | None:
    """The paragraph put together of known sentences; None if too little of it is known."""
    text = segment.text
    places = read(text, memory.store.source_language).pieces
    if len(places) < 2:
        return None
    parts: list[SentenceRun] = []
    origins: dict[str, None] = {}
    known = count = end = 0
    for start, stop in places:
        source, blank = text[start:stop], text[end:start]
        asked = replace(query, text=source, previous=None, following=None)
        hit = memory.sentence(asked, glossary) if balanced(source) else None
        if hit is not None:
            count, known = count + 1, known + len(source)
            origins[str(hit.origin)] = None
        elif parts and not parts[-1].target:
            # Sentences in a row stay together: an engine makes more of them so.
            source, blank = parts[-1].source + blank + source, parts.pop().blank
        parts.append(SentenceRun(source, hit.target if hit else "", blank))
        end = stop
    share = known / sum(stop - start for start, stop in places)
    if share < KNOWN_SHARE:
        return None
    where = (*list(origins)[:2], *(["…"] if len(origins) > 2 else []))
    reason = SENTENCES(known=count, sentences=len(places), origins=where)
    return Recalled(segment, tuple(parts), int(99 * share), (reason,))


def joined(found: Iterable[Draft], partial: Mapping[str, Recalled]) -> Iterator[Draft]:
    """An engine's drafts with those of runs of sentences put back into their paragraphs.

    A paragraph of which the engine left out a run is left out.
    """
    waiting: dict[str, dict[int, Draft]] = {}
    for item in found:
        key, slash, place = item.key.partition("/")
        if not slash:
            yield item
            continue
        there = waiting.setdefault(key, {})
        there[int(place)] = item
        recalled = partial[key]
        if len(there) == sum(not part.target for part in recalled.parts):
            text = "".join(
                part.blank + (part.target or there[n].text) for n, part in enumerate(recalled.parts)
            )
            runs = [there[n] for n in sorted(there)]
            yield replace(
                item,
                key=key,
                text=text,
                engine=f"{ENGINE}+{item.engine}",
                problems=tuple(p for run in runs for p in run.problems),
                faults=tuple(f for run in runs for f in run.faults),
                reasons=tuple(dict.fromkeys(r for run in runs for r in run.reasons)),
            )
            del waiting[key]


def mentions_in_parts(
    mentions: Mapping[str, str], partial: Mapping[str, Recalled], glossary: Glossary
) -> Mapping[str, str]:
    """First mentions of explained terms, those in a paragraph put together moved to the run they stand in."""
    if all(one.whole for one in partial.values()):
        return mentions
    made = dict(mentions)
    for term, key in mentions.items():
        for question in partial[key].questions() if key in partial else ():
            if any(match.term.es == term for match in glossary.find(question.text)):
                made[term] = question.key
                break
    return made


def use_of(workspace: Workspace, wanted: str | None) -> str:
    """`before`, `only` or `off`: what is asked for, else the settings' `[memory] use`."""
    return wanted or workspace.settings.memory.use
