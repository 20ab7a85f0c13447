"""A file's units put into the database and taken out again, in a transaction that the caller holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ...memory import StoredPair
from ...memory.intake import KEPT, Filling, StorablePair, changes
from ...memory.words import STORED, features

_COMPARED = 50_000
"""Units of a file up to which what is there already is found out and left as it is."""
_MANY = 10_000
"""After so many new units the planner's figures are brought up to date."""
TABLES = ("memory_unit", "memory_code", "memory_posting", "memory_file", "memory_circle")
FUNCTIONS = ("memory_seen", "memory_asked", "memory_with_words", "memory_counted")
"""The tables' owner's, for whoever may ask."""
_COLUMNS = (
    "id, file, circle, place, parent, language, hash, shape, before, after, rank, source, target, key, document,"
    " person, at, extras"
)
_TYPES = (
    "bigint int int int bigint text bigint bigint bigint bigint smallint text text text text text text text"
)


def make(connection: Any, identity: str) -> None:
    """Empty, for these languages."""
    connection.execute("INSERT INTO memory_made (identity, next) VALUES ('', 1) ON CONFLICT DO NOTHING")
    # Another desk may have done it meanwhile.
    [found] = connection.execute("SELECT identity FROM memory_made FOR UPDATE").fetchone()
    if found != identity:
        connection.execute(f"TRUNCATE {', '.join(TABLES)}")
        connection.execute("UPDATE memory_made SET identity = %s", (identity,))


def put(
    connection: Any, path: str, stamp: str, circle: str, pairs: Iterable[StoredPair], source_language: str
) -> int:
    """The pairs in place of those that the file gave before; how many."""
    _alone(connection)
    number = _circle(connection, circle)
    found = connection.execute("SELECT id, circle FROM memory_file WHERE path = %s", (path,)).fetchone()
    if found is None:
        made = connection.execute(
            "INSERT INTO memory_file (path, stamp, circle) VALUES (%s, %s, %s) RETURNING id",
            (path, stamp, number),
        )
        return _Filling(connection, made.fetchone()[0], number, source_language).put(enumerate(pairs))
    file, before = found
    connection.execute("UPDATE memory_file SET stamp = %s, circle = %s WHERE id = %s", (stamp, number, file))
    [there] = connection.execute(
        "SELECT count(*) FROM memory_unit WHERE file = %s AND parent IS NULL", (file,)
    ).fetchone()
    if there > _COMPARED or before != number:
        _take_out(connection, "file = %s", (file,))
        _sweep(connection)
        return _Filling(connection, file, number, source_language).put(enumerate(pairs))
    rows = connection.execute(
        f"SELECT id, place, {KEPT} FROM memory_unit WHERE file = %s AND parent IS NULL ORDER BY id DESC",
        (file,),
    )
    differ = changes(rows, pairs)
    if differ.gone:
        _take_out(connection, "id = ANY(%s) OR parent = ANY(%s)", (differ.gone, differ.gone))
    if differ.moved:
        with connection.cursor() as cursor:
            moved = [(place, unit, unit) for place, unit in differ.moved]
            cursor.executemany("UPDATE memory_unit SET place = %s WHERE id = %s OR parent = %s", moved)
    _Filling(connection, file, number, source_language).put(differ.new)
    return differ.count


def forget(connection: Any, path: str) -> None:
    """Take out what a file gave, and the name of a circle that has no other."""
    _alone(connection)
    found = connection.execute("DELETE FROM memory_file WHERE path = %s RETURNING id", (path,)).fetchone()
    if found is not None:
        _take_out(connection, "file = %s", found)
        _sweep(connection)


def _alone(connection: Any) -> None:
    """Nobody else puts anything in until the transaction ends."""
    connection.execute("SELECT FROM memory_made FOR UPDATE")


def _circle(connection: Any, name: str) -> int:
    connection.execute("INSERT INTO memory_circle (name) VALUES (%s) ON CONFLICT DO NOTHING", (name,))
    return int(connection.execute("SELECT id FROM memory_circle WHERE name = %s", (name,)).fetchone()[0])


def _sweep(connection: Any) -> None:
    unused = "NOT EXISTS (SELECT FROM memory_file f WHERE f.circle = c.id)"
    connection.execute(f"DELETE FROM memory_circle c WHERE name <> '' AND {unused}")


def _take_out(connection: Any, where: str, values: tuple[Any, ...]) -> None:
    """Delete units with their sentences, postings and codes."""
    gone = connection.execute(
        f"DELETE FROM memory_unit WHERE {where} RETURNING id, circle, language, source, parent", values
    ).fetchall()
    whole = [row[:4] for row in gone if row[4] is None]
    connection.execute("DELETE FROM memory_code WHERE unit = ANY(%s)", ([row[0] for row in whole],))
    places = [
        (circle, feature, number)
        for number, circle, language, source in whole
        for feature in features(source, language, STORED)
    ]
    connection.execute(
        "DELETE FROM memory_posting p USING unnest(%s::int[], %s::int[], %s::bigint[]) AS g (circle, feature, unit)"
        " WHERE p.circle = g.circle AND p.feature = g.feature AND p.unit = g.unit",
        tuple([place[n] for place in places] for n in range(3)),
    )


class _Filling(Filling):
    """Rows on their way into the tables."""

    def __init__(self, connection: Any, file: int, circle: int, source_language: str) -> None:
        super().__init__(source_language)
        self._connection, self._file, self._circle = connection, file, circle

    def put(self, pairs: Iterable[tuple[int, StoredPair]]) -> int:
        """Put pairs with their places in; how many."""
        [first] = self._connection.execute("SELECT next FROM memory_made").fetchone()
        count, free = self.add(pairs, int(first))
        self._connection.execute("UPDATE memory_made SET next = %s", (free,))
        if count >= _MANY:
            self._connection.execute("SELECT memory_counted()")
        return count

    def rows(self, number: int, unit: StorablePair) -> Iterator[tuple[Any, ...]]:
        """The unit's row, and those of its sentences."""
        pair, whole, here = unit.pair, unit.whole, (self._file, self._circle, unit.place)
        yield (
            number, *here, None, pair.language, whole.hash, whole.shape, *unit.around, pair.rank, whole.source,
            whole.target, pair.key, pair.document, pair.person, pair.at, pair.extras,
        )  # fmt: skip
        for n, part in enumerate(unit.sentences, number + 1):
            yield (
                n, *here, number, pair.language, part.hash, part.shape, None, None, pair.rank, part.source,
                part.target, *[None] * 5,
            )  # fmt: skip

    def write(self, units: list[tuple[Any, ...]], codes: list[tuple[int, bytes]]) -> None:
        """Each kind as arrays, a column each: PostgreSQL takes no COPY into a table with row security."""
        if units:
            columns = [[_storable(value) for value in column] for column in zip(*units, strict=True)]
            self._insert("memory_unit", _COLUMNS, _TYPES, columns)
        if codes:
            numbers, coded = zip(*codes, strict=True)
            circles = [self._circle] * len(codes)
            self._insert("memory_code", "unit, code, circle", "bigint bytea int", (numbers, coded, circles))

    def index(self, postings: list[tuple[int, int]]) -> None:
        """The same, as many rows at a time."""
        for start in range(0, len(postings), self.ROWS):
            features, units = zip(*postings[start : start + self.ROWS], strict=True)
            circles = [self._circle] * len(units)
            self._insert(
                "memory_posting", "circle, feature, unit", "int int bigint", (circles, features, units)
            )

    def _insert(self, table: str, columns: str, types: str, values: Sequence[Sequence[Any]]) -> None:
        arrays = ", ".join(f"%s::{kind}[]" for kind in types.split())
        self._connection.execute(
            f"INSERT INTO {table} ({columns}) SELECT * FROM unnest({arrays})", [list(v) for v in values]
        )


def _storable(value: Any) -> Any:
    """Without what PostgreSQL's text cannot hold."""
    return value.replace("\0", "") if isinstance(value, str) else value
