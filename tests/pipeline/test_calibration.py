import pytest

from incidents.pipeline.calibration import Band, bands, expected_calibration_error


def test_bands_hold_outcomes_of_like_confidence():
    found = bands([(0.25, 0), (0.75, 1), (0.75, 0), (1.0, 1)], number=2)
    assert found == (Band(0.0, 1, 0.25, 0.0), Band(0.5, 3, 2.5 / 3, 2 / 3))


@pytest.mark.parametrize(
    ("outcomes", "error"),
    [
        ([], 0.0),
        ([(0.5, 1), (0.5, 0)], 0.0),
        ([(1.0, 0)], 1.0),
        ([(0.25, 0), (0.75, 1)], 0.25),
    ],
)
def test_the_error_is_the_mean_gap(outcomes, error):
    assert expected_calibration_error(outcomes) == error
