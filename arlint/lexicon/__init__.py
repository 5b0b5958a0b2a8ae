"""What the words are: morphology, word lists, counts, context model, spelling. Start reading at `lexicon.py`, which has them all."""
