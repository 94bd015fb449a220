"""What strangers put into records is refused, and what is true is not.

The figures by family: ``pytest --runxfail -rP`` on this file.
"""

from collections import ChainMap, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random

import pytest

from corpus.anchor import GOLD, REPORTS
from incidents.pipeline.assemble.support import Reading, supported
from incidents.pipeline.records import Incident, Report
from tests.pipeline.assemble import strange, strange_cases, strange_texts
from tests.pipeline.assemble.alterations import Altered, Element, elements
from tests.pipeline.assemble.read import mentions
from tests.pipeline.assemble.test_support_alterations import golds, reports, some

pytestmark = pytest.mark.suite
Gold = tuple[Incident, Report, list[Incident]]
#: Of each family so many alterations are tried.
TRIED = 8
RARE = "told in rare words"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one value.

    Attributes:
        family: What was tried.
        true: Whether the value is.
        stands: Whether it is published.
        name: The value, to be read.
    """

    family: str
    true: bool
    stands: bool
    name: str


def judged(verdicts: Iterable[Verdict]) -> dict[str, dict[bool, float]]:
    """By family the share refused of what is not true, and kept of what is."""
    tally: dict[str, dict[bool, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for verdict in verdicts:
        right = verdict.stands == verdict.true
        tally[verdict.family][verdict.true].append(right)
        if not verdict.true:
            tally["all false values"][False].append(right)
        elif verdict.family != RARE:
            tally["all true values"][True].append(right)
        if not right:
            wrong = "refused" if verdict.true else "let through"
            print(f"{wrong}: {verdict.family}: {verdict.name}")
    print(f"\n{'family':34}  tried refused   true    kept")
    for family, by in sorted(tally.items()):
        cells = (
            f"{len(by[true]):6} {sum(by[true]) / len(by[true]):7.1%}"
            if true in by
            else " " * 14
            for true in (False, True)
        )
        print(f"{family:34}", *cells)
    return {
        family: {true: sum(rights) / len(rights) for true, rights in by.items()}
        for family, by in tally.items()
    }


def holds(shares: dict[str, dict[bool, float]], refused: float, kept: float) -> bool:
    """Whether so much is refused of what is false, and kept of what is true."""
    false, true = shares["all false values"][False], shares["all true values"][True]
    return false >= refused and true >= kept


def published(incident: Incident, report: Report) -> list[Element]:
    """The values that are published: none where the record itself is not."""
    kept, drops = supported(incident, Reading(report, mentions(report)))
    typeless = any(d.field == "incident_type" for d in drops)
    return [] if typeless else elements(kept)


def of_case(case: strange_cases.Case) -> Verdict:
    """What becomes of a case."""
    family = RARE if case.rare else case.family
    return Verdict(family, not case.refused, strange_cases.stands(case), case.name)


def of_gold(gold: list[Gold]) -> list[Verdict]:
    """What becomes of alterations of gold records."""
    wrong: dict[str, list[Altered]] = defaultdict(list)
    right: dict[str, list[tuple[Gold, Element, Altered]]] = defaultdict(list)
    for one in gold:
        incident, report, told = one
        for changed in strange.altered(incident, report, told):
            wrong[changed.family].append(changed)
        for changed in strange_texts.altered(incident, report):
            wrong[changed.family].append(changed)
        for was, changed in strange_texts.harmless(incident, report):
            right[changed.family].append((one, was, changed))
    refused = [verdict(a, true=False) for f in wrong for a in drawn(wrong[f])]
    kept = [
        verdict(changed, true=True)
        for family in right
        for (incident, report, _), was, changed in drawn(right[family])
        if was in published(incident, report)
    ]
    return refused + kept


def verdict(changed: Altered, *, true: bool) -> Verdict:
    """What becomes of an alteration."""
    (field, value), cited = changed.element, changed.incident.citations
    quotes = " / ".join(c.quote for c in cited if c.field.startswith(field[:6]))
    name = f"{changed.report.doc_id}: {field} {value} <- {quotes[:300]}"
    stands = changed.element in published(changed.incident, changed.report)
    return Verdict(changed.family, true, stands, name)


def drawn(attempts: list) -> list:
    """At most ``TRIED`` of them, the same each time."""
    return Random(len(attempts)).sample(attempts, min(TRIED, len(attempts)))


def records(*sets: tuple[Path, Path]) -> list[Gold]:
    """Records of some reports, with these and with the other records of these.

    Args:
        sets: A file of gold records each, and the folder of its reports.
    """
    told = ChainMap(*(golds(gold) for gold, _ in sets))
    every = chain.from_iterable(reports(folder) for _, folder in sets)
    known = some(r for r in every if r.doc_id in told)
    return [(i, r, told[r.doc_id]) for r in known for i in told[r.doc_id]]


def test_edits_move_what_is_cited_after_them():
    text = "It rained. Gunmen killed two people. Police came."
    report = Report("d", "d.txt", "0", "text/plain", text)
    citations = (report.cite("killed", 11, 36), report.cite("legal", 37, 49))
    incident = Incident("d", "attack", citations=citations)
    changed, new = strange_texts.edited(incident, report, {(11, 36): "It is over."})
    assert [new.text[c.start : c.end] for c in changed.citations] == [
        "It is over.",
        "Police came.",
    ]
    assert [c.quote for c in changed.citations] == ["It is over.", "Police came."]
    assert strange_texts.edited(incident, report, {(30, 40): ""}) is None


def test_the_value_under_test_is_the_one_of_its_path():
    cases = [c for c in strange_cases.read() if c.family == "target-category"]
    first = next(c for c in cases if c.refused)
    assert first.path == "targets[0].category"
    true = next(c for c in cases if c.report == first.report and not c.refused)
    assert first.record["targets"] != true.record["targets"]
    assert first.record["places"] == true.record["places"]


@pytest.mark.model
def test_strange_cases_are_refused_and_true_ones_stand():
    # written to break the check, a sentence a rule: what stands is a floor, no aim
    shares = judged(of_case(c) for c in strange_cases.read() if c.known)
    assert holds(shares, refused=0.80, kept=0.86)


@pytest.mark.model
def test_strange_cases_that_no_rule_was_written_for():
    # by other hands, in words of books more than of reports: .724 and .667 at first
    cases = strange_cases.read(strange_cases.UNREAD)
    assert holds(judged(map(of_case, cases)), refused=0.72, kept=0.66)


@pytest.mark.model
def test_strange_alterations_of_the_corpus_are_refused():
    assert holds(judged(of_gold(records((GOLD, REPORTS)))), refused=0.97, kept=0.97)


@pytest.mark.model
def test_strange_alterations_of_development_reports_are_refused(shared):
    folders = [shared / name for name in ("wild", "reports")]
    gold = records(*((folder / "gold.jsonl", folder) for folder in folders))
    assert holds(judged(of_gold(gold)), refused=0.97, kept=0.97)
