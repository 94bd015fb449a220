"""Paragraphs that run on over a column or a page, made whole."""

from __future__ import annotations

from incidents.pipeline.ingest.paragraphs import Paragraph

_ENDS = (".", "!", "?", ":", ";", "”", '"', "’", ")", "]")
#: Share of a column that a line fills which is not its paragraph's last.
_FULL = 0.85


def joined(blocks: list[list[Paragraph]]) -> list[Paragraph]:
    """The paragraphs of ``blocks`` in order, each whole on the page it starts on."""
    whole: list[Paragraph] = []
    for block in blocks:
        if not block:
            continue
        first, *others = block
        if whole and _goes_on(whole[-1], first):
            above = whole.pop()
            first = Paragraph(
                above.page,
                lines=above.lines + first.lines,
                pages=_pages(above) + _pages(first),
            )
        whole += [first, *others]
    return whole


def _pages(paragraph: Paragraph) -> list[int]:
    return paragraph.pages or [paragraph.page] * len(paragraph.lines)


def _goes_on(above: Paragraph, below: Paragraph) -> bool:
    """Whether ``below`` is in the middle of the sentence that ``above`` begins."""
    if above.table or below.table:
        return False
    last, first = above.lines[-1], below.lines[0]
    if last[-1].text.endswith(_ENDS) or abs(above.size - below.size) > 0.5:
        return False
    if all(w.bold for w in last) != all(w.bold for w in first):
        return False
    if last[-1].turn != first[0].turn or below.page - _pages(above)[-1] > 1:
        return False
    left = min(line[0].x0 for line in above.lines)
    right = max(line[-1].x1 for line in above.lines)
    full = last[-1].x1 - left > _FULL * (right - left)
    start = first[0].text.lstrip("(“\"'‘")[:1]
    if start.islower():
        return full or len(above.lines) > 1
    many = min(len(above.lines), len(below.lines)) > 1
    return full and many and (start.isupper() or start.isdigit())
