"""What ``incidents learn`` does: decisions learned from coded reports, and kept."""

from __future__ import annotations

import argparse
from dataclasses import replace

from rich.console import Console
from rich.table import Table

from incidents.pipeline import files
from incidents.pipeline.assemble import weights as assembly
from incidents.pipeline.benchmark.documents import read_documents
from incidents.pipeline.evaluate import Evaluation
from incidents.pipeline.learn import common, confidence, events
from incidents.pipeline.learn.coded import (
    Source,
    folds,
    studies,
    told,
    with_borderline,
)
from incidents.pipeline.learn.counted import counted
from incidents.pipeline.learn.counted import told as told_counted
from incidents.pipeline.learn.fit import fit, to_toml
from incidents.pipeline.learn.holdout import (
    borderline,
    gold,
    measure,
    read_by_others,
    records,
    with_fold,
)
from incidents.pipeline.learn.reviewed import read, reviewed
from incidents.pipeline.learn.reviewed import told as told_reviewed
from incidents.pipeline.merge.weights import to_toml as to_merge_toml
from incidents.pipeline.parse import load

_HEAD = "What speaks for and against each decision; written by `incidents learn`."
_WORDS_HEAD = "How many documents have a word; written by `incidents learn --words`."
_ARTICLES_HEAD = "What joins articles; written by `incidents learn --articles`."
_EVENTS_HEAD = "What joins records to events; written by `incidents learn --events`."


def learn(given: argparse.Namespace) -> int:
    """Learn what the arguments ask for; returns the exit status."""
    if given.articles:
        return _learn_articles(given)
    if given.words:
        return _count_words(given)
    if given.events:
        return _learn_events(given)
    if not given.sources and not given.reviewed:
        raise ValueError("nothing to learn from: give --from, or --reviewed")
    console = Console(stderr=True, highlight=False)
    sources = [Source(*pair) for pair in given.sources]
    runs = {run: reviewed(run) for run in given.reviewed}
    start = _start(given)
    nlp = load(given.model)
    found = [study for source in sources for study in studies(source, nlp)]
    found += [read(one, nlp) for ones in runs.values() for one in ones]
    found = with_borderline(found, given.borderline)
    console.print(f"read {len(found)} documents")
    more = [document for path in given.counted for document in counted(path, nlp)]
    weights = fit([study.coded for study in found], counted=more, start=start)
    head = [_HEAD, *told(sources, found)]
    head += [told_reviewed(run, ones) for run, ones in runs.items()]
    head += told_counted(given.counted)
    if start:
        head.append(f"begun from {given.start or 'the weights that ship'}")
    measured = {"in sample": measure(found, records(found, weights))}
    cases: list[confidence.Case] = []
    if given.folds:
        kept = with_fold(found, folds(given.folds))
        read_ = read_by_others(
            found,
            folds(given.folds),
            lambda fold: console.print(f"fold {fold} measured"),
            more,
            start,
        )
        measured["out of sample"] = measure(kept, read_)
        cases += confidence.cases(gold(kept), read_, borderline(kept))
    for pair in given.checked:
        checked = with_borderline(list(studies(Source(*pair), nlp)), given.borderline)
        read_ = records(checked, weights)
        cases += confidence.cases(gold(checked), read_, borderline(checked))
    head += [f"{name}: {_said(told_)}" for name, told_ in measured.items()]
    known = (start or assembly.learned()).confidence
    if cases:
        known = confidence.fit(cases)
        head.append(confidence.told(cases))
        console.print(head[-1])
    weights = replace(weights, confidence=known)
    with files.whole(given.out) as file:
        file.write(to_toml(weights, head))
    Console(highlight=False).print(_table(measured))
    return 0


def _learn_events(given: argparse.Namespace) -> int:
    if not given.sources:
        raise ValueError("nothing to learn events from: give --from")
    if given.reviewed or given.counted or given.start:
        raise ValueError("--events learns from --from alone")
    found = events.keyed(Source(*pair) for pair in given.sources)
    own = [k for pair in given.runs for k in events.aligned(*pair)]
    weights = events.fit([*found, *own])
    measured = {"in sample": events.measure(found, weights)}
    if given.folds:
        parts = folds(given.folds)
        measured["out of sample"] = events.out_of_sample(found, parts, own)
        if own:
            told_ = events.out_of_sample(own, parts, found)
            measured["a run's own records, out of sample"] = told_
    lines = [f"{name}: {events.said(told_)}" for name, told_ in measured.items()]
    head = [_EVENTS_HEAD, _counted(len(found), len(own)), *lines]
    with files.whole(given.out) as file:
        file.write(to_merge_toml(weights, head))
    for line in lines:
        Console(highlight=False).print(line, soft_wrap=True)
    return 0


def _counted(found: int, own: int) -> str:
    runs = f" and {own} of runs" if own else ""
    return f"Learned from {found} records{runs}."


def _learn_articles(given: argparse.Namespace) -> int:
    found = events.articles(given.articles)
    weights = events.fit(found, events.ARTICLES)
    measured = {
        "in sample": events.measure(found, weights).joined,
        "each half of the events, by the other": events.by_halves(found),
    }
    lines = [f"{name}: {events.said_of(told_)}" for name, told_ in measured.items()]
    head = [_ARTICLES_HEAD, f"Learned from {len(found)} articles.", *lines]
    with files.whole(given.out) as file:
        file.write(to_merge_toml(weights, head))
    for line in lines:
        Console(highlight=False).print(line, soft_wrap=True)
    return 0


def _count_words(given: argparse.Namespace) -> int:
    found = [row for path in given.words for row in read_documents(path)]
    texts = (f"{row.get('title') or ''}\n{row['text']}" for row in found)
    with files.whole(given.out) as file:
        file.write(files.toml(common.count(texts), [_WORDS_HEAD]))
    return 0


def _start(given: argparse.Namespace) -> assembly.Weights | None:
    """The weights to begin from: those named, or for reviews alone those that ship."""
    if given.start:
        return assembly.load(given.start)
    return None if given.sources else assembly.learned()


def _said(told: Evaluation) -> str:
    incident, slots = (told.figures[m].f1 for m in ("incident", "slots"))
    return f"incident F1 {incident:.3f}, slots F1 {slots:.3f}"


def _table(measured: dict[str, Evaluation]) -> Table:
    table = Table("measure", *measured)
    for name in next(iter(measured.values())).figures:
        rows = [told.figures[name] for told in measured.values()]
        if any(row.gold or row.predicted for row in rows):
            table.add_row(name, *(f"{row.f1:.3f}" for row in rows))
    return table
