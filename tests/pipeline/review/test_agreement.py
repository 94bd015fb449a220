import pytest

from incidents.pipeline.review.agreement import figures
from incidents.pipeline.review.cases import cases
from tests.pipeline.review.coders import code, make
from tests.pipeline.review.conftest import Browser


def test_agreement_is_counted_by_field(desk, anna, ben):
    code(anna, ben)
    found = figures(cases(desk, "anna", "ben"))
    assert [(f.name, f.same, f.stated, f.both) for f in found] == [
        ("record", 2, 2, 2),
        ("incident_type", 2, 2, 2),
        ("date", 2, 2, 2),
        ("places", 2, 2, 2),
        ("targets", 2, 2, 2),
        ("target_categories", 2, 2, 2),
        ("killed", 0, 1, 1),
        ("date_basis", 2, 2, 2),
        ("assertion", 2, 2, 2),
    ]
    killed = next(f for f in found if f.name == "killed")
    # 12, 11 or more, nothing, nothing: 1 - 3 * 2 / (16 - 1 - 1 - 4)
    assert killed.alpha.alpha == pytest.approx(0.4)


def test_what_only_one_has_counts_for_the_record_and_for_no_field(desk, anna, ben):
    anna.decide("no_incident")
    ben.decide("accept_record")
    for coder in (anna, ben):
        coder.decide("accept_record", "story/two")
        coder.decide("read", "")
    make(anna)
    record, kind, *_ = figures(cases(desk, "anna", "ben"))
    assert (record.same, record.stated, record.both) == (1, 3, 1)
    # of six answers four are yes: 1 - 5 * 4 / (36 - 16 - 4)
    assert record.alpha.alpha == pytest.approx(1 - 5 * 4 / 16)
    assert (kind.name, kind.pairs) == ("incident_type", 1)


def test_no_figures_without_cases(desk, anna, ben):
    anna.decide("accept", field="date")
    ben.decide("accept", field="date")
    assert figures(cases(desk, "anna", "ben")) == []
    page = Browser(desk, "carla").get("/agreement").text
    assert "0 records can be compared" in page
    assert "How far they agree" not in page


def test_the_figures_stand_on_the_page(desk, anna, ben):
    code(anna, ben)
    page = Browser(desk, "carla").get("/agreement", one="anna", two="ben").text
    row = page.split('scope="row">Killed</th>')[1].split("</tr>")[0]
    assert row.startswith('<td class="n">0</td><td class="n">1</td><td class="n">0 %')
    assert "0.40" in row
