"""What the commands about a team's desk say: serve, team, desk --share."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.team")

SERVING = define(
    "serving",
    "the desk answers at {address}; the first administrator comes in by: translate-flow team invite NAME --role administrator",
)
INVITED = define("invited", "the link lets {name} in once, within 72 hours; give it only to them")
PERSON = define("person", "{name}: {roles}")
DISABLED = define("disabled", "{name} (shut out): {roles}")
NAMED = define("named", "{statement}: {name} may see it")
SHUT = define("shut", "{name} is shut out")
SIGNED_OUT = define("signed-out", "{name} is signed out everywhere")
