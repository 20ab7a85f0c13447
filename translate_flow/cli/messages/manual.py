"""Headings of the manual page."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.manual")

NAME = define("name", "NAME")
SYNOPSIS = define("synopsis", "SYNOPSIS")
DESCRIPTION = define("description", "DESCRIPTION")
OPTIONS = define("options", "OPTIONS")
EXIT_STATUS = define("exit-status", "EXIT STATUS")
