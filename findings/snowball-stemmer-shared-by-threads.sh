#!/usr/bin/env bash
# snowballstemmer 3.0.1: one Spanish stemmer, used by several threads.
# One would expect: `stemWord` is a function of its word; four threads that ask one stemmer get what one thread gets.
# Seen: the stemmer keeps the word it is at in itself, so that threads get stems of each other's words, without an
# error, and now and then an IndexError from inside; nothing in its documentation says so. A stemmer for each thread
# gives every stem right. (Seen with threads that take turns often; rarer, the same happens at Python's usual pace.)
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'snowballstemmer==3.0.1'
seen=$("$dir/venv/bin/python" - <<'PYTHON'
import sys
import threading
import time

import snowballstemmer

WORDS = "denunciaron exigimos allanaron criminalizaba reprimieron asesinados movilizaciones comunidades".split()
shared = snowballstemmer.stemmer("spanish")
right = {word: shared.stemWord(word) for word in WORDS}
sys.setswitchinterval(1e-6)


def wrong(own: bool, end: float) -> bool:
    seen = []

    def ask() -> None:
        stemmer = snowballstemmer.stemmer("spanish") if own else shared
        while not seen and time.monotonic() < end:
            for word in WORDS:
                try:
                    if stemmer.stemWord(word) != right[word]:
                        seen.append(word)
                except IndexError:
                    pass

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return bool(seen)


print("shared: wrong stems" if wrong(False, time.monotonic() + 60) else "shared: all right")
print("one each: wrong stems" if wrong(True, time.monotonic() + 5) else "one each: all right")
PYTHON
)
printf '%s\n' "$seen"
[ "$seen" = "shared: wrong stems
one each: all right" ]
