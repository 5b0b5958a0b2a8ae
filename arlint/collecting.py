"""Python's garbage collector and texts: what a text is made into is many small values without cycles, which it looks through in vain."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# So many more containers made than dropped before the young are looked at, and how seldom the old ones: about one time in a hundred
# of what Python has by itself. Measured: a sixth of the time of a long text.
_SELDOM = (100_000, 50, 100)

# In a server, between two texts: paragraphs that were edited leave cycles behind, which are to go before they are many. All in all
# some hundredths of a second in a thousand edits.
_AT_REST = (20_000, 5, 5)


def collect_at_rest() -> None:
    """Let the collector run as suits a server that waits."""
    gc.set_threshold(*_AT_REST)


def collect_seldom() -> None:
    """Let the collector run seldom from now on."""
    gc.set_threshold(*_SELDOM)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let the collector run seldom inside the block."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
