"""Aligned pairs as a Parquet table; needs the extra `parquet`. Its columns are the fields of `jsonl`."""

from __future__ import annotations

import io
from typing import Any

from ..errors import BuildError
from ..model import Edition
from ..typeset.corpus import COLUMNS, records
from . import Output, messages
from .messages import NO_PARQUET


def make(edition: Edition) -> bytes:
    """One row per unit. Raises BuildError without pyarrow."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as cause:
        raise BuildError(NO_PARQUET()) from cause
    text, truth = pyarrow.string(), pyarrow.bool_()
    kinds: dict[str, Any] = {"version": pyarrow.int32(), "confirmed": truth}
    schema = pyarrow.schema([(name, kinds.get(name, text)) for name in COLUMNS])
    table = pyarrow.Table.from_pylist(list(records(edition)), schema=schema)
    out = io.BytesIO()
    pyarrow.parquet.write_table(table, out, compression="zstd")
    return out.getvalue()


PARQUET = Output("parquet", "aligned.parquet", messages.PARQUET(), make, aligned=True)
