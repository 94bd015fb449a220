"""Suspects: plotters, attackers, arrested people, by number, origin, age and name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from incidents.extractors._numbers import bounds
from incidents.extractors.mention import Mention
from incidents.pipeline.assemble.belonging import Chosen
from incidents.pipeline.assemble.event import DETAIL, ROW, Event
from incidents.pipeline.assemble.nationals import of_suspect
from incidents.pipeline.assemble.persons import of_age, of_nationality, of_step
from incidents.pipeline.assemble.reader import Reader
from incidents.pipeline.assemble.realis import was_taken
from incidents.pipeline.assemble.telling import Found, Telling
from incidents.pipeline.records import (
    LEGAL_STEPS,
    Citation,
    Derivation,
    Incident,
    Person,
    Suspects,
)

#: What says that a legal step was not taken.
_UNTAKEN = ("negation", "refuted", "hypothetical", "threat", "planned", "fear")

#: Roles of people whom no step is taken against.
_NOT_ACCUSED = ("official", "victim", "speaker")

#: What is said of a person, the passage that says it, and where it names the person.
_Of = tuple[Mention, Event, Mention]


def suspects(telling: Telling, incident: Incident) -> tuple[Incident, list[Citation]]:
    """Number, nationalities, ages and names of plotters, attackers, arrested people."""
    counted = telling.one("SUSPECTS")
    origins: dict[str, Found] = {}
    for code, found in _origins(telling):
        origins.setdefault(code, found)
    names = telling.of("PERSON")
    aged, native = _ages(telling, names), _nationalities(telling, names)
    for of in (native[c.value] for c in names if c.value in native):
        origins.setdefault(of[0].value, of[:2])
    ages = _said(telling, "AGE")
    ages = [a for a in ages if a[1].origin == ROW] or _once(
        [*ages, *(aged[c.value][:2] for c in names if c.value in aged)]
    )
    ages.sort(key=lambda age: int(age[0].value))
    accused = _of_the_only_one(telling, names, _steps(telling, names))
    low, high = bounds(counted.value) if counted else (None, None)
    named = [] if telling.of("SUSPECTS") else _as_many(names)
    low, high = (len(named), len(named)) if named else (low, high)
    told = Suspects(
        low,
        high,
        tuple(origins),
        tuple(int(m.value) for m, _ in ages),
        tuple(c.value for c in names),
    )
    shown = [counted] if counted else named
    cited = [telling.cite("suspects.count", chosen.best) for chosen in shown]
    for part, found_ in (
        ("nationalities", list(origins.values())),
        ("ages", ages),
    ):
        cited += [
            telling.cite_beside(f"suspects.{part}[{n}]", *f)
            for n, f in enumerate(found_)
        ]
    cited += [telling.cite(f"suspects.names[{n}]", c.best) for n, c in enumerate(names)]
    people, of_people = _persons(telling, names, aged, native, accused)
    return replace(incident, suspects=replace(told, people=people)), cited + of_people


def _as_many(names: Sequence[Chosen]) -> Sequence[Chosen]:
    """Those who are named, where no number is told: one, or all of a row's column."""
    in_column = all(name.best.mention.get("column") for name in names)
    return names if len(names) == 1 or in_column else ()


def _persons(
    telling: Telling,
    names: Sequence[Chosen],
    ages: Mapping[str, _Of],
    origins: Mapping[str, _Of],
    steps: Mapping[str, dict[str, _Of]],
) -> tuple[tuple[Person, ...], list[Citation]]:
    """Each who is named, with the age, nationality and steps told of nobody else."""
    people: list[Person] = []
    cited: list[Citation] = []
    for n, name in enumerate(names):
        path, who = f"suspects.people[{n}]", name.value
        age, origin, taken = ages.get(who), origins.get(who), steps.get(who, {})
        legal = [step for step in LEGAL_STEPS if step in taken]
        people.append(
            Person(
                who,
                int(age[0].value) if age else None,
                origin[0].value if origin else None,
                tuple(legal),
            )
        )
        cited.append(telling.cite(f"{path}.name", name.best))
        for part, found in (("age", age), ("nationality", origin)):
            if found:
                cited.append(_cite(telling, f"{path}.{part}", found))
        for k, step in enumerate(legal):
            cited.append(_cite(telling, f"{path}.legal[{k}]", taken[step]))
    return tuple(people), cited


def _cite(telling: Telling, path: str, of: _Of) -> Citation:
    """The words with the name; else with where the person was named before."""
    mention, event, name = of
    cited = telling.cite_beside(path, mention, event)
    if cited.start <= name.start and name.end <= cited.end:
        return cited
    basis = Derivation("passage", name.start, name.end)
    return replace(cited, derived_from=basis)


def _steps(telling: Telling, names: Sequence[Chosen]) -> dict[str, dict[str, _Of]]:
    """By name and step, where a legal step against that person is told."""
    steps: dict[str, dict[str, _Of]] = {}
    for mention, event in telling.found("LEGAL", core=False):
        if not _stands(mention):
            continue
        for name in of_step(telling.reader, mention):
            taken = steps.setdefault(name.value, {})
            taken.setdefault(mention.value, (mention, event, name))
    for who, of in _anywhere(telling, names, "LEGAL"):
        if _stands(of[0]):
            steps.setdefault(who, {}).setdefault(of[0].value, of)
    return steps


def _anywhere(
    telling: Telling, names: Sequence[Chosen], label: str
) -> Iterator[tuple[str, _Of]]:
    """What the document says of those who are named, wherever it does."""
    for chosen in names:
        for mention, name in telling.said.get(chosen.value, ()):
            if mention.label == label:
                yield chosen.value, (mention, chosen.best.event, name)


def _of_the_only_one(
    telling: Telling, names: Sequence[Chosen], steps: dict[str, dict[str, _Of]]
) -> dict[str, dict[str, _Of]]:
    """``steps``; where one person is named, with those told of nobody else."""
    if len(names) != 1:
        return steps
    name = names[0]
    taken = steps.setdefault(name.value, {})
    for step in telling.of("LEGAL"):
        mention, event = step.best.mention, step.best.event
        if _stands(mention) and not _of_others(telling.reader, mention, name.value):
            taken.setdefault(step.value, (mention, event, name.best.mention))
    return steps


def _stands(step: Mention) -> bool:
    return was_taken(step) and not step.reached(*_UNTAKEN)


def _of_others(reader: Reader, step: Mention, name: str) -> bool:
    """Whether the sentence of a step names other people, or counts several."""
    beside = reader.within(*reader.sentence(step.start))
    named = {m.value for m in beside if m.label == "PERSON" and _accusable(m)}
    counted = {m.value for m in beside if m.label == "SUSPECTS"}
    return bool(named - {name}) or (name not in named and bool(counted - {"1"}))


def _accusable(person: Mention) -> bool:
    return person.get("role") not in _NOT_ACCUSED


def _ages(telling: Telling, names: Sequence[Chosen]) -> dict[str, _Of]:
    """By name, the age that is given beside it, where no other is."""
    ages: dict[str, list[_Of]] = {}
    for mention, event in telling.found("AGE", core=False):
        for name in of_age(telling.reader, mention):
            ages.setdefault(name.value, []).append((mention, event, name))
    return _agreed(_with_far(ages, _anywhere(telling, names, "AGE")))


def _nationalities(telling: Telling, names: Sequence[Chosen]) -> dict[str, _Of]:
    """By name, the nationality that its own words give, where no other is given."""
    origins: dict[str, list[_Of]] = {}
    for mention, event in telling.found("NATIONALITY", core=False):
        name = of_nationality(telling.reader, mention) if mention.value else None
        if name is not None:
            origins.setdefault(name.value, []).append((mention, event, name))
    return _agreed(_with_far(origins, _anywhere(telling, names, "NATIONALITY")))


def _with_far(
    told: Mapping[str, list[_Of]], far: Iterable[tuple[str, _Of]]
) -> dict[str, list[_Of]]:
    """``told``, and of people of whom the events say nothing what others do."""
    found = dict(told)
    for who, of in far:
        if who not in told:
            found.setdefault(who, []).append(of)
    return found


def _agreed(told: Mapping[str, list[_Of]]) -> dict[str, _Of]:
    return {
        who: found[0]
        for who, found in told.items()
        if len({m.value for m, *_ in found}) == 1
    }


def _said(telling: Telling, label: str) -> list[Found]:
    """Mentions of ``label`` that are of suspects, in the order of the events."""
    return [
        (m, f)
        for f in telling.story.events
        for m in f.of(label)
        if m.value and (m.get("role") == "suspect" or _in_court(m, f, telling.reader))
    ]


def _once(found: Sequence[Found]) -> list[Found]:
    """The first mention of each value."""
    first: dict[str, Found] = {}
    for mention, event in found:
        first.setdefault(mention.value, (mention, event))
    return list(first.values())


def _origins(telling: Telling) -> Iterator[tuple[str, Found]]:
    """Codes of the countries that suspects are of, by nationality or by *from*.

    Where a table has a column for it, what its other cells say is of others.
    """
    events = telling.story.events
    told = [(m, e) for e in events for m in e.of("NATIONALITY") if m.value]
    if printed := [found for found in told if found[0].get("column")]:
        yield from ((m.value, (m, event)) for m, event in printed)
        return
    for event in events:
        for m in event.of("NATIONALITY"):
            if m.value and of_suspect(
                m, event.of("SUSPECTS", "PERSON", "AGE"), telling.reader.text
            ):
                yield m.value, (m, event)
        if event.of("SUSPECTS", "NATIONALITY"):
            for m in telling.reader.origins(event):
                if m.get("country"):
                    yield m.get("country"), (m, event)


def _in_court(mention: Mention, event: Event, reader: Reader) -> bool:
    """Whether somebody, alone in a passage about a court, stands trial there."""
    if mention.get("role") != "unknown" or event.kind != DETAIL:
        return False
    alone = len(event.of("PERSON")) == 1
    return alone and bool(reader.cued(event.start, event.end, "court"))
