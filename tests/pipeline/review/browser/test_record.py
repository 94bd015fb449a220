"""A record: judged, mended, split, merged, added to, all of it by keys."""

import pytest

from tests.browsing import Keys, paint, violations
from tests.pipeline.review.runs import TEXT, document, lahore, quetta, write_run


def test_a_day_at_the_desk(tmp_path, serve, columns):
    run = write_run(tmp_path / "run", **columns)
    page = serve(run)
    # the page is drawn, and the quote of the value lies on it
    image = "return document.querySelector('.page img').naturalWidth"
    page.wait(lambda: page.chrome.execute_script(image) > 500)
    page.go_to("Date")
    leaf = page.all(".page .leaf")[0].rect
    lit = [box.rect for box in page.wait(lambda: page.all("rect.lit"))]
    middle = leaf["x"] + leaf["width"] / 2
    assert all(leaf["x"] < box["x"] < middle and box["height"] < 30 for box in lit)
    assert page.all("rect.mark:not(.lit)")
    # mend a value: what its words do not say is refused, and kept as a reading
    page.go_to("Killed")
    page.press("f")
    page.wait(lambda: page.all(".value.current details[open]"))
    low, reading = (
        page.all(f".value.current details[open] input[name={name}]")[0]
        for name in ("min", "reading")
    )
    low.clear()
    low.send_keys("7", Keys.ENTER)
    page.wait(lambda: "do not bear out “7 to 8”" in page.text("#fault"))
    assert low.get_attribute("value") == "7"  # what was typed stays
    reading.send_keys("one died of age", Keys.ENTER)
    page.said("Fixed.")
    assert "7 to 8" in page.text(".value.fixed")
    assert "reviewer’s reading" in page.text(".value.fixed .line")
    # undo it, mend it again
    page.press("u")
    page.said("Undone.")
    assert not page.all(".value.fixed")
    while page.text(".value.current .name") != "Killed":
        page.press("k")
    page.press("f")
    low, reading = (
        page.all(f".value.current details[open] input[name={name}]")[0]
        for name in ("min", "reading")
    )
    low.clear()
    low.send_keys("7")
    reading.send_keys("one died of age", Keys.ENTER)
    page.said("Fixed.")
    # reject one
    while page.text(".value.current .name") != "Place":
        page.press("k")
    page.press("x")
    page.said("Rejected.")
    assert "Place" in page.text(".value.rejected .name")
    # split
    page.press("s")
    radios = page.wait(lambda: page.all("#split[open] input[value=go]"))
    radios[1].click()  # the day
    radios[2].click()  # and what it is the day of
    page.all("#split button.main")[0].click()
    page.said("Split")
    # what it is, and that it is told as true, both records say
    assert page.text(".value .name") == "Type Date Date basis Assertion"
    page.press("A")
    page.said("Record accepted.")
    # another day, after a re-run of the pipeline
    again = serve(write_run(run, **columns))
    assert len(again.all(".row")) == 3
    again.all(".row")[0].click()
    again.wait(lambda: again.all(".value.fixed"))
    assert "7 to 8" in again.text(".value.fixed")
    assert again.text(".value.rejected .name") == "Place"
    assert "done" in again.text(".row.done .badge")
    assert "No longer fits " not in again.text("#bar")


def test_all_of_it_works_from_the_keyboard(tmp_path, serve):
    page = serve(write_run(tmp_path / "run"))
    page.press("?")
    page.wait(lambda: page.all("dialog[open]"))
    page.press(Keys.ESCAPE)
    page.wait(lambda: not page.all("dialog[open]"))
    page.press("v")
    page.wait(lambda: page.all("#add[open]"))
    page.fill("#add", "Group", "Taliban", "claimed", "Taliban of the")
    page.press(Keys.TAB, Keys.ENTER)
    page.said("Added.")
    assert "Taliban (claimed)" in page.text(".value.added")
    page.press("o")
    page.wait(lambda: page.all("#note[open]"))
    page.fill("#note", "mind the year")
    page.press(Keys.ENTER)
    page.said("Note kept.")
    page.press("a")
    page.said("Accepted.")
    page.press("A")
    page.said("Record accepted.")
    page.wait(lambda: "2014-07" in page.text("h1"))
    page.press("n")
    page.said("no incident")
    page.press("u")
    page.said("Undone.")
    page.press("[")
    page.wait(lambda: "2014-06-10" in page.text("h1"))
    page.press("m")
    page.wait(lambda: page.all("#merge[open]"))
    page.press(Keys.TAB, Keys.ENTER)
    page.said("Merged.")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_was_read_near_a_record_is_added_by_one_key(tmp_path, serve, axe, theme):
    at = TEXT.index("Taliban")
    span = {"start": at, "end": at + 7, "text": "Taliban", "extractor": "e"}
    group = {**span, "label": "GROUP", "value": "taliban", "name": "Taliban"}
    at = TEXT.index("church")
    span = {"start": at, "end": at + 6, "text": "church", "extractor": "e"}
    church = {**span, "label": "TARGET", "value": "religious"}
    at = TEXT.index("killed 12")
    span = {"start": at, "end": at + 9, "text": "killed 12", "extractor": "e"}
    toll = {**span, "label": "KILLED", "value": "12", "role": "victim"}
    told = {"doc_id": "story", "mentions": [toll, group, church], "left_out": []}
    rows = [quetta(confidences={"killed": 0.4, "date": 0.97}), lahore()]
    page = serve(write_run(tmp_path / "run", [document()], rows, mentions=[told]))
    paint(page.chrome, theme)
    # least sure first, one line a value but for the one that is lit
    assert page.text(".value.current .name") == "Killed"
    heights = [value.rect["height"] for value in page.all(".value:not(.current)")]
    assert len(heights) > 5 and max(heights) < 36
    # in columns, whatever a line has at its end
    page.press("x")
    page.said("Rejected.")
    columns = {told.rect["x"] for told in page.all(".value:not(.current) .told")}
    assert len(columns) == 1
    page.press("u")
    page.said("Undone.")
    page.press("k")
    assert violations(page.chrome, axe) == []
    assert "Taliban (attributed)" in page.text(".near")
    page.press("1")
    page.said("Added.")
    assert page.text(".value.added .reading") == "Taliban (attributed)"
    # words that are selected offer what was read in them, whatever stands near
    page.chrome.execute_script(
        """
        const line = [...document.querySelectorAll(".textline")].at(-2);
        getSelection().selectAllChildren(line);
        """
    )
    page.wait(lambda: page.text(".near .reading") == "church (religious)")
    page.press("1")
    page.wait(lambda: "church (religious)" in page.text(".value.added .reading"))
    # a list takes Enter, as a field of text does
    page.go_to("Assertion")
    page.press("f")
    page.wait(lambda: page.all(".value.current details[open]"))
    page.wait(lambda: page.chrome.switch_to.active_element.tag_name == "select")
    page.press("asserted", Keys.ENTER)
    page.said("Fixed.")
    page.press("b")
    page.wait(lambda: page.text(".value .name").startswith("Type"))


def test_the_second_window_is_told(tmp_path, serve):
    page = serve(write_run(tmp_path / "run"))
    stale = page.all("#main input[name=seen]")[0]
    assert stale.get_attribute("value") == "0"
    page.press("a")
    page.said("Accepted.")
    page.chrome.execute_script(
        "document.querySelectorAll('#main input[name=seen]').forEach(e => e.value = 0)"
    )
    page.press("A")
    page.wait(lambda: "Not saved. anna was first" in page.text("#fault"))
    assert len(page.all(".value.open")) > 1
