"""A group is borne out by a mention of it and a cue of its link, and by no other."""

import pytest

from incidents.pipeline.assemble.support import groups
from incidents.pipeline.records import LINKS, GroupLink
from tests.pipeline.assemble.support.made import case
from tests.pipeline.assemble.support.marks import BACK, HIT

ETA = "[ETA](GROUP eta; name=ETA)"
TELLS = {
    "claimed": {"claim"},
    "directed": {"directed"},
    "inspired": {"inspired"},
    "denied": {"denied", "negation", "refuted"},
    "alleged": set(
        "attributed court hedge linked speech suspected".split()
    ),
}  # fmt: skip
FIELDS = sorted(set().union(*TELLS.values()) | {"planned", "operation", "motive"})


def bears(link, *quotes, name="ETA", **more):
    return groups.bears(GroupLink(name, link), case("groups", *quotes, **more))


@pytest.mark.parametrize(
    ("name", "printed", "expected"),
    [
        ("Abu Sayyaf", "Abu Sayyaf", True),
        ("Abu Sayyaf Group", "Abu Sayyaf", True),
        ("Lions' Den", "Lions’ Den", True),
        ("Jama'at Nusrat", "Jamaat Nusrat", True),
        ("Sayyaf", "Abu Sayyaf", False),
        ("Abu Nidal", "Abu Sayyaf", False),
    ],
)
def test_a_group_is_named_as_the_report_prints_it_too(name, printed, expected):
    own = "Abu Sayyaf Group" if "Sayyaf" in printed else "Another"
    marked = f"[{printed}](GROUP g; name={own}) did it."
    assert bears("attributed", marked, name=name) is expected


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Maybe](CUE {}) nobody came.", id="no name"),
        pytest.param("[Maybe](CUE {}) [PKK](GROUP pkk; name=PKK).", id="another group"),
        pytest.param("[Maybe](CUE {}) beta.", id="part of a word"),
        pytest.param(
            "[Maybe](CUE {}) [New ETA](GROUP new; name=New ETA).", id="longer name"
        ),
        pytest.param("[Maybe](CUE {}) [ETA](PLACE 1).", id="a place"),
    ],
)
def test_no_group(link, marked):
    told = [marked.format(c) for c in sorted(TELLS.get(link, {"linked"}))]
    assert not bears(link, *told)


@pytest.mark.parametrize("link", sorted(TELLS))
@pytest.mark.parametrize("category", FIELDS)
def test_a_link_by_its_cues_alone(link, category):
    marked = f"{ETA} did it, [hum](CUE {category}; reach=hum)."
    stands = category in TELLS[link]
    assert bears(link, marked) is stands
    event = f"It was {HIT}, [hum](CUE {category}; reach=hum)."
    assert bears(link, f"{ETA} did it.", event=event) is stands
    assert not bears(link, f"{ETA} did it.", beside=event)


@pytest.mark.parametrize("link", sorted(TELLS))
def test_a_link_without_a_cue_is_none(link):
    assert not bears(link, f"{ETA} did it.")


@pytest.mark.parametrize("link", ["alleged", "attributed", "claimed", "linked"])
@pytest.mark.parametrize("category", ["denied", "negation", "refuted"])
def test_who_had_no_part_has_no_link(link, category):
    marked = f"[Not](CUE {category}; reach=Not ETA) {ETA}; [it](CUE claim; reach=it)."
    assert not bears(link, marked)


@pytest.mark.parametrize("link", ["attributed", "linked"])
@pytest.mark.parametrize(
    ("words", "mark", "expected"),
    [
        ("men of ETA", "TARGET militia; object=1", False),
        ("ETA office", "TARGET militia; victim=1", False),
        ("men of ETA", "TARGET militia", True),
        ("men of ET", "TARGET militia; object=1", True),
        ("TA office", "TARGET militia; object=1", True),
        ("men of ETA", "SUSPECTS; object=1", True),
    ],
)
def test_a_group_whose_people_were_hit_had_no_part(link, words, mark, expected):
    marked = f"The men of {ETA} office."
    assert bears(link, marked, also={words: mark}) is expected


@pytest.mark.parametrize("category", ["denied", "negation", "refuted"])
def test_a_denial_stands_though_it_has_no_part(category):
    assert bears("denied", f"[Not](CUE {category}) {ETA} did it.")


def test_a_cue_that_is_negated_tells_no_link():
    claim = "[claim](CUE claim; reach=claim)"
    marked = f"{ETA} did [not](CUE negation; reach=not claim) {claim}."
    assert not bears("claimed", marked)
    assert bears("linked", marked)


def test_a_linked_group_needs_no_more_than_its_name():
    assert bears("linked", f"{ETA} men.")
    assert bears("linked", "ETA men.")


def test_an_attributed_group_is_more_than_a_claim():
    assert bears("attributed", f"{ETA} did it.")
    assert bears("attributed", "ETA did it.")
    claimed = f"{ETA} [claimed](CUE claim) it."
    assert not bears("attributed", claimed)
    assert bears("attributed", claimed, f"{ETA} did it.")


@pytest.mark.parametrize("category", ["hedge", "suspected"])
def test_a_group_that_is_suspected_is_not_said_to_have_done_it(category):
    quote = f"[Maybe](CUE {category}) {ETA} did it."
    assert not bears("attributed", quote)
    assert bears("alleged", quote)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (f"[Not us](CUE denied), said {ETA}.", True),
        (f"[Claimed](CUE claim) by {ETA}, that [denied](CUE denied) deaths.", False),
        (f"{ETA} {HIT} it and [denied](CUE denied) deaths.", False),
        (f"It [denied](CUE denied) that {ETA} men were ever told: {HIT}.", True),
        (f"[Blamed](CUE attributed), {ETA} {HIT}? [No](CUE denied).", True),
    ],
)
def test_who_did_it_or_claims_it_does_not_deny_it(marked, expected):
    assert bears("denied", marked) is expected


def test_a_group_of_a_heading_is_alleged():
    assert bears("alleged", f"{ETA}", derived="heading")
    assert not bears("alleged", f"{ETA}", derived="column")
    assert not bears("claimed", f"{ETA}", derived="heading")


@pytest.mark.parametrize("link", ["alleged", "attributed", "claimed", "linked"])
def test_a_group_of_a_story_taken_back_is_none(link):
    told = "[claim](CUE claim; reach=claim), [say](CUE hedge; reach=say)"
    marked = f"{ETA} did it, {told}. {BACK}"
    assert bears(link, marked.replace("refuted", "motive"))
    assert not bears(link, marked, cited="ETA did it, claim, say.")


def test_a_story_taken_back_denies_its_group():
    marked = f"{ETA} did it. {BACK}"
    assert bears("denied", marked)


def test_the_group_at_the_focus():
    marked = f"[Not](CUE negation; reach=Not ETA) {ETA}, but the band. {ETA} came."
    assert not bears("linked", marked, focus="ETA")
    assert bears("linked", marked, focus="ETA came")


def test_a_group_that_is_read_elsewhere_than_at_the_focus():
    # a name that is given again as *the group*
    assert bears("linked", f"{ETA} men; the group shot.", focus="the group")


def test_a_name_not_read_stands_at_the_focus_alone():
    assert bears("linked", "ETA men, and others.", focus="ETA")
    assert not bears("linked", "ETA men, and others.", focus="others")


@pytest.mark.parametrize("focus", [" men", "Not "])
def test_a_group_right_beside_the_focus_is_not_at_it(focus):
    # of two that are read, the one at the focus is judged; of none there, both
    marked = (
        f"[Not](CUE negation; reach=Not ETA men) {ETA} men;"
        f" [ETA](GROUP eta; name=ETA) came."
    )
    assert bears("linked", marked, focus=focus)
    assert not bears("linked", marked, focus="ETA")


@pytest.mark.parametrize(
    ("link", "marked", "left"),
    [
        ("claimed", f"{ETA} [perhaps](CUE hedge) {HIT} it.", "alleged"),
        ("claimed", f"{ETA} {HIT} it.", "linked"),
        ("linked", f"{ETA} [did not](CUE denied) {HIT} it.", None),
        ("claimed", f"{HIT}. [PKK](GROUP pkk; name=PKK)", None),
    ],
)
def test_what_is_left_of_a_link_that_says_too_much(link, marked, left):
    found = groups.weaker(GroupLink("ETA", link), case("groups", marked))
    assert found == (GroupLink("ETA", left) if left else None)


FRONT = "Red Farmers Front"


def test_letters_read_as_a_group_that_the_report_does_not_name_are_anothers():
    marked = "[RFF](GROUP x; name=Royal Fire Front) did it."
    told = f"It is the {FRONT}."
    assert bears("linked", marked, name=FRONT, beside=told)
    assert not bears("linked", marked, name=FRONT)
    both = f"{told} It is no Royal Fire Front."
    assert not bears("linked", marked, name=FRONT, beside=both)


def test_a_place_called_like_a_group_is_none():
    assert not bears("linked", "[ETA](PLACE 1) fell.")


def test_who_speaks_of_the_deed_as_anothers_has_no_part():
    assert not bears("attributed", f"{ETA} [condemned](CUE aloof) it: {HIT}.")
    aside = f"{ETA} {HIT} it; [condemned](CUE aloof; reach=condemned)."
    assert bears("attributed", aside)
