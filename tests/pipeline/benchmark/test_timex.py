import json

import pytest

from incidents.pipeline.benchmark.timex import predictions, timex3


@pytest.mark.parametrize(
    ("value", "grain", "expected"),
    [
        ("2014-03-03", None, "2014-03-03"),
        ("2014-03~", None, "2014-03"),
        ("2023-22", None, "2023-SU"),
        ("198X", None, "198"),
        ("18XX", None, "18"),
        ("-0480", None, "BC0480"),
        ("2024-03-11/2024-03-17", "W", "2024-W11"),
        ("2024-03-16/2024-03-17", "WE", "2024-W11-WE"),
        ("2019-04/2019-06", "Q", "2019-Q2"),
        ("2019-07/2019-12", "H", "2019-H2"),
        ("", "D", "XXXX-XX-XX"),
        ("", None, ""),
    ],
)
def test_timex3(value, grain, expected):
    assert timex3(value, grain) == expected


def read(tmp_path, text, dct="2024-03-22"):
    line = {"doc_id": "a", "text": text, "dct": dct}
    (tmp_path / "docs.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (prediction,) = predictions(tmp_path)
    assert prediction["doc_id"] == "a"
    return [
        (text[t["start"] : t["end"]], t["type"], t["value"])
        for t in prediction["timexes"]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is over now.", [("now", "DATE", "PRESENT_REF")]),
        (
            "From 24-26 July 2023.",
            [("24", "DATE", "2023-07-24"), ("26 July 2023", "DATE", "2023-07-26")],
        ),
        ("At 9 a.m. Tuesday.", [("9 a.m. Tuesday", "TIME", "2024-03-19T09:00")]),
        ("On Tuesday night.", [("Tuesday night", "TIME", "2024-03-19TNI")]),
        ("A 39-year-old man.", []),
        ("It took three days.", [("three days", "DURATION", "P3D")]),
    ],
)
def test_predictions(tmp_path, text, expected):
    assert read(tmp_path, text) == expected


def test_without_a_day_of_creation(tmp_path):
    assert read(tmp_path, "On Monday.", None) == [("Monday", "DATE", "XXXX-XX-XX")]


def test_reads_the_set_without_its_answers(tmp_path):
    line = {"doc_id": "a", "text": "In 2014.", "dct": "2016-11-07T00:00:00"}
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    assert list(predictions(tmp_path)) == list(predictions(path))
    assert [t["value"] for p in predictions(path) for t in p["timexes"]] == ["2014"]


def test_development_half_is_read_whole(shared):
    folder = shared / "timex_te3_platinum"
    ids = [
        json.loads(line)["doc_id"]
        for line in (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [p["doc_id"] for p in predictions(folder)] == ids
