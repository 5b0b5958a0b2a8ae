"""Second opinions on words: lexicons that a newsroom has beside the built-in one. Start at `arlint.backends.loading`.

`arlint.lexicon.opinions` says what a backend is. Nothing here is imported unless the configuration names a backend.
"""
