"""Usage (LEX): words and expressions mistaken for others. Most rules of usage are tables for the data check `phrase`."""
