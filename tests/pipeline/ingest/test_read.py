import codecs
import json
import random
from datetime import date

import pytest

from incidents.pipeline.ingest import (
    IngestError,
    Limits,
    not_read,
    read,
    read_rows,
    safe_id,
    survey,
    unique_ids,
    walk,
)
from incidents.pipeline.ingest.walk import Survey
from incidents.pipeline.records import Failure, Report


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "text", "warnings"),
    [
        pytest.param(b"A \xe2\x80\x9cb\xe2\x80\x9d\n\n", "A “b”\n\n", 0, id="as it is"),
        pytest.param(codecs.BOM_UTF8 + b"A\r\nb\rc", "A\nb\nc", 0, id="mark, CRLF"),
        pytest.param("﻿Málaga".encode("utf-16-le"), "Málaga", 0, id="UTF-16"),
        pytest.param("A bomb in Málaga.".encode("utf-16-le"), "A bomb in Málaga.", 1),
        pytest.param(
            "The café in São Paulo was hit.".encode("latin-1"),
            "The café in São Paulo was hit.",
            1,
            id="Latin-1",
        ),
        pytest.param(b"x" * 1_000_000, "x" * 1_000_000, 0, id="one long line"),
    ],
)
def test_text(tmp_path, content, text, warnings):
    report, *others = read(write(tmp_path, "a.txt", content))
    assert report.text == text
    assert [o.severity for o in others] == ["warning"] * warnings


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        pytest.param("a.txt", b"", "has no text", id="empty"),
        pytest.param("a.txt", b" \n\t", "has no text", id="blank"),
        pytest.param("a.txt", b"a\0b and more text", "is not text", id="binary"),
        pytest.param("a.xyz", b"a", "has the ending .xyz", id="unknown ending"),
        pytest.param("a.txt", b"abc" * 9, "has 27 bytes", id="too big"),
    ],
)
def test_refused(tmp_path, name, content, problem):
    with pytest.raises(IngestError, match=problem) as caught:
        list(read(write(tmp_path, name, content), limits=Limits(max_bytes=26)))
    assert caught.value.source == name
    assert caught.value.mend


def test_invisible_characters_are_kept_and_reported(tmp_path):
    report, warning = read(write(tmp_path, "a.txt", "ki\u200blled \u202etwo"))
    assert report.text == "ki\u200blled \u202etwo"
    assert warning.problem == "has 2 characters that print nothing"


def test_missing_input_is_named(tmp_path):
    (path,) = walk([tmp_path / "none.txt"])
    with pytest.raises(IngestError, match=r"none\.txt: cannot be opened"):
        list(read(path))


def test_walk(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / ".hidden").mkdir()
    b = write(tmp_path / "deep", "b.TXT", "b")
    a = write(tmp_path, "a.md", "a")
    write(tmp_path / ".hidden", "c.txt", "c")
    write(tmp_path, "d.png", "d")
    d = tmp_path / "d.png"
    write(tmp_path, "reports.csv", "file\n")
    assert walk([tmp_path, a, tmp_path / "deep"]) == [a, b]
    assert survey([tmp_path]).unread == (d,)
    assert survey([tmp_path, d]) == Survey((a, d, b), ())
    assert not_read(d).problem == "is not read: its ending is .png"


def test_more_signs_than_a_report_has(tmp_path):
    path = write(tmp_path, "a.txt", "&" * 1_500_001)
    with pytest.raises(IngestError, match="1,500,001 words and signs"):
        list(read(path))


def test_a_folder_that_holds_a_run_is_passed_over(tmp_path):
    a = write(tmp_path, "a.txt", "a")
    run = tmp_path / "more" / "run"
    (run / "layout").mkdir(parents=True)
    for name in ("run.json", "records.jsonl", "layout/a.txt"):
        write(run, name, "a")
    assert survey([tmp_path]) == Survey((a,), (), (run,))


@pytest.mark.parametrize(
    ("head", "published"),
    [
        pytest.param("A title\nPublished: 2019-01-28\n\nText.", date(2019, 1, 28)),
        pytest.param(
            "Title Published duration 28 January 2013. More", date(2013, 1, 28)
        ),
        pytest.param("Sunday, May 5, 2024\n\nA title", date(2024, 5, 5)),
        pytest.param("A title Publication date: 4 May 2021 Text", date(2021, 5, 4)),
        pytest.param("A title\n\nReleased: 4 May 2021\n", date(2021, 5, 4)),
        pytest.param("QUITO, March 2 , 1998\n\nText", date(1998, 3, 2)),
        pytest.param("QUITO, March 2 , 1998 (XYZ)\n\nText", date(1998, 3, 2)),
        pytest.param("QUITO, 2 MAR 90 (XYZ) -- [TEXT] IT", date(1990, 3, 2)),
        pytest.param("It struck on 3 March 2014, police said.", None, id="story's"),
        pytest.param("3 March 2014\n\nA.\n\n4 March 2014\n\nB.", None, id="timeline"),
        pytest.param("Published: 2019-02-30\n\nText.", None, id="no such day"),
        pytest.param("QUITO, March 2 (XYZ) -- Text", None, id="no year"),
    ],
)
def test_published(tmp_path, head, published):
    (report,) = read(write(tmp_path, "a.txt", head))
    assert report.published == published
    cited = [c for c in report.citations if c.field == "published"]
    assert len(cited) == (published is not None)
    assert all(report.text[c.start : c.end] == c.quote for c in cited)


def test_jsonl_keeps_the_lines_after_a_broken_one(tmp_path):
    lines = [
        json.dumps({"doc_id": "one", "text": "A.", "published": "2020-01-02"}),
        "{broken",
        "",
        json.dumps({"doc_id": "one", "text": "B."}),
        json.dumps({"doc_id": "a/b", "text": "C."}),
        json.dumps({"doc_id": "four", "text": "D.", "published": "May"}),
    ]
    found = list(read(write(tmp_path, "d.jsonl", "\n".join(lines))))
    reports = [f for f in found if isinstance(f, Report)]
    assert [(r.doc_id, r.source, r.text) for r in reports] == [
        ("one", "d.jsonl:1", "A."),
        ("a-b", "d.jsonl:5", "C."),
    ]
    assert reports[0].published == date(2020, 1, 2)
    assert [(f.source, f.severity) for f in found if isinstance(f, Failure)] == [
        ("d.jsonl:2", "error"),
        ("d.jsonl:4", "error"),
        ("d.jsonl:5", "warning"),
        ("d.jsonl:6", "error"),
    ]


@pytest.mark.parametrize(
    ("given", "day", "issued"),
    [
        ("2020-05-06", date(2020, 5, 6), None),
        ("2020-05-06T10:00", date(2020, 5, 6), None),
        ("2020-05", None, "2020-05"),
        ("2020", None, "2020"),
    ],
)
def test_reports_csv_may_give_a_month_or_a_year(tmp_path, given, day, issued):
    table = f"file,published\na.txt,{given}\n"
    rows = read_rows(write(tmp_path, "reports.csv", table))
    path = write(tmp_path, "a.txt", "Own title\nPublished: 2019-01-28\n\nText.")
    (report,) = read(path, rows)
    assert (report.published, report.issued) == (day, issued)
    assert ("published", "reports.csv") in report.given


@pytest.mark.parametrize(
    ("name", "text", "day", "issued"),
    [
        pytest.param("2023-01-15 raid.txt", "Text.", date(2023, 1, 15), None),
        pytest.param("raid_20230115.txt", "Text.", date(2023, 1, 15), None),
        pytest.param("2023-13-15.txt", "Text.", None, None, id="no such month"),
        pytest.param("2023-01.txt", "Text.", None, None, id="a month, or a number"),
        pytest.param("20230115-20230116.txt", "Text.", None, None, id="two"),
        pytest.param(
            "2023-01-15.txt", "Published: 2021-02-03\n", date(2021, 2, 3), None
        ),
        pytest.param(
            "2023-01-15.txt", "Published: May 2021\n", None, "2021-05", id="another"
        ),
        pytest.param(
            "2023-01-15.txt", "Publication date:\n2023\n", date(2023, 1, 15), None
        ),
        pytest.param(
            "a.txt", "A raid\n\n15 January 2023\n\nText.", date(2023, 1, 15), None
        ),
    ],
)
def test_published_by_name_or_text(tmp_path, name, text, day, issued):
    (report,) = read(write(tmp_path, name, text))
    assert (report.published, report.issued) == (day, issued)
    cited = [c for c in report.citations if c.field == "published"]
    given = dict(report.given).get("published")
    assert bool(cited) + bool(given) == bool(day or issued)


def test_reports_csv_has_the_last_word(tmp_path):
    table = "file,doc_id,title,published\na.txt,first,Given,2020-05-06\n"
    rows = read_rows(write(tmp_path, "reports.csv", table))
    path = write(tmp_path, "a.txt", "Own title\nPublished: 2019-01-28\n\nText.")
    (report,) = read(path, rows)
    assert (report.doc_id, report.title) == ("first", "Given")
    assert (report.published, report.citations) == (date(2020, 5, 6), ())


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        pytest.param("title\nA\n", "lacks file", id="no file column"),
        pytest.param("file,published\na.txt,May\n", "row 2: gives 'May'", id="date"),
        pytest.param("file\na.txt\na.txt\n", r"row 3: names a\.txt again", id="twice"),
        pytest.param(
            "file,doc_id\na.txt,a/b\n", "row 2: gives the doc_id", id="unsafe"
        ),
    ],
)
def test_read_rows_refuses(tmp_path, table, problem):
    with pytest.raises(IngestError, match=problem):
        read_rows(write(tmp_path, "reports.csv", table))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        pytest.param("report 2024_a", "report 2024_a", id="kept"),
        pytest.param("../../etc", "etc", id="no way up"),
        pytest.param("a/b\\c\nd", "a-b-c-d", id="separators"),
        pytest.param("...", "document", id="nothing left"),
        pytest.param("nul", "nul-document", id="device"),
    ],
)
def test_safe_id(name, made):
    assert safe_id(name) == made
    assert safe_id(made) == made


def test_long_ids_stay_apart():
    one, two = safe_id("x" * 500 + "1"), safe_id("x" * 500 + "2")
    assert one != two
    assert max(len(one), len(two)) <= 120


def test_unique_ids():
    assert unique_ids(["x/a.txt", "x/b.pdf", "x/b.txt", "y/B.txt"]) == {
        "x/a.txt": "a",
        "x/b.pdf": "b-pdf",
        "x/b.txt": "b-1",
        "y/B.txt": "B-2",
    }


def test_what_may_have_no_end_is_refused(tmp_path):
    link = tmp_path / "zero.txt"
    link.symlink_to("/dev/zero")
    with pytest.raises(IngestError, match="is no regular file"):
        list(read(link))


def test_any_text_is_the_file_character_for_character(tmp_path):
    """Every plane of Unicode, so that offsets count in the file itself."""
    draw = random.Random(11)
    planes = [(0x20, 0x7E), (0xA1, 0xD7FF), (0xE000, 0xFDCF), (0x10000, 0x10FFFD)]
    for number in range(200):
        text = "".join(
            chr(draw.randint(*draw.choice(planes))) for _ in range(draw.randint(1, 80))
        )
        text = f"Words {text} and\nmore.\n"
        path = tmp_path / f"{number}.txt"
        path.write_bytes(text.encode())
        (report,) = (r for r in read(path) if isinstance(r, Report))
        assert report.text == text
