import re
from importlib.resources import files

import pytest

from incidents.pipeline.assemble.bearing import signs as bearing
from incidents.pipeline.assemble.event import ARREST, ATTACK, DETAIL, PLOT
from incidents.pipeline.assemble.join import Board
from incidents.pipeline.assemble.likeness import likeness
from incidents.pipeline.assemble.manner import TYPE
from incidents.pipeline.assemble.offers import KINDS, Document, offers
from incidents.pipeline.assemble.signs import signs
from incidents.pipeline.assemble.weights import learned, load, probability, read, reason
from incidents.pipeline.records import LINKS
from tests.pipeline.assemble.made import event, mention, reader, word

#: A sign is words in lower case: none is a name of the document.
_FORM = r"[^\WA-Z_][^A-Z\"\n]*"


SHIPPED = (files("incidents.pipeline.assemble") / "weights.toml").read_text("utf-8")


def test_a_file_of_weights_is_read(tmp_path):
    (tmp_path / "w.toml").write_text(SHIPPED, "utf-8")
    assert load(tmp_path / "w.toml") == learned()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("[join", "no weights: ", id="no TOML"),
        pytest.param("join = 3", "no belongs.", id="no table"),
        pytest.param(
            SHIPPED.replace("[link.claimed]", "[link.x]"),
            "no link.claimed",
            id="a link",
        ),
        pytest.param(
            SHIPPED.replace('"detail" = ', '"other" = '), "no detail", id="a threshold"
        ),
        pytest.param(
            SHIPPED.replace("[join]", '[join]\n"a" = "b"'),
            "join, 'a' is no",
            id="words",
        ),
    ],
)
def test_a_file_that_is_no_weights_is_refused_by_name(tmp_path, text, problem):
    path = tmp_path / "w.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=re.escape(f"{path}: ") + ".*" + problem):
        load(path)
    with pytest.raises(ValueError, match="no weights"):
        load(tmp_path / "missing.toml")


def test_an_unknown_sign_counts_nothing():
    assert probability({"a": 2.0}, ["b", "c"]) == 0.5
    assert reason({"a": 2.0}, ["b"]) == ""


def test_nothing_is_sure():
    assert 0 < probability({"a": -1e9}, "a") < 1e-12
    assert 1 - 1e-12 < probability({"a": 1e9}, "a") < 1


def test_probability_is_the_logistic_of_the_sum():
    assert probability({}, []) == 0.5
    assert probability({"a": 1.0, "b": 2.0}, "ab") == pytest.approx(0.9526, abs=1e-4)
    assert probability({"a": -1.0, "b": -2.0}, "ab") == pytest.approx(0.0474, abs=1e-4)


def test_a_reason_names_the_five_weightiest_and_no_zero():
    weighed = {"a": 0.0, "b": 0.5, "c": -2.0, "d": 1.0, "e": -1.0, "f": 3.0, "g": 0.4}
    told = "f +3.0; c -2.0; d +1.0; e -1.0; b +0.5"
    assert reason(weighed, "gfedcba") == told


def test_read_tells_the_tables_apart():
    tables = {
        "kind": {"plot": {"a": 1.0}},
        "join": {"b": 2.0},
        "belongs": {"DATE": {"c": 3.0}},
        "link": {"claimed": {"d": 4.0}},
        "worth": {"e": 5.0},
        "thresholds": {},
    }
    told = read(tables)  # type: ignore[arg-type]
    assert told.kinds == {"plot": {"a": 1.0}}
    assert told.join == {"b": 2.0}
    assert told.belongs == {"DATE": {"c": 3.0}}
    assert told.links == {"claimed": {"d": 4.0}}
    assert told.worth == {"e": 5.0}
    assert told.thresholds == {}


def test_the_shipped_weights_are_of_every_decision():
    shipped = learned()
    assert {*shipped.kinds} == {ATTACK, PLOT, ARREST, DETAIL}
    assert {*shipped.belongs} == {*KINDS, TYPE}
    assert {*shipped.links} == {*LINKS} - {"denied"}
    others = {"join", "follow", "worth", "sparse"}
    assert {*shipped.thresholds} == {*shipped.kinds, *shipped.belongs, *others}
    assert all(0 < least < 1 for least in shipped.thresholds.values())
    by_name = (shipped.kinds, shipped.belongs, shipped.links)
    tables = [table for tables in by_name for table in tables.values()]
    for table in (*tables, shipped.join, shipped.worth):
        assert "always" in table
        assert all(isinstance(w, float) and w for w in table.values())


def test_the_signs_of_a_small_document_are_in_form_those_of_the_weights():
    told = [
        event(
            word("bombing", attack_type="bombing"),
            mention("DATE", "2021-03-04"),
            mention("PLACE", "7", "Tarn", kind="city"),
            mention("TARGET", "police", "Vasa station", object="1"),
            mention("KILLED", "3", role="victim"),
            mention("GROUP", "g", "Red Front", name="Red Front"),
        ),
        event(mention("LEGAL", "charged"), mention("PERSON", "Ida Holm"), kind=ARREST),
    ]
    board = Board()
    board.add(None, told[0], 0, 1.0, "")
    pair = board.pairs(told[1], 1)[0]
    judged, joined = signs(reader("", *told[0].mentions), told), likeness(pair)
    shipped = learned()
    by_name = (shipped.kinds, shipped.belongs, shipped.links)
    known = {*shipped.join, *shipped.worth}.union(
        *(t for n in by_name for t in n.values())
    )
    document = Document(reader("", *told[0].mentions), board.stories)
    offered = offers(document, board.stories[0]).values()
    borne = [bearing(offer) for found in offered for offer in found]
    for sign in known.union(joined, *judged, *borne):
        assert re.fullmatch(_FORM, sign)


def test_signs_count_the_same_in_any_order():
    weighed = {"a": 0.1, "b": 0.2, "c": 0.3, "d": -0.6}
    orders = ("abcd", "dcba", "bdac", "cadb")
    assert len({probability(weighed, order) for order in orders}) == 1
