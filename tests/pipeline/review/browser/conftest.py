import re
from hashlib import sha256

import pytest

from incidents.pipeline.ingest import Limits, read
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.store import Store
from tests.conftest import ROOT
from tests.pipeline.review.browser.served import Served
from tests.pipeline.review.runs import document, record

PDF = ROOT / "corpus" / "reports" / "exposed-platform.pdf"


@pytest.fixture(autouse=True)
def nothing_goes_wrong(chrome):
    """What is refused is told on the page; all else that the browser says is wrong."""
    yield
    assert [m for m in chrome.get_log("browser") if "40" not in m["message"]] == []


@pytest.fixture
def opened():
    """Serve desks; all are stopped at the end."""
    running = []

    def start(desk, reviewer="anna", blind=False):
        running.append(Served(desk, reviewer, blind))
        return running[-1]

    yield start
    for served in running:
        served.stop()


@pytest.fixture
def serve(tmp_path, chrome, opened):
    """Open the desk on a run; a second call is a later day."""
    from tests.pipeline.review.browser.page import DeskPage

    days = []

    def start(run):
        while days:
            days.pop().stop()
        store = Store(f"sqlite:///{tmp_path / 'reviews.sqlite'}")
        days.append(opened(Desk(run, store)))
        return DeskPage(chrome, days[-1].address)

    return start


@pytest.fixture(scope="module")
def columns():
    """A report in two columns: its document, its layout, two records and its source."""
    (report,) = read(PDF, {}, Limits())
    text = report.text
    doc_id = report.doc_id
    layout = {
        "pages": [list(size) for size in report.page_sizes],
        "lines": [[x.page, x.start, x.end, *x.box] for x in report.layout],
    }
    day = re.search(r"25 July\s1995", text)[0]
    where = re.search(r"Saint-\s?Michel", text)[0]
    one = record(
        doc_id,
        "one",
        text,
        date="1995-07-25",
        date_basis="attack",
        assertion="asserted",
        places=[where],
        killed={"min": 8, "max": 8},
        cited={"incident_type": day, "date": day, "places": where, "killed": "Eight"},
    )
    two = record(doc_id, "two", text, places=["Mumbai"], cited={"places": "Mumbai"})
    given = document(doc_id, text, media_type=report.media_type, title="Two columns")
    source = {"path": str(PDF), "sha256": sha256(PDF.read_bytes()).hexdigest()}
    return {
        "documents": [given],
        "records": [one, two],
        "layouts": {doc_id: layout},
        "inputs": {doc_id: source},
    }
