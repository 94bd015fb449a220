"""What stands on a page beside its text: running heads, page numbers, footnotes."""

from __future__ import annotations

from pipeline.ingest.page import Page
from pipeline.ingest.paragraphs import Paragraph


def settle(found: list[Paragraph], pages: list[Page]) -> list[Paragraph]:
    """todo."""
    return found
