"""Statements come from files, folders, standard input and, where allowed, from the web."""

from __future__ import annotations

import contextlib
import gzip
import re
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from translate_flow import api
from translate_flow.catalogue import Catalogue
from translate_flow.errors import ReadError, TranslateFlowError, UsageError
from translate_flow.files.sniffing import sniff
from translate_flow.flow.build import finished
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.intake.sources import Gathered, TakeOptions, gather
from translate_flow.flow.statement.work import WITHIN, Work
from translate_flow.formats import format_for
from translate_flow.model import Event
from translate_flow.workspace import Workspace

PAGE = b"<!DOCTYPE html><html><body><h1>Aviso</h1><p>Hoy marchamos por la vida.</p></body></html>"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    init(tmp_path / "w", "es", ("en",))
    return Workspace.find(tmp_path / "w")


def allowed(workspace: Workspace) -> Workspace:
    privacy = replace(workspace.settings.privacy, online_reading=True)
    return replace(workspace, settings=replace(workspace.settings, privacy=privacy))


def paths(workspace: Workspace, gathered: Gathered) -> list[str]:
    return [workspace.relative(s.path.resolve()) for s in gathered.sources]


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            with contextlib.suppress(OSError):
                for _ in range(50):
                    self.wfile.write(b"x" * 1_000_000)
            return
        answers = {
            "/2023/Aviso%20p%C3%BAblico.html": (200, "text/html; charset=utf-8", PAGE),
            "/nota": (200, "text/plain", b"Hoy marchamos.\n"),
            "/acta.pdf": (200, "application/pdf", b"%PDF-1.4"),
            "/empty": (200, "text/html", b""),
            "/latin2": (200, "text/html; charset=iso-8859-2", "<p>Żółć del valle</p>".encode("iso-8859-2")),
            "/latin1": (200, "text/html; charset=ISO-8859-1", "<p>Ñandú</p>".encode("latin-1")),
            "/packed": (200, "text/html", gzip.compress(PAGE)),
            "/bomb": (200, "text/html", gzip.compress(bytes(60_000_000), 1)),
            "/torn": (200, "text/html", gzip.compress(PAGE)[:9] + b"xx"),
        }
        status, kind, body = answers.get(self.path, (404, "text/plain", b"no"))
        target = {"/away": "ftp://localhost/x", "/on": "/nota", "/round": "/round"}.get(self.path)
        self.send_response(302 if target else status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if body.startswith(b"\x1f\x8b"):
            self.send_header("Content-Encoding", "gzip")
        if target:
            self.send_header("Location", target)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_without_a_word_and_of_a_folder_all_statements_are_read(workspace: Workspace) -> None:
    folder = workspace.statements
    (folder / "2023").mkdir()
    (folder / "b.es.md").write_text("Hola.\n", "utf-8")
    (folder / "2023" / "a.es.txt").write_text("Hola.\n", "utf-8")
    (folder / "a.glossary.csv").write_text("es,en\n", "utf-8")
    (folder / ".a.es.md.swp").write_text("x", "utf-8")
    (folder / "notes.md").write_text("x", "utf-8")
    (folder / "scan.es.pdf").write_bytes(b"%PDF-1.4")
    (folder / "logo.png").write_bytes(b"\x89PNG")
    for words in ([], [str(folder)]):
        gathered = gather(workspace, words)
        assert paths(workspace, gathered) == ["statements/2023/a.es.txt", "statements/b.es.md"]
        assert len(gathered.notices) == 2
        assert "logo.png: not read; its name does not say its language (.es)" in str(gathered.notices[0])
        assert "notes.md: not read; its name does not say its language (.es)" in str(gathered.notices[1])
        assert ["damaged, cut off or not a PDF" in str(error) for error in gathered.errors] == [True]
    assert {a.name for a in add(workspace, gather(workspace, []).sources, ["en"])} == {"2023/a", "b"}


def test_one_damaged_file_of_several_is_named_and_the_others_go_in(workspace: Workspace) -> None:
    folder = workspace.statements
    (folder / "a.es.md").write_text("Hola.\n", "utf-8")
    (folder / "roto.es.docx").write_bytes(b"PK\x03\x04 cut off")
    (folder / "vacio.es.txt").write_bytes(b"")
    (folder / "z.es.md").write_text("Adiós.\n", "utf-8")
    gathered = gather(workspace, [str(path) for path in sorted(folder.iterdir())])
    errors: list[TranslateFlowError] = [*gathered.errors]
    made = add(workspace, gathered.sources, ["en"], errors=errors)
    assert [one.name for one in made] == ["a", "z"]
    assert [Path(str(error).partition(": ")[0]).name for error in errors] == ["roto.es.docx", "vacio.es.txt"]
    with pytest.raises(ReadError, match="vacio"):
        api.add(workspace, [folder / "vacio.es.txt", folder / "a.es.md"])


def test_an_empty_folder_is_told(workspace: Workspace) -> None:
    with pytest.raises(
        ReadError, match=r"contains no statement; put a statement such as carta\.es\.md there"
    ):
        gather(workspace, [])


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("a.es.xlsx", "spreadsheets are not read; copy the text into a .docx"),
        ("a.es.pptx", "slides are not read; save them as .pdf"),
        ("a.es.epub", "e-books are not read; save it as .docx"),
        ("a.es.eml", "saved e-mails are not read"),
        ("a.es.rst", "convert it to Markdown: pandoc a.es.rst -o a.es.md"),
        ("a.es.json", ".json files hold data"),
    ],
)
def test_files_of_other_trades_are_refused_with_the_way(workspace: Workspace, name: str, way: str) -> None:
    (workspace.statements / name).write_bytes(b"PK\x03\x04")
    with pytest.raises(ReadError, match=re.escape(way)):
        gather(workspace, [str(workspace.statements / name)])
        add(workspace, gather(workspace, [str(workspace.statements / name)]).sources, ["en"])


def test_standard_input_becomes_a_statement(workspace: Workspace) -> None:
    gathered = gather(
        workspace, ["-"], TakeOptions("markdown", "2023/aviso"), stdin=b"# Aviso\n\nHoy marchamos.\n"
    )
    assert not (workspace.statements / "2023").exists()
    assert len(add(workspace, gathered.sources, ["en"], dry=True)[0].segments) == 2
    assert not (workspace.statements / "2023").exists(), "a dry run writes nothing"
    add(workspace, gathered.sources, ["en"])
    assert (workspace.statements / "2023" / "aviso.es.md").read_bytes() == b"# Aviso\n\nHoy marchamos.\n"
    assert workspace.catalogue_path("2023/aviso", "en").exists()


def test_standard_input_needs_a_name_and_a_known_format(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="--name"):
        gather(workspace, ["-"], stdin=b"x")
    with pytest.raises(UsageError, match="--format wiki: unknown format; use one of"):
        gather(workspace, ["-"], TakeOptions("wiki", "x"), stdin=b"x")
    for name in ("../x", "/etc/x", ".x", "a/../../x"):
        with pytest.raises(UsageError, match="plain name"):
            gather(workspace, ["-"], TakeOptions("", name), stdin=b"x")


def test_a_statement_is_replaced_only_if_that_is_said(workspace: Workspace) -> None:
    wanted = TakeOptions("plain", "aviso")
    add(workspace, gather(workspace, ["-"], wanted, stdin=b"Uno.\n").sources, ["en"])
    assert gather(workspace, ["-"], wanted, stdin=b"Uno.\n").sources[0].new is False
    with pytest.raises(UsageError, match="is there already, and is another text; give --replace"):
        gather(workspace, ["-"], wanted, stdin=b"Dos.\n")
    gathered = gather(workspace, ["-"], replace(wanted, replace=True), stdin=b"Dos.\n")
    assert add(workspace, gathered.sources, ["en"])[0].counts["new"] == 1
    assert (workspace.statements / "aviso.es.txt").read_bytes() == b"Dos.\n"


def test_two_files_of_one_statement_are_refused_before_anything_is_written(workspace: Workspace) -> None:
    (workspace.statements / "aviso.es.md").write_text("Uno.\n", "utf-8")
    gathered = gather(workspace, ["-"], TakeOptions("plain", "aviso"), stdin=b"Dos.\n")
    with pytest.raises(UsageError, match="has the same statement name"):
        add(workspace, gathered.sources, ["en"])
    assert not (workspace.statements / "aviso.es.txt").exists()


def test_a_bad_one_keeps_the_good_ones_from_being_written(workspace: Workspace) -> None:
    (workspace.statements / "leer.es.txt").write_bytes(b"")
    gathered = gather(workspace, ["-"], TakeOptions("plain", "aviso"), stdin=b"Uno.\n")
    with pytest.raises(ReadError, match="empty"):
        add(workspace, [*gathered.sources, workspace.statements / "leer.es.txt"], ["en"])
    assert not (workspace.statements / "aviso.es.txt").exists()


def test_a_page_is_read_only_where_the_settings_allow_it(workspace: Workspace, site: str) -> None:
    with pytest.raises(UsageError, match="online_reading = true"):
        gather(workspace, [f"{site}/nota"])
    gathered = gather(allowed(workspace), [f"{site}/2023/Aviso%20p%C3%BAblico.html", f"{site}/on"])
    assert paths(workspace, gathered) == ["statements/aviso-publico.es.html", "statements/on.es.txt"]
    added = add(workspace, gathered.sources, ["en"])
    assert [s.segment.text for s in added[0].segments] == ["Aviso", "Hoy marchamos por la vida."]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/none", "answered 404"),
        ("/acta.pdf", "is a PDF"),
        ("/empty", "the page is empty"),
        ("/away", "ftp"),
        ("/round", "302"),
        ("/endless", "larger than 40 MB"),
        ("/bomb", "larger than 40 MB"),
        ("/torn", "did not arrive completely"),
    ],
)
def test_what_is_no_page_is_told_in_one_line(workspace: Workspace, site: str, path: str, says: str) -> None:
    with pytest.raises(ReadError, match=says) as raised:
        gather(allowed(workspace), [site + path])
    assert site in str(raised.value)


def test_the_encoding_that_only_the_server_tells_is_kept_in_the_file(workspace: Workspace, site: str) -> None:
    gathered = gather(allowed(workspace), [f"{site}/latin2", f"{site}/latin1", f"{site}/packed"])
    added = add(workspace, gathered.sources, ["en"])
    assert [a.segments[0].segment.text for a in added] == ["Żółć del valle", "Ñandú", "Aviso"]
    assert gathered.sources[1].data == "<p>Ñandú</p>".encode("latin-1"), "what a file tells stays as it came"


def test_no_server_is_told(workspace: Workspace) -> None:
    with pytest.raises(ReadError, match="cannot be reached"):
        gather(allowed(workspace), ["http://127.0.0.1:9/x"])


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (PAGE, "html"),
        (b"\xef\xbb\xbf <!-- hola -->\n<HTML lang=es>", "html"),
        ("<html><p>á".encode("utf-16"), "html"),
        (b"# Aviso\n\nHoy.\n", "markdown"),
        (b"Hoy.\r\n\r\n> cita\r\n", "markdown"),
        (b"Vea [la nota](https://example.org/a) y **lea**.\n", "markdown"),
        (b"Hoy marchamos.\n\n- uno\n- dos\n", "plain"),
        (b"2 * 3 * 4 = 24\n", "plain"),
        (b"", "plain"),
        (b"PK\x03\x04...word/document.xml", "docx"),
        (b"PK\x03\x04" + b"x" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    ],
)
def test_the_format_is_seen_in_the_content(data: bytes, format: str) -> None:
    assert sniff(data) == format


def test_a_file_of_unknown_extension_goes_the_whole_way_by_its_content(workspace: Workspace) -> None:
    file = workspace.statements / "aviso.es.text"
    file.write_text("# Aviso\n\nHoy **marchamos**.\n", "utf-8")
    assert format_for(file.name, file.read_bytes()).name == "markdown"
    add(workspace, [file], ["en"])
    from translate_flow.flow.build import build

    built = build(workspace, ["aviso"], "en", ["statement"], drafts=True)[0]
    assert [f.name for f in built.files] == ["aviso.en.text", "manifest.json"]


def news(*points: str, menu: str = "Portada") -> bytes:
    """A whole news page, with a menu, other news and a footer around the statement."""
    body = "".join(
        f"<p>Las comunidades de la cuenca piden que se publiquen los análisis del agua de {p}, y que el canal se "
        "repare antes de agosto, como acordaron las dos partes en la mesa.</p>"
        for p in points
    )
    return (
        "<!DOCTYPE html><html lang='es'><head><title>El agua espera</title></head><body>"
        f"<nav><ul><li><a href='/'>{menu}</a></li><li>Contacto y horarios de la redacción</li></ul></nav>"
        f"<div class='sitio'><main><h1>El agua espera</h1><div class='cuerpo'>{body}</div></main>"
        "<aside><p>Lea también otras noticias de esta semana</p></aside></div>"
        "<footer><p>Todos los derechos reservados</p></footer></body></html>"
    ).encode()


def test_of_a_news_page_the_article_alone_is_translated_version_after_version(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = workspace.statements / "agua.es.html"
    file.write_bytes(news("Puno", "Juli", "Ilave", "Acora"))
    first = add(workspace, [file], ["en"], main=True)[0]
    assert [s.segment.text for s in first.segments][:2] == ["El agua espera", "El agua espera"]
    assert len(first.segments) == 6
    assert Catalogue.load(first.path).header[WITHIN]
    with monkeypatch.context() as patch:
        # The same page is cut the same way on a machine that has no trafilatura.
        patch.setitem(sys.modules, "trafilatura", None)
        assert add(workspace, [file], ["en"])[0].counts["same"] == 6
        file.write_bytes(news("Puno", "Juli", "Ilave", "Acora", "Desaguadero", menu="Inicio"))
        with pytest.raises(ReadError, match=r"needs trafilatura; install it with pip install"):
            add(workspace, [file], ["en"])

    second = add(workspace, [file], ["en"])[0]
    assert second.counts["same"] == 6
    assert second.counts["new"] == 1, "the setting is remembered; the menu stays out"
    work = Work.open(workspace, "agua", "en")
    work.change(lambda w: [Event(by="a", do="edit", key=u.key, text=f"English {u.key}") for u in w.units])
    page = finished(work, work.edition()).decode()
    assert "<html lang='es'>" in page
    assert page.count("English") == 7
    for untouched in ("<a href='/'>Inicio</a>", "Contacto y horarios", "Lea también", "Todos los derechos"):
        assert untouched in page

    whole = add(workspace, [file], ["en"], main=False)[0]
    assert whole.counts["same"] == 7
    assert whole.counts["new"] == 4
    assert WITHIN not in Catalogue.load(first.path).header
    assert add(workspace, [file], ["en"])[0].counts["same"] == 11


def test_an_article_is_asked_for_of_web_pages_only(workspace: Workspace) -> None:
    (workspace.statements / "a.es.md").write_text("Hola.\n", "utf-8")
    with pytest.raises(UsageError, match="--main: only web pages"):
        add(workspace, [workspace.statements / "a.es.md"], ["en"], main=True)
