"""What the dictionaries know: ordinary words, names that English writes otherwise, and near spellings of names."""
