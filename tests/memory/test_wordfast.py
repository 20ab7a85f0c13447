"""Memories of Wordfast are taken in as TMX."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from translate_flow.errors import MemoryStoreError, UsageError
from translate_flow.flow.intake.init import init
from translate_flow.flow.memory import import_file
from translate_flow.memory.wordfast import as_tmx, is_wordfast
from translate_flow.workspace import Workspace

HEAD = (
    "%20240101~120000\t%User ID,AR\t%TU=00000002\t%ES-PE\t%Wordfast TM v.5.51w9/00\t%EN-US\t%---00000001\r\n"
)
ROWS = (
    HEAD
    + "20240105~101500\tAR\t0\tES-PE\tLa &'93;ronda&'94; vela&'85;\tEN-US\tThe &'93;ronda&'94; watches&'85;\tActas\r\n"
    + "20240105~101600\tAR\t2\tES-PE\tAgua &tA;limpia&tB; ya.&'0B;Hoy.\tEN-US\tClean &tA;water&tB; now.&'0B;Today.\r\n"
)


def segments(data: bytes) -> list[str]:
    """The words of each variant, those in codes apart."""
    root = etree.fromstring("".join(as_tmx(data, "m.txt", "1")).encode(), etree.XMLParser(load_dtd=False))
    return ["".join(seg.xpath("text()")) for seg in root.iter("seg")]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_of_the_program_is_read(codec: str) -> None:
    data = ROWS.encode(codec)
    assert is_wordfast(data)
    assert segments(data) == [
        "La “ronda” vela…",
        "The “ronda” watches…",
        "Agua limpia ya.\nHoy.",
        "Clean water now.\nToday.",
    ]


def test_what_the_translate_toolkit_writes_is_read() -> None:
    store = pytest.importorskip("translate.storage.wordfast").WordfastTMFile()
    unit = store.addsourceunit("¿Quién calló “aquí”?")
    unit.target = "Who was silent “here”…"
    data = bytes(store)
    assert is_wordfast(data)
    assert segments(data) == ["¿Quién calló “aquí”?", "Who was silent “here”…"]


def test_a_memory_is_kept_as_tmx_and_a_broken_one_changes_nothing(tmp_path: Path) -> None:
    init(tmp_path / "w", "es", ["en"])
    workspace = Workspace.load(tmp_path / "w")
    path = tmp_path / "actas.txt"
    path.write_text(ROWS, "utf-16")
    there, tally = import_file(workspace, path)
    assert (there, tally.taken) == (workspace.root / "memory" / "actas.tmx", 2)
    assert "&amp;tA;" in there.read_text("utf-8")
    path.write_text(ROWS + "sin campos\n", "utf-8")
    with pytest.raises(MemoryStoreError, match=r"actas\.txt:4: not a unit"):
        import_file(workspace, path, replace=True)
    path.write_text("Una carta.\n", "utf-8")
    with pytest.raises(UsageError, match="only TMX files and Wordfast"):
        import_file(workspace, path, replace=True)
    assert "ronda" in there.read_text("utf-8")
