import pytest

from incidents.pipeline.evaluate.part import named, not_read, part


def test_what_is_not_coded_is_left_out():
    found = part({"a", "b"}, ["a", "b", "c", "d"], ())
    assert (found.documents, found.left_out) == ({"a", "b"}, ("c", "d"))


def test_gold_of_a_document_that_could_not_be_read_is_missed():
    assert part({"a", "b"}, ["a"], {"b"}).left_out == ()


@pytest.mark.parametrize("coded", [{"x"}, {"a", "x"}])
def test_gold_of_no_document_is_an_error(coded):
    with pytest.raises(ValueError, match="1 documents that the run does not have: x;"):
        part(coded, ["a", "b"], ())


def test_the_documents_of_failures():
    rows = [
        {"source": "in/b c.pdf", "severity": "error"},
        {"source": "d.txt", "severity": "warning"},
    ]
    assert not_read(rows) == {"b c"}


def test_named():
    assert named("gfedcba") == "a, b, c, d, e, ..."
