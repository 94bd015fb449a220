import numpy as np
import pytest

from incidents.pipeline.benchmark.figures import Figure
from incidents.pipeline.benchmark.score_timex import score
from tests.pipeline.benchmark.published import documents, tool, values

SETS = ["timex_wikiwars", "timex_te3_platinum", "timex_aquaint", "timex_tweets"]
SCORED = ("strict", "relaxed", "type", "value")
VALUES = ["1936", "1936-07", "1936-07-20", "1936-07-20T14:00Z", "P2W", "xxxx", "", None]


def timex(start, end, value="1936", kind="DATE"):
    return {"start": start, "end": end, "value": value, "type": kind}


def row(*timexes, doc_id="a"):
    return {"doc_id": doc_id, "text": "", "timexes": list(timexes)}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param([timex(10, 17)], (1, 1, 1, 1), id="right"),
        pytest.param([timex(8, 17)], (0, 1, 1, 1), id="another extent"),
        pytest.param([timex(10, 17, "1937")], (1, 1, 1, 0), id="another value"),
        pytest.param([timex(10, 17, None)], (1, 1, 1, 0), id="no value"),
        pytest.param([timex(10, 17, kind="TIME")], (1, 1, 0, 1), id="another type"),
        pytest.param([timex(17, 20)], (0, 0, 0, 0), id="touching is apart"),
        pytest.param([timex(None, None)], (0, 0, 0, 0), id="no extent"),
        pytest.param([], (0, 0, 0, 0), id="nothing"),
    ],
)
def test_one_timex(given, expected):
    found = values(score([row(timex(10, 17))], [row(*given)]))
    assert found == dict(zip(SCORED, expected, strict=True))


def test_one_to_one_the_largest_overlap_first():
    gold = [row(timex(0, 10, "1999"), timex(10, 14))]
    found = score(gold, [row(timex(8, 14), timex(0, 4, "1999"), timex(4, 8, "1999"))])
    assert {f.measure: (f.precision, f.recall) for f in found}["value"] == (2 / 3, 1)


def test_a_capital_or_a_time_zone_makes_no_other_value():
    gold = [row(timex(0, 4, "2013-03-22T14:00Z"))]
    assert values(score(gold, [row(timex(0, 4, "2013-03-22t14:00"))]))["value"] == 1


def test_no_value_is_no_right_value():
    gold = [row(timex(0, 4, ""))]
    assert values(score(gold, gold))["value"] == 0


def test_a_document_left_out_is_answered_with_nothing():
    gold = [row(timex(0, 4)), row(timex(0, 4), doc_id="b")]
    strict = score(gold, [row(timex(0, 4))])[0]
    assert strict == Figure(
        "strict", 2 / 3, 0.0, 1.0, gold=2, answered=1, precision=1.0, recall=0.5
    )


def test_values_of_another_scheme_are_not_scored():
    gold = [{"start": 0, "end": 4, "type": "datetimeV2.date", "values": []}]
    found = values(score([row(*gold)], [row(timex(0, 4))]))
    assert found == {"strict": 1, "relaxed": 1}


def theirs(shared, gold, answers):
    def by_id(rows):
        return {r["doc_id"]: r["timexes"] for r in rows}

    found = tool(shared, "score_timex").score(by_id(gold), by_id(answers))
    return {k: round(found[k]["F1"], 4) for k in SCORED}


def drawn(generator, doc_id):
    starts = generator.integers(0, 60, generator.integers(0, 9))
    return row(
        *(
            timex(
                int(start),
                int(start + generator.integers(1, 9)),
                VALUES[generator.integers(len(VALUES))],
                ["DATE", "TIME"][generator.integers(2)],
            )
            for start in starts
        ),
        doc_id=doc_id,
    )


@pytest.mark.parametrize("seed", range(100))
def test_random_rows_score_as_published(shared, seed):
    generator = np.random.default_rng(seed)
    gold = [drawn(generator, str(n)) for n in range(4)]
    answers = [drawn(generator, str(n)) for n in range(3)]
    assert values(score(gold, answers)) == theirs(shared, gold, answers)


@pytest.mark.parametrize("name", SETS)
def test_perturbed_sets_score_as_published(shared, name):
    gold = documents(shared, name)
    generator = np.random.default_rng(4)

    def moved(t):
        shift = int(generator.integers(-2, 3)) if generator.random() < 0.3 else 0
        value = "2001" if generator.random() < 0.3 else t.get("value")
        return timex(t["start"] + shift, t["end"] + shift, value, t["type"])

    answers = [
        row(
            *(moved(t) for t in r["timexes"] if generator.random() < 0.8),
            doc_id=r["doc_id"],
        )
        for r in gold
    ]
    found = values(score(gold, answers))
    assert found == theirs(shared, gold, answers)
    assert 0.2 < found["value"] < found["type"] < 0.95
