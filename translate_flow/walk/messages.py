"""What the walk in the terminal says."""

from __future__ import annotations

from ..messages import Table

define = Table("walk")

ASK_AGAIN = define(
    "ask-again",
    "{n} errors: {problem} …; the same key again keeps the text as it is",
    one="{problem} The same key again keeps the text as it is",
    count="n",
)
UNDONE = define("undone", "undone")
PUT_BACK = define("put-back", "put back by {person}")
