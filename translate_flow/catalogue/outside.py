"""What other programs say of a translation's state, in their own words. Pure.

Sources: XLIFF 1.2 (OASIS 2008) `state`, `state-qualifier`, `approved`; XLIFF 2 `state`, `subState`; the
segment attributes of Trados Studio (`sdl:seg conf`, the TMX property `x-ConfirmationLevel`), memoQ (`mq:status`),
Phrase (`m:confirmed`) and Wordfast (`gs4tr:editStatus`). What none of them defines is read by its words (`in_words`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum


class Said(StrEnum):
    """What a file says of a translation."""

    NOTHING = ""
    """Nothing."""
    OPEN = "open"
    """It is not finished."""
    MACHINE = "machine"
    """A machine or a memory suggests it; nobody has read it."""
    UNREAD = "unread"
    """It is there, and nobody has touched it or said anything of it."""
    REJECTED = "rejected"
    """A reviewer has sent it back."""
    DONE = "done"
    """Somebody has read and accepted it."""


UNFINISHED = frozenset({Said.OPEN, Said.MACHINE, Said.UNREAD, Said.REJECTED})
"""What keeps a translation a draft."""

UNTOUCHED = frozenset({"new", "needs-translation", "initial", "notstarted", "unspecified"})
"""States, in lower case, in which a translation that equals its source is only the source copied over."""

_XLIFF = {
    "new": Said.OPEN,
    "needs-translation": Said.OPEN,
    "needs-adaptation": Said.OPEN,
    "needs-l10n": Said.OPEN,
    "needs-review-translation": Said.OPEN,
    "needs-review-adaptation": Said.OPEN,
    "needs-review-l10n": Said.OPEN,
    "translated": Said.DONE,
    "signed-off": Said.DONE,
    "final": Said.DONE,
    # XLIFF 2
    "initial": Said.OPEN,
    "reviewed": Said.DONE,
}
_SUGGESTED = frozenset({
    "mt-suggestion", "leveraged-mt", "tm-suggestion", "leveraged-tm", "fuzzy-match", "exact-match", "id-match",
    "leveraged-inherited", "leveraged-glossary", "leveraged-repository",
})  # fmt: skip
_ACCEPTED = frozenset({"signed-off", "final", "reviewed"})


_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_REJECTING = ("reject", "declin", "refus")
_MADE = frozenset({
    "mt", "nmt", "amt", "tm", "machine", "pretranslated", "leveraged", "suggestion", "suggested", "automatic",
})  # fmt: skip
_WAITING = frozenset({
    "no", "not", "need", "needs", "new", "initial", "draft", "fuzzy", "pending", "progress", "todo", "incomplete", "partial",
    "partially", "waiting", "awaiting", "missing", "empty", "review", "check", "checking", "stale", "outdated", "open",
})  # fmt: skip
_FINISHED = frozenset({
    "translated", "confirmed", "reviewed", "approved", "accepted", "verified", "validated", "proofread", "final", "finished",
    "complete", "completed", "done", "signed",
})  # fmt: skip

_UNDONE = _FINISHED | {"read", "touched", "started", "specified", "edited", "localized"}


def in_words(value: str) -> Said:
    """What a state means that a program has made up (`x-unverified`, `InReview`), by the words it is put together of.

    A word that says that something is still to do outdoes one that says that something is done.
    """
    words = [word.casefold() for word in _PARTS.findall(value.removeprefix("x-"))]
    if any(word.startswith(_REJECTING) for word in words):
        return Said.REJECTED
    if _MADE.intersection(words):
        return Said.MACHINE
    if any(
        word in _WAITING or (word.removeprefix("un") in _UNDONE and word.startswith("un")) for word in words
    ):
        return Said.OPEN
    return Said.DONE if _FINISHED.intersection(words) else Said.NOTHING


def xliff(state: str, qualifier: str = "", approved: str = "") -> Said:
    """What the attributes of an XLIFF unit say, of 1.2 or 2.

    A state outdoes `approved`, which many programs leave as it was; a translation called `translated` that is
    a suggestion of a machine or memory by its qualifier is one nobody has read.
    """
    said = _XLIFF[state] if state in _XLIFF else in_words(state)
    if qualifier.startswith("rejected") or said is Said.REJECTED:
        return Said.REJECTED
    accepted = state in _ACCEPTED or (state == "translated" and approved == "yes")
    if qualifier in _SUGGESTED and not accepted:
        return Said.MACHINE
    if said is Said.NOTHING:
        return {"yes": Said.DONE, "no": Said.OPEN}.get(approved, Said.NOTHING)
    return said


def sub_state(value: str) -> Said:
    """What a `subState` of XLIFF 2 says besides the state, its prefix left out: 1.2's words, and those of programs."""
    word = value.strip()
    said = Said.MACHINE if word.casefold() in _SUGGESTED else in_words(word)
    return Said.NOTHING if said is Said.DONE else said


_TRADOS = {
    "unspecified": Said.OPEN,
    "draft": Said.OPEN,
    "translated": Said.DONE,
    "rejectedtranslation": Said.REJECTED,
    "approvedtranslation": Said.DONE,
    "rejectedsignoff": Said.REJECTED,
    "approvedsignoff": Said.DONE,
}


def trados(level: str, origin: str = "") -> Said:
    """What Trados Studio says of a segment: its confirmation level and where the text comes from.

    A level that is not known is one nobody has confirmed; an absent one says nothing.
    """
    if not level.strip():
        return Said.NOTHING
    said = _TRADOS.get(level.strip().casefold(), Said.OPEN)
    return Said.MACHINE if said is Said.OPEN and origin in ("mt", "tm", "auto-propagated", "nmt") else said


_YES_NO = frozenset({"yes", "true", "1", "no", "false", "0"})
_MACHINES = frozenset({"mt", "nmt", "amt", "machinetranslation", "automatedtranslation", "mtsuggestion"})


def tmx(name: str, value: str) -> Said:
    """What a property of a TMX unit, or one of XLIFF's metadata, says; nothing, unless it is about the state of the translation."""
    kind, word = name.casefold(), value.strip().casefold()
    if kind.endswith("confirmationlevel"):
        return trados(value)
    if kind.endswith(("origin", "match-type", "matchtype")):
        return Said.MACHINE if re.sub(r"[\W_]", "", word) in _MACHINES else Said.NOTHING
    if word in _YES_NO:
        # A property that asks a question: "approved", "needs-editing".
        asked = in_words(name)
        if word in ("yes", "true", "1"):
            return asked if asked in (Said.OPEN, Said.REJECTED) else Said.NOTHING
        return Said.OPEN if asked is Said.DONE else Said.NOTHING
    if not kind.endswith(("status", "state")):
        return Said.NOTHING
    said = Said.OPEN if word == "notstarted" else in_words(value)
    return Said.NOTHING if said is Said.DONE else said


def memoq(status: str) -> Said:
    """What memoQ says of a row."""
    word = status.strip().casefold()
    if not word:
        return Said.NOTHING
    if "reject" in word:
        return Said.REJECTED
    if word.startswith(("un", "not")):
        return Said.OPEN
    if "confirmed" in word or word in ("proofread", "reviewed", "locked"):
        return Said.DONE
    return (
        Said.MACHINE
        if word in ("pretranslated", "assembledfromfragments", "machinetranslated")
        else Said.OPEN
    )


def phrase(confirmed: str, origin: str = "") -> Said:
    """What Phrase (Memsource) says of a unit: whether somebody confirmed it, and where the text comes from."""
    word = confirmed.strip().casefold()
    if not word:
        return Said.NOTHING
    if word not in ("0", "false"):
        return Said.DONE
    return Said.MACHINE if origin in ("mt", "tm", "nt", "repetition") else Said.OPEN


def wordfast(status: str) -> Said:
    """What Wordfast and GlobalLink say of a unit to which they give no state: whether a memory or a machine filled it."""
    word = status.strip().casefold()
    return Said.MACHINE if word.startswith(("leveraged", "mt", "tm")) else Said.NOTHING


_FROM_WORST = (Said.REJECTED, Said.OPEN, Said.MACHINE, Said.UNREAD, Said.NOTHING, Said.DONE)


def worst(said: Iterable[Said]) -> Said:
    """What several sentences of one unit say together: the least finished of them."""
    every = set(said)
    return next(
        (s for s in _FROM_WORST if s in every),
        Said.NOTHING,
    )
