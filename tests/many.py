"""Reports made up by rule, as many as asked for: short texts, and PDFs among them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

_TOWNS = ("Quetta", "Mosul", "Maiduguri", "Kabul", "Aden", "Bogota", "Madrid", "Tunis")
_EVENTS = (
    "A bomb killed {n} people at a market in {town} on {day} March 2014, police said.",
    "Gunmen shot dead {n} policemen at a checkpoint near {town} on {day} March 2014.",
    "The group {name} claimed the attack on the mayor of {town}, {who}.",
    "{who}, {age}, was arrested in {town} and charged with planning to bomb a church.",
    "A court sentenced {who} to {n} years in prison over the bombing in {town}.",
)
_OTHERS = (
    "The council of {town} met on Monday, and nothing was decided by {who}.",
    "Prices rose by {n} per cent in the district of {name} in the last quarter.",
    "Rain fell over {name} for {n} days, and the road to {town} was closed.",
    "The committee asked {who} how many schools of the province had a library.",
)
#: One sentence in so many tells of an event.
_SHARE = 6
#: Sentences of a text, and of a page of a PDF.
_TEXT, _PAGE = (2, 12), (18, 30)
#: One document in so many is a PDF, of so many pages.
_PDF, _PAGES = 10, (1, 4)


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write so many reports into a folder."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    for number in range(count):
        if number % _PDF:
            told = " ".join(sentences(chance, chance.randint(*_TEXT)))
            (folder / f"report-{number:06}.txt").write_text(told + "\n")
        else:
            pages = chance.randint(*_PAGES)
            write_pdf(folder / f"report-{number:06}.pdf", pages, number)


def write_pdf(path: Path, pages: int, seed: int = 1) -> None:
    """Write a PDF of so many pages."""
    chance = random.Random(seed)
    style = getSampleStyleSheet()["Normal"]
    story: list[object] = []
    for _ in range(pages):
        told = [*sentences(chance, chance.randint(*_PAGE))]
        for at in range(0, len(told), 6):
            story.append(Paragraph(" ".join(told[at : at + 6]), style))
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1).build(story)


def sentences(chance: random.Random, count: int) -> Iterator[str]:
    """Sentences, some of them of events, with names that hardly any other has."""
    for _ in range(count):
        told = _OTHERS if chance.randrange(_SHARE) else _EVENTS
        yield chance.choice(told).format(
            n=chance.randint(2, 60),
            town=chance.choice(_TOWNS),
            day=chance.randint(1, 28),
            age=chance.randint(18, 70),
            name=_name(chance),
            who=f"{_name(chance)} {_name(chance)}",
        )


def _name(chance: random.Random) -> str:
    parts = (chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in "123")
    return "".join(parts).capitalize()
