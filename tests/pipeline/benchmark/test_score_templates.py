import json

import numpy as np
import pytest

from incidents.pipeline.benchmark.muc4 import ROLES
from incidents.pipeline.benchmark.score_templates import score_templates
from tests.pipeline.benchmark.published import documents, tool, values


def row(*templates, doc_id="a"):
    return {"doc_id": doc_id, "text": "", "templates": list(templates)}


def template(kind, **roles):
    return {"incident_type": kind, **{r: roles.get(r, []) for r in ROLES}}


BOMBING = template("bombing", Target=[["bank", "banks"]], Weapon=[["bomb"]])


def test_templates():
    twice = row(BOMBING, BOMBING)
    found = score_templates([twice], [row(template("bombing", Target=[["the bank"]]))])
    counted = {f.measure: (f.precision, f.recall, f.answered, f.gold) for f in found}
    assert counted["micro"] == (1.0, 2 / 3, 2, 3)
    assert counted["Weapon"] == (0.0, 0.0, 0, 1)


def test_the_full_format_counts_named_victims():
    full = {
        "incident_type": "ATTACK",
        "perp_ind": [],
        "perp_org": [],
        "target": [],
        "victim": [
            {"mentions": ["O. ZAMBRANO"], "kind": "name"},
            {"mentions": ["A PRIEST"], "kind": "description"},
        ],
        "weapon": [],
    }
    given = row(template("attack", Victim=[["O Zambrano"]]))
    assert values(score_templates([row(full)], [given]))["micro"] == 1.0


@pytest.mark.parametrize("file", ["gtt_dev.jsonl", "dev.jsonl"])
def test_templates_score_as_published(shared, tmp_path, file):
    module = tool(shared, "score_muc4")
    gold = documents(shared, "muc4", file)
    pool = [
        t for r in documents(shared, "muc4", "gtt_dev.jsonl") for t in r["templates"]
    ]
    generator = np.random.default_rng(9)
    answers = []
    for given in documents(shared, "muc4", "gtt_dev.jsonl")[:-5]:
        kept = [t for t in given["templates"] if generator.random() < 0.7]
        more = [pool[int(generator.integers(len(pool)))]]
        templates = [
            t | {r: [e[:1] for e in t[r]] for r in ROLES} for t in [*kept, *more]
        ]
        answers.append(row(*templates, doc_id=given["doc_id"]))
    for name, content in (("gold", gold), ("answers", answers)):
        lines = "".join(json.dumps(r) + "\n" for r in content)
        (tmp_path / name).write_text(lines, encoding="utf-8")
    theirs = module.evaluate(
        module.read(tmp_path / "gold"), module.read(tmp_path / "answers")
    )["gtt"]
    found = values(score_templates(gold, answers))
    assert found == {k: round(theirs[k]["F1"], 4) for k in found}
    assert 0.4 < found["micro"] < 0.9
