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
WISH = define(
    "wish",
    "better drafts that stay on this machine (chrF2 {better} against {now} now): one minute of internet, once: "
    "translate-flow engines get {engine} {source} {target}",
)
WISH_ANY = define(
    "wish-any",
    "drafts that stay on this machine (chrF2 {better}): one minute of internet, once: "
    "translate-flow engines get {engine} {source} {target}",
)
NOT_A_DRAFTER = define(
    "not-a-drafter", "{engine}: the engine cannot draft {name}; see: translate-flow engines"
)
ONE_ENGINE = define(
    "one-engine",
    "only one engine can run here ({engine}); name two or more with --engine, or see: translate-flow engines",
)
FAULT = define("fault", "{rule}: {what}")
OTHER_LANGUAGE = define("other-language", "it is in another language ({language})")
NAME_DROPPED = define("name-dropped", "the name {name} is missing")
NAME_ADDED = define("name-added", "the source does not have the name {name}")
FIGURE_REPEATED = define("figure-repeated", "{figure} appears more often than in the source")
WORDS_REPEATED = define("words-repeated", "“{words}” is said twice, which the source does not do")
NOT_TAKEN = define("not-taken", "the draft by {engine} was rejected: {faults}")
TAKEN_ALL_THE_SAME = define("taken-all-the-same", "accepted despite errors: {faults}")

# What drafting says while it works.

TAKES_OVER = define(
    "takes-over",
    "{problem}; {engine} takes over for {n} segments",
    one="{problem}; {engine} takes over for one segment",
    count="n",
)
NO_ENGINE_LEFT = define("no-engine-left", "no engine is left")
NO_ENGINE_HERE = define("no-engine-here", "no engine can run here")
NOT_FINISHED = define(
    "not-finished",
    "{name}: {problem}; {n} segments are left: run draft again to continue",
    one="{name}: {problem}; one segment is left: run draft again to continue",
    count="n",
)
SENDS_TEXT = define(
    "sends-text",
    "{engine} would send the text to another machine, and this workspace does not allow that; "
    "set online_engines = true under [privacy] in {file} if the text may be seen",
)
IS_CONFIDENTIAL = define(
    "is-confidential",
    "{name} is confidential ({where}), and {engine} would send it to another machine; choose an "
    "engine that runs here, or remove the mark",
)
NOTHING_TO_FETCH = define("nothing-to-fetch", "{engine}: there is nothing to download for it")
NOTHING_TO_FETCH_BUT = define(
    "nothing-to-fetch-but", "{engine}: there is nothing to download for it; {remedy}"
)
ANOTHER_PACKAGE = define("another-package", "another package's engine")
NO_TRANSLATION = define("no-translation", "{name}: {key}: the engine gave no translation")
PARAGRAPH_OF = define("paragraph-of", "{document}, paragraph {number}")
MADE_THERE = define("made-there", "{place} {made}")
