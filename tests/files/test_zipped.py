"""Packages of office programs: each kind of file that is none is named for what it is."""

from __future__ import annotations

import io
import zipfile

import pytest

from translate_flow.errors import ReadError
from translate_flow.files import messages as said
from translate_flow.files.zipped import opened, zipped
from translate_flow.messages import verbatim

KIND = verbatim("a Word document (.docx)")


def package(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        opened(data, "carta.docx", KIND)
    return caught.value.message.id


def test_what_is_no_package_is_told_apart() -> None:
    assert refused(b"") == said.EMPTY.id
    assert refused(b"\x01\x02 nothing known") == said.NOT_A_UNKNOWN.id
    assert refused(b"%PDF-1.7\n") == said.NOT_A.id
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == said.OLD_WORD_FILE.id


def test_a_package_is_opened_and_one_cut_off_is_not() -> None:
    data = package(one=b"1", two=b"2")
    assert opened(data, "carta.docx", KIND) is not None
    assert refused(data[:-10])


def test_equal_files_make_equal_packages_which_say_nothing_of_when_they_were_made() -> None:
    files = {"carta.txt": b"uno", "lago/acta.txt": b"dos" * 100}
    made = zipped(files)
    assert made == zipped(dict(files))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {name: package.read(name) for name in package.namelist()} == files
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
