"""Files as bytes: encodings, kinds, zip containers, and writing that survives a crash."""
