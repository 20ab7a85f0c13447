"""Terms nobody listed: proposed, taken into the glossary, or dismissed; and spellings compared."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from ...errors import GlossaryError, UsageError
from ...files.disk import write_atomically
from ...files.lock import locked
from ...files.messages import CANNOT_BE_READ
from ...files.messages import cause as because
from ...glossary import Glossary
from ...messages import nearest
from ...model import Edition
from ...workspace import SETTINGS, Workspace
from ...workspace.access import present
from ...workspace.messages import NOT_UTF_8
from ..statement.messages import NO_SUCH_STATEMENT
from ..statement.terms import glossary_for
from ..statement.work import Work
from . import messages as said
from .glossary import WrittenRow, place, with_article, write

if TYPE_CHECKING:
    from ...term_extraction import Spelling, Suggestion

NOT_TERMS = "not-terms.txt"
"""File in `glossary/` that lists what is not a term, one a line."""


def suggest(workspace: Workspace, names: Sequence[str], language: str) -> list[Suggestion]:
    """Proposals from the statements named, the most useful first; dismissed ones left out."""
    from ...term_extraction import suggest as run

    editions, glossary = _editions(workspace, names, language)
    return run(editions, glossary, dismissed(workspace))


Kept = dict[tuple[str, str], tuple[object, "list[Suggestion]"]]
"""Proposals by language and statement (none: all of them), with the state of the files they were made of."""


def suggest_again(workspace: Workspace, language: str, name: str, kept: Kept) -> list[Suggestion]:
    """The same of one statement, or without `name` of all that may be seen: read anew only if a file changed since.

    Raises UsageError for a statement that may not be seen, also where its proposals are kept for others.
    """
    if name and not present().sees(name, language):
        raise UsageError(NO_SUCH_STATEMENT(name=name, language=language))
    names = [name] if name else workspace.catalogued(language)
    state = (tuple(names), _state(workspace, names, language))
    before = kept.get((language, name))
    if before is None or before[0] != state:
        kept[language, name] = before = state, suggest(workspace, names, language) if names else []
    return list(before[1])


def _state(workspace: Workspace, names: Sequence[str], language: str) -> tuple[tuple[str, int, int], ...]:
    """Path, time and size of every file that proposals depend on."""
    files = [workspace.root / SETTINGS, *(workspace.root / "glossary").glob("*")]
    for name in names:
        source = workspace.has_source(name)
        own = workspace.statements / f"{name}.glossary.csv"
        files += [workspace.catalogue_path(name, language), workspace.journal_path(name, language), own]
        files += [source] if source is not None else []
    found = []
    for file in files:
        with suppress(OSError):
            seen = file.stat()
            found.append((str(file), seen.st_mtime_ns, seen.st_size))
    return tuple(sorted(found))


def variants(
    workspace: Workspace, names: Sequence[str], language: str, name: str = ""
) -> list[list[Spelling]]:
    """Groups of spellings of one name in the statements."""
    from ...term_extraction import variants as run

    editions, glossary = _editions(workspace, names, language)
    return run(editions, glossary, name)


def _editions(workspace: Workspace, names: Sequence[str], language: str) -> tuple[list[Edition], Glossary]:
    """The statements with the glossary common to all; of several their own files don't count."""
    own = names[0] if len(names) == 1 else None
    glossary = glossary_for(workspace, own, language)
    return [Work.open(workspace, name, language).edition() for name in names], glossary


def take(
    workspace: Workspace,
    suggestions: Sequence[Suggestion],
    wanted: Sequence[str],
    language: str,
    *,
    file: str | None = None,
    statement: str | None = None,
) -> list[WrittenRow]:
    """Write rows for the proposals named, `TERM` (or part of it) or `TERM=TRANSLATION`.

    Raises UsageError for one that was not proposed, or that needs a translation; all are looked
    at before the first is written.
    """
    from ...term_extraction import Reason

    ready = []
    for word in wanted:
        es, _, en = word.partition("=")
        chosen = _proposed(suggestions, es)
        if not chosen.ready and not en.strip():
            raise UsageError(said.NEEDS_TRANSLATION(word=es, term=chosen.es))
        if chosen.listed is not None and not en.strip() and chosen.reason is Reason.TWO_RENDERINGS:
            raise UsageError(said.DECIDE(word=es, place=place(workspace, chosen.listed), term=chosen.es))
        term = chosen.term(en.strip())
        ready.append((chosen, term if chosen.listed else with_article(term)))
    return [
        write(workspace, term, language, file=file, statement=statement, overwrite=chosen.listed is not None)
        for chosen, term in ready
    ]


def take_names(
    workspace: Workspace,
    suggestions: Sequence[Suggestion],
    language: str,
    *,
    least: int = 1,
    file: str | None = None,
    statement: str | None = None,
) -> list[WrittenRow]:
    """Write a row for each name that shows itself in the sources `least` times or more: kept, its kind guessed.

    They are the names that drafts leave as they are without a row. Raises UsageError for a file that cannot be used.
    """
    return [
        write(workspace, with_article(one.term()), language, file=file, statement=statement)
        for one in suggestions
        if one.shown and one.count >= least
    ]


def _proposed(suggestions: Sequence[Suggestion], es: str) -> Suggestion:
    from ...term_extraction import squashed

    entry = squashed(es)
    exact = [s for s in suggestions if squashed(s.es) == entry]
    found = exact or [s for s in suggestions if entry and entry in squashed(s.es)]
    if len(found) != 1:
        known = [s.es for s in suggestions]
        if not found:
            raise UsageError(said.NOT_PROPOSED(word=es, nearest=nearest(es, known)))
        raise UsageError(said.PART_OF_MANY(word=es, n=len(found)))
    return found[0]


def dismissed(workspace: Workspace) -> list[str]:
    """What somebody said is not a term."""
    path = workspace.root / "glossary" / NOT_TERMS
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        raise GlossaryError(NOT_UTF_8(file=workspace.relative(path), place=error.start)) from error
    except OSError as error:
        raise GlossaryError(CANNOT_BE_READ(file=workspace.relative(path), cause=because(error))) from error
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def dismiss(workspace: Workspace, words: Sequence[str]) -> list[str]:
    """Put words on the list of what is not a term, sorted, comments kept at the top; returns the new ones."""
    from ...term_extraction import squashed

    path = workspace.root / "glossary" / NOT_TERMS
    with locked(workspace.cache):
        there = dismissed(workspace)
        known = {squashed(t) for t in there}
        fresh = {squashed(w): " ".join(w.split()) for w in reversed(words) if squashed(w)}
        new = [word for entry, word in reversed(fresh.items()) if entry not in known]
        comments = (
            [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
            if path.exists()
            else ["# Not terms: `glossary suggest` does not propose these again. One a line."]
        )
        if new:
            lines = [*comments, *sorted(dict.fromkeys([*there, *new]))]
            write_atomically(path, ("\n".join(lines) + "\n").encode())
    return new
