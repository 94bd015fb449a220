import copy
import importlib.util
import json
from io import StringIO

import numpy as np
import pytest
from rich.console import Console

from incidents.pipeline.evaluate import evaluate, load_texts, to_json
from incidents.pipeline.evaluate.borderline import load_borderline
from incidents.pipeline.evaluate.measures import Figure, b_cubed, pairs_joined
from incidents.pipeline.evaluate.show import table
from incidents.pipeline.recordfile import load
from tests.pipeline.invented import TEXT, cite, perturb, random_records, record, toll

GOLD = [
    record(
        "a",
        1,
        event_key="hall",
        incident_type="attack",
        outcome="completed",
        date="2021-03-04",
        countries=["SE"],
        places=["Vasa"],
        targets=[{"text": "Vasa town hall", "category": "government"}],
        killed=toll(12, 12),
    ),
    record("a", 2, event_key="tarn", date="2021-05", places=["Tarn"], countries=["NO"]),
]


@pytest.fixture(scope="session")
def scorer(shared):
    path = shared.parent / "tools" / "score_records.py"
    if not path.is_file():
        pytest.skip(f"no scorer at {path}")
    spec = importlib.util.spec_from_file_location("score_records", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(gold, candidates, texts=None, borderline=None):
    scored = to_json(evaluate(gold, candidates, texts, borderline))
    return {k: v for k, v in scored.items() if k not in OURS}


OURS = ("intervals", "missing", "spurious")


@pytest.mark.parametrize("seed", range(300))
def test_figures_equal_the_scorers_on_random_records(scorer, tmp_path, seed):
    generator = np.random.default_rng(seed)
    gold = random_records(generator, documents=seed % 7)
    candidates = perturb(gold, generator, rate=(seed % 5) / 6)
    if seed % 3 == 0:
        candidates += random_records(generator, documents=3)
    ids = {r["doc_id"] for r in candidates}
    for doc_id in sorted(ids)[1:]:  # one document has no text
        (tmp_path / f"{doc_id}.txt").write_text(TEXT)
    expected = scorer.score(gold, candidates, [tmp_path])
    assert figures(gold, candidates, load_texts([tmp_path], ids)) == expected


@pytest.mark.parametrize("folder", ["reports", "wild"])
@pytest.mark.parametrize("rate", [0, 0.1, 0.3, 0.6])
def test_figures_equal_the_scorers_on_coded_reports(scorer, shared, folder, rate):
    gold = load(shared / folder / "gold.jsonl")
    candidates = perturb(gold, np.random.default_rng(5), rate)
    texts = load_texts([shared / folder], {r["doc_id"] for r in gold})
    expected = scorer.score(gold, candidates, [shared / folder])
    assert figures(gold, candidates, texts) == expected


@pytest.mark.parametrize("seed", range(40))
def test_figures_equal_the_scorers_with_passages_set_aside(scorer, tmp_path, seed):
    generator = np.random.default_rng(seed)
    gold = random_records(generator, documents=4)
    candidates = perturb(gold, generator, 0.5) + random_records(generator, documents=5)
    ids = {r["doc_id"] for r in candidates}
    for doc_id in ids:
        (tmp_path / f"{doc_id}.txt").write_text(TEXT)
    rows = [
        {"doc_id": f"doc{generator.integers(0, 6)}", "quote": quote}
        for quote in ("A bomb", "o", "nowhere", "hall of Vasa")
    ]
    table_ = tmp_path / "borderline.tsv"
    lines = [f"{r['doc_id']}\t{r['quote']}" for r in rows]
    table_.write_text("\n".join(["doc_id\tquote", *lines]) + "\n")
    texts = load_texts([tmp_path], ids)
    passages = load_borderline([table_], texts)
    expected = scorer.score(gold, candidates, [tmp_path], borderline=rows)
    assert figures(gold, candidates, texts, passages) == expected


BOMB = {"field": "incident_type", "start": 2, "end": 6, "quote": "bomb"}


@pytest.mark.parametrize(
    ("record_", "aside"),
    [
        pytest.param(record("b", citations=[BOMB]), 1, id="told in such a passage"),
        pytest.param(
            record("b", citations=[{**BOMB, "field": "date"}]), 0, id="only its date is"
        ),
        pytest.param(record("c", citations=[BOMB]), 0, id="another document"),
    ],
)
def test_a_candidate_is_set_aside(record_, aside):
    scored = evaluate(GOLD, [*GOLD, record_], None, {"b": [(0, 6)]})
    assert len(scored.aside) == aside
    assert scored.figures["incident"].predicted == 3 - aside


def test_a_match_told_in_a_borderline_passage_counts():
    told = {**GOLD[0], "citations": [BOMB]}
    scored = evaluate([told], [told], None, {"a": [(0, 6)]})
    assert scored.aside == ()
    assert scored.figures["incident"] == Figure(1, 1, 1)


def test_a_borderline_file_without_its_columns_is_named(tmp_path):
    (tmp_path / "b.tsv").write_text("doc_id\twhy\na\tb\n")
    with pytest.raises(ValueError, match=r"b\.tsv: no column quote"):
        load_borderline([tmp_path / "b.tsv"], {})


def test_gold_agrees_with_itself():
    scored = evaluate(GOLD, GOLD)
    assert scored.figures["incident"] == Figure(2, 2, 2)
    assert scored.figures["slots"] == Figure(11, 11, 11)
    assert scored.merging == 1


def test_a_wrong_toll_costs_one_value_and_a_lost_record_all_of_its_own():
    worse = [{**GOLD[0], "killed": toll(13, 13)}]
    scored = evaluate(GOLD, worse).figures
    assert scored["incident"] == Figure(1, 1, 2)
    assert scored["slots"] == Figure(7, 8, 11)
    assert scored["killed"] == Figure(0, 1, 1)
    assert scored["date"] == Figure(1, 1, 2)


def test_a_spurious_record_costs_all_its_values():
    extra = record("b", 1, date="2020", places=["Norburg"])
    scored = to_json(evaluate(GOLD, [*GOLD, extra]))
    assert scored["slots"] == {
        "p": 0.8462,
        "r": 1.0,
        "f1": 0.9167,
        "tp": 11,
        "pred": 13,
        "gold": 11,
    }
    assert scored["spurious"] == ["b/01"]


def test_a_slot_that_only_candidates_fill_has_its_figures():
    fields = to_json(evaluate(GOLD, [{**GOLD[0], "legal": ["arrested"]}]))["fields"]
    assert fields["legal"]["pred"] == 1
    assert "ages" not in fields


def test_an_empty_quote_is_not_verbatim():
    empty = {"field": "places", "start": 0, "end": 0, "quote": ""}
    candidate = record("a", places=["Vasa"], citations=[empty])
    assert to_json(evaluate([], [candidate], {"a": "Vasa"}))["verbatim"] == 0


@pytest.mark.parametrize(("gold", "candidates"), [([], GOLD), (GOLD, []), ([], [])])
def test_one_side_alone_scores_nothing(gold, candidates):
    scored = evaluate(gold, candidates)
    assert scored.figures["slots"].f1 == 0
    assert scored.merging is None


def test_b_cubed_of_two_events_taken_for_one():
    # precision (2/3 + 2/3 + 1/3) / 3, recall 1
    pairs = [("x", "k"), ("x", "k"), ("y", "k")]
    assert b_cubed(pairs) == pytest.approx(2 * (5 / 9) / (5 / 9 + 1))


def test_pairs_of_one_document_are_not_counted():
    # a-b and a-c are one event by gold; the candidates join b and c besides
    keyed = [("a", "x", "k"), ("a", "x", "k"), ("b", "x", "m"), ("c", "y", "m")]
    assert pairs_joined(keyed) == Figure(0, 1, 2)


def test_cited_counts_fields_and_verbatim_counts_quotes():
    text = "Twelve died in Vasa."
    good = cite(text, "Vasa", "places")
    moved = {**good, "start": 0, "end": 4}
    candidate = record(
        "a", places=["Vasa"], killed=toll(12, 12), citations=[good, moved]
    )
    scored = to_json(evaluate([], [candidate], {"a": text}))
    assert (scored["cited"], scored["verbatim"]) == (0.5, 0.5)
    assert to_json(evaluate([], [candidate]))["verbatim"] is None
    assert to_json(evaluate([], [candidate], {}))["verbatim"] == 0


def test_records_are_left_as_they_are():
    generator = np.random.default_rng(3)
    gold = random_records(generator, 5)
    candidates = perturb(gold, generator, 0.3)
    before = copy.deepcopy((gold, candidates))
    evaluate(gold, candidates, {})
    assert (gold, candidates) == before


def test_a_record_without_document_is_refused():
    with pytest.raises(ValueError, match=r"^candidate 2 has no doc_id$"):
        evaluate(GOLD, [GOLD[0], {"date": "2021"}])


def test_intervals_hold_the_figure_and_are_the_same_each_time():
    generator = np.random.default_rng(8)
    gold = random_records(generator, 12)
    scored = [evaluate(gold, perturb(gold, np.random.default_rng(1), 0.3))] * 2
    assert scored[0].intervals == scored[1].intervals
    for measure, (low, high) in scored[0].intervals.items():
        assert low < scored[0].figures[measure].f1 < high
    assert evaluate(GOLD, GOLD).intervals == {}  # one document tells of no others


def test_the_figures_are_json():
    assert json.loads(json.dumps(to_json(evaluate(GOLD, GOLD))))["incident"]["tp"] == 2


def shown(evaluation, width=250):
    stream = StringIO()
    Console(file=stream, width=width, force_terminal=False).print(table(evaluation))
    return stream.getvalue()


def test_table_shows_what_was_missed_and_what_is_spurious():
    quote = "[red]shot[/red]\x1b[2J " + "x" * 100
    extra = record(
        "b", date="2020", citations=[{"page": 3, "quote": quote}], places=["Norburg"]
    )
    lines = shown(evaluate(GOLD, [GOLD[0], extra])).splitlines()
    assert "  a/02, 2021-05, Tarn" in lines
    where = lines.index("  b/01, 2020, Norburg") + 1
    assert lines[where].startswith(r'    b p. 3 "[red]shot[/red]\x1b[2J x')
    assert any("incident" in line and "0.500" in line for line in lines)


def test_no_measure_is_cut_on_a_terminal_of_80_columns():
    lines = shown(evaluate(GOLD, GOLD), 80).splitlines()
    assert {line.split()[0] for line in lines[2:13]} >= {"target_categories", "killed"}
    assert max(map(len, lines)) <= 80


def test_a_narrow_table_folds_and_cuts_nothing():
    assert "…" not in shown(evaluate([record("a-long-name-of-a-document")], []), 100)
