import numpy as np
import pytest

from incidents.pipeline.evaluate import MEASURES, evaluate, gate
from incidents.pipeline.evaluate.baseline import (
    baseline_of,
    read_baseline,
    write_baseline,
)
from incidents.pipeline.evaluate.chance import f1, loss_p_values, units_lost
from incidents.pipeline.evaluate.gate import compare
from incidents.pipeline.evaluate.measures import CITED
from incidents.pipeline.evaluate.show import verdict as shown
from tests.pipeline.invented import record, toll

MARKETS = ["Vasa", "Tarn", "Norburg", "Ellis"]


def told(documents, each=6):
    """Gold whose records no candidate can be matched with but its own."""
    return [
        record(
            f"doc{d:02}",
            d * each + n,
            incident_type="attack",
            date=f"2021-{n + 1:02}-{d % 27 + 1:02}",
            countries=["SE"],
            places=[MARKETS[n % 4]],
            killed=toll(n + 2, n + 2),
            citations=[{"field": field, "start": 0, "end": 0} for field in CITED],
        )
        for d in range(documents)
        for n in range(each)
    ]


GOLD = told(4)


def verdict(before, after, gold=GOLD, must_pass=()):
    baseline = baseline_of(evaluate(gold, before), must_pass)
    return compare(baseline, evaluate(gold, after))


def without(records, *numbers):
    return [r for i, r in enumerate(records) if i not in numbers]


def test_the_same_again_passes():
    same = verdict(GOLD, GOLD)
    assert same.passed
    assert same.gained == same.lost == ()
    assert {c.p for c in same.changes} == {1.0}


def test_one_record_lost_is_chance_unless_it_must_pass():
    less = without(GOLD, 3)
    assert verdict(GOLD, less).passed
    failed = verdict(GOLD, less, must_pass=["doc00/03"])
    assert failed.failures == ("doc00/03 must pass and is lost",)
    assert failed.lost == ("doc00/03",)
    assert verdict(less, GOLD).gained == ("doc00/03",)


def test_a_record_found_otherwise_is_neither_lost_nor_gained():
    other = [{**r, "incident_id": f"run2/{i}"} for i, r in enumerate(GOLD)]
    assert verdict(GOLD, other).lost == ()


def test_one_field_that_breaks_fails_by_name():
    broken = [{**r, "killed": None} for r in GOLD[:12]] + GOLD[12:]
    lost = [c.measure for c in verdict(GOLD, broken).changes if c.lost]
    assert lost == ["slots", "killed"]


def test_inventing_records_fails():
    extra = [
        record(f"doc{d:02}", 90 + n, date=f"1990-{n + 1:02}", places=["Nowhere"])
        for d in range(20)
        for n in range(4)
    ]
    gold = told(20)
    assert [c.measure for c in verdict(gold, gold + extra, gold).changes if c.lost] == [
        "incident",
        "slots",
        "date",
        "places",
    ]


@pytest.mark.parametrize("each", [4, 5])
def test_a_document_that_falls_silent_fails(each):
    gold = told(14, each)
    silent = verdict(gold, gold[each:], gold)
    expected = ["doc00: 5 records were found, and no candidate is left"]
    assert list(silent.failures) == expected[: each - 4]


def test_a_gain_never_fails():
    assert verdict(GOLD[:4], GOLD).passed


@pytest.mark.parametrize(
    ("citation", "texts", "failure"),
    [
        (("places", 0, 4, "Vasa"), {"a": "Vasa"}, ()),
        (("places", 0, 4, "Vasa"), {"a": "Tarn"}, ("verbatim: 1 of 1 are not",)),
        (("places", 0, 4, "Vasa"), None, ()),
        (("date", 0, 4, "Vasa"), {"a": "Vasa"}, ("cited: 1 of 1 are not",)),
    ],
)
def test_values_uncited_and_quotes_not_verbatim_fail(citation, texts, failure):
    cited = dict(zip(("field", "start", "end", "quote"), citation, strict=True))
    candidates = [record("a", places=["Vasa"], citations=[cited])]
    evaluation = evaluate(candidates, candidates, texts)
    assert compare(baseline_of(evaluation), evaluation).failures == failure


def test_baseline_is_read_as_written(tmp_path):
    evaluation = evaluate(GOLD, [*without(GOLD, 2), record("x", 1, date="2020")])
    baseline = baseline_of(evaluation, ["doc00/03"])
    path = tmp_path / "baseline.json"
    write_baseline(baseline, path)
    assert read_baseline(path) == baseline
    first = path.read_bytes()
    write_baseline(read_baseline(path), path)
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"documents": {"a": 1}}', "[" * 9999]
)
def test_what_is_no_baseline_is_named(tmp_path, content):
    path = tmp_path / "baseline.json"
    path.write_text(content)
    with pytest.raises(ValueError, match=r"baseline\.json: no baseline"):
        read_baseline(path)


def test_a_baseline_on_another_gold_set_is_refused():
    baseline = baseline_of(evaluate(GOLD, GOLD))
    changed = [*GOLD[:-1], {**GOLD[-1], "places": []}]
    for other in (changed, GOLD[:-1]):
        with pytest.raises(ValueError, match="doc03/23 of doc03 is not what it was"):
            compare(baseline, evaluate(other, GOLD))


def test_nothing_to_compare_is_refused():
    nothing = evaluate([], [])
    with pytest.raises(ValueError, match="nothing to compare"):
        compare(baseline_of(nothing), nothing)


def test_baselines_that_make_no_sense_are_refused():
    with pytest.raises(ValueError, match="must pass, and is not found: doc00/03"):
        baseline_of(evaluate(GOLD, without(GOLD, 3)), ["doc00/03"])
    with pytest.raises(ValueError, match="'doc00/00' of a gold record is missing or"):
        baseline_of(evaluate([GOLD[0], GOLD[0]], []))


def test_verdict_in_words():
    failed = verdict(GOLD, GOLD[:6], must_pass=["doc03/23"])
    lines = shown(failed).splitlines()
    assert lines[0] == "gate failed"
    assert "  doc03/23 must pass and is lost" in lines
    assert any(line.startswith("lost 18: doc01/06, doc01/07") for line in lines)
    assert lines[-1].startswith("slots: a loss of 0.")
    assert failed.to_json()["passed"] is False


def test_p_value_of_five_losses_is_that_of_five_tosses():
    before = np.tile([1.0, 1.0, 1.0], (9, 1, 1))
    after = before.copy()
    after[:5, :, 0] = 0
    alone, corrected = loss_p_values(before, after, [slice(None)])
    assert alone[0] == pytest.approx(1 / 32, abs=0.01)
    assert corrected[0] == alone[0]  # one measure needs no correction
    assert loss_p_values(after, before, [slice(None)])[0] == 1


def test_measures_that_move_together_cost_no_correction_and_others_do():
    before = np.ones((12, 2, 3))
    together = before.copy()
    together[:6, :, 0] = 0
    alone, corrected = loss_p_values(before, together, [slice(None)])
    assert list(corrected) == list(alone)
    # six losses in one measure; six losses and a gain in the other, of other units
    before = np.ones((13, 2, 3))
    before[12, 1, 0] = 0
    apart = np.ones((13, 2, 3))
    apart[:6, 0, 0] = apart[6:12, 1, 0] = 0
    alone, corrected = loss_p_values(before, apart, [slice(None)])
    assert alone == pytest.approx([1 / 64, 8 / 128], abs=0.006)
    # all of the other's seven units falling is rarer yet, so it may be what is seen
    assert corrected == pytest.approx([1 / 64 + 1 / 128, 8 / 128], abs=0.006)


def test_a_loss_that_cannot_reach_enough_units_is_never_found():
    assert units_lost([5, 5, 5], units=5, power=0.8) is None
    # all five must lose their one record, with .8 in all
    assert units_lost([1] * 5, units=5, power=0.8) == pytest.approx(0.8**0.2)
    # one of two in one unit: 1 - (1 - share) ** 2
    assert units_lost([2], units=1, power=0.75) == pytest.approx(0.5)


SLOTS = len(MEASURES) - 2


def run(generator, documents, quality, each=8):
    """Counts of a run whose values are right by chance, one in a slot of a record.

    Args:
        quality: Share of right values in each document.
    """
    right = generator.random((documents, each, SLOTS)) < quality[:, None, None]
    return counted(right.reshape(-1, SLOTS))


def counted(right):
    counts = np.ones((len(right), len(MEASURES), 3))
    counts[:, 2:, 0] = right
    counts[:, 0, 0] = right.sum(axis=1) > SLOTS / 2
    counts[:, 1] = SLOTS
    counts[:, 1, 0] = right.sum(axis=1)
    return counts


def alarms(before, after, documents):
    names = [f"d{d:03}" for d in np.repeat(range(documents), len(before) // documents)]
    changes, _ = gate.measure_changes(before, after, names, draws=499)
    return [c.measure for c in changes if c.lost]


@pytest.mark.parametrize(
    ("documents", "spread"),
    [
        pytest.param(6, 0, id="few documents, records apart"),
        pytest.param(24, 0, id="many documents, records apart"),
        pytest.param(24, 0.25, id="many documents, records alike inside one"),
    ],
)
def test_false_alarms_are_at_most_one_in_twenty(documents, spread):
    generator = np.random.default_rng(6)
    runs = 250
    failed = 0
    for _ in range(runs):
        before, after = (
            run(
                generator,
                documents,
                0.7 + generator.uniform(-spread, spread, documents),
            )
            for _ in range(2)
        )
        failed += bool(alarms(before, after, documents))
    assert failed / runs <= 0.05


@pytest.mark.parametrize(("documents", "unit"), [(6, "record"), (24, "document")])
def test_a_loss_as_large_as_stated_is_found_four_times_in_five(documents, unit):
    generator = np.random.default_rng(7)
    before = run(generator, documents, np.full(documents, 0.7))
    found = before[:, 0, 0].astype(int)
    sizes = found.reshape(documents, -1).sum(axis=1) if unit == "document" else found
    share = units_lost(sizes.tolist(), units=7, power=0.85)
    runs = [dropped(generator, before, share) for _ in range(150)]
    names = [f"d{d:03}" for d in np.repeat(range(documents), 8)]
    falls = np.mean([f1(before.sum(axis=0)) - f1(r.sum(axis=0)) for r in runs], axis=0)
    stated = gate.detectable(before, names)
    assert stated == pytest.approx(dict(zip(stated, falls, strict=False)), rel=0.1)
    assert np.mean([bool(alarms(before, r, documents)) for r in runs]) >= 0.8


def dropped(generator, counts, share):
    """The same counts with found records left out at random."""
    lost = (generator.random(len(counts)) < share) & (counts[:, 0, 0] > 0)
    after = counts.copy()
    after[lost, :, :2] = 0
    return after
