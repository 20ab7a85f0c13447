"""A statement open for work: catalogue and journal in step, on disk and in memory, and who is at it."""
