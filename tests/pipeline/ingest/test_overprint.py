import random

import pytest

from incidents.pipeline.ingest.overprint import once
from incidents.pipeline.ingest.page import Glyph


def glyph(text, x, y=700.0, width=6.0, size=11.0, bold=False):
    return Glyph(text, (x, y, x + width, y + size), size, bold, 0)


@pytest.mark.parametrize(
    "glyphs",
    [
        pytest.param([glyph("1", 72), glyph("1", 78)], id="side by side"),
        pytest.param([glyph("l", 72, width=2), glyph("l", 74, width=2)], id="narrow"),
        pytest.param([glyph("1", 72), glyph("2", 72.3)], id="another"),
        pytest.param([glyph("1", 72), glyph("1", 72, 702)], id="higher"),
        pytest.param([glyph("1", 72), glyph("1", 72.3, size=8)], id="smaller"),
    ],
)
def test_what_is_printed_once_stays(glyphs):
    assert once(glyphs) == glyphs


@pytest.mark.parametrize(
    ("dx", "dy"), [(0, 0), (0.4, 0), (-0.4, 0), (0.5, -0.5), (1, 0)]
)
@pytest.mark.parametrize("x", [72, 72.9, 73.1, 0])
def test_painted_again(dx, dy, x):
    twice = [glyph("1", x), glyph("4", x + 6), glyph("1", x + dx, 700 + dy)]
    assert once(twice) == [glyph("1", x, bold=True), glyph("4", x + 6)]


def test_far_out_and_no_number():
    odd = [glyph("1", 1e300), glyph("1", -1e300), glyph("2", float("nan"))]
    assert len(once(odd)) == 3


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_painted_again_is_found(seed):
    chance = random.Random(seed)
    size = chance.uniform(5, 20)
    printed = [
        glyph(c, 60 + size * n, 700 - 2 * size * row, size=size)
        for row in range(20)
        for n, c in enumerate("killed")
    ]
    assert once(printed) == printed
    left, low, right, high = printed[chance.randrange(120)].box
    dx, dy = (chance.uniform(-0.09, 0.09) * size for _ in range(2))
    text = next(g.text for g in printed if g.box == (left, low, right, high))
    again = Glyph(text, (left + dx, low + dy, right + dx, high + dy), size, False, 0)
    assert len(once([*printed, again])) == len(printed)


def test_a_line_painted_four_times():
    line = [glyph(c, 72 + 6 * n) for n, c in enumerate("17 dead")]
    four = [
        g._replace(box=(g.box[0] + n / 4, *g.box[1:])) for n in range(4) for g in line
    ]
    assert "".join(g.text for g in once(four) if g.text != " ") == "17dead"
