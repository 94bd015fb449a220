"""Every gazetteer entry carries examples, and they are what is tested here."""

import pytest

from extractors import _gazetteer, extractors
from tests.marked import unmark

NAMES = sorted(
    file.name.removesuffix(".toml")
    for file in _gazetteer.FILES.iterdir()
    if file.name.endswith(".toml")
)
EXAMPLES = [
    pytest.param(name, example, id=f"{name}/{entry.id}: {example[:30]}")
    for name in NAMES
    for entry in _gazetteer.load(name).values()
    for example in entry.examples
]


@pytest.mark.parametrize(("name", "marked"), EXAMPLES)
def test_example(nlp, name, marked):
    extractor = f"extractors.{name}"
    text, expected = unmark(marked, extractor)
    assert list(extractors()[extractor](nlp(text), None)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_entry_has_an_example_a_source_and_names_of_its_own(name):
    owner: dict[str, str] = {}
    for entry in _gazetteer.load(name).values():
        assert entry.examples, f"{entry.id} has no example"
        assert entry.source, f"{entry.id} has no source"
        for alias in (entry.name, *entry.aliases):
            key = alias if alias.isupper() else alias.lower()
            assert owner.setdefault(key, entry.id) == entry.id, f"{alias!r} used twice"
        assert len(set(entry.aliases) | {entry.name}) == len(entry.aliases) + 1
