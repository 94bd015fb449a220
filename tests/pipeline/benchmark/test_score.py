import importlib.util
import json

import numpy as np
import pytest

from incidents.pipeline.benchmark import muc4_score, score
from incidents.pipeline.benchmark.muc4 import ROLES


def tool(shared, name):
    path = shared.parent / "tools" / f"{name}.py"
    if not path.is_file():
        pytest.skip(f"no scorer at {path}")
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path, limit):
    if not path.is_file():
        pytest.skip(f"no set at {path}")
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line, _ in zip(lines, range(limit), strict=False)]


def test_coded():
    gold = [
        {"doc_id": "a", "city": "Tarn", "killed": 3, "weapon": None, "stated": {}},
        {
            "doc_id": "b",
            "city": "Vasa",
            "killed": 0,
            "weapon": "Remote-detonated explosive",
            "stated": {"killed": True},
        },
    ]
    answers = [
        {"doc_id": "a", "city": "Old Tarn", "killed": 2},
        {"doc_id": "b", "killed": 0, "weapon": "Explosives"},
    ]
    assert score.coded(gold, answers) == {
        "city": score.Score(1, 1, 2),
        "killed": score.Score(1, 2, 2),
        "weapon": score.Score(1, 1, 1),
    }
    assert score.coded(gold, answers, stated=True) == {
        "killed": score.Score(1, 1, 1),
        "weapon": score.Score(1, 1, 1),
    }


def test_spans():
    def entities(*spans):
        found = [{"start": s, "end": e, "type": "Location"} for s, e in spans]
        return [{"doc_id": "a", "entities": found}]

    gold, answers = entities((0, 4), (10, 20)), entities((0, 4), (12, 18), (30, 34))
    assert score.spans(gold, answers, "Location", True) == score.Score(1, 3, 2)
    assert score.spans(gold, answers, "Location", False) == score.Score(2, 3, 2)
    assert score.spans(gold, answers, "Weapon", False) == score.Score(0, 0, 0)


def template(kind, **roles):
    return {"incident_type": kind, **{r: roles.get(r, []) for r in ROLES}}


def test_templates_are_mapped_by_their_type():
    gold = [
        {
            "doc_id": "a",
            "templates": [
                template("bombing", Target=[["the bank", "bank"]]),
                template("attack / bombing", Victim=[["O. Zambrano"]]),
            ],
        }
    ]
    given = [
        {
            "doc_id": "a",
            "templates": [
                template("bombing", Victim=[["O ZAMBRANO"]]),
                template("bombing", Target=[["A BANK"]]),
                template("arson", Target=[["BANK"]]),
            ],
        }
    ]
    found = muc4_score.score(gold, given)
    assert found["incident_type"] == [2 / 3, 1.0, 0.8]
    assert found["Target"] == [0.5, 1.0, 2 / 3]
    assert found["Victim"] == [1.0, 1.0, 1.0]


def test_templates_as_the_published_scorer(shared, tmp_path):
    module = tool(shared, "score_muc4")
    gold = rows(shared / "muc4" / "gtt_train.jsonl", 300)
    random = np.random.default_rng(5)
    given = []
    for row in gold:
        kept = [t for t in row["templates"] if random.random() < 0.7]
        more = gold[int(random.integers(len(gold)))]["templates"]
        templates = [
            t | {r: [e[:1] for e in t[r]] for r in ROLES} for t in [*kept, *more[:1]]
        ]
        given.append({"doc_id": row["doc_id"], "templates": templates})
    for name, content in (("gold", gold), ("given", given)):
        lines = "".join(json.dumps(row) + "\n" for row in content)
        (tmp_path / name).write_text(lines, encoding="utf-8")
    theirs = module.evaluate(
        module.read(tmp_path / "gold"), module.read(tmp_path / "given")
    )["gtt"]
    ours = muc4_score.score(gold, given)
    assert 0.3 < ours["micro"][2] < 0.95
    for field, figures in ours.items():
        expected = [theirs[field][k] for k in ("P", "R", "F1")]
        assert figures == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("stated", [False, True])
def test_coded_as_the_published_scorer(shared, stated):
    module = tool(shared, "score_incident")
    gold = rows(shared / "incident_rand" / "docs.jsonl", 800)
    random = np.random.default_rng(6)
    given = {}
    for row in gold:
        other = gold[int(random.integers(len(gold)))]
        answer = {k: (row if random.random() < 0.7 else other)[k] for k in row}
        given[row["doc_id"]] = {**answer, "doc_id": row["doc_id"]}
    theirs = module.score({r["doc_id"]: r for r in gold}, given, stated)
    ours = score.coded(gold, given.values(), stated)
    del ours["weapon"]
    for field, figures in ours.items():
        expected = [theirs[field][k] for k in ("P", "R", "F1")]
        assert [figures.precision, figures.recall, figures.f1] == pytest.approx(
            expected, abs=5e-5
        )


@pytest.mark.parametrize("exact", [False, True])
def test_spans_as_the_published_scorer(shared, exact):
    module = tool(shared, "score_geo")
    gold = rows(shared / "ner_re3d" / "docs.jsonl", 100)
    random = np.random.default_rng(7)
    given = []
    for row in gold:
        moved = [
            {**e, "end": e["end"] + int(random.integers(3)) // 2}
            for e in row["entities"]
            if random.random() < 0.8
        ]
        given.append({"doc_id": row["doc_id"], "entities": moved})

    def places(content):
        return {
            row["doc_id"]: [
                {**e, "lat": None, "lon": None}
                for e in row["entities"]
                if e["type"] == "Location"
            ]
            for row in content
        }

    theirs = module.score(places(gold), places(given))["exact" if exact else "overlap"]
    ours = score.spans(gold, given, "Location", exact)
    assert ours == score.Score(theirs["right"], theirs["pred"], theirs["gold"])
