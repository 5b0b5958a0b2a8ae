"""Markup (MRK): what other formats leave behind in plain text."""
