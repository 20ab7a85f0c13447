"""What other programs' words for a state mean, word by word."""

from __future__ import annotations

import pytest

from translate_flow.catalogue.outside import (
    Said,
    memoq,
    phrase,
    sub_state,
    tmx,
    trados,
    wordfast,
    worst,
    xliff,
)


@pytest.mark.parametrize(
    ("said", "means"),
    [
        (xliff("translated"), Said.DONE),
        (xliff("translated", "mt-suggestion"), Said.MACHINE),
        (xliff("translated", "mt-suggestion", "yes"), Said.DONE),
        (xliff("final", "tm-suggestion"), Said.DONE),
        (xliff("new", "", "yes"), Said.OPEN),
        (xliff("", "", "yes"), Said.DONE),
        (xliff("", "", "no"), Said.OPEN),
        (xliff("", "", ""), Said.NOTHING),
        (xliff("translated", "rejected-grammar"), Said.REJECTED),
        (xliff("x-rejected"), Said.REJECTED),
        (xliff("rejected", "", "yes"), Said.REJECTED),
        (xliff("x-mine"), Said.NOTHING),
        (xliff("x-mine", "", "no"), Said.OPEN),
        (xliff("x-needs-checking"), Said.OPEN),
        (xliff("x-unverified"), Said.OPEN),
        (xliff("InReview"), Said.OPEN),
        (xliff("x-reviewed"), Said.DONE),
        (xliff("x-mt-translated"), Said.MACHINE),
        (sub_state("rejected"), Said.REJECTED),
        (sub_state("mt-suggestion"), Said.MACHINE),
        (sub_state("needs-review"), Said.OPEN),
        (sub_state("stale"), Said.OPEN),
        (sub_state("perfect"), Said.NOTHING),
        (sub_state("translated"), Said.NOTHING),
        (sub_state("app:InReview"), Said.OPEN),
        (wordfast("leveraged_mt"), Said.MACHINE),
        (wordfast("edited"), Said.NOTHING),
        (trados(""), Said.NOTHING),
        (trados(" "), Said.NOTHING),
        (trados("ApprovedSignOff"), Said.DONE),
        (trados("RejectedTranslation", "mt"), Said.REJECTED),
        (trados("Draft"), Said.OPEN),
        (trados("Draft", "nmt"), Said.MACHINE),
        (trados("Translated", "mt"), Said.DONE),
        (trados("whatever"), Said.OPEN),
        (memoq(""), Said.NOTHING),
        (memoq("Rejected"), Said.REJECTED),
        (memoq("NotStarted"), Said.OPEN),
        (memoq("Unconfirmed"), Said.OPEN),
        (memoq("TranslatorConfirmed"), Said.DONE),
        (memoq("Proofread"), Said.DONE),
        (memoq("Locked"), Said.DONE),
        (memoq("MachineTranslated"), Said.MACHINE),
        (memoq("Edited"), Said.OPEN),
        (phrase(""), Said.NOTHING),
        (phrase("1"), Said.DONE),
        (phrase("true"), Said.DONE),
        (phrase("0"), Said.OPEN),
        (phrase("false", "mt"), Said.MACHINE),
        (phrase("0", "human"), Said.OPEN),
        (tmx("x-ConfirmationLevel", "Draft"), Said.OPEN),
        (tmx("x-origin", "Machine Translation"), Said.MACHINE),
        (tmx("x-origin", "human"), Said.NOTHING),
        (tmx("x-approved", "No"), Said.OPEN),
        (tmx("x-approved", "yes"), Said.NOTHING),
        (tmx("reviewed", "false"), Said.OPEN),
        (tmx("needs-editing", "1"), Said.OPEN),
        (tmx("x-fuzzy", "true"), Said.OPEN),
        (tmx("x-fuzzy", "false"), Said.NOTHING),
        (tmx("unit-count", "1"), Said.NOTHING),
        (tmx("x-tm-id", "1"), Said.NOTHING),
        (tmx("status", "rejected"), Said.REJECTED),
        (tmx("status", "needs-review"), Said.OPEN),
        (tmx("state", "fuzzy"), Said.OPEN),
        (tmx("state", "mt"), Said.MACHINE),
        (tmx("state", "final"), Said.NOTHING),
        (tmx("note", "draft"), Said.NOTHING),
    ],
)
def test_a_word_means(said: Said, means: Said) -> None:
    assert said is means


def test_of_several_the_worst_counts() -> None:
    order = [Said.NOTHING, Said.DONE, Said.MACHINE, Said.OPEN, Said.REJECTED]
    found = {worst([a, b]) for a in order for b in order}
    assert found == set(order)
    assert worst([Said.DONE, Said.REJECTED, Said.OPEN]) is Said.REJECTED
    assert worst([]) is Said.NOTHING
