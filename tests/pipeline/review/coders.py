"""Two who code blind, and what they make of the story."""

from incidents.pipeline.review.decisions import blind
from tests.pipeline.review.test_fold import Reviewer


def coder(desk, name):
    return Reviewer(desk, name, blind(name))


def code(anna, ben):
    """Both code both records; they differ on the toll of the first."""
    anna.decide("accept_record")
    ben.decide("fix", field="killed", min="11", max="", reading="one died later")
    ben.decide("accept_record")
    anna.decide("accept_record", "story/two")
    ben.decide("accept_record", "story/two")


def make(coder, kind="arrest", quote="Two men were held in Lahore", basis="arrest"):
    """Make a record of an incident that the run missed, and give it a day."""
    form = {"value": kind, "quote": quote, "reading": "so I read it"}
    id = f"#{coder.decide('new', '', **form).id}"
    why = {"reading": "so I read it"}
    coder.decide("add", id, field="places", value="Lahore", quote="Lahore")
    coder.decide("add", id, field="date", value="2014-07", quote="July 2014", **why)
    coder.decide("add", id, field="date_basis", value=basis, quote="July 2014", **why)
    assert coder.record(id).lacks == ()
    return id
