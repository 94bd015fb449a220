"""Reading a run's folder, with what was decided at the desk, to export it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from incidents.pipeline import files
from incidents.pipeline.export.bundle import Bundle, Row, Told
from incidents.pipeline.export.choice import Choice
from incidents.pipeline.export.places import (
    Placed,
    in_country,
    in_gazetteer,
    in_quotes,
    locate,
)
from incidents.pipeline.export.pseudonyms import Pseudonyms, read_key
from incidents.pipeline.fields import BY_NAME
from incidents.pipeline.kinds import OBJECTS, TEXTS, Kind
from incidents.pipeline.review.decisions import FINAL
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.events import EventDesk
from incidents.pipeline.review.export import reviewed
from incidents.pipeline.review.folder import account, check_run
from incidents.pipeline.review.state import State
from incidents.pipeline.review.store import Store, address
from incidents.pipeline.review.values import Value, in_order

_MEMORY = "sqlite://"  # a run that nobody has reviewed
Mentions = Mapping[str, list[Row]]


def read_bundle(run: Path, choice: Choice, database: str | None = None) -> Bundle:
    """Read a run, as reviewed so far.

    Raises:
        ValueError: There is no such run, or it cannot be read.
    """
    check_run(run)
    kept = database or (run / "reviews.sqlite").is_file()
    store = Store(address(database, run) if kept else _MEMORY)
    try:
        desk = Desk(run, store)
        states = desk.states(FINAL)
        # as people joined and split them; of a run nobody reviewed, as it has them
        made, key_of = _ruled(desk) if kept else (merged(run), {})
    finally:
        store.close()
    documents = {d.id: d.row for d in desk.run.documents.values()}
    mentions = read_mentions(run)
    rows = [(s, row) for s in states for row in reviewed([s], key_of)]
    told = tuple(_chosen(rows, documents, mentions, choice.reviewed))
    if choice.pseudonyms:
        persons = _persons(mentions)
        masked = Pseudonyms.of(told, persons, read_key(choice.pseudonyms))
        told, made = tuple(map(masked.told, told)), {}
        documents = {id: masked.document(row) for id, row in documents.items()}
    return Bundle(
        folder=run,
        run=json.loads(account(run).read_bytes()),
        choice=choice,
        documents=documents,
        told=told,
        mentions=mentions,
        texts={d.id: d.text for d in desk.run.documents.values()},
        sources={
            d.id: (d.source, d.source_sha256) for d in desk.run.documents.values()
        },
        made=made,
    )


def _ruled(desk: Desk) -> tuple[Mapping[str, Row], Mapping[str, str]]:
    """The events as decided at the desk, by key, and the key of each record."""
    events = EventDesk(desk).of(FINAL)
    return events.rows, events.key_of


def merged(run: Path) -> dict[str, Row]:
    """The events as the run merged them, by key; a row of another form is none.

    Raises:
        ValueError: A line of the file is no JSON.
    """
    path = run / "events.jsonl"
    if not path.is_file():
        return {}
    try:
        return {row["event_key"]: row for row in files.read_lines(path) if _whole(row)}
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path}: not as a run writes it: {error!r}") from error


def _whole(row: Any) -> bool:
    """Whether a row has what is read of an event; the folder may be a stranger's."""
    try:
        readings = [v for told in row["fields"].values() for v in told["values"]]
        claims = [claim for reading in readings for claim in reading["claims"]]
        return (
            all(type(row[key]) is int for key in ("reports", "origins"))
            and all("rule" in f for f in row["fields"].values())
            and all(_fits(name, f["best"]) for name, f in row["fields"].items())
            and all(type(c["incident_id"]) is str for c in claims)
            and all({"low", "best", "high"} <= {*t} for t in row["tolls"].values())
            and {*map(type, (row["event_key"], *row["incident_ids"]))} == {str}
            and {*map(type, row["disagree"])} <= {str}
        )
    except (TypeError, KeyError, AttributeError):
        return False


def _chosen(
    rows: Iterable[tuple[State, dict[str, Any]]],
    documents: Mapping[str, Row],
    mentions: Mentions,
    only_done: bool,
) -> Iterator[Told]:
    for state, row in rows:
        if state.status == "done" or not only_done:
            yield _told(state, row, documents[state.doc_id], mentions)


#: What a value of a field is in JSON, and the keys that it has where it is an object.
_HOLDS: Mapping[Kind, type] = {
    **dict.fromkeys(TEXTS, str),
    Kind.NUMBER: int,
    **dict.fromkeys(OBJECTS, dict),
}
_ENDS = ("min", "max")


def _fits(name: str, best: Any) -> bool:
    """Whether the value or values to use are of their field's form."""
    field = BY_NAME.get(name)
    if field is None:
        return True
    if field.many and not isinstance(best, list):
        return False
    values: list[Any] = best if field.many else [best]
    keys = _ENDS if field.kind is Kind.FIGURE else ()
    keys = field.parts if field.kind is Kind.NAMED else keys
    return all(
        isinstance(value, _HOLDS[field.kind])
        and (not isinstance(value, dict) or value.keys() >= {*keys})
        for value in values
    )


def _told(state: State, row: dict[str, Any], document: Row, mentions: Mentions) -> Told:
    review = row.pop("review")
    if str(row.get("event_key") or "#").startswith("#"):
        row["event_key"] = row["incident_id"]
    values = tuple(sorted((v for v in state.values if v.stands), key=in_order))
    named = [m for m in mentions.get(state.doc_id, ()) if m.get("label") == "PLACE"]
    return Told(
        row=row,
        values=values,
        document=document,
        places=tuple(_places(row, values, named, str(document["text"]))),
        status=state.status,
        reviewers=tuple(review["reviewers"]),
        confidence=state.confidence,
    )


def _places(
    row: Row, values: Iterable[Value], mentions: list[Row], text: str
) -> Iterator[Placed]:
    """Its places; a country where none of them is known to lie in it."""
    countries = row["countries"]
    told = {""}
    for value in values:
        if value.field == "places":
            name = str(value.value)
            mention = in_quotes(name, value.citations, mentions)
            if mention is None and value.status in ("added", "fixed"):
                mention = in_gazetteer(name, countries)
            placed = locate(name, mention, text)
            told.add(placed.country)
            yield _in(placed, countries)
    for code in countries:
        if code not in told:
            yield in_country(code, mentions)


def _in(placed: Placed, countries: list[str]) -> Placed:
    """A place that was not resolved lies in the record's country, if that is one."""
    if placed.country or placed.kind == "region" or len(countries) != 1:
        return placed
    return replace(placed, country=countries[0])


def read_mentions(run: Path) -> dict[str, list[Row]]:
    """What every extractor read, by document; none where the run has no such file.

    Raises:
        ValueError: The file is not as a run writes it.
    """
    path = run / "mentions.jsonl"
    if not path.is_file():
        return {}
    try:
        return {
            row["doc_id"]: [m for m in row["mentions"] if _is_sound(m)]
            for row in files.read_lines(path)
        }
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"{path}: not as a run writes it: {error!r}") from error


def _persons(mentions: Mentions) -> Iterator[str]:
    """Names read as persons', and as nothing else in the same document."""
    for named in mentions.values():
        by_label: dict[str, set[str]] = {}
        for mention in named:
            told = by_label.setdefault(str(mention.get("label")), set())
            told.add(str(mention.get("text")))
        others = by_label.get("GROUP", set()) | by_label.get("PLACE", set())
        yield from by_label.get("PERSON", set()) - others


def _is_sound(mention: Row) -> bool:
    start, end = mention.get("start"), mention.get("end")
    return isinstance(start, int) and isinstance(end, int) and 0 <= start <= end
