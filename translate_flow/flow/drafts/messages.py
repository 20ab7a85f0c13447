"""What is said about drafts: where one comes from, why none could be made."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.drafts")

# Reasons of events: their ids stand in journals, so they never change.

SAME_PLACE = define("same-place", "same text in the same place, from {origin}")
SAME_TEXT = define("same-text", "same text, from {origin}")
OTHER_NUMBERS = define("other-numbers", "same text with other numbers or names, from {origin}")
SIMILAR = define("similar", "similar text from {origin}")
SOURCE_DIFFERS = define("source-differs", "the source differs there: {differences}")
OTHERS = define(
    "others",
    "{n} other translations of it in the memory",
    one="{n} other translation of it in the memory",
    count="n",
)
SENTENCES = define("sentences", "{known} of {sentences} sentences from the memory: {origins}")
FAULT = define("fault", "{rule}: {what}")
OTHER_LANGUAGE = define("other-language", "it is in another language ({language})")
NOT_TAKEN = define("not-taken", "the draft by {engine} was not taken: {faults}")
TAKEN_ALL_THE_SAME = define("taken-all-the-same", "taken although the facts do not hold: {faults}")
