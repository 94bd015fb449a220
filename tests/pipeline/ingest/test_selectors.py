import pytest

from incidents.pipeline.ingest.html_tree import elements, parse
from incidents.pipeline.ingest.limits import Deadline
from incidents.pipeline.ingest.selectors import Selectors

PAGE = (
    "<div class='a b' id=d><p class=c data-x=1>one</p><span><i class=c>two</i></span>"
    "</div><p>three</p>"
)


def fits(selector):
    """The texts of the elements of the page that ``selector`` is for."""
    root = parse("a", PAGE, Deadline("a", 9))
    found = Selectors([(7, selector)])
    return [e.children[0] for e in elements(root) if found.matching(e)]


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        (".c", ["one", "two"]),
        ("p.c", ["one"]),
        (".a > .c", ["one"]),
        (".a.b .c", ["one", "two"]),
        ("#d .c", ["one", "two"]),
        ("div span > .c", ["two"]),
        ("[data-x]", ["one"]),
        ("p[data-x='1']", ["one"]),
        ("[data-x='2']", []),
        ("p", ["one", "three"]),
        (".b > i", []),
        ("p:hover", []),
        ("p + p", []),
        ("div + p", ["three"]),
        (".c + span > i", ["two"]),
        (".c ~ p", []),
        ("p:not(.c)", ["three"]),
        ("p:not(.c, p)", []),
        (":is(i, b).c", ["two"]),
        ("p:first-child", ["one"]),
        ("p:nth-child(2n)", ["three"]),
        ("p:nth-child( 3 )", []),
        ("p:last-of-type", ["one", "three"]),
        ("[class^=a] > p", ["one"]),
        ("[class~='b'] i", ["two"]),
        ("[class*=z] i", []),
        ("p::before", []),
        ("p:nth-child(99999999)", []),
        ("*", []),
        ("", []),
    ],
)
def test_selectors(selector, texts):
    assert fits(selector) == texts


def test_the_most_specific_then_the_last_one_counts():
    root = parse("a", PAGE, Deadline("a", 9))
    found = Selectors([(1, ".c"), (4, "p"), (2, "i"), (3, "i")])
    told = [found.matching(e) for e in elements(root)]
    assert told == [[], [], [4, 1], [], [2, 3, 1], [4]]
