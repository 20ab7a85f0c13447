"""The questions that lookups and searches put to the database, in SQL."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from ...memory import StoredPair
from ...memory.queries import COMMON, COMMON_TAKEN, FEW
from ...memory.storage import FoundUnit, MemoryCount, Occurrence

_COLUMNS = (
    "SELECT u.id, u.source, u.target, u.rank, coalesce(p.document, ''), coalesce(p.key, ''), coalesce(p.person, ''),"
    " coalesce(p.at, ''), u.parent IS NOT NULL, u.before, u.after"
    # Not coalesce: below row security it would keep PostgreSQL from using the index.
    " FROM memory_unit u JOIN memory_unit p ON p.id = CASE WHEN u.parent IS NULL THEN u.id ELSE u.parent END WHERE "
)
_BEST_FIRST = " ORDER BY u.rank DESC, u.id DESC LIMIT %s"
_LOOKED_AT = 2_000
"""Units with the words of a search that are looked at for its phrases."""
_AT_A_TIME = 500
"""Units that an export takes from the server at a time."""
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_MARKS = re.compile("[\u0300-\u036f]")


class ShownCircles(NamedTuple):
    """Whose units alone are there for whoever asks."""

    circles: list[int]
    """Ids of circles."""
    files: list[int] | None = None
    """Ids of files, which are of these circles; None for all of theirs."""


def of_files(connection: Any, paths: list[str]) -> ShownCircles:
    """These files' units."""
    rows = connection.execute("SELECT id, circle FROM memory_file WHERE path = ANY(%s)", (paths,)).fetchall()
    return ShownCircles(sorted({circle for _, circle in rows}), [file for file, _ in rows])


def begun(connection: Any, who: str, names: Collection[str] | None) -> ShownCircles:
    """Say who asks until the transaction ends; the circles that they may see, of these names if any are given."""
    asked = (who, None if names is None else sorted(names))
    return ShownCircles(*connection.execute("SELECT memory_asked(%s, %s::text[])", asked).fetchone())


def _where(shown: ShownCircles) -> tuple[str, tuple[Any, ...]]:
    """The condition that a unit `u` is shown, and its values."""
    where = " AND u.circle = ANY(%s::int[])"
    if shown.files is None:
        return where, (shown.circles,)
    return f"{where} AND u.file = ANY(%s::int[])", shown


def known(connection: Any, language: str, shown: ShownCircles) -> bool:
    """Whether there is any unit in that language."""
    where, more = _where(shown)
    sql = f"SELECT 1 FROM memory_unit u WHERE u.language = %s{where} LIMIT 1"
    return connection.execute(sql, (language, *more)).fetchone() is not None


def same(
    connection: Any, number: int, source: str, language: str, most: int, shown: ShownCircles
) -> list[FoundUnit]:
    """Units and sentences with that source and its hash."""
    where, more = _where(shown)
    where = "u.hash = %s AND u.language = %s AND u.source = %s" + where
    return _found(connection, where + _BEST_FIRST, (number, language, source, *more, most))


def shaped(connection: Any, shape: int, language: str, most: int, shown: ShownCircles) -> list[FoundUnit]:
    """Units and sentences of that shape."""
    where, more = _where(shown)
    where = "u.shape = %s AND u.language = %s" + where
    return _found(connection, where + _BEST_FIRST, (shape, language, *more, most))


def units(connection: Any, numbers: Sequence[int], shown: ShownCircles) -> list[FoundUnit]:
    """Units by their ids."""
    where, more = _where(shown)
    return _found(connection, "u.id = ANY(%s::bigint[])" + where, (list(numbers), *more))


def _found(connection: Any, rest: str, values: Sequence[Any]) -> list[FoundUnit]:
    return [FoundUnit(*row) for row in connection.execute(_COLUMNS + rest, values)]


def alike(connection: Any, features: Sequence[int], most: int, shown: ShownCircles) -> list[tuple[int, str]]:
    """Units that share most of the features, with their codes.

    A feature that many units of one circle share counts as common there, whatever others have.
    """
    rows = _most_shared(connection, features, most, shown, rare=True)
    if len(rows) < min(FEW, most):
        rows = _most_shared(connection, features, most, shown, rare=False)
    return [(number, bytes(code).decode("utf-16-le")) for number, code in rows]


def _most_shared(
    connection: Any, features: Sequence[int], most: int, shown: ShownCircles, *, rare: bool
) -> list[Any]:
    posting = "SELECT unit FROM memory_posting p WHERE p.circle = c.id AND p.feature = f.feature"
    more: tuple[Any, ...] = ()
    if shown.files is not None:
        posting += " AND (SELECT u.file FROM memory_unit u WHERE u.id = p.unit) = ANY(%s::int[])"
        more = (shown.files,)
    # Of a rare feature one more than may be: then it is not rare.
    taken = COMMON + 1 if rare else COMMON_TAKEN
    enough = f" WHERE cardinality(l.units) <= {COMMON}" if rare else ""
    sql = (
        "SELECT t.unit, k.code FROM ("
        f" SELECT n.unit, count(*) AS shared FROM unnest(%s::int[]) AS c (id) CROSS JOIN unnest(%s::int[]) AS f (feature)"
        f" CROSS JOIN LATERAL (SELECT array_agg(s.unit) AS units FROM ({posting} LIMIT {taken}) s) l"
        f" CROSS JOIN LATERAL unnest(l.units) AS n (unit){enough}"
        " GROUP BY n.unit ORDER BY shared DESC, n.unit DESC LIMIT %s"
        ") t JOIN memory_code k ON k.unit = t.unit ORDER BY t.shared DESC, t.unit DESC"
    )
    found: list[Any] = connection.execute(sql, (shown.circles, list(features), *more, most)).fetchall()
    return found


def containing(
    connection: Any, phrases: Sequence[str], language: str, side: str, most: int, shown: ShownCircles
) -> list[Occurrence]:
    """Units with all the phrases: PostgreSQL finds those with their words, and here it is seen where they are."""
    wanted = [(words, phrase.endswith("*")) for phrase in phrases if (words := _words(phrase))]
    if not wanted:
        return []
    query = " & ".join(
        "(" + " <-> ".join(f"'{word}'" for word in words) + (":*" if open_end else "") + ")"
        for words, open_end in wanted
    )
    rows = connection.execute(
        "SELECT u.id, u.source, u.target, u.rank, coalesce(u.document, ''), coalesce(u.key, ''),"
        " coalesce(u.person, ''), coalesce(u.at, '')"
        " FROM memory_with_words(%s::tsquery, %s, %s, %s::int[], %s::int[]) u ORDER BY u.rank DESC, u.id",
        (query, language, _LOOKED_AT, *shown),
    )
    found: list[Occurrence] = []
    for row in rows:
        place = _occurrence(FoundUnit(*row), wanted, side)
        if place is not None:
            found.append(place)
            if len(found) == most:
                break
    return found


def _occurrence(unit: FoundUnit, wanted: list[tuple[list[str], bool]], side: str) -> Occurrence | None:
    """Where a unit has all the phrases; None if it lacks one."""
    left = [_places(unit.source, *one) if side != "target" else [] for one in wanted]
    right = [_places(unit.target, *one) if side != "source" else [] for one in wanted]
    if not all(a or b for a, b in zip(left, right, strict=True)):
        return None
    return Occurrence(unit, _all(left), _all(right))


def _all(found: list[list[tuple[int, int]]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted({span for spans in found for span in spans}))


def _places(text: str, words: list[str], open_end: bool) -> list[tuple[int, int]]:
    """First character and end of each place of a phrase."""
    there = [(_plain(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]
    found = []
    for first in range(len(there) - len(words) + 1):
        part = [word for word, _, _ in there[first : first + len(words)]]
        ends = part[-1].startswith(words[-1]) if open_end else part[-1] == words[-1]
        if ends and part[:-1] == words[:-1]:
            found.append((there[first][1], there[first + len(words) - 1][2]))
    return found


def _words(phrase: str) -> list[str]:
    return [_plain(m[0]) for m in _WORD.finditer(phrase)]


def _plain(word: str) -> str:
    """As `memory_words` in the schema has it."""
    return _MARKS.sub("", unicodedata.normalize("NFD", word).lower())


def circles(connection: Any) -> list[str]:
    """Names of the circles but the open one."""
    rows = connection.execute("SELECT name FROM memory_circle WHERE name <> '' ORDER BY name COLLATE \"C\"")
    return [name for (name,) in rows]


def files(connection: Any) -> dict[str, str]:
    """Path and stamp of each file."""
    return dict(connection.execute("SELECT path, stamp FROM memory_file").fetchall())


def counts(connection: Any) -> list[MemoryCount]:
    """What is there, by language."""
    whole = "count(*) FILTER (WHERE parent IS NULL"
    rows = connection.execute(
        f"SELECT language, {whole}), count(*) FILTER (WHERE parent IS NOT NULL),"
        f" {whole} AND rank = 2), {whole} AND rank = 1), {whole} AND rank = 0),"
        " count(DISTINCT document), count(DISTINCT nullif(person, '')),"
        " coalesce(min(nullif(at, '')), ''), coalesce(max(nullif(at, '')), '')"
        ' FROM memory_unit GROUP BY language ORDER BY language COLLATE "C"'
    )
    return [MemoryCount(*row) for row in rows]


def pairs(connection: Any, language: str) -> Iterator[StoredPair]:
    """All units in one language, in order; in a transaction."""
    near = "(SELECT p.source FROM memory_unit p WHERE p.hash = u.{} LIMIT 1)"
    with connection.cursor("memory_pairs") as cursor:
        cursor.itersize = _AT_A_TIME
        cursor.execute(
            "SELECT u.source, u.target, u.rank, u.key, u.document, u.person, u.at, u.extras,"
            f" u.before, {near.format('before')}, u.after, {near.format('after')}"
            " FROM memory_unit u WHERE u.language = %s AND u.parent IS NULL ORDER BY u.file, u.place",
            (language,),
        )
        for source, target, rank, key, document, person, at, extras, *around in cursor:
            previous, following = ("" if n == 0 else text or n for n, text in (around[:2], around[2:]))
            yield StoredPair(
                source, target, language, rank, key, document, person, at, previous, following, extras
            )
