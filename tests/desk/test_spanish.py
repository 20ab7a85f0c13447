"""A browser set to Spanish gets pages wholly in Spanish: every page, dialog, notice and state."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import regex

from tests.checks.test_cases import Case, cases
from tests.checks.test_cases import findings as findings_of
from translate_flow import checks
from translate_flow.desk.views import finding_view
from translate_flow.desk.words import locale_of
from translate_flow.flow.drafts.draft import plan, run
from translate_flow.glossary import Glossary
from translate_flow.glossary.messages import KIND
from translate_flow.language.tags import language
from translate_flow.model import Finding, Severity
from translate_flow.workspace import Workspace

from .conftest import NAME, STATEMENT, Desk, Visitor, write
from .test_axe import lively
from .test_words import SLOTS, messages

Visit = Callable[..., Visitor]
WORDS = (
    "the and with of to is are not this that these those from was were you your for have had does did can "
    "cannot will would there here it its nothing nobody anybody another other others only still yet when while "
    "what which who whom whose why how on in at as or but if than then so into upon about after before"
)
"""English words that are no Spanish ones; at least one of them stands in nearly every sentence."""
SAID = """() => {
  const said = [], own = document.documentElement.lang;
  const hear = (e, text) => { if (e.closest('[lang]').lang === own) said.push(text); };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const e = n.nodeType === 3 ? n.parentElement : n;
    if (e.closest('script, template, kbd')) continue;
    if (n.nodeType === 3) hear(e, n.data);
    else for (const a of ['title', 'aria-label', 'aria-description', 'placeholder', 'data-empty', 'alt', 'label'])
      if (e.hasAttribute(a)) hear(e, e.getAttribute(a));
  }
  said.push(document.title.split(' · ')[0]);
  return [...new Set(said.map(s => s.trim()))];
}"""
"""All that a page says in its own language."""


@cache
def english() -> tuple[frozenset[str], list[regex.Pattern[str]]]:
    """The English messages that are said otherwise in Spanish: those that stand as they are, and patterns of the
    others, the words above among them."""
    spanish = locale_of("es")
    fixed = {part for m in messages() for part in m}
    fixed = {part for part in fixed if spanish.say(part) != part or "%(num)s" in part}
    found = [SLOTS.split(part) for part in fixed]
    found = [parts for parts in found if any(re.search(r"[A-Za-z]{2}", part) for part in parts)]
    patterns = [f"^{'.+?'.join(map(re.escape, parts))}$" for parts in found if len(parts) > 1]
    patterns.append(rf"(?i)(?<![\p{{L}}\d_/.-])(?:{'|'.join(WORDS.split())})(?![\p{{L}}\d_/-])")
    return frozenset(parts[0] for parts in found if len(parts) == 1), [regex.compile(p) for p in patterns]


@cache  # pages have most of what they say in common
def in_english(said: str) -> bool:
    """Whether it is one of the program's English messages, or has an English word."""
    whole, patterns = english()
    return said in whole or any(pattern.search(said) for pattern in patterns)


def all_spanish(page: Any) -> None:
    """Nothing on the page is said in English, whether it is seen just now or not."""
    assert [said for said in page.evaluate(SAID) if said and in_english(said)] == []


def test_overview_in_all_its_states(open_desk: Callable[..., Desk], visit: Visit, tmp_path: Path) -> None:
    desk = open_desk(lively)
    visitor = visit(desk, locale="es-PE")
    page = visitor.page
    assert page.evaluate("document.documentElement.lang") == "es"
    page.wait_for_selector(".findings .count")
    all_spanish(page)
    # What can go wrong with a file, and what is asked about it.
    other = tmp_path / f"{NAME}.md"
    for file, text in (
        ("foto.md", b"\x89PNG\r\n"),
        ("nada.md", b"\n"),
        ("carta.doc", b"\xd0\xcf"),
        ("x.exe", b"MZ"),
    ):
        (tmp_path / file).write_bytes(text)
        page.set_input_files("#file", tmp_path / file)
        page.wait_for_selector(f".alarm.refused:has-text('{file.split('.')[0]}')")
        all_spanish(page)
    other.write_text(STATEMENT.replace("mayo", "junio"), "utf-8")
    page.set_input_files("#file", other)
    page.wait_for_selector("#replace[open]")
    all_spanish(page)
    page.keyboard.press("Escape")
    page.wait_for_selector("#replace", state="hidden")
    # Drafting: the question, the end.
    page.click("[data-draft]")
    page.wait_for_selector("#draft[open]")
    all_spanish(page)
    page.click("#draft-go")
    page.wait_for_selector("#toast:has-text('borrador')")
    all_spanish(page)
    # Building: the refusal, the result.
    page.click("[data-build]")
    page.click("#build-go")
    page.wait_for_selector("#build-result .notice")
    all_spanish(page)
    page.check("#build-drafts")
    page.click("#build-go")
    page.wait_for_selector("#build-result a")
    all_spanish(page)
    # A statement that cannot be read, a search that finds nothing, a page that is not.
    desk.po().write_text("", "utf-8")
    for path in ("/", "/?q=zzz", "/nada", "/s/en/nada", "/s/fr/comunicado", f"/s/en/{NAME}"):
        page.goto(desk.url + path)
        all_spanish(page)
    visitor.calm()


def test_a_workspace_without_statements(open_desk: Callable[..., Desk], visit: Visit) -> None:
    page = visit(open_desk(statements={}), locale="es").page
    all_spanish(page)


def test_a_workspace_whose_engine_cannot_run(open_desk: Callable[..., Desk], visit: Visit) -> None:
    page = visit(open_desk(settings=[('["fake"]', '["google"]')]), locale="es").page
    page.click("[data-draft]")
    page.wait_for_selector("#draft[open]")
    assert "otra máquina" in page.inner_text("#draft-text")
    all_spanish(page)


def test_editor_in_all_its_states(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lively)
    visitor = visit(desk, locale="es-PE", path=f"/s/en/{NAME}")
    page = visitor.page
    for place in range(3):
        page.click(f"#list [role=listitem]:nth-child({place + 1}) a")
        page.wait_for_selector(".term-row")
        page.wait_for_timeout(300)
        all_spanish(page)
    page.fill("#q", "nonsense:x")
    page.press("#q", "Enter")
    page.wait_for_selector("#found:not(:empty)")
    all_spanish(page)
    page.click("[data-open=keys]")
    all_spanish(page)
    page.keyboard.press("Escape")
    page.click("#text")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("Mío")
    write(Workspace.load(desk.root), {2: "Theirs"}, "Berta")
    page.wait_for_selector("#conflict:not([hidden])")
    all_spanish(page)
    visitor.calm()


def test_review_in_all_its_states(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lively, more="\n[review]\nfour_eyes = true\n")
    visitor = visit(desk, locale="es-PE", name="Berta")
    page = visitor.page
    for show in ("waiting", "since", "all"):
        page.goto(f"{desk.url}/review/en/{NAME}?show={show}")
        page.wait_for_selector("html[data-ready]")
        all_spanish(page)
    page.click(".item [data-do=return]")
    all_spanish(page)
    page.keyboard.press("Escape")
    page.click("#approve-shown")
    all_spanish(page)
    visitor.calm()


QUOTED = re.compile(r"“[^”]*”?|'[^']*'")
LEFT_OVER = re.compile(
    r"\b(?:the|and|not|with|write|this|that|its|there|here|is|are|once|times|yet|cannot|be|another)\b", re.I
)


@pytest.mark.parametrize(
    "case", [c for c in cases() if c.severity != "-"], ids=lambda c: f"{c.rule} {c.target[:30]}"
)
def test_findings_are_wholly_in_spanish(case: Case) -> None:
    for finding in findings_of(case.rule, case.source, case.target):
        seen = finding_view(finding, locale_of("es"))
        assert finding_view(finding, locale_of("en"))["message"] == str(finding.message)
        for said, spanish in ((str(finding.message), seen["message"]), (str(finding.hint), seen["hint"])):
            assert spanish != said or not said
            assert not LEFT_OVER.search(QUOTED.sub("", spanish)), spanish
            for words in re.findall(r"“\w[^”“]*”", said):
                assert words in spanish, "the text's own words stay as they are"


def test_the_plain_text_of_a_third_partys_check_is_shown_as_it_is() -> None:
    plain = Finding("their-rule", Severity.ERROR, "k", "A message nobody knows.")
    assert finding_view(plain, locale_of("es"))["message"] == "A message nobody knows."


def test_checks_kinds_of_terms_and_languages_have_spanish_names() -> None:
    spanish = locale_of("es")
    for check in checks.load():
        assert spanish.translate(check.description) != str(check.description)
    glossary = Glossary.load(sorted((Path(__file__).parents[2] / "glossary").glob("*.csv")))
    kinds = {term.kind for term in glossary.terms if term.kind}
    assert kinds and all(kind in KIND for kind in kinds)
    assert language("qu", "es") == "Quechua" and language("pt-BR", "es") == "Portugués (Brasil)"
    assert language("es") == "Spanish" and language("x-secret") == "x-secret"


def test_what_a_text_is_compared_with_is_not_cut(open_desk: Callable[..., Desk], visit: Visit) -> None:
    """The engine, what it did and when: longer in Spanish than in English."""

    def worked(workspace: Workspace) -> None:
        list(run(plan(workspace, [NAME], "en")))
        write(workspace, {1: "The Liga Ribereña says so."})

    desk = open_desk(worked)
    key = desk.work().catalogue.entries[1].key
    page = visit(desk, name="Ana", path=f"/s/en/{NAME}#{key}", locale="es").page
    page.wait_for_selector("#diff:not([hidden]) #against option", state="attached")
    wide, whole, room = page.evaluate(
        """() => {
          const field = document.getElementById('against');
          field.replaceChildren(new Option('apertium 3.8.3: hizo el borrador · 30 nov 2026, 22:11'));
          const wide = field.offsetWidth;
          field.style.maxWidth = 'none';
          return [wide, field.offsetWidth, field.parentElement.offsetWidth];
        }"""
    )
    assert wide == min(whole, room)
