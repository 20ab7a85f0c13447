"""What is said about choosing a format."""

from __future__ import annotations

from ..messages import Table

define = Table("formats")

UNKNOWN_FORMAT = define("unknown-format", "{name}: unknown format; known formats: {known}")
UNKNOWN_EXTENSION = define("unknown-extension", "{file}: unknown extension; known extensions: {known}")
PACKAGE_GONE = define(
    "package-gone",
    "{file}: was read by the format {name} of another package, which is not installed here; install that package",
)
UNREADABLE = define("unreadable", "{file}: {remedy}")
OLD_WORD = define(
    "old-word",
    "the old Word format is not supported; save it as .docx or copy its text into a .txt",
)
FLAT_OPEN_DOCUMENT = define(
    "flat-open-document", "flat OpenDocument files are not supported; save it as .odt"
)
OLD_OPEN_OFFICE = define("old-open-office", "the old OpenOffice format is not supported; save it as .odt")
RTF = define("rtf", "RTF is not supported; save it as .docx, .odt or .txt")
PDF = define(
    "pdf",
    "a PDF has no paragraphs to translate; ask for the file it was made from, or copy its text into a .txt",
)
SPREADSHEET = define(
    "spreadsheet", "spreadsheets are not read; copy the text into a .docx, .odt or .txt, tables too"
)
SLIDES = define("slides", "slides are not read; save them as .pdf, or copy their text into a .docx or .txt")
EBOOK = define("ebook", "e-books are not read; save it as .docx or .html, as Calibre can")
MAIL = define("mail", "saved e-mails are not read; save its text as .txt or .html, or its attachment")
WEB_ARCHIVE = define("web-archive", "web archives are not read; save the page as .html")
MARKUP = define("markup", "{extension} is not read; convert it to Markdown: pandoc {name} -o {better}")
DATA = define("data", "{extension} files hold data, not a text for readers; copy the text into a .txt or .md")
SUBTITLES = define("subtitles", "subtitles are not read; copy their words into a .txt")
ARCHIVE = define("archive", "an archive; unpack it first")
RECORDING = define("recording", "a recording; write down what is said, or get its transcript, as .txt")
DRAWING = define("drawing", "a drawing; save it as .pdf, or copy its text into a .txt")
NO_LONGER_A_PAGE = define("no-longer-a-page", "{file}: no longer a web page; re-add it with --whole")
TOO_MANY_SEGMENTS = define(
    "too-many-segments",
    "{file}: has {count} segments; a statement can have at most {most}: split the file into several",
)
IN_PROPERTIES = define("in-properties", "its properties")
FIGURES = define(
    "figures",
    "{n} cells of figures alone (kept as they are; where the translation writes 1,204 for 1.204, change them in the finished file)",
    one="1 cell of figures alone (kept as it is; where the translation writes 1,204 for 1.204, change it in the finished file)",
    count="n",
)
