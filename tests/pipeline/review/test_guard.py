import pytest
from starlette.testclient import TestClient

from incidents.pipeline.review.app import make_app
from incidents.pipeline.review.guard import Guard, is_loopback

NOTE = {"record": "story/one", "seen": "0", "kind": "note", "text": "x"}


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1",
        "127.0.0.1:80",
        "",
        "localhost.",
    ],
)
def test_another_name_is_not_answered(browser, host):
    assert browser.client.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_its_own_names_are(browser, host):
    assert browser.client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:8766"},
        {"origin": "https://127.0.0.1:8765"},
        {"origin": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_change_from_elsewhere_is_refused(browser, desk, headers):
    assert browser.post(headers=headers, **NOTE).status_code == 403
    assert desk.store.read("final") == []


@pytest.mark.parametrize("stamp", ["", "0" * 64, "ü"])
def test_a_change_without_the_session_s_stamp_is_refused(browser, desk, stamp):
    assert browser.post(**NOTE, stamp=stamp).status_code == 403
    assert desk.store.read("final") == []


def test_a_change_is_no_link(browser, desk):
    assert browser.get("/decide", **NOTE, doc="story").status_code == 405
    assert desk.store.read("final") == []


def test_a_form_is_bounded(browser):
    assert browser.post(**NOTE, more="x" * 1_000_000).status_code == 403


@pytest.fixture
def team(desk):
    guard = Guard("0.0.0.0", 8765, "anna", token="secret")
    app = make_app(desk, guard)
    base = "http://localhost:8765"
    return TestClient(app, base_url=base, follow_redirects=False)


def enter(client, token="secret", name="ben"):
    return client.post(
        "/enter",
        data={"token": token, "name": name},
        headers={"origin": "http://localhost:8765"},
    )


def test_beyond_this_machine_nothing_is_shown_without_the_token(team):
    for address in ("/", "/progress", "/exports/gold.jsonl", "/image?doc=story&page=1"):
        assert team.get(address).status_code == 403
    assert enter(team, "guess").status_code == 403
    assert team.get("/").status_code == 403


def test_with_the_token_each_has_a_name(team):
    cookie = enter(team).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert "ben" in team.get("/").text


def test_one_session_s_stamp_is_not_another_s(team, desk):
    enter(team)
    stamp = team.get("/").text.split('name="stamp" value="')[1][:64]
    enter(team, name="eve")
    answer = team.post(
        "/decide",
        data={**NOTE, "doc": "story", "stamp": stamp},
        headers={"origin": "http://localhost:8765"},
    )
    assert answer.status_code == 403
    assert desk.store.read("final") == []


@pytest.fixture
def shared(desk):
    """The desk on a machine that others work on too."""
    app = make_app(desk, Guard("127.0.0.1", 8765, "anna", token="secret"))
    base = "http://127.0.0.1:8765"
    return TestClient(app, base_url=base, follow_redirects=False)


def test_on_this_machine_too_only_who_has_the_link_decides(shared, desk):
    assert shared.get("/").status_code == 403
    sent = {"origin": "http://127.0.0.1:8765"}
    answer = shared.post("/decide", data={**NOTE, "doc": "story"}, headers=sent)
    assert answer.status_code == 403
    assert shared.get("/enter?token=guess").status_code == 403
    assert shared.get("/").status_code == 403
    assert desk.store.read("final") == []


def test_who_follows_the_link_is_in_at_once_as_the_reviewer(shared):
    assert shared.get("/enter?token=secret").headers["location"] == "/"
    assert '<span class="who">anna</span>' in shared.get("/").text


def test_beyond_this_machine_the_link_alone_lets_nobody_in(team):
    assert team.get("/enter?token=secret").status_code == 200
    assert team.get("/").status_code == 403


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.4", False),
        ("localhost.evil.example", False),
    ],
)
def test_is_loopback(host, expected):
    assert is_loopback(host) is expected
