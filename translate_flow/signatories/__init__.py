"""The list of those who sign a statement, as a file of its own: it grows, and needs no translation."""
