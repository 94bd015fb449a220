"""The pages of people who work together are guarded as the desk is."""

import pytest
from starlette.testclient import TestClient

from incidents.pipeline.review.app import make_app
from incidents.pipeline.review.decisions import FINAL, TEAM
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.guard import Guard
from incidents.pipeline.review.talk import talk
from tests.pipeline.review.coders import code, coder
from tests.pipeline.review.conftest import Browser
from tests.pipeline.review.runs import TEXT, document, lahore, quetta, write_run

PAGES = (
    "/progress",
    "/agreement",
    "/adjudicate",
    "/codebook",
    "/comments",
    "/comments?doc=story&record=story/one",
    "/beside?doc=story",
)
CHANGES = {
    "/assign": {"kind": "assign", "to": "ben", "doc.story": "1", "seen": "0"},
    "/settle": {"kind": "agreed", "one": "anna", "two": "ben"},
    "/comment": {"doc": "story", "text": "x"},
}
HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'</textarea>"


def untouched(desk):
    return [desk.store.read(layer) for layer in (FINAL, TEAM, talk(FINAL))] == [[]] * 3


@pytest.fixture
def coded(desk, anna, ben):
    code(anna, ben)
    return desk


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_shown_without_the_token(desk, page):
    app = make_app(desk, Guard("127.0.0.1", 8765, "anna", token="secret"))
    client = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
    assert client.get(page).status_code == 403
    client.get("/enter?token=secret")
    assert client.get(page).status_code == 200


@pytest.mark.parametrize("path", CHANGES)
def test_a_change_without_the_token_is_refused(coded, path):
    app = make_app(coded, Guard("127.0.0.1", 8765, "anna", token="secret"))
    client = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
    sent = {"origin": "http://127.0.0.1:8765"}
    assert client.post(path, data=CHANGES[path], headers=sent).status_code == 403
    assert untouched(coded)


@pytest.mark.parametrize("path", CHANGES)
@pytest.mark.parametrize(
    ("headers", "stamp"),
    [
        ({"origin": "http://evil.example"}, None),
        ({"origin": "null"}, None),
        ({"sec-fetch-site": "cross-site"}, None),
        ({}, ""),
        ({}, "0" * 64),
    ],
)
def test_a_change_from_elsewhere_is_refused(coded, path, headers, stamp):
    carla = Browser(coded, "carla")
    form = CHANGES[path] if stamp is None else {**CHANGES[path], "stamp": stamp}
    assert carla.post(path, headers=headers, **form).status_code == 403
    assert untouched(coded)


@pytest.mark.parametrize("path", CHANGES)
def test_a_change_is_no_link_and_is_bounded(coded, path):
    carla = Browser(coded, "carla")
    assert carla.get(path, **CHANGES[path]).status_code == 405
    large = carla.post(path, **CHANGES[path], more="x" * 1_000_000)
    assert large.status_code == 403
    assert untouched(coded)
    assert carla.post(path, **CHANGES[path]).status_code == 303
    assert not untouched(coded)


def test_what_lies_ahead_is_refused_and_spoils_nothing(coded):
    carla = Browser(coded, "carla")
    late = {"seen": "999999999999"}
    assert carla.post("/assign", **CHANGES["/assign"] | late).status_code == 400
    page = {"one": "anna", "two": "ben", "doc": "story", "key": "story/one|story/one"}
    shown = carla.get("/adjudicate", **page).text
    digest = shown.split('name="as" value="')[1][:16]
    form = {**page, "as": digest, "kind": "settle", "how": "one"}
    assert carla.post("/settle", **form, **late).status_code == 400
    assert carla.post("/settle", **form, seen="0").status_code == 303
    assert carla.post("/assign", **CHANGES["/assign"]).status_code == 303


@pytest.mark.parametrize(
    "address",
    [
        "/progress?whose=",
        "/agreement?one=",
        "/adjudicate?one=anna&two=ben&doc=",
        "/adjudicate?one=anna&two=ben&doc=story&key=",
        "/comments?doc=",
        "/comments?doc=story&record=",
        "/beside?doc=story&record=",
    ],
)
def test_nothing_of_a_link_is_markup(coded, address):
    answer = Browser(coded, "carla").client.get(address + HOSTILE)
    assert answer.status_code in (200, 404)
    if "html" in answer.headers["content-type"]:
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text


def test_a_name_is_hostile_text(coded):
    carla = Browser(coded, "carla")
    form = CHANGES["/assign"] | {"to": f"\x00\ud800{HOSTILE}" + "x" * 90}
    form["to"] = form["to"].encode("utf-8", "ignore").decode()
    assert carla.post("/assign", **form).status_code == 303
    page = carla.get("/progress").text
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    assert "x" * 60 not in page


def test_nothing_of_a_hostile_run_is_markup(tmp_path, store):
    text = f"{HOSTILE}\n{TEXT}"
    row = quetta("story", text) | {"places": [HOSTILE], "event_key": HOSTILE}
    given = document("story", text, title=HOSTILE, publisher=HOSTILE)
    run = write_run(tmp_path / "hostile", [given], [row, lahore("story", text)])
    desk = Desk(run, store)
    code(coder(desk, "anna"), coder(desk, "ben"))
    carla = Browser(desk, "carla")
    carla.post("/comment", doc="story", record="story/one", text=HOSTILE)
    for page in (
        *PAGES,
        "/adjudicate?source=text",
        "/beside?doc=story&record=story/one",
    ):
        shown = carla.client.get(page)
        assert shown.status_code == 200
        assert "<script>alert" not in shown.text, page
        assert "<img src=x" not in shown.text, page
