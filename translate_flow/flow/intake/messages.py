"""What is said about statements on their way in: from files, standard input, pages, uploads."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.intake")

SAME_LANGUAGE = define(
    "same-language",
    "--to: {tag} is the language of the statements; write the one to translate into, such as en",
)
WORKSPACE_THERE = define("workspace-there", "{file}: there is a workspace here already")
IS_A_FILE = define("is-a-file", "{file}: is a file; name a folder")

ONE_NAME = define("one-name", "--name names one statement, and there are {n}")
NAME_NOT_UTF_8 = define(
    "name-not-utf-8",
    "{file}: not read; its name is not UTF-8, as in archives from old systems; rename the file",
)
NAME_WITH_CONTROL = define(
    "name-with-control",
    "{file}: not read; its name has a line break or another control character; rename the file",
)
UNFINISHED = define("unfinished", "{file}: not read; its name is that of a backup or an unfinished file")
NAME_WITHOUT_LANGUAGE = define(
    "name-without-language", "{file}: not read; its name does not say its language ({tag})"
)
LINK_OUTSIDE = define("link-outside", "{file}: not read; it is a link that leads outside the workspace")
NO_STATEMENT = define(
    "no-statement", "{folder}: contains no statement; put a statement such as {example} there"
)
WHAT_NAME = define("what-name", "name the statement on standard input with --name")
UNKNOWN_FORMAT = define("unknown-format", "--format {format}: unknown format; use one of {known}")
NOT_ONLINE = define(
    "not-online",
    "{address}: this workspace does not read from the internet; set online_reading = true under [privacy] in "
    "{file}, or save the page into statements/",
)
PLAIN_NAME = define("plain-name", "--name {name}: give a plain name, such as 2023-03-03-carta")
ANOTHER_TEXT = define(
    "another-text",
    "{file}: is there already, and is another text; give --replace to read this as its new version, or another "
    "--name",
)
NO_ARTICLE = define(
    "no-article", "--main: only web pages have other matter around their article; leave it out"
)
SAME_NAME = define("same-name", "{file}: has the same statement name as {other}; rename one of them")
SAME_NAME_CHOOSE = define(
    "same-name-choose", "{file}: has the same statement name as {other}; choose another --name"
)
SAME_NAME_RENAME = define("same-name-rename", "{file}: has the same statement name as {other}; rename it")
SAY_LANGUAGE = define("say-language", "{file}: its name does not say its language; rename it to {better}")

TOO_MANY_BYTES = define("too-many-bytes", "{file}: has {n} bytes; the limit is {limit}")
OTHER_TEXT_THERE = define("other-text-there", "{file}: there is a statement of that name with other text")
NAME_OF_LETTERS = define("name-of-letters", "{file}: give the file a name of letters and digits")
TOO_LONG = define("too-long", "{file}: takes too long to read (more than {seconds} s); split it")
TOO_MUCH = define(
    "too-much",
    "{file}: takes too much time or memory to read, or was made to cause harm; it was not read",
)
TOO_MUCH_MEMORY = define("too-much-memory", "{file}: takes too much memory to read; split it")

LARGER_THAN = define("larger-than", "{address}: is larger than {size} MB")
NOT_COMPLETE_WITHIN = define(
    "not-complete-within", "{address}: did not arrive completely within {seconds} seconds; try again"
)
NOT_COMPLETE = define("not-complete", "{address}: did not arrive completely; try again")
SERVER_ANSWERED = define("server-answered", "{address}: the server answered {answer}")
NOT_REACHED = define("not-reached", "{address}: cannot be reached: {cause}")
LEADS_TO = define("leads-to", "it leads to {scheme}:, which is not followed")
PAGE_EMPTY = define("page-empty", "{address}: the page is empty")
NOT_UNPACKED = define("not-unpacked", "{address}: is compressed with {packed}, which cannot be read")
PDF = define("pdf", "{address}: is a PDF; ask for the file it was made from, or copy its text into a .txt")
OLD_WORD = define("old-word", "{address}: is an old Word file; save it as .docx")

LANGUAGES = {
    "ca": define("language-ca", "Catalan"),
    "de": define("language-de", "German"),
    "en": define("language-en", "English"),
    "es": define("language-es", "Spanish"),
    "fr": define("language-fr", "French"),
    "it": define("language-it", "Italian"),
    "pt": define("language-pt", "Portuguese"),
    "qu": define("language-qu", "Quechua"),
}
"""Languages that can be determined by their words."""
LOOKS_LIKE_TARGET = define(
    "looks-like-target",
    "{file}: appears to be {language}, not {own}; if it is the translation of a statement, use align "
    "STATEMENT {file}; --anyway adds it as a statement",
)
LOOKS_LIKE = define(
    "looks-like", "{file}: appears to be {language}, not {own}; --anyway adds it as a statement nevertheless"
)
NAME_IN_USE = define("name-in-use", "{file}: this name cannot be used here; give the file another")
