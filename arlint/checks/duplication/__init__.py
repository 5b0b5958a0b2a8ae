"""Duplication (DUP): what stands twice."""
