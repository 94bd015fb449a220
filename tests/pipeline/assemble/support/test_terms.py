"""Closed terms: borne out by a mention or a cue of exactly that term."""

import pytest

from pipeline.assemble.support import terms
from tests.pipeline.assemble.support.made import ATTACK, case

HIT = "[hit](EVENT attack; kind=attack)"
BOMB = "[bomb](WEAPON bomb; attack_type=bombing; category=explosives)"
RIGA = "[Riga](PLACE 1)"
PLAN = "a [plan](EVENT plan; kind=plot)"
HELD = "[Two men](SUSPECTS 2; kind=arrested)"
TRIED = "[charged](LEGAL charged)"
NOT_TRUE = ["refuted", "exercise", "fiction"]
TO_COME = ["fear", "hypothetical", "planned", "threat"]


def cue(category, marked):
    """``marked`` with a cue that reaches all of it."""
    return f"[Maybe](CUE {category}) {marked}."


def aside(category, marked):
    """``marked`` with a cue that reaches none of it."""
    return f"{marked}, [hum](CUE {category}; reach=hum)."


def is_type(term, *quotes, **values):
    return terms.incident_type(
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
    back = "[False story](CUE refuted; reach=False story)."
    assert is_type(term, marked)
    assert not is_type(term, f"{marked} {back}")


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f"It was {HIT}.", id="an attack"),
        pytest.param(f"A {BOMB} at a [shop](TARGET business).", id="weapon and target"),
        pytest.param(f"He was {TRIED}.", id="a legal step alone"),
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


def ended(term, kind, *quotes, **more):
    return terms.outcome(term, case("outcome", *quotes, incident_type=kind, **more))


@pytest.mark.parametrize("kind", ["attack", "arrest"])
def test_only_of_a_plot_the_outcome_is_unknown(kind):
    assert not ended("unknown", kind, ATTACK)
    assert ended("unknown", "plot", ATTACK)


@pytest.mark.parametrize("kind", ["plot", "arrest"])
def test_only_an_attack_is_completed(kind):
    assert not ended("completed", kind, ATTACK)


@pytest.mark.parametrize(
    "marked",
    [
        *(
            pytest.param(cue(c, HIT), id=c)
            for c in ["abandoned", "failed", "foiled", "negation", *NOT_TRUE]
        ),
        pytest.param(cue("failed", f"a {BOMB}"), id="weapon"),
        pytest.param(cue("failed", "[none hurt](INJURED 0)"), id="nobody was hurt"),
        pytest.param(cue("failed", "[people hurt](INJURED)"), id="no number"),
    ],
)
def test_what_did_not_work_is_not_completed(marked):
    assert not ended("completed", "attack", marked)
    assert not ended("completed", "attack", "A day.", event=marked)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(ATTACK, id="an act"),
        pytest.param(cue("failed", f"{HIT}, [two died](KILLED 2)"), id="harm: killed"),
        pytest.param(cue("failed", f"{HIT}, [two](INJURED 2)"), id="harm: hurt"),
        pytest.param(cue("failed", f"{HIT}, [two](CASUALTIES 2)"), id="harm"),
        pytest.param(aside("failed", HIT), id="something else failed"),
        pytest.param(f"[No](CUE negation; reach=No one) one; {HIT} {HIT}", id="one"),
        pytest.param(
            f"[No](CUE negation; reach=No hit) {HIT}; {BOMB}", id="one of two real"
        ),
    ],
)
def test_an_attack_is_completed_unless_told_otherwise(marked):
    assert ended("completed", "attack", marked)


@pytest.mark.parametrize("term", ["failed", "foiled", "abandoned"])
def test_other_ends_need_their_words(term):
    assert not ended(term, "plot", ATTACK, PLAN)
    assert not ended(term, "plot", aside("speech", HIT))
    assert not ended(term, "plot", "He was [charged](LEGAL charged; negated=1).")


@pytest.mark.parametrize(
    ("term", "category"),
    [
        ("failed", "attempt"),
        ("failed", "failed"),
        ("failed", "foiled"),
        ("failed", "negation"),
        ("foiled", "foiled"),
        ("abandoned", "abandoned"),
    ],
)
def test_a_cue_tells_the_end(term, category):
    marked = cue(category, HIT)
    assert ended(term, "plot", marked)
    assert not ended(term, "plot", "A day.", event=marked)
    assert not ended(term, "arrest", marked)


@pytest.mark.parametrize(
    ("term", "category"),
    [
        ("failed", "abandoned"),
        ("foiled", "failed"),
        ("foiled", "abandoned"),
        ("foiled", "attempt"),
        ("foiled", "negation"),
        ("abandoned", "failed"),
        ("abandoned", "foiled"),
        ("abandoned", "planned"),
    ],
)
def test_a_cue_of_another_end_does_not(term, category):
    assert not ended(term, "plot", cue(category, HIT))


@pytest.mark.parametrize("category", ["foiled", "abandoned"])
def test_a_negated_end_is_none(category):
    marked = (
        f"It was [not](CUE negation; reach=not so) so"
        f" [ended](CUE {category}; reach=ended)."
    )
    assert ended(category, "plot", marked)
    marked = (
        f"It was [not](CUE negation; reach=not ended)"
        f" [ended](CUE {category}; reach=ended)."
    )
    assert not ended(category, "plot", marked)


def test_harm_to_nobody_is_a_failure():
    assert ended("failed", "attack", "[None died](KILLED 0).")
    assert ended("failed", "attack", "[None hurt](INJURED 0).")
    assert ended("failed", "attack", "[None](CASUALTIES 0).")
    assert not ended("failed", "attack", "[Two died](KILLED 2).")


@pytest.mark.parametrize(
    "marked", [TRIED, HELD, "[foiled](EVENT foil; kind=foil)", cue("foiled", HIT)]
)
def test_who_is_held_is_stopped(marked):
    assert ended("foiled", "plot", marked)
    assert not ended("foiled", "attack", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[foiled](EVENT foil; kind=foil; modality=negated)",
        cue("negation", HELD),
        cue("negation", TRIED),
        "[Two](SUSPECTS 2; kind=attacker) came",
    ],
)
def test_what_was_not_stopped_is_not_foiled(marked):
    assert not ended("foiled", "plot", marked)


def test_an_end_that_is_taken_back_is_none():
    marked = f"{cue('foiled', HIT)} [False story](CUE refuted; reach=False story)."
    assert ended("foiled", "plot", marked.replace("refuted", "speech"))
    assert not ended("foiled", "plot", marked)


def stance(term, *quotes, field="assertion", **more):
    more = {"assertion": term} | more
    return terms.assertion(term, case(field, *quotes, **more))


@pytest.mark.parametrize("term", ["denied", "alleged"])
def test_a_stance_needs_its_words(term):
    assert not stance(term, ATTACK)
    assert not stance(term, aside("planned", HIT))
    assert not stance(term, "A day.", beside=cue("denied", HIT))


@pytest.mark.parametrize("category", ["denied", "negation", "refuted"])
def test_a_denial(category):
    assert stance("denied", cue(category, HIT))


def test_a_denial_by_the_act_itself():
    assert stance("denied", "It [hit](EVENT hit; modality=negated).")
    assert not stance("denied", "It [hit](EVENT hit; modality=threat).")


def test_a_denial_that_follows():
    marked = f"It was {HIT}. [False story](CUE refuted; reach=False story)."
    assert stance("denied", marked, cited="It was hit.")
    assert not stance("denied", marked.replace("refuted", "speech"), cited="It was")


@pytest.mark.parametrize("field", ["assertion", "incident_type", "outcome", "groups"])
@pytest.mark.parametrize(
    ("term", "category"),
    [
        ("denied", "denied"),
        *(
            ("alleged", c)
            for c in "claim court denied hedge speech suspected attributed".split()
        ),
    ],
)
def test_a_stance_stands_where_the_event_is_told(field, term, category):
    assert stance(term, aside(category, HIT), field=field)


def test_a_stance_of_another_value_is_none():
    assert not stance("denied", cue("denied", HIT), field="weapons")


def test_a_legal_step_is_an_allegation():
    assert stance("alleged", f"He was {TRIED}.")


def test_a_hedge_denied_is_none():
    assert not stance(
        "alleged",
        "It is [not](CUE negation; reach=not reported) [reported](CUE hedge).",
    )


@pytest.mark.parametrize(
    "quotes",
    [
        pytest.param([cue(c, HIT)], id=c)
        for c in NOT_TRUE
    ] + [
        pytest.param([cue("refuted", HIT), cue("refuted", f"a {BOMB}")], id="both"),
        pytest.param([cue("refuted", "[two died](KILLED 2)")], id="harm"),
        pytest.param([cue("refuted", "a tale")], id="of no act"),
    ],
)  # fmt: skip
def test_what_is_told_as_untrue_is_not_asserted(quotes):
    assert not stance("asserted", *quotes)
    assert not stance("asserted", event=quotes[0]) or len(quotes) > 1


@pytest.mark.parametrize(
    "quotes",
    [
        pytest.param(["A day."], id="no word"),
        pytest.param([ATTACK], id="an act"),
        pytest.param([cue("negation", HIT)], id="negated"),
        pytest.param([cue("refuted", HIT), ATTACK], id="one of two"),
        pytest.param([cue("refuted", "a tale"), "A day."], id="one of two of no act"),
        pytest.param([], id="nothing cited"),
    ],
)
def test_what_is_told_is_asserted(quotes):
    assert stance("asserted", *quotes)


def is_manner(term, *quotes, **more):
    return terms.attack_type(term, case("attack_types", *quotes, **more))


EXPLODED = "[blew up](EVENT exploded; kind=attack; attack_type=bombing)"
TABLE = [
    ("explosives", "bombing"),
    ("missile", "bombing"),
    ("firearms", "armed_assault"),
    ("firearms", "assassination"),
    ("melee", "armed_assault"),
    ("melee", "assassination"),
    ("melee", "unarmed_assault"),
    ("vehicle", "armed_assault"),
    ("incendiary", "facility_attack"),
    ("incendiary", "bombing"),
    ("sabotage", "facility_attack"),
    ("chemical", "unarmed_assault"),
    ("biological", "unarmed_assault"),
    ("radiological", "bombing"),
    ("radiological", "unarmed_assault"),
]
MANNERS = {
    "assassination", "armed_assault", "bombing", "facility_attack", "unarmed_assault",
    "hijacking", "kidnapping", "barricade",
}  # fmt: skip


@pytest.mark.parametrize("category", sorted({c for c, _ in TABLE}))
def test_a_weapon_tells_the_manner(category):
    marked = f"A [thing](WEAPON x; category={category})."
    told = {term for term in MANNERS if is_manner(term, marked)}
    assert told == {term for c, term in TABLE if c == category}


def test_no_manner_but_unknown_without_words():
    assert {t for t in MANNERS if is_manner(t, "A day.")} == set()
    assert is_manner("unknown", "A day.")


def test_a_manner_is_told_by_its_own_words():
    assert {t for t in MANNERS if is_manner(t, EXPLODED)} == {"bombing"}
    for label in ("WEAPON", "KILLED", "INJURED", "CASUALTIES", "HOSTAGES"):
        assert is_manner("bombing", f"[x](FREE) [y]({label} 1; attack_type=bombing)")
    assert not is_manner("bombing", "[y](TARGET 1; attack_type=bombing)")


@pytest.mark.parametrize("category", ["negation", *NOT_TRUE, *TO_COME])
def test_a_manner_of_what_was_not_is_none(category):
    assert not is_manner("bombing", cue(category, EXPLODED))


def test_a_manner_denied_stands_in_a_denial():
    assert is_manner("bombing", cue("negation", EXPLODED), assertion="denied")


def test_a_manner_taken_back_is_none():
    marked = f"He {EXPLODED}. [False story](CUE refuted; reach=False story)."
    assert not is_manner("bombing", marked)


@pytest.mark.parametrize("term", ["barricade", "hijacking", "kidnapping"])
def test_who_is_seized(term):
    assert is_manner(term, "[two were held](HOSTAGES 2)")
    for other in ("barricade", "hijacking", "kidnapping"):
        assert is_manner(term, f"[it](EVENT x; attack_type={other})")
    assert not is_manner(term, EXPLODED)
    assert not is_manner("bombing", f"[it](EVENT x; attack_type={term})")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (f"{HIT} [Ida](PERSON Ida; role=suspect)", False),
        (f"{HIT} near the [mayor](TARGET government)", False),
        (f"{HIT} a [shop](TARGET business; object=1)", False),
        (f"{HIT} [Ida](PERSON Ida; role=victim)", True),
        (f"{HIT} the [mayor](TARGET government; object=1)", True),
        (f"{HIT} the [mayor](TARGET government; victim=1)", True),
        ("[Ida](PERSON Ida; role=victim) [died](KILLED 1)", True),
        (f"{HIT} a [man](TARGET private_citizens; generic=1)", False),
        (HIT, False),
        ("[Ida](PERSON Ida) was [hurt](INJURED 1)", False),
        ("[Ida](PERSON Ida) had a [plan](EVENT plan; kind=plot)", False),
    ],
)
def test_one_who_was_chosen_is_assassinated(marked, expected):
    assert is_manner("assassination", marked) is expected
    assert not is_manner("bombing", marked)


def steps(term, *quotes, **more):
    return terms.legal(term, case("legal", *quotes, **more))


@pytest.mark.parametrize(
    ("step", "marked"),
    [
        pytest.param("charged", "He came.", id="nothing"),
        pytest.param("convicted", f"He was {TRIED}.", id="another's"),
        pytest.param("charged", "He was [charged](EVENT charged).", id="no legal word"),
        pytest.param("charged", "[charged](LEGAL charged; negated=1)", id="negated"),
        pytest.param("charged", "[x](LEGAL charged; hypothetical=1)", id="awaited"),
        *(
            pytest.param("charged", cue(c, TRIED), id=c)
            for c in ["negation", *NOT_TRUE, *TO_COME]
        ),
        pytest.param("killed", "[Two died](KILLED 2)", id="victims"),
        pytest.param("killed", f"[Two died](KILLED 2) in {RIGA}", id="a place"),
        *(
            pytest.param("killed", f"[Ida](PERSON Ida; role={r}) [x](KILLED 1)", id=r)
            for r in ("official", "victim")
        ),
        pytest.param(
            "killed", "[x](KILLED 1), [the ROG](GROUP rog)", id="a group beside"
        ),
        pytest.param(
            "charged", "[It died](KILLED 1; role=attacker)", id="killed, not charged"
        ),
        pytest.param(
            "killed", cue("refuted", "[x](KILLED 1; role=attacker)"), id="untrue"
        ),
    ],
)
def test_no_step(step, marked):
    assert not steps(step, marked)


@pytest.mark.parametrize(
    ("step", "marked"),
    [
        ("charged", TRIED),
        ("killed", "[shot](LEGAL killed)"),
        ("killed", "[one](KILLED 1; role=attacker)"),
        ("killed", "[one](KILLED 1; role=both)"),
        ("killed", "[Ida](PERSON Ida; role=unknown) [died](KILLED 1)"),
        ("killed", "[Ida](PERSON Ida; role=suspect) [died](KILLED 1)"),
        ("killed", "[Two men](SUSPECTS 2) [died](KILLED 2)"),
    ],
)
def test_a_step(step, marked):
    assert steps(step, marked)


def test_a_step_at_the_focus():
    marked = f"He was [held](LEGAL arrested), then {TRIED}."
    assert steps("charged", marked, focus="charged")
    assert not steps("charged", marked, focus="held")


def test_a_step_taken_back_is_none():
    marked = f"He was {TRIED}. [False story](CUE refuted; reach=False story)."
    assert not steps("charged", marked)


def is_weapon(text, category, *quotes, **more):
    return terms.weapon(text, category, case("weapons", *quotes, **more))


@pytest.mark.parametrize(
    ("text", "category", "marked"),
    [
        pytest.param("gun", "explosives", f"A {BOMB} and a gun.", id="other words"),
        pytest.param("bomb", "firearms", f"A {BOMB}.", id="of another category"),
        pytest.param("bom", "explosives", f"A {BOMB}.", id="part of a word"),
        pytest.param("", "explosives", f"A {BOMB}.", id="no words"),
        pytest.param("bomb", "other", f"A {BOMB}.", id="known, so not other"),
        pytest.param("bomb", "unknown", f"A {BOMB}.", id="known, so not unknown"),
        pytest.param("blew up", "firearms", EXPLODED, id="a manner of others"),
        pytest.param(
            "gun",
            "explosives",
            "A [gun](LEGAL x; attack_type=bombing).",
            id="no manner",
        ),
        pytest.param("bomb", "explosives", cue("refuted", BOMB), id="untrue"),
        pytest.param("rock", "explosives", "A rock.", id="read as nothing"),
    ],
)
def test_no_weapon(text, category, marked):
    assert not is_weapon(text, category, marked)


@pytest.mark.parametrize(
    ("text", "category", "marked"),
    [
        ("bomb", "explosives", f"A {BOMB}."),
        ("a bomb", "explosives", f"There was a {BOMB}."),
        ("blew up", "explosives", EXPLODED),
        ("blew up", "missile", EXPLODED),
        ("rock", "other", "A rock."),
        ("rock", "unknown", "A rock."),
        ("rock", "other", "A [rock](WEAPON rock; category=unknown)."),
        ("rock", "unknown", "A [rock](WEAPON rock; category=other)."),
    ],
)
def test_a_weapon(text, category, marked):
    assert is_weapon(text, category, marked)


def test_a_manner_tells_no_weapon_where_one_is_read():
    marked = "[x](FREE) [shelled](EVENT s; attack_type=bombing)"
    assert is_weapon("x shelled", "explosives", marked)
    both = "[guns](WEAPON g; category=firearms) [shelled](EVENT s; attack_type=bombing)"
    assert not is_weapon("guns shelled", "explosives", both)


def is_target(text, category, *quotes, **more):
    return terms.target(text, category, case("targets", *quotes, **more))


SHOP = "[shop](TARGET business)"


@pytest.mark.parametrize(
    ("text", "category", "marked"),
    [
        pytest.param("shop", "police", f"At a {SHOP}.", id="of another category"),
        pytest.param("church", "business", f"At a {SHOP}, a church.", id="a thing"),
        pytest.param("", "business", f"At a {SHOP}.", id="no words"),
        pytest.param("sho", "business", f"At a {SHOP}.", id="part of a word"),
        pytest.param("bomb", "unknown", f"A {BOMB}.", id="a weapon"),
        pytest.param("Bomb", "", "A [Bomb](WEAPON bomb).", id="a weapon in capitals"),
        pytest.param("Hit", "", "A [Hit](EVENT hit).", id="an act"),
        pytest.param("shop bomb", "business", f"A {SHOP} {BOMB}.", id="with a weapon"),
        pytest.param("Ida", "", "[Ida](PERSON Ida; role=suspect) came.", id="suspect"),
        pytest.param("men", "", "[men](SUSPECTS; role=suspect) came.", id="suspects"),
        pytest.param("tree", "", "A tree.", id="a thing, unknown"),
        pytest.param("tree", "other", "A tree.", id="a thing, other"),
        pytest.param("shop", "business", cue("refuted", SHOP), id="untrue"),
        pytest.param("guards", "police", f"A {SHOP} of guards.", id="beside another"),
    ],
)
def test_no_target(text, category, marked):
    assert not is_target(text, category, marked)


@pytest.mark.parametrize(
    ("text", "category", "marked"),
    [
        ("shop", "business", f"At a {SHOP}."),
        ("a shop", "business", f"At a {SHOP}."),
        ("shop", "unknown", f"At a {SHOP}."),
        ("shop", "", f"At a {SHOP}."),
        ("shop", "police", "At a [shop](TARGET unknown) of [guards](TARGET police)."),
        ("guards", "police", "Two guards fell."),
        ("Tuva House", "police", "At Tuva House."),
        ("guards", "business", f"A {SHOP} of guards."),
        ("guards", "other", f"A {SHOP} of guards."),
        ("guards", "unknown", "Two guards fell."),
        ("guards", "police", "[guards](PERSON x; role=victim) fell."),
        ("bomb shop", "business", "A [bomb shop](TARGET business)."),
    ],
)
def test_a_target(text, category, marked):
    assert is_target(text, category, marked)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("bomb shop", True), ("bomb", True), ("old bomb", False), ("bomb shop it", True)],
)
def test_an_act_inside_a_target_is_no_act(text, expected):
    # the words of a target may hold those of a weapon; the weapon's none of a target
    marked = "An old [bomb shop](TARGET business) it was."
    also = {"bomb": "WEAPON bomb"} if "old" not in text else {"old bomb": "WEAPON bomb"}
    assert is_target(text, "business", marked, also=also) is expected


def test_of_two_acts_each_must_be_the_targets_own():
    marked = "A [bomb shop](TARGET business) blast."
    also = {"bomb": "WEAPON bomb", "blast": "EVENT blast"}
    assert not is_target("bomb shop blast", "business", marked, also=also)
