"""Which words are probably slips, of what kind, and what was meant. Start reading at `speller.py`, and at `survey.py` for documents."""
