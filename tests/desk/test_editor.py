"""The editor's tools: terms, findings, difference, filters, keys, history, comments, marks."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from translate_flow.workspace import Workspace

from .conftest import Desk, Visitor, journal, machine, painted, until, write
from .test_axe import lively

Visit = Callable[..., Visitor]
EDITOR = "/s/en/comunicado"


def test_terms_are_marked_used_unused_and_forbidden_as_one_types(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    page.wait_for_selector("#source .term.unused:has-text('Liga Ribereña')")
    page.keyboard.type("The Riverside League")
    page.wait_for_selector(".backdrop .term.forbidden:has-text('Riverside League')")
    page.wait_for_selector(".finding.error:has-text('Riverside League')")
    page.wait_for_selector("#source .term.forbidden")
    page.keyboard.press("Control+A")
    page.keyboard.press("Alt+Enter")
    page.keyboard.type(" of the ")
    page.wait_for_selector("#source .term.used")
    page.keyboard.press("Alt+Enter")
    expect(page.locator("#text")).to_have_value("statement of the Liga Ribereña")
    page.wait_for_selector("#findings:has-text('Nothing found')")
    page.keyboard.press("Control+Z")
    expect(page.locator("#text")).not_to_have_value("statement of the Liga Ribereña")


def test_a_terms_popup_opens_by_pointer_and_by_key_and_closes_by_escape(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    page.hover("#source [data-term]:has-text('Liga Ribereña')")
    page.wait_for_selector("#term-popup:has-text('Riverside League')")
    page.keyboard.press("Escape")
    page.wait_for_selector("#term-popup", state="hidden")
    page.keyboard.press("Shift+Tab")
    page.wait_for_selector("#term-popup:has-text('Riverside League')")
    assert page.get_attribute("#source [data-term]:focus", "aria-describedby") == "term-said"
    page.keyboard.press("Tab")
    page.wait_for_selector("#term-popup", state="hidden")


def test_the_difference_to_any_earlier_version_follows_the_typing(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    def drafted(workspace: Workspace) -> None:
        machine(workspace)
        write(workspace, {1: "12 families lost their homes."}, "Ana")

    page = visit(open_desk(drafted), path=EDITOR).page
    page.click("#list [role=listitem]:nth-child(2) a")
    page.wait_for_selector("#against option >> nth=1", state="attached")
    assert "drafted" in page.locator("#against option").last.inner_text()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("12 families lost their houses.")
    # First against the machine's draft, then against what Ana had written.
    page.wait_for_selector("#diff-text ins:has-text('houses')")
    page.wait_for_selector("#diff-text del")
    page.select_option("#against", index=0)
    page.wait_for_selector("#diff-text del:text-is('homes')")
    assert page.inner_text("#diff-text ins") == "houses"
    page.click("#diff-summary")
    page.wait_for_selector("#diff-text", state="hidden")


def test_the_filter_is_frozen_until_asked_again(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lively)
    page = visit(desk, path=EDITOR).page
    page.keyboard.press("Escape")
    page.fill("#q", "state:missing")
    page.press("#q", "Enter")
    page.wait_for_selector("#found:has-text('4 of 7')")
    expect(page.locator("#list [role=listitem]:visible")).to_have_count(4)
    page.click("#list [role=listitem]:visible >> nth=0 >> a")
    page.keyboard.insert_text("We ask for:")
    page.keyboard.press("Control+Enter")
    until(lambda: journal(desk.root)[-1].get("text") == "We ask for:")
    expect(page.locator("#list [role=listitem]:visible")).to_have_count(4)
    page.press("#q", "Enter")
    page.wait_for_selector("#found:has-text('3 of 7')")
    page.fill("#q", "nonsense:x")
    page.press("#q", "Enter")
    page.wait_for_selector("#found:has-text('unknown field')")


def test_a_filter_in_the_address_holds_before_any_script_runs(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    """Nobody sees all paragraphs flash by; and the whole text can be read without scripts."""
    page = visit(open_desk(lively), java_script_enabled=False).page
    page.goto(f"{page.url}s/en/comunicado?q=state:missing")
    expect(page.locator("#list [role=listitem]:visible")).to_have_count(4)
    assert page.input_value("#q") == "state:missing"
    expect(page.locator("#main .row:visible")).to_have_count(7)
    page.fill("#q", "kind:title")
    page.press("#q", "Enter")
    page.wait_for_url("**?q=kind*")
    expect(page.locator("#list [role=listitem]:visible")).to_have_count(1)
    page.fill("#q", "nonsense:x")
    page.press("#q", "Enter")
    page.wait_for_selector("#found:has-text('unknown field')")
    expect(page.locator("#list [role=listitem]:visible")).to_have_count(7)


def test_the_page_is_ready_once_its_first_filter_is_applied(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    page = visit(open_desk(lively), path=f"{EDITOR}?q=state:missing").page
    assert page.inner_text("#found") == "4 of 7" and page.is_visible("#meta-place")
    expect(page.locator("#list [role=listitem]:visible")).to_have_count(4)
    page.click("#filter [data-query='']")
    expect(page.locator("#list [role=listitem]:visible")).to_have_count(7)


def test_findings_show_in_the_list_and_can_be_asked_for(open_desk: Callable[..., Desk], visit: Visit) -> None:
    page = visit(open_desk(lively), path=EDITOR).page
    page.wait_for_selector("#list [role=listitem]:nth-child(2) .signs .error")
    page.click("[data-query='check:error,warning']")
    page.wait_for_selector("#found:not(:empty)")
    assert page.locator("#list [role=listitem]:nth-child(2)").is_visible()


def test_an_answer_that_was_long_on_its_way_takes_no_findings_away(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    page = visit(open_desk(lively), path=EDITOR).page
    signs = page.evaluate("""async () => {
      const { List } = await import(document.querySelector('script[src]').src.replace('editor.js', 'list.js'));
      const keys = [...document.querySelectorAll('#list a')].map((link) => link.hash.slice(1));
      const [key] = keys;
      const list = new List({}, Object.fromEntries(keys.map((k) => [k, { state: 'draft', base: 'a', events: 1 }])), '', false, () => {});
      const sign = () => document.querySelector('#list .signs .error')?.textContent ?? '';
      const seen = [];
      for (const view of [null, { base: 'a', events: 1 }, { base: 'a', events: 2 }]) {
        if (view) list.update({ key, state: 'draft', findings: null, ...view });
        else list.found(key, { error: 7 });
        seen.push(sign().includes('7'));
      }
      return seen;
    }""")
    # Told by the checks; an answer about the same state that knows of none yet; one about a newer state.
    assert signs == [True, True, False]


def test_an_older_text_is_taken_again_and_can_be_undone(open_desk: Callable[..., Desk], visit: Visit) -> None:
    page = visit(open_desk(lively), path=EDITOR).page
    page.click("#list [role=listitem]:nth-child(2) a")
    page.wait_for_selector("#history details")
    page.click("#history details summary")
    page.click("#history details button")
    expect(page.locator("#text")).to_have_value("The Liga Ribereña reports that 21 families lost it.")
    page.keyboard.press("Control+Z")
    until(lambda: "3 May 2024" in page.input_value("#text"))


def test_comments_are_answered_and_resolved(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lively)
    page = visit(desk, path=EDITOR).page
    page.click("#list [role=listitem]:nth-child(3) a")
    page.wait_for_selector("#back-box:has-text('Say what they did.')")
    page.click(".comments > li button:has-text('Answer')")
    page.fill("#comment", "They stood watch.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".comments ul li:has-text('They stood watch.')")
    assert journal(desk.root)[-1]["do"] == "comment" and journal(desk.root)[-1]["from"]
    page.fill("#comment", "Who is the mayor?")
    page.click("#comment-form button:has-text('Comment')")
    page.click(".comments > li:has-text('Who is the mayor?') button:has-text('Resolve')")
    page.wait_for_selector(".comments .settled summary:has-text('resolved by Ana')")
    assert journal(desk.root)[-1]["do"] == "resolve"
    # A later answer opens the matter again.
    page.click(".comments .settled summary")
    page.click(".comments .settled button:has-text('Answer')")
    page.fill("#comment", "And since when?")
    page.click("#comment-form button:has-text('Comment')")
    page.wait_for_selector(".comments > li:not(.settled) ul:has-text('since when')")


def test_a_finding_is_dismissed_with_a_reason(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lively)
    page = visit(desk, path=EDITOR).page
    page.click("#list [role=listitem]:nth-child(2) a")
    page.wait_for_selector(".finding.error:has-text('21')")
    before = page.locator(".finding").count()
    page.click(".finding.error:has-text('21') button:has-text('Dismiss')")
    page.fill("#dismiss-why", "the authors corrected it")
    page.keyboard.press("Enter")
    until(lambda: journal(desk.root)[-1]["do"] == "dismiss")
    until(lambda: page.locator(".finding").count() < before)
    assert journal(desk.root)[-1]["note"] == "the authors corrected it"
    # It stays in sight, and can be taken back.
    page.click("#aside summary:has-text('1 finding dismissed')")
    expect(page.locator("#aside-list")).to_contain_text("the authors corrected it", use_inner_text=True)
    page.click("#aside button:has-text('Reopen')")
    page.wait_for_selector(".finding.error:has-text('21')")
    expect(page.locator(".finding")).to_have_count(before)
    assert not page.is_visible("#aside")
    assert journal(desk.root)[-1]["do"] == "undismiss"


def test_the_line_under_a_term_ends_with_its_words(open_desk: Callable[..., Desk], visit: Visit) -> None:
    """Where a term goes on in the next line, its blank hangs over the end of this one."""
    text = " ".join(f"{'i' * (n % 9 + 1)} Liga Ribereña" for n in range(30))
    page = visit(open_desk(lambda w: write(w, {0: text})), path=EDITOR).page
    page.click("#list [role=listitem]:first-child a")
    page.wait_for_selector(".backdrop .term >> nth=29")
    for width in (1280, 1000, 1120):
        page.set_viewport_size({"width": width, "height": 800})
        painted(page)
        terms = page.evaluate(
            "[...document.querySelectorAll('.backdrop .term')].map(e => [e.textContent, e.getClientRects().length])"
        )
        assert {lines for _, lines in terms} == {1} and len(terms) > 30
        assert {name for name, _ in terms} == {"Liga Ribereña", "Liga", "Ribereña"}
        assert page.inner_text(".backdrop").strip("\u200b") == text


def test_a_printed_paragraph_looks_like_the_others(open_desk: Callable[..., Desk], visit: Visit) -> None:
    page = visit(open_desk(lively), path=EDITOR).page
    assert page.evaluate("document.activeElement.id") == "text"
    page.emulate_media(media="print")
    for place in ("#text", ".backdrop", ".active"):
        style = page.eval_on_selector(
            place,
            "e => { const s = getComputedStyle(e); return [s.outlineStyle, s.borderTopWidth, s.boxShadow]; }",
        )
        assert style == ["none", "0px", "none"], place
    expect(page.locator("#main .row:visible")).to_have_count(7)
    assert not page.is_visible("#segments")


def test_small_tools(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    page.keyboard.insert_text("X")
    page.wait_for_selector("#counts:text-is('1 word · 1 character')")
    page.click("[data-do=copy]")
    expect(page.locator("#text")).to_have_value("Comunicado de la Liga Ribereña")
    page.keyboard.press("Control+A")
    page.keyboard.press("Alt+Shift+W")
    expect(page.locator("#text")).to_have_value("comunicado de la liga ribereña")
    page.keyboard.press("Alt+Shift+W")
    expect(page.locator("#text")).to_have_value("Comunicado De La Liga Ribereña")
    page.keyboard.press("Control+A")
    page.click("[data-sign='–']")
    expect(page.locator("#text")).to_have_value("–")
    # One stop for Tab; arrows walk along the tools.
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    page.wait_for_selector("[data-do=redo]:focus")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_have_value("–\u00a0")
    page.wait_for_selector("#counts:has-text('2 characters')")
    assert page.get_attribute("#text", "lang") == "en" and page.get_attribute("#text", "spellcheck") == "true"


def test_four_eyes_hold_at_the_desk(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lively, more="\n[review]\nfour_eyes = true\n")
    berta = visit(desk, name="Berta", path=EDITOR).page
    berta.click("#list [role=listitem]:first-child a")
    berta.keyboard.press("Control+Alt+Enter")
    berta.wait_for_selector(".alarm.refused:has-text('second person')")
    assert not [e for e in journal(desk.root) if e["do"] == "approve"]
    ana = visit(desk, path=EDITOR).page
    ana.click("#list [role=listitem]:first-child a")
    ana.keyboard.press("Control+Alt+Enter")
    until(lambda: [e["by"] for e in journal(desk.root) if e["do"] == "approve"] == ["Ana"])


def test_review_approves_what_is_shown_after_a_preview(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lively, stop="error")
    page = visit(desk, path="/review/en/comunicado").page
    page.wait_for_selector(".item")
    # Those with errors come before the rest.
    assert "✖" in page.inner_text(".item >> nth=0")
    expect(page.locator(".item")).to_have_count(2)
    page.click("#approve-shown")
    page.wait_for_selector("#preview[open] li >> nth=1")
    expect(page.locator("#preview-list > li")).to_have_count(0)  # what has errors is left out
    expect(page.locator("#preview-faulty-list > li")).to_have_count(2)
    page.check("#preview-errors")
    page.click("#preview button.primary")
    until(lambda: sum(e["do"] == "approve" for e in journal(desk.root)) == 2)
    page.wait_for_selector(".item .state.approved >> nth=1")


def test_review_refuses_a_text_that_changed_after_it_was_shown(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(lively)
    page = visit(desk, path="/review/en/comunicado").page
    page.wait_for_selector(".item")
    page.evaluate("window.stop()")
    write(Workspace.load(desk.root), {0: "Another text, not shown"}, "Berta")
    page.click("#approve-shown")
    with page.expect_response(lambda r: r.request.method == "POST"):
        page.click("#preview button.primary")
    approved = [e["key"] for e in journal(desk.root) if e["do"] == "approve"]
    assert desk.work().catalogue.entries[0].key not in approved


def test_since_i_last_looked_shows_only_what_is_new(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lively)
    page = visit(desk, path="/review/en/comunicado").page
    page.click("#looked")
    page.wait_for_selector("#toast:not(:empty)")
    write(Workspace.load(desk.root), {3: "We demand:"}, "Berta")
    page.goto(desk.url + "/review/en/comunicado?show=since")
    page.wait_for_selector(".item")
    expect(page.locator(".item")).to_have_count(1)
    assert "We demand:" in page.inner_text(".item")


def test_sending_back_needs_a_note(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lively)
    page = visit(desk, path="/review/en/comunicado").page
    page.click(".item >> nth=0 >> [data-do=return]")
    page.click("#return button.primary")
    expect(page.locator("#return[open]")).to_have_count(1)  # the browser asks for the note
    page.fill("#return-note", "It was 12.")
    page.click("#return button.primary")
    until(lambda: journal(desk.root)[-1].get("note") == "It was 12.")


def test_drafting_can_be_cancelled_and_what_is_done_stays(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    text = "# Largo\n\n" + "\n\n".join(f"Párrafo número {n} de la Liga Ribereña." for n in range(5000)) + "\n"
    desk = open_desk(statements={"largo": text})
    page = visit(desk).page
    page.click("[data-draft]")
    page.click("#draft-go")
    page.wait_for_selector("#job:not([hidden])")
    page.click("#job-cancel")
    page.wait_for_selector("#job", state="hidden")
    done = sum(e["do"] == "draft" for e in journal(desk.root, "largo"))
    assert done < 5001 and done == sum(bool(e.target) for e in desk.work("largo").catalogue.entries)


def test_a_page_of_many_statements_is_turned(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(statements={f"s{n:02}": f"# Carta {n}\n" for n in range(60)})
    page = visit(desk).page
    expect(page.locator("ul.statements > li")).to_have_count(50)
    page.click("[rel=next]")
    expect(page.locator("ul.statements > li")).to_have_count(10)
    page.fill("#q", "carta s07")
    page.press("#q", "Enter")
    expect(page.locator("ul.statements > li")).to_have_count(1)
    assert "Carta 7" in page.inner_text("ul.statements > li")
