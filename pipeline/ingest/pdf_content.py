"""What a page's content says, token by token; pdfminer.six's parser with a short way.

Numbers, names, operators and plain strings, which are nearly all there is, are matched
by one pattern; all else, and what reaches over a buffer's end, is left to pdfminer.six.
"""

from __future__ import annotations

import re
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.psparser import KWD, LIT, PSBaseParser

_ENDS = rb"(?=[\s/\[\]<>()])"
_TOKEN = re.compile(
    rb"[ \t\r\n\f]*(?:([+-]?\d+)%s|([+-]?(?:\d+\.\d*|\.\d+))%s"
    rb"|/([A-Za-z0-9+_.-]+)%s|(?!(?:BI|ID|true|false)\b)([A-Za-z][A-Za-z0-9]*\*?)%s"
    rb"|\(([^()\\\r\n]*)\))" % (_ENDS, _ENDS, _ENDS, _ENDS)
)
#: What each group of the pattern stands for.
_MADE = (None, int, float, lambda name: LIT(name.decode("ascii")), KWD, bytes)
_MAIN = PSBaseParser._parse_main


class Content(PDFContentParser):
    """The content of a page or form."""

    def nextobject(self) -> Any:
        """The next operand or operator, with its place."""
        if self.results or self.context or self.curstack:
            return super().nextobject()
        return self._short() or super().nextobject()

    def nexttoken(self) -> Any:
        """The next token, with its place."""
        return self._short() or super().nexttoken()

    def _short(self) -> tuple[int, Any] | None:
        """The next token, where it is a plain one."""
        if self._tokens or self.eof or self._parse1.__func__ is not _MAIN:  # type: ignore[attr-defined]
            return None
        match = _TOKEN.match(self.buf, self.charpos)
        if match is None or match.lastindex is None:
            return None
        kind = match.lastindex
        self.charpos = match.end()
        make: Any = _MADE[kind]
        return self.bufpos + match.start(kind), make(match[kind])
