"""Made documents for laws: real constructs in any order, and any text at all."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "la",
        "voz",
        "señala",
        "Perú",
        "niñas",
        "2023",
        "más",
        "«sí»",
        "río",
        "—y—",
        "12,5",
        "%",
        "Ñ",
        "D’Angelo",
    ]
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=12).map(lambda words: f"Texto {' '.join(words)}")
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def _wrapped(sentence: str, prefix: str) -> str:
    words = sentence.split(" ")
    half = len(words) // 2 or 1
    return " ".join(words[:half]) + (f"\n{prefix}" + " ".join(words[half:]) if words[half:] else "")


def _block(kind: str, one: str, two: str) -> str:
    made = {
        "paragraph": _wrapped(one, ""),
        "heading": f"## {one}",
        "closed": f"### {one} ###",
        "underlined": f"{one}\n---",
        "hard": f"{one}  \n{two}\\\n{one}",
        "list": f"- {_wrapped(one, '  ')}\n- {two}\n  1. {one}\n  2. [ ] {two}",
        "loose": f"* {one}\n\n  {two}\n\n* {two}",
        "quote": f"> {_wrapped(one, '> ')}\n>\n>> {two}  \n>> {one}",
        "lazy": f"> {one}\n{two}",
        "table": f"| {one} | {two} |\n|:--|--:|\n| {two} | x \\| y |\n| 12 | {one}<br>{two} |",
        "bare table": f"{one} | {two}\n--- | ---\n{two} | {one}",
        "note": f"[^n]: {_wrapped(one, '    ')}\n\n    {two}",
        "code": f"```\n{one}\n```",
        "html": f"<div>\n{one}\n</div>",
        "image": f"![{one}](foto.png)",
        "rule": "***",
        "definition": "[ref]: https://ejemplo.org",
    }
    return made[kind]


KINDS = st.sampled_from(
    [
        *("paragraph", "heading", "closed", "underlined", "hard", "list", "loose", "quote", "lazy", "table"),
        *("bare table", "note", "code", "html", "image", "rule", "definition"),
    ]
)

MARKDOWN = st.builds(
    lambda parts, end, last: ("\n\n".join(parts) + last).replace("\n", end),
    st.lists(st.builds(_block, KINDS, SENTENCE, SENTENCE), min_size=1, max_size=8),
    ENDS,
    st.sampled_from(["", "\n", "\n\n  \n"]),
)
"""Markdown documents of ordinary blocks."""

PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\x0b",
            "\x0c",
            "\x85",
            "\u2028",
            "\u2029",
            "\xa0",
            "\u3000",
            "\t",
            "    ",
        ),
        *(
            "# ",
            "- ",
            "* ",
            "1. ",
            "1) ",
            "2: ",
            "• ",
            "– ",
            "> ",
            "[^1]: ",
            "[a]: b",
            "[x] ",
            "```\n",
            "~~~\n",
        ),
        *(
            "| a | b |\n",
            "|--|--|\n",
            "---\n",
            "===\n",
            "***",
            "<div>",
            "<!--",
            "-->",
            "<b>",
            "\\",
            "  \n",
            "\\\n",
        ),
        *(
            "`",
            "|",
            "\\|",
            "<br>",
            "#",
            "![a](b)",
            "title: x\n",
            "Texto",
            "ñandú ",
            "a",
            "SEÑORES ",
            "\U0001f30a",
        ),
    ]
)
ANYTHING = st.one_of(st.text(), st.lists(PIECES, max_size=25).map("".join))
"""Any text, and texts out of signs that mean something."""

STARTS = st.sampled_from(
    ["", "# ", "- ", "* ", "+ ", "1. ", "12) ", "> ", "#", "-", "=== ", "--- ", "|--|", "***"]
)
MIDDLES = st.sampled_from(["", " | ", " # ", " - ", "\n- ", "\n1. ", "\n# ", "\n> ", "\n", "\n===", "\n---"])
EVIL = st.builds(
    lambda start, one, middle, two: f"{start}{one}{middle}{two}".strip(), STARTS, SENTENCE, MIDDLES, SENTENCE
)
"""Translations that look like structure."""
