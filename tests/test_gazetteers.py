"""Every gazetteer entry carries examples, and they are what is tested here."""

import pytest

from incidents.extractors import Mention, _gazetteer, _nouns, _numbers, extractors
from incidents.extractors.figures.words import words
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


def nouns(doc, published):
    """The nouns of a report that ``people.toml`` lists, with their roles."""
    for token in doc:
        if (role := _nouns.role(token.lower_)) is not None:
            yield Mention.from_span(doc[token.i : token.i + 1], "NOUN", role, "people")


def numbers(doc, published):
    """The number phrases of a report that can count people."""
    read, after = words(doc), 0
    for i in range(len(read)):
        found = _numbers.read(read, i) if i >= after else None
        if found is not None:
            after = found.end
            value = _numbers.value(found.min, found.max)
            yield Mention.from_span(
                doc[found.start : after], "NUMBER", value, "numbers"
            )


def listed(name):
    """A reader of the names in a gazetteer of plain words, with their entries."""

    def read(doc, published):
        for span, entry in sorted(_gazetteer.find(doc, name)):
            yield Mention.from_span(span, "WORD", entry.id, name)

    return read


#: What reads the gazetteers of words that several modules look up.
READERS = {
    "people": nouns,
    "numbers": numbers,
    **{name: listed(name) for name in ("columns", "harm", "heads", "layout", "words")},
}


@pytest.mark.parametrize(("name", "marked"), EXAMPLES)
def test_example(nlp, name, marked):
    reader = READERS.get(name) or extractors()[f"incidents.extractors.{name}"]
    text, expected = unmark(
        marked, name if name in READERS else f"incidents.extractors.{name}"
    )
    assert list(reader(nlp(text), None)) == expected


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
