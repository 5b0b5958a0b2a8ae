"""News (NWS): conventions of the newsroom, and how speech is attributed."""
