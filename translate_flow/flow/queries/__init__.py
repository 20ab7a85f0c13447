"""Segments that answer a question: queries over a statement, wordings over all of them."""
