import re
from html.parser import HTMLParser

import pytest

import incidents
from tests.pipeline.export import runs
from tests.pipeline.review.runs import document, quetta, write_run


class Marks(HTMLParser):
    """The words that are lit up, and every tag."""

    def __init__(self, page):
        super().__init__()
        self.lit, self.tags, self.inside = [], set(), False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.inside = tag == "mark"
        if self.inside:
            self.lit.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "mark"

    def handle_data(self, text):
        if self.inside:
            self.lit[-1] += text


def pages(folder):
    return {r.row["doc_id"]: r._repr_html_() for r in incidents.load(folder)}


def shown(tmp_path, text, quote, **values):
    row = quetta(text=text, cited={"killed": quote}, targets=[], places=[], date=None)
    write_run(tmp_path, [document(text=text)], [row | values])
    return pages(tmp_path)["story"]


def test_the_quotes_are_lit_up_among_their_words(tmp_path):
    text = "A market burned. Bombs killed 12 people there."
    page = shown(tmp_path, text, "killed 12 people")
    assert Marks(page).lit == ["killed 12 people"]
    assert f"p. 1: {text}" in re.sub("<[^>]+>", "", page)


def test_the_own_words_are_lit_up_by_themselves(tmp_path):
    text = "Bombs killed 12 people there."
    row = quetta(text=text, cited={"killed": text}, targets=[], places=[], date=None)
    row["citations"][0]["focus"] = [6, 22]
    write_run(tmp_path, [document(text=text)], [row])
    lit = Marks(pages(tmp_path)["story"]).lit
    assert lit == ["Bombs ", "killed 12 people", " there."]


def test_nothing_of_a_report_is_markup(tmp_path):
    page = pages(runs.write(tmp_path))["trial"]
    assert "&lt;script&gt;" in page
    tags = {"div", "p", "b", "table", "tr", "td", "bdi", "mark", "br"}
    assert Marks(page).tags <= tags


@pytest.mark.parametrize("sign", ["\ud800", "\x00", "\x1b"])
def test_what_no_page_can_hold_is_replaced(tmp_path, sign):
    page = shown(tmp_path, f"Bombs killed {sign}12 people.", f"killed {sign}12 people")
    assert sign not in page
    assert page.encode()


def test_a_page_is_bounded(tmp_path):
    text = "Bombs killed 12 people" + " and more" * 9_000
    names = [f"Name {n}" for n in range(5_000)]
    page = shown(tmp_path, text, text, suspects={"names": names})
    assert "and 4" in page
    assert len(page) < 60_000
