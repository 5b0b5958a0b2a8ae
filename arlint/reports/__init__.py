"""Findings → text: one module an output format, found by being there.

A report is a module with `render(files, style) -> Iterator[str]` (`arlint.reports.protocol.Report`).
"""
