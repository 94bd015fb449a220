"""Who gives a figure."""

import pytest

from incidents.extractors import figures


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Nurses said nine men were killed.", ["nurses"]),
        ("Nine men were killed, the town's mayor said.", ["mayor"]),
        ("Nine men were killed, according to a local doctor.", ["doctor"]),
        ("The mayor has also said nine men were killed.", ["mayor"]),
        (
            "Nurses said nine were killed; rebels said two were killed.",
            ["nurses", "rebels"],
        ),
        (
            "Nurses said nine were killed and rebels said two were killed.",
            ["nurses", "rebels"],
        ),
        ("Nine were killed, nurses said, but two were killed.", ["nurses", None]),
        ("Nine were killed, nurses said. Two were killed.", ["nurses", None]),
        ("It said nine men were killed.", [None]),
        ("Nine men were killed.", [None]),
        ("The mayor, who said nothing, left.", []),
    ],
)
def test_source(nlp, text, sources):
    found = figures.extract(nlp(text), None)
    assert [m.get("source") for m in found] == sources
