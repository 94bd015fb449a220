"""The report as a page: no other file, and nothing that could fetch one.

Its one script and its style run by their hashes; nothing else does. Without the script
the page has everything but its filters.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files as resources
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from incidents.pipeline import files
from incidents.pipeline.fields import FIELDS
from incidents.pipeline.report.atlas import spots
from incidents.pipeline.report.conflicts import conflicts
from incidents.pipeline.report.entries import Event, read_events
from incidents.pipeline.report.filters import filters
from incidents.pipeline.report.timeline import draw, in_time
from incidents.pipeline.review.event_view import counted, toll
from incidents.pipeline.review.folder import read_run
from incidents.pipeline.review.words import label, of_field, parted, say, term, why

_OWN = resources("incidents.pipeline.report")
_SHOWN = (counted, label, of_field, parted, say, term, toll, why)


def report(run: Path, out: Path | None = None, database: str | None = None) -> Path:
    """Write the report of a run.

    Args:
        run: The run's folder.
        out: The file; without it ``report.html`` in the folder.
        database: URL of the reviewers' decisions; without it ``reviews.sqlite`` in the
            folder, where there is one.

    Returns:
        The file written.

    Raises:
        ValueError: There is no such run, or it cannot be read.
    """
    out = out or run / "report.html"
    text = _render(run, read_events(run, database))
    out.parent.mkdir(parents=True, exist_ok=True)
    with files.whole(out) as file:
        # a lone surrogate of a report has no UTF-8
        file.write(text.encode("utf-8", "replace").decode())
    return out


def _render(run: Path, events: list[Event]) -> str:
    pages = Environment(
        loader=PackageLoader("incidents.pipeline.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters |= {f.__name__: f for f in _SHOWN}
    style, script = (_own(f"report.{ending}") for ending in ("css", "js"))
    return pages.get_template("report.html").render(
        name=run.resolve().name,
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src {_hash(style)};"
        f" script-src {_hash(script)}; base-uri 'none'; form-action 'none'",
        world=(_OWN / "world.svgpath").read_text(encoding="ascii").strip(),
        events=events,
        in_time=in_time(events),
        entries=[entry for event in events for entry in event.entries],
        columns=[f for f in FIELDS if f.tabled and f.name != "date"],
        documents=read_run(run).documents,
        failures=_failures(run),
        filters=filters(events),
        spots=spots(events),
        timeline=draw(events),
        conflicts=conflicts(events),
    )


def _own(name: str) -> str:
    return (_OWN / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _failures(run: Path) -> list[dict[str, str]]:
    path = run / "failures.jsonl"
    rows = files.read_lines(path) if path.is_file() else ()
    keys = ("source", "problem", "mend")
    return [
        {key: str(row.get(key, "")) for key in keys}
        for row in rows
        if isinstance(row, dict)
    ]
