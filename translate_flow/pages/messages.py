"""What is said about a workspace's own templates."""

from __future__ import annotations

from ..messages import Table

define = Table("pages")

TEMPLATE_FAULT = define(
    "template-fault", "templates/{file}, line {line}: {problem}; correct it, or delete the file"
)
TEMPLATE_ENDLESS = define("template-endless", "it contains itself, does not end, or makes too much text")
TEMPLATE_FAILS = define("template-fails", "templates/{file}: {problem}; correct it, or delete the file")
STYLE_ENDS = define(
    "style-ends", "templates/{file}: contains “</”, which would end the style sheet; take it out"
)
