from incidents.pipeline.assemble.aftermath import nobody_hurt, told_after
from incidents.pipeline.assemble.offers import Document, offers
from tests.pipeline.assemble.fill.made import context, told

RAID = "A [raid](EVENT raid; attack_type=bombing) on [1 May](DATE 2014-05-01). "
DEAD = "[12 dead](KILLED 12; role=victim)"


def killed(*passages):
    telling = told(*passages)
    document = Document(telling.reader, [telling.story])
    found = offers(document, telling.story)["KILLED"]
    return [near.mention.text for offer in found if (near := told_after(offer))]


def test_the_next_sentence_gives_the_toll():
    assert killed(RAID, context(f"The toll is {DEAD}. ")) == ["12 dead"]


def test_so_does_the_one_after_it():
    assert killed(RAID, context("No more is known. "), context(f"{DEAD}. "))


def test_not_a_sentence_of_another_day_place_or_event():
    day, place = "[2 May](DATE 2014-05-02)", "[Ayt](PLACE 7; kind=city)"
    for other in (day, place, "[raided](EVENT raid)"):
        assert not killed(RAID, context(f"{DEAD}, {other}. "))
        assert not killed(RAID, context(f"{other}. "), context(f"{DEAD}. "))


def test_an_event_spoken_of_as_known_is_the_same():
    siege = "The [siege](EVENT siege; reference=definite) went on. "
    assert killed(RAID, context(siege), context(f"{DEAD}. "))


def test_not_where_the_story_has_its_own_or_the_figure_is_no_toll():
    own = RAID.replace(". ", ", [3 dead](KILLED 3; role=victim). ")
    assert not killed(own, context(f"{DEAD}. "))
    victims = "role=victim; "
    for said in (f"{victims}aggregate=1", f"{victims}earlier=1", "role=attacker"):
        assert not killed(RAID, context(f"[12 dead](KILLED 12; {said}). "))


def nobody(*passages):
    telling = told(*passages)
    found = nobody_hurt(telling.reader, telling.story.events[0])
    return found.text if found else None


def test_nobody_was_hurt():
    none = "[Nobody was hurt](INJURED 0; negated=1; role=victim). "
    assert nobody(RAID, context(none)) == "Nobody was hurt"
    assert nobody(RAID, context("It rained. "), context(none)) is None
    assert nobody(RAID, context(f"{DEAD}. ")) is None


RIFLES = "[rifles](WEAPON rifle; category=firearms)"
#: Parses of *They had rifles.*, whose first word is a pronoun.
THEY = "PRP/nsubj/1 VBD/ROOT/1 NNS/dobj/1 ./punct/1"


def carried(*passages):
    telling = told(*passages)
    document = Document(telling.reader, [telling.story])
    found = offers(document, telling.story)["WEAPON"]
    return [near.mention.text for offer in found if (near := told_after(offer))]


def test_what_they_carried():
    armed = context(f"They had {RIFLES}.", parse=THEY)
    assert carried(RAID, armed) == ["rifles"]


def test_not_what_nobody_told_of_carried_or_at_another_event():
    assert not carried(RAID, context(f"Guards had {RIFLES}."))
    assert not carried(RAID, context("It rained. "), context(f"Guards had {RIFLES}."))
    day = "They had [rifles](WEAPON rifle; category=firearms) [then](DATE 2014-05-02)."
    parse = "PRP/nsubj/1 VBD/ROOT/1 NNS/dobj/1 RB/advmod/1 ./punct/1"
    assert not carried(RAID, context(day, parse=parse))
    weak = "They had [rifles](WEAPON rifle; category=firearms; weak=1)."
    assert not carried(RAID, context(weak, parse=THEY))
