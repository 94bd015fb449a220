import pytest

from incidents.pipeline.progress import Pace, in_words


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 s"), (89, "89 s"), (120, "2 min"), (5_000, "83 min"), (7_200, "2.0 h")],
)
def test_in_words(seconds, said):
    assert in_words(seconds) == said


def test_a_line_every_ten_seconds():
    pace = Pace(1_000)
    told = [pace.step(1_000 + n / 4) for n in range(81)]
    assert [line for line in told if line] == [
        "41 of 1,000, 4 a second, 4 min left",
        "81 of 1,000, 4 a second, 4 min left",
    ]
