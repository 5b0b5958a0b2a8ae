"""Files ↔ documents: one module a format, found by being there.

A format is a module with `NAME`, `SUFFIXES` and `parse(text) -> Document` (`arlint.formats.catalogue.Format`). Around them:
`catalogue` (which format a path has), `encoding` (bytes ↔ text), `files` (reading, and replacing at one stroke), `discovery`
(from the paths a person gives to files). Of arlint's engine only this room touches files.
"""
