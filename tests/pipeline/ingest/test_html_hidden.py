"""The ways in which a page hides text, and those that only look like them."""

import pytest

from incidents.pipeline.ingest import read

STORY = "Gunmen killed three guards at a depot near the river on Monday, police said."


@pytest.fixture
def shown(tmp_path):
    """What is left of a page beside the story, and how many are its warnings."""

    def shown(markup):
        path = tmp_path / "a.html"
        path.write_text(f"<p>{STORY}</p>{markup}")
        report, *warnings = read(path)
        return report.text.removeprefix(STORY).strip(), len(warnings)

    return shown


HIDING = """
width:0;overflow:hidden | max-height:0;overflow:hidden
height:1px;width:1px;overflow:clip
line-height:0;overflow:hidden | height:.5px;overflow-y:auto
text-indent:100%;white-space:nowrap;overflow:hidden
font-size:0.1em | font-size:1% | font-size:1pt | font:0/0 serif | font:italic 1px serif
font-size:1e-3px | zoom:0.01
transform:scale(0.01) | transform:scaleX(0) | transform:rotateY(90deg)
scale:0 | scale:1 0
transform:matrix(0,0,0,0,0,0) | transform:translate(-200vw, 0) | translate:-9999px
transform:rotate(1deg) scale(.001) | rotate:y 90deg | transform:translate3d(0,-5000px,0)
margin-left:-9999px | margin:-5000px 0 0 0 | margin-inline-start:-9999px
padding-left:9999px | left:9999px;position:fixed | top:-100vh;position:absolute
inset:-9999px auto auto auto | bottom:-9999px | text-indent:-100em
color:#fefefe | color:#fff8 | color:rgb(255 255 255) | color:rgba(0,0,0,0) | color:#0000
color:hsl(0,0%,100%) | color:hsla(0,0%,0%,0) | color:rgb(0 0 0 / 0%) | color:snow
color:rgb(100%,100%,100%) | text-fill-color:transparent | -webkit-text-fill-color:#fff
background:#000;color:black | background-color:#123;color:#123
color:var(--x,white) | --x:#fff;color:var(--x) | color:var(--nothing)
opacity:0.01 | opacity:1e-3 | opacity:1% | filter:opacity(0%) | filter:blur(20px)
filter:contrast(0)
clip-path:circle(0) | clip-path:inset(50%) | clip-path:polygon(0 0,0 0,0 0)
clip-path:ellipse(0 0) | clip:rect(0 0 0 0) | clip:rect(1px,1px,1px,1px)
mask-image:linear-gradient(transparent,transparent) | -webkit-text-security:disc
display:/**/none | display:none!important;display:block | visibility:collapse
letter-spacing:-1em | dis\\70lay:none | DISPLAY:NONE
"""
SHOWING = """
font-size:small | font:bold 12px serif | font:700 1em serif | font-size:80%
height:100px;overflow:hidden | line-height:0 | width:100%;overflow:auto
transform:translateY(-50%) | transform:none | transform:rotate(90deg) | zoom:1
margin-top:-20px | margin:0 auto | left:-20px | text-indent:-2em | padding:1em
color:#333 | color:red | color:inherit | color:var(--x,#222) | color:rgb(20,20,20)
background:#036;color:#fff | background:url(a.png);color:white
background:linear-gradient(red,blue);background-clip:text;color:transparent
opacity:1 | opacity:0.6 | filter:blur(0) | filter:none | clip-path:none | clip:auto
clip-path:polygon(0 0,100% 0,100% 100%,0 100%) | letter-spacing:-0.02em
visibility:visible
display:none;display:block | opacity:0;opacity:1
"""


def styles(lines):
    told = [style for line in lines.splitlines() for style in line.split(" | ")]
    return [style.strip() for style in told if style]


@pytest.mark.parametrize("style", styles(HIDING))
def test_a_style_hides(shown, style):
    assert shown(f'<p style="{style}">secret</p>') == ("", 1)


@pytest.mark.parametrize("style", styles(HIDING))
def test_a_sheet_hides(shown, style):
    assert shown(f"<style>.x{{{style}}}</style><p class=x>secret</p>") == ("", 1)


@pytest.mark.parametrize("style", styles(SHOWING))
def test_a_style_shows(shown, style):
    assert shown(f'<p style="{style}">told</p>') == ("told", 0)


@pytest.mark.parametrize(
    "sheet",
    [
        "@media screen{.x{display:none}}",
        "@media all and (min-width: 600px){.x{display:none}}",
        "@media not print{.x{display:none}}",
        "@media (max-width:2000px), print{.x{display:none}}",
        "@media (color){.x{display:none}}",
        "@media (prefers-color-scheme:light){.x{display:none}}",
        "@supports (display:grid){.x{display:none}}",
        "@layer base{.x{display:none}}",
        ".y{color:red;.x{display:none}}",
        ".y{& > .x{display:none}}",
        ":root{--d:none}.x{display:var(--d)}",
        "div.y > p.x{display:none}",
        ".a:is(.y) p{display:none}",
        ".y p:not(.z){display:none}",
        ".y :first-child{display:none}",
        "[data-x|='1']{display:none}",
        "p[class*='x' i]{display:none}",
        'a::before{content:"}"}.x{display:none}',
        "<!-- .x{display:none} -->",
        "#n .x{display:none}.x{display:block}",
        ".x{display:none!important}.y .x{display:block}",
    ],
)
def test_a_selector_hides(shown, sheet):
    page = "<div class='a y' id=n><p class=x data-x=1-2>secret</p></div>"
    assert shown(f"<style>{sheet}</style>{page}") == ("", 1)


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print{.x{display:none}}",
        "@media (max-width: 600px){.x{display:none}}",
        "@media (prefers-color-scheme:dark){.x{display:none}}",
        "@media not screen{.x{display:none}}",
        "@supports not (display:grid){.x{display:none}}",
        "@keyframes f{from{opacity:0}}",
        ".x:hover{display:none}",
        ".x::after{display:none}",
        ".x{display:none}.y .x{display:block}",
        ".z > .x{display:none}",
        "/* .x{display:none} */",
        "@media print{.y{.x{display:none}}}",
    ],
)
def test_a_selector_shows(shown, sheet):
    page = "<div class=y><p class=x>told</p></div>"
    assert shown(f"<style>{sheet}</style>{page}") == ("told", 0)


@pytest.mark.parametrize(
    ("markup", "left", "warnings"),
    [
        ("<p style='color:#fff'>secret<b style='color:#000'>told</b>", "told", 1),
        ("<div hidden>secret<p style='visibility:visible'>secret</div>", "", 1),
        ("<i style='visibility:hidden'>x<b style='visibility:visible'>told", "told", 1),
        ("<p style='font-size:0'>secret<b style='font-size:12px'>told</b>", "told", 1),
        (
            "<div style='background:#000'><p style='color:#fff'>told</p></div>",
            "told",
            0,
        ),
        ("<div style='background:#000'><p style='color:#000'>secret</p></div>", "", 1),
        ("<div style='color:#fff'><p><b>secret</b></p></div>", "", 1),
        ("<font color=white>secret</font>", "", 1),
        ("<table bgcolor=black><tr><td><font color=white>told</table>", "told", 0),
        ("<link rel=stylesheet href=a><p class=x style='color:#fff'>told", "told", 0),
        ("<link rel=stylesheet href=a><p style='color:var(--x)'>told", "told", 0),
        ("<link rel=stylesheet href=a><font color=white>told</font>", "told", 0),
        ("<link rel=stylesheet href=a><p style='color:white'>secret", "", 1),
    ],
)
def test_what_stands_within(shown, markup, left, warnings):
    assert shown(markup) == (left, warnings)


def test_many_selectors_and_elements_end(shown):
    sheet = "".join(f":not(.c{n}){{color:red}}" for n in range(300))
    nested = "a,b{" * 40 + "color:red" + "}" * 40
    assert shown(f"<style>{sheet}{nested}</style>{'<p>a</p>' * 50}")[1] == 0
