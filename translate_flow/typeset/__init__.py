"""A statement laid out for reading: one Markdown for every format, safe HTML, pairs, labels of unread text.

What the outputs have in common; pure.
"""
