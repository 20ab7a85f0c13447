"""What is said about rows of the glossary, proposed, written, imported and exported."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.terms")

FILE_IN_GLOSSARY = define("file-in-glossary", "--file {file}: name a file in glossary/, such as names.csv")
BAR_IN_TERM = define(
    "bar-in-term",
    "{term}: a term has one form, and | separates several; add the first form, and the others with --variant",
)
THERE_ALREADY = define(
    "there-already",
    "{place}: has '{term}' already ({policy} '{target}'); change that row with --replace",
)
NOT_LISTED = define("not-listed", "{term}: is not in the glossary{nearest}")
ROW_SAYS = define("row-says", "{place}: '{target}'")
ROW_KEEPS = define("row-keeps", "{place}: kept as it is")
TWO_FILES = define("two-files", "'{term}' has different rows; the last one counts: {ways}")
ASKED_AND_FORBIDDEN = define("asked-and-forbidden", "{place}: '{term}' both requires and forbids '{form}'")
VARIANT_ELSEWHERE = define(
    "variant-elsewhere", "'{variant}' is a variant of '{term}', and '{other}' has it too ({there})"
)
ROW = define("row", "{file}, row {row}")
NOT_ADDED = define("not-added", "'{term}' was not added: {problem}")
NOT_A_GLOSSARY = define("not-a-glossary", "{file}: not a glossary that can be read; known formats: {known}")
NOT_AN_EXPORT = define("not-an-export", "{file}: not a format to export to; known formats: {known}")
NEEDS_TRANSLATION = define(
    "needs-translation",
    "--add {word}: needs a translation; write: --add '{term}=TRANSLATION'",
)
DECIDE = define(
    "decide",
    "--add {word}: is in the glossary ({place}); choose one translation: translate-flow glossary add "
    "'{term}' TRANSLATION --replace",
)
NOT_PROPOSED = define("not-proposed", "{word}: was not proposed{nearest}")
PART_OF_MANY = define("part-of-many", "{word}: is part of {n} proposals; write more of it")
NOT_YOUR_GLOSSARY = define(
    "not-your-glossary", "{language}: your role in the team does not include its glossary; ask a coordinator"
)
