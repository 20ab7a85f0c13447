"""What is said about plain texts."""

from __future__ import annotations

from ...messages import Table

define = Table("formats.plain")

MAIL_HEADS = define(
    "mail-heads",
    "{n} lines above an e-mail (not published, and left out of the translated file)",
    one="1 line above an e-mail (not published, and left out of the translated file)",
    count="n",
)
