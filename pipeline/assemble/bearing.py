"""What speaks for and against a value's being of a story's incident: a list of signs.

A sign is a small function that says in words what it sees of an offer, or of one of its
mentions; what its words count for stands in ``weights.toml``, under ``belongs``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from incidents.extractors._numbers import bounds
from incidents.pipeline import edtf
from incidents.pipeline.assemble.beside import Near
from incidents.pipeline.assemble.grammar import CLOSE, FAR, NEAR, SAID, tie
from incidents.pipeline.assemble.linking import linked
from incidents.pipeline.assemble.offers import Offer
from incidents.pipeline.assemble.who import around, person

_TIES = {CLOSE: "tie close", NEAR: "tie near", FAR: "tie far", SAID: "tie of who says"}
#: Kinds whose values are numbers.
FIGURES = ("KILLED", "INJURED", "SUSPECTS")
#: Attributes whose values are few and say something of what is named.
_SAID = frozenset(
    "mod part relative grain kind generic object victim role before after implied"
    " total sum aggregate earlier shot hedged negated hypothetical weak".split()
)
#: Readings that may overlap another.
_OVER = frozenset(
    "EVENT PLACE TARGET GROUP PERSON DATE NATIONALITY SUSPECTS WEAPON KILLED".split()
)
_EXACT = {4: "year", 7: "month", 10: "day"}
_LARGE = ("country", "region")
#: Relations between an event word and what it says something of, at most.
_STEPS = 4
_SMALL_WORDS = {"the", "a", "of"}

MentionSign = Callable[[Offer, Near], Iterator[str]]
OfferSign = Callable[[Offer], Iterator[str]]


def signs(offer: Offer) -> frozenset[str]:
    """What speaks for and against ``offer``, in words."""
    seen = {"always"}
    for near in offer.near:
        seen |= _said(offer, near)
        seen.update(*(see(offer, near) for see in OF_A_MENTION))
    return frozenset(seen.union(*(see(offer) for see in OF_ALL)))


def _said(offer: Offer, near: Near) -> frozenset[str]:
    """What the mention's own words say, whatever they are offered as, and to whom."""
    known, mention = offer.of.document.signs, near.mention
    if id(mention) not in known:
        found = frozenset(s for see in OF_ITS_WORDS for s in see(offer, near))
        known[id(mention)] = mention, found
    return known[id(mention)][1]


def where(offer: Offer, near: Near) -> Iterator[str]:
    """Where the mention stands, and whether another story's event reaches it."""
    yield near.where
    event = near.event
    if near.far < 2:
        yield f"{near.where}, a {event.origin}"
        yield f"in {event.kind}"
        if near.part.strength < 0.5:
            yield "in an unsure event"
        if near.mention.get("column"):
            yield "in its column"
        elif event.structured:
            yield f"told in a {event.origin}"
    else:
        start, end = sorted((near.mention.start, event.start))
        if offer.reader.text.find("\n\n", start, end) >= 0:
            yield "another paragraph"
    if offer.of.document.of_another(near.mention, offer.of.story):
        yield f"of another story, {near.where}"


def grammar(offer: Offer, near: Near) -> Iterator[str]:
    """How the mention hangs on the event words of its sentence."""
    words = near.event.told() or near.event.of("LEGAL")
    if not near.inside or near.event.structured or not words:
        return
    tied = _TIES[tie(offer.reader, near.mention, words)]
    yield tied
    yield f"{tied}, {near.where}"
    before = any(near.mention.start < m.start for m in words)
    yield "before the event word" if before else "after the event word"
    word = offer.reader.root(near.mention)
    roots = {t for m in words if (t := offer.reader.root(m)) is not None}
    if word is None:
        return
    if word in roots:
        yield "is the event word"
        return
    relation, head = word.dep_, word.head
    if relation == "pobj":
        relation, head = f"after {head.lower_}", head.head
    if head in roots:
        yield f"{relation} of the event word"
    elif head.head in roots:
        yield f"{relation} near the event word"


def role(offer: Offer, near: Near) -> Iterator[str]:
    """What it is in its sentence, and of which verb."""
    word = offer.reader.root(near.mention)
    if word is None:
        return
    head = word.head
    after = word.dep_ == "pobj"
    yield f"after {head.lower_}" if after else f"as {word.dep_.lower()}"
    verb = next((t for t in word.ancestors if t.pos_ == "VERB"), None)
    if verb is not None:
        yield f"verb {verb.lemma_.lower()}"


def cues(offer: Offer, near: Near) -> Iterator[str]:
    """The cues that reach it."""
    yield from (f"{cue.category} reaches it" for cue in near.mention.reached())


def attributes(offer: Offer, near: Near) -> Iterator[str]:
    """What its words say besides the value."""
    for name, said in near.mention.attributes:
        if name in _SAID and said:
            yield name if said == "1" else f"{name} {said}".lower()
        elif name == "derived_from":
            published = said == "published"
            yield "by the day of publication" if published else "derived"


def overlaps(offer: Offer, near: Near) -> Iterator[str]:
    """What else the same words were read as."""
    mention = near.mention
    for other in offer.reader.within(mention.start - 60, mention.end + 60):
        meets = other.start < mention.end and mention.start < other.end
        if meets and other.label in _OVER and other.label != mention.label:
            yield f"over {other.label.lower()}"


def date(offer: Offer, near: Near) -> Iterator[str]:
    """How exact a day is."""
    if offer.kind == "DATE":
        yield _EXACT.get(len(offer.value), "interval")


def figure(offer: Offer, near: Near) -> Iterator[str]:
    """How large a figure is."""
    if offer.kind in FIGURES:
        low, high = bounds(offer.value)
        size = len(str(low or high or 0))
        known = {"1": "one", "2": "two"}.get(offer.value)
        digits = ("few", "tens", "hundreds")[min(size, 3) - 1]
        yield "open" if low != high else known or digits


def target(offer: Offer, near: Near) -> Iterator[str]:
    """What is named that may have been hit, and whether words say that it was."""
    if offer.kind != "TARGET":
        return
    mention = near.mention
    yield f"a {mention.label.lower()}, {near.where}"
    if len(mention.text.split()) == 1:
        yield "one word"
    if mention.label == "TARGET":
        yield f"category {mention.value}"
        yield f"head {mention.get('head')}".lower()
        struck = [name for name in ("object", "victim") if mention.get(name)]
        for name in struck or ["named only"]:
            yield f"{name}, {near.where}"


def group(offer: Offer, near: Near) -> Iterator[str]:
    """What the words around a group's name tell."""
    if offer.kind == "GROUP" and near.mention in near.event.mentions:
        yield from linked(near.mention, near.event, offer.reader)


def legal(offer: Offer, near: Near) -> Iterator[str]:
    """Which step it is, and against whom."""
    if offer.kind == "LEGAL":
        yield f"step {offer.value}"
        if near.event.kind == "arrest":
            yield f"{offer.value} of an arrest"
        if names := offer.of.document.steps.get(near.mention):
            yield "step against somebody named"
            if offer.of.people & names:
                yield "step against somebody beside it"


def standing(offer: Offer) -> Iterator[str]:
    """How near it stands, beside other values of its kind."""
    far = min(n.far for n in offer.near)
    others = [min(n.far for n in near) for near in offer.rivals]
    least = min(others, default=None)
    yield f"nearest: {offer.best.where}"
    yield f"{min(others.count(far), 3)} as near as it"
    if least is None:
        yield "the only one"
    elif far == least:
        yield "as near as another"
    else:
        yield "nearer than others" if far < least else "another is nearer"
    beside = [n for near in offer.rivals for n in near if n.far == far]
    if beside:
        first = min(n.mention.start for n in beside)
        told_first = offer.best.mention.start < first
        yield "first of its kind" if told_first else "not the first"
    if beside and far < 3:
        own = max(_tie(offer, n) for n in offer.near if n.far == far)
        best = max(_tie(offer, n) for n in beside)
        said = "closer" if own > best else "like another"
        yield "another tied closer" if own < best else f"tied {said}"


def _tie(offer: Offer, near: Near) -> float:
    known = offer.of.ties
    if id(near) not in known:
        words = near.event.told() or near.event.of("LEGAL")
        free = near.event.structured or not words
        known[id(near)] = 0.0 if free else tie(offer.reader, near.mention, words)
    return known[id(near)]


def finer(offer: Offer) -> Iterator[str]:
    """Whether finer or coarser days are told, or earlier ones."""
    if offer.kind != "DATE":
        return
    values = offer.of.values["DATE"]
    own = edtf.days(offer.value)
    agreeing = [edtf.days(v) for v in values if edtf.overlap(v, offer.value)]
    if any(days < own for days in agreeing):
        yield "a finer day is told"
    if any(days > own for days in agreeing):
        yield "a coarser day is told"
    if len(offer.value) == 10:
        first = min(v for v in values if len(v) == 10)
        yield "earliest day" if offer.value == first else "not the earliest day"


def larger(offer: Offer) -> Iterator[str]:
    """Whether a figure is the largest, or as many as are named."""
    if offer.kind not in FIGURES:
        return
    values = offer.of.values[offer.kind].items()
    told = [
        v for v, near in values if v != offer.value and min(n.far for n in near) < 3
    ]
    if told:
        most = max(_size(v) for v in told)
        yield "the largest" if _size(offer.value) > most else "not the largest"
    if offer.kind == "SUSPECTS" and offer.of.suspects:
        as_many = offer.value == str(len(offer.of.suspects))
        yield "as many as are named" if as_many else "others are named"


def _size(value: str) -> int:
    low, high = bounds(value)
    return low or high or 0


def smaller(offer: Offer) -> Iterator[str]:
    """Whether a smaller place is told."""
    if offer.kind == "PLACE":
        small = any(
            n.inside and n.mention.get("kind") not in _LARGE
            for near in offer.rivals
            for n in near
        )
        large = offer.best.mention.get("kind") in _LARGE
        size = "large" if large else "small"
        yield f"{size}, {'a smaller' if small else 'no smaller'} is told"


def same_words(offer: Offer) -> Iterator[str]:
    """Whether a target shares words with another."""
    if offer.kind == "TARGET":
        own = {*offer.value.split()} - _SMALL_WORDS
        for value in offer.of.values["TARGET"]:
            if value != offer.value and own & {*value.split()}:
                longer = len(value) < len(offer.value)
                yield f"shares words with another, {'longer' if longer else 'shorter'}"


def better(offer: Offer) -> Iterator[str]:
    """Whether words that say more, or who was hurt, are told beside a target."""
    if offer.kind != "TARGET":
        return
    rivals = [n.mention for near in offer.rivals for n in near if n.inside]
    struck = [m for m in rivals if m.get("object") or m.get("victim")]
    special = any(not m.get("generic") for m in struck)
    own = "generic" if offer.best.mention.get("generic") else "special"
    yield f"{own}, {'something' if special else 'nothing'} special is struck"
    hurt = any(m.get("victim") for m in rivals)
    own = "victim" if offer.best.mention.get("victim") else "no victim"
    yield f"{own}, {'another' if hurt else 'no other'} is"


def among(offer: Offer) -> Iterator[str]:
    """Which of its event's targets one is, and how the event's word leads to it."""
    best = offer.best
    if offer.kind != "TARGET" or best.far:
        return
    beside = [
        n.mention
        for near in offer.rivals
        for n in near
        if not n.far and n.mention.label != "GROUP"
    ]
    starts = sorted({best.mention.start, *(m.start for m in beside)})
    rank = starts.index(best.mention.start)
    yield f"number {min(rank, 3) + 1} of {min(len(starts), 4)} in the event"
    special = sum(not m.get("generic") for m in beside)
    role = best.mention.get("role") or "no role"
    yield f"{best.mention.label.lower()} of {role}, {min(special, 2)} special others"
    if path := _path(offer, best):
        yield path


def _path(offer: Offer, near: Near) -> str:
    """The relations from an event word down to a mention; empty where far."""
    words = {t for m in near.event.told() if (t := offer.reader.root(m)) is not None}
    word, path = offer.reader.root(near.mention), list[str]()
    while word is not None and word not in words and len(path) < _STEPS:
        path.append(word.lower_ if word.dep_ == "prep" else word.dep_.lower())
        word = word.head if word.head is not word else None
    return f"by {' '.join(path)}" if path and word in words else ""


def repeated(offer: Offer) -> Iterator[str]:
    """How often it is told, in the story and in the document."""
    yield f"{min(sum(n.inside for n in offer.near), 3)} times in the story"
    counts = offer.of.document.counts[offer.kind]
    count, total = counts[offer.value], sum(counts.values())
    often = "once" if count == 1 else "a few times" if count < 4 else "often"
    yield f"{often} in the document"
    share = count / total if total else 0.0
    much = "most" if share > 0.6 else "much" if share > 0.3 else "some"
    yield f"{much if share > 0.1 else 'little'} of its kind in the document"
    if counts and offer.value == counts.most_common(1)[0][0]:
        yield "told most in the document"


def of_story(offer: Offer) -> Iterator[str]:
    """What the story is."""
    events, stories = offer.of.story.events, len(offer.of.document.stories)
    yield f"story of {offer.of.kinds}"
    yield f"story of {min(len(events), 4)} events"
    yield f"story sure to {int(max(e.sure for e in events) * 4)}/4"
    if any(e.structured for e in events):
        yield "story in a table or timeline"
    yield (
        "the only story"
        if stories == 1
        else ("one of few stories" if stories <= 3 else "one of many stories")
    )


OF_ITS_WORDS: tuple[MentionSign, ...] = (role, cues, attributes, overlaps)
OF_A_MENTION: tuple[MentionSign, ...] = (
    where,
    grammar,
    date,
    figure,
    target,
    person,
    around,
    group,
    legal,
)
OF_ALL: tuple[OfferSign, ...] = (
    standing,
    finer,
    larger,
    smaller,
    same_words,
    better,
    among,
    repeated,
    of_story,
)
