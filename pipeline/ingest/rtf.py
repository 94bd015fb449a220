"""Files in rich text to canonical text."""

from __future__ import annotations

from incidents.pipeline.ingest.clean import Cleaner, single_spaced
from incidents.pipeline.ingest.docx import LONGEST_TITLE, left_out
from incidents.pipeline.ingest.limits import Deadline, IngestError, Limits
from incidents.pipeline.ingest.reading import Reading
from incidents.pipeline.ingest.rtf_text import Body
from incidents.pipeline.ingest.rtf_tokens import tokens

_BEGINS = b"{\\rtf"
#: Tokens between two looks at the clock.
_OFTEN = 5_000


def read_rtf(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    """Read a file in rich text: paragraphs, tables as rows, then the notes.

    Raises:
        IngestError: It is none, or a trap.
    """
    if not content.lstrip().startswith(_BEGINS):
        raise IngestError(source, "is no rich text", "save it anew as .rtf")
    clean = Cleaner()
    body = Body(clean)
    for number, token in enumerate(tokens(content)):
        if not number % _OFTEN:
            deadline.check()
        if body.too_deep:
            raise IngestError(source, "is nested too deep", "save it anew as .rtf")
        body.take(token)
    body.end()
    title = single_spaced(clean("".join(body.title)))[:LONGEST_TITLE]
    return Reading(
        body.writer.text(),
        warnings=tuple(left_out(source, body, clean)),
        title=title or None,
    )
