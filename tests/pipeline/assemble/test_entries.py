import pytest

from incidents.pipeline.assemble.entries import chronicle, events
from incidents.pipeline.segment import Block
from tests.pipeline.assemble.made import event, found, reader

DAY = "2021-03-04"


def blocks(*told):
    """A text of lines, each of a kind; and its blocks."""
    text, found_ = "", []
    for kind, line in told:
        found_.append(Block(len(text), len(text) + len(line) + 1, kind))
        text += line + "\n"
    return text, found_


def parsed(text):
    """Each line as a sentence, in which every word is of the first."""
    out, first = [], 0
    for n, token in enumerate(reader(text).doc):
        out.append(f"X/ROOT/{n}" if n == first else f"X/dep/{first}")
        if "\n" in token.text:
            first = n + 1
    return " ".join(out)


def told(*lines, mentions=()):
    text, found_ = blocks(*lines)
    ones = [found(text, *m) for m in mentions]
    return list(events(reader(text, *ones, parse=parsed(text)), found_)), ones


BOMB = ("bombs", "EVENT", "bombing")
LINE = ("DATE_LINE", "4 March 2021")
UNDER = ("PARAGRAPH", "Then bombs fell")


def origins(*lines, mentions=(BOMB,)):
    return [(e.origin, e.start, e.end) for e in told(*lines, mentions=mentions)[0]]


def test_a_date_line_with_nothing_under_it_is_no_entry():
    assert origins(("FRONT", "x"), LINE, LINE, ("HEADING", "bombs")) == []
    assert origins(("PARAGRAPH", "bombs"), LINE) == [("sentence", 0, 6)]


def test_what_stands_before_a_date_line_is_none_of_it():
    assert origins(UNDER, LINE, ("LABEL", "TARN")) == [
        ("sentence", 0, 16),
        ("entry", 16, 34),
    ]


@pytest.mark.parametrize("kind", ["LABEL", "PARAGRAPH", "ITEM"])
def test_a_date_line_and_what_stands_under_it_is_an_entry(kind):
    (entry,), (bomb, day, step) = told(
        LINE,
        (kind, "Then bombs fell, arrests"),
        mentions=[BOMB, ("4 March 2021", "DATE", DAY), ("arrests", "LEGAL")],
    )
    assert entry == event(
        day,
        bomb,
        step,
        end=38,
        kind="none",
        origin="entry",
        listed=True,
        reference="new",
        words=(bomb, step),
    )


def test_each_date_line_begins_an_entry_of_its_own_section():
    text, found_ = blocks(LINE, UNDER, LINE, ("ITEM", "bombs"))
    moved = [Block(b.start, b.end, b.kind, 7) for b in found_]
    read = reader(text, parse=parsed(text))
    first, second = events(read, moved)
    assert (first.start, first.end, first.block, first.section) == (0, 29, 0, 7)
    assert (second.start, second.block) == (29, 29)


@pytest.mark.parametrize("kind", ["HEADING", "CAPTION", "ROW"])
def test_another_block_ends_an_entry(kind):
    told_ = origins(LINE, UNDER, (kind, "x"), ("PARAGRAPH", "bombs"))
    assert [o for o, *_ in told_] == ["entry"]
    first = origins(LINE, ("LABEL", "TARN"), (kind, "x"), UNDER)
    assert [o for o, *_ in first] == ["entry", "sentence"]


def test_an_entry_has_eight_blocks_at_most():
    labels = [("LABEL", "x")] * 7
    ended = origins(LINE, *labels, UNDER)
    assert [o for o, *_ in ended] == ["entry", "sentence"]
    assert [o for o, *_ in origins(LINE, *labels[:6], UNDER)] == ["entry"]


def test_only_the_first_three_blocks_are_titles():
    front = [("FRONT", "x")] * 3
    assert origins(*front[:2], ("HEADING", "bombs")) == [("title", 4, 10)]
    assert origins(*front, ("HEADING", "bombs")) == []


TITLE = [("4 March 2021", "DATE", DAY)]


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("On 4 March 2021", DAY),
        ("4 March 2021 in Tarn and in the towns", DAY),
        ("4 March 2021", "2021-03"),
        ("4 March 2021" + " ." * 12, DAY),
    ],
)
def test_a_title_that_is_more_than_a_day_makes_no_chronicle(title, value):
    text, found_ = blocks(("HEADING", title), UNDER)
    read = reader(text, found(text, "4 March 2021", "DATE", value))
    assert chronicle(read, found_) == ()


def test_no_day_and_two_days_make_no_chronicle():
    text, found_ = blocks(("HEADING", "4 March 2021"), UNDER)
    one = found(text, "4 March 2021", "DATE", DAY)
    assert chronicle(reader(text), found_) == ()
    assert chronicle(reader(text, one), ()) == ()
    both = reader(text, one, found(text, "2021", "DATE", "2021-01-01"))
    assert chronicle(both, found_) == ()
    group = reader(text, found(text, "4 March 2021", "GROUP", DAY))
    assert chronicle(group, found_) == ()


@pytest.mark.parametrize(
    "title", ["4 March 2021", "## 4 March 2021.", "**4 March 2021:**"]
)
def test_a_title_that_is_a_day_makes_a_chronicle(title):
    text, found_ = blocks(("HEADING", title), UNDER)
    day = found(text, "4 March 2021", "DATE", DAY)
    assert chronicle(reader(text, day), found_) == (day,)


@pytest.mark.parametrize(("kind", "led"), [("ITEM", True), ("PARAGRAPH", False)])
def test_items_of_a_chronicle_are_of_its_day(kind, led):
    told_, (day, bomb) = told(
        ("HEADING", "4 March 2021"), (kind, "Then bombs fell"), mentions=[*TITLE, BOMB]
    )
    assert told_[-1].mentions == ((day, bomb) if led else (bomb,))


def dated(kind, n, opens="{} March 2021, Tarn: "):
    """So many blocks of two sentences that open with a day, with their mentions."""
    days = [opens.format(d) for d in range(1, n + 1)]
    lines = [(kind, f"- {day}Bombs fell.\nTwo died.") for day in days]
    mentions = [
        m
        for d in range(1, n + 1)
        for m in [(f"{d} March 2021", "DATE", f"2021-03-0{d}")]
    ]
    return told(*lines, mentions=mentions)[0]


def test_items_that_open_with_a_day_are_entries_where_several_do():
    assert [e.origin for e in dated("ITEM", 3)] == ["entry"] * 3
    assert all(e.origin == "sentence" for e in dated("ITEM", 2))
    assert all(e.origin == "sentence" for e in dated("ITEM", 3, "{} March 2021 "))
