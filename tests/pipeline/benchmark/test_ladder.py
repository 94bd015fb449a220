import pytest

from incidents.pipeline.benchmark import BENCHMARKS
from incidents.pipeline.benchmark.ladder import ladder


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_has_rungs_that_say_what_they_are(name):
    rungs = [r for mode in BENCHMARKS[name].modes for r in ladder(name, "", mode)]
    assert rungs
    assert all(r.system and r.source and r.comparable for r in rungs)


def test_rungs_of_one_set_best_first():
    rungs = ladder("timex", "timex_aquaint", "values")
    assert [(r.measure, r.value) for r in rungs if r.measure == "value"] == [
        ("value", 71.6),
        ("value", 36.1),
    ]
    assert {r.set for r in rungs} == {"timex_aquaint"}


def test_an_unknown_set_has_the_rungs_of_all():
    assert {r.set for r in ladder("geo", "ours", "given")} == {
        "geo_geovirus",
        "geo_geowebnews",
        "geo_lgl",
        "geo_trnews",
    }


def test_rungs_of_another_mode_are_left_out():
    found = {r.measure for r in ladder("geo", "geo_lgl", "found")}
    assert found == {"overlap", "within 161 km, of all", "AUC, of all"}
