import json
import tomllib

from incidents.pipeline.cli import main
from incidents.pipeline.evaluate.measures import Figure, Share
from incidents.pipeline.learn import events
from incidents.pipeline.merge.weights import Weights, learned, read, to_toml
from tests.pipeline.merge.made import marks, quay
from tests.pipeline.merge.test_folder import write


def keyed(**keys):
    """A record a document: the same event in each, or another by its key."""
    days = {key: f"2021-{n:02}-04" for n, key in enumerate(sorted(keys.values()), 1)}
    return [
        events.Keyed(marks(quay(doc, date=days[key])), key) for doc, key in keys.items()
    ]


def test_what_gold_joins_is_learned():
    told = {f"d{n:02}": f"e{n // 2}" for n in range(12)}
    weights = events.fit(keyed(**told))
    assert weights.likeness["same day"] > 0
    measured = events.measure(keyed(a="x", b="x", c="y"), weights)
    assert measured == events.Found(Figure(1, 1, 1), Share(1, 1))


def test_nothing_joined_is_nothing_right():
    never = Weights({"always": -9.0}, events.THRESHOLDS)
    measured = events.measure(keyed(a="x", b="x", c="y"), never)
    assert measured == events.Found(Figure(0, 0, 1), Share(0, 1))


def test_each_fold_is_sorted_by_what_the_others_taught(monkeypatch):
    taught = []

    def fit(found):
        taught.append([k.marks.doc_id for k in found])
        return learned()

    monkeypatch.setattr(events, "fit", fit)
    found = events.out_of_sample(keyed(a="x", b="x", c="y"), {"a": 1, "b": 1})
    assert taught == [["c"]]
    assert (found.joined.gold, found.whole.whole) == (1, 1)


def test_weights_are_read_back_as_written():
    assert read(tomllib.loads(to_toml(learned(), ["head"]))) == learned()


def test_the_command_writes_weights_that_merge_takes(tmp_path, capsys):
    reports = tmp_path / "reports"
    reports.mkdir()
    lines = []
    for n in range(8):
        doc = f"d{n}"
        (reports / f"{doc}.txt").write_text(
            f"Title\nPublished: 2021-0{n + 1}-05\n\nText."
        )
        row = quay(doc, date=f"2021-0{n // 2 + 1}-04", event_key=f"e{n // 2}")
        lines.append(json.dumps(row) + "\n")
    gold, out = tmp_path / "gold.jsonl", tmp_path / "w.toml"
    gold.write_text("".join(lines))
    folds = tmp_path / "folds.tsv"
    folds.write_text("doc_id\tfold\n" + "".join(f"d{n}\t{n // 4}\n" for n in range(8)))
    given = ["learn", "--events", "--out", str(out), "--folds", str(folds)]
    assert main([*given, "--from", str(reports), str(gold)]) == 0
    assert "out of sample: pairwise F1" in capsys.readouterr().out
    assert read(tomllib.loads(out.read_text())).thresholds == events.THRESHOLDS
    assert main(given) == 2
    assert "give --from" in " ".join(capsys.readouterr().err.split())


def test_a_runs_own_records_bear_the_keys_of_what_they_tell(tmp_path):
    spurious = quay("a", 2, date="1999-01-01", places=["Lima"], targets=[])
    write(tmp_path / "run", quay("a"), spurious, published="2021-03-05")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(quay("a", event_key="sundholm")) + "\n")
    found = events.aligned(tmp_path / "run", gold)
    keys = {k.marks.id: k.event for k in found}
    assert keys == {"a/1": "sundholm", "a/2": "only a/2"}
    assert {str(k.marks.published) for k in found} == {"2021-03-05"}


def test_articles_of_half_the_events_are_sorted_by_what_the_others_taught(monkeypatch):
    taught = []

    def fit(found):
        taught.append({k.event for k in found})
        return learned()

    monkeypatch.setattr(events, "fit", fit)
    found = events.by_halves(keyed(a="x", b="x", c="y", d="z"))
    assert (found.hits, found.gold) == (1, 1)
    assert not taught[0] & taught[1]
    assert taught[0] | taught[1] == {"x", "y", "z"}
