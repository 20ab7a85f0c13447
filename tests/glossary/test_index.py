"""The index of terms, asked by several threads at once."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from translate_flow.glossary.index import TermIndex, stemmed
from translate_flow.model import Term

VERBS = ["denunciaron", "exigimos", "terruqueando", "allanaron", "criminalizaba", "reprimieron"]


def test_threads_that_stem_at_once_get_the_stems_of_their_own_words() -> None:
    alone = stemmed.__wrapped__
    right = {word: alone(word) for word in VERBS}
    assert right["terruqueando"] == alone("terruqueó")

    def stems(_: int) -> bool:
        return all(alone(word) == right[word] for _ in range(150) for word in VERBS)

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # threads take turns in the middle of a word
    try:
        with ThreadPoolExecutor(4) as threads:
            assert all(threads.map(stems, range(4)))
    finally:
        sys.setswitchinterval(before)


def test_where_there_is_nothing_the_answer_is_an_empty_list() -> None:
    index = TermIndex([Term("Red Muqui", "")])
    assert TermIndex([]).search("La Red Muqui habla.") == []
    assert index.search("") == [] and index.search("Nadie habla.") == []
    assert [match.form for match, _ in index.search("La Red Muqui habla.")] == ["Red Muqui"]
