import pytest

from incidents.pipeline.benchmark.score_clusters import score


def told(**clusters):
    return [{"doc_id": id, "cluster": cluster} for id, cluster in clusters.items()]


GOLD = told(a="x", b="x", c="x", d="y", e="y", f="z")


def figures(answers):
    return {f.measure: f for f in score(GOLD, answers)}


def test_all_right():
    found = figures(told(a=1, b=1, c=1, d=2, e=2, f=3))
    assert [f.value for f in found.values()] == pytest.approx([1.0, 1.0])


def test_an_article_without_an_answer_stands_alone():
    found = figures([])
    assert found["B-cubed"].precision == pytest.approx(1.0)
    assert found["B-cubed"].recall == pytest.approx((3 / 3 + 2 / 2 + 1) / 6)
    assert (found["pairwise"].value, found["pairwise"].answered) == (0.0, 0)


def test_all_in_one():
    found = figures(told(**dict.fromkeys("abcdef", "one")))
    assert found["B-cubed"].precision == pytest.approx((9 + 4 + 1) / 36)
    assert found["pairwise"].precision == pytest.approx(4 / 15)
    assert found["pairwise"].gold == 4


def test_a_set_without_answers_asks_for_nothing():
    assert score([{"doc_id": "a"}], told(a="x")) == []
