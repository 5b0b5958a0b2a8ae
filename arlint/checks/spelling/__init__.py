"""Spelling (SPL): what the word checker found, and spellings that only their neighbours decide."""
