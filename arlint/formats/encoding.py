"""Bytes ↔ text. UTF-8 and, with a byte order mark, UTF-16 and UTF-32 are told apart; anything else must be asked for."""

from __future__ import annotations

import codecs

from arlint.errors import Saying
from arlint.formats.errors import (
    BinaryFileError,
    DamagedTextError,
    ForeignFormatError,
    UndecodableError,
    UnencodableFixError,
    UnknownEncodingError,
)
from arlint.records import NamedTuple

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How documents begin that hold text and are none.
_FOREIGN = (
    (b"PK\x03\x04", Saying("a packed document (Word, OpenDocument, EPUB)")),
    (b"\xd0\xcf\x11\xe0", Saying("an old Word document")),
    (b"%PDF-", Saying("a PDF file")),
    (b"{\\rtf", Saying("an RTF document")),
)
_UNMARKED = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}
_SAMPLE = 65536
# Alef, lam, ya, meem, nun, waw, ra, ta: more than half the letters of any Arabic text, rare in text decoded wrongly.
_FREQUENT = frozenset("\u0627\u0644\u064a\u0645\u0646\u0648\u0631\u062a")


class Encoding(NamedTuple):
    """A codec's name and the byte order mark the file begins with, which is no part of its text."""

    name: str
    mark: bytes = b""


def codec_name(asked: str) -> str:
    """Python's name of an encoding. Raises UnknownEncodingError."""
    try:
        codec = codecs.lookup(asked)
        if not codec.encode("a")[0]:
            raise LookupError(asked)
        codec.decode(codec.encode("a")[0])
    except (LookupError, TypeError, ValueError):
        raise UnknownEncodingError(asked) from None
    return _UNMARKED.get(codec.name, codec.name)


def decode(path: str, raw: bytes, asked: str | None = None) -> tuple[str, Encoding]:
    """The text without byte order mark, line ends as they are. `asked` is for files without a mark; UTF-8 otherwise.

    Raises ForeignFormatError, BinaryFileError, UndecodableError or DamagedTextError (which call the file `path`), UnknownEncodingError.
    """
    encoding = _marked(raw) or Encoding(codec_name(asked) if asked else "utf-8")
    body = raw[len(encoding.mark) :]
    if kind := next((kind for magic, kind in _FOREIGN if raw.startswith(magic)), None):
        raise ForeignFormatError(path, kind=kind)
    if not asked and not encoding.mark and (nul := body.find(0)) >= 0 and not _fitting(body):
        raise BinaryFileError(path, offset=nul)
    try:
        text = body.decode(encoding.name)
        if "\0" not in text:
            return text, encoding
        offset, byte = len(text[: text.index("\0")].encode(encoding.name)), 0
    except UnicodeDecodeError as error:
        offset, byte = error.start, body[error.start]
    offset += len(encoding.mark)
    known = {"path": path, "offset": offset, "byte": byte, "encoding": shown(encoding.name)}
    if fits := [name for name in _fitting(body) if name != shown(encoding.name)]:
        raise UndecodableError(**known, fits=", ".join(fits))  # type: ignore[arg-type]
    raise DamagedTextError(**known)  # type: ignore[arg-type]


def encode(path: str, text: str, encoding: Encoding) -> bytes:
    """The bytes of a text, byte order mark included. Raises UnencodableFixError."""
    try:
        return encoding.mark + text.encode(encoding.name)
    except UnicodeEncodeError:
        raise UnencodableFixError(path, encoding=shown(encoding.name)) from None


def shown(name: str) -> str:
    """An encoding's name as people write it."""
    return "Windows-1256" if name == "cp1256" else name.upper()


def _marked(raw: bytes) -> Encoding | None:
    return next((Encoding(name, mark) for mark, name in _BYTE_ORDER_MARKS if raw.startswith(mark)), None)


def _fitting(body: bytes) -> list[str]:
    """The encodings in which the bytes read as Arabic."""
    sample = body[:_SAMPLE]
    return [shown(name) for name in ("utf-16-le", "utf-16-be", "cp1256") if _reads_as_arabic(sample, name)]


def _reads_as_arabic(sample: bytes, name: str) -> bool:
    text = sample.decode(name, "replace")
    letters = [char for char in text if char > "\x7f"]
    frequent = sum(char in _FREQUENT for char in letters)
    return frequent * 3 > len(letters) > 0 and "\ufffd" not in text[:-1] and "\0" not in text
