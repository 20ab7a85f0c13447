"""What is said about web pages."""

from __future__ import annotations

from ...messages import Table

define = Table("formats.html")

NO_ARTICLE = define("no-article", "{file}: no article was found in the page; read the entire page instead")
NO_ARTICLE_BECAUSE = define(
    "no-article-because",
    "{file}: no article was found in the page ({cause}); read the entire page instead",
)
NO_ELEMENT = define(
    "no-element", "{file}: no element of the page holds the article by itself; read the entire page instead"
)
ARTICLE_GONE = define(
    "article-gone", "{file}: has no text in {elements}, where its article was; add it again"
)
NEEDS_TRAFILATURA = define(
    "needs-trafilatura",
    "{file}: finding a page's article needs trafilatura; install it with pip install 'translate-flow[web]'",
)
READ_AS_DECLARED = define("read-as-declared", "read as {encoding}, as the page declares")
IN_ELEMENT = define("in-element", "its <{name}>")
IN_COMMENT = define("in-comment", "a comment in it")
NOT_TO_TRANSLATE = define(
    "not-to-translate",
    "{n} passages marked as not to be translated (left as they are)",
    one="1 passage marked as not to be translated (left as it is)",
    count="n",
)
DRAWN = define("drawn", "{n} texts in drawings (not read)", one="1 text in a drawing (not read)", count="n")
FOREIGN = define(
    "foreign",
    "{n} passages marked as being in another language (left as they are)",
    one="1 passage marked as being in another language (left as it is)",
    count="n",
)
FRAMED = define(
    "framed", "{n} pages within the page (not read)", one="1 page within the page (not read)", count="n"
)
FORMULAS = define(
    "formulas", "{n} formulas with words (not read)", one="1 formula with words (not read)", count="n"
)
AGAIN = define(
    "again",
    "the text once more, for search engines, in {n} places (not read)",
    one="the text once more, for search engines (not read)",
    count="n",
)
DIAGRAMS = define(
    "diagrams",
    "{n} diagrams written as code (not read)",
    one="1 diagram written as code (not read)",
    count="n",
)
STYLED = define(
    "styled",
    "{n} texts that the style sheet puts in (not read)",
    one="1 text that the style sheet puts in (not read)",
    count="n",
)
CONDITIONAL = define(
    "conditional",
    "{n} texts for Outlook or old browsers alone (not read)",
    one="1 text for Outlook or old browsers alone (not read)",
    count="n",
)
