"""Markup inside a segment: links, marks and emphasis, seen through and put back."""
