"""`python -m bench.desk`."""

from . import main

main()
