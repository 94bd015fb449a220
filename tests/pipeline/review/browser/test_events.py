"""Events side by side, and the pairs to decide."""

import pytest

from tests.browsing import paint, violations
from tests.pipeline.review.runs import write_run
from tests.pipeline.review.test_events import papers as told_by
from tests.pipeline.review.test_events import told


@pytest.fixture
def papers(tmp_path):
    mosque = [{"text": "mosque", "category": "religious"}]
    far = told("far", killed=40, targets=mosque, places=[])
    return write_run(tmp_path / "papers", *told_by(far))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_events(papers, serve, axe, theme):
    page = serve(papers)
    paint(page.chrome, theme)
    for address in ("events?show=all", "event?id=dawn/one", "unsure"):
        page.go(address)
        assert violations(page.chrome, axe) == [], address
        page.press("q")
        assert violations(page.chrome, axe) == [], address


def test_events_are_decided_from_the_keyboard(papers, serve):
    page = serve(papers)
    page.go("unsure")
    page.wait(lambda: "far" in page.text("thead"))
    page.press("q")
    page.wait(lambda: page.all("details.claim[open] q"))
    page.press("n")
    page.said("Not the same")
    page.wait(lambda: "No pair is left" in page.text("main"))
    page.press("u")
    page.said("Undone.")
    page.press("y")
    page.said("Joined")
    page.go("event?id=far/one")
    assert "4 reports" in page.text("main")
    # what contradicts is lit, and the value to use is chosen
    assert page.text(".differs th .badge") == "reports differ"
    label = "Use Killed 40 of far"
    (use,) = [b for b in page.all(".differs button") if b.text.startswith("Use")]
    assert use.get_attribute("textContent") == label
    use.click()
    page.said("This is the value to use.")
    assert "chosen by anna" in page.text(".differs .best")
    page.all('input[name="go.far/one"]')[0].click()
    page.press("s")
    page.said("Split")
    assert "3 reports" in page.text("main")
