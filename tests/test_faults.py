import pytest

from tests.faults import sites


def broken(source):
    """What each site of ``source`` may become, every fault apart."""
    return [[fault.put_into(source) for fault in site] for site in sites(source)]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('"""Says 3 things."""', id="docstring"),
        pytest.param("x: Literal[3, 4]", id="annotation"),
        pytest.param("def f(x: tuple[3, 4]) -> Literal[5]: ...", id="signature"),
        pytest.param("@cache(size=3)\ndef f(): ...", id="decorator"),
        pytest.param("raise ValueError(3, x or y)", id="raise"),
        pytest.param("x = f'{1 + n} of them'", id="f-string"),
        pytest.param("x = 'the same day and place'", id="sentence"),
        pytest.param("if TYPE_CHECKING:\n    from a import b", id="type checking"),
        pytest.param("__all__ = ['a', 'b']", id="exports"),
        pytest.param("min(a, b)", id="either order"),
    ],
)
def test_left_alone(source):
    changed = [text for site in broken(source) for text in site]
    assert [text for text in changed if "max" not in text] == []


@pytest.mark.parametrize(
    ("source", "site"),
    [
        ("y = a < b", ["y = (a >= b)", "y = (a <= b)"]),
        ("y = a in b", ["y = (a not in b)"]),
        ("y = a and b", ["y = (a or b)"]),
        ("y = not a", ["y = (a)"]),
        ("y = a + b", ["y = (a - b)"]),
        ("y = a[1:]", ["y = a[2:]", "y = a[(0):]"]),
        ("y = True", ["y = False"]),
        ("y = 0.5", ["y = 1.0", "y = 0.25"]),
        ("y = 'day'", ["y = 'day_'"]),
        ("y = f(a, b)", ["y = f(b, a)"]),
        ("y = any(a)", ["y = all(a)"]),
        ("y = a.endswith(b)", ["y = a.startswith(b)"]),
        ("y = 'to of'.split()", ["y = 'of'.split()", "y = 'to'.split()"]),
        ("y = r'(?:a|b) c'", ["y = '(?:b) c'", "y = '(?:a) c'"]),
        ("y = r'a|b|\\d'", ["y = 'b|\\\\d'", "y = 'a|\\\\d'"]),
        ("if f(a): ...", ["if (not (f(a))): ..."]),
        ("y = a if b else c", ["y = a if (not (b)) else c"]),
        ("y = [a for a in b if c]", ["y = [a for a in b if (not (c))]"]),
        ("for a in b: break", ["for a in b: continue"]),
    ],
)
def test_one_site(source, site):
    assert broken(source) == [site]


def test_each_comparison_of_a_chain():
    assert broken("y = a <= b == c") == [
        ["y = (a > b == c)", "y = (a < b == c)", "y = (a <= b != c)"]
    ]


@pytest.mark.parametrize(
    ("returns", "after"),
    [
        ("bool", "(not (x))"),
        ("str", '""'),
        ("tuple[str, ...]", "()"),
        ("Iterator[str]", "iter(())"),
        ("frozenset[str]", "frozenset()"),
        ("str | None", "None"),
        ("Mention", "None"),
    ],
)
def test_a_return_is_dropped(returns, after):
    source = f"def f() -> {returns}:\n    return x\n"
    assert broken(source) == [[source.replace("return x", f"return {after}")]]


def test_a_set_loses_each_of_its_elements():
    source = "x = {'a', 'b', 'c'}"
    (whole, *elements) = broken(source)
    assert whole == ["x = {'b', 'c'}", "x = {'a', 'c'}", "x = {'a', 'b'}"]
    assert len(elements) == 3


def test_the_rest_of_the_module_stays_as_it_is():
    source = "# “é”\ndef f():\n    'é'; yield x  # é\n\n\nx = y == 'é'\n"
    (dropped,), (flipped,), (other,) = broken(source)
    assert dropped == source.replace("yield x", "yield from ()")
    assert flipped == source.replace("y == 'é'", "(y != 'é')")
    assert other == source.replace("= 'é'", "= 'é_'")
