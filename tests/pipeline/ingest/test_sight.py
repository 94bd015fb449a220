"""Text of which no ink is left, however it is hidden, and text that only seems so."""

import pytest

from tests.pipeline.ingest.test_paint import (
    GRADIENT,
    LAYER,
    NAMED,
    SECRET,
    SEEN,
    written,
)

FORM = (
    "<</Type/XObject/Subtype/Form/BBox[{}]{}/Resources<</Font<</F 5 0 R>>>>/Length {}>>"
)
TILE = (
    "<</PatternType 1/PaintType {}/TilingType 1/BBox[0 0 10 10]/XStep 10/YStep 10"
    "/Resources<<>>/Length {}>>stream\n{}\nendstream"
)
BLACK_TILE, WHITE_TILE = "0 g 0 0 10 10 re f", "1 g 0 0 10 10 re f"
TINT = "<</FunctionType 2/Domain[0 1]/C0[{}]/C1[{}]/N 1>>"
INK = "/ColorSpace<</C[/Separation/Spot/DeviceGray 6 0 R]>>"
COLOURED = f"{SEEN}/C cs 1 scn {SECRET}"
FADED = "/ExtGState<</G<</ca 0.01>>>>"
MASKED = "/ExtGState<</G<</SMask<</Type/Mask/S/Alpha/G 6 0 R>>>>>>"
EMPTY = "<</Type/XObject/Subtype/Form/Group<</S/Transparency>>/BBox[0 0 9 9]/Length 0>>"
PATTERN = f"{SEEN}/Pattern cs /P scn {SECRET}"
PATTERNS = "/Pattern<</P 6 0 R>>"


def form(box, more="", content=SECRET):
    head = FORM.format(box, more, len(content))
    return f"{head}stream\n{content}\nendstream"


def layers(shown, kind="<</Type/OCMD/OCGs[6 0 R]>>"):
    """A page with a layer of a kind, where the file shows layers as said."""
    named = NAMED.replace("6 0 R", "7 0 R")
    catalog = f"/OCProperties<</OCGs[6 0 R]/D<<{shown}>>>>"
    return written(f"{SEEN}/OC /O BDC {SECRET} EMC", named, [LAYER, kind], catalog)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(written(f"{SEEN}/G gs {SECRET}", FADED), id="faint"),
        pytest.param(
            written(f"{SEEN}/G gs {SECRET}", MASKED, [f"{EMPTY}stream\n\nendstream"]),
            id="masked",
        ),
        pytest.param(written(f"{SEEN}q 0 0 9 9 re W n {SECRET} Q"), id="clipped"),
        pytest.param(written(f"{SEEN}q 0 0 0 0 re W* n {SECRET} Q"), id="no clip"),
        pytest.param(
            written(f"{SEEN}/A Do", "/XObject<</A 6 0 R>>", [form("0 0 9 9")]),
            id="out of its form",
        ),
        pytest.param(
            written(f"{SEEN}{SECRET} 1 g 0 0 612 650 re f"), id="under a big box"
        ),
        pytest.param(
            written(f"{SEEN}{SECRET} 1 g 20 580 m 612 580 l 300 640 l 20 630 l f"),
            id="under a shape",
        ),
        pytest.param(
            written(f"{SEEN}{SECRET} 1 g -200 560 m -200 690 612 690 612 560 c f"),
            id="under a curve",
        ),
        pytest.param(
            written(f"{SEEN}{SECRET} 1 G 30 w 30 605 m 612 605 l S"), id="under a line"
        ),
        pytest.param(
            written(f"{SEEN}{SECRET} 1 g 30 590 40 30 re 70 590 300 30 re f"),
            id="under two boxes",
        ),
        pytest.param(layers("/OFF[6 0 R]"), id="in a set of layers"),
        pytest.param(layers("/BaseState/OFF"), id="no layer shown"),
        pytest.param(
            layers("", "<</Type/OCMD/OCGs[6 0 R]/P/AllOff>>"), id="shown without"
        ),
        pytest.param(written(f"{SEEN}1 G 1 Tr {SECRET}"), id="white outline"),
        pytest.param(written(COLOURED, INK, [TINT.format(0, 1)]), id="white ink"),
        pytest.param(
            written(COLOURED, "/ColorSpace<</C[/Indexed/DeviceRGB 1<000000FFFFFF>]>>"),
            id="white by index",
        ),
        pytest.param(
            written(PATTERN, PATTERNS, [TILE.format(1, len(WHITE_TILE), WHITE_TILE)]),
            id="white tiles",
        ),
        pytest.param(
            written(
                f"{SEEN}/Pattern CS /P SCN 1 Tr {SECRET}",
                PATTERNS,
                [GRADIENT.format(1, 1)],
            ),
            id="outline by a white pattern",
        ),
        pytest.param(written(f"{SEEN}0.1 Tz {SECRET}"), id="narrow"),
    ],
)
def test_unseen(reading, content):
    report, *warnings = reading(content)
    assert report.text == "Seen words.\n"
    assert warnings[0].problem.startswith("page 1: 6 characters left out, ")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(written(f"{SEEN}q 30 590 300 30 re W n {SECRET} Q"), id="clip"),
        pytest.param(
            written(f"{SEEN}q 30 590 m 300 590 l 200 690 l 30 690 l W n {SECRET} Q"),
            id="clip of a shape",
        ),
        pytest.param(
            written(f"{SEEN}/A Do", "/XObject<</A 6 0 R>>", [form("0 0 612 792")]),
            id="form",
        ),
        pytest.param(
            written(
                f"{SEEN}{SECRET} q /G gs 1 1 0 rg 30 590 300 30 re f Q",
                "/ExtGState<</G<</BM/Multiply>>>>",
            ),
            id="marked",
        ),
        pytest.param(
            written(f"{SEEN}{SECRET} 1 g 20 500 m 600 500 l 600 790 l f"),
            id="beside a shape",
        ),
        pytest.param(layers(""), id="layer"),
        pytest.param(written(f"{SEEN}0 G 1 Tr {SECRET}"), id="outline"),
        pytest.param(written(COLOURED, INK, [TINT.format(1, 0)]), id="black ink"),
        pytest.param(
            written(PATTERN, PATTERNS, [TILE.format(1, len(BLACK_TILE), BLACK_TILE)]),
            id="black tiles",
        ),
        pytest.param(written(f"{SEEN}60 Tz {SECRET}"), id="condensed"),
    ],
)
def test_seen(reading, content):
    report, *warnings = reading(content)
    assert (report.text, warnings) == ("Seen words.\n\nsecret\n", [])
