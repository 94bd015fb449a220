"""Which elements a style sheet's rules are for, for selectors that need no browser.

Tags, classes, ids and attributes, beside and within each other. A selector with
anything else in it (``:hover``, ``+``) is for no element here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from pipeline.ingest.html_tree import Element

_COMPOUND = re.compile(
    r"(?P<tag>\*|[a-z][\w-]*)?(?P<rest>(?:[.#][\w-]+|\[[\w-]+(?:=[\"']?[^\"'\]]*[\"']?)?\])*)",
    re.I,
)
_SIMPLE = re.compile(r"([.#])([\w-]+)|\[([\w-]+)(?:=[\"']?([^\"'\]]*)[\"']?)?\]")
#: Selectors that are kept, compounds of one, and elements above that are looked at.
_MOST, _PARTS, _ABOVE = 5_000, 8, 100


@dataclass(frozen=True, slots=True)
class _Compound:
    """What one element must be; ``child`` where it stands right in the next one."""

    tag: str
    classes: tuple[str, ...]
    ids: tuple[str, ...]
    attributes: tuple[tuple[str, str | None], ...]
    child: bool

    def fits(self, element: Element) -> bool:
        """Whether an element is so."""
        if self.tag not in ("", "*", element.tag):
            return False
        classes = element.get("class").split()
        return (
            all(c in classes for c in self.classes)
            and all(i == element.get("id") for i in self.ids)
            and all(
                name in element.attributes and said in (None, element.get(name))
                for name, said in self.attributes
            )
        )


class Selectors:
    """Selectors with their numbers, found by what the element itself must be."""

    def __init__(self, written: Iterable[tuple[int, str]]) -> None:
        self._by_key: dict[str, list[tuple[int, tuple[_Compound, ...]]]] = {}
        for number, selector in islice(written, _MOST):
            parts = _parse(selector)
            if parts:
                self._by_key.setdefault(_key(parts[0]), []).append((number, parts))

    def last(self, element: Element) -> int:
        """The number of the last one that is for ``element``; -1 where none is."""
        if not self._by_key:
            return -1
        keys = [f".{c}" for c in element.get("class").split()]
        keys += [f"#{element.get('id')}", element.tag, ""]
        keys += [f"[{name}" for name in element.attributes]
        told = (
            number
            for key in dict.fromkeys(keys)
            for number, parts in self._by_key.get(key, ())
            if _fits(parts, element)
        )
        return max(told, default=-1)


def _key(part: _Compound) -> str:
    """What an element must have at least that ``part`` fits."""
    if part.ids:
        return f"#{part.ids[0]}"
    if part.classes:
        return f".{part.classes[0]}"
    if part.attributes:
        return f"[{part.attributes[0][0]}"
    return part.tag.replace("*", "")


def _parse(selector: str) -> tuple[_Compound, ...]:
    """The compounds of a selector from the right; none where it has other things."""
    found: list[_Compound] = []
    child = False
    for word in reversed(re.sub(r"\s*>\s*", " > ", selector).split()):
        if word == ">":
            child = True
            continue
        match = _COMPOUND.fullmatch(word)
        if match is None or len(found) >= _PARTS:
            return ()
        simple = _SIMPLE.findall(match["rest"])
        found.append(
            _Compound(
                (match["tag"] or "").lower(),
                tuple(name for sign, name, _, _ in simple if sign == "."),
                tuple(name for sign, name, _, _ in simple if sign == "#"),
                tuple((a.lower(), v or None) for sign, _, a, v in simple if not sign),
                child,
            )
        )
        child = False
    first = found[:1]
    bare = all(not p.tag.strip("*") and _key(p) == "" for p in first)
    return () if bare else tuple(found)


def _fits(parts: tuple[_Compound, ...], element: Element) -> bool:
    if not parts[0].fits(element):
        return False
    at = element
    for part in parts[1:]:
        above = list(islice(at.ancestors(), 1 if part.child else _ABOVE))
        nearest = next((e for e in above if part.fits(e)), None)
        if nearest is None:
            return False
        at = nearest
    return True
