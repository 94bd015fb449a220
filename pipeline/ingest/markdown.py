"""Markdown to what is printed of it: no marks of emphasis, no addresses of links.

Headings, lists and tables keep their signs, which tell later stages what they are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from incidents.pipeline.ingest import front_matter
from incidents.pipeline.ingest import text as text_files
from incidents.pipeline.ingest.grid import Cell, read_table, text_of
from incidents.pipeline.ingest.limits import Deadline, Limits
from incidents.pipeline.ingest.marks import gap, is_mark, unmarked
from incidents.pipeline.ingest.reading import Reading
from incidents.pipeline.records import Failure

#: A character of a paragraph: no blank line, no next item.
_C = r"(?:[^\n{}]|\n(?![ \t>]*(?:\n|[*+-] |\d{{1,3}}[.)] |#|\|)))"
_STARS = re.compile(
    rf"(?<![\\*])(\*{{1,3}})(?=[^\s*])({_C.format('*')}{{1,2000}}?)(?<=[^\s*\\])\1(?!\*)"
)
_BARS = re.compile(
    rf"(?<![\\\w])(_{{1,3}})(?=[^\s_])({_C.format('_')}{{1,2000}}?)(?<=[^\s_\\])\1(?!\w)"
)
_STRUCK = re.compile(
    rf"(?<![\\~])~~(?=[^\s~])({_C.format('~')}{{1,2000}}?)~~(?!~)[ \t]?"
    r"|<(del|s|strike)\b[^>]{0,200}>(.{0,2000}?)</\2>[ \t]?",
    re.I | re.S,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_TEXT = r"((?:[^\[\]\n\\]|\\.|\n(?!\s*\n)|\[[^\[\]\n]{0,200}\]){0,1000})"
_TARGET = r"\(\s*(?:<([^<>\n]*)>|((?:[^()\s]|\([^()\s]*\))*))(?:\s+[^()\n]{0,300})?\)"
_IMAGE = re.compile(rf"!\[{_TEXT}\](?:{_TARGET}|\[[^\[\]\n]*\])[ \t]?")
_LINK = re.compile(rf"(?<![\\!])\[{_TEXT}\]{_TARGET}")
_REFERENCE = re.compile(rf"(?<![\\!])\[{_TEXT}\]\[([^\[\]\n]{{0,100}})\]")
_DEFINED = re.compile(r"^ {0,3}\[(?!\^)([^\[\]\n]{1,100})\]:[ \t]*\S+.*(?:\n|\Z)", re.M)
_NOTE = re.compile(r"^( {0,3})\[\^([^\]\s]{1,40})\]:", re.M)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
_SUP = re.compile(r"<sup\b[^>]{0,200}>(.{0,100}?)</sup>|\^(\d{1,3})\^", re.I | re.S)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_BREAK = re.compile(r"<br\s*/?>(?:[ \t]*\n)?", re.I)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,12}(?:\s[^<>\n]{0,500})?/?>", re.I)
_CODE = re.compile(r"(`{1,2})(?!`)([^`\n]{1,500})(?<!`)\1(?!`)")
_QUOTED = re.compile(r"^(?: {0,3}>[ \t]?){1,9}", re.M)
_UNDERLINED = re.compile(r"^(?![#>|*+\s-])(\S[^\n|]{0,200})\n(=|-){3,}[ \t]*$", re.M)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
#: A line end within a paragraph, where the next line begins as the middle of one.
_SOFT = re.compile(r"^((?![#|>])[^\n]*[^\s|.!?:\\])\n(?=[a-z][^\n|)]*$)", re.M)
#: Emphasis within emphasis.
_DEPTH = 3


def read_markdown(
    source: str, content: bytes, limits: Limits, deadline: Deadline
) -> Reading:
    """Read a Markdown file.

    Raises:
        IngestError: It is not text.
    """
    text, warnings = text_files.decode(source, content)
    head, text = front_matter.split(text)
    struck = 0

    def strike(match: re.Match[str]) -> str:
        nonlocal struck
        struck += len(match[1] or match[3])
        return ""

    text = _STRUCK.sub(strike, text)
    deadline.check()
    text = printed(text)
    return Reading(
        text,
        (*warnings, *text_files.unseen(source, text), *_told(source, struck)),
        title=head.get("title"),
        publisher=head.get("publisher"),
        published=front_matter.day(head),
    )


def _told(source: str, struck: int) -> Iterator[Failure]:
    if struck:
        problem = f"{struck} characters left out, struck out"
        yield Failure(source, problem, "look at what stands beside them", "warning")


def printed(text: str) -> str:
    """What is printed of Markdown.

    >>> printed("It killed **17**[^1] in [Lom](https://example.org/Vidin).")
    'It killed 17 in Lom.'
    """
    text = _QUOTED.sub("", _COMMENT.sub("", text))
    text = _UNDERLINED.sub(r"# \1", text)
    text = _IMAGE.sub("", text)
    defined = {match[1].casefold() for match in _DEFINED.finditer(text)}
    text = _DEFINED.sub("", text)
    text = _NOTE.sub(r"\1[\2]", text)
    text = _replaced(_NOTE_MARK, text, lambda m: "")
    text = _replaced(_LINK, text, _linked)
    text = _REFERENCE.sub(lambda m: _referred(m, defined), text)
    text = _replaced(_SUP, text, _raised)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub("", _BREAK.sub(r"\\\n", text))
    text = _CODE.sub(r"\2", text)
    for pattern in (_STARS, _BARS):
        for _ in range(_DEPTH):
            text, count = pattern.subn(r"\2", text)
            if not count:
                break
    text = _SOFT.sub(r"\1 ", html.unescape(_ESCAPED.sub(r"\1", text)))
    text = text.replace("\\\n", "\n")
    return "\n".join(_tabled([unmarked(line) for line in text.split("\n")]))


def _replaced(
    pattern: re.Pattern[str], text: str, read: Callable[[re.Match[str]], str]
) -> str:
    """``text`` with what matches read anew, and a blank where only a mark parted."""

    def settle(match: re.Match[str]) -> str:
        start, end = match.span()
        kept = read(match)
        beside = match.string[max(0, start - 1) : start], match.string[end : end + 1]
        return kept or gap(*beside)

    return pattern.sub(settle, text)


def _linked(match: re.Match[str]) -> str:
    """A link's text, unless it is the mark of a note."""
    text, target = match[1], match[2] or match[3] or ""
    before = match.string[max(0, match.start() - 24) : match.start()]
    plain = text.replace("\\", "").strip("[]()")
    behind = before[-1:].strip() != ""
    if behind and (target.startswith("#") or plain.isdigit()):
        return "" if is_mark(plain, before, linked=plain.isdigit()) else text
    return text


def _referred(match: re.Match[str], defined: set[str]) -> str:
    name = (match[2] or match[1]).casefold()
    return match[1] if name in defined else match[0]


def _raised(match: re.Match[str]) -> str:
    text = _TAG.sub("", match[1] or match[2]).strip()
    before = match.string[max(0, match.start() - 24) : match.start()].rpartition("\n")
    after = match.string[match.end() : match.end() + 1]
    return "" if is_mark(text, before[2], after, "href" in match[0]) else text


def _tabled(lines: list[str]) -> Iterator[str]:
    """The lines, with what cells of tables take from above."""
    table: list[str] = []
    for line in [*lines, None]:
        if line is not None and _ROW.fullmatch(line):
            table.append(line)
            continue
        yield from _filled(table)
        table = []
        if line is not None:
            yield line


def _filled(table: list[str]) -> Iterator[str]:
    """The rows of a table; those that nothing changes are as they are."""
    if len(table) < 3 or not _RULE.fullmatch(table[1].strip()):
        yield from table
        return
    head, rule, *rows = table
    cells = [[Cell(t, head=True) for t in _cells(head)]]
    cells += [[Cell(text) for text in _cells(row)] for row in rows]
    read = [(kind, [text_of(s) for s in said]) for kind, said in read_table(cells)]
    if [kind for kind, _ in read] == ["row"] * len(cells):
        yield from (head, rule)
        for row, (_, texts) in zip(rows, read[1:], strict=True):
            same = [text for text in texts if text] == [t for t in _cells(row) if t]
            yield row if same else _row(texts)
        return
    for kind, texts in read:
        yield _row(texts) if kind == "row" else f"\n{texts[0]}\n"


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _row(texts: list[str]) -> str:
    return f"| {' | '.join(texts)} |"
