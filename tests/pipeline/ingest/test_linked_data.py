import json

import pytest

from incidents.pipeline.ingest.linked_data import LinkedData

ARTICLE = {"@type": "NewsArticle", "headline": "Raid", "datePublished": "2021-03-04"}
SITE = {"@type": "WebSite", "datePublished": "2011-01-01"}
PAGE = {"@type": "WebPage", "datePublished": "2014-05-05"}
OTHER = {**ARTICLE, "headline": "Another story", "datePublished": "2020-02-02"}


def published(*scripts):
    linked = LinkedData()
    for script in scripts:
        linked.add(script if isinstance(script, str) else json.dumps(script))
    return next((day for day in linked.published("Raid on a depot") if day), None)


@pytest.mark.parametrize(
    "scripts",
    [
        pytest.param([ARTICLE], id="alone"),
        pytest.param([{"@graph": [SITE, PAGE, ARTICLE]}], id="graph"),
        pytest.param([SITE, PAGE, ARTICLE], id="scripts"),
        pytest.param([[PAGE, ARTICLE]], id="list"),
        pytest.param([{**PAGE, "mainEntity": ARTICLE}], id="entity of a page"),
        pytest.param([OTHER, ARTICLE], id="by its headline"),
        pytest.param([{**ARTICLE, "@type": ["Thing", "BlogPosting"]}], id="types"),
        pytest.param([{**ARTICLE, "hasPart": OTHER, "citation": OTHER}], id="refers"),
        pytest.param([{"datePublished": "2021-03-04"}], id="untyped"),
        pytest.param(["{broken", ARTICLE], id="broken beside it"),
        pytest.param(["//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>"], id="wrapped"),
    ],
)
def test_published(scripts):
    assert published(*scripts) == "2021-03-04"


@pytest.mark.parametrize(
    "node",
    [SITE, {"@type": "Person", "datePublished": "2011-01-01"}, {"@type": 4}, [], "x"],
)
def test_what_is_no_report_has_no_day(node):
    assert published(node) is None


@pytest.mark.parametrize(
    "publisher",
    [
        "The Site",
        {"name": "The Site"},
        [{"name": "The Site"}],
        {"@id": "#us"},
        {"name": ["The Site", "Site"]},
    ],
)
def test_publisher(publisher):
    us = {"@type": "Organization", "@id": "#us", "name": "The Site"}
    linked = LinkedData()
    linked.add(json.dumps({"@graph": [us, {**ARTICLE, "publisher": publisher}]}))
    assert linked.publisher("Raid") == "The Site"


def test_bounded():
    assert published("[" * 100_000 + "]" * 100_000) is None
