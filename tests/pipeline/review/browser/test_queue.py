"""The queue: narrowed, and accepted at once."""

from tests.browsing import violations
from tests.pipeline.review.runs import document, lahore, quetta, write_run


def test_the_queue_is_narrowed_and_accepted_at_once(tmp_path, serve, axe):
    rows = [quetta(confidences={"date": 0.97}), lahore(confidences={"date": 0.99})]
    page = serve(write_run(tmp_path / "run", [document()], rows))
    page.press("/")
    assert violations(page.chrome, axe) == []
    (plot,) = [a for a in page.all(".facet a") if a.text.startswith("plot")]
    plot.click()
    page.wait(lambda: page.text(".shown").startswith("1 record"))
    page.wait(lambda: "Lahore" in page.text("h1"))
    page.go("bulk?field=date&above=0.95")
    assert violations(page.chrome, axe) == []
    page.all("button.main")[0].click()
    page.wait(lambda: "Accepted in all" in page.text("#said"))
    page.wait(lambda: len(page.all(".value.accepted")) == 1)
    page.press("u")
    page.said("Undone.")
    page.wait(lambda: not page.all(".value.accepted"))
