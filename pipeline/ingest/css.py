"""Style sheets to rules: which declarations hold for which selectors on a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST, _NESTED = 1_000_000, 4_000
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)|<!--|-->", re.S)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?|\\([g-z])", re.I)
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_BRACKETED = dict.fromkeys(map(ord, "{};"), " ")
_RULE = re.compile(r"([^{}]*)([{}])")
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
_PREFIX = re.compile(r"^-(?:webkit|moz|ms|o)-")
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.I)
#: What a feature of a screen is asked for, and a usual screen's width and height.
_FEATURE = re.compile(r"\(\s*(?:(min|max)-)?([a-z-]+)\s*(?::\s*([^()]+?)\s*)?\)", re.I)
_SCREEN = {"width": 1280.0, "height": 800.0, "device-width": 1280.0}
_LENGTH = re.compile(r"([\d.]+)(px|em|rem)")
_OTHERWISE = re.compile(r"dark|portrait|none|coarse|reduce|interlace", re.I)


def plain(sheet: str) -> str:
    """``sheet`` without comments and escapes, and no bracket in its strings."""
    text = _COMMENT.sub(" ", sheet[:_LONGEST])
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    return _STRING.sub(lambda m: m[0].translate(_BRACKETED), text)


def _unescaped(match: re.Match[str]) -> str:
    if match[2]:
        return match[2]
    sign = chr(min(int(match[1], 16), 0xFFFF))
    return sign if sign.isalnum() or sign == "-" else match[0]


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Each selector with its declarations, of rules that hold on a usual screen."""
    within: list[str | None] = [""]  # None in what does not hold
    for match in _RULE.finditer(plain(sheet)):
        before, bracket = match.groups()
        told, prelude = before, ""
        if bracket == "{":
            told, _, prelude = before.rpartition(";")
        here = within[-1]
        if here and told.strip():
            yield from ((one.strip(), told) for one in _COMMA.split(here))
        if bracket == "{":
            within.append(_opened(here, prelude.strip()))
        elif len(within) > 1:
            within.pop()


def _opened(here: str | None, prelude: str) -> str | None:
    """The selector that holds in a block; None where none of it does."""
    if here is None or len(here) > _NESTED:
        return None
    if prelude.startswith("@"):
        return here if _holds(prelude) else None
    if not here:
        return prelude
    return ",".join(
        inner.replace("&", outer) if "&" in inner else f"{outer} {inner}"
        for outer in _COMMA.split(here)
        for inner in _COMMA.split(prelude)
    )


def _holds(prelude: str) -> bool:
    name, _, asked = prelude.partition(" ")
    name = name.partition("(")[0].lower()
    if name == "@media":
        asked = prelude[len(name) :].lower()
        return any(_on_a_screen(one.strip()) for one in asked.split(","))
    if name == "@supports":
        return not prelude[len(name) :].strip().lower().startswith("not")
    return name in ("@layer", "@scope")


def _on_a_screen(query: str) -> bool:
    """Whether a query of ``@media`` holds on a usual screen, of a colour and size."""
    negated = query.startswith("not ")
    kind = _FEATURE.sub(" ", query.removeprefix("not ").removeprefix("only "))
    held = "print" not in kind and "speech" not in kind
    held = held and all(_has(*f) for f in _FEATURE.findall(query))
    return held is not negated


def _has(bound: str, feature: str, asked: str) -> bool:
    size = _LENGTH.fullmatch(asked)
    if feature not in _SCREEN or size is None:
        return bound == "" and _OTHERWISE.search(asked) is None
    length = float(size[1].strip(".") or 0) * (1 if size[2] == "px" else 16)
    have = _SCREEN[feature]
    return have >= length if bound == "min" else have <= length


def declarations(told: str) -> Iterator[tuple[str, str, bool]]:
    """Property, value and whether it is important, of each declaration in ``told``."""
    for one in told.split(";"):
        name, colon, value = one.partition(":")
        name = name.strip()
        if not colon or not name:
            continue
        if not name.startswith("--"):
            name = _PREFIX.sub("", name.lower())
        plainly = _IMPORTANT.sub("", value).strip()
        yield name, plainly.lower(), plainly != value.strip()
