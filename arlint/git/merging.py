"""A repair of one text carried over to another version of it: pure functions of bytes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher


def carried_over(before: bytes, after: bytes, found: bytes) -> bytes:
    """`found`, in which every line that is as it was in `before` becomes what it is in `after`. All other bytes stay.

    Line ends are not compared, and those of `found` are kept: a working tree may have "\\r\\n" where the index has "\\n".
    """
    if found == before:
        return after
    old, new, theirs = (_lines(text) for text in (before, after, found))
    where = dict(_unchanged([_bare(line) for line in old], [_bare(line) for line in theirs]))
    result = list(theirs)
    for low, high, replacement in reversed(list(_repairs(old, new))):
        first, length = where.get(low, -1), high - low
        if length and first >= 0 and all(where.get(low + step) == first + step for step in range(length)):
            result[first : first + length] = _with_ends(replacement, theirs[first : first + length])
    return b"".join(result)


def _lines(text: bytes) -> list[bytes]:
    """Lines with their ends, at line feeds only."""
    pieces = text.split(b"\n")
    return [piece + b"\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])


def _bare(line: bytes) -> bytes:
    return line.rstrip(b"\r\n")


def _unchanged(old: list[bytes], theirs: list[bytes]) -> Iterator[tuple[int, int]]:
    """For each line of `old` that `theirs` still has, where it has it."""
    for block in SequenceMatcher(None, old, theirs, autojunk=False).get_matching_blocks():
        yield from zip(range(block.a, block.a + block.size), range(block.b, block.b + block.size), strict=True)


def _repairs(old: list[bytes], new: list[bytes]) -> Iterator[tuple[int, int, list[bytes]]]:
    """Lines [low, high) of `old` and what stands for them in `new`, as few lines at a time as can be."""
    if len(old) == len(new):
        yield from ((index, index + 1, [new[index]]) for index, line in enumerate(old) if line != new[index])
        return
    for tag, low, high, new_low, new_high in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield low, high, new[new_low:new_high]


def _with_ends(replacement: list[bytes], theirs: list[bytes]) -> list[bytes]:
    """The repaired lines with the line ends of the lines they stand for."""
    ends = [line[len(_bare(line)) :] for line in theirs]
    return [_bare(line) + ends[min(index, len(ends) - 1)] for index, line in enumerate(replacement)]
