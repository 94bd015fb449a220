"""A real browser, for tests that press keys in it.

Skips whoever imports it where selenium is missing.
"""

import json
import shutil
import time

import pytest

webdriver = pytest.importorskip("selenium.webdriver")
By = pytest.importorskip("selenium.webdriver.common.by").By
Keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
ActionChains = webdriver.ActionChains

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
    " --disable-dev-shm-usage"
)
HOSTILE = (
    "</textarea><script>document.title='run'</script>"
    "<img src=x onerror=\"document.title='run'\"><svg onload=\"document.title='run'\">"
)


def start(profile, log="browser"):
    """Start Chromium, which keeps a ``log``; skips where it or a driver is missing."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not browser or not driver:
        pytest.skip("Chromium or its driver is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in FLAGS.split():
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={profile}")
    options.set_capability("goog:loggingPrefs", {log: "ALL"})
    made = webdriver.Chrome(
        options=options, service=webdriver.ChromeService(executable_path=driver)
    )
    made.set_window_size(1280, 900)
    return made


class Page:
    """What someone does on a page, with keys."""

    def __init__(self, chrome):
        self.chrome = chrome

    def wait(self, test):
        """Until ``test`` gives something, which is returned."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            found = test()
            if found:
                return found
            time.sleep(0.02)
        raise AssertionError(f"never came: {self.what_is_wrong()}")

    def what_is_wrong(self):
        return self.chrome.get_log("browser")

    def all(self, selector):
        return self.chrome.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        script = "return [...document.querySelectorAll(arguments[0])]"
        script += ".map(e => e.textContent).join(' ')"
        return self.chrome.execute_script(script, selector)

    def press(self, *keys):
        ActionChains(self.chrome).send_keys(*keys).perform()


def paint(chrome, theme):
    """Prefer ``light`` or ``dark`` from here on."""
    emulated = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", emulated)


def violations(chrome, axe):
    # by the protocol, since the page's own policy forbids a script of ours
    chrome.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
    ran = chrome.execute_cdp_cmd(
        "Runtime.evaluate",
        {
            "expression": "axe.run().then(r => JSON.stringify([r.passes.length,"
            " r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 200))])]))",
            "awaitPromise": True,
        },
    )
    passed, found = json.loads(ran["result"]["value"])
    assert passed > 5
    return found
