import sqlite3
from contextlib import closing

import pytest

from incidents.pipeline.review.presence import WITHIN, Here, Presence
from incidents.pipeline.review.store import Store


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def presence(tmp_path, clock):
    made = Presence(f"sqlite:///{tmp_path / 'reviews.sqlite'}", clock)
    yield made
    made.close()


def test_each_is_where_they_were_last(presence, clock):
    assert presence.here() == []
    presence.note("ben", "final", "a")
    presence.note("anna", "blind:anna", "a")
    clock.now += 70
    presence.note("ben", "final", "b")
    assert presence.here() == [
        Here("anna", "blind:anna", "a", 1),
        Here("ben", "final", "b", 0),
    ]
    clock.now += WITHIN - 60
    assert [seen.name for seen in presence.here()] == ["ben"]


def test_another_desk_on_the_same_decisions_sees_it(presence, tmp_path, clock):
    presence.note("ben", "final", "a")
    other = Presence(f"sqlite:///{tmp_path / 'reviews.sqlite'}", clock)
    assert [seen.doc_id for seen in other.here()] == ["a"]
    other.close()


def test_nothing_waits_for_it(presence, tmp_path):
    presence.note("ben", "final", "a")
    with closing(sqlite3.connect(tmp_path / "reviews.sqlite")) as busy:
        busy.execute("BEGIN IMMEDIATE")
        presence.note("ben", "final", "b")  # goes unsaid
        assert [seen.doc_id for seen in presence.here()] == ["a"]


def test_who_decides_in_the_meantime_is_not_disturbed(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'reviews.sqlite'}")
    store.presence.note("ben", "final", "a")
    assert store.layers() == []
    store.close()
