"""The characters by which programs tell lines that mean something by themselves."""

from __future__ import annotations

import re

NAMED = re.compile(
    r"(?<![\w-])(?:title|subtitle|caption|alt|text|label|description|summary|heading|header|legend)[ ]*=[ ]*"
    r"(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)')"
)
"""Attributes of tags and directives that a reader sees."""
UNNAMED = re.compile(
    r"(?P<opening>(?:\{\{[<%]|\{%-?)[ ]*[\w./-]+)(?P<values>(?:[ ]+(?:[\w-]+=)?(?:\"[^\"\n]*\"|'[^'\n]*'|[\w./:#-]+))+)[ ]*/?-?[%>]\}"
)
"""A tag with values and nothing that is worked out."""
VALUE = re.compile(r"(?<= )(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)')")
OTHERWISE_NAMED = re.compile(
    r"(?<= )(?!(?:title|subtitle|caption|alt|text|label|description|summary|heading|header|legend)=)[\w-]+="
    r"(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)')"
)
"""A value with a name that says nothing of who reads it (`{% include note.html texto="Lea la carta" %}`)."""
SENTENCE = re.compile(r"[¡¿«“(]?[^\W\d_a-z][^<>{}=|/_]*\s[^<>{}=|/_]*")
"""Several words that begin with a capital, as those read by people do, and settings do not."""
SAID = re.compile(r"(?![/.#]|\w+:)(?:[^<>{}=|]*\s[^<>{}=|]*|[¡¿«“(]?[^\W\d_a-z][^<>{}=|/_.]*[.:!?…]?)")
"""A value that is said to a reader: of several words, or with a capital; no address, name of a file or setting."""
LEADING_TAGS = frozenset(
    "ref relref youtube vimeo tweet twitter x instagram gist param highlight link post_url assign if unless elsif case when"
    " for capture cycle increment decrement set extends import from block macro call with trans raw".split()
)
"""Tags whose values lead somewhere or are worked with."""
_ATTRIBUTES = r"\{(?:[ ]*[:#.][^{}\n]*|[ ]*[\w-]+=[^{}\n]*)\}"
ATTRIBUTES = re.compile(rf"(?<![ \t])[ \t]+{_ATTRIBUTES}$")
"""Attributes behind a heading's text."""
ALONE = re.compile(
    rf"(?:{_ATTRIBUTES})+$"  # of the block before or after (kramdown, Python-Markdown, MyST)
    r"|\{::[^{}\n]*\}$"  # kramdown's extensions
    r"|\[\[?_?TOC_?\]\]?$"  # a table of contents
    r"|\([\w:.-]+\)=$"  # MyST: a target
    r"|\+\+\+(?:[ ]*\{.*)?$|\+\+\+[ ]+\S*$"  # MyST: a break between blocks
    r"|!\[\[[^\[\]\n]+\]\]$|\^[A-Za-z0-9-]+$"  # Obsidian: what is embedded, a block's name
    r"|-+8<-+.*$|<<<[ ]*@.*$"  # files that are put in here
    r"|\\(?:newpage|pagebreak|clearpage|tableofcontents|(?:begin|end)\{\w+\*?\}|vspace\*?\{[^{}\n]*\})$"
    r"|%%[^%\n]*%%$"  # Obsidian: a remark
    r"|<-{2,}>$"  # Hugo: a break between columns
    r"|::[a-z][\w-]*(?:\[[^\[\]\n]*\])?(?:\{[^{}\n]*\})?$"  # a directive without an inside
    r"|\{load(?:position|module|moduleid)\b[^{}\n]*\}$|\{/[a-z]+\}$|\{([a-z]+)\}[^\s{}]+\{/\1\}$"  # plugins of Joomla
    r"|\{(?:tab|slider|accordion|spoiler)[ =][^{}\n]+\}$"
    r"|\[/[a-z][\w-]*\]$"  # tags of forums and of WordPress
    r"|\[[a-z][\w-]*(?:=(?:\"[^\"\n]*\"|[^\s\]\n]+)|(?=[ ]+[\w-]+=))"
    r"(?:[ ]+[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'\]]+))*[ ]*/?\]$"
    r"|\#\+(?:BEGIN|END)_\w+$"  # Org and Logseq
    r"|\{/\*.*\*/\}$|\?{3}$",  # a remark in MDX, and where remarks for the speaker begin in slides
    re.IGNORECASE,
)
ABBREVIATION = re.compile(r"(?:\*\[[^\[\]\n]+\]|\[#[^\[\]\n]+\]):[ \t]*(?P<words>.*)$")
"""What an abbreviation means, or a source that is quoted (MultiMarkdown)."""
TITLED = re.compile(
    r"::[a-z][\w-]*\[(?P<box>[^\[\]\n]*)\]|\{(?:tab|slider|accordion|spoiler)[ =](?P<plugin>[^{}\n]+)\}$"
    r"|\[(?:details|spoiler|expand|collapse|toggle|accordion|tab|hide)=\"(?P<forum>[^\"\n]+)\""
)
"""A title in the sign of a box: the directive of one line, plugins of Joomla, tags of forums."""
BARE_TAG = re.compile(r"\[([a-z][\w-]*)\]$")
"""A tag of a forum, if it is closed further down."""
MYST = re.compile(r"^[ \t]*(?:`{3,}|:{3,})\{[\w:.+-]+\}|^\([\w:.-]+\)=[ \t]*$", re.MULTILINE)
"""What is written for MyST alone."""
FENCE = re.compile(
    r":{3,}[ ]*(?P<name>[A-Za-z][\w:.+-]*)?(?:\[(?P<box>[^\[\]\n]*)\])?[ ]*(?P<more>\{[^{}\n]*\})?[ ]*(?P<words>(?:.*[^ :])?)[ :]*$"
)
"""A directive's first or last line: `::: tip Words`, `:::note[Words]`, `::: {.note title="Words"}`, `:::{note} Words`."""
SLASHES = re.compile(r"/{3,}(?:[ ]*$|[ ]+(?P<name>[a-z][\w-]*)(?:[ ]*\|[ ]*(?P<words>.*))?$)")
"""Blocks of Python-Markdown's extensions."""
TAB = re.compile(r"@tab(?::\w+)?(?:[ ]+(?P<words>[^#\n]*[^#\s]))?(?:#[\w-]+)?$")
"""A tab of VuePress: its name, and what it is called in addresses."""
OPTION = re.compile(r":[a-z][\w-]*:(?:[ \t]|$)")
TAG = re.compile(r"\{%-?.*?-?%\}|\{\{<.*?>\}\}|\{\{%.*?%\}\}|\{\{[^{}<%].*?\}\}", re.DOTALL)
"""A tag of Liquid, Jinja, Nunjucks or Hugo."""
TAG_ENDS = {"{%": "%}", "{{<": ">}}", "{{%": "%}}", "{{": "}}"}
OPAQUE = re.compile(
    r"\{%-?[ ]*(?P<liquid>highlight|comment|mermaid|math|katex|code|codeblock|style|javascript)\b"
    r"|\{\{[<%][ ]*(?P<hugo>highlight|mermaid|math|katex|code|raw|rawhtml)\b"
)
"""A tag whose inside is code."""
MODULE = re.compile(
    r"import[ ]+(?:[\"']|[\w*{][^\"'\n]*[ ]from[ ]+[\"']|\{[ ]*$)|export[ ]+(?:const|let|var|function|class|default|async|\*|\{)"
)
"""JavaScript at the head of an MDX file."""
ALERT = re.compile(r"\[![A-Za-z][\w-]*(?:\|[^\[\]\n]*)?\][+-]?(?:[ \t]+(?P<words>.*))?$")
"""The first line of a quotation that is a box (GitHub, Obsidian)."""
GRID = re.compile(r"\+(?:[-=:]{2,}\+)+$")
COLUMNS = re.compile(r"-{2,}(?:[ ]+-{2,})+$")
"""The line below the heads of a table that Pandoc tells by its columns of blanks."""
RULED = re.compile(r"-{5,}$")
"""The first and last line of a table whose rows take several lines (Pandoc)."""
FORMULA = re.compile(
    r"\\begin\{((?:equation|multline|gather|align|alignat|flalign|[pbBvV]?matrix|eqnarray|math|displaymath)\*?)\}"
)
"""Formulas of LaTeX (amsmath), which stand by themselves."""
FIRST = frozenset("{[(*:+!^-<\\%/ie|?@#")
LONGEST_TAG = 60
"""Lines of one tag."""
CODE_DIRECTIVES = frozenset(
    "code code-block code-cell sourcecode literalinclude math mermaid toctree graphviz plantuml raw eval-rst"
    " include bibliography parsed-literal csv-table image iframe embed autoclass automodule".split()
)
DRAWN_BLOCKS = frozenset({"mermaid", "math", "graphviz", "plantuml", "query-table"})
"""Blocks between colons whose inside is code though their name is alone (`::: mermaid`, Azure DevOps)."""
FIRST_IS_NAME = frozenset(
    "figure image div class container rst-class only ifconfig versionadded versionchanged deprecated"
    " grid tab-set tabs code-group glossary".split()
)
"""Directives whose first line has no words of a title."""


DIRECTIVE = re.compile(r"(?P<fence>`{3,}|~{3,})\{(?P<name>[\w:.+-]+)\}[ ]*(?P<words>.*)$")
"""A directive of MyST between fences."""
CELL = re.compile(
    r"(?P<fence>`{3,}|~{3,})[ ]*\{\.?(?:r|python|julia|ojs|observable|bash|sql|stan|mermaid|dot)\b(?P<more>[^{}\n]*)\}$"
)
"""The first line of code that is run when the page is made (Quarto, R Markdown)."""
CAPTIONS = re.compile(
    r"(?:(?:\#|//|%%)\|[ ]*(?:fig|tbl|lst)-(?:cap|alt|subcap)[ ]*:[ ]*|(?:fig|tab)\.(?:s?cap|alt)[ ]*=[ ]*)"
    r"(?:\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)'|(?<=: )(?P<bare>[^\s\"'|>!\[{][^\n]*\S))"
)
"""Captions and descriptions of the figures that such code draws."""
FOLDED_CAPTION = re.compile(r"((?:\#|//|%%)\|)[ ]*(?:fig|tbl|lst)-(?:cap|alt|subcap)[ ]*:[ ]*[>|][-+]?$")
"""One that is written in the lines below."""
TEXT_DIRECTIVES = frozenset(
    "attention caution danger error hint important note tip warning admonition seealso todo versionadded"
    " versionchanged deprecated epigraph highlights pull-quote compound container topic sidebar margin aside"
    " dropdown card grid grid-item grid-item-card tab-set tab-item tabs figure table list-table glossary"
    " exercise solution proof theorem definition div only blockquote".split()
)
"""Directives of Sphinx and MyST whose inside is text."""


def looks_standing(line: str) -> bool:
    """Whether a line, outer blanks taken off, would be taken for a standing one wherever it begins."""
    if line[:1] not in FIRST and line[:1] not in "?=~$":
        return False
    if line[0] == "{" and line[1:2] in ("%", "{") and (tag := TAG.match(line)):
        # With words beside or between its tags it is a line of text.
        return not TAG.sub("", line[tag.end() :]).strip()
    return (
        interrupts(line)
        or MODULE.match(line) is not None
        or GRID.match(line) is not None
        or BOX.match(line) is not None
        or line.startswith(("$$", ": ", ":\t", "~ ", "% "))
        or (line.startswith("| ") and line.count("|") == 1)
    )


def interrupts(line: str) -> bool:
    """Whether the line stands by itself even directly below a line of text."""
    return (
        ALONE.match(line) is not None
        or ABBREVIATION.match(line) is not None
        or (line[0] == ":" and line.startswith(":::") and FENCE.match(line) is not None)
        or (line[0] == "@" and TAB.match(line) is not None)
        or (line[0] == "/" and SLASHES.match(line) is not None)
        or (line[0] == "{" and line[1:2] in ("%", "{") and not line.startswith("{{ "))
    )


BOX = re.compile(
    r"(?:!!!|\?\?\?\+?|===[!+]?)(?:[ ]?(?P<types>[\w-]+(?:[ ]+[\w-]+)*))?(?:[ ]+(?P<quote>\"|')(?P<words>.*)(?P=quote))?[ \t]*$"
)
"""The head of an admonition or tab of Python-Markdown and MkDocs; what is indented below belongs to it."""


_WORD = re.compile(
    r"\(@[\w-]*\)|#\.|\(?(?:[a-zA-Z]|[ivxlIVXL]{1,5}|\d{1,3})\)[.:]?-?|(?:[a-zA-Z]|[IVXL]{1,5})\.-?"
    r"|\d{1,3}(?:[.:]?-|\.?[°ºª](?:[.:)]-?|-)?)"
    r"|[•·▪◦‣●○■□➢➤➔→✓✔✗☐☑–—―]|[☀-➿🌀-🫿]\ufe0f?[🏻-🏿]?|\*\*[^\s*]{1,30}[.:]-?\*\*:?"
)
"""What begins an item of a list that CommonMark does not know; see `items`."""


def begins(word: str) -> bool:
    """Whether a line that begins with this word could be taken for an item."""
    return _WORD.fullmatch(word) is not None
