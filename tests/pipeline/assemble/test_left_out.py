from incidents.pipeline.assemble.left_out import LeftOut, left_out
from tests.pipeline.assemble.made import event, mention, story, word


def out(mentions, told=(), in_records=(), unfit=()):
    return left_out(mentions, told, in_records, unfit)


def test_what_a_record_was_made_from_is_not_left_out():
    kept = word(start=5)
    one = event(kept)
    assert out([kept], [one], [one]) == ()
    assert out([kept], [one], [one], [(story(one), "talk")]) == ()


def test_only_event_words_are_left_out():
    assert out([mention("DATE", "2021"), mention("LEGAL", "charged")]) == ()


def test_each_reason():
    fear = word(start=1, modality="fear")
    talk, unfit, lone, loose = (word(start=n) for n in (10, 20, 30, 40))
    told = [event(fear, talk, kind="none"), event(unfit), event(lone, kind="detail")]
    left = out([fear, talk, unfit, lone, loose], told, (), [(story(told[1]), "no day")])
    assert left == (
        LeftOut(1, 7, "told as feared"),
        LeftOut(10, 16, "no incident by its signs"),
        LeftOut(20, 26, "no day"),
        LeftOut(30, 36, "of no incident before it"),
        LeftOut(40, 46, "in no running text"),
    )
