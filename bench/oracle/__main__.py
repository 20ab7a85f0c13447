"""`python -m bench.oracle`."""

from . import run

run()
