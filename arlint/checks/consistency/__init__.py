"""Consistency (CON): one document writes one thing one way."""
