"""What reaches a page names no command and no option: the person there has a browser and no terminal."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from translate_flow.desk.remedies.messages import HERE
from translate_flow.desk.words import locale_of
from translate_flow.messages import Message, every_template
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk

OF_THE_TERMINAL = re.compile(
    r"(?<![\w-])--[a-z]|(?<!another )(?<!otro )translate-flow [a-z]+|apt-[a-z]+ |pip install"
)
"""An option, a command, or a package manager's."""
ROOMS = ("cli.", "team.", "desk.", "checks.page.", "flow.doctor.")
"""Said on a terminal alone: by the commands, to whoever runs a server, by `doctor`, in the pages of the manual; the
desk's own are about its start, before there is a page."""
NOT_AT_A_PAGE = {
    "files.holds-others": "a page names no folder: what it makes goes into the workspace or to the browser",
    "files.other-file": "a page names no folder",
    "files.other-manifest": "a page names no folder",
    "workspace.empty-name": "a page's address has the statement's name",
    "files.port-in-use": "said when the desk does not start",
    "flow.exchange.changed-since": "a page hands the file to the browser and writes none that is there",
    "flow.intake.no-article": "the overview asks for no part of a web page",
    "flow.intake.one-name": "files that are chosen have their own names",
    "flow.intake.plain-name": "files that are chosen have their own names",
    "flow.intake.same-language": "a page's address has a language of the workspace",
    "flow.intake.unknown-format": "a file's format is known by the file",
    "flow.intake.what-name": "a page has no standard input",
    "flow.not-a-page": "the overview asks for no part of a web page",
    "flow.nothing-to-publish": "the site is made by a command",
    "flow.drafts.one-engine": "engines are compared by a command",
    "flow.reviewing.either-from-or-since": "the timeline compares two moments",
    "flow.reviewing.no-git": "the timeline compares moments, not versions of git",
    "flow.reviewing.no-repository": "the timeline compares moments, not versions of git",
    "flow.reviewing.no-such-revision": "the timeline compares moments, not versions of git",
    "workspace.no-workspace": "without a workspace the desk shows its first questions",
    "workspace.which-language": "a page's address has its language",
}


def texts(template: object) -> str:
    return f"{template.text} {template.one}"  # type: ignore[attr-defined]


def test_every_message_of_the_terminal_has_a_page_s_words_or_cannot_come_there() -> None:
    every = {i: t for i, t in every_template().items() if not i.startswith(ROOMS)}
    named = {i for i, t in every.items() if OF_THE_TERMINAL.search(texts(t))}
    assert named - HERE.keys() == NOT_AT_A_PAGE.keys() & named == NOT_AT_A_PAGE.keys()


@pytest.mark.parametrize("tag", ["en", "es"])
def test_a_page_s_words_are_of_the_page_and_have_values_of_their_message(tag: str) -> None:
    every = every_template()
    for name, said in HERE.items():
        assert said.slots <= every[name].slots, name
        for number in (1, 3):
            filled = {
                slot: number if slot == every[name].count else f"«{slot}»" for slot in every[name].slots
            }
            words = locale_of(tag).translate(Message(name, filled))
            assert not OF_THE_TERMINAL.search(words), words
            assert "{" not in words, words


def test_a_remedy_inside_another_message_is_said_as_a_page_does() -> None:
    inner = Message("engines.online.too-many", {"name": "DeepL"})
    outer = Message("flow.drafts.not-finished", {"name": "a", "problem": inner, "n": 4})
    said = locale_of("es").translate(outer)
    assert said == (
        "a: DeepL: demasiadas solicitudes; espere y vuelva a intentarlo; quedan 4 párrafos: "
        "vuelva a hacer el borrador para continuar"
    )


def test_pages_and_their_scripts_are_told_so(open_desk: Callable[..., Desk]) -> None:
    def spoil(workspace: Workspace) -> None:
        file = workspace.catalogue_path(NAME, "en")
        file.write_bytes(b"msgid no quotes\n" + file.read_bytes())

    desk = open_desk(spoil)
    there = {"Cookie": desk.cookie(), "Accept-Language": "es-PE", "Origin": desk.url}
    for path in (f"/s/en/{NAME}", f"/api/segment?language=en&name={NAME}&key=x"):
        _, _, answer = desk.request("GET", path, there)
        said = answer.decode()
        assert f"{NAME}.po" in said, said
        assert "vuelva a añadir el comunicado en el resumen" in said
        assert "translate-flow add" not in said


def test_a_term_that_lacks_something_is_told_in_the_words_of_its_form() -> None:
    """The fields of the form have names of their own; columns of a file and their values are nothing one sees there."""
    for name in ("glossary.no-gloss", "glossary.no-translation"):
        for tag in ("en", "es"):
            words = locale_of(tag).translate(Message(name, {"term": "rondas"}))
            assert "rondas" in words
            assert not re.search(r"policy|gloss|keep\b", words), words
