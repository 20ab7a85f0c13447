"""What is said about the settings of a workspace."""

from __future__ import annotations

from ..messages import Table

define = Table("settings")

NOT_A_TAG = define("not-a-tag", "{place}: '{tag}' is not a language tag; write one such as en, fr or pt-BR")
USUAL_TAG = define("usual-tag", "{place}: write {usual} for {tag}")
NOT_TOML = define("not-toml", "{file}: not valid TOML: {cause}")
TOO_DEEP = define("too-deep", "{file}: nested too deeply to be settings; restore it from git")
UNKNOWN_SECTION = define("unknown-section", "{file}: unknown section [{section}]{nearest}")
UNKNOWN_KEY = define("unknown-key", "{place}: unknown key{nearest}")
ONE_OF = define("one-of", "{place}: write one of {values}")
PERCENTAGE = define("percentage", "{place}: write a percentage from {lowest} to {highest}")
NO_TARGETS = define("no-targets", '{place} targets: name at least one language, such as ["en"]')
LANGUAGE_TWICE = define("language-twice", "{place}: a language is named twice: {languages}")
NOT_A_SECTION = define("not-a-section", '{file}: [statements] {name}: write a section [statements."NAME"]')
NOT_A_LIST = define("not-a-list", '{place}: write a list of words, such as ["{example}"]')
WRITE_BOOLEAN = define("write-boolean", "{place}: write true or false")
WRITE_TEXT = define("write-text", "{place}: write a text in quotes")
WRITE_NUMBER = define("write-number", "{place}: write an integer")
UNMATCHED = define("unmatched", "{file}: {what} matches no statement{nearest}; correct it, or take it out")
CONFIDENTIAL_BY = define("confidential-by", "{place} in {file}")
