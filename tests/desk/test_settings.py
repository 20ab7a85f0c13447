"""Settings, the tour and the sample: what somebody finds who opens the desk for the first time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translate_flow.workspace import Workspace

from ..engines.mozilla_server import Mozilla, Server
from ..engines.tiny_model import write as write_model
from .conftest import NAME, Desk, Visitor, free_port, journal, make_workspace, start, stop, until
from .test_axe import PHONE, broken_rules, lively
from .test_spanish import all_spanish

Visit = Callable[..., Visitor]
SAMPLE = "ejemplo"


def settings_of(desk: Desk) -> str:
    """The settings file as it is."""
    return (desk.root / "translate-flow.toml").read_text("utf-8")


def test_settings_are_written_where_they_belong_and_comments_stay(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(more="\n# By the assembly's decision:\n[review]\nfour_eyes = false\n")
    visitor = visit(desk, path="/settings")
    page = visitor.page
    page.click("[data-form=rules] #memory-threshold")
    page.fill("#memory-threshold", "70")
    page.select_option("#memory-repeats", "everywhere")
    page.click("[data-form=rules] button.primary")
    page.wait_for_selector("[data-form=rules] .told:has-text('Saved')")
    page.check("[data-set='review.four_eyes']")
    page.fill("#person-name", "Rosa Núñez")
    page.click("[data-form=people] button.primary")
    page.wait_for_selector("[data-form=people] .told:has-text('Saved')")
    now = Workspace.load(desk.root).settings
    assert (now.memory.threshold, now.memory.repeats) == (70, "everywhere")
    assert now.review.four_eyes and now.person.name == "Rosa Núñez"
    assert "# By the assembly's decision:" in settings_of(desk)
    # What cannot be is refused in place, and nothing is written.
    before = settings_of(desk)
    page.evaluate("document.getElementById('memory-threshold').removeAttribute('min')")
    page.fill("#memory-threshold", "3")
    page.click("[data-form=rules] button.primary")
    page.wait_for_selector(".alarm.refused:has-text('threshold')")
    page.fill("#new-language", "not a language")
    page.click("[data-form=languages] button.primary")
    page.wait_for_selector(".alarm.refused:has-text('not a language')")
    assert settings_of(desk) == before
    # Somebody else has changed the file meanwhile.
    other = before.replace("Rosa Núñez", "Luz")
    (desk.root / "translate-flow.toml").write_text(other, "utf-8")
    page.fill("#memory-threshold", "80")
    page.click("[data-form=rules] button.primary")
    page.wait_for_selector(".alarm.refused:has-text('meanwhile')")
    assert settings_of(desk) == other
    visitor.calm()


def test_a_new_language_gets_every_statement_and_engines_an_order(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(lively)
    page = visit(desk, path="/settings").page
    page.fill("#new-language", "pt")
    with page.expect_navigation():
        page.click("[data-form=languages] button.primary")
    assert (desk.root / "locales" / "pt" / f"{NAME}.po").exists()
    page.goto(f"{desk.url}/s/pt/{NAME}")
    page.wait_for_selector("html[data-ready]")
    page.goto(f"{desk.url}/settings")
    page.check("#use-firefox")
    page.check("#use-apertium")
    page.locator("[data-engine=firefox] [data-move='-1']").focus()
    while page.evaluate("document.querySelector('.engines li').dataset.engine") != "firefox":
        page.keyboard.press("Enter")
    with page.expect_navigation():
        page.click("[data-form=engines] button.primary")
    assert Workspace.load(desk.root).settings.drafting.engines[0] == "firefox"
    # Taken away again, its files stay.
    page.uncheck("#targets [value=pt]")
    with page.expect_navigation():
        page.click("[data-form=languages] button.primary")
    assert Workspace.load(desk.root).settings.languages.targets == ("en",)
    assert (desk.root / "locales" / "pt" / f"{NAME}.po").exists()


@pytest.fixture
def mozilla(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mozilla]:
    """Mozilla's servers with a small model, in the place of the real ones."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    state = Mozilla()
    state.publish(write_model(tmp_path / "model", "esen", {"paro": "strike"}), ("es", "en"))
    with Server(state) as server:
        monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", server.records)
        yield state
        server.shutdown()


VISIBILITY = """state => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
"""Makes a page believe that it is seen or not."""


def test_a_model_comes_with_progress_and_can_be_cancelled(
    mozilla: Mozilla, tmp_path: Path, visit: Visit
) -> None:
    make_workspace(tmp_path / "w", settings=[('engines = ["fake"]', 'engines = ["firefox"]')])
    desk = start(tmp_path / "w", free_port(), forked=False)
    try:
        visitor = visit(desk, path="/settings", locale="es")
        page = visitor.page
        stalled = next(path for path in mozilla.files if "model." in path)
        mozilla.stall[stalled] = 100  # it sends a beginning, and then nothing until it is told to
        page.click("[data-model=firefox]")
        page.wait_for_selector("#job:not([hidden])")
        assert "kB" in page.inner_text("#job-text")
        all_spanish(page)
        assert broken_rules(page) == []
        page.click("#job-cancel")
        page.wait_for_selector("#job-cancel:disabled", state="attached")  # the desk knows of it
        mozilla.stall.clear()
        page.wait_for_selector("#job", state="hidden")
        assert not (tmp_path / "data" / "translate-flow" / "firefox" / "es-en").exists()
        # A page that does not listen when it ends learns of it when it listens again.
        mozilla.stall[stalled] = len(mozilla.files[stalled]) - 1
        page.click("[data-model=firefox]")
        page.wait_for_selector("#job:not([hidden])")
        page.evaluate(VISIBILITY, "hidden")
        mozilla.stall.clear()
        until(lambda: (tmp_path / "data" / "translate-flow" / "firefox" / "es-en").exists())
        with page.expect_navigation():
            page.evaluate(VISIBILITY, "visible")
        page.wait_for_selector("[data-engine=firefox] .good")
        assert page.query_selector("[data-model=firefox]") is None
        page.click("[data-try=firefox]")
        page.wait_for_selector("[data-engine=firefox] .tried:has-text('segundo')")
        all_spanish(page)
        visitor.calm()
    finally:
        stop(desk)


def test_the_tour_is_taken_by_keyboard_alone_and_left_at_any_time(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(statements={})
    visitor = visit(desk, locale="es")
    page = visitor.page
    page.locator("[data-tour]").focus()
    page.keyboard.press("Enter")
    seen, editor = [], False
    while True:
        page.wait_for_selector("#tour[open]")
        seen.append(page.inner_text("#tour-title"))
        assert page.evaluate("document.activeElement.closest('#tour') !== null"), seen
        assert page.evaluate("document.querySelector('.toured') !== null"), seen
        if "/s/" in page.url and not editor:
            editor = True
            page.wait_for_selector("html[data-ready]")
        if len(seen) in (1, 4, 6, 9):
            all_spanish(page)
            assert broken_rules(page) == [], seen
        before, last = seen[-1], page.query_selector("#tour .link") is None
        page.keyboard.press("Enter")
        if last:
            break
        page.wait_for_function(
            "before => document.querySelector('#tour[open]') && document.getElementById('tour-title').innerText !== before",
            arg=before,
        )
    assert len(seen) == len(set(seen)) == 10 and editor
    page.wait_for_selector("#tour", state="detached")
    assert "tour" not in page.url
    # It is left by Escape, and by its button.
    for leave in ("keyboard", "button"):
        page.goto(f"{desk.url}/?tour=2")
        page.wait_for_selector("#tour[open]")
        if leave == "keyboard":
            page.keyboard.press("Escape")
        else:
            page.click("#tour .link")
        page.wait_for_selector("#tour", state="detached")
        assert page.query_selector(".toured") is None
    visitor.calm()


def test_the_sample_is_thrown_away_with_all_that_was_done_and_nothing_else_is(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(lively)
    before = {p: p.read_bytes() for p in desk.root.rglob(f"*{NAME}*") if p.is_file()}
    visitor = visit(desk, path="/settings")
    page = visitor.page
    with page.expect_navigation():
        page.click("#sample")
    page.wait_for_selector("html[data-ready]")
    page.fill("#text", "An example")
    page.click(".actions [data-do=confirm]")
    until(lambda: any(e.get("text") == "An example" for e in journal(desk.root, SAMPLE)))
    page.goto(f"{desk.url}/settings")
    page.click("#sample-gone")
    page.click("#gone button[value=go]")
    page.wait_for_selector("#sample")
    left = [p for p in desk.root.rglob("*") if SAMPLE in p.name]
    assert left == []
    assert {p: p.read_bytes() for p in desk.root.rglob(f"*{NAME}*") if p.is_file()} == before
    # A statement that somebody has written is not taken for the sample because of its name.
    own = desk.root / "statements" / f"{SAMPLE}.es.md"
    page.goto(desk.url)
    page.set_input_files(
        "#file", {"name": f"{SAMPLE}.md", "mimeType": "", "buffer": b"# Mi ejemplo\n\nHola.\n"}
    )
    page.wait_for_selector(f"[data-name={SAMPLE}]")
    refused = page.evaluate(
        "import('/static/x/api.js').then(m => m.post('/api/sample/remove', {})).then(() => 'gone', e => e.message)"
    )
    assert SAMPLE in refused and own.exists()
    visitor.calm()


def test_the_page_is_accessible_in_spanish_and_fits_a_phone(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    page = visit(open_desk(lively), path="/settings", locale="es", viewport=PHONE, has_touch=True).page
    page.wait_for_selector("html[data-ready]")
    all_spanish(page)
    assert broken_rules(page) == []
    page.click("button.hint >> nth=0")
    page.wait_for_selector(".hint-text:popover-open")
    assert broken_rules(page) == []
    page.keyboard.press("Escape")
    page.wait_for_selector(".hint-text:popover-open", state="detached")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_only_named_settings_can_be_written(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path="/settings").page
    post = "values => import('/static/x/api.js').then(m => m.post('/api/settings', {base: '', values})).then(() => 'in', e => e.message)"
    for values in ({"privacy.confidential": []}, {"memory.threshold": "80"}, {"drafting.engines": [1]}, {}):
        assert page.evaluate(post, values) != "in", json.dumps(values)
