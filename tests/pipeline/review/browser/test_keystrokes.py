"""The keys that ``tests/keystrokes.py`` counts are those that a review takes."""

from incidents.pipeline.evaluate import evaluate
from incidents.pipeline.review.desk import Desk
from incidents.pipeline.review.export import gold as exported
from tests.pipeline.review.browser.page import DeskPage
from tests.pipeline.review.runs import TEXT as STORY
from tests.pipeline.review.runs import cite, document, lahore, quetta, record, write_run
from tests.pressed import Presser

GROUP = "Taliban of the province claimed it"


def right():
    """What a coder reads: the attack with who claimed it, and the plot."""
    taliban = {"name": "Taliban", "link": "claimed"}
    attack = quetta(outcome="completed", groups=[taliban])
    cited = {"outcome": "killed 12 people", "groups": GROUP}
    attack["citations"] += [cite(STORY, *told) for told in cited.items()]
    plot = lahore(outcome="unknown")
    said = "held in Lahore in July 2014 over a plan to attack a church"
    cited = dict.fromkeys(("outcome", "date_basis", "assertion"), said)
    plot["citations"] += [cite(STORY, *told) for told in cited.items()]
    return [attack, plot]


def read():
    """What the run made of it: a toll and a place are wrong, the plot is missed."""
    wrong = {"killed": {"min": 10, "max": 10}, "places": ["Lahore"]}
    attack = quetta(**wrong)
    attack["targets"] += [{"text": "two men", "category": "other"}]
    none = record("story", "none", places=["province"], cited={"places": "province"})
    return [attack, none]


def test_a_key_is_a_key(tmp_path, store, chrome, opened):
    desk = Desk(write_run(tmp_path / "run", [document()], read()), store)
    presser = Presser(desk, DeskPage(chrome, opened(desk).address))
    presser.review("story", right())
    done = presser.done
    assert (done["fix"], done["reject"], done["new"]) == (2, 1, 1)
    assert done["no_incident"] == 1 and done["add"] > 5
    # the model has a letter also where a list stands right already
    assert 0 <= presser.used["keys"] - presser.used["pressed"] <= 5
    figures = evaluate(right(), list(exported(desk.states("final")))).figures
    assert (figures["incident"].f1, figures["slots"].f1) == (1, 1)
