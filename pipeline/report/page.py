"""The report as a page: no other file, and nothing that could fetch one.

Its one script and its style run by their hashes; nothing else does. What was read
stands as JSON in a block that is no script, and is drawn as it is looked at: only as
text, never as markup.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from incidents.pipeline import files
from incidents.pipeline.export.choice import Choice
from incidents.pipeline.export.reading import read_bundle
from incidents.pipeline.report.told import told

_OWN = resources("incidents.pipeline.report")
#: The parts of the one script, in the order in which they stand.
_SCRIPTS = (
    *("dom", "page", "detail", "map", "timeline"),
    *("table", "countries", "patterns", "conflicts", "printed", "report"),
)


def report(run: Path, out: Path | None = None, database: str | None = None) -> Path:
    """Write the report of a run.

    Args:
        run: The run's folder, or that of runs that were merged.
        out: The file; without it ``report.html`` in the folder.
        database: URL of the reviewers' decisions; without it ``reviews.sqlite`` in the
            folder, where there is one.

    Returns:
        The file written.

    Raises:
        ValueError: There is no such run, or it cannot be read.
    """
    out = out or run / "report.html"
    bundle = read_bundle(run, Choice(), database)
    text = render(run.resolve().name, told(bundle), _failures(run))
    out.parent.mkdir(parents=True, exist_ok=True)
    with files.whole(out) as file:
        # a lone surrogate of a report has no UTF-8
        file.write(text.encode("utf-8", "replace").decode())
    return out


def render(name: str, shown: dict[str, Any], failures: list[dict[str, str]]) -> str:
    """The page of what is shown."""
    pages = Environment(
        loader=PackageLoader("incidents.pipeline.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = _own("report.css")
    script = "\n".join(_own(f"{part}.js") for part in _SCRIPTS)
    return pages.get_template("report.html").render(
        name=name,
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src {_hash(style)};"
        f" script-src {_hash(script)}; base-uri 'none'; form-action 'none'",
        told=Markup(_inert({**shown, "world": _world()})),
        counts={key: len(shown[key]) for key in ("events", "documents")}
        | {"records": sum(len(e["records"]) for e in shown["events"])},
        failures=failures,
    )


def _inert(shown: Any) -> str:
    """JSON in ASCII that no markup can be in, whatever a report says."""
    text = json.dumps(shown, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _world() -> dict[str, str]:
    """The outline of each country."""
    lines = (_OWN / "world.tsv").read_text(encoding="ascii").splitlines()
    return dict(line.split("\t") for line in lines)


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
