"""The translatable blocks of an HTML text with their exact places. Linear in the text.

A block is the text between two block-level tags, with its inline elements as marks.
What is around the whole of it (white space, a pair of tags, an image) is not in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache

from ...language.text import has_letters, squeeze
from ...language.whole import as_read
from ...markup import inline
from ...markup.inline import written
from ...markup.notes import PlaceNote
from ...messages import Template
from ...model import Kind
from . import elements, messages
from .around import OpenElement, Surroundings
from .attributes import (
    AGAIN,
    SHORTCODE,
    SHORTCODE_END,
    attribute_blocks,
    block_comment,
    linked_data,
    message_blocks,
    shortcode,
)
from .blank_lines import RUNNING, blank_lines, parted_at
from .foreign import by_language, foreign_inside
from .found import Block, LanguageMark, Scan
from .languages import language_marks, said_language
from .makers import LISTED, by_word, has_paragraphs, is_part, is_sign
from .messages import DRAWN, FOREIGN, NOT_TO_TRANSLATE
from .pictures import placed, shown
from .runs import NEWLINE, SPACE, Item, Named, bare, leading, mated, named, whole
from .settings import listed, outside_page
from .tokens import Attribute, Token, attributes, is_xml, tokens
from .unseen import parted, shows_nothing

_BLANK_LINES = re.compile(r"(?:(?<![ \t])[ \t]+)?(?:\r\n|\r|\n)[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+")
_LOOSE = frozenset({"div", "blockquote", "section", "article", "main"})
_LINKED_DATA = "application/ld+json"
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]{4}")
"""A word, where letters may be those of a formula."""
_LINE_BREAK = re.compile(r"<br[ \t\n]*/?>", re.IGNORECASE)


class _Scanner(Surroundings):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.blocks: list[Block] = []
        self.figures: list[Block] = []
        self.pictures: list[tuple[Block, str]] = []
        self.languages: list[LanguageMark] = []
        self.elements: dict[str, int] = {}
        self.root = -1
        self.unsaid = False
        self.run: list[Item] = []
        self.count = 0
        self.groups = 0
        self.xml = is_xml(text)
        self.word = by_word(text)
        part = is_part(text)
        self.classic = part and "\n" in text
        """Lines mean something."""
        self.coded = part and SHORTCODE.search(text) is not None
        self.ended = frozenset(SHORTCODE_END.findall(text)) if self.coded else frozenset()
        self.untagged = self.classic and not has_paragraphs(text)
        self.script = ""
        """Type of the script whose inside comes next."""
        self.omitted: list[tuple[Template, str]] = []
        self.alone: tuple[str, int, int, bool] | None = None
        """Inline element left alone: its name, how many of its name are open, where it began, whether it is a sign."""

    def scan(self) -> Scan:
        for token in tokens(self.text, self.xml):
            if self.alone is not None:
                self._in_alone(token)
            elif token.type == "start":
                self._start(token)
            elif token.type == "end":
                self._end(token)
            elif token.type == "text":
                if self.stack and self.stack[-1].alone:
                    self._left(token)
                elif self.classic and not (self.stack and self.stack[-1].name not in _LOOSE):
                    self._typed(token)
                elif self.coded:
                    self._coded(token.start, token.end)
                else:
                    self.run.append(Item("text", token.start, token.end))
            elif token.type == "raw":
                if self.script == _LINKED_DATA:
                    self._linked_data(token)
                self.omitted += (
                    (messages.STYLED, said) for said in elements.put_in(self.text, token.start, token.end)
                )
            elif token.type == "other":
                self.blocks += block_comment(self.text, token.start, token.end, self.inside())
                if said := elements.for_outlook(self.text[token.start : token.end]):
                    self.omitted.append((messages.CONDITIONAL, said))
                if self.run:
                    self.run.append(Item("unseen", token.start, token.end, note=PlaceNote.COMMENT))
        if self.alone is not None:
            self.run.append(Item("fixed", self.alone[2], len(self.text), self.alone[0]))
        self._flush()
        self.blocks.sort(key=lambda block: (block.start, block.end))
        own, foreign = by_language(self.blocks)
        self.omitted += [(FOREIGN, inline.plain(block.text)) for block in foreign]
        return Scan(
            tuple(own),
            tuple(self.figures),
            tuple(self.pictures),
            tuple(self.languages),
            self.root if self.unsaid else -1,
            self.elements,
            tuple(self.omitted),
            self.word,
        )

    def _linked_data(self, token: Token) -> None:
        for match in AGAIN.finditer(self.text, token.start, token.end):
            self.omitted.append((messages.AGAIN, match["value"].strip('"')))
        for found in linked_data(self.text, token.start, token.end, self.inside()):
            if isinstance(found, Block):
                self.blocks.append(found)
            else:
                self.languages.append(found)

    def _left(self, token: Token) -> None:
        """Note words that are left alone, where a reader sees them."""
        words = squeeze(html.unescape(self.text[token.start : token.end]))
        if not has_letters(words):
            return
        around = next((around for around in self.stack if around.alone), None)
        if around is not None and (around.off or around.name in elements.SHOWN_ALONE):
            off = messages.DIAGRAMS if elements.DIAGRAM.match(words) else NOT_TO_TRANSLATE
            self.omitted.append((off if around.off else DRAWN, words))

    def _typed(self, token: Token) -> None:
        """Text without tags around, as the classic editor of WordPress keeps it: a blank line parts paragraphs."""
        done = token.start
        for match in _BLANK_LINES.finditer(self.text, token.start, token.end):
            if match.start() > done:
                self._lines(done, match.start())
            self._flush()
            done = match.end()
        if done < token.end:
            self._lines(done, token.end)

    def _lines(self, start: int, end: int) -> None:
        for match in NEWLINE.finditer(self.text, start, end) if self.untagged else ():
            if match.start() > start:
                self._coded(start, match.start())
            self.run.append(Item("break", match.start(), match.end(), "br"))
            start = match.end()
        if start < end:
            self._coded(start, end)

    def _coded(self, start: int, end: int) -> None:
        """A stretch of text with the tags of plugins as things that are no text."""
        for match in SHORTCODE.finditer(self.text, start, end):
            if match["bare"] and match["bare"] not in self.ended:
                continue
            if match.start() > start:
                self.run.append(Item("text", start, match.start()))
            self.run.append(Item("fixed", match.start(), match.end(), "shortcode", match[0][:60]))
            self.blocks += shortcode(match, self.inside())
            start = match.end()
        if start < end:
            self.run.append(Item("text", start, end))

    def _in_alone(self, token: Token) -> None:
        assert self.alone is not None
        name, depth, start, sign = self.alone
        if token.name == name and token.type in ("start", "end"):
            closed = self.text.endswith("/>", token.start, token.end)
            depth += 0 if closed and token.type == "start" else 1 if token.type == "start" else -1
        if depth:
            self.alone = (name, depth, start, sign)
            return
        self.alone = None
        inner = self.text[start : token.end]
        words = SPACE.sub(" ", html.unescape(_TAG.sub("", inner))).strip()
        self.run.append(Item("fixed", start, token.end, name, elements.left_alone(name, words, sign=sign)))
        if name == "math" and _WORD.search(words):
            self.omitted.append((messages.FORMULAS, words))
        if has_letters(words) and not sign and (name in elements.SHOWN_ALONE or name not in elements.ALONE):
            self.omitted.append((DRAWN if name in elements.ALONE else NOT_TO_TRANSLATE, words))

    def _start(self, token: Token) -> None:
        name = token.name
        values = attributes(token, self.text) if token.end - token.start > len(name) + 2 else {}
        asked = values["translate"].value.lower() if "translate" in values else ""
        classes = values["class"].value.split() if "class" in values else ()
        # On the page as a whole it keeps browsers from offering to translate it, and says nothing to translators.
        off = (asked == "no" or "notranslate" in classes) and name not in ("html", "body")
        off = off or "mermaid" in classes
        block = name in elements.BLOCKS or self.taken_in(name, asked)
        if name == "script":
            self.script = values["type"].value.strip().lower() if "type" in values else ""
        element = ""
        if block:
            self._flush()
            self.imply_ends(name)
        around_alone = bool(self.stack) and self.stack[-1].alone
        if values and not off and (not around_alone or (name == "track" and not self.stack[-1].off)):
            self.blocks += attribute_blocks(name, values, self.inside())
            if name in ("a", "area"):
                self.blocks += message_blocks(values, self.text, self.inside())
            if "srcdoc" in values and has_letters(inner := _TAG.sub(" ", values["srcdoc"].value)):
                self.omitted.append((messages.FRAMED, squeeze(inner)))
        if name in elements.VOID:
            if name == "img":
                self._image(token, values)
            if not block:
                self._void(token)
        elif block:
            element = self._open_block(token, values, off=off, asked=asked)
        elif off or name in elements.ALONE or is_sign(values, self.text, token.end):
            if self.text.endswith("/>", token.start, token.end):
                self.run.append(Item("fixed", token.start, token.end, name, name))
            else:
                self.alone = (name, 1, token.start, not off and name not in elements.ALONE)
        else:
            note = values["href"].value if "href" in values else ""
            plain = shows_nothing(name, values, self.word)
            language = "" if self.word else said_language(values)
            self.run.append(Item("open", token.start, token.end, name, note, language=language, plain=plain))
        if values or name == "html":
            self._language(name, token, values, element)

    def _open_block(self, token: Token, values: dict[str, Attribute], *, off: bool, asked: str) -> str:
        """Put a block-level element on the stack; its name and ordinal.

        `off`: it says itself that it is not for translation; `asked`: its attribute `translate`.
        """
        name = token.name
        if name == "tr":
            self.count_row()
        self.count += 1
        around = self.stack[-1] if self.stack else OpenElement("", 0)
        off = off or (around.off and asked != "yes")
        alone = off or name in elements.ALONE or (around.alone and not around.off)
        role = values["role"].value.lower() if "role" in values else ""
        column = self.count_column(values) if name in ("td", "th") else 0
        if len(self.stack) >= elements.DEEPEST:
            self.stack.pop()
        anchor = values["id"].value if "id" in values else ""
        opened = OpenElement(name, self.count, alone, off=off, column=column, role=role, anchor=anchor)
        opened.language = said_language(values) or around.language
        if "style" in values and (listing := LISTED.search(values["style"].value)):
            opened.item = int(listing[1])
        if name == "ol":
            opened.count, opened.form = listed(values)
        elif name == "li":
            opened.marker = self.number(values)
        self.stack.append(opened)
        if name in elements.GROUPS:
            self.groups += 1
            self.stack[-1].ordinal = self.groups
        element = f"{name}:{self.stack[-1].ordinal}"
        self.elements[element] = token.start + 1 + len(name)
        return element

    def _language(self, name: str, token: Token, values: dict[str, Attribute], element: str) -> None:
        """Note where the element, now open, names its language."""
        if name == "html" and self.root < 0:
            self.root = token.start + len("<html")
            self.unsaid = "lang" not in values
        self.languages += language_marks(name, values, element, self.inside())

    def _image(self, token: Token, values: Mapping[str, Attribute]) -> None:
        """Note an image of the running text."""
        address = shown(values)
        if not address or outside_page([around.name for around in self.stack]):
            return
        place = placed(token, values, self.around(), self.inside(), continues=self.begun())
        self.pictures.append((place, address))

    def _void(self, token: Token) -> None:
        raw = self.text[token.start : token.end]
        if token.name == "br" and _LINE_BREAK.fullmatch(raw):
            self.run.append(Item("break", token.start, token.end, "br"))
        else:
            if token.name == "wbr":
                self.run.append(Item("unseen", token.start, token.end, "wbr", plain=True))
                return
            note = {"img": PlaceNote.IMAGE, "br": PlaceNote.LINE_BREAK}
            self.run.append(
                Item("fixed", token.start, token.end, token.name, note.get(token.name, token.name))
            )

    def _end(self, token: Token) -> None:
        name = token.name
        if name not in elements.BLOCKS and not self.ends_taken_in(name, self.run):
            if self.run:
                self.run.append(Item("close", token.start, token.end, name))
            return
        self._flush()
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at].name == name:
                del self.stack[at:]
                return
            if self.stack[at].name in elements.SCOPES and name not in elements.SCOPES:
                return

    def _flush(self) -> None:
        run, self.run = self.run, []
        if not run or (self.stack and self.stack[-1].alone):
            return
        if not any(i.type == "text" and has_letters(self.text[i.start : i.end]) for i in run):
            self._figure(run)
            return
        blank = blank_lines(run, self.text)
        for one in parted_at(blank, run, self.text) if blank and self.around()[0] in RUNNING else [run]:
            if block := self._block(one):
                self.blocks.append(block)

    def _figure(self, run: list[Item]) -> None:
        """A stretch without words, noted if it is in a table's cell."""
        if self.around()[0] is Kind.CELL and (block := self._block(run, worded=False)):
            self.figures.append(block)

    def _block(self, run: list[Item], *, worded: bool = True) -> Block | None:
        """The block of a run; None if there is nothing to read in it, or no word where it is to be `worded`."""
        said = self.stack[-1].language if self.stack else ""
        run = parted(whole(foreign_inside(mated(run), self.text, said), self.text), self.text)
        keeps = any(around.name in ("pre", "listing", "textarea", "xmp") for around in self.stack)
        outer: list[Item] = []
        run = bare(run, self.text, outer)
        if not run:
            return None
        if run[0].type == "text":
            run[0].start += leading(self.text[run[0].start : run[0].end])
        if run[-1].type == "text":
            run[-1].end -= leading(self.text[run[-1].start : run[-1].end][::-1])
        start, end = run[0].start, run[-1].end
        found = named(run, self.text, keeps)
        text = as_read(written(found.parts))
        if not (has_letters(text) if worded else any(isinstance(p, str) and p.strip() for p in found.parts)):
            return None
        return self._placed(text, start, end, found, run, keeps, outer)

    def _newline(self) -> str:
        match = NEWLINE.search(self.text)
        return match[0] if match else "\n"

    def _placed(
        self,
        text: str,
        start: int,
        end: int,
        found: Named,
        run: list[Item],
        keeps: bool,
        outer: list[Item],
    ) -> Block:
        marker, setting = self.setting(found, outer)
        kind, said, level, group, row, column = self.around()
        breaks = next((self.text[i.start : i.end] for i in run if i.type == "break"), "<br>")
        return Block(
            text,
            start,
            end,
            kind,
            "; ".join(part for part in (said, found.note) if part),
            level if kind in (Kind.ITEM, Kind.HEADING) else 0,
            group,
            row if kind is Kind.CELL else 0,
            column if kind is Kind.CELL else 0,
            self.inside(),
            None,
            found.raw,
            self._newline() if keeps else breaks,
            keeps,
            marker if kind is Kind.ITEM else "",
            setting,
            tuple(found.tail),
            self.stack[-1].language if self.stack and not self.word else "",
        )


@lru_cache(maxsize=2)
def scan(text: str) -> Scan:
    """The blocks of an HTML text.

    The last results are kept, for a rebuild asks again for what its reading found.
    """
    return _Scanner(text).scan()
