import pytest

from incidents.pipeline.fields import BY_NAME, values
from incidents.pipeline.paths import (
    base,
    below,
    cites,
    each,
    of,
    parse,
    renumber,
    valued,
    write,
)
from incidents.pipeline.records import (
    Citation,
    GroupLink,
    Incident,
    Range,
    Suspects,
    Target,
    to_json,
)


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("date", ("date",)),
        ("targets[0]", ("targets", 0)),
        ("groups[12].link", ("groups", 12, "link")),
        ("suspects.people[0].legal[1]", ("suspects", "people", 0, "legal", 1)),
        ("", ()),
    ],
)
def test_a_path_is_its_steps(path, steps):
    assert parse(path) == steps
    assert write(steps) == path
    assert base(path) == str(steps[0] if steps else "")


@pytest.mark.parametrize("path", ["..", "[[", "a..b", "[x]", "9" * 99, "[" * 9999])
def test_what_is_no_path_is_some_path(path):
    assert cites(path, path) == bool(parse(path))


@pytest.mark.parametrize(
    ("cited", "path"),
    [
        ("targets[0]", "targets[1]"),
        ("targets[1]", "targets[10]"),
        ("targets[0]", "targets"),
        ("suspects.ages", "suspects.names[0]"),
        ("suspects.ages[0]", "suspects.ages[1]"),
        ("killed", "kill"),
        ("kill", "killed"),
        ("", "date"),
    ],
)
def test_a_citation_does_not_speak_for_what_is_beside_it(cited, path):
    assert not cites(cited, path)


@pytest.mark.parametrize(
    ("cited", "path"),
    [
        ("date", "date"),
        ("targets", "targets[3]"),
        ("targets[3]", "targets[3].category"),
        ("suspects", "suspects.people[0].legal[1]"),
    ],
)
def test_a_citation_speaks_for_what_is_below_it(cited, path):
    assert cites(cited, path)


TOLD = Incident(
    "d",
    "attack",
    countries=("SE", "NO"),
    targets=(Target("a hall", "business"),),
    groups=(GroupLink("ETA", "claimed"),),
    suspects=Suspects(None, 3, ages=(19, 19)),
    killed=Range(3, 3),
)


def test_every_value_has_a_path():
    assert list(valued(TOLD)) == [
        ("incident_type", "attack"),
        ("countries[0]", "SE"),
        ("countries[1]", "NO"),
        ("targets[0]", Target("a hall", "business")),
        ("groups[0]", GroupLink("ETA", "claimed")),
        ("suspects.count", Range(None, 3)),
        ("suspects.ages[0]", 19),
        ("suspects.ages[1]", 19),
        ("killed", Range(3, 3)),
        ("assertion", "asserted"),
    ]


def test_a_line_of_a_file_has_the_same_paths_as_the_record():
    row = to_json(TOLD)
    assert [path for path, _ in valued(row)] == [path for path, _ in valued(TOLD)]
    assert values(row, BY_NAME["suspects.count"]) == [{"min": None, "max": 3}]


def cited(*fields, start=0):
    return [Citation(f, 1, start, start + 3, "abc") for f in fields]


@pytest.mark.parametrize(
    ("path", "kept", "before", "after"),
    [
        (
            "targets",
            (True, False, True),
            ("targets[0]", "targets[1]", "targets[2].category", "date"),
            ("targets[0]", "targets[1].category", "date"),
        ),
        (
            "suspects.ages",
            (False, True),
            ("suspects.ages[0]", "suspects.ages[1]", "suspects.names[0]"),
            ("suspects.ages[0]", "suspects.names[0]"),
        ),
        ("legal", (False,), ("legal", "legal[0]"), ("legal",)),
        ("legal", (True,), ("legal[0]", "legal[4]"), ("legal[0]",)),
        ("date", (False,), ("date",), ("date",)),
        (
            "suspects.people[1].legal",
            (False, True),
            ("suspects.people[1].legal[1]", "suspects.people[0].legal[0]"),
            ("suspects.people[1].legal[0]", "suspects.people[0].legal[0]"),
        ),
    ],
)
def test_citations_follow_the_values_that_stay(path, kept, before, after):
    assert tuple(c.field for c in renumber(cited(*before), path, kept)) == after


def rows(*fields):
    return [{"field": f, "start": n, "end": n + 1} for n, f in enumerate(fields)]


@pytest.mark.parametrize(
    ("path", "fields", "found"),
    [
        ("targets[1]", ("targets[0]", "targets[1]", "targets"), ("targets[1]",)),
        ("groups[0]", ("groups[0].link", "groups"), ("groups[0].link",)),
        ("suspects.ages[0]", ("suspects", "suspects.ages"), ("suspects.ages",)),
        ("suspects.ages[0]", ("suspects", "suspects.names"), ("suspects",)),
        ("targets", ("targets[0]", "targets[1]"), ("targets[0]", "targets[1]")),
        ("killed", ("injured", ""), ()),
    ],
)
def test_a_value_has_its_own_citations_or_the_nearest_above(path, fields, found):
    assert tuple(c["field"] for c in of(path, rows(*fields))) == found


def test_what_repeats_the_first_value_of_a_list_is_left_out():
    first = {"field": "targets[0]", "start": 3, "end": 9}
    lists = {**first, "field": "targets"}
    elsewhere = {**lists, "start": 4}
    assert each([lists, first, elsewhere]) == [first, elsewhere]
    assert each([lists]) == [lists]


def test_the_steps_into_a_value():
    assert below("groups[2].link", BY_NAME["groups"]) == ("link",)
    assert below("groups[2]", BY_NAME["groups"]) == ()
    assert below("groups", BY_NAME["groups"]) == ()
    assert below("places[0].link", BY_NAME["groups"]) == ()
    assert below("killed.min", BY_NAME["killed"]) == ("min",)
