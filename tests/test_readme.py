"""The README shows what the program prints; ``UPDATE_README=1`` writes it anew."""

import json
import os
import re
from pathlib import Path

import pytest

from incidents.pipeline import cli, cli_run
from tests import bench
from tests.conftest import ROOT

README = ROOT / "README.md"
pytestmark = pytest.mark.model


def shown(name: str) -> str:
    block = re.search(
        rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", README.read_text(), re.S
    )
    assert block, f"README has no block {name}"
    return block[1]


def hold(name: str, said: str) -> None:
    """The block says ``said``; or is made to, where that is asked for."""
    if os.environ.get("UPDATE_README"):
        whole = README.read_text()
        block = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
        README.write_text(block.sub(lambda m: m[1] + said + m[2], whole))
    assert shown(name) == said


@pytest.fixture(scope="module")
def corpus_run(tmp_path_factory):
    out = tmp_path_factory.mktemp("run") / "corpus"
    reports = str(ROOT / "corpus" / "reports")
    assert cli.main(["run", reports, "--out", str(out), "--workers", "2"]) == 0
    return out


def test_the_run_is_as_shown(corpus_run):
    account = json.loads((corpus_run / "run.json").read_text())["counts"]
    rows = list(cli_run.found(corpus_run))
    lines = ["| document | attacks | plots | arrests | citations |"]
    lines += ["| --- | ---: | ---: | ---: | ---: |"]
    lines += [f"| {' | '.join(map(str, row))} |" for row in rows]
    lines += [
        "",
        f"{account['records']} incidents in {account['documents']} documents.",
    ]
    hold("run", "\n".join(lines) + "\n")


def test_the_citation_is_one_of_the_run(corpus_run):
    records = (corpus_run / "records.jsonl").read_text().splitlines()
    citation = next(
        c
        for line in records
        if (record := json.loads(line))["doc_id"] == "exposed-platform"
        for c in record["citations"]
        if c["field"] == "killed"
    )
    said = json.dumps(citation, ensure_ascii=False, indent=2)
    hold("citation", f"```json\n{said}\n```\n")


def test_the_scores_are_as_shown(corpus_run, capsys):
    gold = ROOT / "corpus" / "gold"
    arguments = ["evaluate", str(corpus_run), "--gold", str(gold / "gold.jsonl")]
    arguments += ["--borderline", str(gold / "borderline.tsv"), "--json"]
    arguments += ["--all"]
    assert cli.main(arguments) == 0
    scores = json.loads(capsys.readouterr().out)
    figures = {
        "incident": scores["incident"],
        "slots": scores["slots"],
        **scores["fields"],
    }
    lines = [
        "| measure | P | R | F1 | predicted | gold |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, f in figures.items():
        cells = (
            f"{f['p']:.3f}",
            f"{f['r']:.3f}",
            f"{f['f1']:.3f}",
            f["pred"],
            f["gold"],
        )
        lines.append(f"| {name} | {' | '.join(map(str, cells))} |")
    lines += [
        "",
        f"Values cited: {scores['cited']}; quotes verbatim: {scores['verbatim']}.",
    ]
    hold("scores", "\n".join(lines) + "\n")


def test_how_fast_it_is_is_the_last_row():
    hold("speed", bench.table(bench.last()))


def test_how_far_the_weights_hold_is_as_they_say():
    weights = ROOT / "pipeline" / "assemble" / "weights.toml"
    found = re.search(r"(?m)^# out of sample: (.*)$", weights.read_text())
    assert found
    hold("out-of-sample", f"{found[1]}\n")


@pytest.mark.parametrize("target", ["run", "test", "gate"])
def test_make_has_the_targets_that_the_readme_names(target):
    makefile = Path(ROOT / "Makefile").read_text()
    assert re.search(rf"^{target}:", makefile, re.M)
    assert f"make {target}" in README.read_text()
