"""What is known of a language: words, sentences, numbers, spelling; data per language, and the functions on it."""
