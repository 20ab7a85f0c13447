"""Verbs that change or settle translations: one segment, many at once, the same wording everywhere."""
