"""What is left of a record after the check, and a few records end to end."""

import time
from dataclasses import replace
from datetime import date

import pytest

from incidents.pipeline.assemble.support import Reading, supported
from incidents.pipeline.records import (
    DERIVATIONS,
    Citation,
    Derivation,
    GroupLink,
    Incident,
    Person,
    Range,
    Report,
    Suspects,
    Target,
    Weapon,
)
from tests.pipeline.assemble.read import mentions
from tests.pipeline.assemble.support.made import ATTACK, case, checked, read

RIGA = "[Riga](PLACE 1; country=LV)"


def dropped(drops):
    return [(d.field, d.value) for d in drops]


def test_what_is_borne_out_stays_as_it_is():
    quotes = (
        ("incident_type", ATTACK),
        ("killed", "[Two](KILLED 2) died."),
        ("places[0]", f"In {RIGA}."),
        ("suspects.count", "[Nine](SUSPECTS 9) came."),
    )
    told = Suspects(9, 9)
    kept, drops = checked(*quotes, killed=Range(2, 2), places=("Riga",), suspects=told)
    assert drops == ()
    assert (kept.killed, kept.places, kept.suspects) == (Range(2, 2), ("Riga",), told)
    assert [c.field for c in kept.citations] == [paths for paths, _ in quotes]


@pytest.mark.parametrize(
    ("field", "value", "empty"),
    [
        ("killed", Range(3, 3), None),
        ("injured", Range(3, 3), None),
        ("casualties", Range(3, 3), None),
        ("hostages", Range(3, 3), None),
        ("outcome", "foiled", None),
        ("date", "2014", None),
        ("countries", ("EE",), ()),
        ("places", ("Oslo",), ()),
        ("attack_types", ("hijacking",), ()),
        ("targets", (Target("shop", "business"),), ()),
        ("groups", (GroupLink("ETA", "linked"),), ()),
        ("weapons", (Weapon("gun", "firearms"),), ()),
        ("legal", ("charged",), ()),
        ("suspects", Suspects(3, 4), Suspects()),
        ("suspects", Suspects(nationalities=("DK",)), Suspects()),
        ("suspects", Suspects(ages=(19,)), Suspects()),
        ("suspects", Suspects(names=("Ida Holm",)), Suspects()),
        ("suspects", Suspects(people=(Person("Ida Holm"),)), Suspects()),
    ],
)
def test_what_is_not_borne_out_goes_with_its_citation(field, value, empty):
    kept, drops = checked(
        (["incident_type", field], ATTACK), (field, "A day."), **{field: value}
    )
    assert getattr(kept, field) == empty
    assert [c.field for c in kept.citations] == ["incident_type"]
    (drop,) = drops
    assert (drop.field, drop.reason) == (field, "not borne out by its quotes")


def test_a_drop_names_field_and_value():
    told = Suspects(3, 4, ages=(19,))
    _, drops = checked(("incident_type", ATTACK), killed=Range(3, 3), suspects=told)
    assert dropped(drops) == [
        ("suspects", "Range(min=3, max=4)"),
        ("suspects", "19"),
        ("killed", "Range(min=3, max=3)"),
    ]


def test_a_value_without_a_citation_goes():
    kept, drops = checked(("incident_type", f"{ATTACK} {RIGA}"), places=("Riga",))
    assert kept.places == ()
    assert dropped(drops) == [("places", "Riga")]


def test_what_is_left_of_a_list_is_cited_by_its_new_place():
    kept, drops = checked(
        ("incident_type", ATTACK),
        ("places[0]", "In a town."),
        ("places[1]", f"In {RIGA}."),
        ("places", "In [Oslo](PLACE 2)."),
        places=("Tuva", "Riga", "Oslo"),
    )
    assert kept.places == ("Riga", "Oslo")
    assert dropped(drops) == [("places", "Tuva")]
    assert [(c.field, c.quote) for c in kept.citations] == [
        ("incident_type", "It was hit."),
        ("places[0]", "In Riga."),
        ("places", "In Oslo."),
    ]


def test_parts_of_suspects_stand_apart():
    told = Suspects(9, 9, ages=(19, 20), nationalities=("DK",))
    kept, _ = checked(
        ("incident_type", ATTACK),
        ("suspects.count", "[Nine](SUSPECTS 9) came."),
        ("suspects.ages[0]", "He was old."),
        ("suspects.ages[1]", "He, [20](AGE 20), was old."),
        ("suspects.nationalities[0]", "A Dane."),
        suspects=told,
    )
    assert kept.suspects == Suspects(9, 9, ages=(20,))
    assert [c.field for c in kept.citations] == [
        "incident_type",
        "suspects.count",
        "suspects.ages[0]",
    ]


def test_a_date_that_goes_takes_its_basis_along():
    kept, drops = checked(
        ("incident_type", ATTACK), ("date", "In May."), date="2014", date_basis="attack"
    )
    assert (kept.date, kept.date_basis) == (None, None)
    assert dropped(drops) == [("date", "2014")]
    kept, _ = checked(
        (["incident_type", "date"], f"{ATTACK} [2014](DATE 2014)"),
        date="2014",
        date_basis="attack",
    )
    assert (kept.date, kept.date_basis) == ("2014", "attack")


def test_a_type_that_is_not_borne_out_stays_with_a_drop():
    kept, drops = checked(("incident_type", "The day was fine."))
    assert kept.incident_type == "attack"
    assert dropped(drops)[0] == ("incident_type", "attack")
    assert [c.field for c in kept.citations] == ["incident_type"]


PLOT = "A [plan](EVENT plan; kind=plot) was [told](CUE speech)."


@pytest.mark.parametrize(
    ("quote", "values", "field", "instead"),
    [
        (ATTACK, {"outcome": "unknown"}, "outcome", None),
        (PLOT, {"incident_type": "plot", "outcome": "foiled"}, "outcome", "unknown"),
        (ATTACK, {"assertion": "alleged"}, "assertion", "asserted"),
        (ATTACK, {"assertion": "denied"}, "assertion", "asserted"),
        (f"[Not](CUE refuted) {ATTACK}", {}, "assertion", "denied"),
    ],
)
def test_what_stands_instead(quote, values, field, instead):
    kept, drops = checked((["incident_type", field], quote), **values)
    assert getattr(kept, field) == instead
    assert field in {d.field for d in drops}
    assert {c.field for c in kept.citations} - {field} == {"incident_type"}


def test_a_country_follows_its_place_unless_cited_itself():
    quotes = ("incident_type", ATTACK), ("places[0]", f"In {RIGA}.")
    told = {"places": ("Riga",), "countries": ("LV",)}
    kept, _ = checked(*quotes, **told)
    assert kept.countries == ("LV",)
    kept, _ = checked(*quotes, ("countries[0]", "In a town."), **told)
    assert kept.countries == ()


def test_a_citation_whose_quote_is_not_the_text_goes():
    report, made, _ = read("A [bomb](EVENT x; kind=attack) [killed 3](KILLED 3).")
    cited = (
        Citation("incident_type", 1, 2, 6, "bomb"),
        Citation("killed", 1, 0, 15, "A bomb killed 4"),
    )
    told = Incident("d", "attack", killed=Range(3, 3), citations=cited)
    kept, drops = supported(told, Reading(report, made))
    assert kept.killed is None
    assert dropped(drops) == [("killed", "Range(min=3, max=3)")]
    assert [c.field for c in kept.citations] == ["incident_type"]


# what follows is read by the extractors themselves

PUBLISHED = date(2015, 4, 17)  # a Friday
ETA = "Euskadi Ta Askatasuna"


def check(quote: str, field: str, derived: str | None = None, **values):
    """The incident that stands, with one citation of ``field``.

    ``derived`` is a kind of derivation, or the words elsewhere that it rests on.
    """
    text = f"{quote}\n{derived}"
    basis = Derivation(derived) if derived else None
    if derived and derived not in DERIVATIONS:
        basis = Derivation("passage", len(quote) + 1, len(text))
    report = Report("d", "d.txt", "0", "text/plain", text, published=PUBLISHED)
    cited = (
        Citation("incident_type", 1, 0, len(quote), quote),
        Citation(field, 1, 0, len(quote), quote, derived_from=basis),
    )
    told = replace(Incident("d", "attack"), citations=cited, **values)
    return supported(told, Reading(report, mentions(report)))


def stands(quote: str, field: str, value, derived: str | None = None) -> bool:
    kept, _ = check(quote, field, derived, **{field: value})
    return getattr(kept, field) == value


@pytest.mark.model
@pytest.mark.parametrize(
    ("quote", "field", "value", "other"),
    [
        ("The blast killed 3 and injured 12.", "killed", Range(3, 3), Range(12, 12)),
        ("The blast killed 3 and injured 12.", "injured", Range(12, 12), Range(3, 3)),
        ("More than 80 people were killed.", "killed", Range(81, None), Range(80, 80)),
        ("It killed six guards and a driver.", "killed", Range(7, 7), Range(1, 1)),
        ("No one was hurt when it went off.", "injured", Range(0, 0), Range(1, 1)),
        ("Two bombs killed six.", "killed", Range(6, 6), Range(2, 2)),
        ("It exploded on 3 March 2014.", "date", "2014-03-03", "2014-04-03"),
        ("From 3 to 5 March 2014.", "date", "2014-03-03/2014-03-05", "2014-03-04"),
        ("The bomb did not explode.", "outcome", "failed", "completed"),
        ("The massacre never happened.", "assertion", "denied", "asserted"),
        (
            "Islamic State Khorasan Province attacked the hall.",
            "groups",
            (GroupLink("Islamic State Khorasan Province", "attributed"),),
            (GroupLink("Islamic State", "attributed"),),
        ),
        (
            "ETA claimed responsibility for the bomb.",
            "groups",
            (GroupLink(ETA, "claimed"),),
            (GroupLink(ETA, "attributed"),),
        ),
        (
            "The two men were not linked to ETA.",
            "groups",
            (GroupLink(ETA, "denied"),),
            (GroupLink(ETA, "linked"),),
        ),
    ],
)
def test_a_quote_bears_out_what_it_tells_and_no_other(quote, field, value, other):
    assert stands(quote, field, value)
    assert not stands(quote, field, other)


@pytest.mark.model
@pytest.mark.parametrize(
    ("quote", "value", "other"),
    [
        ("He fired on Tuesday.", "2015-04-14", "2015-04-21"),
        ("He fired yesterday.", "2015-04-16", "2015-04-17"),
        ("He fired on December 3.", "2014-12-03", "2015-12-03"),
    ],
)
def test_a_day_is_counted_from_the_day_of_publication(quote, value, other):
    assert stands(quote, "date", value, "published")
    assert not stands(quote, "date", other, "published")


@pytest.mark.model
@pytest.mark.parametrize(
    ("field", "value", "other"),
    [
        ("outcome", "completed", "failed"),
        ("countries", ("DE",), ("AT",)),
        ("places", ("Munich",), ("Muni",)),
        ("targets", (Target("a shop", "business"),), (Target("a shop", "police"),)),
        (
            "weapons",
            (Weapon("rifle", "firearms"),),
            (Weapon("rifle", "explosives"),),
        ),
        ("attack_types", ("armed_assault",), ("hijacking",)),
        ("legal", ("arrested",), ("convicted",)),
        ("suspects", Suspects(ages=(19,)), Suspects(ages=(20,))),
        ("suspects", Suspects(nationalities=("TJ",)), Suspects(nationalities=("DE",))),
        ("suspects", Suspects(names=("Ali Rahmon",)), Suspects(names=("Ali Rah",))),
    ],
)
def test_names_and_terms(field, value, other):
    quote = (
        "Ali Rahmon, 19, a Tajik man, fired a rifle at a shop in Munich"
        " and was arrested."
    )
    assert stands(quote, field, value)
    _, drops = check(quote, field, **{field: other})
    assert field in {d.field for d in drops}


@pytest.mark.model
def test_a_cell_is_read_with_its_header():
    text = (
        "Date\tPlace\tKilled\tInjured\nMay 2014\tRiga\t12\t30\nMay 2015\tOslo\t2\t3\n"
    )
    header, cell = text.index("Killed"), text.index("12")
    report = Report("d", "d.txt", "0", "text/plain", text)
    column = Derivation("column", header, header + 6)
    cited = report.cite("killed", cell, cell + 2, column)
    told = Incident("d", "attack", killed=Range(12, 12), citations=(cited,))
    assert supported(told, Reading(report, mentions(report)))[0].killed == Range(12, 12)
    other = replace(told, killed=None, injured=Range(12, 12))
    other = replace(other, citations=(replace(cited, field="injured"),))
    assert supported(other, Reading(report, mentions(report)))[0].injured is None


@pytest.mark.model
@pytest.mark.parametrize("piece", ["a ", "one hundred ", "1,", "not ", "(A 2014", "-"])
def test_hostile_quotes_take_no_time(piece):
    quote = piece * (4000 // len(piece))
    start = time.process_time()
    check(quote, "killed", killed=Range(3, 3))
    check(quote, "date", date="2014-03-03")
    check(quote, "groups", groups=(GroupLink(ETA, "claimed"),))
    assert time.process_time() - start < 10


@pytest.mark.parametrize("piece", ["a ", "A B, ", "Ida Holm ", "and, ", "”)", "\n"])
def test_hostile_quotes_full_of_mentions_take_no_time(piece):
    text = piece * (8000 // len(piece))
    report = Report("d", "d.txt", "0", "text/plain", text)
    _, (cue,), _ = read("[x](CUE negation)")
    cues = [
        replace(cue, start=n, end=n + 1, attributes=(("reach", f"{n}:{n + 400}"),))
        for n in range(0, len(text), 40)
    ]
    whole = (0, len(text))
    people = (Person("Ida Holm", legal=("charged",)), Person("A B"))
    told = Suspects(names=("Ida Holm", "A B"), people=people)
    cited = tuple(
        report.cite(path, *whole) for path in ("incident_type", "suspects", "places")
    )
    incident = Incident("d", "attack", places=("A B",), suspects=told, citations=cited)
    start = time.process_time()
    supported(incident, Reading(report, cues))
    assert time.process_time() - start < 5


def test_a_group_keeps_the_link_that_its_quotes_bear_out():
    marked = "[ETA](GROUP eta; name=ETA) was [hit](EVENT attack; kind=attack)."
    one = case("groups[0]", marked, event=marked, groups=(GroupLink("ETA", "claimed"),))
    report, told, _ = read(marked, marked)
    kept, drops = supported(one.incident, Reading(report, told))
    assert kept.groups == (GroupLink("ETA", "linked"),)
    assert [d.field for d in drops] == ["groups"]
    assert "groups[0]" in {c.field for c in kept.citations}
