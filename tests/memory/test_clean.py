"""Units taken out of imported TMX files: what goes, what stays as it was to the byte, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from translate_flow.cli.group import group
from translate_flow.errors import MemoryStoreError, UsageError
from translate_flow.flow.intake.init import init
from translate_flow.flow.memory import Unwanted, clean, opened
from translate_flow.memory.tmx_cut import told, without
from translate_flow.workspace import Workspace

HEAD = (
    '<?xml version="1.0" encoding="{}"?>\n<tmx version="1.4"><header creationtool="x" creationtoolversion="1" '
    'datatype="plaintext" segtype="sentence" adminlang="en" srclang="es" o-tmf="x"/>\n<body>\n'
)
END = "</body>\n</tmx>\n"


def unit(source: str, target: str, by: str = "", at: str = "") -> str:
    said = (f' changeid="{by}"' if by else "") + (f' changedate="{at}"' if at else "")
    return (
        f'<tu{said}><prop type="x">a &amp; b</prop>\n<tuv xml:lang="es"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{target}</seg></tuv></tu>\n'
    )


HELLO = unit("Hola a todas.", "Hello to all.", "ana", "20180101T000000Z")
NEWER = unit("Hola a todas.", "Hello to all.", "Luz", "20240101T000000Z")
THANKS = unit("Gracias.", "Thank you.", "Luz", "20190501T000000Z")
UNDATED = unit("Ñandú &lt;b&gt;", "Rhea.")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with two TMX files."""
    init(tmp_path, "es", ("en",))
    folder = tmp_path / "memory"
    folder.mkdir(exist_ok=True)
    head = HEAD.format("utf-8")
    (folder / "a.tmx").write_text(head + HELLO + THANKS + UNDATED + END, "utf-8")
    (folder / "b.tmx").write_text(head + NEWER + THANKS + END, "utf-8")
    return Workspace.find(tmp_path)


def left(workspace: Workspace, name: str) -> str:
    text = (workspace.root / "memory" / name).read_text("utf-8")
    return text.removeprefix(HEAD.format("utf-8")).removesuffix(END)


def test_of_equal_units_the_newest_stays_and_the_rest_is_as_it_was(workspace: Workspace) -> None:
    done = clean(workspace, Unwanted(duplicates=True))
    assert [(c.file, c.units, c.duplicates, c.others) for c in done] == [
        ("memory/a.tmx", 3, 1, 0),
        ("memory/b.tmx", 2, 1, 0),
    ]
    assert left(workspace, "a.tmx") == THANKS + UNDATED
    assert left(workspace, "b.tmx") == NEWER
    with opened(workspace) as memory:
        assert sum(1 for _ in memory.store.pairs("en")) == 3


@pytest.mark.parametrize(
    ("unwanted", "a", "b"),
    [
        (Unwanted(before="2019"), THANKS + UNDATED, NEWER + THANKS),
        (Unwanted(before="2019-06"), UNDATED, NEWER),
        (Unwanted(by="LUZ"), HELLO + UNDATED, ""),
        (Unwanted(by="Luz", before="2020"), HELLO + UNDATED, NEWER),
    ],
)
def test_old_ones_and_one_persons(workspace: Workspace, unwanted: Unwanted, a: str, b: str) -> None:
    clean(workspace, unwanted)
    assert (left(workspace, "a.tmx"), left(workspace, "b.tmx")) == (a, b)


def test_only_the_files_named_and_nothing_in_a_dry_run(workspace: Workspace) -> None:
    before = left(workspace, "a.tmx")
    assert clean(workspace, Unwanted(by="Luz"), dry=True)[1].gone == 2
    clean(workspace, Unwanted(by="Luz"), ["b.tmx"])
    assert (left(workspace, "a.tmx"), left(workspace, "b.tmx")) == (before, "")


def test_what_cannot_be_done_changes_nothing(workspace: Workspace) -> None:
    for wish, files in ((Unwanted(), ()), (Unwanted(before="last year"), ()), (Unwanted(by="x"), ("c.tmx",))):
        with pytest.raises(UsageError):
            clean(workspace, wish, files)
    broken = workspace.root / "memory" / "b.tmx"
    broken.write_text(broken.read_text("utf-8").replace("</body>", ""), "utf-8")
    before = left(workspace, "a.tmx")
    for wish in (Unwanted(duplicates=True), Unwanted(by="Luz")):
        with pytest.raises(MemoryStoreError, match=r"b\.tmx:\d+: not well-formed"):
            clean(workspace, wish)
    assert left(workspace, "a.tmx") == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_across_the_reading_of_pieces_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    """Files longer than what is read at once."""
    path = tmp_path / "x.tmx"
    made = [unit(f"Número {n} ñ", f"No. {n}", at="20200101T000000Z") for n in range(3000)]
    path.write_bytes((HEAD.format(encoding) + "".join(made) + END).encode(encoding))
    cuts = [u for n, u in enumerate(told(path)) if n % 3 == 0 or 700 < n < 900]
    text = b"".join(without(path, cuts)).decode("utf-8" if encoding == "utf-16" else encoding)
    stay = [u for n, u in enumerate(made) if not (n % 3 == 0 or 700 < n < 900)]
    assert text == HEAD.format("utf-8" if encoding == "utf-16" else encoding) + "".join(stay) + END


def test_the_command(workspace: Workspace) -> None:
    def run(*words: str) -> str:
        done = CliRunner().invoke(group, ["-C", str(workspace.root), "memory", "clean", *words])
        assert done.exit_code == 0, done.output
        return done.output

    assert "memory/a.tmx: 1 of 3 units is removed (1 duplicates, 0 others)" in run(
        "--duplicates", "--dry-run"
    )
    assert left(workspace, "a.tmx").startswith(HELLO)
    run("--duplicates")
    assert "nothing was changed" in run("--duplicates")
