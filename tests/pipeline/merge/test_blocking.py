from incidents.pipeline.merge.blocking import pairs
from tests.pipeline.merge.made import marks, quay


def paired(*records):
    return list(pairs([marks(r) for r in records]))


def test_reports_of_one_event_are_paired_whatever_is_left_out():
    for left_out in ("date", "places", "countries", "groups", "targets", "killed"):
        assert paired(quay("a"), quay("b", **{left_out: None})) == [(0, 1)], left_out


def test_no_records_have_no_pairs():
    assert paired() == []


def test_records_of_one_document_are_never_paired():
    assert paired(quay("a", 1), quay("a", 2)) == []


def test_what_shares_nothing_is_not_looked_at():
    other = quay(
        "b",
        date="1999-07-01",
        countries=["PE"],
        places=["Lima"],
        groups=[],
        targets=[{"text": "a bank", "category": "business"}],
        suspects={},
        killed=None,
        citations=[],
    )
    assert paired(quay("a"), other) == []


def test_a_year_that_is_a_slip_is_paired():
    assert paired(quay("a", groups=[]), quay("b", groups=[], date="2020-03-04"))


def test_towns_near_each_other_are_paired_without_a_word_in_common():
    bare = {"groups": [], "targets": [], "suspects": {}, "killed": None}
    bare |= {"citations": [], "countries": []}
    a, b = (quay(d, places=[p], **bare) for d, p in (("a", "Vaasa"), ("b", "Korsholm")))
    assert paired(a, b) == [(0, 1)]


def test_the_work_grows_with_the_records():
    """A key that very many records have pairs none of them by itself."""
    bare = {"groups": [], "targets": [], "suspects": {}, "killed": None}
    bare |= {"citations": [], "places": []}
    many = [quay(f"d{n}", **bare) for n in range(200)]
    assert paired(*many) == []
    assert len(paired(*many[:3])) == 3
