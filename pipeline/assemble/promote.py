"""Tellings without a word of violence: *the truck at Nice, which left 86 dead*.

A sentence that gives a day and a place or target, with victims or a weapon of its own
or in the next sentence, tells of an attack, in a document that is about attacks at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline import edtf
from pipeline.assemble.frames import ATTACK, DETAIL, PLOT, Frame
from pipeline.assemble.traits import of_frame

_PEACEFUL = re.compile(
    r"\b(?:earthquake|flood|accident\w*|crash\w*|collaps\w*|outbreak|epidemic|storm"
    r"|hurricane|avalanche|disease|heart attack|seized|discovered|recovered|found|trial"
    r"|sentenc\w+|convict\w+|court|buried|funeral|anniversary|memorial|visited|election)\b",
    re.IGNORECASE,
)


def promote(frames: Sequence[Frame], text: str) -> list[Frame]:
    """``frames``, those that tell of an attack in other words made attacks."""
    if not any(f.kind in (ATTACK, PLOT) or f.of("GROUP") for f in frames):
        return list(frames)
    return list(_promoted(frames, text))


def _promoted(frames: Sequence[Frame], text: str) -> Iterator[Frame]:
    for frame, after in pairwise([*frames, None]):
        assert frame is not None
        told = _violent(frame) or (
            after is not None and after.block == frame.block and _goes_on(after)
        )
        if frame.kind == DETAIL and told and _located(frame, text):
            yield replace(frame, kind=ATTACK)
        else:
            yield frame


def _located(frame: Frame, text: str) -> bool:
    """Whether a day, and a place or a target, are given, and nothing tells of peace."""
    traits = of_frame(frame)
    day = any(edtf.days(d) <= 31 for d in traits.dates)
    where = traits.places or frame.of("TARGET")
    return bool(day and where) and not _PEACEFUL.search(text, frame.start, frame.end)


def _violent(frame: Frame) -> bool:
    """Whether a frame counts victims, or names a weapon outright."""
    hurt = any(
        m.get("role") != "attacker" and not m.get("aggregate") and not m.get("negated")
        for m in frame.of("KILLED", "INJURED", "CASUALTIES")
    )
    return hurt or any(not m.get("weak") for m in frame.of("WEAPON"))


def _goes_on(frame: Frame) -> bool:
    """Whether a frame counts victims of what stands before it."""
    return not of_frame(frame).evidence and bool(frame.of("KILLED", "INJURED"))
