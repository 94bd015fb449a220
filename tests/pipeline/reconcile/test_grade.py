import pytest

from incidents.pipeline.reconcile import Agreement
from incidents.pipeline.reconcile.grade import Grades, grade, unmatched
from incidents.pipeline.reconcile.score import hits


def agreement(slot, gold, candidate):
    return Agreement(slot, tuple(gold), tuple(candidate), hits(slot, gold, candidate))


@pytest.mark.parametrize(
    ("slot", "gold", "candidate", "grades"),
    [
        ("date", ["2021-03-04"], ["2021-03-04"], Grades(correct=1)),
        ("date", ["2021-03-04"], ["2021-03"], Grades(partial=1)),
        ("date", ["2021-03-04"], ["2021-08"], Grades(incorrect=1)),
        ("date", [], ["2021"], Grades(spurious=1)),
        ("killed", ["12-12"], ["10-None"], Grades(partial=1)),
        ("killed", ["12-12"], ["None-11"], Grades(incorrect=1)),
        ("killed", ["12-12"], ["-3-x"], Grades(incorrect=1)),
        ("places", ["Port Ellis", "Vasa"], ["Ellis"], Grades(partial=1, missing=1)),
        ("places", ["the port of Vasa"], ["Vasa port"], Grades(correct=1)),
        ("group_links", ["Red=claimed"], ["Red=alleged"], Grades(partial=1)),
        ("group_links", ["Red=claimed"], ["Blue=claimed"], Grades(incorrect=1)),
        ("legal", ["charged", "arrested"], ["arrested"], Grades(correct=1, missing=1)),
    ],
)
def test_grade(slot, gold, candidate, grades):
    assert grade(agreement(slot, gold, candidate)) == grades


def test_f1_with_and_without_credit():
    grades = Grades(correct=2, partial=2, missing=1, spurious=1)
    assert (grades.candidate, grades.gold) == (5, 5)
    assert grades.f1(0) == pytest.approx(0.4)
    assert grades.f1(0.5) == pytest.approx(0.6)
    assert Grades().f1(0.5) == 0


@pytest.mark.parametrize(
    ("slot", "gold", "candidate", "left"),
    [
        ("places", ["Vasa", "Tarn"], ["Old Vasa", "Oslo"], (["Tarn"], ["Oslo"])),
        ("ages", [20, 20, 21], [20, 22], ([20, 21], [22])),
        ("date", ["2021"], ["2022"], (["2021"], ["2022"])),
        ("legal", ["charged"], [], (["charged"], [])),
    ],
)
def test_unmatched(slot, gold, candidate, left):
    assert unmatched(agreement(slot, gold, candidate)) == left
