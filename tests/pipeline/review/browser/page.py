"""The desk as a page: what a reviewer does there."""

from tests.browsing import Keys, Page


class DeskPage(Page):
    """What a reviewer does with keys and mouse."""

    def __init__(self, chrome, address):
        super().__init__(chrome)
        self.address = address
        chrome.get_log("browser")
        chrome.get(address)
        self.wait(lambda: self.all(".value.current, .empty"))

    def what_is_wrong(self):
        return self.text("#fault") or self.text("#main")

    def go(self, address):
        """Go to a page by its address."""
        self.chrome.get(self.address + address)

    def fill(self, form, *words):
        """Type into the fields of a form, one after another, each once it is there."""
        inside = f"return !!document.activeElement.closest({form!r})"
        self.wait(lambda: self.chrome.execute_script(inside))
        for word in words:
            here = self.chrome.switch_to.active_element
            self.press(word)
            self.press(Keys.TAB)
            self.wait(lambda here=here: self.chrome.switch_to.active_element != here)

    def said(self, words):
        self.wait(lambda: words in self.text("#said"))

    def go_to(self, field):
        """Step with ``j`` to the first value of a field."""
        for _ in range(40):
            if self.text(".value.current .name") == field:
                return
            self.press("j")
        raise AssertionError(f"no {field}")

    def select(self, first, last, start, end):
        """Select from a place in one text node of the source to one in another."""
        self.chrome.execute_script(
            """
            const [first, last, start, end] = arguments;
            const texts = (s) => document.querySelector(s).firstChild;
            const range = document.createRange();
            range.setStart(texts(first), start);
            range.setEnd(texts(last), end);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            """,
            first,
            last,
            start,
            end,
        )
