"""Answers about two who code blind: how far they agree, and what becomes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from operator import is_
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from incidents.pipeline.gold.agree import Compared
from incidents.pipeline.review.agreement import figures, reviewers
from incidents.pipeline.review.cases import (
    CLOSED,
    Case,
    Cases,
    open_cases,
    team_record,
)
from incidents.pipeline.review.changed import Changed, changed
from incidents.pipeline.review.codebook import Refused
from incidents.pipeline.review.decisions import FINAL, blind
from incidents.pipeline.review.settle import PICK, settle, settle_agreed
from incidents.pipeline.review.settle_view import around, source_view
from incidents.pipeline.review.state import State
from incidents.pipeline.review.store import Unkept
from incidents.pipeline.review.talk import Comment, about, comments
from incidents.pipeline.review.web import Notice, Web, number, undone

Form = Mapping[str, str]


class SettleRoutes:
    """The answers; one for each route."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self.cases = Cases(web.desk)
        self._figures: tuple[list[Case], list[Compared]] = ([], [])

    def _of(self, coders: tuple[str, str]) -> list[Case]:
        return self.cases.of(*coders) if coders[1] else []

    def _agreed(self, found: list[Case]) -> list[Compared]:
        """How far they agree; as before, where the cases are the same ones."""
        held, told = self._figures
        if len(held) != len(found) or not all(map(is_, held, found)):
            told = figures(found)
            self._figures = found, told
        return told

    def agreement(self, request: Request) -> Response:
        """How far two who code blind agree, and what is left to settle."""
        if self.web.blind:
            return self.web.page(request, "apart", Notice(403))
        return self._agreement(request, request.query_params, self.web.done(request))

    def _agreement(self, request: Request, asked: Form, notice: Notice) -> Response:
        desk, coders = self.web.desk, self._coders(asked)
        found = self._of(coders)
        left = open_cases(desk, found, coders)
        differ = [c for c in left if not c.agrees]
        anew = list(changed(desk, found, coders))
        return self.web.page(
            request,
            "agreement",
            notice,
            names=reviewers(desk),
            coders=coders,
            found=found,
            figures=self._agreed(found),
            agreed=len(left) - len(differ),
            settled=len(found) - len(left),
            differ=len(differ),
            anew=[(c, _link(coders, c), desk.document(c.ours.doc_id)) for c in anew],
            by_document=[
                (desk.document(id), n)
                for id, n in Counter(c.doc_id for c in differ).items()
            ],
        )

    def _coders(self, asked: Form) -> tuple[str, str]:
        """The two who are asked for, else the first two; empty where there are none."""
        names = reviewers(self.web.desk)
        one, two = asked.get("one", ""), asked.get("two", "")
        if one not in names or two not in names or one == two:
            one, two = (*names, "", "")[:2]
        return one, two

    def adjudicate(self, request: Request) -> Response:
        """One case, the codings side by side; without a key the first to settle."""
        if self.web.blind:
            return self.web.page(request, "apart", Notice(403))
        return self._case(request, request.query_params, self.web.done(request))

    def _case(self, request: Request, asked: Form, notice: Notice) -> Response:
        desk, coders = self.web.desk, self._coders(asked)
        found = self._of(coders)
        left = [c for c in open_cases(desk, found, coders) if not c.agrees]
        case = _pick(found, asked) or _first(left, asked.get("doc", ""))
        if case is None:
            return self._agreement(request, asked, notice)
        document = desk.document(case.doc_id)
        as_text, at = asked.get("source") == "text", number(asked.get("at", ""))
        query = _query(coders, case)
        before, after, near = around(left, case)
        final = desk.folded(FINAL, case.doc_id)
        ours = team_record(case, coders, final)
        anew = next((c for c in changed(desk, found, coders) if c.case is case), None)
        return self.web.page(
            request,
            "adjudicate",
            notice,
            coders=coders,
            case=case,
            ours=ours,
            spoken=list(self._spoken(coders, case, ours)),
            is_open=case in left,
            anew=anew,
            left=len(left),
            near=[(c, _query(coders, c)) for c in near],
            before=_query(coders, before) if before else None,
            after=_query(coders, after) if after else None,
            view=source_view(document, case, query, as_text, at),
            seen=final.seq,
            last=desk.last(FINAL, self.web.who(request)),
            picked={k: v for k, v in asked.items() if k.startswith(PICK)},
        )

    def _spoken(
        self, coders: tuple[str, str], case: Case, ours: State | None
    ) -> Iterator[Comment]:
        """What either coder, or the team, said of the case."""
        layers = (*map(blind, coders), FINAL)
        for layer, state in zip(layers, (case.one, case.two, ours), strict=True):
            if state is not None:
                found = comments(self.web.desk, layer, case.doc_id)
                yield from about(found, state.id)

    async def settle(self, request: Request) -> Response:
        """Keep what was chosen of two codings."""
        form = await self.web.form(request)
        return await run_in_threadpool(self._settle, request, form)

    def _settle(self, request: Request, form: Form) -> Response:
        if self.web.blind:
            return self.web.page(request, "apart", Notice(403))
        desk, who, coders = self.web.desk, self.web.who(request), self._coders(form)
        kind = form.get("kind", "")
        try:
            if kind == "undo":
                desk.undo(who, FINAL, number(form.get("id", "")) or 0)
            elif kind == "agreed":
                for case in open_cases(desk, self._of(coders), coders):
                    if case.agrees:
                        settle_agreed(desk, who, coders, case)
            else:
                return self._settled(request, form, coders)
        except (Unkept, Refused) as error:
            return self._agreement(request, form, undone(error))
        query = {**_pair(coders), "said": "undo" if kind == "undo" else "settle"}
        if kind == "undo" and form.get("key"):
            query |= {"doc": form.get("doc", ""), "key": form["key"]}
            return RedirectResponse(f"/adjudicate?{urlencode(query)}", 303)
        return RedirectResponse(f"/agreement?{urlencode(query)}", 303)

    def _settled(
        self, request: Request, form: Form, coders: tuple[str, str]
    ) -> Response:
        """Settle one case, then show the next."""
        desk, who = self.web.desk, self.web.who(request)
        found = self._of(coders)
        case = _pick(found, form)
        if case is None:
            raise Refused("there is no such case: a coder decided anew")
        left = [c for c in open_cases(desk, found, coders) if not c.agrees]
        try:
            settle(desk, who, coders, case, form, number(form.get("seen", "")) or 0)
        except (Unkept, Refused) as error:
            return self._case(request, form, undone(error))
        ours = team_record(case, coders, desk.folded(FINAL, case.doc_id))
        _, after, _ = around(left, case)
        if ours is not None and ours.status not in CLOSED:
            after = case  # something is lacking still
        query = _query(coders, after) if after else _pair(coders)
        query |= {"said": "settle"}
        page = "adjudicate" if after else "agreement"
        return RedirectResponse(f"/{page}?{urlencode(query)}", 303)


def _pick(found: list[Case], asked: Form) -> Case | None:
    """The case that a link or a form names."""
    doc_id, key = asked.get("doc", ""), asked.get("key", "")
    return next((c for c in found if (c.doc_id, c.key) == (doc_id, key)), None)


def _first(left: list[Case], doc_id: str) -> Case | None:
    """The first that is to settle, of a document if one is asked for."""
    own = (c for c in left if c.doc_id == doc_id)
    return next(own, left[0] if left else None)


def _query(coders: tuple[str, str], case: Case) -> dict[str, str]:
    """What names a case in a link."""
    return {**_pair(coders), "doc": case.doc_id, "key": case.key}


def _link(coders: tuple[str, str], anew: Changed) -> str:
    """Where what a coder changed is looked at: its case, or the team's record."""
    if anew.case is None:
        return f"/?{urlencode({'id': anew.ours.id})}"
    return f"/adjudicate?{urlencode(_query(coders, anew.case))}"


def _pair(coders: tuple[str, str]) -> dict[str, str]:
    return {"one": coders[0], "two": coders[1]}
