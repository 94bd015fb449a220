"""An evaluation as one page that opens from disk and can fetch nothing.

Reports are hostile text: the template escapes all of it, unseen characters are written
out, and the page's policy allows no script, no address and no style but its own.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from incidents.pipeline.evaluate import MEASURES, Evaluation
from incidents.pipeline.evaluate import charts as charts_of
from incidents.pipeline.evaluate.detail import Detail
from incidents.pipeline.evaluate.edits import FAULTS, by_slot, counts
from incidents.pipeline.evaluate.gate import Verdict
from incidents.pipeline.evaluate.history import Past
from incidents.pipeline.evaluate.markdown import ends
from incidents.pipeline.evaluate.nearness import READINGS, WITHIN
from incidents.pipeline.evaluate.view import beside, views
from incidents.pipeline.printable import printable
from incidents.pipeline.reconcile import Judgement

#: Characters of one quote; a quote can be a page long.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Told:
    """All that a page shows.

    Attributes:
        name: Of the run.
        evaluation: Its figures.
        detail: The rest.
        verdict: The gate's, if there is a baseline.
        history: Earlier results, oldest first.
    """

    name: str
    evaluation: Evaluation
    detail: Detail
    verdict: Verdict | None = None
    history: Sequence[Past] = ()


def page(told: Told) -> str:
    """The page as HTML."""
    environment = Environment(
        loader=PackageLoader("incidents.pipeline.evaluate"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = lambda text: printable(str(text), _LONGEST)
    environment.filters["ends"] = ends
    style = files("incidents.pipeline.evaluate") / "templates" / "evaluation.css"
    css = style.read_text(encoding="utf-8")
    digest = b64encode(sha256(css.encode()).digest()).decode()
    matches, script = told.evaluation.matches, told.detail.script
    return environment.get_template("evaluation.html").render(
        told=told,
        style=Markup(css),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none';"
        " form-action 'none'",
        measures=[m for m in MEASURES if _shown(told.evaluation, m)],
        others=[h for h in told.detail.headlines if not _is_bar(h.name)],
        counts=counts(script),
        faults=FAULTS,
        by_slot=by_slot(script),
        readings=READINGS,
        within=WITHIN,
        reach=[told.detail.places.within(w) for w in WITHIN],
        runs=charts_of.over_runs(told.history),
        chart=charts_of,
        missed=beside(matches, Judgement.MISSING, script),
        spurious=beside(matches, Judgement.SPURIOUS, script),
        unsure=views(matches, Judgement.UNSURE),
        wrong=[v for v in views(matches, Judgement.SAME) if v.wrong],
    )


def _shown(evaluation: Evaluation, measure: str) -> bool:
    figure = evaluation.figures[measure]
    return bool(figure.predicted or figure.gold)


def _is_bar(name: str) -> bool:
    """Whether a headline is the F1 of a measure, which has a bar."""
    return name.removesuffix(" F1") in MEASURES
