"""What to do about an error, in the words of the pages: a command's options help nobody there."""

from __future__ import annotations

from ...messages import Message, Value
from .messages import HERE


def as_here(message: Message) -> Message:
    """The message, and what it is made of, with remedies that the pages have where its own are of the command line."""
    values = {name: _part(value) for name, value in message.values.items()}
    said = HERE.get(message.id)
    if said is None:
        return Message(message.id, values)
    return said(**{slot: values[slot] for slot in said.slots})


def _part(value: Value) -> Value:
    if isinstance(value, Message):
        return as_here(value)
    return tuple(map(_part, value)) if isinstance(value, tuple) else value
