import os
import time

from incidents.pipeline.workers import Lost, each


def _prepare(factor):
    def work(task):
        if task == "busy":
            while True:
                pass
        if task == "idle":
            time.sleep(60)
        if task == "grow":
            grown = []
            while True:
                grown.append(bytes(10_000_000))
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
    tasks = ["a", "die", "b", "busy", "idle", "c"]
    seconds = {"idle": 0.1}
    made = list(each(tasks, _prepare, (2,), 1, lambda task: seconds.get(task, 1)))
    assert [(t, r) for t, r in made if r is not None] == [
        ("a", "aa"),
        ("a", "a"),
        ("die", Lost("the process that read it ended (status 3)")),
        ("b", "bb"),
        ("b", "b"),
        ("busy", Lost("took longer than 1 s")),
        ("idle", Lost("did nothing for 1 s")),
        ("c", "cc"),
        ("c", "c"),
    ]


def test_no_task_no_worker():
    assert list(each([], _prepare, (1,), 2, lambda _: 1)) == []


def test_tasks_are_asked_for_as_there_is_a_worker_for_them():
    asked = []

    def tasks():
        for n in range(3):
            asked.append(n)
            yield n

    for heard, (_, made) in enumerate(each(tasks(), _prepare, (2,), 1, lambda _: 30)):
        if made is None:
            assert len(asked) == heard // 3 + 1
    assert asked == [0, 1, 2]


def test_a_task_gets_no_more_than_its_memory():
    ((task, lost), *others) = each(["grow"], _prepare, (2,), 1, lambda _: 60)
    assert (task, others) == ("grow", [])
    assert "ended" in lost.problem or "memory" in lost.problem
