"""A team's memory in PostgreSQL with very many units: how long a lookup takes when fifty people ask, and what it finds.

The text and the questions are those of `bench.memory`; Debian's 128 MB of buffers. Beside the open circle there are
four more with units of their own, as confidential statements have them, and whoever asks is an account that is named
for three of these. Two processes with 25 people each, as two desks would, in the role of a desk: below row security.

    python -m bench.team --recall 1000000
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres import cluster
from translate_flow.memory import AskedMemory, StoredPair
from translate_flow.team.accounts import Accounts
from translate_flow.team.base import PostgresBase
from translate_flow.team.granting import grant
from translate_flow.team.memory import PostgresMemory
from translate_flow.team.rights import Book, Locks, PersonsAccess
from translate_flow.team.roles import Role
from translate_flow.workspace.access import acting

from .footprint import debians_buffers
from .memory import Prose, _shares, recall
from .memory_build import asking, shown

SECONDS = 20.0
CIRCLES, IN_CIRCLE = ("casa", "cerro", "testigo", "valle"), 500
SEEN = ("", *CIRCLES[:3])
PERSON, DESK = "Ana Condori", "desk"


@contextmanager
def part(dsn: str) -> Iterator[AskedMemory]:
    """The memory as they see it, in their name."""
    base = PostgresBase(dsn)
    book = Book(Accounts(base))
    access = PersonsAccess(book.accounts.named(PERSON), book, Locks(), None, Role.TRANSLATOR)  # type: ignore[arg-type]
    with acting(access):
        yield PostgresMemory(base, "es", ["en"]).among(SEEN)
    base.close()


def people(owner: PostgresBase) -> None:
    """Somebody who is named for three confidential statements."""
    accounts = Accounts(owner)
    person = accounts.create(PERSON)
    for name in SEEN[1:]:
        accounts.let_see(name, person)


def measure(units: int) -> None:
    """Fill, ask, compare with brute force over all, and print."""
    prose = Prose()
    texts = [prose.paragraph() for _ in range(units)]
    apart = {name: [prose.paragraph() for _ in range(IN_CIRCLE)] for name in CIRCLES}
    questions = [prose.changed(prose.chance.choice(texts), share) for share in _shares()]

    def pairs(some: list[str], document: str) -> Iterator[StoredPair]:
        return (StoredPair(t, t, "en", key=str(n), document=document) for n, t in enumerate(some))

    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder, debians_buffers(), cluster() as server:
        server.run(f"CREATE ROLE {DESK} LOGIN")
        owner = server.database()
        base = PostgresBase(owner)
        grant(base, DESK)
        people(base)
        base.close()
        dsn = owner.replace("user=tf", f"user={DESK}")
        base = PostgresBase(dsn)
        memory = PostgresMemory(base, "es", ["en"])
        began, spent = time.perf_counter(), time.process_time()
        memory.take_in("memory/bench.tmx", "1", pairs(texts, "bench"))
        for name, some in apart.items():
            memory.take_in(f"locales/en/{name}.po", "1", pairs(some, name), name)
        wall, spent = time.perf_counter() - began, time.process_time() - spent
        [[size]] = base.rows("SELECT pg_database_size(current_database())")
        print(
            f"memory in PostgreSQL: {units:,} units of about 60 words and {len(CIRCLES)} circles more; filled in {wall:.0f} s,"
            f" {spent:.0f} s CPU here; {size / 1e6:,.0f} MB"
        )
        file = Path(folder) / "questions"
        file.write_text(json.dumps(questions), "utf-8")
        command = [sys.executable, "-m", "bench.recall", dsn, str(file), str(SECONDS)]
        for when in ("first", "then"):
            desks = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
            lookups = [one for desk in desks for one in json.loads(desk.communicate()[0])]
            print(
                f"  50 people at two desks, {when}: {len(lookups) / SECONDS:.0f} lookups a second: {shown(lookups)} by the clock"
            )
        with part(dsn) as seen:
            recall(seen, texts + [t for name in SEEN[1:] for t in apart[name]], questions)
        base.close()


if __name__ == "__main__":
    with part(sys.argv[1]) as _part:
        _texts = json.loads(Path(sys.argv[2]).read_text("utf-8"))
        print(json.dumps(asking(lambda: _part, _texts, float(sys.argv[3]))))
