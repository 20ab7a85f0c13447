"""A folder in which somebody's own files lie is not written into."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.errors import BuildError
from translate_flow.files.foreign import must_hold_nothing_else


def made_here(name: str) -> bool:
    return name.endswith(".html")


def test_a_folder_with_files_of_others_is_refused_by_their_names_alone(tmp_path: Path) -> None:
    for name in ("page.html", "list.html"):
        (tmp_path / name).touch()
    must_hold_nothing_else(tmp_path, made_here)
    (tmp_path / "letter.odt").touch()
    with pytest.raises(BuildError, match=r"did not make \(letter\.odt\)"):
        must_hold_nothing_else(tmp_path, made_here)
    with pytest.raises(BuildError, match=r"letter\.odt.*list\.html.*page\.html"):
        must_hold_nothing_else(tmp_path)


def test_a_folder_that_is_new_or_empty_is_taken_and_a_file_in_its_place_is_named(tmp_path: Path) -> None:
    must_hold_nothing_else(tmp_path)
    must_hold_nothing_else(tmp_path / "new")
    (tmp_path / "file").touch()
    with pytest.raises(BuildError, match="file: cannot be read: is not a folder"):
        must_hold_nothing_else(tmp_path / "file")
