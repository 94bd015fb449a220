"""Text files: bytes to canonical text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from incidents.pipeline.ingest.clean import Cleaner
from incidents.pipeline.ingest.limits import IngestError
from incidents.pipeline.records import Failure

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Enough to tell an encoding by, and quick.
_SAMPLE = 100_000
_RESAVE = "open it in the program that made it and save it as UTF-8 text"


def decode(source: str, content: bytes) -> tuple[str, list[Failure]]:
    """The text of a file: as it is where it is UTF-8 with LF line ends.

    A byte order mark is left out and CRLF and CR line ends become LF.

    Returns:
        The text, and a warning where its encoding had to be guessed.

    Raises:
        IngestError: It is not text, or in no encoding that can be told.
    """
    text, encoding = _decode(source, content)
    if "\0" in text:
        raise IngestError(source, "is not text (has NUL characters)", _RESAVE)
    if "\r" in text:
        text = re.sub(r"\r\n?", "\n", text)
    if encoding is None:
        return text, []
    problem = f"is not UTF-8; read as {encoding}, which was guessed"
    return text, [Failure(source, problem, "re-save as UTF-8", "warning")]


def unseen(source: str, text: str) -> Iterator[Failure]:
    """A warning where a text, which is kept as it is, has what nobody sees."""
    clean = Cleaner()
    clean(text)
    if clean.hidden:
        problem = f"has {clean.hidden} characters that print nothing"
        mend = "look at its quotes: words may be parted or turned by them"
        yield Failure(source, problem, mend, "warning")


def _decode(source: str, content: bytes) -> tuple[str, str | None]:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding), None
            except UnicodeDecodeError:
                raise IngestError(
                    source, f"is marked as {encoding} and is not", _RESAVE
                ) from None
    if content.count(b"\0") > len(content) // 4:  # UTF-16 without its mark, or no text
        return _guess(source, content)
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError:
        return _guess(source, content)


def _guess(source: str, content: bytes) -> tuple[str, str]:
    matches = from_bytes(content[:_SAMPLE])
    best = matches.best()
    if best is not None:
        names = [
            name
            for match in matches
            # of code pages that fit as well, Windows' own is the likeliest
            if (match.chaos, -match.coherence) <= (best.chaos, -best.coherence)
            for name in (match.encoding, *match.could_be_from_charset)
        ]
        encoding = "cp1252" if "cp1252" in names else best.encoding
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            pass  # the sample fits and the rest does not
    raise IngestError(source, "is in no encoding that can be told", _RESAVE)
