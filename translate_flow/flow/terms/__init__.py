"""The workspace's glossary: its rows, files of other programs, terms proposed."""
