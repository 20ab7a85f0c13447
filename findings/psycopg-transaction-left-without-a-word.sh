#!/usr/bin/env bash
# psycopg 3.3.2 (and Debian's PostgreSQL): a transaction block whose connection was lost before its end.
# One would expect: a block `with connection.transaction():` that is left without an exception has been committed, or
# an exception says that it has not.
# Seen: where the loss was noticed before the end of the block, by another thread or by something that is allowed to fail,
# the block is left without a word, and nothing of it is in the database; only `Transaction.status` says FAILED. Where
# nobody had noticed yet, the end of the block raises OperationalError, as it should.
# This program looks at the status after each block (`team/base.py`).
set -eu
dir=$(mktemp -d)
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
trap 'as "$bin/pg_ctl" -D "$dir/pg/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$dir"' EXIT
chmod 755 "$dir"
mkdir "$dir/pg"
if [ "$(id -u)" = 0 ]; then chown postgres "$dir/pg"; fi
(cd / && as "$bin/initdb" -D "$dir/pg/data" -A trust -U tf --no-sync >/dev/null)
(cd / && as "$bin/pg_ctl" -D "$dir/pg/data" -l "$dir/pg/log" -w -o "-c listen_addresses= -c unix_socket_directories=$dir/pg" start >/dev/null)
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'psycopg[binary]==3.3.2'
seen=$("$dir/venv/bin/python" - "host=$dir/pg user=tf dbname=postgres" <<'PYTHON'
import sys
import time

import psycopg

other = psycopg.connect(sys.argv[1], autocommit=True)
other.execute("CREATE TABLE kept (word TEXT)")
for noticed in (False, True):
    connection = psycopg.connect(sys.argv[1], autocommit=True)
    try:
        with connection.transaction() as block:
            connection.execute("INSERT INTO kept VALUES ('this')")
            other.execute("SELECT pg_terminate_backend(%s)", (connection.info.backend_pid,))
            time.sleep(1)
            if noticed:
                try:
                    connection.execute("SELECT 1")  # something that may fail, such as a look at the time
                except psycopg.OperationalError:
                    pass
        said = f"left without a word, {block.status.name}"
    except psycopg.OperationalError:
        said = "OperationalError"
    [kept] = other.execute("SELECT count(*) FROM kept").fetchone()
    print(f"{'noticed' if noticed else 'not noticed'}: {said}; rows kept: {kept}")
PYTHON
)
printf '%s\n' "$seen"
[ "$seen" = "not noticed: OperationalError; rows kept: 0
noticed: left without a word, FAILED; rows kept: 0" ]
