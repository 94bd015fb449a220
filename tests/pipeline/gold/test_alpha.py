"""Against values that were published, each with the data they were worked out on."""

import pytest

from incidents.pipeline.gold.alpha import Level, alpha, estimate

NOMINAL, INTERVAL = Level.NOMINAL, Level.INTERVAL


def columns(*coders):
    """The units that coders give, one a row; a dot is a value that is missing."""
    return list(zip(*(read(coder) for coder in coders), strict=True))


def read(coder):
    return [None if v == "." else int(v) if v.isdigit() else v for v in coder.split()]


# Krippendorff (2011), Computing Krippendorff's alpha-reliability, sections A to D
BINARY = columns("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
LETTERS = columns("a a b b d c c c e d d a", "b a b b b c c c e d d d")
FOUR = columns(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# the example of three coders that Wikipedia's article works through
THREE = columns(
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
)


@pytest.mark.parametrize(
    ("units", "level", "published"),
    [
        pytest.param(BINARY, NOMINAL, 0.095, id="two coders, two labels"),
        pytest.param(LETTERS, NOMINAL, 0.692, id="two coders, five labels"),
        pytest.param(FOUR, NOMINAL, 0.743, id="four coders, values missing"),
        pytest.param(FOUR, INTERVAL, 0.849, id="the same as numbers"),
        pytest.param(THREE, NOMINAL, 0.691, id="three coders, values missing"),
        pytest.param(THREE, INTERVAL, 0.811, id="the same three as numbers"),
    ],
)
def test_as_published(units, level, published):
    assert alpha(units, level) == pytest.approx(published, abs=5e-4)


def test_by_hand():
    # observed 2/4; expected: of 6 values 3, 2, 1: 36 - 9 - 4 - 1 = 22 of 30 pairs
    units = [("a", "a"), ("b", "b"), ("a", "c")]
    assert alpha(units) == pytest.approx(1 - (2 / 6) / (22 / 30))
    # numbers 1 1 3 3 1 5: squares apart 16 once; expected sum 2 * (6 * 46 - 14 ** 2)
    units = [(1, 1), (3, 3), (1, 5)]
    assert alpha(units, INTERVAL) == pytest.approx(1 - 5 * 32 / (2 * (6 * 46 - 14**2)))


@pytest.mark.parametrize("units", [[], [("a", None)], [("a", "a")] * 3])
def test_what_says_nothing_is_none(units):
    assert alpha(units) is None
    assert estimate([("d", unit) for unit in units]) is None


def test_large_numbers_lose_nothing():
    near = [(1, 1), (3, 3), (1, 5)]
    far = [(a + 10**9, b + 10**9) for a, b in near]
    assert alpha(far, INTERVAL) == alpha(near, INTERVAL)
    assert alpha([(10**9 + 1, 10**9 + 1)] * 2, INTERVAL) is None


def test_the_interval_is_over_documents():
    # twenty documents, in one of them three records all coded apart
    sound = [(f"d{n}", (v, v)) for n in range(20) for v in ("a", "b")]
    apart = [("bad", ("a", "b")), ("bad", ("b", "a")), ("bad", ("a", "b"))]
    found = estimate([*sound, *apart])
    assert found.alpha == pytest.approx(alpha([u for _, u in [*sound, *apart]]))
    assert (found.units, found.documents) == (43, 21)
    # left out in a third of draws, drawn twice or more in a quarter
    assert found.high == 1
    assert found.low < found.alpha - 0.1
    # the same records as documents of their own: less hangs together
    alone = estimate([(str(n), u) for n, (_, u) in enumerate([*sound, *apart])])
    assert alone.low > found.low


def test_the_same_units_give_the_same_interval():
    told = [(f"d{n}", unit) for n, unit in enumerate(THREE)]
    assert estimate(told) == estimate(told)


def test_one_document_has_no_interval():
    found = estimate([("d", unit) for unit in BINARY])
    assert (found.low, found.high, found.documents) == (None, None, 1)


def test_a_unit_that_one_coder_gave_counts_nowhere():
    told = [(f"d{n}", unit) for n, unit in enumerate(BINARY)]
    assert estimate([*told, ("e", ("z", None))]) == estimate(told)
