"""What is said about the translation memory and what it finds."""

from __future__ import annotations

from ..messages import Table

define = Table("memory")

CANNOT_BE_WRITTEN = define("cannot-be-written", "{folder}: cannot be written: {cause}")
CANNOT_BE_DELETED = define("cannot-be-deleted", "{file}: cannot be deleted: {cause}; delete it by hand")
CANNOT_BE_USED = define(
    "cannot-be-used",
    "{file}: cannot be used: {cause}; make the file and its folder writable, or delete the file, which is made again "
    "from the catalogues and memory/*.tmx",
)
CANNOT_BE_READ = define("cannot-be-read", "{file}: cannot be read: {cause}")
OTHER_SETTINGS = define("other-settings", "{file}: made for other settings")
NEWER = define(
    "newer",
    "{file}: made by a newer translate-flow; install that version, or delete the file, which is made again from the "
    "catalogues and memory/*.tmx",
)
DAMAGED = define("damaged", "{file}: damaged: {cause}")
BUSY = define("busy", "{file}: another translate-flow is filling it; try again when it has finished")

ENTITIES = define(
    "entities",
    "{file}:{line}: declares entities, which a translation memory does not need; "
    "remove the declarations if you trust the file",
)
NOT_TMX = define("not-tmx", "{file}: not a TMX file: it begins with <{name}>")
NOT_A_ROW = define(
    "not-a-row",
    "{file}:{line}: not a unit of a Wordfast memory; remove the line, or export the memory as TMX",
)
UNIT_TOO_LONG = define(
    "unit-too-long", "{file}:{line}: a unit of more than {n} characters; split or remove it"
)
NOT_XML = define("not-xml", "{file}:{line}: not well-formed XML ({cause}); fix the file, or export it again")
NOT_UTF_8 = define("not-utf-8", "{file}: {cause}; save the file as UTF-8")

OTHER_NEGATION = define("other-negation", "different negation: {before} → {now}")
OTHER_NUMBER = define("other-number", "different number: {before} → {now}")
OTHER_UNIT = define("other-unit", "different unit: {before} → {now}")
OTHER_DATE = define("other-date", "different date: {before} → {now}")
OTHER_NAME = define("other-name", "different name: {before} → {now}")
TURNED = define("turned", "the opposite: {before} → {now}")
OTHER_FORM = define("other-form", "said of others, or of another time: {before} → {now}")
NEGATION_ORDER = define("negation-order", "negations in a different order: {before} → {now}")
NUMBER_ORDER = define("number-order", "numbers in a different order: {before} → {now}")
UNIT_ORDER = define("unit-order", "units in a different order: {before} → {now}")
DATE_ORDER = define("date-order", "dates in a different order: {before} → {now}")
NAME_ORDER = define("name-order", "names in a different order: {before} → {now}")
NONE = define("none", "none")
MOVED = define("moved", "“{word}” has moved")
COUNTED_OTHERWISE = define("counted-otherwise", "counts something else: {before} → {now}")

ORIGIN = define("origin", "{document} {key} {made}")
ORIGIN_WITHOUT_KEY = define("origin-without-key", "{document} {made}")
MADE = define("made", "({how})")
MADE_ON = define("made-on", "({how}, {day})")
IMPORTED = define("imported", "imported")
TRANSLATED = define("translated", "translated")
APPROVED = define("approved", "approved")
IMPORTED_BY = define("imported-by", "imported by {person}")
TRANSLATED_BY = define("translated-by", "translated by {person}")
APPROVED_BY = define("approved-by", "approved by {person}")
