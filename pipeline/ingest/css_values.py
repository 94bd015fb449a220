"""Lengths, numbers and colours as style sheets write them."""

from __future__ import annotations

import colorsys
import re

#: Red, green, blue and how much shows, 0 to 1.
Colour = tuple[float, float, float, float]

WHITE: Colour = (1.0, 1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0, 1.0)
CLEAR: Colour = (0.0, 0.0, 0.0, 0.0)

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?"
_SIZED = re.compile(rf"(?:calc\(\s*)?({_NUMBER})\s*([a-z]*|%)\s*\)?", re.I)
#: Pixels of a unit; of a font's size, on a screen of 1280 by 800.
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8}
_UNITS |= {"mm": 3.78, "q": 0.945, "rem": 16.0, "vw": 12.8, "vh": 8.0}
_UNITS |= {"vmin": 8.0, "vmax": 12.8}
_OF_FONT = {"em": 1.0, "ex": 0.5, "ch": 0.5, "%": 0.01}
_HEX = re.compile(r"#([0-9a-f]{3,8})\b", re.I)
_CALL = re.compile(r"(rgba?|hsla?)\(([^()]*)\)", re.I)
#: The names of colours that are nearly white, and of those that others are told from.
_NAMED = {
    "white": "ffffff",
    "snow": "fffafa",
    "ivory": "fffff0",
    "ghostwhite": "f8f8ff",
    "floralwhite": "fffaf0",
    "whitesmoke": "f5f5f5",
    "mintcream": "f5fffa",
    "azure": "f0ffff",
    "black": "000000",
    "transparent": "00000000",
}
_NAME = re.compile(rf"\b({'|'.join(_NAMED)})\b", re.I)


def pixels(text: str, font: float = 16.0) -> float | None:
    """A length in pixels, ``font`` being the size that em and % count from."""
    match = _SIZED.fullmatch(text.strip())
    if match is None:
        return None
    number, unit = float(match[1]), match[2].lower()
    if unit in _OF_FONT:
        return number * _OF_FONT[unit] * font
    return number * _UNITS[unit] if unit in _UNITS else None


def number(text: str) -> float | None:
    """A number, or a share in percent."""
    match = _SIZED.fullmatch(text.strip())
    if match is None or match[2] not in ("", "%"):
        return None
    return float(match[1]) / (100 if match[2] else 1)


def colour(text: str) -> Colour | None:
    """The first colour that ``text`` names; None where none is known."""
    if found := _HEX.search(text):
        return _of_hex(found[1])
    if found := _CALL.search(text):
        return _of_call(found[1].lower(), found[2])
    if found := _NAME.search(text):
        return _of_hex(_NAMED[found[1].lower()])
    return None


def _of_hex(digits: str) -> Colour | None:
    if len(digits) in (3, 4):
        digits = "".join(d * 2 for d in digits)
    if len(digits) not in (6, 8):
        return None
    red, green, blue, alpha = bytes.fromhex(digits.ljust(8, "f"))
    return red / 255, green / 255, blue / 255, alpha / 255


def _of_call(name: str, arguments: str) -> Colour | None:
    parts = re.split(r"[\s,/]+", arguments.replace("deg", "").strip())
    told = [number(part) for part in parts]
    if len(told) not in (3, 4) or None in told:
        return None
    first, second, third, *alpha = (min(abs(n or 0.0), 360.0) for n in told)
    shown = min(alpha[0], 1.0) if alpha else 1.0
    if name.startswith("hsl"):
        mixed = colorsys.hls_to_rgb(first / 360, min(third, 1), min(second, 1))
        return (*mixed, shown)
    full = 1 if "%" in parts[0] else 255
    red, green, blue = (min(1.0, part / full) for part in (first, second, third))
    return red, green, blue, shown


def alike(one: Colour, other: Colour, least: float) -> bool:
    """Whether no part of two colours differs by ``least``."""
    return all(abs(a - b) < least for a, b in zip(one[:3], other[:3], strict=True))


def over(paint: Colour, ground: Colour) -> Colour:
    """``paint`` as it looks on ``ground``."""
    share = paint[3]
    mixed = [p * share + g * (1 - share) for p, g in zip(paint, ground, strict=True)]
    return mixed[0], mixed[1], mixed[2], 1.0
