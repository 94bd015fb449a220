import numpy as np
import pytest

from incidents.pipeline.benchmark.score_geo import auc, distance, score
from tests.pipeline.benchmark.published import documents, tool, values

SETS = ["geo_lgl", "geo_trnews", "geo_geovirus", "geo_geowebnews"]
PARIS, LONDON = (48.8566, 2.3522), (51.5074, -0.1278)


def place(start, end, at=(None, None), **fields):
    return {"start": start, "end": end, "lat": at[0], "lon": at[1], **fields}


def row(*toponyms, doc_id="a"):
    return {"doc_id": doc_id, "text": "", "toponyms": list(toponyms)}


GOLD = [row(place(0, 5, PARIS), place(10, 16, LONDON), place(20, 25, eval=False))]


def near(found):
    return {m: v for m, v in found.items() if not m.startswith("AUC")}


def test_distance():
    assert round(distance(place(0, 0, PARIS), place(0, 0, LONDON))) == 344
    assert round(distance({"lat": 0, "lon": 0}, {"lat": 0, "lon": 180})) == 20015


def test_perfect_answers():
    assert values(score(GOLD, GOLD)) == {
        "exact": 1.0,
        "overlap": 1.0,
        "within 161 km, of resolved": 1.0,
        "within 161 km, of all": 1.0,
        "AUC, of resolved": 0.0,
        "AUC, of all": 0.0,
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param([place(0, 7, PARIS)], (0, 0.6667, 1, 0.5), id="longer"),
        pytest.param([place(0, 5, LONDON)], (0.6667, 0.6667, 0, 0), id="elsewhere"),
        pytest.param([place(0, 5)], (0.6667, 0.6667, 0, 0), id="unresolved"),
        pytest.param([place(20, 25, PARIS)], (0, 0, 0, 0), id="not asked for"),
        pytest.param([], (0, 0, 0, 0), id="nothing"),
    ],
)
def test_answers(given, expected):
    found = near(values(score(GOLD, [row(*given)])))
    assert tuple(found.values()) == expected


def test_what_is_not_asked_for_is_no_answer_either():
    found = score(GOLD, [row(place(20, 25, PARIS), place(40, 45, PARIS))])
    assert [f.answered for f in found[:2]] == [1, 1]


@pytest.mark.parametrize(("km", "right"), [(155, 1), (170, 0)])
def test_a_hundred_miles(km, right):
    given = [row(place(0, 5, (PARIS[0] + km / 111.195, PARIS[1])))]
    assert values(score(GOLD, given))["within 161 km, of resolved"] == right


def test_what_is_missed_is_as_far_off_as_can_be():
    found = values(score(GOLD, [row(place(0, 5, PARIS))]))
    assert (found["AUC, of resolved"], found["AUC, of all"]) == (0, 0.5)


def test_given_spans_are_not_recognised():
    assert "overlap" not in values(score(GOLD, GOLD, "given"))


def test_auc():
    assert auc(np.array([0.0, 0.0])) == 0
    assert round(auc(np.array([20039.0])), 4) == 1
    assert round(auc(np.array([0.0, 20038.0, 20038.0])), 4) == 0.75


def theirs(shared, gold, answers):
    def by_id(rows):
        return {r["doc_id"]: r["toponyms"] for r in rows}

    found = tool(shared, "score_geo").score(by_id(gold), by_id(answers))
    figures = {
        "exact": found["exact"]["F1"],
        "overlap": found["overlap"]["F1"],
        "within 161 km, of resolved": found["found"]["acc161"],
        "within 161 km, of all": found["end_to_end"]["acc161"],
        "AUC, of resolved": found["found"]["auc"],
        "AUC, of all": found["end_to_end"]["auc"],
    }
    return {k: round(v, 4) for k, v in figures.items() if v is not None}


def drawn(generator, doc_id):
    def one():
        start = int(generator.integers(60))
        at = (PARIS, LONDON, (33.66, -95.56), (None, None))[generator.integers(4)]
        end = start + int(generator.integers(1, 9))
        return place(start, end, at, eval=bool(generator.random() < 0.8))

    return row(*(one() for _ in range(generator.integers(9))), doc_id=doc_id)


@pytest.mark.parametrize("seed", range(100))
def test_random_rows_score_as_published(shared, seed):
    generator = np.random.default_rng(seed)
    gold = [drawn(generator, str(n)) for n in range(4)]
    answers = [drawn(generator, str(n)) for n in range(3)]
    assert values(score(gold, answers)) == theirs(shared, gold, answers)


@pytest.mark.parametrize("name", SETS)
def test_perturbed_sets_score_as_published(shared, name):
    gold = documents(shared, name)
    generator = np.random.default_rng(5)

    def moved(t):
        at = (t["lat"], t["lon"])
        if at[0] is not None and generator.random() < 0.4:
            at = (at[0] * float(generator.random()), at[1])
        if generator.random() < 0.1:
            at = (None, None)
        return place(t["start"], t["end"] + int(generator.integers(2)), at)

    answers = [
        row(
            *(moved(t) for t in r["toponyms"] if generator.random() < 0.8),
            doc_id=r["doc_id"],
        )
        for r in gold
    ]
    found = values(score(gold, answers))
    assert found == theirs(shared, gold, answers)
    assert 0.3 < found["within 161 km, of all"] < 0.9
