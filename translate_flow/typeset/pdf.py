"""A web page as a PDF: tagged, with embedded fonts, footed by page numbers; by WeasyPrint, an extra."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import Any

from ..errors import BuildError
from ..pages import css
from .messages import NO_PDF, PDF_FAILS


def pdf(page: str) -> bytes:
    """The PDF of a self-contained page; the same page makes the same bytes.

    Nothing is fetched. Raises BuildError if WeasyPrint is not installed, or the libraries it needs.
    """
    weasyprint = _weasyprint()

    # Images are in the page itself.
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data"}, allow_redirects=False)

    # Its own sheet goes last into the page's, so that it has the last word.
    styled = page.replace("</style>", f"{css('paper.css')}\n</style>", 1)
    document = weasyprint.HTML(string=styled, url_fetcher=fetcher, media_type="print")
    try:
        made = document.write_pdf(
            pdf_variant="pdf/ua-1",
            pdf_identifier=blake2b(page.encode(), digest_size=16).digest(),
            full_fonts=False,
        )
    except Exception as cause:
        raise BuildError(PDF_FAILS(cause=f"{type(cause).__name__}: {cause}")) from cause
    assert isinstance(made, bytes)
    return made


@cache
def _weasyprint() -> Any:
    try:
        import weasyprint
    except (ImportError, OSError) as cause:
        raise BuildError(NO_PDF(cause=str(cause).split("\n")[0])) from cause
    import logging

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    return weasyprint
