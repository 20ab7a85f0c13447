"""All files below a folder."""

from __future__ import annotations

from pathlib import Path

from translate_flow.files.listing import below


def test_links_to_folders_are_not_followed_and_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    (tmp_path / "a" / ".b").mkdir(parents=True)
    for name in ("x.po", "a/y.po", "a/.b/z.po", "a/ñ.po"):
        (tmp_path / name).touch()
    (tmp_path / "a" / "round").symlink_to(tmp_path)
    (tmp_path / "gone.po").symlink_to(tmp_path / "nowhere")
    assert sorted(below(str(tmp_path))) == ["a/.b/z.po", "a/y.po", "a/ñ.po", "gone.po", "x.po"]
    assert list(below(str(tmp_path / "none"))) == []
