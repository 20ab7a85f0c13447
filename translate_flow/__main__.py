"""`python -m translate_flow`."""

from .cli import main

main()
