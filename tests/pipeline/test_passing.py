"""What is read in passing: words beyond those that are kept go with their document."""

import pytest
import spacy

from incidents.pipeline.ingest import Limits
from incidents.pipeline.model import MODEL
from incidents.pipeline.passing import passing
from incidents.pipeline.reader import Reader
from incidents.pipeline.unit import Unit

TEXT = "Gunmen of Jaish al-Qaddis killed Zebulon Qaddis, 34, in Quetta on 3 May 2014.\n"


@pytest.fixture
def few(monkeypatch):
    """No word more than there is may be kept."""
    monkeypatch.setattr("incidents.pipeline.passing._WORDS", 0)


def test_words_are_kept_until_they_are_many():
    nlp = spacy.blank("en")
    with passing(nlp):
        assert [t.text for t in nlp("Qaddis fled")] == ["Qaddis", "fled"]
    assert "Qaddis" in nlp.vocab
    assert "Qaddis" in nlp.vocab.strings


def test_and_beyond_go_with_their_document(few):
    nlp = spacy.blank("en")
    nlp("they fled")
    with passing(nlp):
        assert [t.lower_ for t in nlp("Qaddis fled")] == ["qaddis", "fled"]
    assert "Qaddis" not in nlp.vocab.strings
    assert "qaddis" not in nlp.vocab.strings
    assert "fled" in nlp.vocab.strings
    assert not nlp.vocab.in_memory_zone


def test_a_document_that_cannot_be_read_ends_it(few):
    nlp = spacy.blank("en")
    nlp("they fled")
    with pytest.raises(ValueError, match="broken"), passing(nlp):
        raise ValueError("broken")
    assert not nlp.vocab.in_memory_zone


@pytest.mark.model
def test_documents_read_alike_in_passing(few, monkeypatch, tmp_path):
    path = tmp_path / "raid.txt"
    path.write_text(TEXT)
    reader = Reader.load(MODEL, {}, Limits(), None)

    def read():
        return [*reader.read(Unit(path, "raid", len(TEXT)))]

    first, second = read(), read()
    assert "Qaddis" not in reader.nlp.vocab.strings
    monkeypatch.setattr("incidents.pipeline.passing._WORDS", 1_000_000)
    assert first == second == read()
    assert "Qaddis" in reader.nlp.vocab.strings
    assert first[0].head["incidents"]


@pytest.mark.model
def test_lemmas_are_forgotten_when_they_are_many(trained, monkeypatch):
    monkeypatch.setattr("incidents.pipeline.passing._LEMMAS", 1)
    with passing(trained):
        trained("They were killed and buried.")
    assert not trained.get_pipe("lemmatizer").cache
