from datetime import date

import pytest

from incidents.pipeline.ingest import IngestError, read

STORY = "Gunmen killed three guards at a depot near the river on Monday, police said."
MORE = "A second group fled across the border before soldiers came, the army said."
LINKS = "".join(
    f'<li><a href="/{n}">Another story, number {n}</a></li>' for n in range(6)
)


@pytest.fixture
def reading(tmp_path):
    """What is read of the markup of a page: its report, then its warnings."""

    def reading(content):
        path = tmp_path / "a.html"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read(path))

    return reading


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<p>A &amp; b&eacute;</p>", "A & bé\n", id="entities"),
        pytest.param("<p>One<p>two\n  lines", "One\n\ntwo lines\n", id="open"),
        pytest.param("<h2>Head</h2>Text<br>next", "Head\n\nText\nnext\n", id="line"),
        pytest.param("a<br><br>b", "a\n\nb\n", id="two breaks"),
        pytest.param("<b>a</b> b<i>c</i>", "a bc\n", id="inline"),
        pytest.param(
            "<p>So:</p><ul><li>a<li><p>b</p></ul><p>c",
            "So:\n\n- a\n- b\n\nc\n",
            id="list",
        ),
        pytest.param(
            "<table><tr><th>Day<th>Dead<tr><td>3 May<td>12</table>",
            "Day\tDead\n3 May\t12\n",
            id="table",
        ),
        pytest.param(
            "<table><tr><td><h2>Head</h2><p>a</p></td></tr></table>",
            "Head\n\na\n",
            id="table that lays out",
        ),
        pytest.param("19<sup><a href='#f'>2</a></sup> died", "19 died\n", id="mark"),
        pytest.param("19<sup>2</sup> died", "19 died\n", id="mark, no link"),
        pytest.param("9<sup>[a]</sup>, he", "9, he\n", id="mark in brackets"),
        pytest.param("9<a href='#f2'>2</a> died", "9 died\n", id="link to a note"),
        pytest.param("9 died.<a class=noteref href=n>2</a>He", "9 died. He\n"),
        pytest.param(
            "9<span style='vertical-align: super'>2</span> died", "9 died\n", id="CSS"
        ),
        pytest.param("9[2] died", "9 died\n", id="brackets"),
        pytest.param("30 km<sup>2</sup> of", "30 km2 of\n", id="exponent"),
        pytest.param("the 3<sup>rd</sup> time", "the 3rd time\n", id="ordinal"),
        pytest.param("<p><sup>2</sup> A note.</p>", "2 A note.\n", id="its note"),
        pytest.param("page <a href='/2'>2</a> of 3", "page 2 of 3\n", id="a link"),
        pytest.param(
            "<table><tr><th>Day<th>Town<th>Dead<tr><td rowspan=2>3 May<td>Lom<td>1"
            "<tr><td>Vidin<td>2</table>",
            "Day\tTown\tDead\n3 May\tLom\t1\n3 May\tVidin\t2\n",
            id="a cell over rows",
        ),
        pytest.param(
            "<table><tr><th>Day<th>Town<th>Dead<tr><td colspan=3>May 2011"
            "<tr><td>3 May<td>Lom<td>1</table>",
            "Day\tTown\tDead\n\nMay 2011\n\nDay\tTown\tDead\n3 May\tLom\t1\n",
            id="a line across",
        ),
        pytest.param("a\fb\u00a0c\u00add", "a b cd\n", id="no page break"),
        pytest.param("<p>a</div></p></table>b", "a\n\nb\n", id="stray ends"),
        pytest.param("<!-- x --><p>a<!-- y", "a\n", id="comments"),
    ],
)
def test_text(reading, markup, text):
    report, *warnings = reading(markup)
    assert (report.text, warnings) == (text, [])


@pytest.mark.parametrize(
    "furniture",
    [
        pytest.param(f"<nav>{LINKS}</nav>", id="nav"),
        pytest.param("<header><p>The Daily Site</p></header>", id="header"),
        pytest.param("<footer>All rights reserved</footer>", id="footer"),
        pytest.param("<aside>See also</aside>", id="aside"),
        pytest.param("<script>var a = '<p>no</p>';</script>", id="script"),
        pytest.param("<style>p {color: red}</style>", id="style"),
        pytest.param("<form>Address <input><button>Go</button></form>", id="form"),
        pytest.param('<div class="cookie-notice">We use cookies</div>', id="cookies"),
        pytest.param('<div id="relatedStories">More</div>', id="named"),
        pytest.param('<div role="banner">The Daily Site</div>', id="role"),
        pytest.param(f"<ul>{LINKS}</ul>", id="link list"),
        pytest.param(f"<div><h3>Most read</h3><ul>{LINKS}</ul></div>", id="links"),
    ],
)
@pytest.mark.parametrize("wrap", ["{}", "<article>{}</article>", "<div>{}</div>"])
def test_boilerplate(reading, furniture, wrap):
    story = wrap.format(f"<h1>Raid</h1><p>{STORY}</p><p>{MORE}</p>")
    (report,) = reading(f"<body>{furniture}{story}{furniture}</body>")
    assert report.text == f"Raid\n\n{STORY}\n\n{MORE}\n"
    assert report.title == "Raid"


def test_a_form_around_the_page_is_no_form(reading):
    (report,) = reading(f"<form><h1>Raid</h1><p>{STORY}</p></form>")
    assert report.text == f"Raid\n\n{STORY}\n"


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param("<p hidden>secret</p>", id="attribute"),
        pytest.param('<p style="display : none">secret</p>', id="display"),
        pytest.param('<p style="a:b;VISIBILITY:hidden">secret</p>', id="visibility"),
        pytest.param('<p style="font-size:0px">secret</p>', id="no size"),
        pytest.param('<p style="opacity: 0.0;">secret</p>', id="opacity"),
        pytest.param('<p aria-hidden="true">secret</p>', id="aria"),
        pytest.param('<p style="text-indent:-9999px">secret</p>', id="off page"),
        pytest.param('<p style="color:#FFF">secret</p>', id="white on white"),
        pytest.param("<style>.x, b{display:none}</style><p class='a x'>secret</p>"),
        pytest.param("<style>@import 'a';#y{opacity:0}</style><p id=y>secret</p>"),
        pytest.param('<div style="display:none"><p>secret</p></div>', id="within"),
        pytest.param('<p style="height:0;overflow:hidden">secret</p>', id="flat"),
        pytest.param('<p style="transform:scale(0)">secret</p>', id="shrunk"),
        pytest.param('<p style="transform:translateX(-9999px)">secret</p>', id="moved"),
        pytest.param('<p style="filter:opacity(0)">secret</p>', id="filter"),
        pytest.param('<p style="font-size:1px">secret</p>', id="a point"),
        pytest.param('<p style="content-visibility:hidden">secret</p>', id="content"),
        pytest.param('<p style="d\\69splay:none">secret</p>', id="escaped"),
        pytest.param('<p style="color:#fff;background:white">secret</p>', id="white"),
        pytest.param(
            "<style>p.x > b{display:none}</style><p class=x><b>secret</b></p>"
        ),
        pytest.param("<style>[data-y]{display:none}</style><p data-y>secret</p>"),
    ],
)
def test_hidden_text(reading, hidden):
    clean, *none = reading(f"<h1>Raid</h1><p>{STORY}</p><p>{MORE}</p>")
    report, warning = reading(f"<h1>Raid</h1><p>{STORY}</p>{hidden}<p>{MORE}</p>")
    assert (report.text, none) == (clean.text, [])
    assert warning.problem == "6 characters left out, hidden by the page's markup"


@pytest.mark.parametrize(
    "struck",
    [
        "<del>40</del>",
        "<s>40</s>",
        "<strike><b>40</b></strike>",
        "<span style='text-decoration: red line-through'>40</span>",
        "<style>.x{text-decoration-line:line-through}</style><i class=x>40</i>",
    ],
)
def test_struck_out(reading, struck):
    report, warning = reading(f"<p>It killed {struck} <ins>14</ins> people.</p>")
    assert report.text == "It killed 14 people.\n"
    assert warning.problem == "2 characters left out, struck out"


LINKED = (
    '<a href="/x">Gunmen killed three guards</a> at a <a href="/d">depot</a> near'
    ' <a href="/l">Lom</a>, <a href="/b">Bulgaria</a>.'
)


@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_sentence_of_links_is_no_list_of_links(reading, tag):
    lead = f"<{tag}>{LINKED}</{tag}>"
    row = (
        '<p><a href="/">Home</a> | <a href="/w">World</a> | <a href="/s">Sport</a></p>'
    )
    (report,) = reading(f"<h1>Raid</h1>{row}{lead}<p>{STORY}</p><p>{MORE}</p>")
    told = "Gunmen killed three guards at a depot near Lom, Bulgaria."
    assert report.text == f"Raid\n\n{told}\n\n{STORY}\n\n{MORE}\n"


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param('<p style="font-size:0.9em">a</p>', id="small"),
        pytest.param('<p style="opacity:0.5">a</p>', id="half seen"),
        pytest.param("<style>@media print{.x{display:none}}</style><p class=x>a</p>"),
        pytest.param('<div style="background:#000"><p style="color:white">a</p></div>'),
        pytest.param('<p style="border-color:white">a</p>', id="another colour"),
        pytest.param('<p style="height:0">a</p>', id="overflows"),
        pytest.param('<p style="transform:scale(0.9)">a</p>', id="smaller"),
        pytest.param('<p style="font-size:11px">a</p>', id="eleven"),
        pytest.param(
            "<style>.x{display:none}.x.y{display:block}</style><p class='x y'>a"
        ),
    ],
)
def test_shown_text(reading, shown):
    (report,) = reading(shown)
    assert report.text == "a\n"


def test_invisible_characters(reading):
    report, warning = reading("<p>ki\u200blled \u202etwo\u202c men</p>")
    assert report.text == "killed two men\n"
    assert warning.problem == "3 characters left out that print nothing"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-03T23:10:00Z">',
        '<meta name="pubdate" content="20240503">',
        '<script type="application/ld+json">{"@graph": [{"@type": "Person"},'
        ' {"@type": "NewsArticle", "datePublished": "2024-05-03"}]}</script>',
        '<time datetime="2024-05-03T10:00+02:00"></time>',
    ],
)
def test_published(reading, head):
    (report,) = reading(f"<head>{head}</head><p>3 May 2024, 10:30</p><p>{STORY}</p>")
    (citation,) = report.citations
    assert report.published == date(2024, 5, 3)
    assert (citation.field, citation.quote) == ("published", "3 May 2024")
    assert report.text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize("page", ["<head><title>T</title>{}", "<title>T</title>{}"])
def test_a_head_that_is_not_ended(reading, page):
    (report,) = reading(page.format(f"<p>{STORY}</p>"))
    assert (report.title, report.text) == ("T", f"{STORY}\n")


def test_published_that_is_not_printed(reading):
    meta = '<meta name="date" content="2024-05-03">'
    (report,) = reading(f"{meta}<p>{STORY}</p>")
    assert (report.published, report.citations) == (date(2024, 5, 3), ())


def test_published_as_printed(reading):
    page = f"<h1>Raid</h1><p>Published: 3 May 2024</p><p>{STORY}</p>"
    (report,) = reading(f'<meta name="date" content="soon">{page}')
    assert report.published == date(2024, 5, 3)


def test_head(reading):
    (report,) = reading(
        "<head><title>Raid on depot - The Site</title>"
        '<meta property="og:site_name" content="The Site">'
        '<link rel="canonical" href="https://example.org/raid"></head>'
        f"<h1>Raid on depot</h1><p>{STORY}</p>"
    )
    assert (report.title, report.publisher) == ("Raid on depot", "The Site")
    assert report.url == "https://example.org/raid"
    assert [c.quote for c in report.citations] == ["Raid on depot"]


@pytest.mark.parametrize(
    ("content", "warnings"),
    [
        pytest.param('<meta charset="windows-1252"><p>Málaga'.encode("cp1252"), 0),
        pytest.param('<meta charset="latin-1"><p>Málaga'.encode(), 0, id="is UTF-8"),
        pytest.param("<p>Málaga".encode("utf-16"), 0, id="UTF-16"),
        pytest.param('<meta charset="rot13"><p>Málaga'.encode(), 0, id="no charset"),
    ],
)
def test_encoding(reading, content, warnings):
    report, *others = reading(content)
    assert (report.text, len(others)) == ("Málaga\n", warnings)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<div>" * 100_000 + "a", id="deep"),
        pytest.param("<p>a" + "<b>" * 100_000, id="deep inline"),
    ],
)
def test_too_deep_is_refused(reading, content):
    with pytest.raises(IngestError, match="nested too deep"):
        reading(content)


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(f'<p title="{"x" * 1_000_000}">', id="huge attribute"),
        pytest.param("<p " + "a=b " * 100_000 + ">", id="many attributes"),
        pytest.param("<!--" * 200_000, id="open comments"),
        pytest.param("<a " * 200_000, id="open tags"),
        pytest.param("</" * 200_000, id="open ends"),
        pytest.param("<![" * 200_000, id="open declarations"),
        pytest.param("<?" * 200_000, id="open instructions"),
        pytest.param("&" * 500_000, id="ampersands"),
        pytest.param('<a b="' * 100_000, id="open quotes"),
        pytest.param("<script>" * 50_000, id="open scripts"),
        pytest.param("<li>" * 50_000, id="items"),
        pytest.param("<p></b></i>" * 20_000, id="stray ends"),
        pytest.param('<p style="' + "color:" * 100_000 + '">', id="long style"),
    ],
)
def test_bounded(reading, tail):
    report, *_ = reading(f"<p>{STORY}</p>{tail}")
    assert report.text.startswith(STORY)
