from dataclasses import replace

from incidents.pipeline.assemble.weights import learned
from incidents.pipeline.document import write_record
from incidents.pipeline.paths import each
from incidents.pipeline.records import Incident, Report, Target

TEXT = "Bombs hit a hall and a market in Vasa; a man was charged."
REPORT = Report("d", "d.txt", "", "text/plain", TEXT)


def cite(field: str, words: str):
    start = TEXT.index(words)
    return REPORT.cite(field, start, start + len(words))


TOLD = Incident(
    "d",
    "attack",
    "completed",
    places=("Vasa",),
    targets=(Target("a hall", "business"), Target("a market", "business")),
    legal=("charged",),
    citations=(
        cite("incident_type", "Bombs hit"),
        cite("targets[0]", "a hall"),
        cite("targets[1]", "a market"),
        cite("places[0]", "Vasa"),
        cite("suspects.names[0]", "a man"),
        cite("legal[0]", "charged"),
    ),
)


def test_a_list_is_cited_as_a_whole_by_its_first_value():
    written = write_record(TOLD, REPORT, learned())["citations"]
    assert [(c["field"], c["quote"]) for c in written] == [
        ("incident_type", "Bombs hit"),
        ("targets", "a hall"),
        ("targets[0]", "a hall"),
        ("targets[1]", "a market"),
        ("places", "Vasa"),
        ("places[0]", "Vasa"),
        ("suspects.names[0]", "a man"),
        ("legal", "charged"),
        ("legal[0]", "charged"),
    ]
    assert [c["field"] for c in each(written)] == [c.field for c in TOLD.citations]


def test_a_list_that_is_cited_as_a_whole_is_so_once():
    whole = replace(TOLD, citations=(cite("places", "Vasa"), *TOLD.citations))
    fields = [c["field"] for c in write_record(whole, REPORT, learned())["citations"]]
    assert fields.count("places") == 1


def test_the_id_is_of_the_incident_as_it_is_told():
    record = write_record(TOLD, REPORT, learned())
    assert record["incident_id"] == record["event_key"] == TOLD.incident_id
    assert (
        write_record(replace(TOLD, outcome="failed"), REPORT, learned())["incident_id"]
        != (record["incident_id"])
    )


def test_a_record_of_a_page_that_ocr_read_is_marked():
    assert "ocr" not in write_record(TOLD, replace(REPORT, ocr=(2,)), learned())
    assert write_record(TOLD, replace(REPORT, ocr=(1,)), learned())["ocr"] is True
