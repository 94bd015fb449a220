"""The files that a zip archive packs, one at a time, none bigger than is sane."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from incidents.pipeline.ingest.limits import Deadline, IngestError, Limits
from incidents.pipeline.ingest.package import RATIO, SMALL, UNZIP_ERRORS

#: Files of one archive, and the bytes of all of them unpacked.
_MOST, _TOTAL = 1_000, 500_000_000
_UNPACK = "unpack it, and give the files"


def unpacked(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Iterator[tuple[str, bytes | IngestError]]:
    """Each file of an archive by its name in it, or why that cannot be unpacked.

    Raises:
        IngestError: It is no archive, or holds more than anybody would read.
    """
    try:
        packed = zipfile.ZipFile(BytesIO(content))
    except UNZIP_ERRORS as error:
        raise IngestError(source, f"is broken ({error})", _UNPACK) from None
    files = [found for found in packed.infolist() if not found.is_dir()]
    if len(files) > _MOST:
        problem = f"packs {len(files):,} files, more than the {_MOST:,} allowed"
        raise IngestError(source, problem, _UNPACK)
    total = 0
    for found in sorted(files, key=lambda f: f.filename):
        deadline.check()
        made = _unpacked(source, packed, found, limits)
        total += len(made) if isinstance(made, bytes) else 0
        if total > _TOTAL:
            problem = f"unpacks to more than {_TOTAL:,} bytes"
            raise IngestError(source, problem, _UNPACK)
        yield found.filename, made


def _unpacked(
    source: str, packed: zipfile.ZipFile, found: zipfile.ZipInfo, limits: Limits
) -> bytes | IngestError:
    name = f"{source}/{found.filename}"
    if found.flag_bits & 1:
        return IngestError(name, "needs a password", _UNPACK)
    allowed = min(limits.max_bytes, max(SMALL, found.compress_size * RATIO))
    try:
        with packed.open(found) as file:
            content = file.read(allowed + 1)
    except UNZIP_ERRORS as error:
        return IngestError(name, f"is broken ({error})", _UNPACK)
    if len(content) > allowed:
        return IngestError(name, f"unpacks to more than {allowed:,} bytes", _UNPACK)
    return content
