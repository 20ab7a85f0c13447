"""Markdown to the HTML of a statement: safe, self-contained, and each block known by its unit.

Nothing in a text can become a script, a request or broken markup: HTML in it is shown as
text but for a few harmless tags, images that are not at hand become links, and links keep safe schemes only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from html import escape
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.footnote import footnote_plugin

from ..formats.markdown.alone import spared
from ..formats.markdown.parser import extended
from .chrome import page_words
from .marks import split_label, units_in, unmarked
from .spacing import unbroken
from .spans import with_spans
from .standing import laid, with_notes

Wrap = Callable[[int, str], str]
"""`wrap(ordinal, html)`: the inline HTML of a unit, with what has to stand around it."""

_HARMLESS = re.compile(r"</?(b|i|em|strong|sub|sup|u|s|small|cite|q|mark)>$", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>$", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HIDDEN = re.compile(r"<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]}'’”»*_]")
_SIGN = re.compile(r"[\\`*_~\[!<&\n=^{]")
"""What every rule for signs within lines begins with: those of CommonMark and of `with_spans`."""
_NESTING = 40
_MOST_BRACKETS = 1000
"""Opening brackets of a paragraph from which on none begins a link, an image or a note."""


def parse(text: str, env: dict[str, Any], *, own: bool = False) -> list[Token]:
    """The tokens of a marked statement; `meta["unit"]` of an inline token is its unit's ordinal, `meta["units"]` has
    those of all units whose marks were in it. `own`: a Markdown statement's own text, with what programs add to CommonMark.
    """
    return _own_parser().parse(with_notes(text), env) if own else _parser().parse(text, env)


@lru_cache(maxsize=2)
def parsed(text: str, *, own: bool = False) -> tuple[list[Token], dict[str, Any]]:
    """The same, kept for the next who asks, and what is to be rendered with it: neither is to be changed."""
    env: dict[str, Any] = {}
    return parse(text, env, own=own), env


def html(tokens: Sequence[Token], env: dict[str, Any]) -> str:
    """HTML of tokens that `parse` gave with the same `env`.

    `env["name"]` keeps footnotes of two languages apart, `env["wrap"]` is a Wrap,
    `env["linked"]` says whether footnote references are links, `env["language"]` is the text's BCP 47 tag if
    its lines are to be kept from breaking in dates, `env["images"]` has images as `data:` addresses, `env["bare"]` leaves out what needs a style sheet.
    """
    parser = _parser()
    result = parser.renderer.render(tokens, parser.options, env)
    assert isinstance(result, str)
    return result


def css_text(text: str) -> str:
    """A text to stand between single quotation marks in a style sheet or a `style` attribute."""
    return "".join(c if c.isalnum() or c in " .()-º°:" else f"\\{ord(c):x} " for c in text)


def inline(token: Token, env: dict[str, Any]) -> str:
    """HTML of one inline token, without what is wrapped around it."""
    return html([token], {**env, "wrap": None})


@cache
def _own_parser() -> MarkdownIt:
    parser = with_spans(extended(_made()))
    parser.core.ruler.after("block", "standing", laid)
    return spared(parser)


@cache
def _parser() -> MarkdownIt:
    return spared(_made())


def _made() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _NESTING}, renderer_cls=_Prose)
    parser.enable("table").use(footnote_plugin, inline=False, move_to_end=False)
    parser.add_render_rule("footnote_ref", _Prose.footnote_ref)
    parser.core.ruler.after("block", "units", _units)
    parser.core.ruler.at("inline", _inline)
    parser.core.ruler.after("inline", "tags", _tags)
    parser.core.ruler.after("inline", "linked", _linked)
    parser.inline.ruler.before("link", "brackets", _bracket)
    return parser


def _units(state: StateCore) -> None:
    """Note the unit of each block and take its mark away, before inline marks are parsed."""
    for at, token in enumerate(state.tokens):
        if token.type == "inline":
            token.meta["units"] = units_in(token.content)
            label, content = split_label(token.content)
            token.meta["unit"], token.content = unmarked(content)
            if label and at > 1 and state.tokens[at - 2].type == "list_item_open":
                state.tokens[at - 2].meta["label"] = label


def _inline(state: StateCore) -> None:
    """Read the signs within the lines; of a passage that has none, as most, nothing needs to be tried."""
    for token in state.tokens:
        if token.type == "inline":
            if token.content and not _SIGN.search(token.content):
                token.children = [Token("text", "", 0, content=token.content)]
                continue
            token.children = token.children or []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _tags(state: StateCore) -> None:
    """Let harmless tags of a block pass if they are balanced, else none of them."""
    for token in state.tokens:
        opened: list[str] = []
        harmless = [t for t in token.children or () if t.type == "html_inline" and _HARMLESS.match(t.content)]
        for child in harmless:
            name = child.content.strip("</>").lower()
            if not child.content.startswith("</"):
                opened.append(name)
            elif not opened or opened.pop() != name:
                opened.append("")
                break
        for child in harmless:
            child.meta["pass"] = not opened


def _linked(state: StateCore) -> None:
    """Note which tokens stand in a link."""
    for token in state.tokens:
        inside = 0
        for child in token.children or ():
            inside += (child.type == "link_open") - (child.type == "link_close")
            if inside:
                child.meta["linked"] = True


def _bracket(state: StateInline, silent: bool) -> bool:
    """Take a bracket as text where there are too many: markdown-it looks for the end of a link from each one."""
    if state.src[state.pos] not in "[!" or not _crowded(state.src):
        return False
    if not silent:
        state.pending += state.src[state.pos]
    state.pos += 1
    return True


@lru_cache(maxsize=1)
def _crowded(text: str) -> bool:
    return text.count("[") > _MOST_BRACKETS


class _Prose(RendererHTML):
    """The rules that differ from markdown-it's own."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """All tokens; inline ones are wrapped by `env["wrap"]`."""
        wrap: Wrap | None = env.get("wrap")
        out = []
        for at, token in enumerate(tokens):
            if token.type != "inline":
                out.append(self.rules.get(token.type, self.renderToken)(tokens, at, options, env))
                continue
            parts = token.children or []
            if len(parts) == 1 and parts[0].type == "text":  # most passages have no mark in them
                text = self.text(parts, 0, options, env)
            else:
                text = self.renderInline(parts, options, env)
            unit = token.meta.get("unit")
            out.append(wrap(unit, text) if wrap and unit is not None else text)
        return "".join(out)

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Text; a bare web address becomes a link."""
        content = tokens[idx].content
        if env.get("language"):
            content = unbroken(content, env["language"])
        if "://" not in content or _in_link(tokens, idx):
            return escape(content)
        out, at = [], 0
        for url in URL.finditer(content):
            address = escape(url[0])
            kind = "" if env.get("bare") else ' class="address"'
            out += [escape(content[at : url.start()]), f'<a{kind} href="{address}">{address}</a>']
            at = url.end()
        return "".join([*out, escape(content[at:])])

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The image itself, where it is known; else a link to it: the page itself asks for nothing."""
        token = tokens[idx]
        words = _spoken(token.children or ())
        address = str(token.attrs.get("src", ""))
        if data := (env.get("images") or {}).get(unquote(address)) or (env.get("images") or {}).get(address):
            title = f' title="{escape(str(token.attrs["title"]))}"' if token.attrs.get("title") else ""
            return f'<img src="{data}" alt="{escape(words)}"{title}>'
        label = escape(words or address)
        if _in_link(tokens, idx):
            return label
        kind = "" if env.get("bare") else ' class="image"'
        return f'<a{kind} href="{escape(address)}">{label}</a>'

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Line breaks and balanced harmless tags; others are shown as the text they are."""
        token = tokens[idx]
        if _BREAK.match(token.content):
            return "<br>"
        if token.content.startswith("<!--"):
            return ""
        return token.content.lower() if token.meta.get("pass") else escape(token.content)

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The words of an HTML block; its tags, comments and scripts are left out."""
        content = _HIDDEN.sub(" ", _COMMENT.sub(" ", tokens[idx].content))
        words = " ".join(_TAG.sub(" ", content).split())
        return f"<p>{escape(words)}</p>\n" if words else ""

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The footnote's number, raised; numbers follow the first mentions."""
        number, again = tokens[idx].meta["id"] + 1, tokens[idx].meta["subId"]
        if not env.get("linked"):
            return f'<sup class="ref">{number}</sup>'
        name = f"{env['name']}-{number}"
        here = f"ref-{name}" + (f"-{again + 1}" if again else "")
        if env.get("bare"):
            return f'<sup><a id="{here}" href="#note-{name}">{number}</a></sup>'
        return f'<sup class="ref"><a id="{here}" href="#note-{name}" aria-label="{_note(env, number)}">{number}</a></sup>'

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A table may be wider than a phone; it scrolls in its own frame."""
        return "<table>\n" if env.get("bare") else '<div class="scroll"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """See `table_open`."""
        return "</table>\n" if env.get("bare") else "</table></div>\n"


def _note(env: EnvType, number: int) -> str:
    return escape(page_words(env.get("language") or "en")["note"].format(n=number))


_SAID = frozenset({"text", "text_special", "code_inline", "html_inline"})


def _spoken(tokens: Sequence[Token]) -> str:
    """The words of an image, without emphasis and links. (That of the library leaves out escaped signs before 4.1.)"""
    return "".join(
        _spoken(token.children or ())
        if token.type == "image"
        else token.content
        if token.type in _SAID
        else "\n"
        if token.type in ("softbreak", "hardbreak")
        else ""
        for token in tokens
    )


def _in_link(tokens: Sequence[Token], idx: int) -> bool:
    return bool(tokens[idx].meta.get("linked"))


def note_numbers(env: Mapping[str, Any]) -> dict[str, int]:
    """Number of each footnote that is referred to, by label."""
    refs = env.get("footnotes", {}).get("refs", {})
    return {label[1:]: number + 1 for label, number in refs.items() if number >= 0}
