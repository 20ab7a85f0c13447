"""Git's marks in a text file: where they begin, and what each side has."""

from __future__ import annotations

import pytest

from translate_flow.files.conflict import first_mark, is_mark, sides

TWO = "a\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> branch\nz"
THREE = "a\n<<<<<<< HEAD\nours\n||||||| base\nbefore\n=======\ntheirs\n>>>>>>> branch\nz"


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("<<<<<<< HEAD", True),
        ("||||||| 1a2b3c4", True),
        ("|||||||", True),
        ("=======", True),
        (">>>>>>> branch", True),
        ("<<<<<<<", False),
        ("======== ", False),
        ("======= x", False),
        ("<<<<<< HEAD", False),
        ("text <<<<<<< HEAD", False),
        ("", False),
    ],
)
def test_a_line_of_git_is_recognised(line: str, mark: bool) -> None:
    assert is_mark(line) is mark


@pytest.mark.parametrize(
    ("text", "number"), [(TWO, 2), ("<<<<<<< a\n", 1), ("a\nb\n", 0), ("a <<<<<<< b\n", 0), ("", 0)]
)
def test_the_first_conflict_is_named_by_its_line(text: str, number: int) -> None:
    assert first_mark(text) == number


@pytest.mark.parametrize("text", [TWO, THREE])
def test_each_side_has_its_lines_and_what_is_around(text: str) -> None:
    assert sides(text) == ("a\nours\nz", "a\ntheirs\nz")


def test_several_conflicts_are_divided_alike() -> None:
    assert sides(f"{TWO}\n{THREE}") == ("a\nours\nz\na\nours\nz", "a\ntheirs\nz\na\ntheirs\nz")
    assert sides("no marks") == ("no marks", "no marks")


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< HEAD\nours",
        "<<<<<<< HEAD\nours\n=======\ntheirs",
        "=======\ntheirs\n>>>>>>> b",
        "<<<<<<< HEAD\n<<<<<<< HEAD\n=======\n>>>>>>> b",
        "<<<<<<< HEAD\nours\n>>>>>>> b",
        "<<<<<<< HEAD\n=======\n=======\n>>>>>>> b",
        "<<<<<<< HEAD\n||||||| base\n>>>>>>> b",
    ],
)
def test_marks_that_do_not_fit_give_no_sides(text: str) -> None:
    assert sides(text) is None
