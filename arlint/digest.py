"""Short names for contents that must be the same everywhere and for ever."""

from __future__ import annotations

try:  # hashlib would load OpenSSL, which takes longer than reading an article's rules
    from _blake2 import blake2b
except ImportError:  # another Python
    from hashlib import blake2b


def digest(content: str) -> str:
    """Sixteen hexadecimal digits (BLAKE2b, 8 bytes) that name a text; lone surrogates are taken as they are."""
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
