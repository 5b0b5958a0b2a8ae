"""The detectors that rule files name: a sub-package for each folder of rules, in it one module a kind of slip, found by its name alone.

`check = "spaces.before_punctuation"` in a rule file is the detector `before_punctuation` in `arlint.checks.typography.spaces`;
`check = "regex"` is the data check in `arlint.checks.data.regex`, which makes a detector from the rule's options. The name of a module
stands once in all sub-packages. Start at `arlint.checks.protocol`; to write a detector, read `arlint.checks.typography.spaces` as a model.
"""
