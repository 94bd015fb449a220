import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from incidents.pipeline.review.decisions import FINAL, Decision
from incidents.pipeline.review.store import Ahead, Busy, Conflict, Store


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'reviews.sqlite'}"
    server = request.getfixturevalue("postgres")
    name = f"desk_{abs(hash(tmp_path)):x}"
    admin = create_engine(
        server.replace("postgresql:", "postgresql+pg8000:"),
        isolation_level="AUTOCOMMIT",
    )
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    return server.rsplit("/", 1)[0] + "/" + name


@pytest.fixture
def store(url):
    made = Store(url)
    yield made
    made.close()


def decision(**given):
    return Decision(**{"kind": "accept", "doc_id": "d", "subject": "d/1"} | given)


def test_what_is_kept_is_read_as_it_was(store, url):
    given = decision(
        payload={"text": "nul \x00, \ud800, 💣", "n": [1, None]},
        shown={"incident": {"a": 1}},
        reviewer="Zoë",
        value_id="v",
        text_sha256="0" * 64,
    )
    kept = store.append(given, 0)
    assert kept.payload == given.payload
    assert (kept.id, kept.seq) == (1, 1)
    again = Store(url)
    assert again.read(FINAL) == [kept]
    assert again.read("blind:Zoë") == []
    again.close()


def test_the_second_save_on_a_record_is_told(store):
    first = store.append(decision(reviewer="anna"), 0)
    with pytest.raises(Conflict) as told:
        store.append(decision(reviewer="ben", kind="reject"), 0)
    assert told.value.by == first
    assert store.append(decision(reviewer="ben"), 1).seq == 2


def test_other_records_layers_and_documents_do_not_disturb(store):
    store.append(decision(), 0)
    assert store.append(decision(subject="d/2"), 0).seq == 2
    assert store.append(decision(layer="blind:ben"), 0).seq == 1
    assert store.append(decision(doc_id="e"), 0).seq == 1
    assert store.heads(FINAL) == {"d": 2, "e": 1}
    assert store.layers() == ["blind:ben", FINAL]


def test_a_merge_is_a_save_on_both_records(store):
    store.append(decision(subject="d/2"), 0)
    with pytest.raises(Conflict):
        store.append(decision(kind="merge", payload={"other": "d/2"}), 0)


def test_of_many_at_once_one_is_first_and_the_rest_are_told(store):
    def save(n):
        try:
            return store.append(decision(reviewer=f"r{n}"), 0)
        except Conflict:
            return None

    with ThreadPoolExecutor(8) as pool:
        saved = list(pool.map(save, range(8)))
    assert sum(kept is not None for kept in saved) == 1
    assert len(store.read(FINAL)) == 1


def test_the_database_itself_holds_two_saves_apart(store, url):
    store.append(decision(), 0)
    engine = create_engine(url.replace("postgresql:", "postgresql+pg8000:"))
    names = "at, reviewer, layer, doc_id, seq, kind, subject, value_id, payload, shown"
    twin = f"INSERT INTO decisions ({names}, text_sha256)"
    twin += f" SELECT {names}, '' FROM decisions"
    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(text(twin))
    engine.dispose()
    assert len(store.read(FINAL)) == 1


@pytest.mark.parametrize("seen", [1, 2, 999_999_999_999])
def test_what_was_shown_is_not_ahead_of_what_there_is(store, seen):
    with pytest.raises(Ahead):
        store.append(decision(), seen)
    assert store.append(decision(), 0).seq == 1  # the document can be saved still


@pytest.mark.parametrize(
    "change", ["UPDATE decisions SET reviewer = 'x'", "DELETE FROM decisions"]
)
def test_rows_are_only_ever_added(store, url, change):
    store.append(decision(), 0)
    engine = create_engine(url.replace("postgresql:", "postgresql+pg8000:"))
    with (
        pytest.raises(DBAPIError, match="only ever added"),
        engine.begin() as connection,
    ):
        connection.execute(text(change))
    engine.dispose()
    assert len(store.read(FINAL)) == 1


def test_the_last_decision_is_the_reviewer_s_own_and_not_undone(store):
    store.append(decision(reviewer="anna"), 0)
    second = store.append(decision(reviewer="anna", subject="d/2"), 0)
    store.append(decision(reviewer="ben", subject="d/3"), 0)
    assert store.last(FINAL, "anna") == second
    undoing = decision(
        kind="undo", reviewer="anna", subject="d/2", payload={"undoes": second.id}
    )
    store.append(undoing, second.seq)
    assert store.last(FINAL, "anna").subject == "d/1"
    assert store.last(FINAL, "eve") is None


def test_a_database_that_cannot_be_opened_is_said(tmp_path):
    for url in ("nonsense", f"sqlite:///{tmp_path}/no/such/folder/x.sqlite"):
        with pytest.raises(ValueError, match="cannot be opened"):
            Store(url)


@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE"])
@pytest.mark.parametrize("same", ["id", "layer, doc_id, seq"])
def test_nothing_is_put_in_a_row_s_place(tmp_path, verb, same):
    path = tmp_path / "reviews.sqlite"
    store = Store(f"sqlite:///{path}")
    kept = store.append(decision(reviewer="anna"), 0)
    rest = "at, layer, doc_id, seq, kind, subject, value_id, payload, shown"
    names = rest if same != "id" else f"id, {rest.replace('seq', 'seq + 1')}"
    into = rest if same != "id" else f"id, {rest}"
    forged = f"{verb} INTO decisions ({into}, reviewer, text_sha256)"
    forged += f" SELECT {names}, 'eve', '' FROM decisions"
    with (
        pytest.raises(sqlite3.IntegrityError, match="only ever added"),
        closing(sqlite3.connect(path)) as other,
        other,
    ):
        other.execute(forged)
    assert store.read(FINAL) == [kept]
    store.close()


def test_an_older_database_is_guarded_once_it_is_opened(tmp_path):
    path = tmp_path / "reviews.sqlite"
    Store(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as old:
        old.execute("DROP TRIGGER decisions_no_replace")
    Store(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as now:
        names = [n for (n,) in now.execute("SELECT name FROM sqlite_master")]
    assert "decisions_no_replace" in names


def test_while_another_program_writes_what_there_is_is_read(tmp_path):
    path = tmp_path / "reviews.sqlite"
    store = Store(f"sqlite:///{path}", wait=0.1)
    kept = store.append(decision(), 0)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert store.read(FINAL) == [kept]
        assert Store(f"sqlite:///{path}", wait=0.1).read(FINAL) == [kept]
        with pytest.raises(Busy, match="locked"):
            store.append(decision(subject="d/2"), 1)
        other.execute("ROLLBACK")
    assert store.append(decision(subject="d/2"), 1).seq == 2
    store.close()


def test_many_save_at_once_and_none_is_turned_away(url):
    """Two programs, ten threads each, on one document: all records are different."""
    stores = [Store(url), Store(url)]

    def save(n):
        return stores[n % 2].append(decision(subject=f"d/{n}"), 0)

    with ThreadPoolExecutor(20) as pool:
        saved = list(pool.map(save, range(200)))
    assert sorted(kept.seq for kept in saved) == list(range(1, 201))
    for store in stores:
        assert len(store.read(FINAL)) == 200
        store.close()


def test_who_came_second_is_told_so_and_not_that_it_is_locked(tmp_path):
    """A cursor that a conflict left open had its connection turned away later."""
    stores = [Store(f"sqlite:///{tmp_path / 'reviews.sqlite'}") for _ in range(2)]
    for n in range(5):  # so that a conflict is found before the last row
        stores[0].append(decision(), n)

    def save(n):
        try:
            stores[n % 2].append(decision(reviewer=f"r{n}"), 0)
        except Conflict as conflict:
            return conflict  # and its frames with it
        raise AssertionError("not told")

    with ThreadPoolExecutor(16) as pool:
        told = list(pool.map(save, range(64)))
        apart = [
            pool.submit(stores[n % 2].append, decision(subject=f"d/{n}"), 5)
            for n in range(10, 74)
        ]
    assert len(told) == 64
    assert {future.result().kind for future in apart} == {"accept"}
