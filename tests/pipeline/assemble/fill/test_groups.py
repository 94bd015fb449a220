from dataclasses import replace

import pytest

from pipeline.assemble.fill.groups import groups, hedged
from pipeline.records import Derivation, GroupLink
from tests.pipeline.assemble.fill.made import bare, context, passage, shown, told

REDS = "[Reds](GROUP reds; name=Red Army)"
RAIDED = "[raided](EVENT raided; kind=attack)"
RAID = "[raid](EVENT raid; kind=attack)"


def read(*passages):
    telling = told(*passages)
    incident, citations = groups(telling, bare())
    return [(g.name, g.link) for g in incident.groups], shown(telling, citations)


def links(*passages):
    return [link for _, link in read(*passages)[0]]


def reached(*categories):
    """The group, with cues that reach it."""
    cues = "|".join(f"{c}@0:1" for c in categories)
    return f"[Reds](GROUP reds; name=Red Army; reached={cues})"


class TestActs:
    """Whether the grammar makes the group the one who attacks."""

    @pytest.mark.parametrize(
        ("marked", "parse"),
        [
            pytest.param(
                f"A {RAID} on {REDS} hurt two",
                "DT/det/1 NN/nsubj/4 IN/prep/1 NNPS/pobj/2 VBD/ROOT/4 CD/dobj/4",
                id="attack on the group",
            ),
            pytest.param(
                f"They {RAIDED} {REDS}",
                "PRP/nsubj/1 VBD/ROOT/1 NNPS/dobj/1",
                id="object",
            ),
            pytest.param(
                f"{REDS} were {RAIDED}",
                "NNPS/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2",
                id="subject of a passive",
            ),
            pytest.param(
                f"They {RAIDED} {REDS} members",
                "PRP/nsubj/1 VBD/ROOT/1 NNPS/compound/3 NNS/dobj/1",
                id="the group's members",
            ),
            pytest.param(
                f"They {RAIDED} {REDS} ' office",
                "PRP/nsubj/1 VBD/ROOT/1 NNPS/poss/4 POS/case/2 NN/dobj/1",
                id="the group's office",
            ),
            pytest.param(
                f"A {RAID} on members of {REDS} began",
                "DT/det/1 NN/nsubj/6 IN/prep/1 NNS/pobj/2 IN/prep/3 NNPS/pobj/4"
                " VBD/ROOT/6",
                id="attack on members of the group",
            ),
            pytest.param(
                f"A {RAID} on Blues and {REDS} began",
                "DT/det/1 NN/nsubj/6 IN/prep/1 NNPS/pobj/2 CC/cc/3 NNPS/conj/3"
                " VBD/ROOT/6",
                id="attack on another and the group",
            ),
            pytest.param(
                f"Men who {RAIDED} {REDS} fled",
                "NNS/nsubj/4 WP/nsubj/2 VBD/relcl/0 NNPS/dobj/2 VBD/ROOT/4",
                id="those who attacked it",
            ),
            pytest.param(
                f"{REDS} [threat](EVENT t; kind=threat) rose",
                "NNPS/compound/1 NN/nsubj/2 VBD/ROOT/2",
                id="no attack and no plot",
            ),
            pytest.param(
                f"Two {RAIDED} {REDS}",
                "CD/nsubj/1 VBD/ROOT/1 NNPS/dep/1",
                id="tied by no relation of who does",
            ),
            pytest.param(
                f"{REDS} left . Men {RAIDED}",
                "NNPS/nsubj/1 VBD/ROOT/1 ./punct/1 NNS/nsubj/4 VBD/ROOT/4",
                id="subject in another sentence",
            ),
        ],
    )
    def test_not(self, marked, parse):
        assert read(passage(marked, parse=parse)) == ([], [])

    @pytest.mark.parametrize("role", ["object", "victim"])
    def test_not_what_was_hit(self, role):
        marked = f"{REDS} men died in a {RAID}"
        parse = "NNPS/compound/1 NNS/nsubj/2 VBD/ROOT/2 IN/prep/2 DT/det/5 NN/pobj/3"
        made = passage(marked, parse=parse)
        assert links(made) == ["attributed"]
        assert _beside(made, role) == []
        assert _beside(made, "role") == ["attributed"]

    @pytest.mark.parametrize(
        ("marked", "parse"),
        [
            pytest.param(
                f"{REDS} {RAIDED} it",
                "NNPS/nsubj/1 VBD/ROOT/1 PRP/dobj/1",
                id="subject",
            ),
            pytest.param(
                f"{REDS} gunmen {RAIDED} it",
                "NNPS/compound/1 NNS/nsubj/2 VBD/ROOT/2 PRP/dobj/2",
                id="its gunmen",
            ),
            pytest.param(
                f"Members of {REDS} {RAIDED} it",
                "NNS/nsubj/3 IN/prep/0 NNPS/pobj/1 VBD/ROOT/3 PRP/dobj/3",
                id="its members",
            ),
            pytest.param(
                f"Blues and {REDS} {RAIDED} it",
                "NNPS/nsubj/3 CC/cc/0 NNPS/conj/0 VBD/ROOT/3 PRP/dobj/3",
                id="another and it",
            ),
            pytest.param(
                f"It was {RAIDED} by {REDS}",
                "PRP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 IN/agent/2 NNPS/pobj/3",
                id="by the group",
            ),
            pytest.param(
                f"A {RAID} done by {REDS} began",
                "DT/det/1 NN/nsubj/5 VBN/acl/1 IN/agent/2 NNPS/pobj/3 VBD/ROOT/5",
                id="done by the group",
            ),
            pytest.param(
                f"Two died in a {RAID} by {REDS}",
                "CD/nsubj/1 VBD/ROOT/1 IN/prep/1 DT/det/4 NN/pobj/2 IN/prep/4"
                " NNPS/pobj/5",
                id="an attack by the group",
            ),
            pytest.param(
                f"Two died in a {REDS} {RAID}",
                "CD/nsubj/1 VBD/ROOT/1 IN/prep/1 DT/det/5 NNPS/compound/5 NN/pobj/2",
                id="the group's attack",
            ),
            pytest.param(
                f"In {REDS} ' [bombing](EVENT bombing; kind=plot) campaign two died",
                "IN/prep/6 NNPS/poss/4 POS/case/1 NN/compound/4 NN/pobj/0 CD/nsubj/6"
                " VBD/ROOT/6",
                id="the group's campaign of bombing",
            ),
        ],
    )
    def test_so(self, marked, parse):
        assert read(passage(marked, parse=parse)) == (
            [("Red Army", "attributed")],
            [("groups[0]", "Reds")],
        )


def _beside(made, role):
    """Links where the group's name and the next word are read as a target, too."""
    telling = told(made)
    part = telling.story.parts[0]
    (group,) = part.event.of("GROUP")
    target = replace(
        group, label="TARGET", end=group.end + 4, attributes=((role, "1"),)
    )
    event = replace(part.event, mentions=(*part.event.mentions, target))
    story = replace(telling.story, parts=(replace(part, event=event),))
    incident, _ = groups(replace(telling, story=story), bare())
    return [g.link for g in incident.groups]


RAIDERS = "NNPS/nsubj/1 VBD/ROOT/1"


class TestLink:
    @pytest.mark.parametrize(
        "made",
        [
            pytest.param(f"{RAID} near {REDS}", id="only told of beside an attack"),
            pytest.param(f"{reached('speech')} spoke of a {RAID}", id="only speaks"),
            pytest.param(context(f"{reached('claim')}"), id="of another story"),
            pytest.param(
                passage("[Rebels](GROUP; name=Rebels)", "plot"), id="of no known name"
            ),
            pytest.param(passage("[Reds](GROUP reds)", "plot"), id="of no name"),
        ],
    )
    def test_none(self, made):
        assert read(made) == ([], [])

    @pytest.mark.parametrize(
        ("categories", "acts", "expected"),
        [
            (("denied", "claim", "directed"), True, "denied"),
            (("claim", "directed"), True, "claimed"),
            (("directed", "hedge"), True, "directed"),
            (("hedge", "attributed"), True, "alleged"),
            (("suspected",), False, "alleged"),
            (("speech",), True, "alleged"),
            (("attributed", "speech", "linked"), False, "attributed"),
            (("inspired", "linked"), True, "attributed"),
            (("inspired", "linked"), False, "inspired"),
            (("linked",), False, "linked"),
        ],
    )
    def test_by_what_reaches_it(self, categories, acts, expected):
        name = reached(*categories)
        raid = passage(f"{name} {RAIDED}", parse=RAIDERS)
        assert links(raid if acts else f"{RAID} near {name}") == [expected]

    @pytest.mark.parametrize(
        "made",
        [
            passage(REDS, "plot"),
            passage(REDS, "detail"),
            passage(REDS, origin="row"),
            passage(REDS, origin="entry"),
        ],
    )
    def test_named_and_no_more(self, made):
        assert read(made) == ([("Red Army", "linked")], [("groups[0]", "Reds")])

    def test_the_strongest_stands_and_its_own_words_are_cited(self):
        telling = told(
            f"{RAID}, says {reached('suspected')}",
            f"{RAID}, says {reached('claim')}",
            f"{RAID}, says {reached('denied')}",
        )
        incident, (cited,) = groups(telling, bare())
        assert incident.groups == (GroupLink("Red Army", "claimed"),)
        assert (cited.field, cited.start) == ("groups[0]", len("raid, says Reds "))

    def test_the_second_is_cited_as_the_second(self):
        blues = "[Blues](GROUP blues; name=Blue Army; reached=linked@0:1)"
        assert read(f"{reached('claim')}, {blues}") == (
            [("Red Army", "claimed"), ("Blue Army", "linked")],
            [("groups[0]", "Reds"), ("groups[1]", "Blues")],
        )


class TestClaims:
    """Who it is that claims."""

    @pytest.mark.parametrize(
        ("marked", "parse"),
        [
            pytest.param(
                "[Nobody](CUE negation; reach=7:30) [claimed](CUE claim) it , {0}",
                "NN/nsubj/1 VBD/ROOT/1 PRP/dobj/1 ,/punct/1 NNPS/dobj/1",
                id="nobody",
            ),
            pytest.param(
                "Blues [claimed](CUE claim) it against {0}",
                "NNPS/nsubj/1 VBD/ROOT/1 PRP/dobj/1 IN/prep/1 NNPS/pobj/3",
                id="another",
            ),
            pytest.param(
                "Men who left {0} [claimed](CUE claim) it",
                "NNS/nsubj/4 WP/nsubj/2 VBD/relcl/0 NNPS/dobj/2 VBD/ROOT/4 PRP/dobj/4",
                id="those who left it",
            ),
        ],
    )
    def test_another(self, marked, parse):
        made = passage(marked.format(reached("claim")), parse=parse)
        assert read(made) == ([], [])

    @pytest.mark.parametrize(
        ("marked", "parse"),
        [
            pytest.param(
                "{0} [claimed](CUE claim) it",
                "NNPS/nsubj/1 VBD/ROOT/1 PRP/dobj/1",
                id="it",
            ),
            pytest.param(
                "A wing of {0} [claimed](CUE claim) it",
                "DT/det/1 NN/nsubj/4 IN/prep/1 NNPS/pobj/2 VBD/ROOT/4 PRP/dobj/4",
                id="a part of it",
            ),
            pytest.param(
                "It was [claimed](CUE claim) by {0}",
                "PRP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 IN/agent/2 NNPS/pobj/3",
                id="by it",
            ),
            pytest.param(
                "A [claim](CUE claim) of {0}",
                "DT/det/1 NN/ROOT/1 IN/prep/1 NNPS/pobj/2",
                id="no subject to doubt",
            ),
            pytest.param(
                "[Not](CUE negation; reach=0:3) now , {0} [claimed](CUE claim) it",
                "RB/neg/1 RB/advmod/4 ,/punct/4 NNPS/nsubj/4 VBD/ROOT/4 PRP/dobj/4",
                id="what is not negated itself",
            ),
        ],
    )
    def test_the_group(self, marked, parse):
        made = passage(marked.format(reached("claim")), parse=parse)
        assert read(made) == ([("Red Army", "claimed")], [("groups[0]", "Reds")])


@pytest.mark.parametrize(
    ("category", "expected"), [("hedge", True), ("suspected", True), ("speech", False)]
)
def test_hedged(category, expected):
    telling = told(f"[Maybe](CUE {category}) a {RAID}")
    assert hedged(telling.reader, telling.story.events[0]) is expected


class TestTopic:
    HEADED = context(f"Raids of {REDS}\n")
    FAR = context("x" * 200 + "\n")

    def test_prose_has_none(self):
        assert read(self.HEADED, passage(f"a {RAID}", section=0)) == ([], [])

    def test_nor_a_row_that_names_another(self):
        row = passage("[Blues](GROUP blues; name=Blue Army)", origin="row", section=0)
        assert read(self.HEADED, row)[0] == [("Blue Army", "linked")]

    def test_nor_where_the_heading_names_two(self):
        two = context(f"Raids of {REDS} and [Blues](GROUP blues; name=Blue Army)\n")
        assert read(two, passage("a row", origin="row", section=0)) == ([], [])

    def test_nor_where_it_names_no_known_group(self):
        two = context("Raids of [Reds](GROUP reds)\n")
        assert read(two, passage("a row", origin="row", section=0)) == ([], [])

    def test_nor_where_it_names_something_else(self):
        place = context("Raids in [Red Army](PLACE 1; name=Red Army)\n")
        assert read(place, passage("a row", origin="row", section=0)) == ([], [])

    @pytest.mark.parametrize("origin", ["row", "entry"])
    def test_a_row_has_its_heading_s(self, origin):
        section = 201
        row = passage("a row", origin=origin, section=section)
        telling = told(self.FAR, self.HEADED, row)
        incident, (cited,) = groups(telling, bare())
        assert incident.groups == (GroupLink("Red Army", "alleged"),)
        assert (cited.field, cited.quote) == ("groups[0]", "Reds")
        assert cited.derived_from == Derivation("heading", cited.start, cited.end)
        assert cited.focus == (cited.start, cited.end)

    def test_or_the_title_s(self):
        assert read(self.HEADED, passage("a row", origin="row"))[0] == [
            ("Red Army", "alleged")
        ]

    def test_but_not_what_is_far_from_both(self):
        assert read(self.FAR, self.HEADED, passage("a row", origin="row")) == ([], [])


class TestSole:
    """*The militants* are the only group that the document knows."""

    NAMED = context(f"{REDS} rose.")
    FLED = passage(
        f"The militants {RAIDED} it", parse="DT/det/1 NNS/nsubj/2 VBD/ROOT/2 PRP/dobj/2"
    )

    @pytest.mark.parametrize(
        "passages",
        [
            pytest.param([FLED], id="none is named"),
            pytest.param([FLED, NAMED], id="it is named later"),
            pytest.param(
                [NAMED, context("[Blues](GROUP b; name=Blue Army)"), FLED], id="two are"
            ),
            pytest.param(
                [NAMED, passage(FLED.marked, "plot", parse=FLED.parse)], id="a plot"
            ),
            pytest.param(
                [NAMED, passage(FLED.marked, "detail", parse=FLED.parse)], id="a detail"
            ),
            pytest.param(
                [
                    NAMED,
                    passage(
                        f"Some militants {RAIDED} it",
                        parse="DT/det/1 NNS/nsubj/2 VBD/ROOT/2 PRP/dobj/2",
                    ),
                ],
                id="some militants, not the",
            ),
            pytest.param(
                [
                    NAMED,
                    passage(
                        f"The soldiers {RAIDED} it",
                        parse="DT/det/1 NNS/nsubj/2 VBD/ROOT/2 PRP/dobj/2",
                    ),
                ],
                id="no fighters",
            ),
            pytest.param([NAMED, context("x" * 720), FLED], id="named far before"),
        ],
    )
    def test_none(self, passages):
        assert read(*passages) == ([], [])

    def test_of_the_militants(self):
        telling = told(self.NAMED, self.NAMED, self.FLED)
        incident, (cited,) = groups(telling, bare())
        assert incident.groups == (GroupLink("Red Army", "attributed"),)
        assert cited.quote == "Reds rose. The militants raided it"
        assert cited.focus == (11, 15)
        assert cited.derived_from == Derivation("passage", 11, 15)
        assert cited.field == "groups[0]"

    def test_as_far_as_three_quotes(self):
        passages = self.NAMED, context("x" * 680), self.FLED
        assert links(*passages) == ["attributed"]

    def test_those_who_begin_a_passage(self):
        bare_plural = passage(
            f"Militants {RAIDED} it", parse="NNS/nsubj/1 VBD/ROOT/1 X/dobj/1"
        )
        assert links(self.NAMED, bare_plural) == ["attributed"]

    def test_seven_in_ten_are_enough(self):
        blues = context("[Blues](GROUP b; name=Blue Army)")
        assert links(*[self.NAMED] * 7, *[blues] * 3, self.FLED) == ["attributed"]
        assert links(*[self.NAMED] * 6, *[blues] * 3, self.FLED) == []

    @pytest.mark.parametrize("category", ["hedge", "suspected", "speech"])
    def test_alleged_where_others_say_so(self, category):
        said = passage(
            f"The militants {RAIDED} it , [he said](CUE {category})",
            parse="DT/det/1 NNS/nsubj/2 VBD/ROOT/2 PRP/dobj/2 ,/punct/2 X/nsubj/6"
            " X/ccomp/2",
        )
        assert links(self.NAMED, said) == ["alleged"]
