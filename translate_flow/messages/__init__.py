"""What the program says: typed messages with named values, put into words only where somebody reads them.

A room that has something to say defines it once, in its own `messages.py`:

    define = Table("exchange")
    NOT_A_REVIEW_FILE = define("not-a-review-file", "{file}: not a review file; give the .docx, .xlf or .po file")

and says it with its values: `raise ReadError(NOT_A_REVIEW_FILE(file=name))`. The message travels as its id
and values; `say` puts it into the reader's language (`speaking`), `str` into English. English is in
the tables, other languages in `locale/TAG/LC_MESSAGES/messages.po`, whose entries carry the id as context.
"""

from .general import nearest, several, verbatim
from .message import Message, Table, Template, Value, every_template, identity, restore
from .speech import LANGUAGES, reader, say, say_in, speaking

__all__ = [
    "LANGUAGES",
    "Message",
    "Table",
    "Template",
    "Value",
    "every_template",
    "identity",
    "nearest",
    "reader",
    "restore",
    "say",
    "say_in",
    "several",
    "speaking",
    "verbatim",
]
