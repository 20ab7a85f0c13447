"""Lists that CommonMark does not know: lines of one paragraph that begin with `b)`, `2.-`, `(@)`, `#.`, `key::`, `•`, bars
or a bold *First:*.

Pandoc, kramdown, Obsidian and readers take each for an item or row; to CommonMark they are running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .parser import Line, MarkdownText

_MARK = re.compile(
    r"""(?:\(@[\w-]*\) | \#\.                                                # Pandoc's examples and numbers
      | \(?(?:[a-zA-Z]|[ivxl]{1,5}|[IVXL]{1,5})\)[.:]?-? | \(\d{1,3}\)            # a) (b) iv) (3)
      | [a-z]\. | [A-Z]\.- | [IVXL]{1,5}\.-?                                  # a. A.- II.
      | \d{1,3}(?:[.:]?-|\.?[°ºª](?:[.:)]-?|-)?)                               # 1.- 2º
      | [^\W\d_][\w-]*(?:[ ][\w-]+){0,3}::                                    # a field of Obsidian
      | [•·▪◦‣●○■□➢➤➔→✓✔✗☐☑–—―] | [☀-➿🌀-🫿]\ufe0f?[🏻-🏿]?                         # typed bullets
      )[ \t]+(?=\S)
      | (?=\*\*[^\s*]{1,30}[.:]-?\*\*:?[ ])                                    # bold words that number or name each""",
    re.VERBOSE,
)
_BREAK = re.compile(r"(?:(?<! ) {2,}|\\)$")
_RULE = re.compile(r"[-=:|+ \t]+$")


def items(lines: Sequence[Line], source: MarkdownText) -> list[list[Line]]:
    """The lines of a paragraph by items, each without its mark; all together if they are none."""
    texts = [source.plain[start:end] for _, start, end in lines]
    marks = [
        _MARK.match(text.lstrip()) if at == 0 or not _BREAK.search(texts[at - 1]) else None
        for at, text in enumerate(texts)
    ]
    if sum(map(bool, marks)) < 2:
        return [list(lines)]
    found: list[list[Line]] = []
    for (number, start, end), text, mark in zip(lines, texts, marks, strict=True):
        if mark:
            begin = start + len(text) - len(text.lstrip()) + mark.end()
            found.append([(number, begin, end)])
        elif found:
            found[-1].append((number, start, end))
        else:
            found.append([(number, start, end)])
    return found


def rows(lines: Sequence[Line], source: MarkdownText) -> Iterator[Line]:
    """The rows of a table without heads, as kramdown has it; none if the lines are something else."""
    texts = [source.plain[start:end].strip() for _, start, end in lines]
    if len(lines) > 1 and all(text.count("|") > 2 and text[0] == text[-1] == "|" for text in texts):
        for line, text in zip(lines, texts, strict=True):
            if not _RULE.match(text):
                yield line
