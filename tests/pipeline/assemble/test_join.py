import pytest

from incidents.pipeline.assemble.join import Board, join, passages
from tests.pipeline.assemble.made import event, mention, weights, word

#: Events of one day are of one incident, of other days are not.
BY_DAY = weights(
    join={"always": -1.0, "same day": 3.0, "other day": -3.0, "told last": 0.5}
)


def told(value, start, **said):
    return event(mention("DATE", value), start=start, end=start + 5, **said)


def parts(stories):
    return [[(e.start, e.kind) for e in story.events] for story in stories]


ONE, TWO = told("2021-03-04", 0), told("2021-05-06", 10)
BOTH = event(
    mention("DATE", "2021-03-04"), mention("DATE", "2021-05-06"), start=20, end=25
)


def test_an_event_as_like_to_two_joins_neither_and_says_so():
    even = weights(join={"always": -1.0, "same day": 3.0, "other day": -3.0})
    *_, third = stories = join([ONE, TWO, BOTH], even)
    assert len(stories) == 3
    assert third.parts[0].reason == "; as like to two: same day +3.0; always -1.0"
    assert third.parts[0].strength == 1.0


def test_a_tie_of_the_less_like_is_none():
    stories = join([ONE, TWO, told("2021-09-09", 20), told("2021-09-09", 30)], BY_DAY)
    assert [len(s.parts) for s in stories] == [1, 1, 2]


def test_a_detail_that_follows_nobody_is_left_out():
    detail = told("2021-05-06", 10, kind="detail")
    assert parts(join([ONE, detail], BY_DAY)) == [[(0, "attack")]]
    assert join([detail], BY_DAY) == []


def test_a_detail_as_like_to_two_is_left_out():
    even = weights(join={"always": -1.0, "same day": 3.0, "other day": -3.0})
    detail = event(*BOTH.mentions, start=20, kind="detail")
    assert [len(s.parts) for s in join([ONE, TWO, detail], even)] == [1, 1]


def test_what_is_no_event_is_in_no_story():
    assert parts(join([ONE, told("2021-03-04", 10, kind="none")], BY_DAY)) == [
        [(0, "attack")]
    ]


def test_an_event_apart_begins_a_story_and_says_why():
    other = told("2021-05-06", 10, reason="attack 0.90: word bombed +1.0")
    first, second = join([told("2021-03-04", 0, reason="x"), other], BY_DAY)
    assert first.parts[0].reason == "x"
    assert second.parts[0].reason == (
        "attack 0.90: word bombed +1.0; apart: other day -3.0; always -1.0;"
        " told last +0.5"
    )


def test_an_event_joins_the_likest_and_keeps_how_like():
    first, second = join([ONE, TWO, BOTH], BY_DAY)
    assert len(first.parts) == 1
    joined = second.parts[-1]
    assert joined.event == BOTH
    assert joined.strength == pytest.approx(0.924, abs=0.001)
    assert joined.reason == "same day +3.0; always -1.0; told last +0.5"


@pytest.mark.parametrize(("kind", "least"), [("attack", "join"), ("detail", "follow")])
def test_events_join_and_details_follow_from_their_thresholds_on(kind, least):
    second = told("2021-03-04", 10, kind=kind)
    high = {"join": 0.9, "follow": 0.9}
    joined = weights(join={"always": 0.0}, least=high | {least: 0.5})
    assert parts(join([ONE, second], joined)) == [[(0, "attack"), (10, kind)]]
    apart = weights(
        join={"always": 0.0}, least={"join": 0.1, "follow": 0.1, least: 0.6}
    )
    assert [len(s.parts) for s in join([ONE, second], apart)][:1] == [1]


def test_rows_stand_before_prose_told_before_them():
    row, entry = (
        told("2021-03-04", 20, origin="row"),
        told("2021-03-04", 30, origin="entry"),
    )
    first, second = told("2021-03-04", 0), told("2021-05-06", 10)
    nothing = told("2021", 5, kind="none")
    numbered = passages([first, nothing, second, row, entry])
    assert numbered == [(3, row), (4, entry), (0, first), (2, second)]
    assert [[e.start for e in s.events] for s in join([first, row], BY_DAY)] == [
        [20, 0]
    ]


def test_stories_are_in_the_order_of_their_places():
    row = told("2021-05-06", 20, origin="row")
    assert [s.start for s in join([ONE, row], BY_DAY)] == [0, 20]


def test_a_board_knows_who_was_told_last_and_how_far():
    board = Board()
    assert board.pairs(ONE, 0) == {}
    assert board.add(None, ONE, 3, 1.0, "") == 0
    only = board.pairs(TWO, 1)[0]
    assert (only.event, only.last, only.alone, only.gap) == (TWO, True, True, 2)
    assert only.a.dates == ("2021-05-06",)
    assert only.b.dates == ("2021-03-04",)
    assert board.add(None, TWO, 4, 1.0, "") == 1
    assert [(p.last, p.alone, p.gap) for p in board.pairs(BOTH, 9).values()] == [
        (False, False, 6),
        (True, False, 5),
    ]
    assert board.add(0, BOTH, 9, 0.5, "why") == 0
    assert [(p.last, p.gap) for p in board.pairs(event(word()), 9).values()] == [
        (True, 0),
        (False, 5),
    ]
    assert board.stories[0].parts[-1].strength == 0.5


def looked_at(*days, then):
    """The numbers of the stories that an event of the day ``then`` is set beside."""
    board = Board()
    for n, day in enumerate(days):
        board.add(None, told(day, 20 * n), n, 1.0, "")
    return sorted(board.pairs(told(then, 20 * len(days)), len(days)))


def test_of_many_stories_the_latest_and_those_with_a_mark_in_common_are_looked_at():
    days = ["2019-05-06", *["2021-03-04"] * 99]
    assert looked_at(*days, then="2020-01-01") == [*range(40, 100)]
    assert looked_at(*days, then="2019-05-30") == [0, *range(40, 100)]
    assert looked_at(*days[:50], then="2020-01-01") == [*range(50)]
    assert looked_at(*["2019-05-06"] * 99, then="2019-05-30") == [*range(39, 99)]


def test_what_a_sentence_tells_apart_is_never_joined():
    first, second = told("2021-03-04", 0, parted=0), told("2021-03-04", 10, parted=0)
    assert [len(s.parts) for s in join([first, second], BY_DAY)] == [1, 1]
    later = told("2021-03-04", 30, parted=30)
    assert [len(s.parts) for s in join([first, later], BY_DAY)] == [2]
    detail = told("2021-03-04", 10, parted=0, kind="detail")
    assert [len(s.parts) for s in join([first, detail], BY_DAY)] == [2]
