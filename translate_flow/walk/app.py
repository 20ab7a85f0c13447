"""The screen of the walk, made with Textual."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Footer, Input, Static, TextArea

from ..errors import TranslateFlowError
from ..language.text import digest
from ..messages import Message, say
from ..model import CONFIRMED, State, Unit
from . import messages as texts
from . import vanished
from .sections import ScreenSection, head, sections
from .walk import Walk

AskEditor = Callable[[Unit], str | None]
"""Opens the person's own editor on a segment; the new text, or None if nothing was changed."""

READ_SECONDS = 1.0
"""How often what other programs wrote is looked for."""
KEEP_SECONDS = 0.4
"""How long after a keystroke the typed text is kept on the disk."""


def bindings() -> list[BindingType]:
    """The keys, named in the reader's language."""

    def bind(keys: str, action: str, name: str = "", key_display: str | None = None) -> Binding:
        return Binding(
            keys,
            action,
            say(texts.KEY[name]()) if name else "",
            show=bool(name),
            key_display=key_display,
            priority=action in ("save", "give_up"),
        )

    return [
        bind("question_mark", "help", "help", "?"),
        bind("c", "confirm", "confirm"),
        bind("e", "edit", "edit"),
        bind("E", "own_editor"),
        bind("a", "approve", "approve"),
        bind("r", "ask('return')", "return"),
        bind("m", "ask('comment')", "comment"),
        bind("u", "undo", "undo"),
        bind("n,right,down", "step(1)", "next", "n"),
        bind("p,left,up", "step(-1)", "back", "p"),
        bind("g", "ask('jump')", "jump"),
        bind("f", "ask('filter')", "filter"),
        bind("q", "leave", "quit"),
        bind("space,pagedown", "scroll(1)"),
        bind("b,pageup", "scroll(-1)"),
        bind("1", "take(1)"),
        bind("2", "take(2)"),
        bind("3", "take(3)"),
        bind("ctrl+s", "save", "save"),
        bind("escape", "give_up", "leave"),
    ]


class WalkApp(App[None]):
    """One segment at a time, with its source, texts, findings, terms and memory."""

    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""
    CSS = """
    Screen { layout: vertical; }
    #head { height: 1; background: $panel; text-overflow: ellipsis; text-wrap: nowrap; }
    #page { height: 1fr; padding: 1 1 0 1; }
    #parts { max-width: 110; }
    #desk { height: auto; max-height: 60%; display: none; border-top: solid $accent; }
    #text { height: auto; min-height: 4; max-height: 20; max-width: 114; border: none; padding: 0 1; }
    #ask { display: none; border: none; height: 1; padding: 0 1; background: $panel; }
    #told { height: auto; max-height: 3; padding: 0 1; color: $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings()

    def __init__(self, walk: Walk, ask_editor: AskEditor) -> None:
        super().__init__()
        self.walk_ = walk
        self.ask_editor = ask_editor
        self.asking = ""
        self.base: str | None = None
        """Digest of the text that is being edited in place; None while none is."""
        self.editing_outside = threading.Lock()
        """Held while the person's own editor is open."""

    def compose(self) -> ComposeResult:
        """The parts of the screen, from top to bottom."""
        yield Static(id="head")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="parts")
        with Vertical(id="desk"):
            yield TextArea(id="text", soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        yield Input(id="ask")
        yield Static(id="told")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the first segment, and look regularly for what others do."""
        self.keeping = self.set_timer(KEEP_SECONDS, self.keep)
        self.set_interval(READ_SECONDS, self.reread)
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGHUP, signal.SIGTERM):
            loop.add_signal_handler(sign, self.end)
        if not self.is_headless:
            vanished.watch(lambda: self.end_from_thread(loop), self.editing_outside)
        self.show()
        self.tell(texts.QUESTION_MARK())

    # Showing -------------------------------------------------------------------

    def show(self) -> None:
        """Draw the present segment."""
        self.query_one("#head", Static).update(head(self.walk_))
        parts: list[ScreenSection] = []
        try:
            parts += sections(self.walk_)
        except TranslateFlowError as error:
            parts.append(ScreenSection("", Text(say(error.message), "red")))
        self.fill(parts)

    def fill(self, parts: list[ScreenSection]) -> None:
        """Put the parts on the page in place of the previous ones."""
        lines = [Text("\n").join([Text(title, "dim"), text]) for title, text in parts]
        self.query_one("#parts", Static).update(Text("\n\n").join(lines))
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    def tell(self, what: Message | str, style: str = "") -> None:
        """A line for the person."""
        self.query_one("#told", Static).update(Text(say(what), style))

    def attempt(self, deed: Callable[[], Message], ready: frozenset[State] | None = None) -> bool:
        """Do something and report what came of it; then on to the next segment that is not `ready`."""
        try:
            said = deed()
        except TranslateFlowError as error:
            self.tell(error.message, "red")
            self.show()
            return False
        said = texts.AT(key=self.walk_.place[1], said=said)
        if ready is not None and not self.walk_.onward(ready):
            said = texts.NONE_LEFT(said=said)
        self.tell(said)
        self.show()
        return True

    def reread(self) -> None:
        """Show what other programs did meanwhile."""
        try:
            if self.walk_.reread() and not self.busy:
                self.show()
        except TranslateFlowError as error:
            self.tell(say(error.message), "red")

    @property
    def busy(self) -> bool:
        """Whether the person is typing."""
        return self.base is not None or bool(self.asking)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed only its own keys work; else all others."""
        del parameters
        if action == "save":
            return self.base is not None
        if action == "give_up":
            return self.busy
        return not self.busy or action not in _DEEDS

    # Deeds ---------------------------------------------------------------------

    def action_confirm(self) -> None:
        """Key c."""
        self.attempt(self.walk_.confirm, CONFIRMED)

    def action_approve(self) -> None:
        """Key a."""
        self.attempt(self.walk_.approve, frozenset({State.APPROVED, State.KEPT}))

    def action_undo(self) -> None:
        """Key u."""
        self.attempt(self.walk_.undo)

    def action_take(self, number: int) -> None:
        """Keys 1 to 3."""
        self.attempt(lambda: self.walk_.take(number))

    def action_step(self, by: int) -> None:
        """Keys n and p."""
        self.tell("" if self.walk_.step(by) else texts.NO_OTHER())
        self.show()

    def action_scroll(self, by: int) -> None:
        """Keys space and b."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=by * max(page.size.height - 2, 1), animate=False)

    def action_help(self) -> None:
        """Key ?."""
        self.fill([ScreenSection(say(texts.KEYS()), Text(say(texts.HELP())))])
        self.tell(texts.BACK_TO_SEGMENTS())

    def action_leave(self) -> None:
        """Key q."""
        self.exit()

    # Editing -------------------------------------------------------------------

    def action_edit(self) -> None:
        """Key e: the text in place, or what was typed and not saved."""
        typed, unit = self.walk_.typed(), self.walk_.unit
        area = self.query_one("#text", TextArea)
        self.base = typed.base if typed is not None else digest(unit.target)
        area.load_text(typed.text if typed is not None else unit.target)
        area.move_cursor(area.document.end)
        self.query_one("#desk").display = True
        # At once, not in a moment as `area.focus()` would: what is typed ahead must arrive here.
        self.set_focus(area)
        self.tell(texts.SAVE_OR_LEAVE())
        self.refresh_bindings()

    def on_text_area_changed(self) -> None:
        """Keep what is typed, a moment after each keystroke."""
        if self.base is not None:
            self.keeping.stop()
            self.keeping = self.set_timer(KEEP_SECONDS, self.keep)

    def keep(self) -> None:
        """Keep what was typed so far, unless it is the present text."""
        if self.base is None:
            return
        text = self.query_one("#text", TextArea).text
        try:
            if text != self.walk_.unit.target:
                self.walk_.keep(text, self.base)
            else:
                self.walk_.forget()
        except TranslateFlowError as error:
            self.tell(say(error.message), "red")

    def action_save(self) -> None:
        """Ctrl+s: the typed text becomes the translation; if that fails, it is kept and stays open."""
        # Keys typed before are still on their way to the text if the machine is slow: after them.
        self.query_one("#text", TextArea).call_later(self.save)

    def save(self) -> None:
        """Save the typed text."""
        if self.base is None:
            return
        text, base = self.query_one("#text", TextArea).text, self.base
        self.keep()
        if self.attempt(lambda: self.walk_.edit(text, base)):
            self.close_desk()

    def action_give_up(self) -> None:
        """Escape: what was typed is kept for later."""
        self.query_one("#text", TextArea).call_later(self.give_up)

    def give_up(self) -> None:
        """Back to reading, without saving."""
        if self.base is not None:
            self.keep()
            self.close_desk()
            self.tell((texts.NOT_SAVED if self.walk_.typed() else texts.LEFT_AS_IT_WAS)())
        else:
            self.tell("")
        self.asking = ""
        self.query_one("#ask").display = False
        self.set_focus(None)
        self.refresh_bindings()
        self.show()

    def close_desk(self) -> None:
        """Back to reading."""
        self.keeping.stop()
        self.base = None
        self.query_one("#desk").display = False
        self.set_focus(None)
        self.refresh_bindings()

    def action_own_editor(self) -> None:
        """Key E: the person's own editor has the terminal until it ends."""
        base = digest(self.walk_.unit.target)
        try:
            with self.suspend(), self.editing_outside:
                text = self.ask_editor(self.walk_.unit)
        except TranslateFlowError as error:
            self.tell(say(error.message), "red")
            return
        if text is None:
            self.tell(texts.LEFT_AS_IT_WAS())
        else:
            self.walk_.keep(text, base)
            self.attempt(lambda: self.walk_.edit(text, base))
        self.refresh()

    # Asking --------------------------------------------------------------------

    def action_ask(self, what: str) -> None:
        """Keys r, m, g and f: a line to fill in."""
        self.asking = what
        ask = self.query_one("#ask", Input)
        ask.value = self.walk_.query if what == "filter" else ""
        question = texts.ASKED[what]()
        ask.placeholder = say(question)
        ask.display = True
        self.set_focus(ask)
        self.tell(texts.ESCAPE_LEAVES(question=question))
        self.refresh_bindings()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """What was asked for is there."""
        what, answer = self.asking, event.value
        deeds: dict[str, Callable[[], Message]] = {
            "return": lambda: self.walk_.send_back(answer),
            "comment": lambda: self.walk_.comment(answer),
            "jump": lambda: self._jumped(answer),
            "filter": lambda: texts.SEGMENTS(n=self.walk_.filter(answer.strip())),
        }
        if self.attempt(deeds[what]):
            self.asking = ""
            self.query_one("#ask").display = False
            self.set_focus(None)
            self.refresh_bindings()

    def _jumped(self, where: str) -> Message:
        self.walk_.jump(where)
        return texts.IS_AT(number=self.walk_.at + 1, count=len(self.walk_.places))

    def end(self) -> None:
        """Leave at once, as when the terminal's window is closed: what was typed is kept."""
        self.keep()
        self.exit()

    def end_from_thread(self, loop: asyncio.AbstractEventLoop) -> None:
        """Have `end` called by the loop, unless that has ended already."""
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(self.end)

    async def action_quit(self) -> None:
        """Ctrl+q, also while something is typed."""
        self.query_one("#text", TextArea).call_later(self.end)


_DEEDS = frozenset(
    "confirm approve undo take step scroll help leave edit own_editor ask".split()  # not while typing
)


def run(walk: Walk, ask_editor: AskEditor) -> None:
    """Walk until the person leaves."""

    class Spoken(WalkApp):
        """The keys at the bottom are named in the language that is spoken now."""

        BINDINGS: ClassVar[list[BindingType]] = bindings()

    try:
        Spoken(walk, ask_editor).run()
    finally:
        walk.close()
