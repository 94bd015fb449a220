"""An evaluation as JUnit XML, which CI shows as tests.

A measure fails where the gate says that it was lost; a gold record fails where it was
found before and is not now and the gate failed, and is skipped where it is just missed.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from incidents.pipeline.evaluate import MEASURES, Evaluation
from incidents.pipeline.evaluate.gate import Verdict
from incidents.pipeline.evaluate.view import first_quote, title
from incidents.pipeline.printable import printable
from incidents.pipeline.reconcile import Judgement, Match

#: Characters that no XML may hold, written as references or not.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(evaluation: Evaluation, verdict: Verdict | None) -> str:
    """The evaluation as an XML document."""
    suites = [_gate(evaluation, verdict), _records(evaluation, verdict)]
    root = ET.Element("testsuites", name="accuracy")
    for suite in suites:
        for kind, tag in (("failures", "failure"), ("skipped", "skipped")):
            suite.set(kind, str(sum(1 for _ in suite.iter(tag))))
        suite.set("tests", str(len(suite)))
        suite.set("errors", "0")
        root.append(suite)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _gate(evaluation: Evaluation, verdict: Verdict | None) -> ET.Element:
    suite = ET.Element("testsuite", name="gate")
    changes = {c.measure: c for c in verdict.changes} if verdict else {}
    for measure in MEASURES:
        figure, change = evaluation.figures[measure], changes.get(measure)
        if not (figure.predicted or figure.gold or (change and change.before)):
            continue
        case = _case(suite, "accuracy.measures", measure)
        if change and change.lost:
            said = f"F1 fell from {change.before:.3f} to {change.after:.3f}"
            ET.SubElement(case, "failure", message=said)
        out = f"P {figure.precision:.3f} R {figure.recall:.3f} F1 {figure.f1:.3f}"
        ET.SubElement(case, "system-out").text = out
    if verdict:
        case = _case(suite, "accuracy.gate", "gate")
        if not verdict.passed:
            said = "; ".join(printable(f, 200) for f in verdict.failures)
            ET.SubElement(case, "failure", message=_fit(said))
    return suite


def _records(evaluation: Evaluation, verdict: Verdict | None) -> ET.Element:
    suite = ET.Element("testsuite", name="records")
    lost = set(verdict.lost) if verdict and not verdict.passed else set()
    for match in evaluation.matches:
        if match.gold is not None and match.judgement is not Judgement.UNSURE:
            _record(suite, match, lost)
    return suite


def _record(suite: ET.Element, match: Match, lost: set[str]) -> None:
    gold = match.gold or {}
    id = str(gold.get("incident_id") or "")
    case = _case(suite, f"accuracy.{match.doc_id}", f"{id} {title(gold)}")
    if match.judgement is Judgement.MISSING:
        quote = printable(first_quote(gold).text, 200)
        tag, said = ("failure", "lost") if id in lost else ("skipped", "missed")
        ET.SubElement(case, tag, message=_fit(f"{said}: {quote}"))


def _case(suite: ET.Element, of: str, name: str) -> ET.Element:
    named = {"classname": _fit(printable(of)), "name": _fit(printable(name, 160))}
    return ET.SubElement(suite, "testcase", named)


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
