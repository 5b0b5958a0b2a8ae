"""What words are made of: the readings of a word, and its other forms. Start reading at `analyser.py`."""
