"""Which elements a style sheet's rules are for, for selectors that need no browser.

Tags, classes, ids, attributes and places among siblings, beside and within each other.
A selector with anything else in it (``:hover``, ``::before``) is for no element here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from incidents.pipeline.ingest.html_tree import ROOT, Element

_SIMPLE = re.compile(
    r"(?P<tag>\*|[a-z][\w-]*)|\.(?P<class>[\w-]+)|\#(?P<id>[\w-]+)"
    r"|\[\s*(?P<name>[\w-]+)\s*(?:(?P<sign>[~|^$*]?)=\s*(?P<said>\"[^\"]*\"|'[^']*'|[^\]\s]*)"
    r"\s*(?:[is]\s*)?)?\]"
    r"|:(?P<pseudo>[a-z-]+)(?:\((?P<of>[^()]*)\))?",
    re.I,
)
_JOIN = re.compile(r"\s*([>+~])\s*|\s+")
_NTH = re.compile(r"(?:([+-]?\d{0,6})n)?\s*([+-]?\s*\d{1,6})?")
#: Selectors that are kept, compounds of one, and elements above that are looked at.
_MOST, _PARTS, _ABOVE = 5_000, 8, 100
#: Every so many siblings, and the first of them.
_PLACES = {
    "first-child": "1",
    "last-child": "1",
    "first-of-type": "1",
    "last-of-type": "1",
    "nth-child": "",
    "nth-last-child": "",
    "nth-of-type": "",
    "nth-last-of-type": "",
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A place among siblings: every ``step``, from ``first`` on."""

    step: int
    first: int
    last: bool
    typed: bool


@dataclass(frozen=True, slots=True)
class _Compound:
    """What one element must be; ``join`` is how it stands to the next one."""

    tag: str
    classes: tuple[str, ...]
    ids: tuple[str, ...]
    attributes: tuple[tuple[str, str | None, str], ...]
    places: tuple[_Place, ...]
    among: tuple[tuple[bool, tuple[_Compound, ...]], ...]
    join: str

    @property
    def key(self) -> str:
        """What an element must have at least that it fits."""
        if self.ids:
            return f"#{self.ids[0]}"
        if self.classes:
            return f".{self.classes[0]}"
        if self.attributes:
            return f"[{self.attributes[0][0]}"
        return self.tag.replace("*", "")

    @property
    def weight(self) -> tuple[int, int, int]:
        """How specific it is: ids, classes and the like, tags."""
        inner = [max(c.weight for c in group) for _, group in self.among if group]
        own = len(self.classes) + len(self.attributes) + len(self.places)
        return (
            len(self.ids) + sum(w[0] for w in inner),
            own + sum(w[1] for w in inner),
            bool(self.tag.strip("*")) + sum(w[2] for w in inner),
        )


class Selectors:
    """Selectors with their numbers, found by what the element itself must be."""

    def __init__(self, written: Iterable[tuple[int, str]]) -> None:
        self._by_key: dict[
            str, list[tuple[tuple[int, int, int], int, tuple[_Compound, ...]]]
        ] = {}
        self._places: dict[tuple[Element, bool], tuple[int, int]] = {}
        for number, selector in islice(written, _MOST):
            parts = _parse(selector)
            if parts:
                weights = [part.weight for part in parts]
                total = (
                    sum(w[0] for w in weights),
                    sum(w[1] for w in weights),
                    sum(w[2] for w in weights),
                )
                self._by_key.setdefault(parts[0].key, []).append((total, number, parts))

    def matching(self, element: Element) -> list[int]:
        """Numbers of those that are for ``element``; the last one has the last word."""
        if not self._by_key:
            return []
        keys = [f".{c}" for c in element.get("class").split()]
        keys += [f"#{element.get('id')}", element.tag, ""]
        keys += [f"[{name}" for name in element.attributes]
        told = [
            (weight, number)
            for key in dict.fromkeys(keys)
            for weight, number, parts in self._by_key.get(key, ())
            if self._fits(parts, element)
        ]
        return [number for _, number in sorted(told)]

    def _fits(self, parts: tuple[_Compound, ...], element: Element) -> bool:
        if not self._is(parts[0], element):
            return False
        at = element
        for part, before in zip(parts[1:], parts, strict=False):
            near = _near(at, before.join)
            found = next((e for e in near if self._is(part, e)), None)
            if found is None:
                return False
            at = found
        return True

    def _is(self, part: _Compound, element: Element) -> bool:
        if part.tag not in ("", "*", element.tag):
            return False
        classes = element.get("class").split()
        return (
            all(c in classes for c in part.classes)
            and all(i == element.get("id") for i in part.ids)
            and all(_has(element, *attribute) for attribute in part.attributes)
            and all(self._stands(element, place) for place in part.places)
            and all(
                any(self._is(one, element) for one in group) is wanted
                for wanted, group in part.among
            )
        )

    def _stands(self, element: Element, place: _Place) -> bool:
        if element.parent is None:
            return False
        if (element, place.typed) not in self._places:
            self._count(element.parent, place.typed)
        at, count = self._places[element, place.typed]
        steps = (count + 1 - at if place.last else at) - place.first
        if place.step == 0:
            return steps == 0
        return steps % place.step == 0 and steps // place.step >= 0

    def _count(self, parent: Element, typed: bool) -> None:
        """Note the place of each child of ``parent``, the first being 1."""
        groups: dict[str, list[Element]] = {}
        for child in parent.children:
            if isinstance(child, Element):
                groups.setdefault(child.tag if typed else "", []).append(child)
        for group in groups.values():
            for at, child in enumerate(group, 1):
                self._places[child, typed] = at, len(group)


def _near(element: Element, join: str) -> Iterator[Element]:
    """The elements that stand to ``element`` as ``join`` says."""
    if join in (">", ""):
        return islice(element.ancestors(), 1 if join else _ABOVE)
    siblings = element.parent.children if element.parent else []
    found: list[Element] = []
    for child in siblings:
        if child is element:
            break
        if isinstance(child, Element):
            found = [child, *found[: _ABOVE if join == "~" else 0]]
    return iter(found)


def _has(element: Element, name: str, said: str | None, sign: str) -> bool:
    if name not in element.attributes:
        return False
    held = element.get(name)
    if said is None:
        return True
    if not sign:
        return held == said
    return (
        bool(said)
        and {
            "^": held.startswith(said),
            "$": held.endswith(said),
            "*": said in held,
            "~": said in held.split(),
            "|": held == said or held.startswith(f"{said}-"),
        }[sign]
    )


def _parse(selector: str) -> tuple[_Compound, ...]:
    """The compounds of a selector from the right; none where it has other things."""
    found: list[_Compound] = []
    at, join, selector = 0, "", selector.strip()
    while at < len(selector):
        part, end = _compound(selector, at, join)
        if part is None or len(found) >= _PARTS:
            return ()
        found.append(part)
        between = _JOIN.match(selector, end)
        join, at = (between[1] or "", between.end()) if between else ("", end)
        if between is None and end < len(selector):
            return ()
    found.reverse()
    # how a compound stands to the one before it is kept with the later one
    bare = all(not p.key and not p.places and not p.among for p in found[:1])
    return () if bare else tuple(found)


def _compound(selector: str, at: int, join: str) -> tuple[_Compound | None, int]:
    """The compound that begins at ``at``, and where it ends."""
    simple: list[re.Match[str]] = []
    while (match := _SIMPLE.match(selector, at)) and not (simple and match["tag"]):
        simple.append(match)
        at = match.end()
    asked = [m for m in simple if m["pseudo"] and m[0] != ROOT]
    among = [(m["pseudo"].lower(), m["of"] or "") for m in asked]
    places = [p for name, of in among for p in _placed(name, of)]
    groups = [g for name, of in among for g in _grouped(name, of)]
    if not simple or len(places) + len(groups) < len(among):
        return None, at
    return (
        _Compound(
            next((m["tag"].lower() for m in simple if m["tag"]), ""),
            tuple(m["class"] for m in simple if m["class"]),
            tuple(m["id"] for m in simple if m["id"]),
            tuple(_attribute(m) for m in simple if m["name"] or m[0] == ROOT),
            tuple(places),
            tuple(groups),
            join,
        ),
        at,
    )


def _attribute(match: re.Match[str]) -> tuple[str, str | None, str]:
    if match[0] == ROOT:
        return ROOT, None, ""
    said = match["said"]
    told = said.strip("\"'") if said is not None else None
    return match["name"].lower(), told, match["sign"] or ""


def _placed(name: str, of: str) -> Iterator[_Place]:
    """The place among siblings that a pseudo-class asks for, if it is one."""
    typed, last = name.endswith("of-type"), "last" in name
    if name.startswith("only-"):
        yield _Place(0, 1, False, typed)
        return
    if name not in _PLACES:
        return
    of = {"odd": "2n+1", "even": "2n"}.get(of.strip().lower(), of.strip().lower())
    match = _NTH.fullmatch(_PLACES[name] or of)
    if match and match[0]:
        step = match[1]
        every = 0 if step is None else int(f"{step}1" if step in "+-" else step)
        yield _Place(every, int((match[2] or "0").replace(" ", "")), last, typed)


def _grouped(name: str, of: str) -> Iterator[tuple[bool, tuple[_Compound, ...]]]:
    """What ``:not()``, ``:is()`` and the like ask for, if one compound says each."""
    if name not in ("not", "is", "where", "matches", "any"):
        return
    written = [one.strip() for one in of.split(",")]
    group = [(one, *_compound(one, 0, "")) for one in written]
    parts = tuple(p for one, p, end in group if p is not None and end == len(one))
    if len(parts) == len(group):
        yield name != "not", parts
