"""What is said about setting a statement."""

from __future__ import annotations

from ..messages import Table

define = Table("typeset")

NO_PDF = define(
    "no-pdf",
    "a PDF needs WeasyPrint: pip install 'translate-flow[pdf]' (on Debian also: apt install libpango-1.0-0 "
    "libpangoft2-1.0-0); {cause}",
)
PDF_FAILS = define(
    "pdf-fails", "WeasyPrint could not make the PDF ({cause}); build the web page and print it in a browser"
)
