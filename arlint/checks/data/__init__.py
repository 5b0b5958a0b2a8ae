"""The data checks: they know no slip of their own, and a rule file fills them with what to look for.

A module here is a check itself, `check = "regex"`, and has the two functions of `arlint.checks.protocol.DataCheck`. What only reads rule
files is imported in `read`: a start builds detectors from compiled options and reads none.
"""
