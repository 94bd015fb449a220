"""What only the file's own objects tell of its paint: layers, forms, patterns."""

import pytest

SEEN = "BT /F 9 Tf 40 700 Td (Seen words.) Tj ET "
SECRET = "BT /F 9 Tf 40 600 Td (secret) Tj ET "


def written(content, resources="", more=(), catalog="", page=""):
    """The bytes of a PDF of one page; objects 6 and on are ``more``."""
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        f"/Resources<</Font<</F 5 0 R>>{resources}>>{page}>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        font,
        *more,
    ]
    made, places = "%PDF-1.5\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    made += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    end = made.index("xref\n0")
    return (
        made + f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{end}\n%%EOF\n"
    ).encode()


LAYER = "<</Type/OCG/Name(x)>>"
OFF = "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>"
NAMED = "/Properties<</O 6 0 R>>"
GRADIENT = (
    "<</PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]"
    "/Function<</FunctionType 2/Domain[0 1]/C0[{}]/C1[{}]/N 1>>/Extend[true true]>>>>"
)
PATTERN = f"{SEEN}/Pattern cs /P scn {SECRET}"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(
            written(f"{SEEN}/OC /O BDC {SECRET} EMC", NAMED, [LAYER], OFF),
            "6 characters left out, in a layer that is off",
            id="layer",
        ),
        pytest.param(
            written(PATTERN, "/Pattern<</P 6 0 R>>", [GRADIENT.format(1, 1)]),
            "6 characters left out, in the colour of its ground",
            id="white pattern",
        ),
        pytest.param(
            written(f"{SEEN}q /G gs {SECRET} Q", "/ExtGState<</G<</ca 0>>>>"),
            "6 characters left out, painted invisibly",
            id="transparent",
        ),
        pytest.param(
            written(f"/Span<</ActualText({'secret words ' * 3})>>BDC {SEEN} EMC"),
            "its hidden text differs from what is seen, and is left out",
            id="other text",
        ),
    ],
)
def test_hidden(reading, content, problem):
    report, warning = reading(content)
    assert report.text == "Seen words.\n"
    assert warning.problem == f"page 1: {problem}"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            written(f"{SEEN}/OC /O BDC {SECRET} EMC", NAMED, [LAYER]), id="layer"
        ),
        pytest.param(
            written(PATTERN, "/Pattern<</P 6 0 R>>", [GRADIENT.format(0, 0.5)]),
            id="gradient",
        ),
        pytest.param(
            written(f"{SEEN}q /G gs Q {SECRET}", "/ExtGState<</G<</ca 0>>>>"),
            id="restored",
        ),
        pytest.param(
            written(f"{SEEN}/G gs {SECRET}", "/ExtGState<</G<</ca 0.5>>>>"), id="half"
        ),
    ],
)
def test_seen(reading, content):
    (report,) = reading(content)
    assert report.text == "Seen words.\n\nsecret\n"


def test_a_form_that_draws_itself_is_drawn_once(reading):
    form = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 6 0 R>>>>"
        "/Length 11>>stream\n/A Do /A Do\nendstream"
    )
    report, warning = reading(written(f"{SEEN}/A Do", "/XObject<</A 6 0 R>>", [form]))
    assert report.text == "Seen words.\n"
    assert warning.problem == "has forms that draw themselves; each is read once"


REDACT = "<</Type/Annot/Subtype/Redact/Rect[{}]{}>>"


@pytest.mark.parametrize(
    ("content", "mark"),
    [
        pytest.param(f"{SEEN} {SECRET}", REDACT.format("38 595 90 615", ""), id="box"),
        pytest.param(
            f"{SEEN} {SECRET}",
            REDACT.format("0 0 612 792", "/QuadPoints[38 615 90 615 38 595 90 595]"),
            id="quads",
        ),
    ],
)
def test_text_that_is_marked_to_be_blacked_out(reading, content, mark):
    told = written(content, more=[mark], page="/Annots[6 0 R]")
    report, warning = reading(told)
    assert report.text == "Seen words.\n"
    assert "6 characters left out, marked to be blacked out" in warning.problem


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param(REDACT.format("38 500 90 515", ""), id="elsewhere"),
        pytest.param(REDACT.format("38 595", ""), id="cut short"),
        pytest.param(REDACT.format("/A /B /C /D", ""), id="no numbers"),
        pytest.param("<</Subtype/Square/Rect[38 595 90 615]>>", id="another mark"),
    ],
)
def test_a_mark_that_hides_nothing(reading, mark):
    told = written(f"{SEEN} {SECRET}", more=[mark], page="/Annots[6 0 R]")
    (report,) = reading(told)
    assert report.text.split() == ["Seen", "words.", "secret"]
