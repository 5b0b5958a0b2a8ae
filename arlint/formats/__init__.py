"""Files ↔ documents."""
