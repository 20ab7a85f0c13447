"""What is said about choosing an output."""

from __future__ import annotations

from ..messages import Table

define = Table("outputs")

UNKNOWN = define("unknown", "{name}: unknown output; known outputs: {known}")
NO_PARQUET = define("no-parquet", "Parquet needs pyarrow: pip install 'translate-flow[parquet]'")

PAGE_HTML = define("page-html", "a page to publish: translation, signatories, then the original")
PAGE_MD = define("page-md", "the page to publish as Markdown")
BILINGUAL = define("bilingual", "both languages side by side, with states, for proofreading")
TSV = define("tsv", "aligned pairs for spreadsheets and scripts, tab-separated")
JSONL = define("jsonl", "aligned pairs, one JSON object a line")
BILINGUAL_TXT = define("bilingual-txt", "both languages in turn, as plain text for reading")
TMX = define("tmx", "aligned pairs as a translation memory, TMX 1.4")
DOCX = define("docx", "the finished statement as a Word document")
HTML = define("html", "the finished statement as a web page")
MD = define("md", "the finished statement as Markdown")
ODT = define("odt", "the finished statement for LibreOffice")
PAGE_DOCX = define("page-docx", "the page to publish as a Word document")
TEXT = define("txt", "the finished statement as plain text, for e-mails")
BILINGUAL_DOCX = define("bilingual-docx", "both languages side by side as a Word document")
BILINGUAL_PDF = define("bilingual-pdf", "both languages side by side as a PDF (extra pdf)")
INTERLEAVED = define("interleaved", "both languages in turn: each passage, its translation below it")
INTERLEAVED_DOCX = define("interleaved-docx", "both languages in turn as a Word document")
INTERLEAVED_PDF = define("interleaved-pdf", "both languages in turn as a PDF (extra pdf)")
CSV = define("csv", "aligned pairs for spreadsheets, comma-separated")
EPUB = define("epub", "the finished statement as an e-book")
FRAGMENT = define("fragment", "clean HTML to paste into WordPress, newsletters and other pages")
MOSES = define("moses", "aligned pairs as two files of lines (Moses, OPUS)")
PAGE_PDF = define("page-pdf", "the page to publish as a PDF (extra pdf)")
PARQUET = define("parquet", "aligned pairs as a Parquet table (extra parquet)")
PDF = define("pdf", "the finished statement as a PDF (extra pdf)")
SOCIAL = define("social", "texts for social networks: title, 280 and 500 characters")
XLIFF = define("xliff", "aligned pairs as XLIFF 2.1, for other translation tools")
