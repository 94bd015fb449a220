"""A page of a PDF as PNG: standard input to standard output, in a process of its own.

A hostile PDF can crash its reader, or keep it busy: here it takes nothing with it.
"""

from __future__ import annotations

import io
import sys

#: Most pixels of a page; most bytes of memory.
PIXELS = 4_000_000
_MEMORY = 1 << 30
_SECONDS = 20
_SCALE = 2.0


def render(pdf: bytes, page: int) -> bytes:
    """Page ``page`` (the first is 1) of ``pdf``, as PNG."""
    import pypdfium2  # here, so that the limits hold while it loads

    with pypdfium2.PdfDocument(pdf) as document:
        leaf = document[page - 1]
        width, height = leaf.get_size()
        scale = min(_SCALE, (PIXELS / max(1.0, width * height)) ** 0.5)
        image = leaf.render(scale=scale).to_pil().convert("RGB")
    held = io.BytesIO()
    image.save(held, "PNG", compress_level=1)
    return held.getvalue()


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the time limit alone holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


if __name__ == "__main__":
    _limit()
    sys.stdout.buffer.write(render(sys.stdin.buffer.read(), int(sys.argv[1])))
