"""What is said about other packages that cannot be used."""

from __future__ import annotations

from ..messages import Table

define = Table("plugins")

PACKAGE = define("package", "package {package} ({family} {name})")
NOT_LOADED = define("not-loaded", "{who}: cannot be loaded ({cause}); install it again or remove it")
NOT_USABLE = define("not-usable", "{who}: {member} cannot be used ({cause}); remove the package")
OF_ANOTHER_KIND = define(
    "of-another-kind", "{who}: {member} is not one of the {family}, but a {kind}; remove the package"
)
FAILED = define("failed", "{who}: failed ({cause}); report it to its makers, or remove the package")
ANSWER_NOT_TEXT = define("answer-not-text", "{who}: answered with a {kind}, not a text")
NOT_INSTALLED = define("not-installed", "{package}: is not installed here")
NO_ENTRY_POINT = define("no-entry-point", "{package}: has no entry point in {groups}")
