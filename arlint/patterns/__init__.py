"""Patterns over the words of a sentence, as rule files write them.

reader: a rule file's tables → checked, plain data. elements: the data → what can be matched. matching: elements against a
paragraph. templates: what to write instead. The data check that ties them together is `arlint.checks.data.pattern`.
"""
