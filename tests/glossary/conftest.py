"""The shipped glossary, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.glossary import Glossary

SHIPPED = Path(__file__).resolve().parents[2] / "glossary"


@pytest.fixture(scope="session")
def shipped_files() -> list[Path]:
    """The glossary files of the project's own workspace."""
    return sorted(SHIPPED.glob("*.csv"))


@pytest.fixture(scope="session")
def shipped(shipped_files: list[Path]) -> Glossary:
    """All shipped terms."""
    return Glossary.load(shipped_files)
