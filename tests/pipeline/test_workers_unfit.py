import pytest

from incidents.pipeline.workers import each


def _unfit(why):
    raise ValueError(why)


def test_what_keeps_workers_from_work_is_raised():
    with pytest.raises(ValueError, match="no such model"):
        list(each([1], _unfit, ("no such model",), 2, lambda _: 30))
