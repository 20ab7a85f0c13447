"""What is said about front matter that cannot be read."""

from __future__ import annotations

from ..messages import Table

define = Table("frontmatter")

UNREADABLE = define(
    "unreadable", "the front matter cannot be read ({cause}); it and its title are left as they are"
)
AT_LINE = define("at-line", "line {n}: {problem}")
TOO_LONG = define("too-long", "longer than {n} characters")
TOO_DEEP = define("too-deep", "nested too deep")
TOO_DEEP_OR_LONG = define("too-deep-or-long", "nested too deep, or a number that is too long")
NOT_YAML = define("not-yaml", "not YAML")
BAD_CHARACTER = define("bad-character", "a character that YAML does not allow")
HALF_CHARACTER = define("half-character", "an escape that is only half of a character")
KEY_NOT_TEXT = define("key-not-text", "a key that is not text")
NO_COLON = define("no-colon", "no colon after a key")
NO_COMMA = define("no-comma", "no comma between two keys")
NO_BRACE = define("no-brace", "the closing brace is missing, or something follows it")
