import doctest
from datetime import date

import pytest

from incidents.pipeline.ingest import markdown, read
from incidents.pipeline.ingest.markdown import printed


@pytest.mark.parametrize(
    "text",
    [
        "# A raid\n\nIt killed 17 people.\n",
        "* item one\n* item two\n",
        "- one\n- two\n",
        "17* died, 3* more were hurt.",
        "5 * 3 * 2",
        "snake_case_name stays",
        "| Day | Town |\n| --- | --- |\n| 3 May | Lom |\n",
        "He said [they] would come (soon).",
        "[1] A note.\n[2] Another.",
        "See [1] above.",
        "over 30 km² of land",
        "---\n\nA rule, no front matter.\n\n---\n",
        "Two men: one fled.\n---- text",
    ],
)
def test_what_is_printed_as_it_is_written_stays(text):
    assert printed(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It killed **17** in *Lom*.", "It killed 17 in Lom."),
        ("- ***Lom***: __17__ _dead_", "- Lom: 17 dead"),
        ("**a *b* c** d", "a b c d"),
        ("**over two\nlines** of it", "over two lines of it"),
        ("*a*\n\n*b*", "a\n\nb"),
        (r"not \*this\*", "not *this*"),
        ("`17` dead", "17 dead"),
        ("in [Lom](https://example.org/Vidin_(town)), Bulgaria", "in Lom, Bulgaria"),
        ("in [Lom](<a b> 'Vidin'), twice", "in Lom, twice"),
        ("in [Lom][v] twice\n\n[v]: https://example.org/Vidin\n", "in Lom twice\n\n"),
        ("![Map of Vidin](a.png) Text", "Text"),
        ("<https://example.org> has it", "https://example.org has it"),
        ("It killed 17[^1] there.[^n]He fled.", "It killed 17 there. He fled."),
        ("[^1]: The count.", "[1] The count."),
        ("It killed 17[2] there.", "It killed 17 there."),
        ("It killed 17[2](#fn2) there.", "It killed 17 there."),
        (r"It killed 17[\[2\]](https://a.org) there.", "It killed 17 there."),
        ("It killed 17<sup>2</sup> there.", "It killed 17 there."),
        ("over 30 km<sup>2</sup>", "over 30 km2"),
        ("<b>17</b> dead<br>here<!-- no -->", "17 dead\nhere"),
        ("AT&amp;T &lt;3", "AT&T <3"),
        ("A raid\n======\nText", "# A raid\nText"),
        ("> quoted\n> text", "quoted text"),
        (
            "| Day | Town | Dead |\n|---|---|---|\n| 3 May | Lom | 1 |\n"
            "| | Vidin | 2 |",
            "| Day | Town | Dead |\n|---|---|---|\n| 3 May | Lom | 1 |\n"
            "| 3 May | Vidin | 2 |",
        ),
        (
            "| Day | Town | Dead |\n|---|---|---|\n| May 2011 | | |\n"
            "| 3 May | Lom | 1 |",
            "| Day | Town | Dead |\n\nMay 2011\n\n| Day | Town | Dead |\n"
            "| 3 May | Lom | 1 |",
        ),
    ],
)
def test_printed(text, left):
    assert printed(text) == left


@pytest.mark.parametrize("struck", ["~~40~~ ", "<del>40</del> ", "<s>40</s> "])
def test_struck_out(tmp_path, struck):
    path = tmp_path / "a.md"
    path.write_text(f"It killed {struck}17 people.\n")
    report, warning = read(path)
    assert report.text == "It killed 17 people.\n"
    assert warning.problem == "2 characters left out, struck out"


def test_front_matter(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        '---\ntitle: "A raid"\ndate: 2011-05-03\npublisher: The Bell\n---\n\n'
        "It ended.\n"
    )
    (report,) = read(path)
    assert (report.text, report.title) == ("It ended.\n", "A raid")
    assert (report.published, report.publisher) == (date(2011, 5, 3), "The Bell")
    assert report.citations == ()


@pytest.mark.parametrize(
    "text",
    ["*" * 100_000, "[" * 50_000, "**a" * 30_000, "a<sup>" * 20_000, "_a" * 50_000],
)
def test_bounded(text):
    assert printed(text)


def test_examples():
    assert doctest.testmod(markdown).failed == 0
