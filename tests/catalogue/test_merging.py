"""A git merge of catalogues loses nobody's text, and does not depend on who merges."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from translate_flow.catalogue import Catalogue, Entry, keys
from translate_flow.catalogue.merge import decided, merge, one_line, other_text

KEYS = [f"{i:08x}" for i in range(6)]


def catalogue(date: str, *entries: Entry) -> Catalogue:
    return Catalogue(Path("x.po"), {"PO-Revision-Date": date, "Language": "en"}, entries)


BASE = catalogue("2023-01-01", *(Entry(k, f"es {k}", f"draft {k}", fuzzy=True) for k in KEYS))


def changed(base: Catalogue, date: str, texts: dict[str, str]) -> Catalogue:
    entries = [replace(e, target=texts[e.key], fuzzy=False) if e.key in texts else e for e in base.entries]
    return Catalogue(base.path, {**base.header, "PO-Revision-Date": date}, tuple(entries))


def test_changes_to_different_segments_are_both_taken() -> None:
    merged = merge(BASE, changed(BASE, "2", {KEYS[0]: "ours"}), changed(BASE, "3", {KEYS[1]: "theirs"}))
    assert [e.target for e in merged.catalogue.entries[:3]] == ["ours", "theirs", f"draft {KEYS[2]}"]
    assert merged.conflicts == ()


def test_two_texts_for_one_segment_are_both_kept_and_unconfirmed() -> None:
    merged = merge(BASE, changed(BASE, "2", {KEYS[0]: "earlier"}), changed(BASE, "3", {KEYS[0]: "later"}))
    entry = merged.catalogue.entries[0]
    assert (entry.target, entry.fuzzy, merged.conflicts) == ("later", True, (KEYS[0],))
    assert "earlier" in entry.comment


def test_the_text_that_came_later_stands_also_in_the_file_that_was_saved_earlier() -> None:
    """Where the events of both are known they say which is the later; else the files do."""
    sides = changed(BASE, "2", {KEYS[0]: "came last"}), changed(BASE, "3", {KEYS[0]: "came first"})
    ages = {(KEYS[0], "came last"): "id-2", (KEYS[0], "came first"): "id-1"}
    for known, stands, other in (
        (ages, "came last", "came first"),
        ({(KEYS[0], "came last"): "id-2"}, "came first", "came last"),
        (None, "came first", "came last"),
    ):
        for pair in (sides, sides[::-1]):
            entry = merge(BASE, *pair, known).catalogue.entries[0]
            assert entry.target == stands and other in entry.comment, known


def test_a_segment_that_left_the_source_goes_without_a_conflict_unless_somebody_wrote_in_it() -> None:
    without = replace(BASE, entries=BASE.entries[1:])
    for pair in ((without, BASE), (BASE, without)):
        merged = merge(BASE, *pair)
        assert [e.key for e in merged.catalogue.entries] == KEYS[1:] and merged.conflicts == ()
    kept = merge(BASE, without, changed(BASE, "3", {KEYS[0]: "written meanwhile"}))
    every = (*kept.catalogue.entries, *kept.catalogue.obsolete)
    assert "written meanwhile" in {e.target for e in every} and kept.conflicts == ()


def test_a_persons_text_wins_over_a_new_draft() -> None:
    redrafted = replace(BASE, entries=(replace(BASE.entries[0], target="other draft"), *BASE.entries[1:]))
    merged = merge(BASE, redrafted, changed(BASE, "0", {KEYS[0]: "a person's"}))
    assert (merged.catalogue.entries[0].target, merged.conflicts) == ("a person's", ())


def test_paragraphs_added_on_both_sides_stand_after_their_neighbours() -> None:
    new = [Entry("aaaaaaaa", "nuevo a"), Entry("bbbbbbbb", "nuevo b")]
    left = replace(BASE, entries=(BASE.entries[0], new[0], *BASE.entries[1:]))
    right = replace(BASE, entries=(*BASE.entries, new[1]))
    merged = merge(BASE, left, right).catalogue
    assert [e.key for e in merged.entries] == [KEYS[0], "aaaaaaaa", *KEYS[1:], "bbbbbbbb"]


def test_a_paragraph_that_only_the_other_side_put_first_comes_first() -> None:
    right = replace(BASE, entries=(Entry("aaaaaaaa", "nuevo"), *BASE.entries))
    for pair in ((BASE, right), (right, BASE)):
        assert list(keys(merge(BASE, *pair).catalogue.entries)) == ["aaaaaaaa", *KEYS]


def test_a_paragraph_taken_out_on_one_side_is_gone_unless_the_other_worked_on_it() -> None:
    shorter = replace(BASE, entries=BASE.entries[1:])
    assert KEYS[0] not in {e.key for e in merge(BASE, shorter, BASE).catalogue.entries}
    worked = merge(BASE, shorter, changed(BASE, "5", {KEYS[0]: "typed"})).catalogue
    assert "typed" in {e.target for e in worked.entries}


def test_a_line_of_the_header_that_only_the_side_saved_first_changed_is_taken() -> None:
    """Of one that both changed, the later's."""
    base = replace(BASE, header={**BASE.header, "Last-Translator": "Ana", "X-Generator": "1"})
    first = replace(
        base, header={**base.header, "PO-Revision-Date": "2", "Last-Translator": "Rosa", "X-Team": "Sur"}
    )
    later = replace(base, header={**base.header, "PO-Revision-Date": "3", "X-Generator": "2"})
    made = merge(base, first, later).catalogue.header
    assert (made["Last-Translator"], made["X-Generator"], made["X-Team"]) == ("Rosa", "2", "Sur")
    both = replace(later, header={**later.header, "Last-Translator": "Berta"})
    assert merge(base, first, both).catalogue.header["Last-Translator"] == "Berta"


def test_a_comment_written_on_one_side_is_kept_beside_the_others_new_text() -> None:
    noted = replace(BASE, entries=(replace(BASE.entries[0], comment="ask Ana"), *BASE.entries[1:]))
    typed = changed(BASE, "3", {KEYS[0]: "typed"})
    for pair in ((noted, typed), (typed, noted)):
        entry = merge(BASE, *pair).catalogue.entries[0]
        assert (entry.target, entry.fuzzy, entry.comment) == ("typed", False, "ask Ana")


def test_what_a_merge_noted_goes_with_the_decision_and_the_rest_of_the_comment_stays() -> None:
    left = replace(BASE, entries=(replace(BASE.entries[0], comment="ask Ana"), *BASE.entries[1:]))
    merged = merge(left, changed(left, "2", {KEYS[0]: "one\ntwo"}), changed(left, "3", {KEYS[0]: "later"}))
    comment = merged.catalogue.entries[0].comment
    assert comment.startswith("ask Ana\n") and other_text(comment) == one_line("one\ntwo")
    assert decided(comment) == "ask Ana" and decided("ask Ana") == "ask Ana" and other_text("ask Ana") == ""


TEXTS = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["a", "b", "c"]))


@given(TEXTS, TEXTS, st.sampled_from(["2", "3", "4"]))
def test_merge_commutes_and_loses_no_text(left: dict[str, str], right: dict[str, str], date: str) -> None:
    ours, theirs = changed(BASE, "3", left), changed(BASE, date, right)
    one, two = merge(BASE, ours, theirs), merge(BASE, theirs, ours)
    assert one.catalogue.to_bytes() == two.catalogue.to_bytes() and one.conflicts == two.conflicts
    for key, text in [*left.items(), *right.items()]:
        entry = next(e for e in one.catalogue.entries if e.key == key)
        assert entry.target == text or entry.comment.endswith(text)
