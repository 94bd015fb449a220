from incidents.pipeline.assemble.fill import READERS, fill
from incidents.pipeline.records import (
    Derivation,
    GroupLink,
    Range,
    Suspects,
    Target,
    Weapon,
)
from tests.pipeline.assemble.fill.made import passage, shown, told


def test_the_day_of_a_plot_hangs_on_its_outcome():
    incident = fill(
        told(
            passage(
                "They [planned](EVENT plan; kind=plot) it, [held](LEGAL arrested)"
                " on [1 May](DATE 2014-05-01)",
                "plot",
            )
        )
    )
    assert (incident.outcome, incident.date_basis) == ("foiled", "foiled")


def test_no_field_is_read_twice():
    names = [read.__name__ for read in READERS]
    assert len(names) == len({*names})


def test_nothing_told_is_nothing_filled():
    incident = fill(told("[Raid](EVENT raid; kind=attack)"))
    assert (incident.incident_type, incident.outcome) == ("attack", "completed")
    assert incident.assertion == "asserted"
    assert incident.suspects == Suspects()
    assert (incident.date, incident.killed) == (None, None)
    where = incident.countries + incident.places + incident.targets
    assert where + incident.attack_types + incident.weapons == ()
    assert incident.groups + incident.legal == ()
    assert [(c.field, c.derived_from) for c in incident.citations] == [
        ("incident_type", None),
        ("outcome", Derivation("event")),
        ("assertion", Derivation("event")),
    ]


def test_every_value_has_its_citation():
    telling = told(
        "They [bombed](EVENT bombed; attack_type=bombing; kind=attack) [an inn](TARGET"
        " business; object=1) in [Ayt](PLACE 7; kind=city; country=YE) on [1 May](DATE"
        " 2014-05-01) with [a mine](WEAPON mine; category=explosives), say [Reds](GROUP"
        " r; name=Reds; reached=claim@0:1): [2](KILLED 2) dead. [Abel](PERSON Abel;"
        " role=suspect) was [held](LEGAL arrested)."
    )
    incident = fill(telling)
    assert incident.targets == (Target("an inn", "business"),)
    assert incident.weapons == (Weapon("a mine", "explosives"),)
    assert incident.groups == (GroupLink("Reds", "claimed"),)
    assert incident.killed == Range(2, 2)
    assert shown(telling, list(incident.citations)) == [
        ("incident_type", "bombed"),
        ("outcome", "bombed"),
        ("date", "1 May"),
        ("date_basis", "1 May"),
        ("places[0]", "Ayt"),
        ("countries[0]", "Ayt"),
        ("attack_types[0]", "bombed"),
        ("targets[0]", "an inn"),
        ("groups[0]", "Reds"),
        ("suspects.count", "Abel"),
        ("suspects.names[0]", "Abel"),
        ("suspects.people[0].name", "Abel"),
        ("weapons[0]", "a mine"),
        ("killed", "2"),
        ("legal[0]", "held"),
        ("assertion", "bombed"),
    ]


def test_no_citation_twice():
    row = "[Two](KILLED 2)"
    incident = fill(told(passage(row, origin="row"), passage(row, origin="row")))
    assert len(incident.citations) == len({*incident.citations})
