import os
import time

from pipeline.workers import Lost, each


def _prepare(factor):
    def work(task):
        if task == "hang":
            time.sleep(60)
        if task == "die":
            os._exit(3)
        yield task * factor
        yield task

    return work


def test_tasks_are_done_by_any_number_of_workers():
    for workers in (1, 3):
        made = list(each([1, 2, 3], _prepare, (10,), workers, lambda _: 30))
        assert sorted((t, r) for t, r in made if r is not None) == [
            (1, 1),
            (1, 10),
            (2, 2),
            (2, 20),
            (3, 3),
            (3, 30),
        ]
        assert sum(r is None for _, r in made) == 3


def test_a_worker_that_dies_or_hangs_loses_only_its_task():
    made = list(each(["a", "die", "b", "hang", "c"], _prepare, (2,), 1, lambda _: 3))
    assert [(t, r) for t, r in made if r is not None] == [
        ("a", "aa"),
        ("a", "a"),
        ("die", Lost("the process that read it ended (status 3)")),
        ("b", "bb"),
        ("b", "b"),
        ("hang", Lost("took longer than 3 s")),
        ("c", "cc"),
        ("c", "c"),
    ]


def test_no_task_no_worker():
    assert list(each([], _prepare, (1,), 2, lambda _: 1)) == []
