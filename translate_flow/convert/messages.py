"""What is said about files that are not read as they are, but made into ones that are."""

from __future__ import annotations

from ..messages import Table

define = Table("convert")

PDF_LOCKED = define(
    "pdf-locked", "{file}: locked with a password; save it without one, or copy its text into a .txt"
)
PDF_DAMAGED = define("pdf-damaged", "{file}: damaged, cut off or not a PDF; ask for it again")
PDF_PAGE_DAMAGED = define(
    "pdf-page-damaged",
    "{file}: page {page} is damaged; print the other pages into a new PDF, or ask for it again",
)
PDF_TOO_LONG = define(
    "pdf-too-long",
    "{file}: has {pages} pages; the limit is {most}: split it, or print the pages you need into a new PDF",
)
PDF_OF_PICTURES = define(
    "pdf-of-pictures",
    "{file}: a PDF of pictures, such as a scan, without any text; reading it needs Tesseract: "
    "pip install 'translate-flow[ocr]' and apt-get install tesseract-ocr tesseract-ocr-{language}",
)
PICTURE = define(
    "picture",
    "{file}: a picture; reading the text in it needs Tesseract: "
    "pip install 'translate-flow[ocr]' and apt-get install tesseract-ocr tesseract-ocr-{language}",
)
PICTURE_DAMAGED = define(
    "picture-damaged", "{file}: damaged, too large or not a picture; save it again as .png"
)
NO_TEXT_IN_PICTURE = define("no-text-in-picture", "{file}: no text was recognized in it; try a sharper scan")
OCR_LANGUAGE = define(
    "ocr-language",
    "{file}: Tesseract does not know the language “{language}”; install it with apt-get install tesseract-ocr-{language}",
)
OCR_FAILS = define("ocr-fails", "{file}: Tesseract fails on page {page} ({cause})")
NO_OFFICE = define(
    "no-office",
    "{file}: reading it needs LibreOffice, which is not installed; or save it as .docx, .odt or .txt",
)
OFFICE_FAILS = define(
    "office-fails",
    "{file}: damaged, or not what its extension says; open it in a word processor and save it as .docx or .odt",
)
PAGES_NOT_READ = define(
    "pages-not-read",
    "{n} pages hold pictures without text (page {pages})",
    one="1 page holds a picture without text (page {pages})",
    count="n",
)
UNCERTAIN = define(
    "uncertain", "{n} words are uncertain and marked [?]", one="1 word is uncertain and marked [?]", count="n"
)
TABLES = define(
    "tables",
    "{n} tables were pieced together from the position of their words: check that each is in its cell",
    one="1 table was pieced together from the position of its words: check that each is in its cell",
    count="n",
)
TYPED_ON = define(
    "typed-on",
    "{n} texts in form fields or typed on top are not read ({words}); print the file into a new PDF to have them",
    one="1 text in a form field or typed on top is not read ({words}); print the file into a new PDF to have it",
    count="n",
)
RUNNING_HEADS = define(
    "running-heads",
    "{n} lines that appear on several pages are taken for their heads or feet and left out ({words})",
    one="1 line that appears on several pages is taken for their head or foot and left out ({words})",
    count="n",
)
READ_INTO = define(
    "read-into", "{file}: read into {made}; look it through and correct it there, then add again"
)
KEPT_AS = define(
    "kept-as", "{file}: was read into {made} before; that file is used (--replace reads it again)"
)
