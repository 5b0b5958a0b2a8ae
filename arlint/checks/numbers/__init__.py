"""Numbers (NUM): figures, percentages, thousands and millions, dates."""
