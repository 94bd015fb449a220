"""The tokens of a file in rich text as text, while it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from incidents.pipeline.ingest.blocks import Writer
from incidents.pipeline.ingest.clean import Cleaner
from incidents.pipeline.ingest.marks import is_mark
from incidents.pipeline.ingest.rtf_table import Rows
from incidents.pipeline.ingest.rtf_tokens import USUAL, Token, code_page, decoded

#: Groups in groups.
_DEEPEST = 2_000
#: Half points: the largest size that is too small to see, and how high a mark stands.
_TINY, _HIGH = 3, 4
_WHITE = (255, 255, 255)
#: Groups whose text is not the document's: codes, pictures, what other pages repeat.
_ASIDE = frozenset(
    "stylesheet info pict nonshppict shprslt fldinst objdata listtext pntext tc xe rxe"
    " header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc"
    " aftnsep aftnsepc atnid atnauthor annotation themedata datafield".split()
)
_SIGNS = {
    "tab": " ",
    "emdash": "\u2014",
    "endash": "\u2013",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "bullet": "\u2022",
    "emspace": " ",
    "enspace": " ",
    "~": "\u00a0",
    "_": "-",
}
_ENDS = frozenset(("par", "sect", "page", "column", "\n", "\r"))


class _Place(Enum):
    """What the text of a group is."""

    TEXT = 1
    ASIDE = 2
    NOTE = 3
    TITLE = 4
    FONTS = 5
    COLOURS = 6


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until a group ends."""

    place: _Place = _Place.TEXT
    hidden: bool = False
    deleted: bool = False
    struck: bool = False
    raised: bool = False
    tiny: bool = False
    white: bool = False
    shaded: bool = False
    font: int = 0
    skipped: int = 1


class Body:
    """The document's text; ``writer`` has it in the end."""

    def __init__(self, clean: Cleaner) -> None:
        self.writer = Writer(clean)
        self.title: list[str] = []
        self.hidden = self.deleted = self.struck = 0
        self._rows = Rows(self.writer)
        self._state = _State()
        self._outer: list[_State] = []
        self._notes: list[list[str]] = []
        self._page, self._pages = USUAL, dict[int, str]()
        self._colours: list[tuple[int, ...]] = []
        self._colour = [0, 0, 0]
        self._bytes = b""
        self._skip = 0
        self._high = ""
        self._mark: list[str] = []

    @property
    def too_deep(self) -> bool:
        """Whether more groups are open than anybody writes."""
        return len(self._outer) > _DEEPEST

    def take(self, token: Token) -> None:
        """Do what a token says."""
        word, number, content = token
        if content:
            skipped = min(self._skip, len(content))
            self._skip -= skipped
            self._bytes += content[skipped:]
            if not word:  # a character of several bytes may be several tokens
                self._flush()
            return
        self._flush()
        if word == "{":
            self._outer.append(self._state)
        elif word == "}":
            self._state = self._outer.pop() if self._outer else self._state
        elif word == "u":
            self._unicode(number or 0)
            return
        else:
            self._control(word, number)
        self._skip, self._high = 0, ""

    def end(self) -> None:
        """Write what is left, then the notes."""
        self._flush()
        self._settle_mark("")
        self._rows.end_table()
        for note in self._notes:
            self.writer.block()
            self.writer.write("".join(note))

    def _control(self, word: str, number: int | None) -> None:
        """Do what a control word says."""
        on = number != 0
        if word in _ASIDE or word == "*":
            self._aside(word)
        elif word in _PLACES:
            self._enter(_PLACES[word])
        elif word in _TURNS:
            self._state = _TURNS[word](self._state, on)
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word == "plain":
            state = self._state
            self._state = _State(state.place, skipped=state.skipped)
        elif word == "up":
            raised = (6 if number is None else number) >= _HIGH
            self._state = replace(self._state, raised=raised)
        elif word == "fs":
            self._state = replace(self._state, tiny=0 < (number or 24) <= _TINY)
        elif word == "cf":
            self._state = replace(self._state, white=self._is_white(number or 0))
        elif word == "uc":
            self._state = replace(self._state, skipped=max(0, min(number or 0, 8)))
        elif word == "ansicpg":
            self._page = f"cp{number}"
        elif word in ("f", "fcharset"):
            self._font(word, number or 0)
        elif self._state.place is _Place.COLOURS and word in _HUES:
            self._colour[_HUES.index(word)] = number or 0
        elif self._state.place is _Place.TEXT:
            self._layout(word)
        elif self._state.place is _Place.NOTE and word in ("line", *_ENDS):
            self._write(" ")

    def _layout(self, word: str) -> None:
        """End a line, a paragraph, a cell or a row."""
        if word in _ENDS:
            self._settle_mark("")
            self.writer.block()
        elif word == "line":
            self._settle_mark("")
            self.writer.line()
        elif word == "chftn":
            self.writer.mark()
        else:
            if word in ("cell", "row", "nestcell"):
                self._settle_mark("")
            self._rows.take(word)

    def _aside(self, word: str) -> None:
        """Set a group aside; the sign of a list's item begins one."""
        if self._state.place is _Place.TEXT and word in ("listtext", "pntext"):
            self.writer.block("item", "- ")
        self._state = replace(self._state, place=_Place.ASIDE)

    def _enter(self, place: _Place) -> None:
        """Begin a group whose text is of another kind; a text box is text again."""
        if place is _Place.NOTE:
            if self._state.place is _Place.ASIDE:
                return
            self._notes.append([])
        elif place is _Place.TEXT:
            self.writer.block()
        self._state = _State(place)

    def _font(self, word: str, number: int) -> None:
        """Choose a font, or note what its characters are."""
        if word == "f":
            self._state = replace(self._state, font=number)
        elif page := code_page(number):
            self._pages[self._state.font] = page

    def _is_white(self, number: int) -> bool:
        return number < len(self._colours) and self._colours[number] == _WHITE

    def _unicode(self, code: int) -> None:
        """Write a character by its number; halves of one are put together."""
        unit = chr(code % 0x10000)
        self._skip = self._state.skipped
        if "\ud800" <= unit < "\udc00":
            self._high = unit
            return
        pair = (self._high + unit).encode("utf-16", "surrogatepass")
        self._high = ""
        self._write(pair.decode("utf-16", "replace"))

    def _flush(self) -> None:
        """Write the characters whose bytes are there."""
        if self._bytes:
            page = self._pages.get(self._state.font, self._page)
            told, self._bytes = decoded(self._bytes, page), b""
            self._write(told)

    def _write(self, text: str) -> None:
        """Add text where it belongs."""
        place = self._state.place
        if place is _Place.TITLE:
            self.title.append(text)
        elif place is _Place.COLOURS:
            for _ in range(text.count(";")):
                self._colours.append(tuple(self._colour))
        elif place in (_Place.TEXT, _Place.NOTE):
            self._told(text)

    def _told(self, text: str) -> None:
        """Add text, unless it is deleted or cannot be seen."""
        state, signs = self._state, len(text.strip())
        white = state.white and not state.shaded and not self._rows.inside
        if state.deleted:
            self.deleted += signs
        elif state.hidden or state.tiny or white:
            self.hidden += signs
        elif state.struck:
            self.struck += signs
        elif state.place is _Place.NOTE:
            self._notes[-1].append(text)
        elif state.raised:
            self._mark.append(text)
        else:
            self._settle_mark(text)
            self._rows.begin()
            self.writer.write(text)

    def _settle_mark(self, after: str) -> None:
        """Write raised text that ends here, unless it is a note's mark."""
        mark, self._mark = "".join(self._mark), []
        if mark and is_mark(mark, self.writer.before, after):
            self.writer.mark()
        elif mark:
            self._rows.begin()
            self.writer.write(mark)


_HUES = ("red", "green", "blue")
_PLACES = {
    "footnote": _Place.NOTE,
    "title": _Place.TITLE,
    "fonttbl": _Place.FONTS,
    "colortbl": _Place.COLOURS,
    "shptxt": _Place.TEXT,
}
#: What a control word turns on, or off with a 0.
_TURNS: dict[str, Callable[[_State, bool], _State]] = {
    "v": lambda state, on: replace(state, hidden=on),
    "deleted": lambda state, on: replace(state, deleted=on),
    "strike": lambda state, on: replace(state, struck=on),
    "striked": lambda state, on: replace(state, struck=on),
    "super": lambda state, on: replace(state, raised=on),
    "nosupersub": lambda state, on: replace(state, raised=False),
    "highlight": lambda state, on: replace(state, shaded=on),
    "cb": lambda state, on: replace(state, shaded=on),
    "chcbpat": lambda state, on: replace(state, shaded=on),
}
