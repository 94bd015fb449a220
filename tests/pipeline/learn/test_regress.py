import math

import pytest

from incidents.pipeline.learn.regress import regress


def test_nothing_is_learned_of_nothing_and_of_what_is_even():
    assert regress([], [], 1.0) == {}
    assert regress([{"a"}, {"a"}], [0.0, 1.0], 1.0) == {}


def test_an_endless_pull_leaves_no_weight():
    assert regress([{"a"}], [1.0], 1e9) == {}


def test_a_sign_of_what_holds_is_for_it_and_one_of_what_does_not_against():
    told = regress([{"a", "x"}, {"b", "x"}] * 5, [1.0, 0.0] * 5, 1.0)
    assert told["a"] > 0 > told["b"]
    assert told["a"] == -told["b"]
    assert "x" not in told


def test_the_weight_is_where_slope_and_pull_are_even():
    told = regress([{"a"}] * 4, [1.0, 1.0, 1.0, 0.0], 0.5)["a"]
    slope = 4 / (1 + math.exp(-told)) - 3
    assert slope + 0.5 * told == pytest.approx(0.0, abs=2e-3)
    assert told == round(told, 3)


def test_a_weaker_pull_and_a_greater_share_make_more_of_a_sign():
    rows = [{"a"}] * 4
    few, many = (regress(rows, [share] * 4, 1.0)["a"] for share in (0.6, 0.9))
    assert 0 < few < many < regress(rows, [0.9] * 4, 0.1)["a"]


def test_without_examples_what_is_known_stays():
    assert regress([], [], 1.0, known={"b": 0.5, "a": -1.0}) == {"a": -1.0, "b": 0.5}


def test_what_is_known_is_changed_by_examples_and_kept_where_they_are_silent():
    known = {"a": 1.0, "b": 0.5}
    told = regress([{"a"}] * 3, [0.0] * 3, 1.0, known=known)
    assert told["b"] == 0.5
    assert told["a"] < 1.0
    assert regress([{"a"}] * 30, [0.0] * 30, 1.0, known=known)["a"] < told["a"]
    assert regress([{"a"}] * 3, [0.0] * 3, 1e9, known=known) == known


def test_the_order_of_examples_and_signs_changes_nothing():
    rows, right = [("a", "b"), ("b", "c"), ("a",)], [1.0, 0.0, 1.0]
    turned = regress([r[::-1] for r in rows[::-1]], right[::-1], 1.0)
    assert turned == regress(rows, right, 1.0)
    assert list(turned) == sorted(turned)
