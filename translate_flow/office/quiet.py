"""Formatting that nobody sees, such as the letter spacing a PDF converter writes: it parts no word.

Properties whose name begins with `QUIET` are kept where the whole text has them, so that a letter-spaced
title stays one; where a text has several values of one, all of it gets the most frequent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .spans import Span

QUIET = "~"
"""Begins the name of a property that does not part a text."""


def settle(spans: Sequence[Span]) -> None:
    """Give all texts of a paragraph the same value of each quiet property: what most characters have."""
    if len(spans) < 2 or not any(span.props for span in spans):
        return
    texts = [span for span in spans if span.thing is None and span.text]
    names = {key for span in texts for key in span.props if key[0] == QUIET}
    for name in sorted(names):
        values: Counter[str | None] = Counter()
        for span in texts:
            # A text that says it louder has no part in the vote, nor is it touched.
            if name[1:] not in span.props:
                values[span.props.get(name)] += len(span.text)
        if len(values) < 2:
            continue
        chosen = values.most_common(1)[0][0]
        for span in texts:
            if name[1:] in span.props or span.props.get(name) == chosen:
                continue
            props = {key: value for key, value in span.props.items() if key != name}
            span.props = props if chosen is None else {**props, name: chosen}
