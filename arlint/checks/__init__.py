"""The detectors that rule files name: one module a family of detector, found by its name alone.

`check = "spaces.before_mark"` in a rule file is the detector `before_mark` in `arlint.checks.spaces`;
`check = "regex"` is the data check in `arlint.checks.regex`, which makes a detector from the rule's options.
Start at `arlint.checks.protocol`; to write a detector, read `arlint.checks.spaces` as a model.
"""
