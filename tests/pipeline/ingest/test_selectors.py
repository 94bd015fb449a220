import pytest

from pipeline.ingest.html_tree import elements, parse
from pipeline.ingest.limits import Deadline
from pipeline.ingest.selectors import Selectors

PAGE = (
    "<div class='a b' id=d><p class=c data-x=1>one</p><span><i class=c>two</i></span>"
    "</div><p>three</p>"
)


def fits(selector):
    """The texts of the elements of the page that ``selector`` is for."""
    root = parse("a", PAGE, Deadline("a", 9))
    found = Selectors([(7, selector)])
    return [e.children[0] for e in elements(root) if found.last(e) == 7]


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
        ("*", []),
        ("", []),
    ],
)
def test_selectors(selector, texts):
    assert fits(selector) == texts


def test_the_last_one_counts():
    root = parse("a", PAGE, Deadline("a", 9))
    found = Selectors([(1, ".c"), (4, "p"), (2, "i")])
    assert [found.last(e) for e in elements(root)] == [-1, -1, 4, -1, 2, 4]
