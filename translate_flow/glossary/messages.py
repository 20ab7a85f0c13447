"""What is said about glossary files."""

from __future__ import annotations

from ..messages import Message, Table

define = Table("glossary")

AT_COLUMN = define("at-column", "{file}, row {row}, column {column}: {problem}")
AT_ROW = define("at-row", "{file}, row {row}: {problem}")
CANNOT_BE_READ = define("cannot-be-read", "{file}: cannot be read: {cause}")

NO_COLUMN_ES = define("no-column-es", "{file}, row {row}: the column es is missing; the header is {header}")
NO_COLUMN_ES_NEAR = define(
    "no-column-es-near",
    "{file}, row {row}: the column es is missing (did you mean es by '{near}'?); the header is {header}",
)
COLUMN_TWICE = define("column-twice", "'{name}' appears twice in the header")
UNKNOWN_COLUMN_NEAR = define("unknown-column-near", "unknown column '{name}'; did you mean {near}?")
UNKNOWN_COLUMN = define(
    "unknown-column",
    "unknown column '{name}'; known columns: {known}; for French also fr, gloss_fr, forbidden_fr, article_fr",
)
NO_TRANSLATION = define(
    "no-translation", "'{term}' has policy translate but no translation; add one, or set policy to keep"
)
NO_GLOSS = define("no-gloss", "'{term}' has policy gloss but no gloss_en; add one, or set policy to keep")
UNKNOWN_VALUE = define("unknown-value", "'{value}' is unknown; write {one} or {other}, or leave it empty")
NO_TERM = define("no-term", "empty; every row needs a term here")
FUNCTION_WORD = define(
    "function-word", "'{term}' is a function word and would be found everywhere; delete the row"
)
NO_LETTER = define("no-letter", "'{term}' has no letter")
UNKNOWN_POLICY_NEAR = define("unknown-policy-near", "unknown policy '{value}'; did you mean {near}?")
UNKNOWN_POLICY = define("unknown-policy", "unknown policy '{value}'; known policies: {known}")

NO_TRANSLATION_YET = define("no-translation-yet", "'{term}' has no translation that somebody has confirmed")
UNCLOSED = define(
    "unclosed",
    "a quotation mark is opened here and never closed; close it, or delete it: the rows below are read without it",
)
SPOILT_TERM = define(
    "spoilt-term",
    "“{seen}” is what becomes of “{meant}” when UTF-8 is read as another encoding; export the glossary again as UTF-8",
)
NO_SOURCE = define("no-source", "no term in {language}")
OTHER_LANGUAGES = define("other-languages", "a pair of other languages ({source}, {target})")
NO_TEXT = define("no-text", "{problem}")
EMPTY_TABLE = define("empty-table", "{file}: has no rows; nothing was imported")
NO_COLUMNS = define(
    "no-columns",
    "{file}: no columns for {source} and {target} were found ({columns}); say what the columns are with "
    "--columns {source},{target},note",
)
ONLY_FORBIDDEN = define(
    "only-forbidden", "'{term}' has only renderings that must not be used, and none that may"
)
HAS_BAR = define("has-bar", "'{term}' contains |, which separates renderings; write the entry by hand")

NO_SUCH_ROW = define("no-such-row", "{file}: no row has '{term}' in its column es")
NO_SUCH_COLUMN = define(
    "no-such-column",
    "{file}: has no column {column}; add it to the header line, or write to another file with --file",
)
NO_HEADER = define("no-header", "{file}: the file is empty; it needs a header line: {header}")
QUOTE_OPEN = define(
    "quote-open", 'a value begins with " and never ends; close it, or write "" for a quote inside'
)
CSV_FAULT = define(
    "csv-fault",
    '{cause}; put values with quotes or delimiters between " and write "" for a quote inside',
)
NOT_UTF_8_CSV = define(
    "not-utf-8-csv", "byte {place} is not UTF-8; save the file as UTF-8 (CSV UTF-8 in Excel)"
)
NULL_BYTE = define("null-byte", "a null byte; not a text file")
TOO_MANY_VALUES = define(
    "too-many-values",
    '{n} values for {width} columns; put a value that contains the delimiter between "',
)
TERM_TWICE = define("term-twice", "'{term}' is already in row {row}; delete one of them")
TERM_CONTRADICTS = define(
    "term-contradicts", "'{term}' contradicts row {row} ({there} there, {here} here); choose one"
)
VARIANT_TAKEN = define("variant-taken", "'{variant}' already is a variant of '{term}' in row {row}")

CANNOT_BE_IMPORTED = define(
    "cannot-be-imported", "{file}: not a glossary that can be imported; known formats: {known}"
)
CANNOT_BE_EXPORTED = define(
    "cannot-be-exported", "{extension}: not a format to export to; known formats: {known}"
)
NOT_UTF_8 = define("not-utf-8", "byte {place} is not UTF-8; save the file as UTF-8")
NO_TAB = define("no-tab", "no tab; each line has source, target and comment between tabs")
NOT_PO = define("not-po", "{file}: not a PO file that can be read: {cause}")
NOT_XML = define("not-xml", "not well-formed XML: {cause}")
NOT_TBX = define("not-tbx", "{file}: not TBX; its root is {root}, not martif or tbx")
NEEDS_TOOLKIT = define(
    "needs-toolkit", "{file}: needs Translate Toolkit; install it with: pip install 'translate-flow[tbx]'"
)

KIND = {
    "organisation": define("kind-organisation", "organisation"),
    "name": define("kind-name", "name"),
    "person": define("kind-person", "person"),
    "country": define("kind-country", "country"),
    "region": define("kind-region", "region"),
    "department": define("kind-department", "department"),
    "province": define("kind-province", "province"),
    "district": define("kind-district", "district"),
    "city": define("kind-city", "city"),
    "town": define("kind-town", "town"),
    "place": define("kind-place", "place"),
    "river": define("kind-river", "river"),
    "body": define("kind-body", "body"),
    "institution": define("kind-institution", "institution"),
    "party": define("kind-party", "party"),
    "company": define("kind-company", "company"),
    "movement": define("kind-movement", "movement"),
    "office": define("kind-office", "office"),
    "law": define("kind-law", "law"),
    "treaty": define("kind-treaty", "treaty"),
    "term": define("kind-term", "term"),
    "event": define("kind-event", "event"),
    "role": define("kind-role", "role"),
    "people": define("kind-people", "people"),
    "verb": define("kind-verb", "verb"),
}
"""Kind of a term → its name. The column is free: another kind is called what its row says."""


def kind_name(kind: str) -> Message | str:
    """What a kind of term is called."""
    return KIND[kind]() if kind in KIND else kind
