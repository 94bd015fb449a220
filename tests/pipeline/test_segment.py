import random

import pytest

from incidents.pipeline.segment import segment


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start : b.end].strip()) for b in segment(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A Title\n\nThe guards fled.\n",
            [("HEADING", "A Title"), ("PARAGRAPH", "The guards fled.")],
            id="heading and paragraph",
        ),
        pytest.param(
            "The guards who had stood at the northern gate since the morning\n"
            "fled when the lorry came.\n",
            [
                (
                    "PARAGRAPH",
                    "The guards who had stood at the northern gate since the morning\n"
                    "fled when the lorry came.",
                )
            ],
            id="a hard-wrapped paragraph is one",
        ),
        pytest.param(
            "Date\tPlace\tTarget\n2011\tOslo\tOffices\n2012\tToulouse\tSchool\n",
            [
                ("HEADER", "Date\tPlace\tTarget"),
                ("ROW", "2011\tOslo\tOffices"),
                ("ROW", "2012\tToulouse\tSchool"),
            ],
            id="a table",
        ),
        pytest.param(
            "March 3, 2019\n\nTERROR ATTACK [MALI]\n\nGunmen came.\n\n"
            "5-6 May 2019\n\nIt fell.",
            [
                ("DATE_LINE", "March 3, 2019"),
                ("LABEL", "TERROR ATTACK [MALI]"),
                ("PARAGRAPH", "Gunmen came."),
                ("DATE_LINE", "5-6 May 2019"),
                ("PARAGRAPH", "It fell."),
            ],
            id="timeline entries",
        ),
        pytest.param(
            "Monday, March 4, 2019\n\nGunmen came.\n",
            [("FRONT", "Monday, March 4, 2019"), ("PARAGRAPH", "Gunmen came.")],
            id="one date line is no timeline",
        ),
        pytest.param(
            "Contents\n\nAbstract\t4\n\nIntroduction\n\nIt began.\n",
            [
                ("HEADING", "Contents"),
                ("FRONT", "Abstract\t4"),
                ("HEADING", "Introduction"),
                ("PARAGRAPH", "It began."),
            ],
            id="contents are no table",
        ),
        pytest.param(
            "References\n\nSmith, J. (2019). *On bombs*. Press.\n",
            [
                ("HEADING", "References"),
                ("REFERENCE", "Smith, J. (2019). *On bombs*. Press."),
            ],
            id="references",
        ),
        pytest.param(
            'Smith, John. 2019. "On bombs." Press.\n\n'
            "Van der Berg, Anna (2020). *On mines*. Press.\n\n"
            'On 3 May 2019, two men, armed, entered the "Lion" and fired.\n\n'
            "One year later, in 2020, Mr. Doe (see p. 4) was shot.\n\n"
            'The cell came to Lyon in 2019. "We burned it", they wrote.\n',
            [
                ("REFERENCE", 'Smith, John. 2019. "On bombs." Press.'),
                ("REFERENCE", "Van der Berg, Anna (2020). *On mines*. Press."),
                (
                    "PARAGRAPH",
                    'On 3 May 2019, two men, armed, entered the "Lion" and fired.',
                ),
                (
                    "PARAGRAPH",
                    "One year later, in 2020, Mr. Doe (see p. 4) was shot.",
                ),
                (
                    "PARAGRAPH",
                    'The cell came to Lyon in 2019. "We burned it", they wrote.',
                ),
            ],
            id="what opens with a day is no reference",
        ),
        pytest.param(
            "1998\n\nJune 21 Olympia, Washington\n\nTwo sheds fell.\n\n"
            "October 18 in Vail\n\nA hut fell.\n\n"
            "3 December – Bad Kissingen\n\nIt fell.\n",
            [
                ("HEADING", "1998"),
                ("DATE_LINE", "June 21 Olympia, Washington"),
                ("PARAGRAPH", "Two sheds fell."),
                ("DATE_LINE", "October 18 in Vail"),
                ("PARAGRAPH", "A hut fell."),
                ("DATE_LINE", "3 December – Bad Kissingen"),
                ("PARAGRAPH", "It fell."),
            ],
            id="a chronology of days and places",
        ),
        pytest.param(
            "1 May 2016 – Raman, Mali – Car bomb at a long and dusty road\nIt fell.\n\n"
            "2 May 2016 – Gao, Mali – Shooting\nTwo fell.\n\n"
            "3 May 2016 – Oil field, Chad – Attack\nIt burned.\n",
            [
                (
                    "DATE_LINE",
                    "1 May 2016 – Raman, Mali – Car bomb at a long and dusty road",
                ),
                ("PARAGRAPH", "It fell."),
                ("DATE_LINE", "2 May 2016 – Gao, Mali – Shooting"),
                ("PARAGRAPH", "Two fell."),
                ("DATE_LINE", "3 May 2016 – Oil field, Chad – Attack"),
                ("PARAGRAPH", "It burned."),
            ],
            id="a chronology of days, places and kinds",
        ),
        pytest.param(
            "September 11 Attacks\n\nThey fell.\n\nMay 3 in Oslo\n\nIt fell.\n\n"
            "Reactions in May\n\nThey spoke.\n",
            [
                ("HEADING", "September 11 Attacks"),
                ("PARAGRAPH", "They fell."),
                ("HEADING", "May 3 in Oslo"),
                ("PARAGRAPH", "It fell."),
                ("HEADING", "Reactions in May"),
                ("PARAGRAPH", "They spoke."),
            ],
            id="two such headings are no chronology",
        ),
        pytest.param(
            "- one bomb\n- two\n", [("ITEM", "- one bomb"), ("ITEM", "- two")]
        ),
        pytest.param(
            "Result: 12 dead\n\nEnd.",
            [("PARAGRAPH", "Result: 12 dead"), ("PARAGRAPH", "End.")],
        ),
        pytest.param("", [("PARAGRAPH", "")], id="nothing"),
    ],
)
def test_segment(text, expected):
    assert kinds(text) == expected


def test_blocks_cover_any_text_without_gaps():
    draw = random.Random(7)
    pieces = [
        "\n",
        "\n\n",
        "\f",
        "\t",
        "Word ",
        "a. ",
        "3 May 2019",
        "- ",
        "# H",
        "😀",
        "[X]",
    ]
    for _ in range(500):
        text = "".join(draw.choices(pieces, k=draw.randrange(30)))
        blocks = segment(text)
        assert "".join(text[b.start : b.end] for b in blocks) == text


def test_section_is_the_heading_above():
    text = "One\n\nFirst things happened.\n\nTwo\n\nThen others.\n"
    assert [b.section for b in segment(text)] == [0, 0, 29, 29]


NARROW = """Two gunmen opened fire on a bus in
Sucre on 4 July. The driver was hit in
the arm. Nobody has said who they were
or where they went.
"""
VERSE = """A list of names
John Roe
Jane Roe, who was there
and nobody else
"""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(NARROW, 1, id="prose in a narrow column"),
        pytest.param(f"{NARROW}\n{NARROW}", 2, id="two paragraphs"),
        pytest.param(VERSE, 4, id="lines that had room"),
        pytest.param("Lima, Peru\nQuito, Ecuador\nSucre, Bolivia\n", 3, id="names"),
        pytest.param("One short\nline\n", 2, id="too narrow"),
        pytest.param("- a bomb in the old town\n- a raid on a depot there\n", 2),
    ],
)
def test_lines_of_a_narrow_column_are_one_paragraph(text, count):
    assert len(segment(text)) == count


def test_items_stand_under_the_titles_that_they_are_set_in_from():
    text = (
        "# Day\n\n* Revolt\n  * Siege\n    + Two fell.\n      * One is known.\n"
        "  * Three fell.\n* Law\n  * One was tried.\n\nIt ended.\n"
    )
    under = {
        text[b.start : b.end].strip(): text[b.section :].split("\n")[0].strip()
        for b in segment(text)
    }
    assert under == {
        "# Day": "# Day",
        "* Revolt": "# Day",
        "* Siege": "* Revolt",
        "+ Two fell.": "* Siege",
        "* One is known.": "* Siege",
        "* Three fell.": "* Revolt",
        "* Law": "# Day",
        "* One was tried.": "* Law",
        "It ended.": "# Day",
    }
