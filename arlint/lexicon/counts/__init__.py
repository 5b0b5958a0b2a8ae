"""What is seen in print: how often words, pairs and triples of words are, read and written. Start reading at `store.py`."""
