"""Words in their sentence: plausible readings, agreement, noun phrases, clauses, inflection.

Start at `arlint.syntax.analysis`. Ambiguity is kept: a word has every reading that its neighbours allow, and a check that
wants to report needs all of them to be wrong.
"""
