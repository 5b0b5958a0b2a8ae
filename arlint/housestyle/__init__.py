"""Learning a house's style from what it has published: texts → choices with the counts that support each.

Start at `learn` (what is counted and what follows from it), then `proposal` (the choices as a configuration file).
"""

from arlint.housestyle.learn import Choice, Evidence, learn

__all__ = ["Choice", "Evidence", "learn"]
