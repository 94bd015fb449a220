"""Events of a large run take seconds, the first time: who asks sees a page at once."""

from threading import Event

import pytest

from incidents.pipeline.review import event_routes, events
from tests.pipeline.review.conftest import Browser


@pytest.fixture
def held(monkeypatch):
    """Keeps the joining back until it is set."""
    go, join = Event(), events.join

    def late(*args):
        assert go.wait(60)
        return join(*args)

    monkeypatch.setattr(events, "join", late)
    monkeypatch.setattr(event_routes, "PATIENCE", 0.01)
    yield go
    go.set()


ASKED = (("/events", {}), ("/event", {"id": "story/one"}), ("/unsure", {}))


def test_who_comes_early_is_told_and_shown_them_later(desk, held):
    browser = Browser(desk)
    for address, query in ASKED:
        early = browser.get(address, **query)
        assert (early.status_code, early.headers["refresh"]) == (202, "1")
        assert "What 1 document tells is being joined" in early.text
    assert "10 June 2014" in browser.get("/").text  # the desk does not wait
    held.set()
    while browser.get("/unsure").status_code == 202:
        pass
    for address, query in ASKED:
        there = browser.get(address, **query)
        assert (there.status_code, "refresh" in there.headers) == (200, False)


def test_a_run_that_cannot_be_joined_says_so_and_does_not_wait(desk, monkeypatch):
    def broken(*_):
        raise ValueError("no such weights")

    monkeypatch.setattr(events, "join", broken)
    answer = Browser(desk).get("/events")
    assert (answer.status_code, "no such weights" in answer.text) == (500, True)
