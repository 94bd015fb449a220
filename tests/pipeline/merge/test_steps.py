from incidents.pipeline.merge.event import event
from incidents.pipeline.merge.steps import steps
from tests.pipeline.merge.made import quay, sources

HOLM = {"name": "Ida Holm", "legal": ["charged"]}


def told(*records, **published):
    line = steps(records, sources(*records, **published))
    return [(s["step"], s["name"], s["date"], s["told"]) for s in line]


def test_steps_stand_in_the_order_of_their_days():
    trial = quay("b", legal=["acquitted"], suspects={"people": []})
    taken = quay("a", legal=["charged", "arrested"], suspects={"people": [HOLM]})
    arrest = {"date_basis": "arrest", "date": "2021-03-06"}
    line = told(trial, taken | arrest, a="2021-03-09", b="2022-05-01")
    assert line == [
        ("arrested", None, "2021-03-06", "2021-03-09"),
        ("charged", "Ida Holm", None, "2021-03-09"),
        ("acquitted", None, None, "2022-05-01"),
    ]


def test_the_day_of_an_attack_is_no_day_of_a_step():
    assert told(quay("a", legal=["arrested"])) == [("arrested", None, None, None)]


def test_each_step_is_cited():
    quote = "She was acquitted."
    cited = [{"field": "legal[0]", "page": 1, "start": 0, "end": 18, "quote": quote}]
    record = quay("a", legal=["acquitted"], citations=cited)
    row = event([record], sources(record))
    (step,) = row["legal_steps"]
    assert [c["quote"] for c in step["citations"]] == [quote]
    assert event([quay("a")], sources(record))["legal_steps"] == []
