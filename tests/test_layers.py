"""Imports go one way, from what is built on others to what these are built of."""

from graphlib import CycleError, TopologicalSorter

import grimp
import pytest

PACKAGE = "incidents"

#: The modules of the package itself: what users import.
PUBLIC = tuple(f"incidents.{name}" for name in ("components", "page", "record", "runs"))

#: From the last stage to the first; each may import those after it.
STAGES = (
    "incidents.pipeline.cli",
    "incidents.pipeline.run",
    "incidents.pipeline.export",
    "incidents.pipeline.reconcile",
    "incidents.pipeline.merge",
    "incidents.pipeline.assemble",
    "incidents.extractors",
    "incidents.pipeline.ingest",
    "incidents.pipeline.records",
)

#: What never imports what, by whatever way round.
APART = (
    *(
        (package, public)
        for package in (
            "incidents.pipeline",
            "incidents.extractors",
            "incidents.gazetteers",
        )
        for public in PUBLIC
    ),
    *((public, "incidents.pipeline.cli") for public in PUBLIC),
    ("incidents.gazetteers", "incidents.pipeline"),
    ("incidents.gazetteers", "incidents.extractors"),
    ("incidents.extractors", "incidents.pipeline"),
    ("incidents.pipeline.ingest", "incidents.extractors"),
    ("incidents.pipeline.assemble", "incidents.pipeline.ingest"),
    ("incidents.pipeline.assemble", "incidents.pipeline.review"),
    ("incidents.pipeline.assemble", "incidents.pipeline.evaluate"),
    ("incidents.pipeline.assemble", "incidents.pipeline.gold"),
    ("incidents.pipeline.assemble", "incidents.pipeline.benchmark"),
    ("incidents.pipeline.merge", "incidents.pipeline.evaluate"),
    ("incidents.pipeline.reconcile", "incidents.pipeline.evaluate"),
    ("incidents.pipeline.reconcile", "incidents.pipeline.review"),
    ("incidents.pipeline.run", "incidents.pipeline.evaluate"),
    ("incidents.pipeline.run", "incidents.pipeline.review"),
    ("incidents.pipeline.plan", "incidents.pipeline.run"),
    ("incidents.pipeline.run_folder", "incidents.pipeline.run"),
)

#: What no module imports: what is read, what is written, what tries the rest.
NEVER = ("corpus", "outputs", "tests")

#: Imports that break this today. A line whose import is gone has to go too.
KNOWN = {
    # a script that builds a gazetteer; no run imports it
    ("incidents.gazetteers.build_places", "incidents.extractors.places.names"),
}


@pytest.fixture
def graph():
    """Who imports whom, imports for types only among them."""
    return grimp.build_graph(PACKAGE, include_external_packages=True, cache_dir=None)


def without_known(graph):
    for importer, imported in KNOWN:
        graph.remove_import(importer=importer, imported=imported)
    return graph


def circle(graph):
    """Modules that import each other in a ring; empty if none do."""
    imports = {m: graph.find_modules_directly_imported_by(m) for m in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def violations(graph):
    """Chains of imports that should not be, each module before what it imports."""
    pairs = [*APART, *((PACKAGE, never) for never in NEVER)]
    pairs += [(low, high) for n, high in enumerate(STAGES) for low in STAGES[n + 1 :]]
    chains = {
        chain
        for pair in pairs
        if graph.modules.issuperset(pair)
        for chain in graph.find_shortest_chains(*pair)
    }
    return sorted(chains) + ([tuple(circle(graph))] if circle(graph) else [])


def test_imports_go_one_way(graph):
    assert violations(without_known(graph)) == []


def test_what_is_known_still_stands(graph):
    gone = [
        pair
        for pair in KNOWN
        if not graph.direct_import_exists(importer=pair[0], imported=pair[1])
    ]
    assert gone == []


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("incidents.gazetteers", "incidents.pipeline.records"),
        ("incidents.pipeline.export", "incidents.runs"),
        ("incidents.extractors.legal", "incidents.pipeline.records"),
        ("incidents.extractors.legal", "corpus"),
        ("incidents.pipeline.records", "incidents.pipeline.assemble.fill"),
        ("incidents.pipeline.ingest.pdf", "incidents.extractors.mention"),
        ("incidents.pipeline.assemble.fill", "incidents.pipeline.review.desk"),
        (
            "incidents.pipeline.assemble.support.dates",
            "incidents.pipeline.evaluate.measures",
        ),
        ("incidents.pipeline.merge", "incidents.pipeline.export"),
        ("incidents.pipeline.reconcile.score", "incidents.pipeline.cli"),
        ("incidents.pipeline.segment", "tests"),
    ],
)
def test_a_planted_import_is_seen(graph, importer, imported):
    graph.add_import(importer=importer, imported=imported)
    found = violations(without_known(graph))
    assert any(importer in chain and imported in chain for chain in found)


def test_a_planted_circle_is_seen(tmp_path, monkeypatch):
    """Also one that is hidden from a run, behind ``TYPE_CHECKING``."""
    folder = tmp_path / "ringed"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "a.py").write_text("from ringed import b\n")
    (folder / "b.py").write_text(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from ringed.a import A\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    found = circle(grimp.build_graph("ringed", cache_dir=None))
    assert sorted(set(found)) == ["ringed.a", "ringed.b"]
