"""The languages that the program speaks, and which of them a reader gets.

Imports nothing, for `translate-flow --help` needs it before anything else is loaded.
"""

LANGUAGES = {"en": "English", "es": "Español"}
"""Tag and own name of each language the program speaks."""


def chosen(tag: str) -> str:
    """The language of the program that serves a reader of `tag` (`es_PE.UTF-8`, `es-419`, `C`)."""
    primary = tag.replace("_", "-").split("-")[0].split(".")[0].lower()
    return primary if primary in LANGUAGES else "en"
