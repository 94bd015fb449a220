import pytest

from incidents.pipeline.ingest.imprint import find_issued, find_publisher

PAGES = "A raid and what came of it\n\n{}\n\n" + "The story goes on. " * 40 + "\f"


def said(found):
    return found and found.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A title\n\nPublication date:\n2023\n\nText.", "2023"),
        ("A title\n\nPublished: May 2023\n\nText.", "2023-05"),
        ("A title\n\nReleased in September 2021.\n", "2021-09"),
        ("A title\n\nFirst published in 2021 by the Bell.\n", "2021"),
        ("A title\n\n**January 2023**\n\nText.", "2023-01"),
        ("BELL REPORT 2023: 07\n\nText.", "2023"),
        ("Bell Working Paper No. 2023/7\n", "2023"),
        ("Bell Monitor Vol. 2023 No. 07.\n", "2023"),
        ("A title\n\n© The Bell 2022. All rights reserved.\n", "2022"),
        ("A title\n\nCopyright 2022 The Bell\n", "2022"),
        (PAGES.format("x") + "\n" * 5000 + "\f© 2022 The Bell\n", "2022"),
    ],
)
def test_month_or_year(text, value):
    found = find_issued(text)
    assert said(found) == value
    assert value[:4] in text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "Attacks in 2016\n\nText.",
        "Report 2014: 12 dead in a year\n",
        "In May 2023 a bomb went off.\n",
        "May 2023\n\nA bomb.\n\nJune 2023\n\nA raid.\n",
        "They published a list in 2016 and fled.\n",
        "Text. " * 200 + "\n© 2022 The Bell\n",
    ],
)
def test_a_year_of_the_story_is_none(text):
    assert find_issued(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A title\n\nPublisher: The Bell, Sofia\n", "The Bell"),
        (
            "A title\n\nPublished in 2021 by the Harbour Institute.\n",
            "Harbour Institute",
        ),
        ("A title\n\nPublished by Harbour Press in May 2021\n", "Harbour Press"),
        ("A title\n\n© 2022 Harbour Institute. All rights.\n", "Harbour Institute"),
        ("A title\n\nCopyright © Harbour Institute, 2022\n", "Harbour Institute"),
        ("A title\n\nQUITO, 3 May (Bell) - Gunmen fled.\n", "Bell"),
        ("A title\n\nQUITO (XYZ) — Gunmen fled.\n", "XYZ"),
        (PAGES.format("Institute for Harbours"), "Institute for Harbours"),
        (PAGES.format("Black Sea University"), "Black Sea University"),
        ("Harbour Institute\n\nA title\n\nText.\n", "Harbour Institute"),
    ],
)
def test_publisher(text, name):
    found = find_publisher(text, "A title")
    assert said(found) == name
    assert text[found.start : found.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "A title\n\nThe list was published by gunmen in Quito.\n",
        "A title\n\nGunmen fled to the Institute for Harbours.\n",
        "A title\n\nInstitute for Harbours\n\nText.\n",
        PAGES.format("Gunmen attack university"),
        "A title\n\nQUITO (north) is quiet.\n",
        "A title\n\n© 2022 Roe J et al.\n",
    ],
)
def test_what_names_no_publisher(text):
    assert find_publisher(text, "A title") is None


def test_the_title_is_no_publisher():
    text = PAGES.format("Black Sea University")
    assert find_publisher(text, "Black Sea University") is None
