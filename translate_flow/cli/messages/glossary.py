"""What the commands of the glossary say."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.glossary")

SPANISH = define("spanish", "Spanish")
TRANSLATION = define("translation", "translation")
POLICY = define("policy", "policy")
KIND = define("kind", "kind")
NEVER = define("never", "never")
TERMS = define("terms", "{n} terms", one="1 term", count="n")
ASTRAY = define("astray", "{file}: no statement has that name; name it after the source beside it")
IN_ORDER = define(
    "in-order", "{n} terms in {files} files, no errors", one="1 term in {files} files, no errors", count="n"
)
ADDED = define("added", "{file}: added {term} → {target} [{policy}]")
CHANGED = define("changed", "{file}: changed {term} → {target} [{policy}]")

REMOVED = define("removed", "{file}: removed {term}")
MEETS = define(
    "meets",
    "the term appears in {n} segments of {statements}",
    one="the term appears in 1 segment of {statements}",
    count="n",
)
AGAIN = define(
    "again",
    "{name}: {n} drafts would change; afterwards: {command}",
    one="{name}: 1 draft would change; afterwards: {command}",
    count="n",
)
AGAINST = define("against", "{name} {key}: confirmed, and says it differently: {text}")
NOT_READ = define("not-read", "{name}: could not be read")

# import, export
DIFFERS = define(
    "differs", "{file}, row {row}: '{term}' is '{ours}' here, but '{theirs}' in {other}, row {other_row}"
)
NEW_TERMS = define("new-terms", "{n} new terms", one="1 new term", count="n")
NEW_TERMS_INTO = define("new-terms-into", "{n} new terms in {file}", one="1 new term in {file}", count="n")
KNOWN = define("known", "{n} known", one="1 known", count="n")
DIFFER_CHANGED = define("differ-changed", "{n} different: changed", one="1 different: changed", count="n")
DIFFER_LEFT = define(
    "differ-left",
    "{n} different: left as they are here; --replace takes theirs",
    one="1 different: left as it is here; --replace takes theirs",
    count="n",
)
COLUMN = define("column", "{number} “{name}” as {role}")
COLUMNS_TAKEN = define(
    "columns-taken", "{file}: columns taken: {columns}; if that is wrong, say what they are with --columns"
)
LEFT_OUT = define("left-out", "left out: {why}")
UNUSABLE = define("unusable", "{n} rows left out", one="1 row left out", count="n")
WOULD_BE = define("would-be", "would be: {what}")
EXPORTED = define("exported", "{file}: {n} terms", one="{file}: 1 term", count="n")

# suggest
SHOWN = define("shown", "{n} suggestions", one="1 suggestion", count="n")
SHOWN_SOME = define(
    "shown-some", "{n} suggestions, {limit} shown", one="1 suggestion, {limit} shown", count="n"
)
WHAT_TO_DO = define("what-to-do", "{what}; add one with --add TERM, dismiss one with --not TERM")
NONE_UNLISTED = define("none-unlisted", "the glossary has all the names already")
NOT_TERM_ADDED = define("not-term-added", "glossary/not-terms.txt: added {word}")
NOT_TERM_KNOWN = define("not-term-known", "glossary/not-terms.txt: already there")
IN_GLOSSARY = define("in-glossary", "in the glossary")
STAYS = define("stays", "stays as it is")
STATEMENTS = define("statements", "{n} statements", one="1 statement", count="n")
CORRECTED = define(
    "corrected",
    "{was} corrected to “{now}” {n} times, {place}",
    one="{was} corrected to “{now}” once, {place}",
    count="n",
)
WAYS = define(
    "ways", "translated in {n} ways: {ways}, {place}", one="translated in one way: {ways}, {place}", count="n"
)
MET = define("met", "{reason}, {n} times, {place}", one="{reason}, once, {place}", count="n")
QUOTED = define("quoted", "“{text}”")
QUOTED_TIMES = define("quoted-times", "“{text}” {count}×")
REASON = {
    "in a list": define("reason-list", "in a list"),
    "acronym": define("reason-acronym", "acronym"),
    "name": define("reason-name", "name"),
    "phrase": define("reason-phrase", "phrase"),
}
"""Why a word was noticed."""

# variants
NAMES = define("names", "{n} names", one="1 name", count="n")
NAMES_SPELT = define(
    "names-spelt", "{n} names with several spellings", one="1 name with several spellings", count="n"
)
IN_SOURCES = define("in-sources", "{count}× in sources")
IN_TRANSLATIONS = define("in-translations", "{count}× in translations")
