"""Grammar (GRM): words that do not go together. The checks read sentences by `arlint.syntax`."""
