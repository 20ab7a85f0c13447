"""What the desks' role in PostgreSQL may do, where the database belongs to another: add events, and change none."""

from __future__ import annotations

from ..errors import UsageError
from .base import PostgresBase
from .memory.filling import FUNCTIONS, TABLES
from .messages import NO_DATABASE_ROLE

_CHANGED = (
    "setting account password passkey challenge invitation session granted named attempt statement presence job mail_to mailed identity oidc_login memory_made"
).split()
"""Tables whose rows come and go."""
_ADDED = ("audit", "event")
"""Tables to which is only ever added."""


def grant(base: PostgresBase, role: str) -> None:
    """Let the role do what desks do, and nothing more. Raises UsageError if there is no such role."""
    found = base.rows("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname = ?", role)
    if not found:
        raise UsageError(NO_DATABASE_ROLE(role=role))
    name = found[0][0]
    with base.together():
        base.script(
            f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}; GRANT USAGE ON SCHEMA public TO {name}"
        )
        base.script(f"GRANT SELECT ON schema_version TO {name}")
        base.script(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {', '.join(_CHANGED)} TO {name}")
        base.script(f"GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON {', '.join(TABLES)} TO {name}")
        # A database that was brought back from a backup has lost it.
        base.script(f"REVOKE ALL ON FUNCTION {', '.join(FUNCTIONS)} FROM PUBLIC")
        base.script(f"GRANT EXECUTE ON FUNCTION {', '.join(FUNCTIONS)} TO {name}")
        for [table] in base.rows(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE tablename LIKE ?", "procrastinate%"
        ):
            base.script(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {name}")
        base.script(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}")
        base.script(f"GRANT SELECT, INSERT ON {', '.join(_ADDED)} TO {name}")
