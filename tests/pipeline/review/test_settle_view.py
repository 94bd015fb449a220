from incidents.pipeline.review.cases import Case
from incidents.pipeline.review.settle_view import ROWS, around
from incidents.pipeline.review.state import State


def case(n):
    return Case("a", State(f"a/{n}", "a", {}, []), None, ())


MANY = [case(n) for n in range(1000)]


def test_the_list_goes_round():
    three = MANY[:3]
    assert around(three, MANY[0]) == (None, MANY[1], three)
    assert around(three, MANY[2]) == (MANY[1], MANY[0], three)
    assert around(three, MANY[9]) == (None, MANY[0], three)  # settled in the meantime
    assert around([MANY[0]], MANY[0]) == (None, None, [MANY[0]])
    assert around([], MANY[0]) == (None, None, [])


def test_of_many_those_near_are_listed():
    for n in (0, 500, 999):
        near = around(MANY, MANY[n])[2]
        assert len(near) == ROWS
        assert MANY[n] in near
