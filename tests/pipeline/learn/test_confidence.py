from incidents.pipeline.assemble.confidence import linear
from incidents.pipeline.learn import confidence
from incidents.pipeline.records import Citation, Incident, Range, to_json


def record(doc_id, killed, day="2014-03-03", kind="attack"):
    quote = f"A bomb killed {killed} in Kano."
    cited = tuple(
        Citation(field, 1, 0, len(quote), quote)
        for field in ("incident_type", "date", "places", "countries", "killed")
    )
    told = Incident(
        doc_id,
        kind,
        "completed",
        date=day,
        countries=("NG",),
        places=("Kano",),
        killed=Range(killed, killed),
        citations=cited,
    )
    return to_json(told)


def test_what_is_right_of_a_record():
    gold = [record("a", 3), record("b", 4)]
    spurious = record("c", 5, day="1999-01-01")
    cases = confidence.cases(gold, [record("a", 3), record("b", 9), spurious])
    told = {case.doc_id: case for case in cases}
    assert [told[d].right for d in "abc"] == [True, True, False]
    assert (told["a"].shares["killed"], told["b"].shares["killed"]) == (1, 0)
    assert told["c"].shares["date"] == 0


def test_what_coders_left_open_is_no_case():
    spurious = record("c", 5, day="1999-01-01")
    given = [record("a", 3)], [record("a", 3), spurious]
    open_ = {"a": [(0, 5)], "c": [(0, 5)]}
    assert [c.doc_id for c in confidence.cases(*given, open_)] == ["a"]
    assert [c.doc_id for c in confidence.cases(*given, {"c": [(99, 110)]})] == [
        "a",
        "c",
    ]


def test_the_fit_finds_what_parts_right_from_wrong():
    rows = [{"one": 1.0, "x": float(n % 2)} for n in range(40)]
    weights = confidence.regress(rows, [n % 2 for n in range(40)])
    assert linear(weights, rows[1]) > 1 > -1 > linear(weights, rows[0])


def made(number):
    """Attacks that are right, and arrests that are spurious."""
    names = [f"d{n}" for n in range(number)]
    gold = [record(name, 3) for name in names]
    found = [record(name, 3) for name in names]
    found += [record(name, 7, "1999", "arrest") for name in names]
    return confidence.cases(gold, found)


def test_both_regressions_are_fitted():
    weights = confidence.fit(made(20))
    assert weights["record"]["arrest"] < -1
    assert weights["value"]["record"] > 0


def test_each_part_of_the_documents_is_judged_by_the_others():
    records, values = confidence.left_out(made(20))
    assert len(records) == 40 and len(values) > 40
    assert all(abs(stated - right) < 0.3 for stated, right in records)
    said = confidence.told(made(20))
    assert said == "confidence: calibration error of records 0.137, of values 0.008"
