"""What is done statement by statement: one that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from ...errors import TranslateFlowError, UsageError
from .messages import DONE_BEFORE

Made = TypeVar("Made")
Errors = list[TranslateFlowError]
"""Why statements were left out, one error each."""


def each(names: Iterable[str], do: Callable[[str], Made], errors: Errors | None) -> list[Made]:
    """What `do` makes of each statement.

    Where it cannot (source gone, catalogue damaged), the error is added to `errors` and the next
    one has its turn; without `errors` it is raised. A UsageError is about the request and always is.
    """
    made = []
    for name in names:
        try:
            made.append(do(name))
        except UsageError:
            raise
        except TranslateFlowError as error:
            if errors is None:
                raise
            errors.append(error)
    return made


@contextmanager
def accounted(done: Iterable[str]) -> Iterator[None]:
    """Have an error say what the command had already done before it, and what therefore is in."""
    try:
        yield
    except UsageError:
        raise
    except TranslateFlowError as error:
        before = list(done)
        if not before:
            raise
        raise type(error)(DONE_BEFORE(error=error.message, done=tuple(before))) from error
