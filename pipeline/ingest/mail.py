"""Saved electronic mail: a letter's body is a document, and so is what is attached."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from incidents.pipeline.ingest.clean import single_spaced
from incidents.pipeline.ingest.head import Found
from incidents.pipeline.ingest.html import read_html
from incidents.pipeline.ingest.limits import Deadline, IngestError, Limits
from incidents.pipeline.ingest.reading import Reading

_LONGEST, _MOST = 500, 200
_SAVE = "save it from the mail program as text or PDF"


def read_mail(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    """Read the body of a letter; its subject, sender and day are the document's.

    Raises:
        IngestError: It has no body that is text.
    """
    letter = _letter(source, content)
    body = letter.get_body(preferencelist=("plain", "html"))
    if not isinstance(body, EmailMessage):
        raise IngestError(source, "has no body that is text", _SAVE)
    if body.get_content_subtype() == "html":
        reading = read_html(source, _bytes(body), limits, deadline)
    else:
        reading = Reading(_text(body))
    day = _day(letter)
    return Reading(
        reading.text,
        reading.warnings,
        title=single_spaced(str(letter["subject"] or ""))[:_LONGEST] or None,
        publisher=parseaddr(str(letter["from"] or ""))[0][:_LONGEST] or None,
        published=Found(day, 0, 0) if day else None,
    )


def attached(source: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file that comes with a letter.

    Raises:
        IngestError: It has more than anybody would send.
    """
    for number, part in enumerate(_letter(source, content).iter_attachments(), 1):
        if number > _MOST:
            raise IngestError(source, f"has more than {_MOST} attachments", _SAVE)
        if isinstance(part, EmailMessage):
            name = single_spaced(str(part.get_filename() or ""))[:_LONGEST]
            yield name or f"attachment-{number}", _bytes(part)


def _letter(source: str, content: bytes) -> EmailMessage:
    letter = email.message_from_bytes(content, policy=email.policy.default)
    if not letter.keys():
        raise IngestError(source, "is no letter: it has no head", _SAVE)
    return letter


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        letter = inner[0] if isinstance(inner, list) and inner else None
        return letter.as_bytes() if isinstance(letter, EmailMessage) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: EmailMessage) -> str:
    try:
        text = str(part.get_content())
    except (LookupError, ValueError):  # an encoding that nobody knows
        text = _bytes(part).decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _day(letter: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(letter["date"])).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
