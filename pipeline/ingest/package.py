"""The parts of an Office file: a zip archive of XML, either of which can be a trap."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Protocol
from xml.parsers import expat

from incidents.pipeline.ingest.limits import Deadline, IngestError

#: More than this a part may unpack to only if it packs no tighter than the ratio.
SMALL, RATIO, _LARGEST = 5_000_000, 150, 150_000_000
_ENTRIES, _DEPTH = 10_000, 1_000
_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0"
_ANEW = "open it in Word and save it anew as .docx"
UNZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class Handler(Protocol):
    """What is told of a part's XML as it is read; names are without namespaces."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Text stands here."""


class Package:
    """An Office file, opened.

    Raises:
        IngestError: It is no such file, or too much of one.
    """

    def __init__(self, source: str, content: bytes, deadline: Deadline) -> None:
        self._source = source
        self._deadline = deadline
        if content.startswith(_OLE):
            raise IngestError(source, "is encrypted, or an old .doc", _ANEW)
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except UNZIP_ERRORS as error:
            raise self._broken(error) from None
        self.names = self._zip.namelist()
        if len(self.names) > _ENTRIES:
            raise IngestError(source, f"packs {len(self.names):,} files", _ANEW)
        if len(set(self.names)) < len(self.names):
            raise IngestError(source, "packs two files under one name", _ANEW)

    def parse(self, name: str, handler: Handler) -> None:
        """Read the XML of a part; nothing outside of it, and no entities of its own.

        Raises:
            IngestError: It is broken, or unpacks or nests beyond all use.
        """
        _Parser(self._source, self._deadline, handler).feed(self._unpack(name))

    def _unpack(self, name: str) -> bytes:
        try:
            packed = self._zip.getinfo(name)
            allowed = min(_LARGEST, max(SMALL, packed.compress_size * RATIO))
            with self._zip.open(packed) as file:
                content = file.read(allowed + 1)
        except KeyError:
            raise self._broken(f"no {name} in it") from None
        except UNZIP_ERRORS as error:
            raise self._broken(error) from None
        if len(content) > allowed:
            problem = f"unpacks to more than {allowed:,} bytes"
            raise IngestError(self._source, problem, _ANEW)
        return content

    def _broken(self, error: object) -> IngestError:
        return IngestError(self._source, f"is broken ({error})", _ANEW)


class _Parser:
    def __init__(self, source: str, deadline: Deadline, handler: Handler) -> None:
        self._source = source
        self._deadline = deadline
        self._handler = handler
        self._depth = 0
        self._expat = expat.ParserCreate(namespace_separator=" ")
        self._expat.buffer_text = True
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = handler.characters

    def feed(self, content: bytes) -> None:
        try:
            for start in range(0, len(content), _CHUNK):
                self._deadline.check()
                self._expat.Parse(content[start : start + _CHUNK], False)
            self._expat.Parse(b"", True)
        except expat.ExpatError as error:
            problem = f"is broken (XML: {error})"
            raise IngestError(self._source, problem, _ANEW) from None

    def _doctype(self, *_: object) -> None:
        raise IngestError(self._source, "declares XML entities of its own", _ANEW)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEPTH:
            raise IngestError(self._source, "nests too deep to be a report", _ANEW)
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        self._handler.start(name.rpartition(" ")[2], plain)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._handler.end(name.rpartition(" ")[2])
