"""Typography (TYP): spaces, punctuation, quotation marks, brackets, digits, and characters that are not what they seem."""
