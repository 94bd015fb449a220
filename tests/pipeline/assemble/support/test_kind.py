"""An attack, a plot or an arrest: by what was done, meant or taken."""

import pytest

from incidents.pipeline.assemble.support import kind
from incidents.pipeline.records import GroupLink
from tests.pipeline.assemble.support.made import ATTACK, case
from tests.pipeline.assemble.support.marks import (
    BACK,
    BOMB,
    HELD,
    HIT,
    NOT_TRUE,
    PLAN,
    RIGA,
    TO_COME,
    TRIED,
    aside,
    cue,
)

DAY, SHOP = "[5 May](DATE 2015-05-05)", "[shop](TARGET business)"


def row(*cells):
    """A row, each of whose cells stands under a header."""
    return " | ".join(c.replace(")", "; column=0:3)") for c in cells)


def is_type(term, *quotes, **values):
    return kind.bears(
        term, case("incident_type", *quotes, incident_type=term, **values)
    )


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("The day was fine.", id="nothing"),
        pytest.param(f"They made {PLAN}.", id="a plan"),
        pytest.param(f"{HELD} came.", id="people held"),
        pytest.param(f"He was {TRIED} in {RIGA}.", id="a legal step"),
        pytest.param(f"A {BOMB}.", id="a weapon and no more"),
        pytest.param(f"A [gun](WEAPON gun) in {RIGA}.", id="a thing of no manner"),
        pytest.param(f"{DAY} | {RIGA} | Smith", id="words that are no columns"),
        pytest.param(row(DAY, "[Smith](PERSON Smith)"), id="one column that counts"),
        pytest.param(row(DAY, SHOP, "[foiled](CUE foiled)"), id="a row of what failed"),
        pytest.param(cue("negation", f"a {BOMB} in {RIGA}"), id="weapon negated"),
        pytest.param(aside("foiled", f"a {BOMB} in {RIGA}"), id="weapon foiled"),
        pytest.param(aside("abandoned", f"a {BOMB} in {RIGA}"), id="weapon given up"),
        *(
            pytest.param(f"It [hit](EVENT hit; kind=attack; modality={m}).", id=m)
            for m in ("negated", "threat", "hypothetical")
        ),
        *(
            pytest.param(cue(c, HIT), id=f"act: {c}")
            for c in ["negation", *NOT_TRUE, *TO_COME]
        ),
        *(
            pytest.param(cue(c, "[two died](KILLED 2)"), id=f"harm: {c}")
            for c in ["negation", *NOT_TRUE, *TO_COME]
        ),
    ],
)
def test_no_attack(marked):
    assert not is_type("attack", marked)


@pytest.mark.parametrize(
    "marked",
    [
        HIT,
        "[Two were held](HOSTAGES 2)",
        "[Two died](KILLED 2)",
        "[Two were hurt](INJURED 2)",
        "[Two casualties](CASUALTIES 2)",
        pytest.param(cue("negation", "[none died](KILLED 0)"), id="harm to nobody"),
        pytest.param(f"A {BOMB} in {RIGA}", id="weapon and place"),
        pytest.param(f"A {BOMB} on [Monday](DATE 2015-01-05)", id="weapon and day"),
        pytest.param(f"A {BOMB} at a [shop](TARGET business)", id="weapon and target"),
        pytest.param(row(DAY, SHOP), id="a row of day and target"),
        pytest.param(row(RIGA, SHOP), id="a row of place and target"),
        pytest.param(f"A [hoax](WEAPON bomb; category=fake) in {RIGA}", id="a fake"),
        pytest.param("[Two died](KILLED 2), [hum](CUE foiled; reach=hum)", id="harm"),
        pytest.param(
            "[not](CUE negation; reach=not foiled) [foiled](CUE foiled):"
            f" {BOMB} {RIGA}",
            id="weapon not foiled",
        ),
    ],
)
def test_an_attack(marked):
    assert is_type("attack", marked)


STATE = "[fired](EVENT shot; kind=attack; agent=state)"
KILLED = "[killed](EVENT killed; kind=attack)"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(f"Troops {STATE}.", False, id="a state's"),
        pytest.param(f"Troops {STATE} and {KILLED} ten.", False, id="the same doer"),
        pytest.param(f"Troops {STATE}; a mine {KILLED} ten.", True, id="another act"),
        pytest.param(cue("operation", HIT), False, id="an operation"),
        pytest.param(aside("operation", HIT), True, id="an operation elsewhere"),
        pytest.param(cue("operation", f"a {BOMB} in {RIGA}"), False, id="by a weapon"),
        pytest.param(
            f"The [Army](GROUP a) {STATE}.", True, id="a group called an army"
        ),
        pytest.param(
            f"[Reds](GROUP a) said their troops {STATE}.", True, id="a group's troops"
        ),
        pytest.param(f"Troops {STATE} on [Reds](GROUP a).", False, id="on a group"),
        pytest.param(cue("motive", HIT), False, id="a quarrel"),
        pytest.param(cue("motive", f"a {BOMB} in {RIGA}"), False, id="a mishap"),
        pytest.param(aside("motive", HIT), True, id="a quarrel elsewhere"),
        pytest.param(cue("motive", f"[Reds](GROUP a) {HIT}"), True, id="a group's"),
        pytest.param(row(DAY, SHOP, "[feud](CUE motive)"), True, id="a row"),
    ],
)
def test_what_is_outside_the_codebook_bears_out_no_attack(marked, expected):
    assert is_type("attack", marked) is expected


def test_killed_men_of_a_group_are_no_doers():
    who = {"Reds fell": "KILLED 4; role=attacker"}
    quote = f"[Reds](GROUP a) fell: troops {STATE}."
    assert is_type("attack", quote)
    assert not kind.bears("attack", case("incident_type", quote, also=who))


def test_a_record_with_a_group_has_its_motive():
    quarrel = cue("motive", HIT)
    assert is_type("attack", quarrel, groups=(GroupLink("ETA", "claimed"),))


def test_a_failed_attack_was_one():
    def failed(modality, *categories):
        cues = " ".join(f"[so](CUE {c})" for c in categories)
        marked = f"[went](EVENT hit; kind=attack; modality={modality})"
        return is_type("attack", f"{cues} {marked}.")

    assert failed("negated", "failed")
    assert not failed("negated", "foiled")
    assert not failed("threat", "failed")
    assert not failed("hypothetical", "failed")
    assert not failed("negated", "failed", "fiction")


def test_one_quote_of_an_attack_is_enough():
    assert is_type("attack", "The day was fine.", ATTACK)


def test_a_denied_attack_is_told_by_its_denial():
    for marked in (
        cue("refuted", HIT),
        cue("negation", HIT),
        "It [hit](EVENT hit; kind=attack; modality=negated).",
    ):
        assert not is_type("attack", marked)
        assert is_type("attack", marked, assertion="denied")
    assert not is_type("attack", cue("fiction", HIT), assertion="denied")


@pytest.mark.parametrize(
    ("term", "marked"),
    [
        ("attack", f"It was {HIT}."),
        ("plot", f"It was {PLAN}."),
        ("arrest", f"He was {TRIED}."),
    ],
)
def test_a_story_taken_back_is_of_no_type(term, marked):
    assert is_type(term, marked)
    assert not is_type(term, f"{marked} {BACK}")


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f"It was {HIT}.", id="an attack"),
        pytest.param(f"A {BOMB} at a [shop](TARGET business).", id="weapon and target"),
        pytest.param(f"He was {TRIED}.", id="a legal step alone"),
        pytest.param(f"{HIT}, [two died](KILLED 2); {TRIED}", id="who was harmed"),
        pytest.param(f"{BOMB}, [two hurt](INJURED 2); {TRIED}", id="who was hurt"),
        pytest.param(cue("planned", "a feast"), id="a plan of no act"),
        pytest.param(aside("speech", HIT), id="a cue of something else"),
        *(pytest.param(cue(c, PLAN), id=f"plan: {c}") for c in NOT_TRUE),
        *(
            pytest.param(cue(c, HIT) + aside("planned", ""), id=f"act: {c}")
            for c in NOT_TRUE
        ),
    ],
)
def test_no_plot(marked):
    assert not is_type("plot", marked)


@pytest.mark.parametrize(
    "marked",
    [
        PLAN,
        pytest.param("[foiled](EVENT foil; kind=foil)", id="foil"),
        pytest.param(f"{HIT}; {TRIED}", id="an act and a legal step"),
        pytest.param(f"{BOMB}; {TRIED}", id="a weapon and a legal step"),
        pytest.param(f"{HIT}, [none died](KILLED 0); {TRIED}", id="harm to nobody"),
        pytest.param(f"{HIT}, [people died](KILLED); {TRIED}", id="harm uncounted"),
        pytest.param(
            f"{HIT}, [so](CUE fiction; reach=so two) [two](KILLED 2); {TRIED}",
            id="harm in a tale",
        ),
        pytest.param(
            f"{HIT}, [he died](KILLED 1; role=attacker); {TRIED}", id="its attacker"
        ),
        pytest.param(cue("planned", f"{HIT}, [two died](KILLED 2)"), id="harm meant"),
        pytest.param(
            f"{aside('planned', HIT)} [two died](KILLED 2); {TRIED}", id="another plan"
        ),
        pytest.param(f"[shop](TARGET business); {TRIED}", id="a target and a step"),
        *(
            pytest.param(f"[hit](EVENT hit; kind=attack; modality={m})", id=m)
            for m in ("negated", "threat", "hypothetical")
        ),
        *(
            pytest.param(cue(c, HIT), id=f"an act: {c}")
            for c in ("attempt", "foiled", "hypothetical", "planned", "threat")
        ),
        *(
            pytest.param(aside(c, HIT), id=f"beside an act: {c}")
            for c in ("attempt foiled hypothetical planned threat abandoned".split())
        ),
    ],
)
def test_a_plot(marked):
    assert is_type("plot", marked)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f"It was {HIT}.", id="an attack"),
        pytest.param("[Two](SUSPECTS 2; kind=attacker) came.", id="attackers"),
        pytest.param(cue("planned", "he"), id="another cue"),
        pytest.param("[charged](LEGAL charged; negated=1)", id="negated"),
        pytest.param("[charged](LEGAL charged; hypothetical=1)", id="awaited"),
        *(pytest.param(cue(c, TRIED), id=c) for c in ["negation", *NOT_TRUE, *TO_COME]),
        *(pytest.param(cue(c, HELD), id=f"held: {c}") for c in ["negation", *NOT_TRUE]),
    ],
)
def test_no_arrest(marked):
    assert not is_type("arrest", marked)


@pytest.mark.parametrize("marked", [TRIED, HELD, "[judge](CUE court)"])
def test_an_arrest(marked):
    assert is_type("arrest", marked)
