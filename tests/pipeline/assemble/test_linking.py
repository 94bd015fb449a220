from dataclasses import replace

import pytest

from incidents.pipeline.assemble.linking import doubted, linked, plainly
from incidents.pipeline.assemble.linking import links as signs_of_link
from incidents.pipeline.assemble.offers import Document, offers
from incidents.pipeline.assemble.reader import Reader
from tests.pipeline.assemble.fill.made import context, passage, told
from tests.pipeline.assemble.made import mention

REDS = "[Reds](GROUP reds; name=Red Army)"
RAIDED = "[raided](EVENT raided; kind=attack)"
RAID = "[raid](EVENT raid; kind=attack)"


def links(*passages):
    """What is told of each group."""
    return _told(told(*passages))


def _told(telling, sign="told as "):
    return [
        seen.removeprefix(sign)
        for event in telling.story.events
        for group in event.of("GROUP")
        for seen in linked(group, event, telling.reader)
        if seen.startswith(sign)
    ]


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
        assert links(passage(marked, parse=parse)) == ["nothing"]

    @pytest.mark.parametrize("role", ["object", "victim"])
    def test_not_what_was_hit(self, role):
        marked = f"{REDS} men died in a {RAID}"
        parse = "NNPS/compound/1 NNS/nsubj/2 VBD/ROOT/2 IN/prep/2 DT/det/5 NN/pobj/3"
        made = passage(marked, parse=parse)
        assert links(made) == ["attributed"]
        assert _beside(made, role) == ["nothing"]
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
        assert links(passage(marked, parse=parse)) == ["attributed"]


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
    return _told(replace(telling, story=story))


RAIDERS = "NNPS/nsubj/1 VBD/ROOT/1"


class TestLink:
    @pytest.mark.parametrize(
        "made",
        [
            pytest.param(f"{RAID} near {REDS}", id="only told of beside an attack"),
            pytest.param(f"{reached('speech')} spoke of a {RAID}", id="only speaks"),
        ],
    )
    def test_none(self, made):
        assert links(made) == ["nothing"]

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
        assert links(made) == ["linked"]


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
        assert links(made) == ["nothing"]

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
        assert links(made) == ["claimed"]


def test_what_else_is_seen():
    raided = passage(f"{REDS} {RAIDED}", parse=RAIDERS)
    assert _told(told(raided), "acts") == [""]
    assert _told(told(f"{RAID} near {REDS}"), "acts") == []


class TestSigns:
    """What is seen of a group that is of an incident, for its link."""

    @staticmethod
    def seen(*passages):
        telling = told(*passages)
        document = Document(telling.reader, [telling.story])
        (offer,) = offers(document, telling.story)["GROUP"]
        return signs_of_link(offer)

    def test_what_reaches_it_and_where(self):
        seen = self.seen(f"{RAID} , {reached('suspected')}")
        assert {"suspected reaches it", "suspected reaches it, inside"} <= seen
        assert {"told as alleged", "told as alleged, inside"} <= seen
        assert "suspected reaches it, around" not in seen

    def test_beside_the_event_it_is_around(self):
        seen = self.seen(RAID, context(f"Then {reached('claim')}"))
        assert "claim reaches it, around" in seen
        assert "claim reaches it, inside" not in seen

    def test_the_strongest_told_in_the_event_counts(self):
        weak = f"{RAID} , {reached('suspected')}"
        claims = passage(
            f"{RAID} , {reached('claim')} [claimed](CUE claim) it",
            parse="DT/det/1 ,/punct/3 NNPS/nsubj/3 VBD/ROOT/3 PRP/dobj/3",
        )
        assert "at most alleged" in self.seen(weak)
        assert "at most claimed" in self.seen(weak, claims)
        assert "at most nothing" in self.seen(RAID, context(f"Then {REDS}"))

    def test_cues_anywhere_in_the_document(self):
        far = context(f"\n\n{reached('claim')} spoke. A. B. C.")
        assert "claim somewhere" in self.seen(f"{RAID} by {REDS}", far)
        assert "claim somewhere" not in self.seen(f"{RAID} by {REDS}")

    def test_cues_of_its_sentence(self):
        hedged = f"{RAID} by {REDS} [perhaps](CUE hedge)"
        assert "hedge in its sentence" in self.seen(hedged)
        assert "hedge in its sentence" not in self.seen(f"{RAID} by {REDS}")

    def test_its_words(self):
        raided = passage(f"{REDS} {RAIDED}", parse=RAIDERS)
        assert {"as nsubj", "acts", "in attack", "nearest: in the event"} <= self.seen(
            raided
        )


class TestPlainly:
    """The link that the grammar alone tells."""

    @staticmethod
    def told(marked, parse, cues):
        """The link of the group, with the words of each cue and its category."""
        text = passage(marked).text
        at = {w: f"{text.index(w)}:{text.index(w) + len(w)}" for w, _ in cues}
        seen = "|".join(f"{category}@{at[words]}" for words, category in cues)
        telling = told(passage(marked.replace("SEEN", seen), parse=parse))
        found = [
            mention("CUE", category, start=text.index(words), text=words)
            for words, category in cues
        ]
        reader = Reader(telling.reader.doc, [*telling.reader.mentions, *found])
        (group,) = (m for m in reader.mentions if m.label == "GROUP")
        return plainly(group, reader)

    @pytest.mark.parametrize(
        ("marked", "parse", "cues", "link"),
        [
            pytest.param(
                "[Reds](GROUP reds; reached=SEEN) said it burned two mills",
                "NNPS/nsubj/1 VBD/ROOT/1 PRP/nsubj/3 VBD/ccomp/1 CD/nummod/5"
                " NNS/dobj/3",
                [("said it burned", "claim")],
                "claimed",
                id="they say that they did",
            ),
            pytest.param(
                "A [Reds](GROUP reds; reached=SEEN) spokesman said it burned mills",
                "DT/det/2 NNPS/compound/2 NN/nsubj/3 VBD/ROOT/3 PRP/nsubj/5"
                " VBD/ccomp/3 NNS/dobj/5",
                [("said it burned", "claim")],
                "claimed",
                id="their spokesman says",
            ),
            pytest.param(
                "Arson was claimed by [Reds](GROUP reds; reached=SEEN)",
                "NN/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2 IN/agent/2 NNPS/pobj/3",
                [("claimed by", "claim")],
                "claimed",
                id="it was claimed by them",
            ),
            pytest.param(
                "Blues said they burned mills of [Reds](GROUP reds; reached=SEEN)",
                "NNPS/nsubj/1 VBD/ROOT/1 PRP/nsubj/3 VBD/ccomp/1 NNS/dobj/3 IN/prep/4"
                " NNPS/pobj/5",
                [("said they burned", "claim")],
                "",
                id="others claim",
            ),
            pytest.param(
                "[Reds](GROUP reds; reached=SEEN) said mills burned",
                "NNPS/nsubj/1 VBD/ROOT/1 NNS/nsubj/3 VBD/ccomp/1",
                [("said", "speech")],
                "",
                id="they only say",
            ),
            pytest.param(
                "Arson inspired by [Reds](GROUP reds; reached=SEEN)",
                "NN/ROOT/0 VBN/acl/0 IN/agent/1 NNPS/pobj/2",
                [("inspired by", "inspired")],
                "inspired",
                id="inspired by them",
            ),
            pytest.param(
                "Arson inspired by the [Reds](GROUP reds; reached=SEEN)",
                "NN/ROOT/0 VBN/acl/0 IN/agent/1 DT/det/4 NNPS/pobj/2",
                [("inspired by", "inspired")],
                "inspired",
                id="with the article",
            ),
            pytest.param(
                "a [Reds](GROUP reds; reached=SEEN)-inspired fire",
                "DT/det/4 NNPS/npadvmod/3 HYPH/punct/3 VBN/amod/4 NN/ROOT/4",
                [("-inspired", "inspired")],
                "inspired",
                id="with a hyphen",
            ),
            pytest.param(
                "propaganda and fires by [Reds](GROUP reds; reached=SEEN)",
                "NN/ROOT/0 CC/cc/0 NNS/conj/0 IN/prep/2 NNPS/pobj/3",
                [("propaganda", "inspired")],
                "",
                id="words of it farther off",
            ),
        ],
    )
    def test_link(self, marked, parse, cues, link):
        assert self.told(marked, parse, cues) == link


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("[presumed](CUE hedge) [Reds](GROUP r; reached=hedge@0:8) burned it", True),
        ("[likely](CUE hedge) the work of [Reds](GROUP r; reached=hedge@0:6)", True),
        ("[Reds](GROUP r) burned it", False),
        ("[Reds](GROUP r; reached=hedge@5:11) [likely](CUE hedge) burned it", False),
        ("[Suspected](CUE suspected) [Reds](GROUP r; reached=suspected@0:9)", False),
        (
            "[presumed](CUE hedge) men of a band of [Reds](GROUP r; reached=hedge@0:8)",
            False,
        ),
        (
            "[presumed](CUE hedge) [shot](EVENT shot) by"
            " [Reds](GROUP r; reached=hedge@0:8)",
            False,
        ),
    ],
)
def test_whose_part_is_not_sure(marked, said):
    telling = told(marked)
    (group,) = (m for m in telling.reader.mentions if m.label == "GROUP")
    assert doubted(group, telling.reader) is said
