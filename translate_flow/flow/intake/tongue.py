"""Whether a new statement is in the language the workspace translates from."""

from __future__ import annotations

from ...errors import UsageError
from ...language.detect import language_of, own_words
from ...language.words import WORD
from ...markup.inline import plain
from ...messages import Message
from ...model import Document
from ...workspace import Workspace
from . import messages as said

_ENOUGH = 20_000
"""Characters by which a language is recognised."""
_SHORTEST = 200
"""Characters of a text whose language is asked about; a heading and a list of names tell too little."""

_TELLING = 5
"""Different small words that tell a language: a word that many paragraphs repeat is one."""


class OtherLanguage(UsageError):
    """A file that looks like another language than the workspace's; a person may know better."""


def other_language(workspace: Workspace, name: str, document: Document, file: str) -> Message | None:
    """What to ask about a statement that looks like another language; None for one that does not, or is known."""
    languages = workspace.settings.languages
    if any(workspace.catalogue_path(name, target).exists() for target in languages.targets):
        return None
    text = ""
    for segment in document.segments:
        text += plain(segment.text) + "\n"
        if len(text) > _ENOUGH:
            break
    source = languages.source.split("-")[0]
    found = language_of(text) if len(text) >= _SHORTEST else ""
    if not found or found == source or not _plainly(text, found, source):
        return None
    targets = {target.split("-")[0] for target in languages.targets}
    ask = said.LOOKS_LIKE_TARGET if found in targets else said.LOOKS_LIKE
    return ask(file=file, language=_name(found), own=_name(source))


def is_untranslated(document: Document, source: str, language: str) -> bool:
    """Whether what should be a translation is plainly in the source's own language."""
    own, other = source.split("-")[0], language.split("-")[0]
    text = "\n".join(plain(segment.text) for segment in document.segments)[:_ENOUGH]
    return own != other and language_of(text, (own, other)) == own and _plainly(text, own, other)


def _plainly(text: str, found: str, source: str) -> bool:
    """Whether the text has several small words that only that language has, and hardly any of the source's own."""
    words = {word.lower() for word in WORD.findall(text)}
    theirs, ours = words & own_words(found, source), words & own_words(source, found)
    return len(theirs) >= _TELLING and len(theirs) > 2 * len(ours)


def _name(tag: str) -> Message | str:
    return said.LANGUAGES[tag]() if tag in said.LANGUAGES else tag
