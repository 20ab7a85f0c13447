"""What is said about choosing an output."""

from __future__ import annotations

from ..messages import Table

define = Table("outputs")

UNKNOWN = define("unknown", "{name}: unknown output; known outputs: {known}")
NO_PARQUET = define("no-parquet", "Parquet needs pyarrow: pip install 'translate-flow[parquet]'")
