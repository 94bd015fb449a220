"""What a file in rich text says, token by token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([{}\\])|\\([^A-Za-z'])"
    rb"|([{}])|([^\\{}\r\n\0]+)"
)
#: Code pages by the number of a font's character set; 0 and others are the file's own.
_PAGES = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
#: The code page of a file that names none, or one that nobody knows.
USUAL = "cp1252"


class Token(NamedTuple):
    """A control word or sign with its number, a brace, or characters as bytes."""

    word: str
    number: int | None = None
    content: bytes = b""


def tokens(content: bytes) -> Iterator[Token]:
    """The tokens of a file; the bytes that follow the word ``bin`` are none."""
    at = 0
    while match := _TOKEN.search(content, at):
        at = match.end()
        word, number, code, escaped, sign, brace, plain = match.groups()
        if word == b"bin":
            at += max(0, int(number or 0))
        elif word:
            yield Token(word.decode(), None if number is None else int(number))
        elif code:
            yield Token("'", content=bytes.fromhex(code.decode()))
        elif escaped or plain:
            yield Token("", content=escaped or plain)
        else:
            yield Token((sign or brace).decode("latin-1"))


def code_page(charset: int) -> str | None:
    """The code page of a font's character set; None for the file's own."""
    return _PAGES.get(charset)


def decoded(content: bytes, page: str) -> str:
    """Characters of a code page; what it does not have is a replacement character."""
    try:
        return content.decode(page, "replace")
    except LookupError:
        return content.decode(USUAL, "replace")
