"""What people corrected of an alignment: read, written, and put to the texts as they are now.

A line of `NAME.align.jsonl` is one correction. Paragraphs of the source are named by their keys, those of the
translation by a hash of their text (`-2` behind it for the second of equal ones), so that corrections hold while other
paragraphs come and go, and one whose paragraphs have changed is noticed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from ...align import FixedPairs
from ...errors import NotAllowed, UsageError
from ...files.disk import write_atomically
from ...language.text import segment_keys, squeeze
from ...messages import Message
from ...model import Segment
from ...workspace import Workspace
from ...workspace.access import present
from ..statement.messages import NOT_YOUR_ROLE
from .messages import (
    FAULTY_LINE,
    HOW_TO_FIX,
    NO_LONGER,
    NO_PARAGRAPH,
    NOT_FIXED,
    NOT_JUST_ONE,
    TAKEN,
    WORDS_NOT_THERE,
)

VERBS = ("join", "move", "split", "skip")
_NUMBER = re.compile(r"t(\d+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody said of some paragraphs."""

    do: str
    """`join`, `move`: `ours` are `theirs`, where they stand or elsewhere; `split`: cut theirs before `words`; `skip`:
    without a partner."""
    ours: tuple[str, ...] = ()
    """Keys of paragraphs of the source."""
    theirs: tuple[str, ...] = ()
    """Keys of paragraphs of the translation, made in the same way."""
    words: str = ""
    """Of a split, where the second part begins; else how theirs begins, for those who read the file."""
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """Corrections put to the texts as they are now."""

    theirs: tuple[Segment, ...]
    """The translation's paragraphs, divided where somebody said so."""
    fixed: tuple[FixedPairs, ...]
    misfits: tuple[Message, ...]
    """Corrections that no longer fit."""


def load(path: Path, shown: str) -> tuple[list[tuple[int, Correction]], list[Message]]:
    """The corrections of a file with their lines, and what of it is none; nothing if there is no file."""
    found: list[tuple[int, Correction]] = []
    faults: list[Message] = []
    lines = path.read_text("utf-8", errors="replace").splitlines() if path.is_file() else []
    for row, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            made = Correction(
                data["do"],
                tuple(map(str, data.get("ours", ()))),
                tuple(map(str, data.get("theirs", ()))),
                str(data.get("words", "")),
                str(data.get("by", "")),
                str(data.get("at", "")),
            )
            if made.do not in VERBS or not (made.ours or made.theirs):
                raise ValueError(made.do)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            faults.append(FAULTY_LINE(file=shown, row=row))
            continue
        found.append((row, made))
    return found, faults


def save(path: Path, corrections: Sequence[Correction]) -> None:
    """Write them, a line each; no file if there are none."""
    if not corrections:
        path.unlink(missing_ok=True)
        return
    lines = [json.dumps(asdict(c), ensure_ascii=False) + "\n" for c in corrections]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, "".join(lines).encode())


def known_corrections(workspace: Workspace, name: str, language: str) -> list[tuple[int, Correction]]:
    """What people have corrected of a statement's alignment so far, with the lines of its file."""
    path = workspace.corrections_path(name, language)
    return load(path, workspace.relative(path))[0]


def take_back(workspace: Workspace, name: str, language: str, row: int, at: str) -> None:
    """Remove the correction in that line, made at that time. Raises UsageError if it is not there any more."""
    found = known_corrections(workspace, name, language)
    left = [c for line, c in found if (line, c.at) != (row, at)]
    if len(left) == len(found):
        raise UsageError(NOT_FIXED(words="free", what=at))
    save_corrections(workspace, name, language, left)


def save_corrections(
    workspace: Workspace, name: str, language: str, corrections: Sequence[Correction]
) -> None:
    """Keep them beside the statement's catalogue. Raises NotAllowed for whoever may not translate it."""
    if not present().may("edit", name, language):
        raise NotAllowed(NOT_YOUR_ROLE(name=name))
    save(workspace.corrections_path(name, language), corrections)


def apply(
    corrections: Sequence[tuple[int, Correction]],
    ours: Sequence[Segment],
    theirs: Sequence[Segment],
    shown: str,
) -> Applied:
    """What they make of both texts. Of two that name one paragraph the later one counts. Pure."""
    parts = list(theirs)
    misfits: list[Message] = []
    rest = []
    for row, said in corrections:
        if said.do != "split":
            rest.append((row, said))
            continue
        places = _places(parts)
        at = places.get(said.theirs[0]) if said.theirs else None
        halves = _halves(parts[at], said.words) if at is not None else None
        if at is None or halves is None:
            misfits.append(NO_LONGER(file=shown, row=row, do=said.do, by=said.by, what=f"“{said.words}”"))
        else:
            parts[at : at + 1] = halves
    mine = {segment.key: i for i, segment in enumerate(ours)}
    places = _places(parts)
    fixed: list[FixedPairs] = []
    taken: set[str] = set()
    for row, said in reversed(rest):
        gone = [key for key in said.ours if key not in mine]
        gone += [f"“{said.words}”" for key in said.theirs if key not in places][:1]
        twice = [key for key in (*said.ours, *said.theirs) if key in taken]
        if gone:
            misfits.append(NO_LONGER(file=shown, row=row, do=said.do, by=said.by, what=gone[0]))
        elif twice:
            misfits.append(TAKEN(file=shown, row=row, do=said.do, by=said.by, what=twice[0]))
        else:
            taken |= {*said.ours, *said.theirs}
            fixed.append(
                FixedPairs(
                    tuple(sorted(mine[key] for key in said.ours)),
                    tuple(sorted(places[key] for key in said.theirs)),
                )
            )
    misfits.sort(key=lambda misfit: int(str(misfit.values["row"])))
    return Applied(tuple(parts), tuple(fixed), tuple(misfits))


def corrected(
    before: Sequence[Correction],
    wishes: Sequence[str],
    ours: Sequence[Segment],
    theirs: Sequence[Segment],
    by: str,
) -> list[Correction]:
    """The corrections after some more, each written like `join c55a t14`; numbers are places in `theirs`, from 1.

    What is said of a paragraph takes the place of what was said of it before. Raises UsageError.
    """
    made = list(before)
    keys = segment_keys(segment.text for segment in theirs)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for wish in wishes:
        verb, *words = wish.split() or [""]
        if verb == "split" and len(words) > 1:
            (there,) = _named(wish, words[:1], ours, keys)[1] or [""]
            at = keys.index(there) if there else -1
            cut = squeeze(wish.split(maxsplit=2)[2])
            if at < 0 or _halves(theirs[at], cut) is None:
                raise UsageError(WORDS_NOT_THERE(words=wish, what=words[0]))
            made.append(Correction("split", (), (there,), cut, by, now))
            continue
        mine, others = _named(wish, words, ours, keys)
        named = {*mine, *others}
        if verb == "free" and named:
            kept = [c for c in made if not named & {*c.ours, *c.theirs}]
            if len(kept) == len(made):
                raise UsageError(NOT_FIXED(words=wish, what=words[0]))
            made = kept
            continue
        whole = bool(mine and others) if verb in ("join", "move") else bool(mine) != bool(others)
        if verb not in ("join", "move", "skip") or not whole:
            raise UsageError(HOW_TO_FIX(words=wish))
        made = [c for c in made if c.do == "split" or not named & {*c.ours, *c.theirs}]
        start = " ".join(theirs[keys.index(others[0])].text.split()[:8]) if others else ""
        made.append(Correction(verb, tuple(mine), tuple(others), start, by, now))
    return made


def _named(
    wish: str, words: Sequence[str], ours: Sequence[Segment], keys: Sequence[str]
) -> tuple[list[str], list[str]]:
    mine: list[str] = []
    others: list[str] = []
    for word in words:
        if number := _NUMBER.match(word):
            place = int(number[1])
            if not 0 < place <= len(keys):
                raise UsageError(NO_PARAGRAPH(words=wish, what=word))
            others.append(keys[place - 1])
            continue
        found = [s.key for s in ours if s.key == word] or [s.key for s in ours if s.key.startswith(word)]
        if len(found) != 1:
            raise UsageError((NOT_JUST_ONE if found else NO_PARAGRAPH)(words=wish, what=word))
        mine.append(found[0])
    return list(dict.fromkeys(mine)), list(dict.fromkeys(others))


def _places(theirs: Sequence[Segment]) -> dict[str, int]:
    return {key: at for at, key in enumerate(segment_keys(segment.text for segment in theirs))}


def _halves(segment: Segment, words: str) -> list[Segment] | None:
    """The paragraph before and from some words on; None if it has none before them, or has not got them."""
    at = squeeze(segment.text).find(words) if words else -1
    if at <= 0:
        return None
    text = squeeze(segment.text)
    return [replace(segment, text=text[:at].rstrip()), replace(segment, text=text[at:])]
