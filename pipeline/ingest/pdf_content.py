"""What a page's content says, token by token; pdfminer.six's parser with a short way.

Numbers, names, operators and plain strings, which are nearly all there is, are matched
by one pattern; all else, and what reaches over a buffer's end, is left to pdfminer.six.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.psparser import KWD, LIT, PSBaseParser

_STRING = rb"\(((?>[^()\\\r\n]+|\\(?:[()\\]|[0-3][0-7]{2}))*+)\)"
_ESCAPED = re.compile(rb"\\(?:([0-7]{3})|(.))")
_HEX = rb"<((?:[0-9A-Fa-f]{2})*)>"
_FLOAT, _WHOLE = rb"([+-]?(?:\d+\.\d*|\.\d+))", rb"([+-]?\d+)"
_ITEM = re.compile(rb"%s|%s|%s|%s" % (_STRING, _HEX, _FLOAT, _WHOLE))
#: An array of such alone, as text with its spacing is.
_ARRAY = re.compile(
    rb"[ \t\r\n\f]*\[((?>[ \t\r\n\f]+|%s)*+)\]"
    % re.sub(rb"(?<!\\)\((?!\?)", b"(?:", _ITEM.pattern)
)
_ENDS = rb"(?=[\s/\[\]<>()])"
_TOKEN = re.compile(
    rb"[ \t\r\n\f]*(?:([+-]?\d+)%s|([+-]?(?:\d+\.\d*|\.\d+))%s"
    rb"|/([A-Za-z0-9+_.-]+)%s|(?!(?:BI|ID|true|false)\b)([A-Za-z][A-Za-z0-9]*\*?)%s"
    rb"|%s)" % (_ENDS, _ENDS, _ENDS, _ENDS, _STRING)
)
_MAIN = PSBaseParser._parse_main


class Content(PDFContentParser):
    """The content of a page or form."""

    def objects(self) -> Iterator[Any]:
        """Each operand and operator.

        Raises:
            PSEOF: There are no more.
        """
        match, made = _TOKEN.match, _MADE
        while True:
            if not (self.results or self.context or self.curstack):
                content = self.buf if self._is_between() else b""
                while found := match(content, self.charpos):
                    self.charpos = found.end()
                    kind = found.lastindex or 0
                    yield made[kind](found[kind])
                if (array := self._array()) is not None:
                    yield array
                    continue
            yield self.nextobject()[1]

    def nexttoken(self) -> Any:
        """The next token, with its place."""
        return self._short() or super().nexttoken()

    def _array(self) -> list[Any] | None:
        """The next array, where it is a plain one and all there."""
        if not self._is_between():
            return None
        match = _ARRAY.match(self.buf, self.charpos)
        if match is None:
            return None
        self.charpos = match.end()
        found = _ITEM.finditer(self.buf, match.start(1), match.end(1))
        return [_item(each) for each in found]

    def _short(self) -> tuple[int, Any] | None:
        """The next token, where it is a plain one."""
        if not self._is_between():
            return None
        match = _TOKEN.match(self.buf, self.charpos)
        if match is None or match.lastindex is None:
            return None
        kind = match.lastindex
        self.charpos = match.end()
        make = _MADE[kind]
        return self.bufpos + match.start(kind), make(match[kind])

    def _is_between(self) -> bool:
        """Whether no token has begun."""
        main = self._parse1.__func__ is _MAIN  # type: ignore[attr-defined]
        return main and not self._tokens and not self.eof


def _string(written: bytes) -> bytes:
    """The bytes that a string's escapes stand for."""
    if b"\\" not in written:
        return written
    return _ESCAPED.sub(lambda e: bytes((int(e[1], 8),)) if e[1] else e[2], written)


def _item(match: re.Match[bytes]) -> bytes | float:
    """A string or a number of an array."""
    kind = match.lastindex or 1
    made = match[kind]
    if kind == 1:
        return _string(made)
    if kind == 2:
        return bytes.fromhex(made.decode("ascii"))
    return float(made) if kind == 3 else int(made)


#: What each group of the token's pattern stands for.
_MADE: tuple[Callable[[bytes], Any], ...] = (
    bytes,
    int,
    float,
    lambda name: LIT(name.decode("ascii")),
    KWD,
    _string,
)
