from incidents.pipeline.assemble.offers import KINDS, Document, offers
from incidents.pipeline.assemble.story import Story
from tests.pipeline.assemble.fill.made import context, passage, told
from tests.pipeline.assemble.made import event, found, reader, story

RAID = "a [raid](EVENT raid)"
REDS = "[Reds](GROUP r; name=Reds)"


def offered(*passages, kind, more=()):
    telling = told(*passages)
    document = Document(telling.reader, [telling.story, *more])
    return {
        o.value: [n.where for n in o.near]
        for o in offers(document, telling.story)[kind]
    }


def test_each_value_once_with_all_that_gives_it():
    made = f"{RAID} on [1 May](DATE 2014-05-01), [that day](DATE 2014-05-01)"
    assert offered(made, kind="DATE") == {"2014-05-01": ["in the event"] * 2}
    assert offered(made, kind="PLACE") == {}


def test_a_country_is_that_of_its_places():
    made = f"{RAID} in [Ayt](PLACE 1; country=YE), [Aden](PLACE 2; country=YE)"
    assert offered(made, kind="COUNTRY") == {"YE": ["in the event"] * 2}
    assert offered(made, kind="PLACE").keys() == {"ayt", "aden"}


LED = (
    "A [year after](CUE sequence) the [Lund](PLACE 1; reached=sequence@2:12) {}"
    " they [bombed](EVENT bombed{}) [Tarn](PLACE 2)"
)
LED_PARSE = (
    "DT/det/1 NN/npadvmod/2 IN/prep/7 DT/det/5 NNP/compound/5 NN/pobj/2"
    " PRP/nsubj/7 VBD/ROOT/7 NNP/dobj/7"
)


def test_what_words_of_time_lead_to_is_of_another_event():
    made = passage(LED.format("case", ""), parse=LED_PARSE)
    assert offered(made, kind="PLACE").keys() == {"tarn"}


def test_unless_the_event_itself_is_what_they_lead_to():
    made = passage(
        LED.format("[raid](EVENT raid)", "").replace("[bombed](EVENT bombed)", "hit"),
        parse=LED_PARSE,
    )
    assert offered(made, kind="PLACE").keys() == {"lund", "tarn"}


def test_a_target_may_be_somebody_named_but_no_venue_a_place():
    made = f"{RAID} on [Cain](PERSON Cain) at [an inn](PLACE; kind=venue), {REDS}"
    assert offered(made, kind="TARGET").keys() == {"cain", "reds"}
    assert offered(made, kind="PLACE") == {}


def test_a_figure_given_again_is_no_choice_of_its_own():
    made = f"{RAID}: [six](KILLED 6) dead, aides said [nine](KILLED 9; again=1)"
    assert offered(made, kind="KILLED") == {"6": ["in the event"]}


def test_no_step_that_was_not_taken():
    made = "[held](LEGAL arrested; negated=1), [tried](LEGAL charged; hypothetical=1)"
    assert offered(made, kind="LEGAL") == {}


def test_the_document_s_main_groups_wherever_they_are_named():
    far = [context("x" * 400 + ".")] * 2
    two = context(f"{REDS}, [Blues](GROUP b; name=Blues), {REDS}")
    three = context("[Blues](GROUP b; name=Blues), [Greys](GROUP g; name=Greys)")
    found = offered(passage(RAID), *far, context("."), two, three, kind="GROUP")
    assert found == {"Reds": ["elsewhere"], "Blues": ["elsewhere"]}


CHARGED = context(
    "[Cain](PERSON Cain) was [charged](LEGAL charged)",
    parse="NNP/nsubjpass/2 VBD/auxpass/2 VBN/ROOT/2",
)
FAR = [context("x" * 400 + ".")] * 3


def test_the_death_of_attackers_is_a_step_and_no_other_s():
    assert offered("[two gunmen died](KILLED 2; role=attacker)", kind="LEGAL") == {
        "killed": ["in the event"]
    }
    assert offered("[two died](KILLED 2; role=victim)", kind="LEGAL") == {}


def test_people_accused_and_steps_far_off():
    passages = [passage(RAID), *FAR, CHARGED]
    assert offered(*passages, kind="PERSON") == {"Cain": ["elsewhere"]}
    assert offered(*passages, kind="LEGAL") == {"charged": ["elsewhere"]}
    assert offered(*passages, kind="DATE") == {}


def test_of_many_stories_only_what_is_told_after_it_and_before_the_next():
    passages = [passage(RAID), *FAR, CHARGED]
    next_one = story(event(start=600, end=610))
    many = [Story(), Story(), Story()]
    assert offered(*passages, kind="PERSON", more=many) == {"Cain": ["elsewhere"]}
    assert offered(*passages, kind="PERSON", more=[*many, next_one]) == {}
    assert offered(*passages, kind="LEGAL", more=[*many, next_one]) == {}


def test_as_many_suspects_as_are_named():
    two = "[Abel](PERSON Abel; role=suspect), [Cain](PERSON Cain; role=suspect)"
    assert offered(f"{RAID} by {two}", kind="SUSPECTS") == {
        "2": ["as many as are named"]
    }
    counted = f"{RAID} by [two](SUSPECTS 2) men, {two}"
    assert offered(counted, kind="SUSPECTS") == {"2": ["in the event"]}
    assert offered(f"{RAID} by [Abel](PERSON Abel)", kind="SUSPECTS") == {}


def test_what_the_events_of_others_reach():
    telling = told(f"{RAID} in [Ayt](PLACE 1)")
    document = Document(telling.reader, [telling.story])
    for mention in telling.reader.mentions:
        assert not document.of_another(mention, telling.story)
        assert document.of_another(mention, Story())


def test_counts():
    telling = told(f"{REDS}, {REDS}, [rebels](GROUP)")
    document = Document(telling.reader, [telling.story])
    assert document.counts["GROUP"] == {"Reds": 2}
    assert document.counts.keys() == KINDS.keys()


def test_a_dateline_is_no_place_where_a_town_is_named():
    wire = (
        "[TARN](PLACE 1; kind=city; role=dateline; lat=9.0; lon=9.0)"
        " - {raid} in {place}"
    )
    near = "[Ayt](PLACE 2; kind=city; lat=9.1; lon=9.0)"
    far = "[Ayt](PLACE 2; kind=city; lat=9.9; lon=9.0)"
    land = "[Ayt](PLACE 2; kind=country; lat=5.0; lon=5.0)"

    def places(place):
        return {*offered(wire.format(raid=RAID, place=place), kind="PLACE")}

    assert places("a tavern") == {"tarn"}
    assert places(land) == {"tarn", "ayt"}
    assert places(near) == {"tarn", "ayt"}
    assert places(far) == {"ayt"}
    assert places("[Ayt](PLACE; country=YE)") == {"tarn", "ayt"}
    assert places("the town of [Ayt](PLACE; country=YE)") == {"ayt"}
    assert places(f"{far} and [Tarn](PLACE 1; kind=city)") == {"tarn", "ayt"}


def test_no_day_of_another_event_of_the_sentence():
    text = "a raid on 1 May and a riot on 2 May"
    days = [
        found(text, "1 May", "DATE", "2014-05-01"),
        found(text, "2 May", "DATE", "2014-05-02"),
    ]
    one, other = story(event(days[0], end=15)), story(event(days[1], start=20, end=35))
    near = reader(text, *days)

    def dates(*stories):
        return [o.value for o in offers(Document(near, stories), one)["DATE"]]

    assert dates(one, other) == ["2014-05-01"]
    assert dates(one) == ["2014-05-01", "2014-05-02"]
    detail = story(event(days[1], start=20, end=35, kind="detail"))
    assert dates(one, detail) == ["2014-05-01", "2014-05-02"]


def test_no_toll_of_another_event_of_the_sentence():
    text = "a bomb killed 40 in Aden, shots two in Taiz"
    tolls = [found(text, "40", "KILLED"), found(text, "two", "KILLED", "2")]
    one, other = story(event(tolls[0], end=24)), story(event(tolls[1], start=26))
    document = Document(reader(text, *tolls), (one, other))
    assert [o.value for o in offers(document, other)["KILLED"]] == ["2"]
