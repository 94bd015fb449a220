import pytest

from pipeline.assemble.fill.belongs import belongs
from tests.pipeline.assemble.fill.made import passage, told

DAY = "[Monday](DATE 2014-03-03)"
#: Nothing ties the day to the raid: each begins a sentence of its own.
APART = "NN/ROOT/0 NN/ROOT/1"


def sure(made, label="DATE"):
    telling = told(made)
    (event,) = telling.story.events
    return belongs(event.of(label)[0], event, telling.reader)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(
            passage(f"a [raid](EVENT raid) {DAY}", "detail"), 0, id="a detail's is not"
        ),
        pytest.param(
            passage(f"[raid](EVENT raid) {DAY}", parse=APART), 0.5, id="tied by nothing"
        ),
        pytest.param(
            f"[feared](EVENT raid; modality=feared) {DAY}", 0.5, id="of what was feared"
        ),
        pytest.param(f"[Two](KILLED 2) died {DAY}", 0.5, id="no word tells the event"),
        pytest.param(f"a [raid](EVENT raid) {DAY}", 3, id="in one clause"),
        pytest.param(f"was [held](LEGAL arrested) {DAY}", 3, id="of an arrest"),
        pytest.param(
            passage(
                f"[held](LEGAL arrested) [raid](EVENT raid) {DAY}",
                parse="VB/ROOT/0 NN/ROOT/1 NN/obl/0",
            ),
            0.5,
            id="not of an arrest beside an event word",
        ),
        pytest.param(
            passage(f"[raid](EVENT raid) {DAY}", origin="row", parse=APART), 4, id="row"
        ),
        pytest.param(
            passage(f"[raid](EVENT raid) {DAY}", "detail", origin="entry", parse=APART),
            4,
            id="an entry says so",
        ),
        pytest.param(
            "the [July](DATE 2014-07; name=1) [raid](EVENT raid)", 1.8, id="in a name"
        ),
    ],
)
def test_belongs(made, expected):
    assert sure(made) == pytest.approx(expected)
