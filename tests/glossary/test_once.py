"""A glossary's files are read into terms once, for as long as they say the same."""

from __future__ import annotations

import os
from pathlib import Path

from translate_flow.glossary import Glossary


def test_the_same_files_are_one_glossary_and_a_changed_one_another(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text("es,en,policy\nagua,water,translate\n", "utf-8")
    first = Glossary.load([file])
    assert Glossary.load([file]) is first
    assert Glossary.load([file], "pt") is not first
    # As long as before and of the same time: what it says decides.
    before = file.stat()
    file.write_text("es,en,policy\nagua,weter,translate\n", "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert [term.en for term in Glossary.load([file]).terms] == ["weter"]
