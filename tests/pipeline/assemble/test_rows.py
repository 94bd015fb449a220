import pytest

from incidents.pipeline.assemble.rows import rows
from incidents.pipeline.segment import Block
from tests.pipeline.assemble.made import found, reader

DAY = "2021-03-04"


def table(*lines, header="Date\tPlace\tTarget", heading="", mentions=(), kinds=None):
    """The rows of a table, read; each mention is words, label, value, attributes."""
    kinds = kinds or ["ROW"] * len(lines)
    every = [("HEADER", header), *zip(kinds, lines, strict=True)]
    every = [("HEADING", heading), *every] if heading else every
    text, blocks = "", []
    for kind, line in every:
        blocks.append(Block(len(text), len(text) + len(line) + 1, kind, 4))
        text += line + "\n"
    ones = [found(text, m[0], *m[1:3], **(m[3] if m[3:] else {})) for m in mentions]
    return list(rows(reader(text, *ones), blocks)), text


def one(line, *mentions, **said):
    """What the only row tells: each mention's label, words and value."""
    (event,), _ = table(line, mentions=mentions, **said)
    return [(m.label, m.text, m.value) for m in event.mentions]


def cell(column, text, *mentions):
    """What a cell tells under ``column``, beside a day and a place."""
    told = one(
        f"4 May\tTarn\t{text}",
        ("4 May", "DATE", DAY),
        ("Tarn", "PLACE", "7"),
        *mentions,
        header=f"Date\tPlace\t{column}",
    )
    return [m for m in told if m[0] not in ("DATE", "PLACE")]


LINE = "4 May\tTarn\tthe town hall"
MENTIONS = [("4 May", "DATE", DAY), ("Tarn", "PLACE", "7", {"kind": "city"})]


@pytest.mark.parametrize(
    ("header", "line"),
    [
        pytest.param("A\tB\tC", LINE, id="no column known"),
        pytest.param("Date\tB\tC", LINE, id="one column known"),
        pytest.param("Date\tAge\tWeapon", LINE, id="columns of other things"),
        pytest.param("Date\tPlace\tTarget", "4 May\t-\tunknown", id="empty cells"),
        pytest.param("Date\tPlace", "4 May\tTarn", id="nothing read"),
    ],
)
def test_rows_that_tell_nothing(header, line):
    given = MENTIONS if line == LINE else ()
    assert table(line, header=header, mentions=given)[0] == []


def test_no_rows_without_a_header_and_none_after_another_block():
    told, _ = table(LINE, "x", LINE, kinds=["ROW", "PARAGRAPH", "ROW"])
    assert len(told) == 1
    text = LINE + "\n"
    read = reader(text, *(found(text, *m[:3]) for m in MENTIONS))
    assert list(rows(read, [Block(0, len(text), "ROW")])) == []


def test_a_heading_between_rows_keeps_the_header():
    told, _ = table(LINE, "Sweden", LINE, kinds=["ROW", "HEADING", "ROW"])
    assert len(told) == 2


def test_a_row_is_an_event():
    (event,), text = table(LINE, mentions=MENTIONS)
    start = text.index(LINE)
    assert (event.start, event.end) == (start, start + len(LINE))
    assert (event.kind, event.origin, event.reference) == ("attack", "row", "new")
    assert (event.block, event.section, event.listed) == (start, 4, True)
    assert event.words == ()
    assert [(m.label, m.text) for m in event.mentions] == [
        ("DATE", "4 May"),
        ("PLACE", "Tarn"),
        ("TARGET", "the town hall"),
    ]


def test_what_stands_in_another_column_is_not_read():
    told = one(
        "4 May\tin 1999 Vasa\ta hall",
        ("4 May", "DATE", DAY),
        ("1999", "DATE", "1999"),
        ("Vasa", "PLACE", "8", {"kind": "city"}),
    )
    assert [m[1] for m in told] == ["4 May", "Vasa", "a hall"]


def test_a_cell_says_its_column_and_is_of_suspects():
    (event,), text = table(LINE, mentions=[*MENTIONS])
    town = event.of("PLACE")[0]
    start = text.index("Place")
    assert town.get("column") == f"{start}:{start + 5}"
    assert (town.get("role"), town.get("kind")) == ("suspect", "city")
    (hall,) = event.of("TARGET")
    assert hall.get("column") == f"{text.index('Target')}:{text.index('Target') + 6}"
    assert hall.get("object") == "1"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("a hall", ["a hall"]),
        ("a hall; a fane", ["a hall", "a fane"]),
        ("a hall/ Fane", ["a hall", "Fane"]),
        ("yurt/tepee", ["yurt/tepee"]),
        ("(1) a hall (2) a fane", ["a hall", "a fane"]),
        ("a hall, a fane", ["a hall", "a fane"]),
        ("yurts and old fanes", ["yurts", "old fanes"]),
        ("Holm and Lund", ["Holm and Lund"]),
        ("a hall, UN", ["a hall"]),
        ("a hall, yurt", ["a hall", "yurt"]),
    ],
)
def test_targets_of_a_cell(text, targets):
    told = cell("Target", text)
    assert told == [("TARGET", t, "unknown") for t in targets]


def test_a_target_has_the_category_of_the_words_it_holds():
    told = cell(
        "Target",
        "old hall, fane, a police van",
        ("old", "TARGET", "unknown"),
        ("hall", "TARGET", "government"),
        ("fane", "GROUP", "religious"),
        ("police", "TARGET", "police"),
        ("van", "TARGET", "transport"),
    )
    assert [m[2] for m in told] == ["government", "unknown", "police"]


@pytest.mark.parametrize(
    ("column", "told", "category"),
    [
        ("Position", "Mayor of Tarn", "government"),
        ("Type of target", "Educational institution", "education"),
        ("Target type", "of no kind known", "unknown"),
        ("Colour", "Mayor", "unknown"),
    ],
)
def test_a_target_has_the_category_that_its_column_tells(column, told, category):
    line = f"4 May\tTarn\tIda Berg\t{told}"
    read = one(line, *MENTIONS, header=f"Date\tPlace\tTarget\t{column}")
    assert ("TARGET", "Ida Berg", category) in read


def test_words_of_a_known_kind_keep_it_beside_a_column():
    line = "4 May\tTarn\ta mosque, Ida Berg\tMayor"
    read = one(line, *MENTIONS, header="Date\tPlace\tTarget\tPosition")
    told = [m[2] for m in read if m[0] == "TARGET"]
    assert told == ["religious", "government"]


def test_a_target_named_twice_stands_in_its_own_places():
    (event,), text = table("4 May\tTarn\tbus; bus", mentions=MENTIONS)
    assert [text[m.start : m.end] for m in event.of("TARGET")] == ["bus", "bus"]
    first, second = event.of("TARGET")
    assert second.start == first.end + 2


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("older than 21", []),
        ("100", []),
        ("7", []),
        ("19, 20 and 21", ["19", "20", "21"]),
        ("older than 21, 35", ["35"]),
        ("older than 9, 35", ["35"]),
    ],
)
def test_ages_of_a_cell(text, ages):
    (event,), whole = table(
        f"4 May\tTarn\t{text}", header="Date\tPlace\tAge", mentions=MENTIONS
    )
    told = event.of("AGE")
    assert [m.value for m in told] == ages
    assert [whole[m.start : m.end] for m in told] == ages
    assert all(m.get("role") == "suspect" for m in told)


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("none", None, None),
        ("about 3", None, None),
        ("3", "3", "3"),
        ("3, all men", "3", "3"),
        ("3 +", "3..", "3 +"),
        ("1,200 men", "1200", "1,200"),
        ("3+", "3..", "3+"),
        ("3-5", "3..5", "3-5"),
        ("3 -5", "3..5", "3 -5"),
        ("3–5 men", "3..5", "3–5"),
    ],
)
@pytest.mark.parametrize(
    ("column", "label"),
    [
        ("Suspects", "SUSPECTS"),
        ("Cell size", "SUSPECTS"),
        ("Killed", "KILLED"),
        ("Injured", "INJURED"),
        ("Casualties", "CASUALTIES"),
    ],
)
def test_numbers_of_a_cell(column, label, text, value, printed):
    told = [(label, printed, value)] if value else []
    assert cell(column, text) == told


PEOPLE = [
    ("Holm", "PERSON", "Ida Holm"),
    ("Swede", "NATIONALITY", "SE"),
    ("aged 20", "AGE", "20"),
    ("mosque", "TARGET", "religious"),
]


def test_people_of_suspects_but_no_others():
    told = cell("Cell size", "2: Holm, a Swede aged 20, of a mosque", *PEOPLE)
    assert [m[0] for m in told] == ["SUSPECTS", "PERSON", "NATIONALITY", "AGE"]
    told = cell("Killed", "2: Holm, a Swede aged 20, of a mosque", *PEOPLE)
    assert [m[0] for m in told] == ["KILLED"]


SAID = "no charge; 2 arrested in Vasa in May with a knife by a Swede"
TOLD = [
    ("charge", "LEGAL", "charged", {"reached": "negation@0:2"}),
    ("2", "SUSPECTS", "2"),
    ("arrested", "LEGAL", "arrested"),
    ("Vasa", "PLACE", "8"),
    ("in May", "DATE", "2021-05"),
    ("knife", "WEAPON", "knife"),
    ("Swede", "NATIONALITY", "SE"),
]


def test_an_outcome_in_words_gives_no_place_and_nobody():
    told = cell("Outcome", SAID, *TOLD)
    assert [m[1] for m in told] == ["arrested", "knife"]


def test_a_few_words_name_and_do_not_tell():
    told = cell("What happened", "knife attack, Vasa", *TOLD[3:4], *TOLD[5:6])
    assert [m[1] for m in told] == ["knife"]


def test_a_cell_that_tells_gives_people_but_no_day():
    told = cell("What happened", SAID, *TOLD)
    assert [m[1] for m in told] == ["2", "arrested", "knife", "Swede"]


def test_a_cell_that_tells_gives_no_toll_where_a_column_does():
    line = "4 May\tTarn\t3\tIn Vasa 4 of the Reds were killed there"
    told = one(
        line,
        *MENTIONS,
        ("4 of", "KILLED", "4"),
        ("Vasa", "PLACE", "8"),
        ("Reds", "GROUP", "reds"),
        header="Date\tPlace\tDead\tWhat happened",
    )
    assert [m[1] for m in told] == ["4 May", "Tarn", "3", "Vasa", "Reds"]


def test_what_a_column_holds_is_not_taken_from_words_beside_it():
    told = one(
        "4 May\tTarn\tknife\ta gun was found",
        *MENTIONS,
        ("knife", "WEAPON", "knife"),
        ("gun", "WEAPON", "gun"),
        header="Date\tPlace\tWeapon\tWhat happened",
    )
    assert [m[1] for m in told] == ["4 May", "Tarn", "knife"]


def test_groups_of_a_cell():
    given = [("Red Front", "GROUP", "g"), ("Swede", "NATIONALITY", "SE")]
    told = [("GROUP", "Red Front", "g")]
    assert cell("Affiliation", "Red Front, a Swede", *given) == told


def test_perpetrators_are_groups_and_people_who_are_none():
    given = [
        ("Red", "PERSON", "Red Front"),
        ("Red Front", "GROUP", "g"),
        ("Ida Holm", "PERSON", "Ida Holm"),
        ("mosque", "TARGET", "religious"),
    ]
    told = cell("Perpetrators", "Red Front, Ida Holm, mosque", *given)
    assert [m[:2] for m in told] == [("GROUP", "Red Front"), ("PERSON", "Ida Holm")]
    assert cell("Perpetrators", "3 men") == [("SUSPECTS", "3", "3")]


def test_towns_of_a_target_where_the_row_names_but_a_country():
    land = ("Sweden", "PLACE", "9", {"kind": "country"})
    county = ("Scania", "PLACE", "6", {"kind": "region"})
    town = ("Vasa", "PLACE", "8", {"kind": "city"})
    line = "4 May\tSweden\tVasa hall, Scania"
    day = MENTIONS[0]
    told = one(line, day, land, town, county)
    assert [m[1] for m in told] == ["4 May", "Sweden", "Vasa", "Vasa hall", "Scania"]
    small = ("Sweden", "PLACE", "9", {"kind": "city"})
    assert "Vasa" not in [m[1] for m in one(line, day, small, town)]


MAY = [("May 2021", "DATE", "2021-05"), ("Tarn", "PLACE", "7", {"kind": "city"})]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6", "2021-05-06"),
        ("26–27", "2021-05-26/2021-05-27"),
        ("26 - 27", "2021-05-26/2021-05-27"),
        ("32", None),
        ("6th", None),
        ("about 6", None),
    ],
)
def test_days_of_the_month_in_the_heading(text, value):
    told = one(f"{text}\tTarn\ta hall", *MAY, heading="Attacks, May 2021")
    assert [m[2] for m in told if m[0] == "DATE"] == ([value] if value else [])


def test_a_day_says_which_month_it_was_counted_from():
    (event,), text = table("6\tTarn\ta hall", heading="In May 2021", mentions=MAY)
    (day,) = event.of("DATE")
    assert text[day.start : day.end] == day.text == "6"
    assert day.get("derived_from") == "3:11"


@pytest.mark.parametrize(
    ("heading", "months"),
    [
        ("In 2021", [("2021", "DATE", "2021")]),
        ("May 2021", [("May 2021", "GROUP", "2021-05")]),
        ("May and June", [("May", "DATE", "2021-05"), ("June", "DATE", "2021-06")]),
    ],
)
def test_a_heading_of_no_one_month_gives_no_days(heading, months):
    told = one("6\tTarn\ta hall", MAY[1], *months, heading=heading)
    assert "DATE" not in [m[0] for m in told]


def test_a_row_with_a_day_needs_no_month_and_other_cells_are_no_days():
    told = one(
        "6 June\tTarn\t7", *MAY, ("6 June", "DATE", "2020-06-06"), heading="May 2021"
    )
    assert [m[2] for m in told if m[0] == "DATE"] == ["2020-06-06"]
    told = one("6\tTarn\t17", *MAY, heading="May 2021", header="Date\tPlace\tAge")
    assert [m[2] for m in told if m[0] == "DATE"] == ["2021-05-06"]


def test_a_heading_without_a_month_keeps_the_one_before():
    told, _ = table(
        "Sweden",
        "6\tTarn\ta hall",
        kinds=["HEADING", "ROW"],
        heading="May 2021",
        mentions=MAY,
    )
    assert told[0].of("DATE")[0].value == "2021-05-06"


def kind(third, text, *mentions, heading=""):
    """What a row is of, whose third column is ``third``."""
    (event,), _ = table(
        f"4 May\tTarn\t{text}",
        header=f"Date\tPlace\t{third}",
        heading=heading,
        mentions=[*MENTIONS, *mentions],
    )
    return event.kind


FOILED = ("foiled", "EVENT", "foiled", {"kind": "foil"})
PLOTS = ("Plots", "EVENT", "plot", {"kind": "plot"})


@pytest.mark.parametrize(
    ("third", "text", "mentions", "is_kind"),
    [
        ("Weapon", "foiled", [FOILED], "attack"),
        ("Weapon", "knife", [], "attack"),
        ("Age", "arrested", [("arrested", "LEGAL", "charged")], "attack"),
        ("Age", "arrested", [("arrested", "LEGAL", "arrested")], "arrest"),
        ("Outcome", "foiled", [FOILED], "plot"),
        ("Type", "foiled", [FOILED], "plot"),
        ("Outcome", "stopped", [("stopped", "CUE", "foiled")], "plot"),
        ("Outcome", "foiled", [("foiled", "LEGAL", "arrested", FOILED[3])], "arrest"),
        ("Target", "a hall", [("hall", "LEGAL", "arrested")], "attack"),
    ],
)
def test_kind(third, text, mentions, is_kind):
    assert kind(third, text, *mentions) == is_kind


@pytest.mark.parametrize(
    ("third", "text", "mentions", "is_kind"),
    [
        ("Target", "a hall", [], "plot"),
        ("Weapon", "carried out", [("carried out", "CUE", "launched")], "plot"),
        ("Outcome", "bombed", [("bombed", "EVENT", "b", {"kind": "attack"})], "attack"),
        ("Outcome", "carried out", [("carried out", "CUE", "launched")], "attack"),
        ("Outcome", "their work", [("their work", "CUE", "attributed")], "attack"),
        ("Outcome", "their work", [("their work", "CUE", "hedge")], "plot"),
    ],
)
def test_kind_under_a_heading_of_plots(third, text, mentions, is_kind):
    assert kind(third, text, PLOTS, *mentions, heading="Plots") == is_kind


def test_words_are_event_words_and_legal_steps():
    (event,), _ = table(
        "4 May\tTarn\tbombed, arrested with a knife",
        header="Date\tPlace\tOutcome",
        mentions=[
            *MENTIONS,
            ("bombed", "EVENT", "bombing", {"kind": "attack"}),
            ("arrested", "LEGAL", "arrested"),
            ("knife", "WEAPON", "knife"),
        ],
    )
    assert [m.text for m in event.words] == ["bombed", "arrested"]


def test_an_empty_cell_is_passed_over():
    told = one("4 May\t\ta hall", *MENTIONS[:1])
    assert [m[1] for m in told] == ["4 May", "a hall"]


OF_PEOPLE = "Name\tAge\tCharge\tArrested"
IDA = "Ida Holm\t24\tplanning a raid\t4 May"
CHARGED = [
    ("Ida Holm", "PERSON", "Ida Holm"),
    ("planning", "EVENT", "plotted", {"kind": "plot"}),
    ("raid", "EVENT", "raid", {"kind": "attack", "modality": "hypothetical"}),
    ("4 May", "DATE", DAY),
]


def kind_of(line, *mentions, header=OF_PEOPLE):
    events, _ = table(line, header=header, mentions=mentions)
    return [event.kind for event in events]


def test_a_list_of_people_and_what_they_are_charged_with():
    assert kind_of(IDA, *CHARGED) == ["plot"]
    assert kind_of(IDA.replace("a raid", "no deed"), CHARGED[0], CHARGED[3]) == [
        "arrest"
    ]
    told = one(IDA, *CHARGED, header=OF_PEOPLE)
    assert ("PERSON", "Ida Holm", "Ida Holm") in told
    assert ("DATE", "4 May", DAY) in told
    assert ("AGE", "24", "24") in told


def test_but_no_list_of_people_alone():
    assert kind_of("Ida Holm\t4 May", CHARGED[0], CHARGED[3], header="Name\tDate") == []
    many = "Ida Holm\t24\tplanning a raid\t3"
    assert kind_of(many, *CHARGED[:3]) == []
