import pytest

from incidents.pipeline.parse import load, parse, unwrap
from incidents.pipeline.segment import segment

TEXT = "A Title\n\nThe bomb went off.  Two fled.\n\nA\tB\tC\n1\t2\t3\n\n"


def test_line_breaks_inside_a_paragraph_are_blanks(nlp):
    text = "The guards who had stood at the northern gate saw the car\nbomb.\n"
    doc = parse(text, segment(text), nlp)
    assert doc.text == text.replace("car\nbomb", "car bomb")


def test_text_is_the_canonical_text_and_blocks_are_marked(nlp):
    doc = parse(TEXT, segment(TEXT), nlp)
    assert doc.text == TEXT
    assert [s.label_ for s in doc.spans["blocks"]] == [
        "HEADING",
        "PARAGRAPH",
        "HEADER",
        "ROW",
    ]


@pytest.mark.model
def test_no_sentence_crosses_a_block(trained):
    doc = parse(TEXT, segment(TEXT), trained)
    assert [s.text.strip() for s in doc.sents][:3] == [
        "A Title",
        "The bomb went off.",
        "Two fled.",
    ]


def test_a_line_of_any_length_is_cut(nlp):
    text = "word " * 30_000 + "x" * 50_000
    assert parse(text, segment(text), nlp).text == text


def test_unknown_model_says_what_to_do():
    with pytest.raises(
        ValueError, match="'no_such_model' is not installed: pip install"
    ):
        load("no_such_model")


def test_a_run_without_end_is_parsed_in_pieces(nlp):
    text = "&" * 20_000 + " " + "1," * 9_000 + "\n"
    lengths = []

    class Noting:
        def pipe(self, texts, batch_size):
            lengths.extend(map(len, texts))
            return nlp.pipe(texts, batch_size=batch_size)

        def __call__(self, text):
            return nlp(text)

    assert parse(text, segment(text), Noting()).text == unwrap(text, segment(text))
    assert max(lengths) <= 502
