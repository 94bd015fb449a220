import pytest

from incidents.pipeline.gold.agree import agree, compare, kappa
from incidents.pipeline.gold.alpha import Level, alpha
from tests.pipeline.invented import record, toll


def test_kappa_of_a_worked_example():
    # Cohen 1960's kind: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no
    said = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(said) == pytest.approx(0.4)


def test_what_says_nothing_is_none():
    assert kappa([]) is None
    assert kappa([("a", "a")] * 3) is None


def coded(n, **fields):
    day = f"2021-03-{n:02}"
    return record("a", n, **{"date": day, "places": [f"Vasa {n}"], **fields})


def test_agreement_by_field():
    one = [coded(n, killed=toll(n, n), legal=["charged"]) for n in range(1, 7)]
    two = [dict(r) for r in one]
    two[0]["killed"] = toll(9, 9)
    two[1]["killed"] = None
    accord = agree(one, [*two, coded(20)], ("anna", "ben"))
    assert accord.figures["incident"].f1 == pytest.approx(12 / 13)
    assert "ages" not in accord.figures
    told = {f.name: f for f in accord.fields}
    assert told["date"].kappa == told["date"].alpha.alpha == 1
    killed = told["killed"]
    assert (killed.same, killed.stated, killed.both, killed.pairs) == (4, 6, 5, 6)
    assert killed.share == pytest.approx(4 / 6)
    # that one states nothing tells against either
    assert killed.kappa == pytest.approx((4 * 6 - 4) / (36 - 4))
    assert killed.alpha.alpha == pytest.approx(1 - 11 * 4 / (144 - 4 * 4 - 4))
    assert told["legal"].kappa is told["legal"].alpha is None
    assert "ages" not in told


def test_days_and_figures_are_compared_as_numbers_too():
    one = [coded(4 * n, killed=toll(n, n)) for n in range(1, 7)]
    near, far = ([dict(r) for r in one] for _ in range(2))
    near[0] |= {"killed": toll(2, None), "date": "2021-03-06"}
    far[0] |= {"killed": toll(90, None), "date": "2023"}
    found = [
        {f.name: f for f in compare(list(zip(one, two, strict=True)))}
        for two in (near, far)
    ]
    for name in ("killed", "date"):
        (a, b) = (told[name] for told in found)
        assert a.alpha.alpha == b.alpha.alpha  # labels differ or not
        assert a.distance.alpha > 0.8 > b.distance.alpha
    assert found[0]["places"].distance is None
    by_hand = [(2, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6)]
    assert found[0]["killed"].distance.alpha == alpha(by_hand, Level.INTERVAL)


def test_fields_that_are_not_scored_are_compared_too():
    one = [coded(n, assertion="asserted") for n in range(1, 4)]
    two = [*one[:2], {**one[2], "assertion": "denied"}]
    told = {f.name: f for f in compare(list(zip(one, two, strict=True)))}
    assert (told["assertion"].same, told["assertion"].stated) == (2, 3)


def test_names_that_agree_in_words_are_the_same_reading():
    one = [coded(1, targets=[{"text": "the town hall", "category": "government"}])]
    two = [{**one[0], "targets": [{"text": "town hall", "category": "government"}]}]
    told = {f.name: f for f in agree(one, two).fields}
    assert told["targets"].same == 1


def test_f1_is_the_same_either_way():
    one, two = [coded(n) for n in range(1, 6)], [coded(n) for n in range(3, 9)]
    there, back = agree(one, two), agree(two, one)
    assert {m: f.f1 for m, f in there.figures.items()} == {
        m: f.f1 for m, f in back.figures.items()
    }
