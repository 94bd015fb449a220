import pytest

from incidents.pipeline.gold.agree import agree, alpha, kappa
from tests.pipeline.invented import record, toll


def test_kappa_of_a_worked_example():
    # Cohen 1960's kind: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no
    said = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(said) == pytest.approx(0.4)


def test_alpha_of_krippendorffs_example():
    # Krippendorff 2011, binary data of two observers, no missing data: 0.095
    one, two = "0100000000", "1110010010"
    assert alpha(list(zip(one, two, strict=True))) == pytest.approx(0.095, abs=5e-4)


def test_what_says_nothing_is_none():
    assert kappa([]) is None
    assert kappa([("a", "a")] * 3) is None
    assert alpha([]) is None
    assert alpha([("a", "a")] * 3) is None
    assert alpha([("a", "b")] * 3) < 0


def coded(n, **fields):
    day = f"2021-03-{n:02}"
    return record("a", n, **{"date": day, "places": [f"Vasa {n}"], **fields})


def test_agreement_by_field():
    one = [coded(n, killed=toll(n, n), legal=["charged"]) for n in range(1, 7)]
    two = [dict(r) for r in one]
    two[0]["killed"] = toll(9, 9)
    two[1]["killed"] = None
    told = {f.slot: f for f in agree(one, [*two, coded(20)], ("anna", "ben")).fields}
    assert told["incident"].figure.f1 == pytest.approx(12 / 13)
    assert told["date"].kappa == told["date"].alpha == 1
    assert (told["killed"].same, told["killed"].pairs) == (4, 6)
    # what only one coded tells against kappa, and not against alpha
    assert told["killed"].kappa == pytest.approx((4 * 6 - 4) / (36 - 4))
    assert told["killed"].alpha == pytest.approx(1 - 9 * 2 / (100 - 4 * 4 - 2))
    assert told["legal"].kappa is None
    assert "ages" not in told


def test_names_that_agree_in_words_are_the_same_reading():
    one = [coded(1, targets=[{"text": "the town hall", "category": "government"}])]
    two = [{**one[0], "targets": [{"text": "town hall", "category": "government"}]}]
    told = {f.slot: f for f in agree(one, two).fields}
    assert told["targets"].same == 1


def test_f1_is_the_same_either_way():
    one, two = [coded(n) for n in range(1, 6)], [coded(n) for n in range(3, 9)]
    there, back = agree(one, two), agree(two, one)
    assert [f.figure.f1 for f in there.fields] == [f.figure.f1 for f in back.fields]
