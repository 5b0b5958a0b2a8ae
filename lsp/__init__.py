"""The language server: what the command line shows, in an editor, as one types.

Start at `arlint.lsp.server`, which holds the state (open documents, configuration) and lets each module of `arlint.lsp.requests` answer one
request: a snapshot of a document goes in, a value comes out. `arlint.lsp.analysis` is where findings are worked out, away from
the event loop.
"""
