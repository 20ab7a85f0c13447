"""The screen of the walk, made with Textual."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Footer, Input, Static, TextArea

from ..errors import TranslateFlowError
from ..language.text import digest
from ..messages import say
from ..model import CONFIRMED, State, Unit
from .sections import Section, head, sections
from .walk import Walk

AskEditor = Callable[[Unit], str | None]
"""Opens the person's own editor on a segment; the new text, or None if nothing was changed."""

READ_SECONDS = 1.0
"""How often what other programs wrote is looked for."""
KEEP_SECONDS = 0.4
"""How long after a keystroke the typed text is kept on the disk."""
HELP = """\
c  confirm the text as it is, and on to the next open segment
e  edit in place     E  edit in your own editor ($VISUAL, $EDITOR)
a  approve, and on   r  return to the translator with a note
m  comment           1 2 3  take this match of the memory
n → ↓ next   p ← ↑ previous   space b  scroll on, back
g  jump to a number, a key, or the next segment with these words
f  filter, such as  state:draft  check:number-changed  by:ana  Juliaca;  nothing: all segments
u  undo the newest deed of this walk
q  leave; everything done is saved already
While editing: ctrl+s saves, escape leaves; what was typed is kept and offered again."""
ASKED = {
    "return": "What is to be mended?",
    "comment": "Comment",
    "jump": "Number, key or words",
    "filter": "Filter, such as state:draft or check:any; empty for all",
}


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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("c", "confirm", "confirm"),
        Binding("e", "edit", "edit"),
        Binding("E", "own_editor", "own editor", show=False),
        Binding("a", "approve", "approve"),
        Binding("r", "ask('return')", "return"),
        Binding("m", "ask('comment')", "comment"),
        Binding("u", "undo", "undo"),
        Binding("n,right,down", "step(1)", "next", key_display="n"),
        Binding("p,left,up", "step(-1)", "back", key_display="p"),
        Binding("g", "ask('jump')", "jump"),
        Binding("f", "ask('filter')", "filter"),
        Binding("q", "leave", "quit"),
        Binding("space,pagedown", "scroll(1)", show=False),
        Binding("b,pageup", "scroll(-1)", show=False),
        Binding("1", "take(1)", show=False),
        Binding("2", "take(2)", show=False),
        Binding("3", "take(3)", show=False),
        Binding("ctrl+s", "save", "save", priority=True),
        Binding("escape", "give_up", "leave", priority=True),
    ]

    def __init__(self, walk: Walk, ask_editor: AskEditor) -> None:
        super().__init__()
        self.walk_ = walk
        self.ask_editor = ask_editor
        self.asking = ""
        self.base: str | None = None
        """Digest of the text that is being edited in place; None while none is."""

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
        for sign in (signal.SIGHUP, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(sign, self.end)
        self.show()
        self.tell("? lists the keys")

    # Showing -------------------------------------------------------------------

    def show(self) -> None:
        """Draw the present segment."""
        self.query_one("#head", Static).update(head(self.walk_))
        parts: list[Section] = []
        try:
            parts += sections(self.walk_)
        except TranslateFlowError as error:
            parts.append(Section("", Text(str(error), "red")))
        self.fill(parts)

    def fill(self, parts: list[Section]) -> None:
        """Put the parts on the page in place of the former ones."""
        lines = [Text("\n").join([Text(title, "dim"), text]) for title, text in parts]
        self.query_one("#parts", Static).update(Text("\n\n").join(lines))
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    def tell(self, what: str, style: str = "") -> None:
        """A line for the person."""
        self.query_one("#told", Static).update(Text(what, style))

    def attempt(self, deed: Callable[[], str], ready: frozenset[State] | None = None) -> bool:
        """Do something and tell what came of it; then on to the next segment that is not `ready`."""
        try:
            said = deed()
        except TranslateFlowError as error:
            self.tell(say(error.message), "red")
            self.show()
            return False
        said = f"{self.walk_.place[1]} {said}"
        if ready is not None and not self.walk_.onward(ready):
            said += "; no segment of this walk is left"
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
        self.tell("" if self.walk_.step(by) else "there is no other segment that way")
        self.show()

    def action_scroll(self, by: int) -> None:
        """Keys space and b."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=by * max(page.size.height - 2, 1), animate=False)

    def action_help(self) -> None:
        """Key ?."""
        self.fill([Section("Keys", Text(HELP))])
        self.tell("n or p goes back to the segments")

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
        self.tell("ctrl+s saves, escape leaves")
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
            self.tell("not saved; e goes on with it" if self.walk_.typed() else "left as it was")
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
            with self.suspend():
                text = self.ask_editor(self.walk_.unit)
        except TranslateFlowError as error:
            self.tell(say(error.message), "red")
            return
        if text is None:
            self.tell("left as it was")
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
        ask.placeholder = ASKED[what]
        ask.display = True
        self.set_focus(ask)
        self.tell(f"{ASKED[what]}; escape leaves")
        self.refresh_bindings()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """What was asked for is there."""
        what, answer = self.asking, event.value
        deeds: dict[str, Callable[[], str]] = {
            "return": lambda: self.walk_.send_back(answer),
            "comment": lambda: self.walk_.comment(answer),
            "jump": lambda: self._jumped(answer),
            "filter": lambda: f"{self.walk_.filter(answer.strip())} segments",
        }
        if self.attempt(deeds[what]):
            self.asking = ""
            self.query_one("#ask").display = False
            self.set_focus(None)
            self.refresh_bindings()

    def _jumped(self, where: str) -> str:
        self.walk_.jump(where)
        return f"is {self.walk_.at + 1} of {len(self.walk_.places)}"

    def end(self) -> None:
        """Leave at once, as when the terminal's window is closed: what was typed is kept."""
        self.keep()
        self.exit()

    async def action_quit(self) -> None:
        """Ctrl+q, also while something is typed."""
        self.query_one("#text", TextArea).call_later(self.end)


_DEEDS = frozenset(
    "confirm approve undo take step scroll help leave edit own_editor ask".split()  # not while typing
)


def run(walk: Walk, ask_editor: AskEditor) -> None:
    """Walk until the person leaves."""
    try:
        WalkApp(walk, ask_editor).run()
    finally:
        walk.close()
