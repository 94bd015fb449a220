"""Words selected in the source, on a page or in a text, by mouse and in any script."""

import pytest

from tests.browsing import ActionChains
from tests.pipeline.review.runs import TEXT, document, lahore, quetta, write_run


def test_a_value_is_added_from_words_selected_on_the_page(tmp_path, serve, columns):
    page = serve(write_run(tmp_path / "run", **columns))
    text = columns["documents"][0]["text"]
    found = page.wait(
        lambda: [t for t in page.all(".marks text") if "Armed Islamic" in t.text]
    )[0]
    start = int(found.get_attribute("data-start"))
    at = found.text.index("Armed")
    selector = f'.marks text[data-start="{start}"]'
    page.press("v")
    page.wait(lambda: page.all("#add[open]"))
    page.select(selector, selector, at, at + 13)
    page.wait(lambda: "Characters" in page.text("#add output"))
    assert page.all("#add [data-quote]")[0].get_attribute("value") == "Armed Islamic"
    given = page.all("#add input[name=start]")[0].get_attribute("value")
    assert text[int(given) : int(given) + 13] == "Armed Islamic"
    page.all("#add button.main")[0].click()
    page.said("Added.")
    assert "Armed Islamic" in page.text(".value.added q")


def test_words_are_selected_with_the_mouse_across_lines(tmp_path, serve, columns):
    page = serve(write_run(tmp_path / "run", **columns))
    text = columns["documents"][0]["text"]
    lines = page.wait(lambda: page.all('.page[data-page="1"] .marks text'))
    at = next(n for n, line in enumerate(lines) if "Armed Islamic" in line.text)
    first, last = lines[at], lines[at + 1]
    page.press("v")
    page.wait(lambda: page.all("#add[open]"))
    drag = ActionChains(page.chrome).move_to_element(first).click_and_hold()
    drag.move_to_element(last).release().perform()
    page.wait(lambda: "Characters" in page.text("#add output"))
    start, end = (
        int(page.all(f"#add input[name={name}]")[0].get_attribute("value"))
        for name in ("start", "end")
    )
    begins = [int(line.get_attribute("data-start")) for line in (first, last)]
    assert begins[0] < start < begins[1] < end < begins[1] + len(last.text)
    page.all("#add button.main")[0].click()
    page.said("Added.")
    quote = page.text(".value.added q")
    assert quote == text[start:end].strip()
    # what was selected and let go is not for the next panel
    ActionChains(page.chrome).double_click(page.all(".marks text")[at]).perform()
    page.wait(lambda: page.chrome.execute_script("return getSelection().toString()"))
    page.chrome.execute_script("getSelection().removeAllRanges()")
    page.go_to("Type")
    page.press("f")
    page.wait(lambda: page.all(".value.current details[open]"))
    kept = page.all(".value.current details[open] [data-quote]")[0]
    assert kept.get_attribute("value") == ""


@pytest.mark.parametrize("words", ["🙂 Taliban", "💣", "महिला", "كويتا", "e\u0301t"])
def test_selected_offsets_are_right_in_every_script(tmp_path, serve, words):
    text = TEXT + f"💣🙂 महिला كويتا {words} e\u0301t 👩‍👩‍👧 {words}.\n"
    run = write_run(
        tmp_path / "run", [document(text=text)], [quetta(text=text), lahore(text=text)]
    )
    page = serve(run)
    start = text.rindex(words)
    page.chrome.execute_script(
        """
        const words = arguments[0];
        const line = [...document.querySelectorAll(".textline")].at(-1);
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let node = texts.nextNode();
        const at = node.data.lastIndexOf(words);
        getSelection().setBaseAndExtent(node, at, node, at + words.length);
        """,
        words,
    )
    page.press("v")
    page.wait(lambda: "Characters" in page.text("#add output"))
    assert page.all("#add input[name=start]")[0].get_attribute("value") == str(start)
    page.all("#add button.main")[0].click()
    page.said("Added.")
    assert words in page.text(".value.added q")
