from incidents.pipeline.assemble.fill.groups import groups
from incidents.pipeline.records import GroupLink
from tests.pipeline.assemble.fill.made import bare, shown, told

REDS = "[Reds](GROUP reds; name=Red Army; reached=claim@0:1)"
BLUES = "[Blues](GROUP blues; name=Blue Army; reached=linked@0:1)"


def test_each_that_belongs_is_cited_with_its_link():
    telling = told(f"{REDS} and {BLUES}", f"{REDS} again")
    incident, citations = groups(telling, bare())
    assert incident.groups == (
        GroupLink("Red Army", "claimed"),
        GroupLink("Blue Army", "linked"),
    )
    assert shown(telling, citations) == [("groups[0]", "Reds"), ("groups[1]", "Blues")]


def test_none():
    assert groups(told("a raid"), bare()) == (bare(), [])
